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

/// Work of 100 minutes within the 60 hours and so many past them.
std::vector<RatedStretch> beyond(qint64 over60, RateClass rate)
{
    const QDate day(2026, 11, 10);
    return {{day, {0, 100}, rate}, {day, {100, 100 + over60}, rate, true}};
}

/// The whole pay in hundredths of an hourly wage, by minutes: what was paid and what falls away of it.
qint64 worth(const std::vector<PaidMinutes> &paid)
{
    qint64 sum = 0;
    for (const PaidMinutes &one : paid)
        sum += one.minutes * one.percent;
    return sum;
}

} // namespace

TEST(MonthPay, OT_S1_PaysTheRaisedPartWithoutTimeOff)
{
    EXPECT_EQ(paidMinutes(beyond(600, RateClass::Weekday), shippedNumbers()),
              (std::vector<PaidMinutes>{paidAt(125, 100), paidAt(150, 600, PayPart::Over60)}));
    EXPECT_TRUE(settledTimeOff(beyond(600, RateClass::Weekday), 0, 0, shippedNumbers()).empty());
}

TEST(MonthPay, OT_S2_PaysNoRaisedPartWhereFourHoursAreTaken)
{
    const auto work = beyond(960, RateClass::Weekday);
    const auto settled = settledTimeOff(work, 0, 240, shippedNumbers());

    EXPECT_EQ(settled, (std::vector<PaidMinutes>{paidAt(25, -960, PayPart::TimeOff)}));
    EXPECT_EQ(worth(paidMinutes(work, shippedNumbers())) + worth(settled), 1060 * 125) << "all of it at 125";
    EXPECT_EQ(settledTimeOff(beyond(1000, RateClass::Weekday), 0, 240, shippedNumbers()), settled)
        << "40 minutes stay raised";
}

TEST(MonthPay, TimeOffMakesGoodForDaysOffAtFifteenHundredths)
{
    EXPECT_EQ(settledTimeOff(beyond(1700, RateClass::DayOffNight), 0, 240, shippedNumbers()),
              (std::vector<PaidMinutes>{paidAt(15, -1600, PayPart::TimeOff)}));
}

TEST(MonthPay, TimeOffTakenLaterMakesGoodForWhatIsLeft)
{
    const auto work = beyond(1920, RateClass::Weekday);
    const auto now = settledTimeOff(work, 240, 480, shippedNumbers());

    EXPECT_EQ(now, (std::vector<PaidMinutes>{paidAt(25, -960, PayPart::TimeOff)}));
    EXPECT_EQ(settledTimeOff(work, 480, 240, shippedNumbers()),
              (std::vector<PaidMinutes>{paidAt(25, 960, PayPart::TimeOff)}))
        << "time off that was cancelled is paid after all";
}

TEST(MonthPay, PaysDutyBeyondAWeekAndTwiceAsMuchPastSixtyHours)
{
    const QDate saturday(2026, 11, 14);
    const std::vector<RatedStretch> week{{saturday, {0, 65}, RateClass::Exchange},
                                         {saturday, {65, 465}, RateClass::Exchange, true}};

    EXPECT_EQ(paidMinutes(week, shippedNumbers()),
              (std::vector<PaidMinutes>{paidAt(25, 65, PayPart::Exchange), paidAt(50, 400, PayPart::Exchange)}));
    EXPECT_EQ(settledTimeOff(week, 0, 100, shippedNumbers()),
              (std::vector<PaidMinutes>{paidAt(25, -400, PayPart::TimeOff)}));
}

TEST(MonthPay, RoundsWhatFallsAwayLikeWhatIsPaid)
{
    const auto lines = monthPay({paidAt(25, -989, PayPart::TimeOff), paidAt(25, 90, PayPart::Exchange)}, Yen(1000),
                                kMonth, shippedNumbers());

    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], (PayLine{25, PayPart::Exchange, 90, 2, Yen(250), Yen(500)}));
    EXPECT_EQ(lines[1], (PayLine{25, PayPart::TimeOff, -989, -16, Yen(250), Yen(-4000)}));
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
        for (const PaidMinutes &part : paidMinutes(rated, shippedNumbers())) {
            ASSERT_GT(part.minutes, 0);
            paid += part.minutes;
        }
        ASSERT_EQ(paid, sorted);
        const qint64 timeOff = qint64(random() % 600);
        for (const PaidMinutes &part : settledTimeOff(rated, 0, timeOff, shippedNumbers())) {
            ASSERT_LE(-part.minutes * part.percent, timeOff * 100)
                << "time off makes good for no more than it is worth";
            ASSERT_LE(-part.minutes, sorted);
        }
    }
}

} // namespace kessai::test
