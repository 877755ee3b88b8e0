// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/actspage.h"

#include "tests/ui/answereddialogs.h"
#include "tests/ui/trialwindow.h"
#include "ui/admin/settingswindow.h"
#include "ui/wording.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// The page at a real desk over a trial office, after a deputy was named and a number was set.
class ActsPageTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        const QDate day = office.clock().now().day();
        ASSERT_TRUE(fine(office.as(people.suzuki)
                             .office()
                             .change(RegisterDeputy{{people.suzuki, people.sato}, day, day.addDays(3)})));
        const auto configuration = office.as(people.kato).office().configuration();
        ASSERT_TRUE(fine(configuration));
        ASSERT_TRUE(fine(office.as(people.kato)
                             .office()
                             .adoptParameters({{{u"reminder.pause_days"_s, day.addDays(1), 7, u"規則の改正"_s}},
                                               u"年度の見直し"_s,
                                               newestParameters(configuration->parameters)})));
        beginSession(people.kato);
        window = std::make_unique<SettingsWindow>(*session);
        window->open();
        window->goTo(u"acts"_s);
        page = window->findChild<ActsPage *>();
        ASSERT_NE(page, nullptr);
        list = page->findChild<QTableView *>(u"actsList"_s);
        ASSERT_TRUE(wait([this] { return rows() > 2; }));
    }
    void TearDown() override
    {
        window.reset();
        TrialWindow::TearDown();
    }
    int rows() const { return list->model()->rowCount(); }
    QString cell(int row, int column) const { return list->model()->index(row, column).data().toString(); }
    QString detail() const
    {
        QStringList texts;
        for (const QLabel *label : page->findChild<QScrollArea *>(u"actsDetail"_s)->findChildren<QLabel *>()) {
            if (!label->isHidden()) // those of another change go a little later
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

    std::unique_ptr<SettingsWindow> window;
    ActsPage *page = nullptr;
    QTableView *list = nullptr;
};

TEST_F(ActsPageTest, ListsWhoChangedWhatNewestFirstAndWhatItChanged)
{
    EXPECT_TRUE(cell(0, 2).startsWith(u"Number"_s)) << cell(0, 2).toStdString();
    EXPECT_EQ(cell(0, 4), u"年度の見直し"_s);
    EXPECT_TRUE(cell(1, 2).startsWith(u"Deputy"_s)) << cell(1, 2).toStdString();
    EXPECT_EQ(list->currentIndex().row(), 0);
    EXPECT_TRUE(wait([this] { return detail().contains(u"→ 7"_s); })) << detail().toStdString();

    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);

    EXPECT_TRUE(wait([this] { return detail().contains(u" for "_s) && !detail().contains(u"→ 7"_s); }))
        << detail().toStdString();
}

TEST_F(ActsPageTest, ANarrowListKeepsTheDayFromWhichAChangeHolds)
{
    window->resize(911, 512);
    settle();

    EXPECT_FALSE(list->isColumnHidden(3));
    const QString from = longDay(office.clock().now().day());
    EXPECT_EQ(cell(1, 3), from) << "of a deputy, too";
    EXPECT_EQ(cell(1, 0), from) << "the day alone; the time stands below";
    EXPECT_GE(list->columnWidth(3), list->fontMetrics().horizontalAdvance(from));
}

TEST_F(ActsPageTest, FindsOneKindAndOnePerson)
{
    auto *kinds = page->findChild<QComboBox *>(u"actsKind"_s);
    kinds->setCurrentIndex(kinds->findData(int(OfficeActKind::Deputy)));
    EXPECT_TRUE(wait([this] { return rows() == 1; }));

    auto *who = page->findChild<QComboBox *>(u"actsPerson"_s);
    who->setCurrentIndex(who->findData(u"kato"_s));
    EXPECT_TRUE(wait([this] { return rows() == 0 && !list->isVisible(); })) << "he named no deputy, and that is said";

    who->setCurrentIndex(0);
    kinds->setCurrentIndex(0);
    EXPECT_TRUE(wait([this] { return rows() > 2 && list->isVisible(); }));
    who->setCurrentIndex(who->findData(u"test"_s));
    EXPECT_TRUE(wait([this] { return rows() == 1; })) << "the founding, by nobody on the staff";
}

TEST_F(ActsPageTest, ListsEverybodyAgainWhereNobodyHasTheChosenLoginsAnyMore)
{
    auto *who = page->findChild<QComboBox *>(u"actsPerson"_s);
    ASSERT_TRUE(wait([who] { return who->count() > 3; }));
    who->setItemData(who->findData(u"suzuki"_s), u"somebody"_s);
    who->setCurrentIndex(who->findData(u"somebody"_s));
    ASSERT_TRUE(wait([this] { return rows() == 0; }));

    page->begin();

    EXPECT_TRUE(wait([this, who] { return who->currentIndex() == 0 && rows() > 2; }));
}

TEST_F(ActsPageTest, KeepsWhoIsChosenWhileMoreComeIntoTheRegister)
{
    auto *who = page->findChild<QComboBox *>(u"actsPerson"_s);
    ASSERT_TRUE(wait([who] { return who->count() > 3; }));
    who->setCurrentIndex(who->findData(u"suzuki"_s));
    ASSERT_TRUE(wait([this] { return rows() == 1; }));
    ASSERT_TRUE(fine(
        office.tamper(u"INSERT INTO office_revision (revision, made_at, made_by, reason)"
                      " SELECT MAX(revision) + 1, MAX(made_at) + 1, 'kessai-admin', '改正' FROM office_revision"_s)));

    page->begin();

    ASSERT_TRUE(wait([who] { return who->findData(u"kessai-admin"_s) > 0; }));
    EXPECT_EQ(who->currentData().toString(), u"suzuki"_s);
    EXPECT_TRUE(who->currentText().contains(u"鈴木"_s)) << who->currentText().toStdString();
}

TEST_F(ActsPageTest, SavesMoreThanIsReadAtOnce)
{
    ASSERT_TRUE(
        fine(office.tamper(u"WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 1100)"
                           " INSERT INTO office_revision (revision, made_at, made_by, reason)"
                           " SELECT newest + n, at + n, 'kessai-admin', '改正'"
                           " FROM more, (SELECT MAX(revision) AS newest, MAX(made_at) AS at FROM office_revision)"_s)));
    AnsweredDialogs answers;
    const QTemporaryDir folder;
    answers.savePath = folder.filePath(u"acts.csv"_s);
    QSignalSpy recorded(page, &ActsPage::recorded);

    page->findChild<QAction *>(u"exportCsv"_s)->trigger();
    ASSERT_TRUE(wait([&recorded] { return recorded.count() == 1; }));

    QFile file(answers.savePath);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    EXPECT_EQ(text.count("kessai-admin"), 2 * 1100) << "by name and by login";
    EXPECT_TRUE(text.contains(QStringLiteral("年度の見直し").toUtf8())) << "and what was done before";
}

} // namespace kessai::test
