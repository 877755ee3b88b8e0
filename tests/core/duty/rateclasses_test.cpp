// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The vectors of domain.md 1.5 and 1.6, and any work at all against a slow count of minute after minute.
#include "tests/core/duty/work.h"

#include <random>

namespace kessai::test {

namespace {

constexpr auto kEvening = RateClass::Weekday;
constexpr auto kEveningNight = RateClass::WeekdayNight;
constexpr auto kOffDay = RateClass::DayOff;
constexpr auto kOffNight = RateClass::DayOffNight;
constexpr auto kInHours = RateClass::Holiday;

constexpr qint64 hm(int hour, int minute = 0)
{
    return hour * 60 + minute;
}

std::vector<WorkedStretch> joined(std::initializer_list<std::vector<WorkedStretch>> all)
{
    std::vector<WorkedStretch> work;
    for (const auto &part : all)
        work.insert(work.end(), part.begin(), part.end());
    return work;
}

/// Evenings of four hours on the working days of a month, until there are so many minutes.
std::vector<WorkedStretch> evenings(const QDate &month, qint64 minutes)
{
    std::vector<WorkedStretch> work;
    for (QDate day = month; minutes > 0; day = day.addDays(1)) {
        if (!shippedHolidays().isDuty(day))
            continue;
        const qint64 here = std::min<qint64>(minutes, 240);
        work.push_back({day, {1035, 1035 + here}});
        minutes -= here;
    }
    return work;
}

std::vector<RatedMinutes> sums(const std::vector<WorkedStretch> &work, const DutyDays &days = regularDays(),
                               const NumberOn &numbers = shippedNumbers(), Employment employment = Employment::Regular)
{
    return minutesByRate(rateClasses(work, days, {.staff = StaffId(1), .employment = employment}, numbers));
}

} // namespace

struct RateRow {
    const char *name;
    std::vector<WorkedStretch> work;
    std::vector<RatedMinutes> expected;
};
void PrintTo(const RateRow &row, std::ostream *out)
{
    *out << row.name;
}

class RateClassVector : public testing::TestWithParam<RateRow> {};

TEST_P(RateClassVector, IsSorted)
{
    EXPECT_EQ(sums(GetParam().work), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    , RateClassVector,
    testing::Values(
        RateRow{"OT_C1", workFrom(QDate(2026, 11, 10), hm(17, 15), 165), {{kEvening, false, 165}}},
        RateRow{"OT_C2",
                workFrom(QDate(2026, 11, 10), hm(17, 15), 375),
                {{kEvening, false, 285}, {kEveningNight, false, 90}}},
        RateRow{"OT_C4",
                joined({workFrom(QDate(2026, 11, 14), hm(8, 30), 210), workFrom(QDate(2026, 11, 14), hm(13), 255)}),
                {{kOffDay, false, 465}}},
        RateRow{"OT_C5",
                workFrom(QDate(2026, 11, 15), hm(20), 360),
                {{kEveningNight, false, 120}, {kOffDay, false, 120}, {kOffNight, false, 120}}},
        RateRow{"OT_C7",
                workFrom(QDate(2026, 11, 2), hm(17, 15), 495),
                {{kEvening, false, 285}, {kEveningNight, false, 120}, {kOffNight, false, 90}}},
        RateRow{
            "OT_C8", workFrom(QDate(2026, 11, 10), hm(4), 270), {{kEvening, false, 210}, {kEveningNight, false, 60}}},
        RateRow{"OT_C10", workFrom(QDate(2027, 1, 1), hm(22), 180), {{kOffNight, false, 180}}},
        RateRow{"OT_C11",
                joined({workFrom(QDate(2026, 11, 14), hm(9), 180), workFrom(QDate(2026, 11, 14), hm(13), 120)}),
                {{kOffDay, false, 300}}},
        RateRow{"HolidayOverTheWholeDay",
                workFrom(QDate(2026, 11, 3), 0, 1440),
                {{kOffDay, false, 555}, {kOffNight, false, 420}, {kInHours, false, 465}}},
        RateRow{
            "RegularDutyIsNoOvertime", workFrom(QDate(2026, 11, 10), hm(8), 600), {{kEvening, false, 30 + 60 + 45}}},
        RateRow{"AMinuteReportedTwiceCountsOnce",
                joined({workFrom(QDate(2026, 11, 10), hm(18), 60), workFrom(QDate(2026, 11, 10), hm(18, 30), 60)}),
                {{kEvening, false, 90}}},
        RateRow{"NightFromTheMinuteItBegins",
                workFrom(QDate(2026, 11, 10), hm(21, 59), 2),
                {{kEvening, false, 1}, {kEveningNight, false, 1}}},
        RateRow{"NightUntilTheMinuteItEnds",
                workFrom(QDate(2026, 11, 10), hm(4, 59), 2),
                {{kEvening, false, 1}, {kEveningNight, false, 1}}},
        RateRow{"OT_S1", evenings(QDate(2026, 10, 1), 4200), {{kEvening, false, 3600}, {kEvening, true, 600}}},
        RateRow{"OT_S2", evenings(QDate(2026, 10, 1), 4560), {{kEvening, false, 3600}, {kEvening, true, 960}}},
        RateRow{"OT_S4",
                joined({evenings(QDate(2026, 10, 1), 3480), workFrom(QDate(2026, 10, 30), hm(20), 300)}),
                {{kEvening, false, 3600}, {kEveningNight, true, 120}, {kOffNight, true, 60}}},
        RateRow{"OT_S5", evenings(QDate(2026, 10, 1), 3600), {{kEvening, false, 3600}}},
        RateRow{"OverByOneMinute", evenings(QDate(2026, 10, 1), 3601), {{kEvening, false, 3600}, {kEvening, true, 1}}},
        RateRow{"RegularHoursOfAHolidayDoNotCountIntoSixty",
                joined({evenings(QDate(2026, 10, 1), 3600), workFrom(QDate(2026, 10, 12), hm(8, 30), 210)}),
                {{kEvening, false, 3600}, {kInHours, false, 210}}},
        RateRow{"EveryMonthBeginsItsSixtyHours",
                joined({evenings(QDate(2026, 10, 1), 3600), evenings(QDate(2026, 11, 1), 3600)}),
                {{kEvening, false, 7200}}}),
    [](const auto &row) { return row.param.name; });

TEST(RateClasses, PaysTheVectorsAtTheirRates)
{
    const NumberOn numbers = shippedNumbers();
    const QDate day(2026, 11, 10);
    EXPECT_EQ(percentOf(kEvening, false, day, numbers), 125);
    EXPECT_EQ(percentOf(kEveningNight, false, day, numbers), 150);
    EXPECT_EQ(percentOf(kOffDay, false, day, numbers), 135);
    EXPECT_EQ(percentOf(kOffNight, false, day, numbers), 160);
    EXPECT_EQ(percentOf(kInHours, false, day, numbers), 135);
    EXPECT_EQ(percentOf(RateClass::ShortTime, false, day, numbers), 100);
    EXPECT_EQ(percentOf(RateClass::ShortTimeNight, false, day, numbers), 125);
    for (const RateClass rate : {kEvening, kOffDay, RateClass::ShortTime})
        EXPECT_EQ(percentOf(rate, true, day, numbers), 150);
    for (const RateClass rate : {kEveningNight, kOffNight, RateClass::ShortTimeNight})
        EXPECT_EQ(percentOf(rate, true, day, numbers), 175);
}

TEST(RateClasses, OT_F2_AnExchangedSaturdayIsAWorkingDayAndTheDayGivenUpADayOff)
{
    // Sat 2026-11-14 for Wed 11-11.
    const DutyDays days = regularDays({{QDate(2026, 11, 14), {DayKind::Duty, {{510, 720}, {780, 1035}}}},
                                       {QDate(2026, 11, 11), {DayKind::WeeklyOff, {}}}});

    EXPECT_EQ(
        sums(joined({workFrom(QDate(2026, 11, 14), hm(8, 30), 210), workFrom(QDate(2026, 11, 14), hm(13), 255 + 60)}),
             days),
        (std::vector<RatedMinutes>{{kEvening, false, 60}}));
    EXPECT_EQ(sums(workFrom(QDate(2026, 11, 11), hm(9), 60), days), (std::vector<RatedMinutes>{{kOffDay, false, 60}}));
}

TEST(RateClasses, ShortTimeStaffReachAWholeDayFirst)
{
    // Six hours a day: one hour and 45 minutes are missing to 7:45.
    const DutyDays days = [](const QDate &) { return DutyDay{DayKind::Duty, {{510, 720}, {780, 930}}}; };
    const auto evening = workFrom(QDate(2026, 11, 10), hm(20, 30), 120);

    EXPECT_EQ(sums(evening, days, shippedNumbers(), Employment::ShortTime),
              (std::vector<RatedMinutes>{{RateClass::ShortTime, false, 90},
                                         {RateClass::ShortTimeNight, false, 15},
                                         {kEveningNight, false, 15}}));
    EXPECT_EQ(sums(evening, days), (std::vector<RatedMinutes>{{kEvening, false, 90}, {kEveningNight, false, 30}}));
}

TEST(RateClasses, SundaysCountIntoSixtyHoursWhereTheParameterSays)
{
    const auto work = joined({evenings(QDate(2026, 10, 1), 3540), workFrom(QDate(2026, 10, 25), hm(9), 180),
                              workFrom(QDate(2026, 10, 26), hm(18), 60)});

    EXPECT_EQ(sums(work),
              (std::vector<RatedMinutes>{
                  {kEvening, false, 3540}, {kOffDay, false, 60}, {kEvening, true, 60}, {kOffDay, true, 120}}));
    EXPECT_EQ(sums(work, regularDays(), shippedNumbers({{QStringLiteral("overtime.count60_sunday"), 0}})),
              (std::vector<RatedMinutes>{{kEvening, false, 3600}, {kOffDay, false, 180}}));
}

namespace {

struct MinuteClass {
    RateClass rate;
    bool over60;
};

/// One minute after the other, straight from the text of domain.md 1.5 and 1.6.
std::map<std::pair<QDate, qint64>, MinuteClass> slowClasses(const std::vector<WorkedStretch> &work,
                                                            const DutyDays &days, bool shortTime, bool sundays)
{
    std::map<QDate, std::vector<bool>> worked;
    for (const WorkedStretch &stretch : work) {
        std::vector<bool> &minutes = worked.try_emplace(stretch.day, size_t(1440), false).first->second;
        for (qint64 minute = stretch.hours.from; minute < stretch.hours.until; ++minute)
            minutes[size_t(minute)] = true;
    }
    std::map<std::pair<QDate, qint64>, MinuteClass> classes;
    std::map<std::pair<int, int>, qint64> counted;
    for (const auto &[day, minutes] : worked) {
        const DutyDay duty = days(day);
        std::vector<bool> allotted(1440, false);
        for (const Stretch &hours : duty.hours) {
            for (qint64 minute = hours.from; minute < hours.until; ++minute)
                allotted[size_t(minute)] = true;
        }
        qint64 sum = std::count(allotted.begin(), allotted.end(), true);
        for (qint64 minute = 0; minute < 1440; ++minute) {
            if (!minutes[size_t(minute)])
                continue;
            const bool night = minute < 5 * 60 || minute >= 22 * 60;
            RateClass rate = night ? kOffNight : kOffDay;
            if (allotted[size_t(minute)]) {
                if (duty.kind == DayKind::Holiday)
                    classes[{day, minute}] = {kInHours, false};
                continue;
            }
            if (duty.kind == DayKind::Duty) {
                const bool cheap = shortTime && sum < 465;
                ++sum;
                rate = cheap ? (night ? RateClass::ShortTimeNight : RateClass::ShortTime)
                             : (night ? kEveningNight : kEvening);
            }
            if (day.dayOfWeek() == Qt::Sunday && !sundays) {
                classes[{day, minute}] = {rate, false};
                continue;
            }
            classes[{day, minute}] = {rate, counted[{day.year(), day.month()}]++ >= 3600};
        }
    }
    return classes;
}

DutyDay randomDay(std::mt19937 &random, const QDate &date)
{
    switch (random() % 6) {
    case 0: return {};
    case 1: return {DayKind::Duty, {{510, 720}, {780, 1035}}};
    case 2: return {DayKind::Duty, {{510, 750}}};
    case 3: return {DayKind::Holiday, {{510, 720}, {780, 1035}}};
    default: return regularDays()(date);
    }
}

} // namespace

class AnyWork : public testing::TestWithParam<int> {};

// Nights, weekends, holidays, the turn of months and years, exchanged days, months far above 60 hours.
TEST_P(AnyWork, IsSortedLikeMinuteAfterMinute)
{
    std::mt19937 random(static_cast<unsigned>(GetParam()));
    for (int round = 0; round < 100; ++round) {
        const QDate first = QDate(2025, 4, 1).addDays(static_cast<int>(random() % 700));
        std::map<QDate, DutyDay> changed;
        std::vector<WorkedStretch> work;
        for (int i = 0; i < 45; ++i) {
            const QDate day = first.addDays(static_cast<int>(random() % 40));
            if (random() % 8 == 0)
                changed[day] = randomDay(random, day);
            const auto more =
                workFrom(day, static_cast<qint64>(random() % 1440), 1 + static_cast<qint64>(random() % 700));
            work.insert(work.end(), more.begin(), more.end());
        }
        const bool shortTime = random() % 3 == 0;
        const bool sundays = random() % 3 != 0;
        const DutyDays days = regularDays(changed);
        const NumberOn numbers = shippedNumbers({{QStringLiteral("overtime.count60_sunday"), sundays ? 1 : 0}});

        const auto rated = rateClasses(
            work, days, {.staff = StaffId(1), .employment = shortTime ? Employment::ShortTime : Employment::Regular},
            numbers);

        const auto slow = slowClasses(work, days, shortTime, sundays);
        size_t minutes = 0;
        for (const RatedStretch &stretch : rated) {
            for (qint64 minute = stretch.hours.from; minute < stretch.hours.until; ++minute) {
                const auto expected = slow.find({stretch.day, minute});
                ASSERT_NE(expected, slow.end());
                ASSERT_EQ(expected->second.rate, stretch.rate) << round << ' ' << minute;
                ASSERT_EQ(expected->second.over60, stretch.over60) << round << ' ' << minute;
                ++minutes;
            }
        }
        ASSERT_EQ(minutes, slow.size());
    }
}

// 1,800 spans a seed.
INSTANTIATE_TEST_SUITE_P(, AnyWork, testing::Values(1, 2, 3, 4));

} // namespace kessai::test
