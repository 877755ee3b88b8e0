// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/payments.h"

#include "tests/core/accounting/zenginreader.h"
#include "tests/support/payees.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

const QDate kDay(2026, 12, 10);

PaymentDue someDue()
{
    return {.id = CaseId(7),
            .number = u"R8-000007"_s,
            .form = u"payment"_s,
            .title = u"支出命令"_s,
            .section = u"総務課"_s,
            .day = QDate(2026, 12, 10),
            .amount = Yen(1000),
            .payee = PayeeRef::of(knownPayee()),
            .known = knownPayee(),
            .examined = true};
}

PaymentBatch batchOf(int transfers)
{
    PaymentBatch batch{.id = BatchId(1),
                       .day = QDate(2026, 12, 10),
                       .source = SourceRevision{1, {u"1234567890"_s, somePayee(u"1"_s).account}}};
    for (int i = 1; i <= transfers; ++i)
        batch.lines.push_back({.no = i,
                               .id = CaseId(i),
                               .number = u"R8-%1"_s.arg(i),
                               .amount = Yen(i),
                               .payee = u"12"_s,
                               .revision = 1,
                               .name = u"株式会社協和"_s,
                               .account = somePayee(u"12"_s).account});
    return batch;
}

} // namespace

TEST(Payments, KeepOutWhatMayNotBePaid)
{
    EXPECT_EQ(staysOut(someDue(), kDay), std::nullopt);
    PaymentDue due = someDue();
    due.known->name = u"株式会社協和商会"_s;
    EXPECT_EQ(staysOut(due, kDay), StaysOut::PayeeRenamed);
    due = someDue();
    due.known.reset();
    EXPECT_EQ(staysOut(due, kDay), StaysOut::NoPayee);
    due = someDue();
    due.known->holderDiffers = true;
    EXPECT_EQ(staysOut(due, kDay), StaysOut::HolderChanged);
    due = someDue();
    due.amount = Yen(0);
    EXPECT_EQ(staysOut(due, kDay), StaysOut::NothingToPay);
    due = someDue();
    due.cancelled = true;
    EXPECT_EQ(staysOut(due, kDay), StaysOut::Cancelled);
    due = someDue();
    due.examined = false;
    EXPECT_EQ(staysOut(due, kDay), StaysOut::NotExamined);
    due = someDue();
    due.own = true;
    EXPECT_EQ(staysOut(due, kDay), std::nullopt) << "the account is the one that was decided";
    due.moved = true;
    EXPECT_EQ(staysOut(due, kDay), StaysOut::OwnAccount);
}

TEST(Payments, Ac5PayTheMoneyOfAYearUntilItsBooksAreClosed)
{
    PaymentDue due = someDue();
    due.payUntil = QDate(2027, 5, 31);

    EXPECT_EQ(staysOut(due, QDate(2027, 5, 31)), std::nullopt);
    EXPECT_EQ(staysOut(due, QDate(2027, 6, 1)), StaysOut::YearClosed);
    PaymentDue unseen = due;
    unseen.examined = false;
    EXPECT_EQ(staysOut(unseen, QDate(2027, 6, 1)), StaysOut::YearClosed) << "it cannot be filed anew any more";
}

TEST(Payments, GoToPayeesWhileTheyAreRegistered)
{
    PaymentDue due = someDue();
    due.known->validUntil = kDay;

    EXPECT_EQ(staysOut(due, kDay), std::nullopt);
    EXPECT_EQ(staysOut(due, kDay.addDays(1)), StaysOut::Ended);
}

TEST(Payments, SayWhereTheAccountIsAnotherOneThanWasDecided)
{
    PaymentDue due = someDue();
    EXPECT_FALSE(accountMoved(due));
    due.moved = true;
    EXPECT_TRUE(accountMoved(due));
    due.moved = false;
    due.known->account.number = u"7654321"_s;
    EXPECT_TRUE(accountMoved(due)) << "the voucher says other digits";
    due.transfer = false;
    EXPECT_FALSE(accountMoved(due)) << "in cash";
}

class PaymentFile : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Records, PaymentFile, ::testing::Values(1, 3, 1000));

TEST_P(PaymentFile, IsReadBackByAStrictReader)
{
    PaymentBatch batch = batchOf(GetParam());
    PaymentLine cash = batch.lines.front();
    cash.transfer = false;
    batch.lines.push_back(cash);

    const auto bytes = paymentFile(batch);

    ASSERT_TRUE(bytes) << qPrintable(bytes.error().text.en);
    EXPECT_EQ(bytes->size(), (GetParam() + 3) * 122) << "what is paid in cash is not in it";
    const auto read = readZengin(*bytes, 2026);
    ASSERT_TRUE(read) << qPrintable(read.error());
    ASSERT_EQ(read->transfers.size(), size_t(GetParam()));
    EXPECT_EQ(read->day, batch.day);
    EXPECT_EQ(read->transfers.back().amount, Yen(GetParam()));
    EXPECT_EQ(read->transfers.back().account, somePayee(u"12"_s).account);
    EXPECT_EQ(*paymentFile(batch), *bytes) << "always the same";
}

TEST(Payments, HaveNoFileWithoutAnAccountToPayFrom)
{
    PaymentBatch batch = batchOf(1);
    batch.source.reset();

    EXPECT_FALSE(paymentFile(batch));
}

TEST(Payments, AreChangedForAReasonOnly)
{
    EXPECT_EQ(checkChange(DiscardBatch{BatchId(1), u" "_s}).error().refusal, Refusal::ReasonMissing);
    EXPECT_EQ(checkChange(ReturnPayments{BatchId(1), {}}).error().code, ErrorCode::Invalid);
    EXPECT_EQ(checkChange(ConfirmBatch{BatchId(1), {{1, u"x"_s}, {1, u"x"_s}}}).error().code, ErrorCode::Invalid);
    EXPECT_EQ(checkChange(ExportBatch{BatchId(1), "x", {}}).error().code, ErrorCode::Invalid);
    EXPECT_EQ(checkChange(MakeBatch{QDate(2026, 12, 10), {{CaseId(1), 1}, {CaseId(1), 1}}}).error().code,
              ErrorCode::Invalid);
    EXPECT_TRUE(checkChange(MakeBatch{QDate(2026, 12, 10), {{CaseId(1), 1}}}));
}

} // namespace kessai::test
