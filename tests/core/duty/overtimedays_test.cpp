// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One day of work, one settlement: orders, reports, nights and what was taken back (domain.md 1.3).
#include "core/duty/overtimedays.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

const QDate kEveningDay(2026, 11, 10);
const QDate kDayAfter(2026, 11, 11);
const bool kOrdered = false;
const bool kWorked = true;

OvertimeDays daysOf(std::initializer_list<OvertimeEntry> entries)
{
    OvertimeDays days;
    for (const OvertimeEntry &entry : entries)
        days.add(entry);
    return days;
}

using DayMinutes = std::map<QDate, qint64>;

} // namespace

TEST(OvertimeDays, CountsWhatWasReportedAndElseWhatIsOrdered)
{
    const OvertimeDays days = daysOf({{kEveningDay, 1035, 180, kOrdered, true},
                                      {kEveningDay, 1035, 100, kWorked, false},
                                      {kDayAfter, 1035, 60, kOrdered, true}});

    EXPECT_EQ(days.minutes(), (DayMinutes{{kEveningDay, 100}, {kDayAfter, 60}}));
    EXPECT_EQ(days.missing(), std::set<QDate>{kDayAfter});
}

TEST(OvertimeDays, CountsWhatWasConfirmedAndElseWhatIsOrderedWhileTheMonthIsOpen)
{
    const QDate third(2026, 11, 12);
    const OvertimeDays days = daysOf({{kEveningDay, 1035, 180, kOrdered, true},
                                      {kEveningDay, 1035, 100, kWorked, true},
                                      {kDayAfter, 1035, 60, kOrdered, true},
                                      {kDayAfter, 1035, 40, kWorked, false},
                                      {third, 1035, 90, kOrdered, false}});

    EXPECT_EQ(days.counted({}), (DayMinutes{{kEveningDay, 100}, {kDayAfter, 60}})) << "nothing that waits";
    EXPECT_EQ(days.counted({QDate(2026, 11, 1)}), (DayMinutes{{kEveningDay, 100}})) << "only what is paid";
    EXPECT_EQ(days.counted({QDate(2026, 10, 1)}), days.counted({}));
}

TEST(OvertimeDays, CountsOfANightOverTheEndOfAClosedMonthWhatLiesInTheOpenOne)
{
    const QDate eve(2026, 10, 31);
    const QDate first(2026, 11, 1);
    const OvertimeDays night = daysOf({{eve, 1320, 120, kOrdered, true}, {first, 0, 60, kOrdered, true}});

    EXPECT_EQ(night.counted({QDate(2026, 10, 1)}), (DayMinutes{{first, 60}}));
}

TEST(OvertimeDays, SettlesAnOrderPastMidnightWithTheReportOfItsDay)
{
    const OvertimeEntry evening{kEveningDay, 1320, 120, kOrdered, true};
    const OvertimeEntry night{kDayAfter, 0, 120, kOrdered, true};
    const OvertimeDays wentHome = daysOf({evening, night, {kEveningDay, 1320, 60, kWorked, true}});
    const OvertimeDays stayed =
        daysOf({evening, night, {kEveningDay, 1320, 120, kWorked, true}, {kDayAfter, 0, 90, kWorked, true}});

    EXPECT_EQ(wentHome.minutes(), (DayMinutes{{kEveningDay, 60}})) << "nothing is left of the order after 23:00";
    EXPECT_TRUE(wentHome.missing().empty());
    EXPECT_EQ(stayed.minutes(), (DayMinutes{{kEveningDay, 120}, {kDayAfter, 90}}));
    EXPECT_TRUE(stayed.missing().empty());
    EXPECT_EQ(daysOf({evening, night}).missing(), std::set<QDate>{kEveningDay}) << "one report is missing, not two";
}

TEST(OvertimeDays, KeepsTheNextEveningsOrderBesideANight)
{
    const OvertimeDays days = daysOf({{kEveningDay, 1320, 120, kOrdered, true},
                                      {kDayAfter, 0, 60, kOrdered, true},
                                      {kEveningDay, 1320, 120, kWorked, true},
                                      {kDayAfter, 0, 60, kWorked, true},
                                      {kDayAfter, 1035, 90, kOrdered, true}});

    EXPECT_EQ(days.minutes(), (DayMinutes{{kEveningDay, 120}, {kDayAfter, 60 + 90}}));
    EXPECT_EQ(days.missing(), std::set<QDate>{kDayAfter});
}

TEST(OvertimeDays, TakesBackWhatWasCancelled)
{
    const OvertimeEntry order{kEveningDay, 1035, 180, kOrdered, true};
    const OvertimeEntry result{kEveningDay, 1035, 100, kWorked, true};
    const OvertimeEntry noResult{kEveningDay, 1035, -100, kWorked, true};
    const OvertimeEntry noOrder{kEveningDay, 1035, -180, kOrdered, true};

    EXPECT_EQ(daysOf({order, result, noResult}).minutes(), (DayMinutes{{kEveningDay, 180}}))
        << "the order stands again";
    EXPECT_EQ(daysOf({order, result, noResult}).missing(), std::set<QDate>{kEveningDay});
    EXPECT_EQ(daysOf({order, noOrder}).minutes(), (DayMinutes{{kEveningDay, 0}}));
    EXPECT_TRUE(daysOf({order, noOrder}).missing().empty());
    EXPECT_EQ(daysOf({order, noOrder, order}).missing(), std::set<QDate>{kEveningDay}) << "ordered anew";
}

TEST(OvertimeDays, SettlesWithHoursThatDoNotCount)
{
    const OvertimeDays days = daysOf({{kEveningDay, 1035, 60, kOrdered, true},
                                      {kEveningDay, 510, 210, kOrdered, true, false},
                                      {kEveningDay, 510, 210, kWorked, true, false}});

    EXPECT_EQ(days.minutes(), DayMinutes()) << "only the regular hours of the holiday were worked";
    EXPECT_TRUE(days.missing().empty());
}

TEST(OvertimeDays, MissesNoOrderThatStillWaits)
{
    EXPECT_TRUE(daysOf({{kEveningDay, 1035, 60, kOrdered, false}}).missing().empty());
}

} // namespace kessai::test
