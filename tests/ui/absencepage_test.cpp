// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/absencepage.h"

#include "tests/ui/trialwindow.h"
#include "ui/formview/dateedit.h"
#include "ui/office/deputyentry.h"
#include "ui/office/officeparts.h"
#include "ui/office/placedtext.h"
#include "ui/shell/officepage.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

namespace kessai::test {

/// 不在と代理 in the window, at a real desk over a trial office.
class AbsencePageTest : public TrialWindow {
protected:
    AbsencePage &openFor(StaffId who)
    {
        m_window.reset();
        beginSession(who);
        m_window = std::make_unique<OfficePage>(*session);
        m_window->resize(1366, 768);
        m_window->show();
        m_window->goTo(QStringLiteral("absences"));
        settle();
        return *m_window->absences();
    }
    void TearDown() override
    {
        m_window.reset();
        TrialWindow::TearDown();
    }
    template <class W>
    W *find(const char *name)
    {
        QList<W *> all = m_window->absences()->findChildren<W *>(QLatin1String(name));
        all.removeIf([](W *one) { return !one->isVisible(); });
        EXPECT_FALSE(all.isEmpty()) << name;
        return all.isEmpty() ? nullptr : all.front();
    }
    int count(const char *name)
    {
        const QList<QPushButton *> all = m_window->absences()->findChildren<QPushButton *>(QLatin1String(name));
        return int(std::count_if(all.begin(), all.end(), [](QPushButton *one) { return one->isVisible(); }));
    }
    bool says(const QString &text)
    {
        const QList<QLabel *> labels = m_window->absences()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }
    void choose(const char *box, StaffId who)
    {
        auto *list = find<QComboBox>(box);
        list->setCurrentIndex(list->findData(who.value()));
        Q_EMIT list->activated(list->currentIndex());
    }
    void setDay(const char *edit, const QDate &day)
    {
        auto *one = find<DateEdit>(edit);
        one->setDate(day);
        Q_EMIT one->edited();
    }
    void press(const char *button)
    {
        auto *one = find<QPushButton>(button);
        ASSERT_NE(one, nullptr);
        ASSERT_TRUE(one->isEnabled()) << button;
        one->click();
        settle();
    }
    QDate today() const { return session->info().today; }

    std::unique_ptr<OfficePage> m_window;
};

TEST_F(AbsencePageTest, RegistersShortensAndEndsOnesOwnDays)
{
    openFor(people.suzuki);
    EXPECT_TRUE(says(AbsencePage::tr("No absence is registered.")));
    EXPECT_TRUE(find<QPushButton>("addAbsence")->isEnabled()) << "a single day needs no last one";

    find<QComboBox>("absenceKind")->setCurrentIndex(1);
    setDay("absenceUntil", today().addDays(-1));
    EXPECT_FALSE(find<QPushButton>("addAbsence")->isEnabled()) << "it would end before it begins";
    setDay("absenceUntil", today().addDays(4));
    QSignalSpy recorded(m_window->absences(), &AbsencePage::recorded);
    press("addAbsence");

    ASSERT_EQ(recorded.count(), 1);
    EXPECT_TRUE(says(absenceWord(AbsenceKind::Trip)));
    EXPECT_TRUE(says(periodText(today(), today().addDays(4))));
    EXPECT_TRUE(find<DateEdit>("absenceUntil")->text().isEmpty()) << "what was registered is no longer in the fields";
    EXPECT_TRUE(says(AbsencePage::tr("nobody acts meanwhile: what comes waits")));
    EXPECT_TRUE(session->info().office->absent(people.suzuki));

    press("shorten");
    setDay("shortenUntil", today().addDays(9));
    EXPECT_FALSE(find<QPushButton>("shortenSet")->isEnabled()) << "that would be longer";
    setDay("shortenUntil", today().addDays(1));
    press("shortenSet");
    EXPECT_TRUE(says(periodText(today(), today().addDays(1))));

    press("endAbsence");
    EXPECT_TRUE(says(AbsencePage::tr("No absence is registered.")));
    EXPECT_FALSE(session->info().office->absent(people.suzuki));

    m_window->findChild<UndoLine *>(QStringLiteral("quietLine"))
        ->findChild<QPushButton *>(QStringLiteral("undo"))
        ->click();
    settle();
    EXPECT_TRUE(says(periodText(today(), today().addDays(1)))) << "a slip is taken back";
    EXPECT_TRUE(session->info().office->absent(people.suzuki));
}

TEST_F(AbsencePageTest, GivesWhatWaitsToTheDeputy)
{
    ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("机"), 1))));
    openFor(people.suzuki);
    EXPECT_FALSE(find<QPushButton>("addDeputy")->isEnabled());
    EXPECT_EQ(find<QComboBox>("deputy")->findData(people.suzuki.value()), -1) << "nobody is their own deputy";
    choose("deputy", people.seki);
    press("addDeputy");
    EXPECT_TRUE(says(placedText(*session->info().office, people.seki)));
    EXPECT_EQ(count("endDeputy"), 1);
    setDay("absenceUntil", today());
    press("addAbsence");

    openFor(people.seki);
    EXPECT_EQ(session->pulse().waiting, 1);
    EXPECT_TRUE(says(placedText(*session->info().office, people.suzuki))) << "for whom one acts";
    const QString name = session->info().office->staff(people.suzuki)->name();
    EXPECT_FALSE(says(QStringLiteral("what comes to %1 waits").arg(name)));
    setDay("absenceUntil", today());
    press("addAbsence");
    EXPECT_TRUE(says(QStringLiteral("what comes to %1 waits").arg(name))) << "their deputy is away as well";

    openFor(people.suzuki);
    press("endDeputy");
    EXPECT_TRUE(says(AbsencePage::tr("No deputy is registered.")));
    openFor(people.seki);
    EXPECT_EQ(session->pulse().waiting, 0);
}

TEST_F(AbsencePageTest, NeedsAnEndForAllDays)
{
    openFor(people.suzuki);
    choose("deputy", people.seki);
    EXPECT_TRUE(find<QPushButton>("addDeputy")->isEnabled());
    find<QComboBox>("deputyWhen")->setCurrentIndex(1);
    EXPECT_FALSE(find<QPushButton>("addDeputy")->isEnabled());
    setDay("deputyUntil", today().addDays(3));
    press("addDeputy");
    EXPECT_EQ(count("endDeputy"), 1);
}

TEST_F(AbsencePageTest, LetsAdministratorsChooseSomebodyElse)
{
    openFor(people.suzuki);
    EXPECT_EQ(m_window->absences()->findChild<QComboBox *>(QStringLiteral("whose")), nullptr);

    openFor(people.kato);
    choose("whose", people.suzuki);
    settle();
    EXPECT_FALSE(m_window->absences()->findChild<QWidget *>(QStringLiteral("passOver"))->isVisible())
        << "theirs alone to say";
    EXPECT_EQ(find<QComboBox>("deputy")->findData(people.kato.value()), -1) << "nobody makes themselves a deputy";
    choose("deputy", people.seki);
    press("addDeputy");
    setDay("absenceUntil", today().addDays(2));
    press("addAbsence");
    EXPECT_TRUE(session->info().office->absent(people.suzuki));
    EXPECT_FALSE(session->info().office->absent(people.kato));

    m_window->goTo(QStringLiteral("tray"));
    m_window->goTo(QStringLiteral("absences"));
    settle();
    EXPECT_TRUE(says(AbsencePage::tr("No absence is registered."))) << "one comes back to one's own days";
}

TEST_F(AbsencePageTest, OffersEverybodyWithTheirPlaceTheOwnSectionFirst)
{
    openFor(people.suzuki);
    const auto *deputies = find<QComboBox>("deputy");
    const auto place = [&](StaffId who) { return deputies->findData(who.value()); };

    EXPECT_TRUE(deputies->itemText(place(people.seki)).contains(u"総務課 庶務係"))
        << deputies->itemText(place(people.seki)).toStdString();
    EXPECT_LT(place(people.seki), place(people.kato)) << "of the same 係";
    EXPECT_LT(place(people.kato), place(people.zaizen)) << "of the same 課";
}

TEST_F(AbsencePageTest, SaysInOneSentenceWhatADeputyIsGiven)
{
    openFor(people.suzuki);
    const auto words = [this] { return find<QLabel>("deputyWords")->text(); };
    const QString other = DeputyEntry::tr("They are of another section.");

    choose("deputy", people.zaizen);
    EXPECT_TRUE(words().startsWith(other)) << words().toStdString();
    EXPECT_TRUE(words().contains(placedText(*session->info().office, people.zaizen)));
    EXPECT_TRUE(words().contains(DeputyEntry::tr("all requests")));
    EXPECT_TRUE(words().contains(DeputyEntry::tr("of any amount")));
    EXPECT_TRUE(words().contains(u"without an end")) << words().toStdString();

    choose("deputy", people.seki);
    find<QPushButton>("deputyForms")->menu()->actions().front()->trigger();
    auto *upTo = find<QLineEdit>("deputyUpTo");
    upTo->setText(QStringLiteral("50万円"));
    Q_EMIT upTo->textEdited(upTo->text());
    setDay("deputyUntil", today().addDays(3));
    EXPECT_FALSE(words().contains(other));
    EXPECT_TRUE(words().contains(u"500,000")) << words().toStdString();
    EXPECT_FALSE(words().contains(DeputyEntry::tr("all requests")));
    EXPECT_FALSE(words().contains(u"without an end"));
}

TEST_F(AbsencePageTest, SaysWhyNobodyCanBeRegisteredYet)
{
    openFor(people.kato);
    choose("whose", people.suzuki);
    settle();
    const auto words = [this] { return find<QLabel>("deputyWords")->text(); };
    const QString first = words();
    EXPECT_FALSE(first.isEmpty());

    auto *deputy = find<QComboBox>("deputy");
    deputy->setEditText(QStringLiteral("加藤"));
    EXPECT_EQ(words(), DeputyEntry::tr("Nobody makes themselves somebody's deputy. Another administrator does that."));
    deputy->setEditText(QStringLiteral("鈴木"));
    EXPECT_EQ(words(), DeputyEntry::tr("Nobody is their own deputy."));

    choose("deputy", people.seki);
    find<QComboBox>("deputyWhen")->setCurrentIndex(1);
    EXPECT_EQ(words(), DeputyEntry::tr("For all days of a period, write its last day."));
    EXPECT_FALSE(find<QPushButton>("addDeputy")->isEnabled());
}

TEST_F(AbsencePageTest, SaysWhatWasRefused)
{
    openFor(people.suzuki);
    choose("deputy", people.seki);
    press("addDeputy");
    choose("deputy", people.seki);
    press("addDeputy");

    auto *banner = m_window->absences()->findChild<QuietBanner *>();
    ASSERT_NE(banner, nullptr);
    EXPECT_TRUE(banner->isVisible());
    EXPECT_EQ(count("endDeputy"), 1);
}

TEST_F(AbsencePageTest, NamesEverythingOneCanReachWithTab)
{
    AbsencePage &page = openFor(people.kato);
    for (QWidget *one : page.findChildren<QWidget *>()) {
        if (!one->isVisible() || !(one->focusPolicy() & Qt::TabFocus) || one->focusProxy())
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(one);
        EXPECT_FALSE(one->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            << one->metaObject()->className() << ' ' << one->objectName().toStdString();
    }
    if (qEnvironmentVariableIsSet("KESSAI_LOOK"))
        m_window->grab().save(qEnvironmentVariable("KESSAI_LOOK"));
}

TEST_F(AbsencePageTest, LimitsADeputyToSomeRequests)
{
    openFor(people.suzuki);
    choose("deputy", people.seki);
    auto *upTo = find<QLineEdit>("deputyUpTo");
    upTo->setText(QStringLiteral("少し"));
    Q_EMIT upTo->textEdited(upTo->text());
    EXPECT_FALSE(find<QPushButton>("addDeputy")->isEnabled()) << "that is no amount";
    upTo->setText(QStringLiteral("50万円"));
    Q_EMIT upTo->textEdited(upTo->text());
    const QList<QAction *> forms = find<QPushButton>("deputyForms")->menu()->actions();
    ASSERT_FALSE(forms.isEmpty());
    EXPECT_EQ(find<QPushButton>("deputyForms")->text(), AbsencePage::tr("All kinds"));
    forms.front()->trigger();
    EXPECT_EQ(find<QPushButton>("deputyForms")->text(), forms.front()->text());
    const QString kind = forms.front()->text();
    press("addDeputy");

    const Deputyship made{people.suzuki, people.seki, true, {session->info().forms.front().code}, 500'000};
    EXPECT_TRUE(says(limitText(made, session->info().forms)));
    EXPECT_TRUE(says(kind));
    EXPECT_TRUE(upTo->text().isEmpty());
    EXPECT_EQ(find<QPushButton>("deputyForms")->text(), AbsencePage::tr("All kinds")) << "for whoever comes next";

    press("addAbsence");
    EXPECT_TRUE(says(AbsencePage::tr("deputies act on some requests only: what else comes waits")));
    EXPECT_FALSE(says(AbsencePage::tr("nobody acts meanwhile: what comes waits")));
    choose("deputy", people.kato);
    press("addDeputy");
    EXPECT_FALSE(says(AbsencePage::tr("deputies act on some requests only: what else comes waits")))
        << "the other one acts on everything";
}

} // namespace kessai::test
