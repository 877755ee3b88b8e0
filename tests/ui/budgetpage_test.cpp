// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/budgetpage.h"

#include "core/calendar/fiscalyear.h"
#include "tests/ui/answereddialogs.h"
#include "tests/ui/trialwindow.h"
#include "ui/accounting/budgetmodel.h"
#include "ui/formview/fieldeditor.h"
#include "ui/shell/officepage.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace kessai::test {

namespace {

QString csvOf(const QString &code, const QString &amount, const QString &document)
{
    QStringList parts = code.split(QLatin1Char('-'));
    return QStringLiteral(
               "年度,会計,款,項,目,事業,節,細節,会計名,款名,項名,目名,事業名,節名,細節名,所管,種別,金額,日付,根拠\n")
        + QString::number(kBudgetYear.startYear()) + QLatin1Char(',') + parts.join(QLatin1Char(','))
        + QStringLiteral(
              ",一般会計,総務費,総務管理費,一般管理費,一般事務,需用費,消耗品費,総務課,補正,%1,2026-06-24,%2\n")
              .arg(amount, document);
}

} // namespace

/// 予算 in the window, at a real desk over a trial office.
class BudgetPageTest : public TrialWindow {
protected:
    void openFor(StaffId who)
    {
        m_window.reset();
        beginSession(who);
        m_window = std::make_unique<OfficePage>(*session);
        m_window->resize(1366, 768);
        m_window->show();
        m_window->goTo(QStringLiteral("budget"));
        settle();
    }
    void TearDown() override
    {
        m_window.reset();
        TrialWindow::TearDown();
    }
    template <class W>
    W *find(const char *name)
    {
        W *found = m_window->findChild<QWidget *>(QStringLiteral("budgetPage"))->findChild<W *>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    QAbstractItemModel *table() { return find<QTableView>("budgetTable")->model(); }
    QString cell(int column, int row = 0) { return table()->index(row, column).data().toString(); }
    void search(const QString &words)
    {
        find<QLineEdit>("budgetSearch")->setText(words);
        QTest::keyClick(find<QLineEdit>("budgetSearch"), Qt::Key_Return);
        settle();
    }
    void import(const QString &csv)
    {
        m_answers.openPaths = {m_folder.filePath(QStringLiteral("budget-in.csv"))};
        QFile file(m_answers.openPaths.front());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(csv.toUtf8());
        file.close();
        find<QPushButton>("importBudget")->click();
        pool().waitForDone();
        settle();
        ASSERT_TRUE(wait([this] { return find<QWidget>("budgetImport")->isVisible(); }));
    }

    const QString stationery = budgetLine(kStationery, SectionId(0)).account();
    AnsweredDialogs m_answers;
    QTemporaryDir m_folder;
    std::unique_ptr<OfficePage> m_window;
};

TEST_F(BudgetPageTest, ShowsTheLinesInOnesChargeAndHowTheyStand)
{
    ASSERT_TRUE(fine(Hand(office, people.seki).file(moving(QStringLiteral("budget.commitment"), stationery, 120'000))));

    openFor(people.sato);

    const QAbstractItemModelTester tester(table(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(table()->rowCount(), 1) << "that of 福祉課 is not theirs";
    EXPECT_EQ(cell(BudgetModel::Code), kStationery);
    EXPECT_EQ(cell(BudgetModel::SectionName), QStringLiteral("総務課"));
    EXPECT_EQ(cell(BudgetModel::Current), QStringLiteral("1,000,000"));
    EXPECT_EQ(cell(BudgetModel::Allotted), QStringLiteral("500,000"));
    EXPECT_EQ(cell(BudgetModel::Committed), QString());
    EXPECT_EQ(cell(BudgetModel::Running), QStringLiteral("120,000"));
    EXPECT_EQ(cell(BudgetModel::Remaining), QStringLiteral("380,000"));
    EXPECT_FALSE(find<QPushButton>("importBudget")->isVisible());
    openFor(people.zushi);
    EXPECT_EQ(table()->rowCount(), 2) << "finance sees all";
}

TEST_F(BudgetPageTest, FindsLinesByTheirWordsAndSections)
{
    openFor(people.zaizen);

    search(QStringLiteral("消耗品　福祉課"));
    ASSERT_EQ(table()->rowCount(), 1);
    EXPECT_EQ(cell(BudgetModel::Code), kCare);
    search(QStringLiteral("ない科目"));
    EXPECT_EQ(table()->rowCount(), 0);
    EXPECT_TRUE(m_window->findChild<QWidget *>(QStringLiteral("budgetPage"))->findChild<EmptyState *>()->isVisible());
    search({});
    auto *sections = find<QComboBox>("budgetSection");
    sections->setCurrentIndex(sections->findText(QStringLiteral("総務課")));
    Q_EMIT sections->activated(sections->currentIndex());
    ASSERT_EQ(table()->rowCount(), 1);
    EXPECT_EQ(cell(BudgetModel::Code), kStationery);
}

TEST_F(BudgetPageTest, GoesOnInTheLinesAfterAllAreShownAgain)
{
    openFor(people.zaizen);
    search(QStringLiteral("ない科目"));
    auto *page = m_window->findChild<QWidget *>(QStringLiteral("budgetPage"));
    auto *all = page->findChild<EmptyState *>()->findChild<QPushButton *>(QStringLiteral("emptyStateButton"));
    all->setFocus();

    QTest::keyClick(all, Qt::Key_Space);

    EXPECT_EQ(table()->rowCount(), 2);
    EXPECT_EQ(m_window->focusWidget(), find<QTableView>("budgetTable"));
}

TEST_F(BudgetPageTest, NamesALineWithItsCodeAndSortsNamesAsTheBookDoes)
{
    openFor(people.zaizen);
    auto *view = find<QTableView>("budgetTable");

    EXPECT_TRUE(view->isColumnHidden(BudgetModel::Code)) << "it stands below the name";
    EXPECT_TRUE(table()->index(0, BudgetModel::Label).data(Qt::AccessibleTextRole).toString().endsWith(kStationery));
    view->sortByColumn(BudgetModel::Label, Qt::DescendingOrder);
    EXPECT_EQ(cell(BudgetModel::Code), kCare);
    view->sortByColumn(BudgetModel::Label, Qt::AscendingOrder);
    EXPECT_EQ(cell(BudgetModel::Code), kStationery);
}

TEST_F(BudgetPageTest, ShowsTheCasesBehindALineAndOpensOnesOwn)
{
    const auto others = Hand(office, people.seki).file(moving(QStringLiteral("budget.commitment"), stationery, 1'000));
    const auto own = Hand(office, people.sato).file(moving(QStringLiteral("budget.commitment"), stationery, 2'000));
    ASSERT_TRUE(fine(others) && fine(own));
    openFor(people.sato);

    QTest::keyClick(find<QTableView>("budgetTable"), Qt::Key_Return);
    settle();

    auto *cases = find<QTableView>("budgetCases");
    ASSERT_TRUE(cases->isVisible());
    ASSERT_EQ(cases->model()->rowCount(), 2);
    EXPECT_EQ(cases->model()->index(0, BudgetCaseModel::Amount).data().toString(), QStringLiteral("2,000"));
    cases->selectRow(1);
    QTest::keyClick(cases, Qt::Key_Return);
    EXPECT_TRUE(find<QWidget>("budgetTable")->isVisible()) << "a colleague's case was not sent to them";
    cases->selectRow(0);
    QTest::keyClick(cases, Qt::Key_Return);
    settle();
    EXPECT_FALSE(m_window->findChild<QWidget *>(QStringLiteral("budgetPage"))->isVisible());
}

TEST_F(BudgetPageTest, SaysThatNoCaseHasMovedALine)
{
    openFor(people.sato);

    QTest::keyClick(find<QTableView>("budgetTable"), Qt::Key_Return);
    settle();

    EXPECT_TRUE(find<QLabel>("noBudgetCases")->isVisible());
    EXPECT_TRUE(find<QLabel>("budgetTotal")->isHidden());
    QTest::keyClick(find<QTableView>("budgetTable"), Qt::Key_Escape);
    EXPECT_FALSE(find<QWidget>("budgetCasesCard")->isVisible());
}

TEST_F(BudgetPageTest, SavesTheTable)
{
    openFor(people.sato);
    m_answers.savePath = m_folder.filePath(QStringLiteral("budget.csv"));

    find<QAction>("exportCsv")->trigger();

    ASSERT_TRUE(wait([this] { return QFile::exists(m_answers.savePath); }));
    QFile file(m_answers.savePath);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines[1].contains(QStringLiteral(",1000000,"))) << lines[1].toStdString();
    settle();
}

TEST_F(BudgetPageTest, ImportsAFileAfterALookAtIt)
{
    openFor(people.zaizen);
    import(csvOf(kStationery, QStringLiteral("250000"), QStringLiteral("議案第38号")));
    ASSERT_TRUE(find<QPushButton>("enterBudget")->isVisible());
    EXPECT_EQ(cell(BudgetModel::Current), QStringLiteral("1,000,000")) << "not before it is confirmed";

    office.wait();
    find<QPushButton>("enterBudget")->click();
    settle();

    EXPECT_EQ(cell(BudgetModel::Current), QStringLiteral("1,250,000"));
    EXPECT_FALSE(find<QWidget>("budgetImport")->isVisible());
    import(csvOf(kStationery, QStringLiteral("250000"), QStringLiteral("議案第38号")));
    EXPECT_FALSE(find<QPushButton>("enterBudget")->isVisible()) << "all of it is there";
}

TEST_F(BudgetPageTest, SaysRowByRowWhatIsWrongWithAFile)
{
    openFor(people.zaizen);

    import(csvOf(kStationery, QStringLiteral("25万"), QStringLiteral("議案第38号")));

    EXPECT_FALSE(find<QPushButton>("enterBudget")->isVisible());
    EXPECT_TRUE(find<QuietBanner>("budgetImportBanner")->isVisible());
    find<QPushButton>("cancelBudget")->click();
    EXPECT_FALSE(find<QWidget>("budgetImport")->isVisible());
}

TEST_F(BudgetPageTest, LetsAFormPickALineOnesOwnFirst)
{
    FieldDefinition field;
    field.key = QStringLiteral("line");
    field.kind = FieldKind::BudgetLine;
    field.label = {QStringLiteral("予算科目"), QStringLiteral("Budget line")};
    const DeskInfo &info = session->info();
    const std::unique_ptr<FieldEditor> editor(makeFieldEditor(
        field, {.office = info.office, .today = info.today, .budget = info.budget, .ownSections = {people.care}},
        nullptr));
    auto *box = editor->findChild<QComboBox *>();
    ASSERT_NE(box, nullptr);

    ASSERT_EQ(box->count(), 3);
    EXPECT_EQ(box->itemData(1).toString(), budgetLine(kCare, people.care).key());
    editor->setValue(budgetLine(kStationery, people.affairs).key());
    EXPECT_EQ(editor->value().toString(), budgetLine(kStationery, people.affairs).key());
    EXPECT_TRUE(box->currentText().startsWith(kStationery));
    box->lineEdit()->setText(QStringLiteral("0310-10"));
    Q_EMIT box->lineEdit()->editingFinished();
    EXPECT_EQ(editor->value().toString(), budgetLine(kCare, people.care).key()) << "found by a part of its code";
}

} // namespace kessai::test
