// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/payeespage.h"

#include "tests/support/payees.h"
#include "tests/ui/answereddialogs.h"
#include "tests/ui/trialwindow.h"
#include "ui/office/payeemodel.h"
#include "ui/shell/officepage.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// 債権者 in the window, at a real desk over a trial office. 芝 holds the role "accounting".
class PayeesPageTest : public TrialWindow {
protected:
    void openFor(StaffId who)
    {
        m_window.reset();
        beginSession(who);
        m_window = std::make_unique<OfficePage>(*session);
        m_window->resize(1366, 900);
        m_window->show();
        m_window->goTo(u"payees"_s);
        settle();
    }
    void TearDown() override
    {
        m_window.reset();
        TrialWindow::TearDown();
    }
    template <class W>
    W *part(const char *name)
    {
        W *found = m_window->payees()->findChild<W *>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    void type(const char *name, const QString &text) { part<QLineEdit>(name)->setText(text); }
    bool says(const QString &text)
    {
        const QList<QLabel *> labels = m_window->payees()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }
    void enter(const Payee &payee)
    {
        ASSERT_TRUE(fine(office.as(people.shiba).payees().changePayees(RegisterPayee{payee, u"債権者登録票"_s})));
    }
    std::vector<Payee> known() { return *office.owner().payees().allPayees(); }
    QString cell(int row, PayeeModel::Column column)
    {
        return part<QTableView>("payeeTable")->model()->index(row, column).data().toString();
    }
    void choose(const QString &table)
    {
        const QString path = m_folder.filePath(u"saikensha.csv"_s);
        QFile out(path);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(table.toUtf8());
        out.close();
        m_dialogs.openPaths = {path};
        part<QPushButton>("choosePayeeFile")->click();
    }

    std::unique_ptr<OfficePage> m_window;
    AnsweredDialogs m_dialogs{false};
    QTemporaryDir m_folder;
    const QString m_head =
        u"債権者コード,名称,カナ,区分,登録番号,金融機関コード,金融機関名カナ,支店コード,支店名カナ,預金種目,口座番号,口座名義カナ,委任状,有効期限\n"_s;
};

TEST_F(PayeesPageTest, IsOfferedToTheAccountingSection)
{
    openFor(people.suzuki);
    EXPECT_FALSE(m_window->navigation()->has(u"payees"_s));
    openFor(people.shiba);
    EXPECT_TRUE(m_window->navigation()->has(u"payees"_s));
    EXPECT_TRUE(says(PayeesPage::tr("No payees yet")));
}

TEST_F(PayeesPageTest, RegistersAPayeeAndShowsHowTheBankWillReadIt)
{
    openFor(people.shiba);
    QSignalSpy recorded(m_window->payees(), &PayeesPage::recorded);
    type("payeeCode", u"１２"_s);
    type("payeeName", u"株式会社協和"_s);
    type("payeeKana", u"カブシキガイシャキョウワ"_s);
    type("payeeBank", u"123"_s);
    type("payeeBankName", u"ミホン"_s);
    type("payeeBranch", u"45"_s);
    type("payeeAccount", u"12345"_s);
    type("payeeHolder", u"協和"_s);
    EXPECT_TRUE(says(u"\"協\""_s)) << "which character banks do not take";
    type("payeeHolder", u"カ）キョウワ"_s);
    EXPECT_TRUE(part<QLabel>("payeeInFile")->text().contains(u"0123 ﾐﾎﾝ / 045  / 1 0012345 / ｶ)ｷﾖｳﾜ"_s))
        << part<QLabel>("payeeInFile")->text().toStdString();

    part<QPushButton>("savePayee")->click();
    settle();
    EXPECT_TRUE(known().empty()) << "not without a reason";
    type("payeeReason", u"債権者登録票 11月24日"_s);
    part<QPushButton>("savePayee")->click();
    ASSERT_TRUE(wait([&] { return recorded.count() == 1; }));
    settle();

    ASSERT_EQ(known().size(), 1u);
    EXPECT_EQ(known().front().account.holder, u"ｶ)ｷﾖｳﾜ"_s);
    EXPECT_EQ(cell(0, PayeeModel::Code), u"12"_s);
    EXPECT_TRUE(cell(0, PayeeModel::Account).contains(u"0012345"_s));
    EXPECT_TRUE(says(u"債権者登録票 11月24日"_s)) << "the history";
}

TEST_F(PayeesPageTest, ChangesAnAccountWithAMandateWhereItIsSomebodyElses)
{
    enter(somePayee(u"12"_s));
    openFor(people.shiba);
    ASSERT_EQ(part<QLineEdit>("payeeName")->text(), u"株式会社協和"_s) << "the first one is shown";
    EXPECT_TRUE(part<QLineEdit>("payeeCode")->isReadOnly());
    EXPECT_FALSE(part<QPushButton>("savePayee")->isEnabled()) << "nothing is changed yet";

    type("payeeHolder", u"ヤマダ タロウ"_s);
    part<QCheckBox>("payeeDiffers")->setChecked(true);
    type("payeeReason", u"委任状"_s);
    part<QPushButton>("savePayee")->click();
    settle();
    EXPECT_EQ(known().front().revision, 1) << "not without the mandate"; // AC-S5
    auto *mandate = m_window->payees()->findChild<QWidget *>(u"payeeMandate"_s);
    ASSERT_NE(mandate, nullptr);
    mandate->findChild<QLineEdit *>()->setFocus();
    QTest::keyClicks(mandate->findChild<QLineEdit *>(), u"2026-11-20"_s);
    QTest::keyClick(mandate->findChild<QLineEdit *>(), Qt::Key_Tab);
    part<QPushButton>("savePayee")->click();
    settle();

    ASSERT_EQ(known().front().revision, 2);
    EXPECT_EQ(known().front().mandateOn, QDate(2026, 11, 20));
    EXPECT_TRUE(says(u"ｶ)ｷﾖｳﾜ → ﾔﾏﾀﾞ ﾀﾛｳ"_s)) << "what the change was";
}

TEST_F(PayeesPageTest, NothingTypedIsLostByLookingElsewhere)
{
    enter(somePayee(u"12"_s));
    enter(somePayee(u"13"_s));
    openFor(people.shiba);
    auto *table = part<QTableView>("payeeTable");
    const QAbstractItemModelTester tester(table->model());
    type("payeeName", u"株式会社協和商会"_s);

    table->selectRow(1);
    EXPECT_EQ(m_dialogs.questions.size(), 1);
    EXPECT_EQ(part<QLineEdit>("payeeName")->text(), u"株式会社協和商会"_s);
    EXPECT_EQ(table->currentIndex().row(), 0);
    type("payeeSearch", u"13"_s);
    QTest::keyClick(part<QLineEdit>("payeeSearch"), Qt::Key_Return);
    settle();
    EXPECT_EQ(part<QLineEdit>("payeeName")->text(), u"株式会社協和商会"_s) << "the list read again drops nothing";

    m_dialogs.confirmed = true;
    part<QPushButton>("newPayee")->click();
    EXPECT_EQ(part<QLineEdit>("payeeName")->text(), QString());
}

TEST_F(PayeesPageTest, SaysWhereSomebodyWasFaster)
{
    enter(somePayee(u"12"_s));
    openFor(people.shiba);
    Payee moved = somePayee(u"12"_s);
    moved.revision = 1;
    moved.account.number = u"7777777"_s;
    ASSERT_TRUE(fine(office.as(people.shiga).payees().changePayees(RegisterPayee{moved, u"口座変更届"_s})));

    type("payeeName", u"株式会社協和商会"_s);
    type("payeeReason", u"名称変更"_s);
    part<QPushButton>("savePayee")->click();
    settle();

    EXPECT_TRUE(m_window->payees()->findChild<QuietBanner *>()->isVisible());
    EXPECT_EQ(known().front().account.number, u"7777777"_s);
    EXPECT_EQ(part<QLineEdit>("payeeName")->text(), u"株式会社協和商会"_s);
}

TEST_F(PayeesPageTest, TakesATableAfterALookAtWhatItChanges)
{
    enter(somePayee(u"12"_s));
    openFor(people.shiba);
    QSignalSpy recorded(m_window->payees(), &PayeesPage::recorded);
    const QString rows = u"12,株式会社協和,カブシキガイシャキョウワ,法人,T7123456789012,0123,ミホン,045,ホンテン,普通,"
                         u"9999999,カ）キョウワ,,\n"
                         u"13,山田 太郎,ヤマダ タロウ,個人,,0123,ミホン,045,ホンテン,普通,1,ヤマダ タロウ,,\n"_s;

    choose(m_head + rows + u"14,山田\n"_s);
    ASSERT_TRUE(wait([&] { return m_window->payees()->findChild<QPushButton *>(u"closePayeeImport"_s)->isVisible(); }));
    EXPECT_FALSE(part<QPushButton>("importPayees")->isVisible()) << "nothing of a table with a wrong row";
    choose(m_head + rows);
    ASSERT_TRUE(wait([&] { return part<QPushButton>("importPayees")->isVisible(); }));
    settle();
    EXPECT_TRUE(says(u"0345678 →"_s));
    EXPECT_TRUE(says(u"山田 太郎"_s));
    EXPECT_EQ(known().size(), 1u) << "nothing is done before it is wanted";
    part<QPushButton>("importPayees")->click();
    ASSERT_TRUE(wait([&] { return recorded.count() == 1; }));
    settle();

    ASSERT_EQ(known().size(), 2u);
    EXPECT_EQ(known().front().account.number, u"9999999"_s);
    EXPECT_EQ(part<QTableView>("payeeTable")->model()->rowCount(), 2);
}

TEST_F(PayeesPageTest, EveryFieldHasANameForThoseWhoCannotSeeIt)
{
    enter(somePayee(u"12"_s));
    openFor(people.shiba);

    for (const QWidget *one : m_window->payees()->findChildren<QWidget *>()) {
        if (one->isVisible() && (one->focusPolicy() & Qt::TabFocus)) {
            EXPECT_FALSE(one->accessibleName().isEmpty() && !one->property("text").isValid())
                << one->metaObject()->className() << ' ' << one->objectName().toStdString();
        }
    }
}

} // namespace kessai::test
