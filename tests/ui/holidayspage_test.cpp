// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/holidayspage.h"

#include "tests/core/calendar/officialfile.h"
#include "tests/ui/answereddialogs.h"
#include "tests/ui/trialwindow.h"
#include "ui/formview/dateedit.h"
#include "ui/shell/officepage.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"

#include <QAccessible>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

namespace kessai::test {

/// 休日 in the window, at a real desk over a trial office.
class HolidaysPageTest : public TrialWindow {
protected:
    HolidaysPage &openFor(StaffId who)
    {
        m_window.reset();
        beginSession(who);
        m_window = std::make_unique<OfficePage>(*session);
        m_window->resize(1366, 900);
        m_window->show();
        m_window->goTo(QStringLiteral("holidays"));
        settle();
        return *m_window->holidays();
    }
    void TearDown() override
    {
        m_window.reset();
        TrialWindow::TearDown();
    }
    template <class W>
    W *part(const char *name)
    {
        return m_window->holidays()->findChild<W *>(QLatin1String(name));
    }
    bool says(const QString &text)
    {
        const QList<QLabel *> labels = m_window->holidays()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }
    /// Waits until it is said: a file is read elsewhere.
    bool comesToSay(const QString &text)
    {
        return wait([&] { return says(text); });
    }
    void choose(const QByteArray &file)
    {
        const QString path = m_folder.filePath(QStringLiteral("syukujitsu.csv"));
        QFile out(path);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(file);
        out.close();
        m_dialogs.openPaths = {path};
        part<QPushButton>("chooseHolidayFile")->click();
    }
    Holidays known() { return office.owner().office().configuration()->parameters.holidays(); }

    std::unique_ptr<OfficePage> m_window;
    AnsweredDialogs m_dialogs;
    QTemporaryDir m_folder;
};

TEST_F(HolidaysPageTest, IsOfferedToAdministrators)
{
    openFor(people.suzuki);
    EXPECT_FALSE(m_window->navigation()->has(QStringLiteral("holidays")));
    openFor(people.kato);
    EXPECT_TRUE(m_window->navigation()->has(QStringLiteral("holidays")));
}

TEST_F(HolidaysPageTest, ShowsAYearAndTurnsToTheNext)
{
    openFor(people.kato);

    EXPECT_TRUE(says(QStringLiteral("勤労感謝の日")));
    EXPECT_TRUE(says(QStringLiteral("年末年始")));
    EXPECT_FALSE(says(HolidaysPage::tr("Provisional: the equinox is fixed by the official notice in February of the "
                                       "year before.")));
    for (int year = session->info().today.year(); year < 2028; ++year)
        part<QToolButton>("laterYear")->click();
    settle();
    EXPECT_TRUE(says(HolidaysPage::tr("Provisional: the equinox is fixed by the official notice in February of the "
                                      "year before.")));
}

TEST_F(HolidaysPageTest, ImportsAListAfterALookAtWhatItChanges)
{
    HolidaysPage &page = openFor(people.kato);
    QSignalSpy recorded(&page, &HolidaysPage::recorded);
    EXPECT_FALSE(part<QPushButton>("importHolidays")->isVisible());

    choose(officialFile(2027, 2028).replace("2028/3/20,", "2028/3/21,"));
    ASSERT_TRUE(comesToSay(HolidaysPage::tr("New: %n day(s)", nullptr, 1)));
    EXPECT_TRUE(says(HolidaysPage::tr("No more: %n day(s)", nullptr, 1)));
    EXPECT_FALSE(known().isImported(2028)) << "only shown so far";
    part<QPushButton>("doNotImport")->click();
    EXPECT_FALSE(part<QPushButton>("importHolidays")->isVisible());

    choose(officialFile(2027, 2028));
    ASSERT_TRUE(comesToSay(HolidaysPage::tr("No day changes; the years become official.")));
    part<QPushButton>("importHolidays")->click();
    settle();

    EXPECT_EQ(recorded.count(), 1);
    EXPECT_TRUE(known().isImported(2028));
    EXPECT_TRUE(part<QPushButton>("chooseHolidayFile")->isVisible());
    choose(officialFile(2027, 2028));
    EXPECT_TRUE(comesToSay(HolidaysPage::tr("These holidays are imported already. Nothing would change.")));
}

TEST_F(HolidaysPageTest, NamesWhateverTakesTheKeyboard)
{
    HolidaysPage &page = openFor(people.kato);
    choose(officialFile(2028, 2028));
    ASSERT_TRUE(comesToSay(HolidaysPage::tr("No day changes; the years become official.")));
    if (qEnvironmentVariableIsSet("KESSAI_HOLIDAYS_PICTURE"))
        m_window->grab().save(qEnvironmentVariable("KESSAI_HOLIDAYS_PICTURE"));

    int reached = 0;
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        ++reached;
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(spoken, nullptr);
        EXPECT_FALSE(spoken->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
    }
    EXPECT_GE(reached, 7);
}

TEST_F(HolidaysPageTest, SaysWhatIsWrongWithAFile)
{
    openFor(people.kato);

    choose(officialFile(2027, 2028).replace("2027/1/11,", "2027/1/12,"));

    ASSERT_TRUE(wait([this] {
        const auto banners = m_window->holidays()->findChildren<QuietBanner *>();
        return std::any_of(banners.begin(), banners.end(), [](QuietBanner *one) {
            return one->isVisible() && one->kind() == BannerKind::Error && one->text().contains(QLatin1Char('3'));
        });
    }));
    EXPECT_FALSE(part<QPushButton>("importHolidays")->isVisible());
    EXPECT_TRUE(part<QPushButton>("chooseHolidayFile")->isEnabled());
    m_dialogs.openPaths.clear();
    part<QPushButton>("chooseHolidayFile")->click();
    EXPECT_TRUE(part<QPushButton>("chooseHolidayFile")->isEnabled()) << "thought better of it";
}

TEST_F(HolidaysPageTest, RegistersALocalDayAndEndsIt)
{
    openFor(people.kato);
    EXPECT_TRUE(says(HolidaysPage::tr("The city has no holidays of its own.")));
    EXPECT_FALSE(part<QPushButton>("addLocalDay")->isEnabled()) << "a name is missing";

    part<DateEdit>("localDay")->setDate(QDate(2027, 6, 10));
    part<QLineEdit>("localName")->setText(QStringLiteral("市制施行記念日"));
    part<QCheckBox>("everyYear")->setChecked(true);
    ASSERT_TRUE(part<QPushButton>("addLocalDay")->isEnabled());
    part<QPushButton>("addLocalDay")->click();
    settle();
    EXPECT_EQ(known().name(QDate(2030, 6, 10)), QStringLiteral("市制施行記念日"));
    EXPECT_TRUE(says(QStringLiteral("市制施行記念日")));

    office.wait();
    part<QPushButton>("endLocalDay")->click();
    settle();
    EXPECT_EQ(known().name(QDate(2030, 6, 10)), QString());
    EXPECT_TRUE(says(HolidaysPage::tr("The city has no holidays of its own.")));
}

} // namespace kessai::test
