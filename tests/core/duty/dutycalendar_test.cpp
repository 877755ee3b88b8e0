// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/dutycalendar.h"

#include "tests/core/duty/shippednumbers.h"

#include <array>
#include <random>

namespace kessai {

void PrintTo(const DutyDay &day, std::ostream *out)
{
    *out << (day.kind == DayKind::Duty ? "N" : day.kind == DayKind::Holiday ? "H" : "W");
    for (const Stretch &part : day.hours)
        *out << ' ' << part.from << '-' << part.until;
}

namespace test {

namespace {

const QDate kTuesday(2026, 11, 10);
const QDate kSaturday(2026, 11, 14);
const QDate kWednesday(2026, 11, 11);
const QDate kHoliday(2026, 11, 3); // 文化の日, a Tuesday
const QDate kSaturdayHoliday(2030, 2, 23);

std::vector<LedgerStretch> enteredOn(const QDate &day, const std::vector<Stretch> &hours, bool takenBack = false)
{
    std::vector<LedgerStretch> result;
    for (const Stretch &part : hours)
        result.push_back({day, part, takenBack});
    return result;
}

std::vector<LedgerStretch> joinedWith(std::vector<LedgerStretch> a, const std::vector<LedgerStretch> &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

} // namespace

TEST(DutyCalendar, IsTheShiftOfTheOfficeWhereNothingWasChanged)
{
    const DutyCalendar plain = calendarOf();

    EXPECT_EQ(plain.on(kTuesday), (DutyDay{DayKind::Duty, kWholeDay}));
    EXPECT_EQ(plain.on(kSaturday), DutyDay{});
    EXPECT_EQ(plain.on(kHoliday), (DutyDay{DayKind::Holiday, kWholeDay}));
    EXPECT_EQ(plain.on(kSaturdayHoliday), DutyDay{}) << "a holiday on a Saturday is a 週休日 (domain.md 1.1)";
    EXPECT_EQ(hoursOfDuty(plain.on(kTuesday)), kWholeDay);
    EXPECT_TRUE(hoursOfDuty(plain.on(kHoliday)).empty());
}

TEST(DutyCalendar, GivesThoseWithFewerHoursTheBeginOfTheShift)
{
    const DutyCalendar six = calendarOf({}, shippedNumbers(), {.staff = StaffId(1), .dayMinutes = 360});
    const DutyCalendar three = calendarOf({}, shippedNumbers(), {.staff = StaffId(1), .dayMinutes = 180});

    EXPECT_EQ(six.on(kTuesday).hours, (std::vector<Stretch>{{510, 720}, {780, 930}}));
    EXPECT_EQ(three.on(kTuesday).hours, (std::vector<Stretch>{{510, 690}}));
}

TEST(DutyCalendar, AnExchangeMakesTheSaturdayDutyAndTheDayGivenUpADayOff)
{
    const DutyCalendar changed = calendarOf({enteredOn(kSaturday, kWholeDay), enteredOn(kWednesday, kWholeDay), {}});

    EXPECT_EQ(changed.on(kSaturday), (DutyDay{DayKind::Duty, kWholeDay}));
    EXPECT_EQ(changed.on(kWednesday), DutyDay{});
    EXPECT_EQ(changed.on(kTuesday).kind, DayKind::Duty);
}

TEST(DutyCalendar, FourHoursLeaveTheRestOfTheDay)
{
    const DutyCalendar changed =
        calendarOf({enteredOn(kSaturday, {{540, 780}}), enteredOn(kTuesday, {{795, 1035}}), {}});

    EXPECT_EQ(changed.on(kSaturday), (DutyDay{DayKind::Duty, {{540, 780}}}));
    EXPECT_EQ(changed.on(kTuesday), (DutyDay{DayKind::Duty, {{510, 720}, {780, 795}}}));
}

TEST(DutyCalendar, ADaikyuMakesTheHolidayDutyAndItsDayExcused)
{
    const DutyCalendar changed =
        calendarOf({enteredOn(kHoliday, kWholeDay), {}, enteredOn(QDate(2026, 11, 20), kWholeDay)});

    EXPECT_EQ(changed.on(kHoliday), (DutyDay{DayKind::Duty, kWholeDay}));
    EXPECT_EQ(changed.on(QDate(2026, 11, 20)), (DutyDay{DayKind::Holiday, kWholeDay}));
}

TEST(DutyCalendar, WhatWasCancelledIsAsIfItHadNeverBeen)
{
    const DutyCalendar back =
        calendarOf({joinedWith(enteredOn(kSaturday, kWholeDay), enteredOn(kSaturday, kWholeDay, true)),
                    joinedWith(enteredOn(kWednesday, kWholeDay), enteredOn(kWednesday, kWholeDay, true)),
                    {}});
    const DutyCalendar again =
        calendarOf({joinedWith(joinedWith(enteredOn(kSaturday, kWholeDay), enteredOn(kSaturday, kWholeDay, true)),
                               enteredOn(kSaturday, kWholeDay)),
                    {},
                    {}});

    EXPECT_EQ(back.on(kSaturday), DutyDay{});
    EXPECT_EQ(back.on(kWednesday).kind, DayKind::Duty);
    EXPECT_EQ(again.on(kSaturday).kind, DayKind::Duty);
}

TEST(DutyCalendar, ADayGivenUpMayBecomeADayOfDutyAgain)
{
    const DutyCalendar changed = calendarOf({enteredOn(kWednesday, kWholeDay), enteredOn(kWednesday, kWholeDay), {}});

    EXPECT_EQ(changed.on(kWednesday), (DutyDay{DayKind::Duty, kWholeDay}));
}

TEST(DutyCalendar, HolidaysAtAWeekendFollowTheOffice)
{
    const auto once = enteredOn(kSaturdayHoliday, kWholeDay);
    const auto kindAt = [](qint64 pattern, const std::vector<LedgerStretch> &added) {
        return calendarOf({added, {}, {}}, shippedNumbers({{QStringLiteral("duty.weekend_holiday"), pattern}}))
            .on(kSaturdayHoliday)
            .kind;
    };

    EXPECT_EQ(kindAt(1, once), DayKind::Duty);
    EXPECT_EQ(kindAt(2, once), DayKind::Holiday);
    EXPECT_EQ(kindAt(2, joinedWith(once, once)), DayKind::Duty) << "the 代休日 makes good for it";
}

TEST(DutyCalendar, AgreesWithCountingMinuteByMinute)
{
    std::mt19937 random(20261114);
    const auto someStretch = [&random] {
        const qint64 from = 480 + static_cast<qint64>(random() % 40) * 15;
        return Stretch{from, from + static_cast<qint64>(random() % 20) * 15};
    };
    const NumberOn numbers = shippedNumbers();
    for (int round = 0; round < 3000; ++round) {
        const QDate day = QDate(2026, 10, 1).addDays(static_cast<int>(random() % 120));
        std::array<std::vector<LedgerStretch>, 3> ledgers;
        std::array<std::array<int, kMinutesOfDay>, 3> counts{};
        for (size_t ledger = 0; ledger < ledgers.size(); ++ledger) {
            for (int n = static_cast<int>(random() % 4); n > 0; --n) {
                const LedgerStretch entry{day.addDays(random() % 5 == 0 ? 1 : 0), someStretch(), random() % 4 == 0};
                ledgers[ledger].push_back(entry);
                for (qint64 at = entry.hours.from; at < entry.hours.until && entry.day == day; ++at)
                    counts[ledger][size_t(at)] += entry.takenBack ? -1 : 1;
            }
        }
        const DayKind kind = shippedHolidays().kind(day);

        const DutyDay result = calendarOf({ledgers[0], ledgers[1], ledgers[2]}, numbers).on(day);

        bool any = false;
        bool twice = false;
        bool excused = false;
        for (qint64 at = 0; at < kMinutesOfDay; ++at) {
            const bool shift = (510 <= at && at < 720) || (780 <= at && at < 1035);
            const int level =
                (kind != DayKind::WeeklyOff && shift ? 1 : 0) + counts[0][size_t(at)] - counts[1][size_t(at)];
            any = any || level > 0;
            twice = twice || level > 1;
            excused = excused || (level > 0 && counts[2][size_t(at)] > 0);
            ASSERT_EQ(result.within({at, at + 1}), level > 0 ? 1 : 0) << at;
        }
        const bool holiday = kind == DayKind::Holiday && !twice;
        ASSERT_EQ(result.kind, !any ? DayKind::WeeklyOff : holiday || excused ? DayKind::Holiday : DayKind::Duty);
    }
}

} // namespace test

} // namespace kessai
