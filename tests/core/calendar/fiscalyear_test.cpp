// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/fiscalyear.h"

#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

TEST(FiscalYearParts, AreThoseOfTheRules)
{
    const FiscalYear year(2026);

    EXPECT_EQ(daysOf(year), (DayRange{QDate(2026, 4, 1), QDate(2027, 3, 31)}));
    EXPECT_EQ(halfOf(year, 1), (DayRange{QDate(2026, 4, 1), QDate(2026, 9, 30)}));
    EXPECT_EQ(halfOf(year, 2), (DayRange{QDate(2026, 10, 1), QDate(2027, 3, 31)}));
    EXPECT_EQ(quarterOf(year, 1), (DayRange{QDate(2026, 4, 1), QDate(2026, 6, 30)}));
    EXPECT_EQ(quarterOf(year, 4), (DayRange{QDate(2027, 1, 1), QDate(2027, 3, 31)}));
    EXPECT_EQ(settlementOf(year), (DayRange{QDate(2027, 4, 1), QDate(2027, 5, 31)}));
    EXPECT_EQ(quarterOf(FiscalYear(2027), 4).last, QDate(2028, 3, 31));
}

TEST(FiscalYearParts, HoldEveryDayOnce)
{
    for (QDate day(2026, 4, 1); day <= QDate(2028, 3, 31); day = day.addDays(1)) {
        const FiscalYear year = FiscalYear::of(day);
        EXPECT_TRUE(daysOf(year).contains(day));
        for (int half = 1; half <= 2; ++half)
            EXPECT_EQ(halfOf(year, half).contains(day), halfOf(day) == half);
        for (int quarter = 1; quarter <= 4; ++quarter)
            EXPECT_EQ(quarterOf(year, quarter).contains(day), quarterOf(day) == quarter);
    }
}

TEST(FiscalYearParts, BearTheNameOfTheEra)
{
    EXPECT_EQ(fiscalYearText(FiscalYear::of(QDate(2027, 3, 31))), QStringLiteral("令和8年度")); // ER-7
    EXPECT_EQ(fiscalYearText(FiscalYear::of(QDate(2027, 4, 1))), QStringLiteral("令和9年度"));
    EXPECT_EQ(fiscalYearText(FiscalYear::of(QDate(2019, 4, 30))), QStringLiteral("令和元年度")); // ER-1
    EXPECT_EQ(fiscalYearText(FiscalYear(1988)), QStringLiteral("昭和63年度"));
    EXPECT_EQ(fiscalYearText(FiscalYear(1900)), QStringLiteral("1900年度"));
}

} // namespace kessai::test
