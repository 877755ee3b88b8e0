// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr FiscalYear kThisYear(2026);
const QString kCleaning = u"01-02-01-05-0050-12-01"_s;
const QString kPaper = u"01-02-01-05-0050-10-01"_s;

BudgetLine lineOf(FiscalYear year, const QString &code, int addedIn = 1, int removedIn = 0)
{
    return {.year = year,
            .code = code,
            .names = {u"一般会計"_s, u"総務費"_s, u"総務管理費"_s, u"財産管理費"_s, u"庁舎管理事業"_s, u"委託料"_s,
                      u"業務委託料"_s},
            .section = SectionId(3),
            .item = u"12"_s,
            .addedIn = addedIn,
            .removedIn = removedIn};
}

BudgetBalance allotted(qint64 amount)
{
    BudgetBalance balance;
    balance.enter(BudgetEntryKind::Initial, 1'000'000);
    balance.enter(BudgetEntryKind::Allotment, amount);
    return balance;
}

} // namespace

// 予算現額 = 当初 + 補正 + 繰越 + 予備費充当 ± 流用 (domain.md 5.2).
TEST(BudgetBalance, AddsUpWhatTheLineHas)
{
    BudgetBalance balance;
    balance.enter(BudgetEntryKind::Initial, 1'000'000);
    balance.enter(BudgetEntryKind::Supplementary, -200'000);
    balance.enter(BudgetEntryKind::Carried, 30'000);
    balance.enter(BudgetEntryKind::Reserve, 4'000);
    balance.enter(BudgetEntryKind::Transfer, -500);
    balance.post(u"budget.transfer.in"_s, 60, true);
    balance.post(u"budget.transfer.out"_s, 7, true);

    EXPECT_EQ(balance.current(), 833'553);
    EXPECT_EQ(balance.executable(), 833'553) << "nothing is allotted by parts";
    EXPECT_EQ(balance.remaining(), 833'553);
}

TEST(BudgetBalance, SpendsWhatIsAllottedAndNeverMoreThanThereIs)
{
    EXPECT_EQ(allotted(500'000).executable(), 500'000);
    EXPECT_EQ(allotted(1'000'001).executable(), 1'000'000);
    EXPECT_EQ(allotted(0).executable(), 0);
}

// AC-1: 配当 500,000; decided 430,000; new 70,000 leaves nothing.
TEST(BudgetBalance, Ac1TakesTheLastYen)
{
    BudgetBalance balance = allotted(500'000);
    balance.post(u"budget.commitment"_s, 430'000, true);
    ASSERT_EQ(balance.remaining(), 70'000);

    balance.post(u"budget.commitment"_s, 70'000, false);

    EXPECT_EQ(balance.remaining(), 0);
    EXPECT_EQ(balance.remaining(false), 70'000) << "where running ones do not count";
}

// AC-2: the same and 70,001 is 1 over.
TEST(BudgetBalance, Ac2IsOneYenOver)
{
    BudgetBalance balance = allotted(500'000);
    balance.post(u"budget.commitment"_s, 430'000, true);
    balance.post(u"budget.commitment"_s, 70'001, false);

    EXPECT_EQ(balance.remaining(), -1);
}

TEST(BudgetBalance, CountsOfWhatRunsOnlyWhatTakes)
{
    BudgetBalance balance = allotted(500'000);
    balance.post(u"budget.commitment"_s, 300'000, true);

    balance.post(u"budget.decrease"_s, 100'000, false);    // gives, once it is decided
    balance.post(u"budget.commitment"_s, -300'000, false); // so does a cancellation
    EXPECT_EQ(balance.remaining(), 200'000);

    balance.post(u"budget.decrease"_s, -50'000, false); // a cancelled decrease takes
    balance.post(u"budget.transfer.out"_s, 20'000, false);
    EXPECT_EQ(balance.remaining(), 130'000);

    balance.post(u"budget.decrease"_s, 100'000, true);
    balance.post(u"budget.refund"_s, 1'000, true);
    EXPECT_EQ(balance.committed, 199'000);
    EXPECT_EQ(balance.remaining(), 231'000);
}

TEST(BudgetBook, FindsTheLinesThatStand)
{
    const BudgetBook book({lineOf(kThisYear, kCleaning, 1, 4), lineOf(kThisYear, kCleaning, 4),
                           lineOf(kThisYear, kPaper, 2), lineOf(FiscalYear(2025), kPaper, 1, 3)});

    ASSERT_NE(book.find(u"2026:"_s + kCleaning), nullptr);
    EXPECT_EQ(book.find(u"budget:2026:"_s + kCleaning)->addedIn, 4);
    EXPECT_EQ(book.find(u"2025:"_s + kPaper), nullptr) << "ended";
    EXPECT_EQ(book.find(u"2027:"_s + kCleaning), nullptr);
    EXPECT_EQ(book.of(kThisYear).size(), 2U);
    EXPECT_EQ(book.of(kThisYear).front()->code, kPaper);
    EXPECT_THAT(book.years(), ::testing::ElementsAre(kThisYear));
}

TEST(BudgetBook, IsWhatWasKnownAtARevision)
{
    const BudgetBook book({lineOf(kThisYear, kCleaning, 1, 4), lineOf(kThisYear, kCleaning, 4),
                           lineOf(kThisYear, kPaper, 2), lineOf(FiscalYear(2025), kPaper, 1, 3)});

    const BudgetBook then = book.knownIn(1);

    EXPECT_EQ(then.find(u"2026:"_s + kCleaning)->addedIn, 1);
    EXPECT_EQ(then.find(u"2026:"_s + kPaper), nullptr);
    EXPECT_NE(then.find(u"2025:"_s + kPaper), nullptr);
    EXPECT_EQ(then.years().size(), 2U);
    EXPECT_NE(then.knownIn(9).find(u"2025:"_s + kPaper), nullptr) << "what was known then does not grow";
}

TEST(BudgetLine, IsKeptAndCalled)
{
    BudgetLine line = lineOf(kThisYear, kCleaning);

    EXPECT_EQ(line.key(), u"2026:01-02-01-05-0050-12-01"_s);
    EXPECT_EQ(line.account(), u"budget:2026:01-02-01-05-0050-12-01"_s);
    EXPECT_TRUE(isBudgetKey(line.key()));
    EXPECT_EQ(line.label(), u"庁舎管理事業 委託料（業務委託料）"_s);
    line.names[size_t(BudgetLevel::Detail)] = u"委託料"_s;
    line.names[size_t(BudgetLevel::Project)] = QString();
    EXPECT_EQ(line.label(), u"財産管理費 委託料"_s);
}

TEST(Shortage, IsSaidInTheDetailOfARefusal)
{
    const Shortage shortage{u"budget:2026:01-02-01-05-0050-12-01"_s, 1};

    EXPECT_EQ(shortageFrom(toText(shortage)), shortage);
    EXPECT_EQ(shortageFrom(u"the history moved on"_s), std::nullopt);
    EXPECT_EQ(shortageFrom(u"budget:2026:x 0"_s), std::nullopt);
}

} // namespace kessai
