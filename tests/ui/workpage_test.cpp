// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/workpage.h"

#include "tests/ui/answereddialogs.h"
#include "tests/ui/trialwindow.h"
#include "ui/office/workmodel.h"
#include "ui/shell/officepage.h"
#include "ui/widgets/navigationlist.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace kessai::test {

/// 勤務の管理 in the window, at a real desk over a trial office; 加藤 holds the personnel role.
class WorkPageTest : public TrialWindow {
protected:
    void TearDown() override
    {
        m_window.reset();
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

    AnsweredDialogs m_answers;
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
    which->setCurrentIndex(4);
    Q_EMIT which->activated(4);
    EXPECT_EQ(view->model()->rowCount(), 0) << "nothing expires or is late";
    which->setCurrentIndex(0);
    Q_EMIT which->activated(0);

    auto *section = find<QComboBox>("workSection");
    ASSERT_GT(section->count(), 2);
    section->setCurrentIndex(1);
    Q_EMIT section->activated(1);
    EXPECT_GT(view->model()->rowCount(), 0);
    EXPECT_LT(view->model()->rowCount(), 19) << "the people of one section";
    EXPECT_TRUE(find<QLabel>("workDetail")->text().contains(WorkPage::tr("to be settled with %1").arg(QString())))
        << find<QLabel>("workDetail")->text().toStdString();
}

TEST_F(WorkPageTest, OpensWhatIsBehindAPersonAndWithWhomItLies)
{
    Hand sato(office, people.sato);
    ASSERT_TRUE(fine(sato.file(memo(QStringLiteral("時間外"), 90))));
    openFor(people.kato);
    find<QToolButton>("monthAfter")->click();
    settle();
    find<QLineEdit>("workSearch")->setText(QStringLiteral("佐藤"));
    auto *view = find<QTableView>("workTable");
    EXPECT_TRUE(view->model()->index(0, WorkModel::Month).data().toString().isEmpty()) << "nothing of it is decided";
    EXPECT_EQ(view->model()->index(0, WorkModel::Asked).data().toString(), QStringLiteral("1 h 30 min"));

    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);

    auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("workDays"));
    ASSERT_TRUE(dialog && dialog->isVisible());
    QString said;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        said += label->text() + QLatin1Char('\n');
    EXPECT_TRUE(said.contains(QStringLiteral("a result that is not confirmed"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("加藤"))) << said.toStdString();
    QTest::keyClick(dialog, Qt::Key_Return);
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(WorkPageTest, ClosesTheMonthThatIsOverAndOpensItAgainForAReason)
{
    openFor(people.kato);
    ASSERT_TRUE(find<QPushButton>("closeMonth")->isEnabled()) << "the month before is shown first";
    m_answers.confirmed = false;
    press("closeMonth");
    EXPECT_TRUE(find<QPushButton>("closeMonth")->isVisible()) << "not before somebody says yes";
    m_answers.confirmed = true;

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
    m_answers.savePath = folder.filePath(QStringLiteral("payroll.csv"));
    EXPECT_FALSE(find<QPushButton>("payrollFile")->isVisible());
    press("closeMonth");

    press("payrollFile");

    ASSERT_TRUE(wait([this] { return QFile::exists(m_answers.savePath); }));
    QFile file(m_answers.savePath);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().startsWith("\xEF\xBB\xBF職員番号,"));
    settle();

    find<QComboBox>("payrollEncoding")->setCurrentIndex(1);
    m_answers.savePath = folder.filePath(QStringLiteral("payroll-cp932.csv"));
    press("payrollFile");
    ASSERT_TRUE(wait([this] { return QFile::exists(m_answers.savePath); }));
    QFile older(m_answers.savePath);
    ASSERT_TRUE(older.open(QIODevice::ReadOnly));
    EXPECT_TRUE(older.readAll().startsWith("\x90\x45\x88\xF5")) << "職員";
    settle();
}

TEST_F(WorkPageTest, SavesTheTableAsItIsShown)
{
    openFor(people.kato);
    QTemporaryDir folder;
    m_answers.savePath = folder.filePath(QStringLiteral("table.csv"));
    find<QLineEdit>("workSearch")->setText(QStringLiteral("佐藤"));

    find<QAction>("exportCsv")->trigger();
    settle();

    ASSERT_TRUE(wait([this] { return QFile::exists(m_answers.savePath); }));
    QFile file(m_answers.savePath);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines[1].contains(QStringLiteral("佐藤 花")));
    settle();
}

/// A decided evening of 佐藤's on the day of the tests, and the register's dialog over its month.
class BookDialogTest : public WorkPageTest {
protected:
    void openBooks(bool worked = true)
    {
        if (worked) {
            Hand sato(office, people.sato);
            const auto id = sato.file(memo(QStringLiteral("時間外"), 90));
            ASSERT_TRUE(fine(id));
            for (const StaffId who : {people.suzuki, people.kato, people.bando})
                ASSERT_TRUE(fine(Hand(office, who).approve(*id)));
            ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE posting SET starts = 1035"))));
        }
        openFor(people.kato);
        find<QToolButton>("monthAfter")->click();
        settle();
        press("books");
        m_dialog = m_window->findChild<QDialog *>(QStringLiteral("bookDialog"));
        ASSERT_TRUE(m_dialog);
    }
    QString says() { return m_dialog->findChild<QLabel *>(QStringLiteral("bookState"))->text(); }
    void save()
    {
        m_dialog->findChild<QComboBox *>(QStringLiteral("bookWhose"))->setCurrentText(QStringLiteral("Everybody"));
        m_dialog->findChild<QPushButton *>(QStringLiteral("bookSave"))->click();
    }

    QDialog *m_dialog = nullptr;
};

TEST_F(BookDialogTest, WritesWhatWasOrderedWorkedAndConfirmed)
{
    QTemporaryDir folder;
    m_answers.savePath = folder.filePath(QStringLiteral("books.pdf"));
    openBooks();

    save();

    ASSERT_TRUE(wait([this] { return says().startsWith(QStringLiteral("Saved as")); })) << says().toStdString();
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), m_answers.savePath, QStringLiteral("-")});
    ASSERT_TRUE(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput()).simplified();
    for (const QString &part : {QStringLiteral("佐藤 花"), QStringLiteral("総務部長 坂東 武"),
                                QStringLiteral("17:15〜18:45"), QStringLiteral("1:30"), QStringLiteral("125")})
        EXPECT_TRUE(text.contains(part)) << part.toStdString() << " is not in " << text.toStdString();
}

TEST_F(BookDialogTest, LeavesNothingWhenItIsStopped)
{
    QTemporaryDir folder;
    m_answers.savePath = folder.filePath(QStringLiteral("books.pdf"));
    openBooks();
    hold();
    save();
    EXPECT_FALSE(m_dialog->findChild<QPushButton *>(QStringLiteral("bookSave"))->isEnabled());

    m_dialog->findChild<QPushButton *>(QStringLiteral("bookClose"))->click();
    release();

    ASSERT_TRUE(wait([this] { return says().startsWith(QStringLiteral("Stopped")); })) << says().toStdString();
    EXPECT_FALSE(QFile::exists(m_answers.savePath));
    EXPECT_TRUE(m_dialog->isVisible()) << "it can be tried again";
}

TEST_F(BookDialogTest, SaysWhenNobodyHasAnyOvertime)
{
    m_answers.savePath = QStringLiteral("/nowhere/books.pdf");
    openBooks(false);

    save();

    EXPECT_TRUE(wait([this] { return says() == QStringLiteral("Nobody has any overtime in this month."); }))
        << says().toStdString();
}

} // namespace kessai::test
