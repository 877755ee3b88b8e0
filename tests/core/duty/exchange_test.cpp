// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/exchange.h"

#include "tests/core/duty/shippednumbers.h"

#include <random>
#include <set>

namespace kessai {

void PrintTo(ShiftFault fault, std::ostream *out)
{
    static const char *const kNames[] = {"NoDayOff",       "NoExchangeHere", "NoDuty",       "OutsideWindow",
                                         "NotTheWholeDay", "NotFourHours",   "FourHourDay",  "NotAtTheEdge",
                                         "OutsideBand",    "TooFewDaysOff",  "TooManyInARow"};
    *out << kNames[static_cast<int>(fault)];
}

namespace test {

namespace {

using Faults = std::vector<ShiftFault>;

QDate nov(int day)
{
    return {2026, 11, day};
}

DutyShift exchange(const QDate &worked, const QDate &given)
{
    return {Remedy::Exchange, worked, kWholeDay, given, kWholeDay};
}

DutyShift fourHours(const QDate &worked, const std::vector<Stretch> &added, const QDate &given,
                    const std::vector<Stretch> &removed)
{
    return {Remedy::FourHours, worked, added, given, removed};
}

DutyShift daikyu(const QDate &worked, const QDate &given)
{
    return {Remedy::Daikyu, worked, kWholeDay, given, kWholeDay};
}

Faults faultsIn(const DutyShift &shift, const DutyCalendar &before = calendarOf(),
                const NumberOn &numbers = shippedNumbers())
{
    return faultsOf(shift, before, shippedHolidays(), numbers);
}

/// One person's days after several shifts, each of which must be allowed when it is made.
DutyCalendar daysAfter(std::initializer_list<DutyShift> shifts)
{
    DutyCalendar days = calendarOf();
    for (const DutyShift &shift : shifts) {
        EXPECT_EQ(faultsIn(shift, days), Faults{}) << shift.worked.toString(Qt::ISODate).toStdString();
        days = days.with(changesOf(shift));
    }
    return days;
}

} // namespace

TEST(Exchange, OT_F1_WindowIsFourWeeksBeforeToEightWeeksAfter)
{
    EXPECT_EQ(remedyWindow(Remedy::Exchange, nov(14), shippedNumbers()),
              (DayRange{QDate(2026, 10, 17), QDate(2027, 1, 9)}));
    EXPECT_EQ(remedyWindow(Remedy::FourHours, nov(14), shippedNumbers()),
              (DayRange{QDate(2026, 10, 17), QDate(2027, 1, 9)}));
    EXPECT_EQ(remedyWindow(Remedy::Daikyu, nov(3), shippedNumbers()), (DayRange{nov(4), QDate(2026, 12, 29)}));
}

TEST(Exchange, OT_F1_FirstAndLastDayAreAllowedAndNoneBeyond)
{
    // Sunday 2026-11-15: D-28 is Sunday 10-18, D+56 Sunday 2027-01-10; the working days inside are the next ones.
    EXPECT_EQ(faultsIn(exchange(nov(15), QDate(2026, 10, 19))), Faults{});
    EXPECT_EQ(faultsIn(exchange(nov(15), QDate(2026, 10, 16))), Faults{ShiftFault::OutsideWindow});
    EXPECT_EQ(faultsIn(exchange(nov(15), QDate(2027, 1, 8))), Faults{});
    EXPECT_EQ(faultsIn(exchange(nov(15), QDate(2027, 1, 12))), Faults{ShiftFault::OutsideWindow});
    // Where the strict counting holds, the window ends a day earlier.
    const NumberOn strict = shippedNumbers({{QStringLiteral("overtime.furikae_after_days"), 53}});
    EXPECT_EQ(faultsIn(exchange(nov(15), QDate(2027, 1, 8)), calendarOf(), strict), Faults{ShiftFault::OutsideWindow});
}

TEST(Exchange, OT_F2_InTheSameWeekCostsNothingAndTheSaturdayIsDuty)
{
    const DutyCalendar days = daysAfter({exchange(nov(14), nov(11))});

    EXPECT_EQ(days.on(nov(14)), (DutyDay{DayKind::Duty, kWholeDay})) << "overtime after 17:15 is at 125";
    EXPECT_EQ(days.on(nov(11)), DutyDay{});
    EXPECT_EQ(dutyOfWeek(nov(14), days.days()), 2325);
    EXPECT_EQ(premiumOfWeek(nov(14), days, shippedNumbers()), 0);
}

TEST(Exchange, OT_F4_AHolidayNotWorkedMakesRoomInTheWeek)
{
    const DutyCalendar days = daysAfter({exchange(nov(7), nov(12))});

    EXPECT_EQ(dutyOfWeek(nov(7), days.days()), 2325) << "4 days and the Saturday; the 3rd is a holiday";
    EXPECT_EQ(premiumOfWeek(nov(7), days, shippedNumbers()), 0);
    EXPECT_EQ(premiumOfWeek(nov(12), days, shippedNumbers()), 0);
}

TEST(Exchange, AcrossWeeksPaysTheHoursBeyondAWeek)
{
    const DutyCalendar days = daysAfter({exchange(nov(14), nov(18))});

    EXPECT_EQ(premiumOfWeek(nov(8), days, shippedNumbers()), 465);
    EXPECT_EQ(premiumOfWeek(nov(18), days, shippedNumbers()), 0);
    // Hours of leave in that week were not worked.
    const auto leave = [](const QDate &day) { return day == nov(10) ? 120 : 0; };
    EXPECT_EQ(premiumOfWeek(nov(14), days, shippedNumbers(), leave), 345);
    const auto week = [](const QDate &) { return 465; };
    EXPECT_EQ(premiumOfWeek(nov(14), days, shippedNumbers(), week), 0);
}

TEST(Exchange, FourHoursAcrossWeeksPayFourHours)
{
    const DutyCalendar days = daysAfter({fourHours(nov(14), {{540, 780}}, nov(17), {{795, 1035}})});

    EXPECT_EQ(premiumOfWeek(nov(14), days, shippedNumbers()), 240);
}

TEST(Exchange, ASundayBelongsToTheWeekItBegins)
{
    EXPECT_EQ(weekOf(nov(8)), nov(8));
    EXPECT_EQ(weekOf(nov(14)), nov(8));
    EXPECT_EQ(weekOf(nov(15)), nov(15));
    EXPECT_EQ(premiumOfWeek(nov(15), daysAfter({exchange(nov(15), nov(20))}), shippedNumbers()), 0);
    EXPECT_EQ(premiumOfWeek(nov(15), daysAfter({exchange(nov(15), nov(13))}), shippedNumbers()), 465);
}

TEST(Exchange, OT_F5_ADaikyuIsDesignatedForAWholeHolidayWithinEightWeeks)
{
    const DutyCalendar days = daysAfter({daikyu(nov(3), nov(20))});

    EXPECT_EQ(days.on(nov(3)).kind, DayKind::Duty) << "no 休日勤務手当";
    EXPECT_EQ(days.on(nov(20)).kind, DayKind::Holiday) << "worked, it is like a 休日";
    EXPECT_EQ(faultsIn(daikyu(nov(3), QDate(2026, 12, 28))), Faults{});
    EXPECT_EQ(faultsIn(daikyu(nov(3), QDate(2027, 1, 4))), Faults{ShiftFault::OutsideWindow});
    EXPECT_EQ(faultsIn(daikyu(nov(3), nov(2))), Faults{ShiftFault::OutsideWindow}) << "never before the holiday";
}

TEST(Exchange, OT_F5_PartOfAHolidayHasNoDaikyu)
{
    DutyShift part = daikyu(nov(3), nov(20));
    part.added = {{510, 720}};

    EXPECT_EQ(faultsIn(part), Faults{ShiftFault::NotTheWholeDay});
}

TEST(Exchange, OT_F5_ADaikyuGivesNoDaikyuOfItsOwnAndNoneTwice)
{
    const DutyCalendar days = daysAfter({daikyu(nov(3), nov(20))});

    EXPECT_EQ(faultsIn(daikyu(nov(20), nov(24)), days), Faults{ShiftFault::NoDayOff});
    EXPECT_EQ(faultsIn(daikyu(nov(3), nov(24)), days), Faults{ShiftFault::NoDayOff});
    EXPECT_EQ(faultsIn(daikyu(nov(23), nov(20)), days), (Faults{ShiftFault::NoDuty, ShiftFault::OutsideWindow}));
    EXPECT_EQ(faultsIn(daikyu(nov(14), nov(20))), Faults{ShiftFault::NoDayOff}) << "a Saturday is no 休日";
}

TEST(Exchange, OT_F7_FourHoursAdjoinTheBeginOrEndOfTheDay)
{
    EXPECT_EQ(faultsIn(fourHours(nov(14), {{540, 780}}, nov(17), {{795, 1035}})), Faults{});
    EXPECT_EQ(faultsIn(fourHours(nov(14), {{540, 780}}, nov(17), {{510, 720}, {780, 810}})), Faults{});
    EXPECT_EQ(faultsIn(fourHours(nov(14), {{540, 780}}, nov(17), {{600, 720}, {780, 900}})),
              Faults{ShiftFault::NotAtTheEdge})
        << "Tue 10:00-14:00 and the hour after it";
    EXPECT_EQ(faultsIn(fourHours(nov(14), {{540, 780}}, nov(17), {{600, 720}, {780, 840}})),
              (Faults{ShiftFault::NotFourHours, ShiftFault::NotAtTheEdge}))
        << "Tue 10:00-14:00";
}

TEST(Exchange, FourHoursAreExactlyFourAndNeverMakeADay)
{
    EXPECT_EQ(faultsIn(fourHours(nov(14), {{540, 779}}, nov(17), {{795, 1035}})), Faults{ShiftFault::NotFourHours});
    const DutyCalendar days = daysAfter({fourHours(nov(14), {{540, 780}}, nov(17), {{795, 1035}})});
    EXPECT_EQ(faultsIn(fourHours(nov(21), {{510, 750}}, nov(17), {{510, 720}, {780, 795}}), days),
              (Faults{ShiftFault::NotFourHours, ShiftFault::FourHourDay}))
        << "the day has 3:45 left";
    EXPECT_EQ(faultsIn(fourHours(nov(14), {{780, 1020}}, nov(18), {{795, 1035}}), days), Faults{ShiftFault::NoDayOff})
        << "the Saturday has its four hours already";
}

TEST(Exchange, NewHoursLieInTheHoursOfTheDayGiven)
{
    EXPECT_EQ(faultsIn(fourHours(nov(14), {{480, 720}}, nov(17), {{795, 1035}})), Faults{ShiftFault::OutsideBand});
    EXPECT_EQ(faultsIn({Remedy::Exchange, nov(14), {{540, 720}, {780, 1065}}, nov(11), kWholeDay}),
              Faults{ShiftFault::OutsideBand});
}

TEST(Exchange, TheDayGivenHasDutyAndTheDayWorkedHasNone)
{
    EXPECT_EQ(faultsIn(exchange(nov(14), nov(15))), Faults{ShiftFault::NoDuty});
    EXPECT_EQ(faultsIn(exchange(nov(14), nov(23))), Faults{ShiftFault::NoDuty}) << "a holiday is no day to give";
    EXPECT_EQ(faultsIn(exchange(nov(10), nov(11))), Faults{ShiftFault::NoDayOff});
    EXPECT_EQ(faultsIn(exchange(nov(3), nov(11))), Faults{ShiftFault::NoDayOff}) << "a 休日 has 代休日, not 振替";
    const DutyCalendar days = daysAfter({exchange(nov(14), nov(11))});
    EXPECT_EQ(faultsIn(exchange(nov(21), nov(11)), days), Faults{ShiftFault::NoDuty}) << "given up already";
    EXPECT_EQ(faultsIn(exchange(nov(11), nov(18)), days), Faults{}) << "it is a 週休日 now";
}

TEST(Exchange, HolidaysAtAWeekendFollowTheOffice)
{
    const QDate saturday(2030, 2, 23);
    const auto pattern = [](qint64 value) { return shippedNumbers({{QStringLiteral("duty.weekend_holiday"), value}}); };
    const auto found = [&](qint64 value, const DutyShift &shift, const DutyChanges &before = {}) {
        return faultsIn(shift, calendarOf(before, pattern(value)), pattern(value));
    };
    const DutyShift first = exchange(saturday, QDate(2030, 2, 26));
    const DutyShift second = daikyu(saturday, QDate(2030, 2, 28));

    EXPECT_EQ(found(0, first), Faults{ShiftFault::NoExchangeHere});
    EXPECT_EQ(found(1, first), Faults{});
    EXPECT_EQ(found(1, second, changesOf(first)), Faults{ShiftFault::NoDayOff});
    EXPECT_EQ(found(2, first), Faults{});
    EXPECT_EQ(found(2, second, changesOf(first)), Faults{});
}

TEST(Exchange, FourDaysOffStayInEveryFourWeeks)
{
    // Every weekend worked but two days; the days given lie outside these four weeks.
    DutyCalendar days = calendarOf();
    const std::vector<QDate> worked{QDate(2026, 6, 6), QDate(2026, 6, 7), QDate(2026, 6, 13), QDate(2026, 6, 14)};
    QDate given(2026, 7, 13);
    for (const QDate &day : worked) {
        EXPECT_EQ(faultsIn(exchange(day, given), days), Faults{});
        days = days.with(changesOf(exchange(day, given)));
        given = given.addDays(1);
    }

    EXPECT_EQ(fewestDaysOff(QDate(2026, 6, 14), days.days()), 4);
    EXPECT_EQ(faultsIn(exchange(QDate(2026, 6, 20), given), days), (Faults{ShiftFault::TooFewDaysOff}));
}

TEST(Exchange, TwentyFourDaysInARowAreTheMost)
{
    // Nothing but the row is looked at: days off may be few here.
    const NumberOn numbers = shippedNumbers({{QStringLiteral("duty.four_weeks_days_off"), 0}});
    DutyCalendar days = calendarOf({}, numbers);
    QDate given(2026, 7, 13);
    // From Monday 1 June to Friday 19 June: 19 days with both weekends; with 20 and 21 June it is up to the 26th: 26 days.
    for (const QDate &day : {QDate(2026, 6, 6), QDate(2026, 6, 7), QDate(2026, 6, 13), QDate(2026, 6, 14)}) {
        days = days.with(changesOf(exchange(day, given)));
        given = given.addDays(1);
    }
    EXPECT_EQ(daysInARow(QDate(2026, 6, 10), days.days()), 19);
    EXPECT_EQ(faultsIn(exchange(QDate(2026, 6, 20), given), days, numbers), Faults{});
    days = days.with(changesOf(exchange(QDate(2026, 6, 20), given)));
    EXPECT_EQ(daysInARow(QDate(2026, 6, 20), days.days()), 20);
    EXPECT_EQ(faultsIn(exchange(QDate(2026, 6, 21), QDate(2026, 7, 22)), days, numbers),
              Faults{ShiftFault::TooManyInARow});
    // With a day given up on 23 June the row ends on the 22nd, the 22nd day.
    EXPECT_EQ(faultsIn(exchange(QDate(2026, 6, 21), QDate(2026, 6, 23)), days, numbers), Faults{});
    EXPECT_EQ(faultsIn(exchange(QDate(2026, 6, 21), QDate(2026, 6, 25)), days, numbers), Faults{}) << "24 days";
    EXPECT_EQ(faultsIn(exchange(QDate(2026, 6, 21), QDate(2026, 6, 26)), days, numbers),
              Faults{ShiftFault::TooManyInARow})
        << "25 days";
}

TEST(Exchange, CountsAgreeWithCountingSlowly)
{
    std::mt19937 random(20261115);
    const NumberOn numbers = shippedNumbers();
    for (int round = 0; round < 300; ++round) {
        DutyChanges changes;
        for (int n = static_cast<int>(random() % 12); n > 0; --n) {
            const DutyShift shift = exchange(QDate(2026, 10, 1).addDays(static_cast<int>(random() % 90)),
                                             QDate(2026, 10, 1).addDays(static_cast<int>(random() % 90)));
            const DutyChanges one = changesOf(shift);
            changes.added.insert(changes.added.end(), one.added.begin(), one.added.end());
            changes.removed.insert(changes.removed.end(), one.removed.begin(), one.removed.end());
        }
        const DutyCalendar days = calendarOf(changes, numbers);
        const QDate day = QDate(2026, 10, 20).addDays(static_cast<int>(random() % 40));

        int fewest = 28;
        for (int first = -27; first <= 0; ++first) {
            int off = 0;
            for (int n = 0; n < 28; ++n)
                off += days.on(day.addDays(first + n)).kind == DayKind::WeeklyOff ? 1 : 0;
            fewest = std::min(fewest, off);
        }
        ASSERT_EQ(fewestDaysOff(day, days.days()), fewest);

        std::set<QDate> row;
        for (QDate one = day; days.on(one).kind != DayKind::WeeklyOff; one = one.addDays(1))
            row.insert(one);
        for (QDate one = day; days.on(one).kind != DayKind::WeeklyOff; one = one.addDays(-1))
            row.insert(one);
        ASSERT_EQ(daysInARow(day, days.days()), static_cast<int>(row.size()));

        qint64 duty = 0;
        qint64 added = 0;
        for (QDate one = day.addDays(-6); one <= day.addDays(6); one = one.addDays(1)) {
            const bool sameWeek = one.addDays(one.dayOfWeek() == 7 ? 0 : -one.dayOfWeek())
                == day.addDays(day.dayOfWeek() == 7 ? 0 : -day.dayOfWeek());
            duty += sameWeek && days.on(one).kind == DayKind::Duty ? days.on(one).minutes() : 0;
            added += sameWeek ? minutesOf(stretchesOn(one, changes.added)) : 0;
        }
        ASSERT_EQ(premiumOfWeek(day, days, numbers), std::min(std::max<qint64>(0, duty - 2325), added));
    }
}

} // namespace test

} // namespace kessai
