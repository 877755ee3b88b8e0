// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leaveform.h"
#include "forms/overtime/overtimeform.h"
#include "tests/support/officebuilder.h"

#include <gtest/gtest.h>

// How somebody stands without any request, as their month shows it.

namespace kessai::test {

namespace {

using namespace Qt::StringLiterals;

std::vector<Insight> standingOf(const Form &form, const QDate &day, const std::vector<LedgerAnswer> &answers)
{
    const SmallOffice small;
    const auto office = small.office(day);
    const Parameters parameters;
    return form.standing({small.sato, day, *office, parameters, answers, 0});
}

LedgerAnswer entriesOf(const QString &name, std::vector<LedgerEntry> entries)
{
    LedgerAnswer answer{.name = name};
    answer.entries = std::move(entries);
    return answer;
}

const Insight *about(const std::vector<Insight> &all, const QString &beginning)
{
    for (const Insight &one : all) {
        if (one.text.ja.startsWith(beginning))
            return &one;
    }
    return nullptr;
}

} // namespace

TEST(Standing, AsksOnlyAboutOneselfAndFarEnoughBack)
{
    const Parameters parameters;
    for (const LedgerQuery &query : LeaveForm().standingQuestions(StaffId(7), QDate(2026, 11, 24), parameters)) {
        EXPECT_EQ(query.account, u"staff:7"_s);
        EXPECT_LE(query.from, QDate(2026, 1, 1));
    }
    const auto overtime = OvertimeForm().standingQuestions(StaffId(7), QDate(2026, 5, 24), parameters);
    ASSERT_EQ(overtime.size(), 4u);
    EXPECT_EQ(overtime.front().from, QDate(2025, 11, 30))
        << "a mean of six months reaches over the year, a night begins a day before";
    EXPECT_EQ(overtime.front().until, QDate(2026, 5, 31));
}

TEST(Standing, TellsAnnualLeaveThatIsLeftAndWhatOfItLapses)
{
    const auto all =
        standingOf(LeaveForm(), QDate(2026, 5, 1),
                   {entriesOf(u"leave.annual.minutes"_s, {{QDate(2026, 2, 3), 465, {}, true}}),
                    entriesOf(u"leave.annual.carried.minutes"_s, {{QDate(2026, 1, 1), 5 * 465, {}, true}})});

    const Insight *annual = about(all, u"年次有給休暇"_s);
    ASSERT_TRUE(annual);
    EXPECT_EQ(annual->text.ja, u"年次有給休暇 残り 24日"_s);
    EXPECT_EQ(annual->used, 24 * 465) << "what is left is what the bar shows";
    EXPECT_EQ(annual->limit, 25 * 465);
    ASSERT_TRUE(about(all, u"このうち"_s));
    EXPECT_EQ(about(all, u"このうち"_s)->text.ja, u"このうち 4日は翌年に繰り越せません（12月31日まで）"_s);
}

TEST(Standing, TellsSummerLeaveWhileItLasts)
{
    const auto leaveOn = [](const QDate &day) {
        return standingOf(LeaveForm(), day, {{.name = u"SP16"_s, .used = 465, .reserved = 0}});
    };

    const auto before = leaveOn(QDate(2026, 8, 1));
    const Insight *summer = about(before, u"夏季"_s);
    ASSERT_TRUE(summer);
    EXPECT_EQ(summer->text.ja, u"夏季休暇 残り 2日"_s);
    EXPECT_EQ(summer->limitText.ja, u"9月30日まで"_s);
    EXPECT_FALSE(about(leaveOn(QDate(2026, 10, 1)), u"夏季"_s)) << "what was not taken has lapsed";
}

TEST(Standing, CountsOfADayWhatWasConfirmedAndElseWhatWasOrdered)
{
    const auto all =
        standingOf(OvertimeForm(), QDate(2026, 11, 24),
                   {entriesOf(u"overtime.minutes"_s,
                              {{QDate(2026, 11, 10), 100, 1035, true}, {QDate(2026, 11, 11), 30, 1035, false}}),
                    entriesOf(u"overtime.order.minutes"_s,
                              {{QDate(2026, 11, 10), 180, 1035, true},
                               {QDate(2026, 11, 26), 60, 1035, true},
                               {QDate(2026, 11, 27), 90, 1035, false}})});

    const Insight *month = about(all, u"11月の時間外勤務"_s);
    ASSERT_TRUE(month);
    EXPECT_EQ(month->used, 160);
    EXPECT_EQ(month->limit, 45 * 60);
    EXPECT_EQ(month->limitText.ja, u"45時間以内"_s);
    EXPECT_FALSE(month->remarkable);
    EXPECT_TRUE(about(all, u"年度の累計"_s));
}

TEST(Standing, StandsOutNearAndBeyondALimit)
{
    const auto month = [](qint64 minutes) {
        const auto all = standingOf(OvertimeForm(), QDate(2026, 11, 24),
                                    {entriesOf(u"overtime.minutes"_s, {{QDate(2026, 11, 10), minutes, 0, true}})});
        return *about(all, u"11月の時間外勤務"_s);
    };

    EXPECT_FALSE(month(2159).remarkable);
    EXPECT_TRUE(month(2160).remarkable);
    EXPECT_EQ(month(2700).tone, Finding::Severity::Warning);
    EXPECT_EQ(month(2701).tone, Finding::Severity::Error);
}

} // namespace kessai::test
