// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The vectors of domain.md 1.4: exact comparisons, windows over the fiscal year and over transfers.
#include "core/duty/limits.h"

#include "tests/core/duty/shippednumbers.h"

#include <ostream>
#include <random>

namespace kessai {

void PrintTo(const LimitState &state, std::ostream *out)
{
    *out << qPrintable(codeOf(state.rule)) << ' ' << qPrintable(state.first.toString(Qt::ISODate)) << '+'
         << state.months << ' ' << state.reached << " of " << state.limit;
}

} // namespace kessai

namespace kessai::test {

namespace {

constexpr qint64 hoursOf(qint64 h, qint64 minutes = 0)
{
    return h * 60 + minutes;
}

/// The months from a first one on.
OvertimeMonths monthsFrom(int year, int month, std::initializer_list<qint64> minutes, bool busy)
{
    OvertimeMonths months;
    QDate first(year, month, 1);
    for (const qint64 one : minutes) {
        months[first] = {one, busy};
        first = first.addMonths(1);
    }
    return months;
}

/// The codes of what is broken in the last of the months.
QString broken(const OvertimeMonths &months)
{
    QStringList codes;
    for (const LimitState &state : limitsOf(months.rbegin()->first, months, shippedNumbers())) {
        if (!state.allowed())
            codes += codeOf(state.rule);
    }
    return codes.join(u' ');
}

} // namespace

struct LimitVector {
    const char *name;
    OvertimeMonths months;
    const char *broken;
};
void PrintTo(const LimitVector &vector, std::ostream *out)
{
    *out << vector.name;
}

class LimitVectors : public testing::TestWithParam<LimitVector> {};

TEST_P(LimitVectors, Break)
{
    EXPECT_EQ(broken(GetParam().months), QLatin1String(GetParam().broken));
}

INSTANTIATE_TEST_SUITE_P(
    , LimitVectors,
    testing::Values(
        LimitVector{"OT_L1", monthsFrom(2026, 4, {hoursOf(45)}, false), ""},
        LimitVector{"OT_L2", monthsFrom(2026, 4, {hoursOf(45, 1)}, false), "L-M45"},
        LimitVector{"OT_L4", monthsFrom(2026, 6, {hoursOf(100)}, true), "L-M100"},
        LimitVector{"OT_L4_OneMinuteBelow", monthsFrom(2026, 6, {hoursOf(99, 59)}, true), ""},
        LimitVector{"OT_L5", monthsFrom(2026, 4, {hoursOf(90), hoursOf(70)}, true), ""},
        LimitVector{"OT_L5_OneMinuteMore", monthsFrom(2026, 4, {hoursOf(90), hoursOf(70, 1)}, true), "L-AVG80"},
        LimitVector{"OT_L7", monthsFrom(2026, 2, {hoursOf(85), hoursOf(80), hoursOf(76)}, true), "L-AVG80"},
        LimitVector{"OT_L7_TwoMonthsAlone", monthsFrom(2026, 3, {hoursOf(80), hoursOf(76)}, true), ""},
        LimitVector{"OT_L8",
                    monthsFrom(2026, 4,
                         {hoursOf(45, 1), hoursOf(45, 1), hoursOf(45, 1), hoursOf(45, 1), hoursOf(45, 1), hoursOf(45, 1), hoursOf(45),
                          hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45)},
                         true),
                    ""},
        LimitVector{"OT_L8_ASeventhMonth",
                    monthsFrom(2026, 4,
                         {hoursOf(45, 1), hoursOf(45, 1), hoursOf(45, 1), hoursOf(45, 1), hoursOf(45, 1), hoursOf(45, 1),
                          hoursOf(45, 1)},
                         true),
                    "L-6X45"},
        LimitVector{"OT_L10",
                    monthsFrom(2026, 4, {hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45)},
                         false),
                    ""},
        LimitVector{"OT_L10_OneMinuteMore",
                    monthsFrom(2026, 4,
                         {hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45), hoursOf(45), 1},
                         false),
                    "L-Y360"},
        // 20 hours in the one section and 26 in the other.
        LimitVector{"OT_L11", monthsFrom(2026, 4, {hoursOf(20) + hoursOf(26)}, false), "L-M45"},
        LimitVector{"ANewFiscalYearBeginsAnew",
                    [] {
                        OvertimeMonths months = monthsFrom(2026, 4, {hoursOf(360)}, false);
                        months[QDate(2027, 4, 1)] = {hoursOf(45), false};
                        return months;
                    }(),
                    ""},
        LimitVector{"TheYearOfExternallyDrivenWork",
                    monthsFrom(2026, 4,
                         {hoursOf(99), hoursOf(61), hoursOf(80), hoursOf(80), hoursOf(80), hoursOf(80), hoursOf(80), hoursOf(80), hoursOf(80), 1},
                         true),
                    "L-Y720 L-6X45"}),
    [](const auto &row) { return row.param.name; });

TEST(Limits, AfterExternallyDrivenWorkTheYearsLimitStaysAndTheMonthsIsTheOrdinaryOne)
{
    OvertimeMonths months =
        monthsFrom(2026, 4, {hoursOf(90), hoursOf(70), hoursOf(80), hoursOf(80), hoursOf(80)}, true);
    months[QDate(2026, 9, 1)] = {hoursOf(45), false};

    const auto states = limitsOf(QDate(2026, 9, 1), months, shippedNumbers());

    ASSERT_EQ(states.size(), 3U);
    EXPECT_EQ(states[0], (LimitState{LimitRule::Month45, QDate(2026, 9, 1), 1, hoursOf(45), hoursOf(45)}));
    // September to March are seven months.
    EXPECT_EQ(states[1], (LimitState{LimitRule::AfterMove30, QDate(2026, 9, 1), 1, hoursOf(45), hoursOf(210)}));
    EXPECT_EQ(states[2], (LimitState{LimitRule::Year720, QDate(2026, 4, 1), 6, hoursOf(445), hoursOf(720)}));
    months[QDate(2026, 9, 1)].minutes += 1;
    EXPECT_EQ(broken(months), QLatin1String("L-M45"));
}

TEST(Limits, MoveInTheYearBeforeIsForgotten)
{
    OvertimeMonths months = monthsFrom(2026, 3, {hoursOf(90)}, true);
    months[QDate(2026, 4, 1)] = {hoursOf(10), false};

    EXPECT_EQ(limitsOf(QDate(2026, 4, 1), months, shippedNumbers()).back().rule, LimitRule::Year360);
}

TEST(Limits, NamesTheTightestWindow)
{
    const OvertimeMonths months = monthsFrom(2026, 2, {hoursOf(85), hoursOf(80), hoursOf(76)}, true);

    const auto states = limitsOf(QDate(2026, 4, 1), months, shippedNumbers());

    EXPECT_EQ(states[1], (LimitState{LimitRule::Mean80, QDate(2026, 2, 1), 3, hoursOf(241), hoursOf(240)}));
    EXPECT_EQ(meansOf(QDate(2026, 4, 1), months, shippedNumbers()).size(), 5U);
}

TEST(Limits, AreNearFromAShareOn)
{
    const LimitState state{LimitRule::Month45, QDate(2026, 4, 1), 1, 2160, 2700};

    EXPECT_TRUE(state.near(80));
    EXPECT_FALSE((LimitState{LimitRule::Month45, QDate(2026, 4, 1), 1, 2159, 2700}.near(80)));
}

TEST(Limits, YearsBeginWithTheMonthOfTheParameter)
{
    const NumberOn numbers = shippedNumbers();

    EXPECT_EQ(limitYearOf(QDate(2027, 3, 31), numbers), QDate(2026, 4, 1));
    EXPECT_EQ(limitYearOf(QDate(2027, 4, 1), numbers), QDate(2027, 4, 1));
    EXPECT_EQ(limitYearOf(QDate(2027, 4, 1), shippedNumbers({{QStringLiteral("overtime.limit_year_start_month"), 10}})),
              QDate(2026, 10, 1));
    EXPECT_EQ(analysisDue(QDate(2026, 11, 10), numbers), QDate(2027, 9, 30));
}

TEST(Limits, SendsToTheDoctor)
{
    const auto asked = [](const OvertimeMonths &months) {
        return interviewFor(months.rbegin()->first, months, shippedNumbers());
    };

    EXPECT_EQ(asked(monthsFrom(2026, 4, {hoursOf(80)}, false)), Interview::None);
    EXPECT_EQ(asked(monthsFrom(2026, 4, {hoursOf(80, 1)}, false)), Interview::OnRequest);
    EXPECT_EQ(asked(monthsFrom(2026, 4, {hoursOf(99, 59)}, false)), Interview::OnRequest);
    EXPECT_EQ(asked(monthsFrom(2026, 4, {hoursOf(100)}, false)), Interview::Required);
    EXPECT_EQ(asked(monthsFrom(2026, 4, {hoursOf(85), hoursOf(75)}, false)), Interview::None);
    EXPECT_EQ(asked(monthsFrom(2026, 4, {hoursOf(85), hoursOf(75, 1)}, false)), Interview::Required);
}

TEST(Limits, AgreeWithCountingForAnyHistory)
{
    std::mt19937 random(20261126);
    for (int round = 0; round < 3000; ++round) {
        OvertimeMonths months;
        const QDate first(2025, 1, 1);
        const int length = 2 + static_cast<int>(random() % 26);
        for (int i = 0; i < length; ++i)
            months[first.addMonths(i)] = {static_cast<qint64>(random() % 6600), true};
        const QDate month = first.addMonths(length - 1);

        bool mean = false;
        for (int n = 2; n <= 6; ++n) {
            qint64 sum = 0;
            for (int i = 0; i < n; ++i) {
                const auto found = months.find(month.addMonths(-i));
                sum += found == months.end() ? 0 : found->second.minutes;
            }
            mean = mean || sum > 80 * 60 * n;
        }
        qint64 year = 0;
        int longMonths = 0;
        for (const auto &[day, one] : months) {
            const int fiscal = day.month() >= 4 ? day.year() : day.year() - 1;
            if (fiscal != (month.month() >= 4 ? month.year() : month.year() - 1))
                continue;
            year += one.minutes;
            longMonths += one.minutes > 2700 ? 1 : 0;
        }
        QStringList expected;
        if (months[month].minutes >= 6000)
            expected += QStringLiteral("L-M100");
        if (mean)
            expected += QStringLiteral("L-AVG80");
        if (year > 43200)
            expected += QStringLiteral("L-Y720");
        if (longMonths > 6)
            expected += QStringLiteral("L-6X45");
        ASSERT_EQ(broken(months), expected.join(u' ')) << round;
    }
}

} // namespace kessai::test
