// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/workpage.h"

#include "tests/ui/trialwindow.h"
#include "ui/dialogs.h"
#include "ui/office/workmodel.h"
#include "ui/shell/officepage.h"
#include "ui/widgets/navigationlist.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace kessai::test {

namespace {

/// Says yes, and where to save.
class ConsentingDialogs final : public DialogService {
public:
    QString askSavePath(QWidget *, const QString &, const QString &) override { return path; }
    QStringList askOpenPaths(QWidget *, const QString &, const QString &) override { return {}; }
    bool askPrinter(QWidget *, QPrinter &) override { return false; }
    bool confirm(QWidget *, const QString &, const QString &) override { return consent; }

    QString path;
    bool consent = true;
};

} // namespace

/// 勤務の管理 in the window, at a real desk over a trial office; 加藤 holds the personnel role.
class WorkPageTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        replaceDialogs(&m_answers);
    }
    void TearDown() override
    {
        m_window.reset();
        replaceDialogs(nullptr);
        TrialWindow::TearDown();
    }
    void openFor(StaffId who)
    {
        m_window.reset();
        beginSession(who);
        m_window = std::make_unique<OfficePage>(*session);
        m_window->resize(1366, 768);
        m_window->show();
        m_window->goTo(QStringLiteral("work"));
        settle();
    }
    template <class W>
    W *find(const char *name)
    {
        W *found = m_window->findChild<QWidget *>(QStringLiteral("workPage"))->findChild<W *>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    void press(const char *button)
    {
        office.wait(); // what is registered has a time of its own
        find<QPushButton>(button)->click();
        settle();
    }
    QString state() { return find<QLabel>("monthState")->text(); }

    ConsentingDialogs m_answers;
    std::unique_ptr<OfficePage> m_window;
};

TEST_F(WorkPageTest, IsOfferedToPersonnelAlone)
{
    openFor(people.sato);
    EXPECT_FALSE(m_window->navigation()->has(QStringLiteral("work")));
    openFor(people.kato);
    EXPECT_TRUE(m_window->navigation()->has(QStringLiteral("work")));
}

TEST_F(WorkPageTest, ShowsEverybodyAndFindsThem)
{
    openFor(people.kato);
    auto *view = find<QTableView>("workTable");
    const QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(view->model()->rowCount(), 19);

    find<QLineEdit>("workSearch")->setText(QStringLiteral("佐藤"));
    EXPECT_EQ(view->model()->rowCount(), 1);
    find<QLineEdit>("workSearch")->clear();
    auto *which = find<QComboBox>("workFilter");
    which->setCurrentIndex(1);
    Q_EMIT which->activated(1);
    EXPECT_EQ(view->model()->rowCount(), 0) << "nobody is near a limit";
    EXPECT_EQ(find<QLabel>("workDetail")->text(), WorkPage::tr("Nobody is like this in the month."));
    which->setCurrentIndex(3);
    Q_EMIT which->activated(3);
    EXPECT_EQ(view->model()->rowCount(), 19) << "nobody has taken five days of leave";
    EXPECT_EQ(view->model()->index(0, WorkModel::Leave).data().toString(), QStringLiteral("0 d"));

    auto *section = find<QComboBox>("workSection");
    ASSERT_GT(section->count(), 2);
    section->setCurrentIndex(1);
    Q_EMIT section->activated(1);
    EXPECT_GT(view->model()->rowCount(), 0);
    EXPECT_LT(view->model()->rowCount(), 19) << "the people of one section";
    EXPECT_TRUE(find<QLabel>("workDetail")->text().contains(WorkPage::tr("to be settled with %1").arg(QString())))
        << find<QLabel>("workDetail")->text().toStdString();
}

TEST_F(WorkPageTest, ClosesTheMonthThatIsOverAndOpensItAgainForAReason)
{
    openFor(people.kato);
    ASSERT_TRUE(find<QPushButton>("closeMonth")->isEnabled()) << "the month before is shown first";
    m_answers.consent = false;
    press("closeMonth");
    EXPECT_TRUE(find<QPushButton>("closeMonth")->isVisible()) << "not before somebody says yes";
    m_answers.consent = true;

    press("closeMonth");

    EXPECT_TRUE(state().startsWith(QStringLiteral("Closed on"))) << state().toStdString();
    EXPECT_FALSE(find<QPushButton>("closeMonth")->isVisible());
    EXPECT_FALSE(find<QPushButton>("reopenMonth")->isEnabled()) << "not without a reason";
    find<QLineEdit>("reopenReason")->setText(QStringLiteral("実績の訂正"));

    press("reopenMonth");

    EXPECT_TRUE(state().startsWith(QStringLiteral("Open."))) << state().toStdString();
    EXPECT_TRUE(find<QPushButton>("closeMonth")->isEnabled());
}

TEST_F(WorkPageTest, DoesNotCloseTheMonthThatRuns)
{
    openFor(people.kato);

    find<QToolButton>("monthAfter")->click();
    settle();

    EXPECT_FALSE(find<QPushButton>("closeMonth")->isEnabled());
    EXPECT_TRUE(state().startsWith(QStringLiteral("The month is not over yet"))) << state().toStdString();
}

TEST_F(WorkPageTest, SavesTheFileForPayrollOfAClosedMonth)
{
    openFor(people.kato);
    QTemporaryDir folder;
    m_answers.path = folder.filePath(QStringLiteral("payroll.csv"));
    EXPECT_FALSE(find<QPushButton>("payrollFile")->isVisible());
    press("closeMonth");

    press("payrollFile");

    ASSERT_TRUE(wait([this] { return QFile::exists(m_answers.path); }));
    QFile file(m_answers.path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().startsWith("\xEF\xBB\xBF職員番号,"));
    settle();
}

TEST_F(WorkPageTest, SavesTheTableAsItIsShown)
{
    openFor(people.kato);
    QTemporaryDir folder;
    m_answers.path = folder.filePath(QStringLiteral("table.csv"));
    find<QLineEdit>("workSearch")->setText(QStringLiteral("佐藤"));

    find<QAction>("exportCsv")->trigger();
    settle();

    ASSERT_TRUE(wait([this] { return QFile::exists(m_answers.path); }));
    QFile file(m_answers.path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines[1].contains(QStringLiteral("佐藤 花")));
    settle();
}

} // namespace kessai::test
