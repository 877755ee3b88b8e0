// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/compensation.h"

#include "tests/core/duty/shippednumbers.h"

#include <random>

namespace kessai::test {

namespace {

const QDate kOctober(2026, 10, 1);

/// The time off for work of October 2026: so many hours on its evenings of duty, one after another from the first on.
qint64 earnedBy(const std::vector<WorkedStretch> &work, const WorkTerms &terms = {.staff = StaffId(1)})
{
    const NumberOn numbers = shippedNumbers();
    return compensationEarned(minutesByRate(rateClasses(work, calendarOf().days(), terms, numbers)), kOctober, numbers);
}

/// Evenings of four hours, 17:15 to 21:15, until the minutes are used up.
std::vector<WorkedStretch> evenings(qint64 minutes)
{
    std::vector<WorkedStretch> work;
    for (QDate day = kOctober; minutes > 0; day = day.addDays(1)) {
        if (calendarOf().on(day).kind != DayKind::Duty)
            continue;
        const qint64 here = std::min<qint64>(minutes, 240);
        work.push_back({day, {1035, 1035 + here}});
        minutes -= here;
    }
    return work;
}

LedgerStretch off(const QDate &day, qint64 minutes, bool takenBack = false)
{
    return {day, {510, 510 + minutes}, takenBack};
}

} // namespace

TEST(Compensation, OT_S1_TenHoursBeyondSixtyEarnTwoAndAHalf)
{
    EXPECT_EQ(earnedBy(evenings(70 * 60)), 150);
    const auto first = unitHours(TimeOffUnit::FirstHours, kWholeDay, 240);
    const TimeOff parts = divided(TimeOffUnit::FirstHours, first, 150);
    EXPECT_EQ(minutesOf(parts.compensated), 150);
    EXPECT_EQ(minutesOf(parts.leave), 90) << "usable only with 1:30 of annual leave";
    EXPECT_EQ(parts.compensated.front().from, 510);
}

TEST(Compensation, OT_S2_SixteenHoursEarnFour)
{
    EXPECT_EQ(earnedBy(evenings(76 * 60)), 240);
    EXPECT_EQ(divided(TimeOffUnit::LastHours, unitHours(TimeOffUnit::LastHours, kWholeDay, 240), 240),
              (TimeOff{{{795, 1035}}, {}}));
}

TEST(Compensation, OT_S4_TheNightBeyondSixtyEarnsByTheDayItLiesOn)
{
    // 58 hours, then Friday 20:00 to Saturday 1:00: two hours to the 60th, two of the weekday, one of the Saturday.
    auto work = evenings(58 * 60);
    work.push_back({QDate(2026, 10, 30), {1200, 1440}});
    work.push_back({QDate(2026, 10, 31), {0, 60}});

    EXPECT_EQ(earnedBy(work), (120 * 25 + 60 * 15) / 100);
}

TEST(Compensation, OT_S5_SixtyHoursEarnNothing)
{
    EXPECT_EQ(earnedBy(evenings(60 * 60)), 0);
    EXPECT_EQ(earnedBy(evenings(60 * 60 + 3)), 0) << "less than a minute is dropped";
    EXPECT_EQ(earnedBy(evenings(60 * 60 + 4)), 1);
}

TEST(Compensation, DaysOffEarnLessAndShortTimeMore)
{
    const NumberOn numbers = shippedNumbers();
    const auto earned = [&](RateClass rate, bool over60) {
        return compensationEarned({{rate, over60, 600}}, kOctober, numbers);
    };

    EXPECT_EQ(earned(RateClass::Weekday, true), 150);
    EXPECT_EQ(earned(RateClass::WeekdayNight, true), 150);
    EXPECT_EQ(earned(RateClass::DayOff, true), 90) << "a Saturday is 15, not 25 (domain.md 9.6)";
    EXPECT_EQ(earned(RateClass::DayOffNight, true), 90);
    EXPECT_EQ(earned(RateClass::ShortTime, true), 300);
    EXPECT_EQ(earned(RateClass::ShortTimeNight, true), 450);
    EXPECT_EQ(earned(RateClass::Exchange, true), 150);
    EXPECT_EQ(earned(RateClass::Holiday, true), 0);
    EXPECT_EQ(earned(RateClass::Weekday, false), 0) << "only what lies beyond 60 hours";
    EXPECT_EQ(compensationEarned({{RateClass::Weekday, true, 3}, {RateClass::DayOff, true, 2}}, kOctober, numbers), 1)
        << "summed before the fraction is dropped";
}

TEST(Compensation, WindowIsTheTwoMonthsAfter)
{
    const NumberOn numbers = shippedNumbers();

    EXPECT_EQ(compensationWindow(QDate(2026, 10, 17), numbers), (DayRange{QDate(2026, 11, 1), QDate(2026, 12, 31)}));
    EXPECT_EQ(compensationWindow(QDate(2026, 12, 1), numbers), (DayRange{QDate(2027, 1, 1), QDate(2027, 2, 28)}));
}

TEST(Compensation, UnitsAreADayOrFourHoursAtItsEdge)
{
    EXPECT_EQ(unitHours(TimeOffUnit::Day, kWholeDay, 240), kWholeDay);
    EXPECT_EQ(unitHours(TimeOffUnit::FirstHours, kWholeDay, 240), (std::vector<Stretch>{{510, 720}, {780, 810}}));
    EXPECT_EQ(unitHours(TimeOffUnit::LastHours, kWholeDay, 240), (std::vector<Stretch>{{795, 1035}}));
    EXPECT_TRUE(unitHours(TimeOffUnit::FirstHours, {{510, 700}}, 240).empty());
    EXPECT_EQ(divided(TimeOffUnit::LastHours, {{795, 1035}}, 120), (TimeOff{{{915, 1035}}, {{795, 915}}}));
}

TEST(Compensation, IsDrawnFromTheOldestMonthFirst)
{
    const NumberOn numbers = shippedNumbers();
    const std::vector<EarnedMonth> months{{QDate(2026, 10, 1), 300, 0}, {QDate(2026, 9, 1), 240, 0}};
    const auto left = [&](const std::vector<LedgerStretch> &taken) {
        std::vector<qint64> minutes;
        for (const EarnedMonth &month : drawnFrom(months, taken, numbers))
            minutes.push_back(month.left());
        return minutes;
    };

    EXPECT_EQ(left({off(QDate(2026, 11, 10), 240)}), (std::vector<qint64>{0, 300})) << "September's lapse first";
    EXPECT_EQ(left({off(QDate(2026, 11, 10), 465)}), (std::vector<qint64>{0, 75}));
    EXPECT_EQ(left({off(QDate(2026, 12, 10), 240)}), (std::vector<qint64>{240, 60})) << "September's are gone by then";
    EXPECT_EQ(left({off(QDate(2026, 10, 9), 240)}), (std::vector<qint64>{0, 300})) << "October itself has none yet";
    EXPECT_EQ(left({off(QDate(2026, 11, 10), 240), off(QDate(2026, 11, 10), 240, true)}),
              (std::vector<qint64>{240, 300}));
}

TEST(Compensation, DrawsNeverMoreThanThereIsAndLosesNothing)
{
    std::mt19937 random(20261101);
    const NumberOn numbers = shippedNumbers();
    for (int round = 0; round < 2000; ++round) {
        std::vector<EarnedMonth> months;
        for (int n = 0; n < 5; ++n)
            months.push_back({QDate(2026, 6 + n, 1), static_cast<qint64>(random() % 700), 0});
        std::vector<LedgerStretch> taken;
        for (int n = static_cast<int>(random() % 6); n > 0; --n)
            taken.push_back(off(QDate(2026, 7, 1).addDays(static_cast<int>(random() % 180)), 240));

        qint64 drawn = 0;
        for (const EarnedMonth &month : drawnFrom(months, taken, numbers)) {
            ASSERT_GE(month.left(), 0);
            drawn += month.taken;
        }

        // Minute by minute: the oldest month that still has one and whose days contain the day gives it.
        std::vector<EarnedMonth> slow = months;
        std::sort(taken.begin(), taken.end(),
                  [](const LedgerStretch &a, const LedgerStretch &b) { return a.day < b.day; });
        qint64 expected = 0;
        for (const LedgerStretch &one : taken) {
            for (qint64 minute = 0; minute < one.hours.minutes(); ++minute) {
                const auto from = std::find_if(slow.begin(), slow.end(), [&](const EarnedMonth &month) {
                    const QDate next = month.month.addMonths(1);
                    return month.left() > 0 && next <= one.day && one.day < next.addMonths(2);
                });
                if (from == slow.end())
                    continue;
                ++from->taken;
                ++expected;
            }
        }
        ASSERT_EQ(drawn, expected);
    }
}

} // namespace kessai::test
