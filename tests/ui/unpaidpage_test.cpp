// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/unpaidpage.h"

#include "tests/ui/paymenttest.h"
#include "ui/accounting/unpaidmodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"

#include <QLabel>

namespace kessai::test {

/// 未払い in the window.
class UnpaidPageTest : public PaymentPageTest {
protected:
    void lookAs(StaffId who)
    {
        openFor(who);
        m_window->goTo(u"unpaid"_s);
        settle();
    }
};

TEST_F(UnpaidPageTest, KeepsTheKeyboardWhereNothingIsUnpaid)
{
    lookAs(people.sato);

    auto *page = m_window->findChild<QWidget *>(u"unpaidPage"_s);
    ASSERT_NE(page, nullptr);
    EXPECT_EQ(page->focusWidget(), page->findChild<EmptyState *>());
}

TEST_F(UnpaidPageTest, ShowsTheSectionWhatIsNotPaid)
{
    decided(20'000);
    lookAs(people.sato);

    auto *table = m_window->findChild<QTableView *>(u"unpaidTable"_s);
    ASSERT_NE(table, nullptr);
    ASSERT_EQ(table->model()->rowCount(), 1);
    const auto cell = [table](int column) { return table->model()->index(0, column).data().toString(); };
    EXPECT_EQ(cell(UnpaidModel::Payee), knownPayee().name);
    EXPECT_EQ(cell(UnpaidModel::SectionName), u"総務課"_s);
    EXPECT_EQ(cell(UnpaidModel::Amount), u"20,000"_s);
}

TEST_F(UnpaidPageTest, FindsWhatIsNotPaidByPayee)
{
    decided(20'000);
    lookAs(people.sato);
    auto *table = m_window->findChild<QTableView *>(u"unpaidTable"_s);
    auto *total = m_window->findChild<QLabel *>(u"unpaidTotal"_s);
    auto *search = m_window->findChild<SearchField *>(u"unpaidSearch"_s);
    ASSERT_TRUE(table && total && search);

    const auto look = [search](const QString &words) {
        search->setText(words);
        QTest::keyClick(search, Qt::Key_Return);
    };
    look(u"いない会社"_s);
    EXPECT_EQ(table->model()->rowCount(), 0);
    EXPECT_FALSE(total->isVisible()) << "nothing is summed up";
    auto *page = m_window->findChild<QWidget *>(u"unpaidPage"_s);
    EXPECT_TRUE(page->findChild<EmptyState *>()->isAncestorOf(page->focusWidget())) << "Return shows everything again";
    look(u"総務課 "_s + knownPayee().name.left(4));

    EXPECT_EQ(table->model()->rowCount(), 1);
    EXPECT_TRUE(table->hasFocus()) << "Return leads to what was found";
    EXPECT_TRUE(total->text().contains(u"20,000"_s)) << qPrintable(total->text());
}

TEST_F(UnpaidPageTest, SaysThatMoreIsUnpaidThanWhatIsSearched)
{
    beginSession(people.sato);
    UnpaidPage page(*session);
    page.show();
    std::vector<Unpaid> many(size_t(kMostUnpaid) + 1);
    for (Unpaid &one : many) {
        one.title = u"机"_s;
        one.left = one.amount = 1'000;
    }
    page.setList(std::move(many));
    auto *total = page.findChild<QLabel *>(u"unpaidTotal"_s);
    auto *search = page.findChild<SearchField *>(u"unpaidSearch"_s);
    ASSERT_TRUE(total && search);
    EXPECT_TRUE(total->text().startsWith(u"The first 500 of more:"_s)) << qPrintable(total->text());

    search->setText(u"机"_s);
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_TRUE(total->text().startsWith(u"What is found among the first 500"_s)) << qPrintable(total->text());
    search->setText(u"いない会社"_s);
    QTest::keyClick(search, Qt::Key_Return);

    QStringList said;
    for (const QLabel *label : page.findChild<EmptyState *>()->findChildren<QLabel *>())
        said.append(label->text());
    EXPECT_TRUE(said.contains(u"Nothing is found among the first 500 unpaid"_s)) << qPrintable(said.join(u'|'));
}

TEST_F(UnpaidPageTest, TellsOrdersUnderWayFromWhatIsOrderedAndExplainsItsSigns)
{
    beginSession(people.sato);
    UnpaidPage page(*session);
    page.resize(1366, 600);
    page.show();
    const QDate today = session->info().today;
    std::vector<Unpaid> rows(3);
    const auto fill = [&rows](size_t row, Unpaid::Kind kind, const QString &title, qint64 left) -> Unpaid & {
        Unpaid &one = rows[row];
        one.kind = kind;
        one.title = title;
        one.amount = one.left = left;
        one.readable = row > 0;
        return one;
    };
    Unpaid &late = fill(0, Unpaid::Kind::Order, u"机"_s, 30'000);
    late.day = late.by = today.addDays(-1);
    late.ordered = true;
    fill(1, Unpaid::Kind::Order, u"椅子"_s, 5'000);
    fill(2, Unpaid::Kind::Commitment, u"棚"_s, 60'000).twice = 20'000;
    page.setList(std::move(rows));
    auto *table = page.findChild<QTableView *>(u"unpaidTable"_s);
    auto *total = page.findChild<QLabel *>(u"unpaidTotal"_s);
    auto *signs = page.findChild<QLabel *>(u"unpaidSigns"_s);
    ASSERT_TRUE(table && total && signs);
    const auto cell = [table](int row, int column, int role = Qt::DisplayRole) {
        return table->model()->index(row, column).data(role).toString();
    };

    EXPECT_EQ(cell(0, UnpaidModel::What), u"Ordered, in examination"_s);
    EXPECT_EQ(cell(1, UnpaidModel::What), u"Payment, in progress"_s);
    EXPECT_TRUE(total->text().startsWith(u"3 rows"_s)) << qPrintable(total->text());
    EXPECT_TRUE(total->text().contains(u"committed and not ordered 40,000"_s)) << qPrintable(total->text());
    EXPECT_TRUE(total->text().contains(u"orders under way 35,000"_s)) << qPrintable(total->text());
    EXPECT_EQ(signs->text(),
              u"1 rows are past their day.　Grey: 1 cases were not sent to you, so you cannot open them."_s);
    EXPECT_TRUE(cell(0, UnpaidModel::Day, Qt::AccessibleTextRole).contains(u"has passed"_s)) << "for who hears it";
    EXPECT_TRUE(cell(0, UnpaidModel::Day, Qt::AccessibleTextRole).contains(u"not sent to you"_s));
}

TEST_F(UnpaidPageTest, KeepsAmountsAndSectionsWhereThereIsLittleRoom)
{
    decided(20'000);
    lookAs(people.sato);
    auto *table = m_window->findChild<QTableView *>(u"unpaidTable"_s);
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->model()->index(0, UnpaidModel::Left).data(UnpaidModel::SecondLine).toString(), QString());

    m_window->resize(911, 512);
    settle();

    const auto second = [table](int column) {
        return table->isColumnHidden(column)
            ? u"hidden"_s
            : table->model()->index(0, column).data(UnpaidModel::SecondLine).toString();
    };
    EXPECT_TRUE(table->isColumnHidden(UnpaidModel::Amount));
    EXPECT_EQ(second(UnpaidModel::Left), u"20,000"_s);
    EXPECT_EQ(second(UnpaidModel::Title), knownPayee().name + u" ・ 総務課"_s);
    EXPECT_FALSE(second(UnpaidModel::What).isEmpty());
}

} // namespace kessai::test
