// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holidays.h"

#include <QHash>

#include <gtest/gtest.h>

using namespace kessai;
using namespace Qt::StringLiterals;

TEST(Holidays, ShippedTableHasAsManyDaysAsTheOfficialOne)
{
    // domain.md 3.2, "entries in CSV"
    const QHash<int, int> expected{{2024, 21}, {2025, 19}, {2026, 18}, {2027, 17}, {2028, 16}, {2029, 19}, {2030, 19}};

    for (auto it = expected.begin(); it != expected.end(); ++it) {
        int named = 0;
        for (QDate day(it.key(), 1, 1); day.year() == it.key(); day = day.addDays(1))
            named += shippedHolidays().name(day).isEmpty() ? 0 : 1;
        EXPECT_EQ(named, it.value()) << it.key();
    }
}

TEST(Holidays, KnowsSubstitutesAndSandwichedDays)
{
    for (const QDate &day : {QDate(2026, 9, 22), QDate(2025, 5, 6), QDate(2026, 5, 6), QDate(2024, 2, 12)}) {
        EXPECT_EQ(shippedHolidays().kind(day), DayKind::Holiday) << qPrintable(day.toString(Qt::ISODate));
        EXPECT_EQ(shippedHolidays().name(day), u"休日"_s);
    }
    EXPECT_EQ(shippedHolidays().name(QDate(2026, 11, 23)), u"勤労感謝の日"_s);
}

TEST(Holidays, TakesAHolidayOnASaturdayForAWeeklyDayOff)
{
    EXPECT_EQ(shippedHolidays().kind(QDate(2030, 2, 23)), DayKind::WeeklyOff);
    EXPECT_EQ(shippedHolidays().kind(QDate(2024, 2, 10)), DayKind::WeeklyOff);
}

TEST(Holidays, ClosesAtTheTurnOfTheYear)
{
    EXPECT_EQ(shippedHolidays().kind(QDate(2026, 12, 28)), DayKind::Duty);
    EXPECT_EQ(shippedHolidays().kind(QDate(2026, 12, 29)), DayKind::Holiday);
    EXPECT_EQ(shippedHolidays().kind(QDate(2026, 12, 31)), DayKind::Holiday);
    EXPECT_EQ(shippedHolidays().dutyDayAfter(QDate(2026, 12, 28), 1), QDate(2027, 1, 4)); // HD-7
    EXPECT_EQ(shippedHolidays().dutyDayAfter(QDate(2026, 11, 20), 2), QDate(2026, 11, 25));
}

TEST(Holidays, SaysWhichYearsItCovers)
{
    EXPECT_FALSE(shippedHolidays().covers(QDate(2023, 12, 31)));
    EXPECT_TRUE(shippedHolidays().covers(QDate(2024, 1, 1)));
    EXPECT_TRUE(shippedHolidays().covers(QDate(2030, 12, 31)));
    EXPECT_FALSE(shippedHolidays().covers(QDate(2031, 1, 1)));
}

TEST(Holidays, RefusesATableItDoesNotUnderstand)
{
    EXPECT_FALSE(Holidays::fromJson("[]"));
    EXPECT_FALSE(Holidays::fromJson("{"));
    EXPECT_FALSE(Holidays::fromJson(R"({"holidays":[{"day":"2026-02-30","name":"x"}]})"));
    EXPECT_FALSE(Holidays::fromJson(R"({"holidays":[{"day":"2026-02-11","name":""}]})"));
    EXPECT_FALSE(
        Holidays::fromJson(R"({"holidays":[{"day":"2026-02-11","name":"x"},{"day":"2026-02-11","name":"y"}]})"));
    EXPECT_FALSE(Holidays::fromJson(R"({"closing":{"days":["13-01"]}})"));
    EXPECT_TRUE(Holidays::fromJson(R"({"holidays":[{"day":"2026-02-11","name":"x"}],"closing":{"days":["12-29"]}})"));
}
