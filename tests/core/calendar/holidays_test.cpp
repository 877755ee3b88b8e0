// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holidays.h"

#include "core/cases/form.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

Holiday official(const QDate &day, const QString &name, int addedIn = 1, int removedIn = 0)
{
    return {day, day, name, HolidayKind::Official, addedIn, removedIn};
}

} // namespace

TEST(Holidays, KnowSubstitutesAndSandwichedDaysByTheLaw)
{
    for (const QDate &day : {QDate(2026, 9, 22), QDate(2025, 5, 6), QDate(2026, 5, 6), QDate(2024, 2, 12)}) {
        EXPECT_EQ(shippedHolidays().kind(day), DayKind::Holiday) << qPrintable(day.toString(Qt::ISODate));
        EXPECT_EQ(shippedHolidays().name(day), u"休日"_s);
    }
    EXPECT_EQ(shippedHolidays().name(QDate(2026, 11, 23)), u"勤労感謝の日"_s);
}

TEST(Holidays, TakeAHolidayOnASaturdayForAWeeklyDayOff)
{
    EXPECT_EQ(shippedHolidays().kind(QDate(2030, 2, 23)), DayKind::WeeklyOff); // HD-6
    EXPECT_EQ(shippedHolidays().kind(QDate(2024, 2, 10)), DayKind::WeeklyOff);
}

TEST(Holidays, HD_7_CloseAtTheTurnOfTheYear)
{
    EXPECT_EQ(shippedHolidays().kind(QDate(2026, 12, 28)), DayKind::Duty);
    EXPECT_EQ(shippedHolidays().kind(QDate(2026, 12, 29)), DayKind::Holiday);
    EXPECT_EQ(shippedHolidays().kind(QDate(2026, 12, 31)), DayKind::Holiday);
    EXPECT_EQ(shippedHolidays().name(QDate(2026, 12, 31)), u"年末年始"_s);
    EXPECT_EQ(shippedHolidays().name(QDate(2027, 1, 1)), u"元日"_s);
    EXPECT_EQ(shippedHolidays().dutyDayAfter(QDate(2026, 12, 28), 1), QDate(2027, 1, 4));
    EXPECT_EQ(shippedHolidays().dutyDayAfter(QDate(2026, 11, 20), 2), QDate(2026, 11, 25));
}

TEST(Holidays, SayWhichYearsTheyCover)
{
    EXPECT_FALSE(shippedHolidays().covers(QDate(1979, 12, 31)));
    EXPECT_TRUE(shippedHolidays().covers(QDate(1980, 1, 1)));
    EXPECT_TRUE(shippedHolidays().covers(QDate(2099, 12, 31)));
    EXPECT_FALSE(shippedHolidays().covers(QDate(2100, 1, 1)));
    EXPECT_TRUE(Holidays({official(QDate(1955, 1, 1), u"元日"_s)}).covers(QDate(1955, 7, 1)));
}

TEST(Holidays, PreferTheImportedListForTheYearsItContains)
{
    const Holidays holidays({official(QDate(2029, 1, 1), u"元日"_s), official(QDate(2029, 6, 1), u"祝いの日"_s)});

    EXPECT_EQ(holidays.name(QDate(2029, 6, 1)), u"祝いの日"_s);
    EXPECT_EQ(holidays.kind(QDate(2029, 9, 24)), DayKind::Duty) << "the list does not have it";
    EXPECT_EQ(holidays.kind(QDate(2030, 9, 23)), DayKind::Holiday) << "the list says nothing of 2030";
    EXPECT_TRUE(holidays.isImported(2029));
    EXPECT_FALSE(holidays.isImported(2030));
}

TEST(Holidays, KeepLocalDaysEveryYearUntilTheLast)
{
    const Holidays holidays({{QDate(2025, 6, 10), {}, u"市制施行記念日"_s, HolidayKind::Local},
                             {QDate(2026, 7, 8), QDate(2026, 7, 8), u"臨時閉庁"_s, HolidayKind::Local}});

    EXPECT_EQ(holidays.kind(QDate(2024, 6, 10)), DayKind::Duty);
    EXPECT_EQ(holidays.kind(QDate(2025, 6, 10)), DayKind::Holiday);
    EXPECT_EQ(holidays.name(QDate(2031, 6, 10)), u"市制施行記念日"_s);
    EXPECT_EQ(holidays.kind(QDate(2026, 7, 8)), DayKind::Holiday);
    EXPECT_EQ(holidays.kind(QDate(2027, 7, 8)), DayKind::Duty);
}

TEST(Holidays, AreCutByWhatARevisionKnew)
{
    // Revision 3 imports a year, revision 4 takes one day of it away again and adds a local day.
    const Holidays all({official(QDate(2028, 1, 1), u"元日"_s, 3),
                        official(QDate(2028, 3, 21), u"春分の日"_s, 3, 4),
                        {QDate(2028, 6, 1), {}, u"記念日"_s, HolidayKind::Local, 4, 5}});

    EXPECT_EQ(all.knownIn(2).kind(QDate(2028, 3, 20)), DayKind::Holiday) << "by the law";
    EXPECT_EQ(all.knownIn(2).kind(QDate(2028, 3, 21)), DayKind::Duty);
    EXPECT_EQ(all.knownIn(3).kind(QDate(2028, 3, 20)), DayKind::Duty);
    EXPECT_EQ(all.knownIn(3).kind(QDate(2028, 3, 21)), DayKind::Holiday);
    EXPECT_EQ(all.knownIn(4).kind(QDate(2028, 3, 21)), DayKind::Duty);
    EXPECT_EQ(all.knownIn(4).kind(QDate(2028, 6, 1)), DayKind::Holiday);
    EXPECT_EQ(all.kind(QDate(2028, 6, 1)), DayKind::Duty);
    EXPECT_EQ(all.knownIn(3).knownIn(9).kind(QDate(2028, 6, 1)), DayKind::Duty) << "what was cut stays cut";
}

TEST(Holidays, AreThoseOfTheLawAsItWasWrittenDown)
{
    // Another program might say that the day of sports was moved; this office wrote down in revision 2 what it went by.
    const auto lawful = [](const QDate &day, const QString &name, int addedIn, int removedIn = 0) {
        return Holiday{day, day, name, HolidayKind::Lawful, addedIn, removedIn};
    };
    const Holidays all({lawful(QDate(2028, 1, 1), u"元日"_s, 2), lawful(QDate(2028, 10, 2), u"スポーツの日"_s, 2, 4),
                        lawful(QDate(2028, 10, 3), u"スポーツの日"_s, 4), official(QDate(2028, 10, 9), u"祝日"_s, 6)});
    const auto sports = [](const Holidays &holidays) {
        QList<int> days;
        for (int day = 1; day < 15; ++day) {
            if (!holidays.name(QDate(2028, 10, day)).isEmpty())
                days.append(day);
        }
        return days;
    };

    EXPECT_EQ(sports(all.knownIn(3)), QList{2});
    EXPECT_EQ(sports(all.knownIn(4)), QList{3});
    EXPECT_EQ(sports(all.knownIn(1)), QList{2}) << "what was written down first stands for what was judged before";
    EXPECT_EQ(sports(all), QList{9}) << "the official list stands instead of the law";
    EXPECT_EQ(all.knownIn(5).kind(QDate(2028, 11, 3)), DayKind::Duty) << "this program's law says nothing of that year";
    EXPECT_EQ(all.kind(QDate(2029, 5, 3)), DayKind::Holiday) << "of a year nobody has written down, it does";
    EXPECT_FALSE(all.knownIn(5).isImported(2028));
    EXPECT_TRUE(all.knownIn(5).covers(QDate(2028, 5, 1)));
    EXPECT_EQ(all.knownIn(5).in(2028).front().kind, HolidayKind::Official);
}

TEST(Parameters, AreWhatTheOfficeKnewAndNeverAnotherPrograms)
{
    // Two numbers of the beginning, one that a newer program brought in revision 3, one raised by the office in revision 4.
    const Parameters all({{u"old"_s, QDate(2020, 4, 1), 1, {}, 1},
                          {u"raised"_s, QDate(2020, 4, 1), 5, {}, 1},
                          {u"new"_s, QDate(2021, 4, 1), 7, {}, 3},
                          {u"raised"_s, QDate(2020, 4, 1), 6, {}, 4},
                          {u"new"_s, QDate(2021, 4, 1), 8, {}, 4}});
    const QDate day(2026, 11, 24);

    EXPECT_EQ(all.knownIn(3).value(u"raised"_s, day), 5);
    EXPECT_EQ(all.knownIn(4).value(u"raised"_s, day), 6);
    EXPECT_EQ(all.knownIn(3).value(u"new"_s, day), 7);
    EXPECT_EQ(all.knownIn(1).value(u"new"_s, day), 7) << "as it was first written down";
    EXPECT_EQ(all.knownIn(4).value(u"new"_s, day), 8);
    EXPECT_EQ(all.knownIn(1).value(u"old"_s, QDate(2019, 4, 1)), std::nullopt);
    ASSERT_TRUE(all.earliest(u"new"_s));
    EXPECT_EQ(all.earliest(u"new"_s)->from, QDate(2021, 4, 1));
    EXPECT_FALSE(all.earliest(u"none"_s));
}

TEST(Holidays, AreCutWithTheNumbersOfTheOffice)
{
    const Parameters parameters(
        {}, std::make_shared<const Holidays>(Holidays({official(QDate(2028, 3, 21), u"春分の日"_s, 3)})));

    EXPECT_EQ(parameters.holidays().kind(QDate(2028, 3, 21)), DayKind::Holiday);
    EXPECT_EQ(parameters.knownIn(2).holidays().kind(QDate(2028, 3, 21)), DayKind::Duty);
    EXPECT_EQ(parameters.knownIn(3).holidays().kind(QDate(2028, 3, 21)), DayKind::Holiday);
}

TEST(Holidays, AreListedByYearWithWhereTheyComeFrom)
{
    const Holidays holidays({{QDate(2025, 12, 29), {}, u"年末年始"_s, HolidayKind::Closing},
                             {QDate(2025, 12, 29), {}, u"記念日"_s, HolidayKind::Local}});

    const auto of2028 = holidays.in(2028);

    ASSERT_EQ(of2028.size(), 17u);
    EXPECT_EQ(of2028.front(), (HolidayIn{QDate(2028, 1, 1), u"元日"_s, HolidayKind::Official}));
    EXPECT_EQ(of2028.at(3), (HolidayIn{QDate(2028, 2, 23), u"天皇誕生日"_s, HolidayKind::Official}));
    EXPECT_EQ(of2028.at(4), (HolidayIn{QDate(2028, 3, 20), u"春分の日"_s, HolidayKind::Official, true}));
    EXPECT_EQ(of2028.back(), (HolidayIn{QDate(2028, 12, 29), u"記念日"_s, HolidayKind::Local}));
}

} // namespace kessai::test
