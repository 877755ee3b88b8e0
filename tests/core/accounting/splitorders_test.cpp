// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/splitorders.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

const QDate kDay(2026, 11, 10);
const OrderLimit kSingle{{QStringLiteral("見積り1者でよい額"), QStringLiteral("one quotation")}, 300'000};
const OrderLimit kSection{{QStringLiteral("課長の専決の限度額"), QStringLiteral("the section head")}, 500'000};

NearOrder order(const char *number, qint64 amount)
{
    return {QLatin1String(number), kDay, amount};
}

} // namespace

TEST(SplitOrders, AreTogetherBeyondWhatEachIsBelow)
{
    EXPECT_EQ(splitOf(150'000, {order("R8-1", 149'999)}, {kSingle}), std::nullopt) << "299,999 is still below";
    const auto split = splitOf(150'000, {order("R8-1", 150'000)}, {kSingle});

    ASSERT_TRUE(split);
    EXPECT_EQ(split->sum, 300'000);
    EXPECT_EQ(split->limit, kSingle);
    EXPECT_EQ(splitOf(150'000, {}, {kSingle}), std::nullopt);
}

TEST(SplitOrders, SplitNothingWhereOneIsBeyondByItself)
{
    EXPECT_EQ(splitOf(300'000, {order("R8-1", 150'000)}, {kSingle}), std::nullopt);
    EXPECT_EQ(splitOf(150'000, {order("R8-1", 300'000)}, {kSingle}), std::nullopt);
}

TEST(SplitOrders, NameTheHighestLimitAndWhatIsCounted)
{
    const auto split = splitOf(250'000, {order("R8-1", 150'000), order("R8-2", 120'000)}, {kSection, kSingle});

    ASSERT_TRUE(split);
    EXPECT_EQ(split->limit, kSection);
    const Bilingual text = splitText(*split, 30);
    EXPECT_EQ(text.ja,
              QStringLiteral("同じ相手方・同じ科目で30日以内に3件、合計520,000円になり（R8-1 150,000円、R8-2 "
                             "120,000円）、課長の専決の限度額を超えます。分割発注でないか確かめてください"));
    EXPECT_TRUE(text.en.contains(QStringLiteral("R8-2")));
}

} // namespace kessai::test
