// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The vectors of domain.md 1.7 and of time off for work past 60 hours in 1.6.
#include "core/duty/monthpay.h"

#include "tests/core/duty/work.h"

#include <random>

namespace kessai {

void PrintTo(const PayLine &line, std::ostream *out)
{
    *out << line.percent << "/100: " << line.hours << " h (" << line.minutes << " min) at " << line.unit.amount()
         << " = " << line.pay.amount();
}

} // namespace kessai

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

const QDate kMonth(2026, 11, 1);

std::vector<qint64> unitsOf(qint64 hourly, std::initializer_list<int> percents)
{
    std::vector<qint64> units;
    for (const int percent : percents)
        units.push_back(unitPrice(Yen(hourly), percent).amount());
    return units;
}

PaidMinutes paidAt(int percent, qint64 minutes, PayPart part = PayPart::Overtime)
{
    return {percent, part, minutes};
}

} // namespace

TEST(MonthPay, OT_P1_DividesByAllWeeksOfTheYear)
{
    const qint64 divisor = wageDivisor(kMonth, shippedHolidays(), shippedNumbers({{u"pay.divisor_method"_s, 0}}));

    EXPECT_EQ(divisor, 2015 * 60);
    EXPECT_EQ(hourlyWage(Yen(280'000), divisor), Yen(1667));
    EXPECT_EQ(unitsOf(1667, {125, 135, 150, 160, 175}), (std::vector<qint64>{2084, 2250, 2501, 2667, 2917}));
}

TEST(MonthPay, OT_P2_LeavesOutTheHolidaysOfTheFiscalYear)
{
    const qint64 divisor = wageDivisor(kMonth, shippedHolidays(), shippedNumbers());

    EXPECT_EQ(divisor, 1860 * 60);
    EXPECT_EQ(hourlyWage(Yen(280'000), divisor), Yen(1806));
    EXPECT_EQ(unitsOf(1806, {125, 135, 150, 160, 175, 25}), (std::vector<qint64>{2258, 2438, 2709, 2890, 3161, 452}));
}

TEST(MonthPay, OT_P4_RoundsHalvesUp)
{
    const qint64 divisor = wageDivisor(kMonth, shippedHolidays(), shippedNumbers());

    EXPECT_EQ(hourlyWage(Yen(250'000), divisor), Yen(1613));
    EXPECT_EQ(unitsOf(1613, {125, 135, 150}), (std::vector<qint64>{2016, 2178, 2420}));
}

TEST(MonthPay, OT_P5_RoundsTheMonthOnceForEachRate)
{
    const auto lines =
        monthPay({paidAt(125, 20 * 60 + 29), paidAt(150, 3 * 60 + 30), paidAt(135, 7 * 60 + 45), paidAt(160, 29)},
                 Yen(1806), kMonth, shippedNumbers());

    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[0], (PayLine{125, PayPart::Merged, 1229, 20, Yen(2258), Yen(45'160)}));
    EXPECT_EQ(lines[1], (PayLine{135, PayPart::Merged, 465, 8, Yen(2438), Yen(19'504)}));
    EXPECT_EQ(lines[2], (PayLine{150, PayPart::Merged, 210, 4, Yen(2709), Yen(10'836)}));
    EXPECT_EQ(lines[3], (PayLine{160, PayPart::Merged, 29, 0, Yen(2890), Yen(0)}));
    EXPECT_EQ(sumOf(lines), Yen(75'500));
}

TEST(MonthPay, CountsTheWeekdayHolidaysOfEveryYear)
{
    const auto holidays = [](const QDate &month, qint64 start) {
        const NumberOn numbers = shippedNumbers({{u"pay.holiday_year_start_month"_s, start}});
        return (2015 * 60 - wageDivisor(month, shippedHolidays(), numbers)) / 465;
    };

    // domain.md 1.7, FY2024 … FY2029 and CY2024 … CY2030.
    const std::vector<qint64> fiscal{18, 19, 20, 19, 18, 15};
    for (size_t i = 0; i < fiscal.size(); ++i)
        EXPECT_EQ(holidays(QDate(2024 + int(i), 4, 1), 4), fiscal[i]) << 2024 + i;
    EXPECT_EQ(holidays(QDate(2027, 3, 1), 4), 20) << "March belongs to the fiscal year before";
    const std::vector<qint64> calendar{18, 20, 21, 19, 16, 16, 17};
    for (size_t i = 0; i < calendar.size(); ++i)
        EXPECT_EQ(holidays(QDate(2024 + int(i), 3, 1), 1), calendar[i]) << 2024 + i;
}

TEST(MonthPay, TakesAFixedNumberOfHolidaysWhereTheParameterSays)
{
    EXPECT_EQ(wageDivisor(kMonth, shippedHolidays(), shippedNumbers({{u"pay.divisor_method"_s, 2}})),
              2015 * 60 - 18 * 465);
}

TEST(MonthPay, MergesPartsOfOneRateOnlyWhereTheParameterSays)
{
    // Weekday nights and what lies past 60 hours are both paid at 150.
    const std::vector<PaidMinutes> paid{paidAt(150, 20), paidAt(150, 20, PayPart::Over60)};

    EXPECT_EQ(monthPay(paid, Yen(1000), kMonth, shippedNumbers()),
              (std::vector<PayLine>{{150, PayPart::Merged, 40, 1, Yen(1500), Yen(1500)}}));
    const auto apart = monthPay(paid, Yen(1000), kMonth, shippedNumbers({{u"pay.merge_same_rate"_s, 0}}));
    EXPECT_EQ(apart.size(), 2U);
    EXPECT_EQ(sumOf(apart), Yen(0));
}

TEST(MonthPay, RoundsUpFromThirtyMinutes)
{
    const auto hours = [](qint64 minutes) { return paidHours(minutes, kMonth, shippedNumbers()); };

    EXPECT_EQ(hours(0), 0);
    EXPECT_EQ(hours(29), 0);
    EXPECT_EQ(hours(30), 1);
    EXPECT_EQ(hours(89), 1);
    EXPECT_EQ(hours(90), 2);
}

namespace {

std::vector<PaidMinutes> paidFor(qint64 over60, RateClass rate, qint64 timeOff)
{
    const QDate day(2026, 11, 10);
    std::vector<PaidMinutes> sums;
    for (const PaidMinutes &part :
         paidMinutes({{day, {0, 100}, rate}, {day, {100, 100 + over60}, rate, true}}, timeOff, shippedNumbers())) {
        if (!sums.empty() && sums.back().percent == part.percent && sums.back().part == part.part)
            sums.back().minutes += part.minutes;
        else
            sums.push_back(part);
    }
    return sums;
}

} // namespace

TEST(MonthPay, OT_S1_PaysTheRaisedPartWithoutTimeOff)
{
    EXPECT_EQ(paidFor(600, RateClass::Weekday, 0),
              (std::vector<PaidMinutes>{paidAt(125, 100), paidAt(150, 600, PayPart::Over60)}));
}

TEST(MonthPay, OT_S2_PaysNoRaisedPartWhereFourHoursAreTaken)
{
    EXPECT_EQ(paidFor(960, RateClass::Weekday, 240), (std::vector<PaidMinutes>{paidAt(125, 1060)}));
    EXPECT_EQ(paidFor(1000, RateClass::Weekday, 240),
              (std::vector<PaidMinutes>{paidAt(125, 1060), paidAt(150, 40, PayPart::Over60)}));
}

TEST(MonthPay, TimeOffMakesGoodForDaysOffAtFifteenHundredths)
{
    EXPECT_EQ(paidFor(1700, RateClass::DayOffNight, 240),
              (std::vector<PaidMinutes>{paidAt(160, 1700), paidAt(175, 100, PayPart::Over60)}));
}

TEST(MonthPay, NeverLosesOrInventsAMinute)
{
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        const auto work =
            workFrom(QDate(2026, 10, 1).addDays(int(random() % 20)), qint64(random() % 1440), qint64(random() % 9000));
        const auto rated = rateClasses(work, regularDays(), {.staff = StaffId(1)}, shippedNumbers());
        qint64 sorted = 0;
        for (const RatedMinutes &part : minutesByRate(rated))
            sorted += part.minutes;
        qint64 paid = 0;
        for (const PaidMinutes &part : paidMinutes(rated, qint64(random() % 600), shippedNumbers())) {
            ASSERT_GT(part.minutes, 0);
            paid += part.minutes;
        }
        ASSERT_EQ(paid, sorted);
    }
}

} // namespace kessai::test
