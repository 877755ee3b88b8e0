// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/settingswindow.h"

#include "tests/ui/answereddialogs.h"
#include "tests/ui/trialwindow.h"
#include "ui/admin/benchpage.h"
#include "ui/admin/organisationpage.h"
#include "ui/admin/tablemodel.h"
#include "ui/admin/waysmodel.h"
#include "ui/formview/dateedit.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/routestrip.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// The settings as an administrator has them before them, at a real desk over a trial office.
class SettingsWindowTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        Hand hand(office, people.sato);
        ASSERT_TRUE(fine(hand.file(memo(u"備品の購入"_s, 20'000))));
        ASSERT_TRUE(fine(hand.file(memo(u"消耗品の購入"_s, 500))));
        beginSession(people.kato);
        window = std::make_unique<SettingsWindow>(*session);
        window->open();
        window->showNormal(); // whatever the screen of a test is
        window->resize(1280, 760);
        settle();
        ASSERT_TRUE(wait([this] { return grid()->rowCount() > 0; }));
    }
    void TearDown() override
    {
        window.reset();
        TrialWindow::TearDown();
    }
    template <class W>
    W *part(const char *name)
    {
        W *found = window->findChild<W *>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    TableModel *grid() { return qobject_cast<TableModel *>(part<QTableView>("decisionGrid")->model()); }
    QString cell(int row, int column) { return grid()->index(row, column).data().toString(); }
    bool says(const QString &text)
    {
        const QList<QLabel *> labels = window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }
    /// Writes what one types into a line and leaves it.
    void fill(const char *name, const QString &text)
    {
        auto *line = part<QLineEdit>(name);
        line->setText(text);
        Q_EMIT line->editingFinished();
        settle();
    }
    void write()
    {
        part<QPushButton>("writeTable")->click();
        settle();
    }
    bool maySave() { return part<QPushButton>("tableAdopt")->isEnabled(); }
    std::vector<DecisionTable> tables() { return office.owner().office().configuration()->tables; }

    std::unique_ptr<SettingsWindow> window;
    AnsweredDialogs dialogs;
    QTemporaryDir folder;
};

TEST_F(SettingsWindowTest, ShowsTheTableAsTheRuleBookDoes)
{
    const QAbstractItemModelTester tester(grid());

    EXPECT_EQ(grid()->columnCount(), 3);
    EXPECT_TRUE(grid()->isHead(0));
    EXPECT_TRUE(cell(0, 0).contains(u"T-1"_s)) << qPrintable(cell(0, 0));
    EXPECT_TRUE(cell(0, 0).contains(u"別表1"_s) || cell(0, 0).contains(u"table 1"_s));
    EXPECT_EQ(cell(1, 2), u"●"_s) << "the director decides the lower amounts";
    EXPECT_EQ(cell(2, 1), u"●"_s);
    EXPECT_EQ(part<QComboBox>("tableRevision")->count(), 1);
}

TEST_F(SettingsWindowTest, ADraftIsPutInForceFromItsDayOnForAReason)
{
    write();
    EXPECT_FALSE(maySave()) << "nothing is changed";
    fill("limit_departmentAmount", u"１万"_s);
    EXPECT_FALSE(maySave()) << "no reason is said";
    part<QLineEdit>("tableReason")->setText(u"規程の改正"_s);
    ASSERT_TRUE(maySave());
    part<DateEdit>("tableFrom")->setDate(session->info().today);
    Q_EMIT part<DateEdit>("tableFrom")->edited();
    settle();
    EXPECT_FALSE(maySave()) << "not for today";
    part<DateEdit>("tableFrom")->setDate(session->info().today.addDays(7));
    Q_EMIT part<DateEdit>("tableFrom")->edited();
    settle();
    ASSERT_TRUE(maySave());

    part<QPushButton>("tableAdopt")->click();
    settle();

    ASSERT_EQ(tables().size(), 2U);
    EXPECT_EQ(tables()[1].from, session->info().today.addDays(7));
    EXPECT_EQ(tables()[1].rows[0].limits[0], (DecisionLimit{DecisionLimit::Kind::UpTo, Yen(10'000)}));
    EXPECT_TRUE(wait([this] { return part<QComboBox>("tableRevision")->count() == 2; }));
    EXPECT_TRUE(part<QPushButton>("writeTable")->isVisible());
}

TEST_F(SettingsWindowTest, ProblemsAreSaidWhileOneTypesAndEveryStepCanBeUndone)
{
    write();
    auto *mayor = part<QComboBox>("limit_mayor");
    mayor->setCurrentIndex(0);
    Q_EMIT mayor->activated(0);
    settle();
    EXPECT_TRUE(wait([this] { return says(u"T-1"_s) && !maySave(); }));
    EXPECT_EQ(grid()->rowCount(), 3);
    EXPECT_EQ(cell(2, 1), QString()) << "nobody decides";

    part<QToolButton>("undoTable")->click();
    settle();
    EXPECT_EQ(cell(2, 1), u"●"_s);
    EXPECT_FALSE(part<QToolButton>("undoTable")->isEnabled());
    part<QToolButton>("redoTable")->click();
    settle();
    EXPECT_EQ(cell(2, 1), QString());
    part<QPushButton>("giveUpTable")->click();
    settle();
    EXPECT_EQ(cell(2, 1), u"●"_s);
    EXPECT_EQ(tables().size(), 1U);
}

TEST_F(SettingsWindowTest, RowsAreAddedCopiedAndRemoved)
{
    write();
    part<QPushButton>("copyRow")->click();
    settle();
    EXPECT_EQ(grid()->headOf(1), 3);
    EXPECT_TRUE(cell(3, 0).contains(u"T-1-2"_s));
    EXPECT_TRUE(wait([this] { return says(u"T-1-2"_s) && !maySave(); })) << "two rows for one kind of case";
    part<QPushButton>("removeRow")->click();
    settle();
    EXPECT_EQ(grid()->headOf(1), -1);
}

TEST_F(SettingsWindowTest, AFileIsTakenAsAWholeOrNotAtAll)
{
    write();
    const QString path = folder.filePath(u"table.csv"_s);
    const auto bring = [&](const QString &text) {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.close();
        dialogs.openPaths = {path};
        part<QPushButton>("chooseTableFile")->click();
    };
    const QString head = u"行,案件の種類,節,金額,市長,部長,根拠\r\n"_s;

    bring(head + u"T-1,伺い,,全額,,●,別表1\r\n"_s);
    EXPECT_TRUE(wait([this] { return grid()->rowCount() == 2; }));
    EXPECT_EQ(cell(1, 2), u"●"_s);

    bring(head + u"T-1,伺い,,全額,●,●,別表1\r\n"_s);
    EXPECT_TRUE(wait([this] { return says(u"●"_s); }));
    EXPECT_EQ(cell(1, 1), QString()) << "the draft stays as it was";
}

TEST_F(SettingsWindowTest, TheBenchShowsTheRouteByBothTablesAndWhoseCasesGoAnotherWay)
{
    write();
    fill("limit_departmentAmount", u"10000"_s);
    window->goTo(u"bench"_s);
    settle();
    EXPECT_EQ(part<QComboBox>("trialForm")->currentData().toString(), u"memo"_s);
    auto *who = part<QComboBox>("trialWho");
    who->setCurrentIndex(who->findData(people.sato.value()));
    Q_EMIT who->activated(who->currentIndex());
    auto *amount = part<QWidget>("trial_amount")->findChild<QLineEdit *>();
    ASSERT_NE(amount, nullptr);
    amount->selectAll();
    QTest::keyClicks(amount, QStringLiteral("20000"));
    QTest::keyClick(amount, Qt::Key_Return);
    settle();

    EXPECT_TRUE(wait([this] { return says(u"総務部長"_s) && says(u"市長"_s); }));
    EXPECT_TRUE(part<QWidget>("routeDrafted")->isVisible());
    for (const RouteStepView &step : part<QWidget>("routeDrafted")->findChild<RouteStrip *>()->steps()) {
        for (const RouteSeat &seat : step.seats)
            EXPECT_FALSE(seat.act.isEmpty()) << "nobody waits on a route that is only tried";
    }

    part<QPushButton>("lookWays")->click();
    auto *ways = qobject_cast<WaysModel *>(part<QTableView>("waysTable")->model());
    ASSERT_TRUE(wait([&] { return ways->rowCount() == 1; }));
    const QAbstractItemModelTester tester(ways);
    EXPECT_EQ(ways->ways().front().amount, 20'000);
    EXPECT_TRUE(differenceOf(ways->ways().front()).contains(u"総務部長 → 市長"_s))
        << qPrintable(differenceOf(ways->ways().front()));
    EXPECT_FALSE(says(ways->ways().front().number)) << "the routes are of what is made up";
    part<QTableView>("waysTable")->setCurrentIndex(ways->index(0, 0));
    EXPECT_TRUE(says(ways->ways().front().number)) << "a case that is chosen shows its two routes";
    EXPECT_TRUE(part<QWidget>("routeDrafted")->isVisible());
    amount->selectAll();
    QTest::keyClicks(amount, QStringLiteral("10000"));
    QTest::keyClick(amount, Qt::Key_Return);
    EXPECT_TRUE(wait([&] { return !says(ways->ways().front().number); })) << "and another try its own";
}

TEST_F(SettingsWindowTest, WhatWasDoneIsNotSaidOnAnotherPage)
{
    auto *organisation = part<OrganisationPage>("organisationPage");
    window->goTo(u"organisation"_s);
    Q_EMIT organisation->recorded(u"The organisation is changed."_s);
    ASSERT_TRUE(says(u"The organisation is changed."_s));

    window->goTo(u"organisation"_s);
    EXPECT_TRUE(says(u"The organisation is changed."_s));
    window->goTo(u"decisions"_s);

    EXPECT_FALSE(says(u"The organisation is changed."_s));
}

TEST_F(SettingsWindowTest, SectionsAreFoundByWords)
{
    auto *navigation = part<NavigationList>("settingsNavigation");
    auto *search = part<SearchField>("settingsSearch");

    Q_EMIT search->searchRequested(QStringLiteral("test bench"));

    EXPECT_TRUE(navigation->has(u"bench"_s));
    EXPECT_FALSE(navigation->has(u"decisions"_s));
    Q_EMIT search->searchRequested(QStringLiteral("test　bench")); // with the space of a Japanese keyboard
    EXPECT_TRUE(navigation->has(u"bench"_s));
    EXPECT_FALSE(navigation->has(u"decisions"_s));
    Q_EMIT search->searchRequested(QString());
    EXPECT_TRUE(navigation->has(u"decisions"_s));
}

TEST_F(SettingsWindowTest, NumbersAreFoundByTheirNamesAndWhatIsNowhereIsSaidToBe)
{
    auto *navigation = part<NavigationList>("settingsNavigation");
    auto *search = part<SearchField>("settingsSearch");
    auto *none = part<QWidget>("settingsNone");

    Q_EMIT search->searchRequested(QStringLiteral("随意契約"));
    EXPECT_TRUE(navigation->has(u"parameters"_s));
    EXPECT_FALSE(navigation->has(u"routes"_s));
    EXPECT_FALSE(none->isVisible());

    Q_EMIT search->searchRequested(QStringLiteral("天気"));
    EXPECT_TRUE(none->isVisible());
    Q_EMIT search->searchRequested(QString());
    EXPECT_FALSE(none->isVisible());
}

} // namespace kessai::test
