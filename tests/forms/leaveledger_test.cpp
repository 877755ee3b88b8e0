// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leavebalance.h"
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

struct AmountRow {
    const char *name;
    qint64 days;     ///< whole days to begin with
    qint64 minutes;  ///< taken away
    qint64 halfDays; ///< taken away
    qint64 dayMinutes;
    QString expected;
};
void PrintTo(const AmountRow &row, std::ostream *out)
{
    *out << row.name;
}

class LeaveAmountTest : public testing::TestWithParam<AmountRow> {};

TEST_P(LeaveAmountTest, SaysWhatIsLeft)
{
    const AmountRow &row = GetParam();

    const LeaveAmount left =
        LeaveAmount::days(row.days, row.dayMinutes) - LeaveAmount::of(row.minutes, row.halfDays, row.dayMinutes);

    EXPECT_EQ(left.text().ja, row.expected);
    EXPECT_FALSE(left.text().en.isEmpty());
}

// Vectors of domain.md 2.1.
INSTANTIATE_TEST_SUITE_P(
    , LeaveAmountTest,
    testing::Values(AmountRow{"LvA1", 20, 60, 0, 465, u"19日6時間45分"_s},
                    AmountRow{"LvA3", 20, 7 * 465 + 240, 0, 465, u"12日3時間45分"_s},
                    AmountRow{"LvA4", 20, 7 * 465 + 480, 0, 465, u"11日7時間30分"_s},
                    AmountRow{"LvA6", 20, 480, 0, 480, u"19日"_s}, AmountRow{"LvA10", 20, 0, 2, 465, u"19日"_s},
                    AmountRow{"Untouched", 20, 0, 0, 465, u"20日"_s}, AmountRow{"OneHalf", 20, 0, 1, 465, u"19.5日"_s},
                    AmountRow{"OneHalfOfEightHours", 20, 0, 1, 480, u"19.5日"_s},
                    AmountRow{"HalfAndHour", 20, 60, 1, 465, u"18.5日と6時間45分"_s},
                    AmountRow{"HalfAndFourHours", 20, 240, 1, 465, u"18.5日と3時間45分"_s},
                    AmountRow{"HoursOnly", 1, 60, 0, 465, u"6時間45分"_s},
                    AmountRow{"HalfOnly", 1, 0, 1, 465, u"0.5日"_s}, AmountRow{"Nothing", 1, 465, 0, 465, u"0日"_s},
                    AmountRow{"TooMuch", 1, 465 + 60, 0, 465, u"1時間"_s}),
    [](const auto &row) { return row.param.name; });

TEST(LeaveAmountSums, AddUpOverEveryMixOfHalfDaysAndHours)
{
    for (qint64 halfDays = 0; halfDays <= 40; ++halfDays) {
        for (qint64 hours = 0; hours <= 160; ++hours) {
            const LeaveAmount taken = LeaveAmount::of(hours * 60, halfDays, 465);
            const LeaveAmount left = LeaveAmount::days(20, 465) - taken;
            ASSERT_EQ(left + taken, LeaveAmount::days(20, 465));
            ASSERT_EQ(left.negative(), 2 * hours * 60 + halfDays * 465 > 2 * 20 * 465);
        }
    }
}

TEST(LeaveLedger, AsksForTheYearAndForOtherAbsence)
{
    const QJsonObject fields{{u"kind"_s, u"annual"_s}, {u"unit"_s, u"day"_s}, {u"from"_s, u"2026-12-03"_s}};

    const auto questions = form("leave").questions(fields, kClerk, shippedParameters());

    ASSERT_EQ(questions.size(), 3U);
    EXPECT_EQ(questions[0],
              (LedgerQuery{u"minutes:2026-01-01"_s, u"leave.annual.minutes"_s, u"staff:6"_s, QDate(2026, 1, 1),
                           QDate(2026, 12, 31)}));
    EXPECT_EQ(questions[1].ledger, u"leave.annual.half_days"_s);
    EXPECT_EQ(questions[2],
              (LedgerQuery{u"absence"_s, u"absence.minutes"_s, u"staff:6"_s, QDate(2026, 12, 3), QDate(2026, 12, 3)}));
}

TEST(LeaveLedger, AsksForBothYearsOfARunBetweenThem)
{
    const QJsonObject fields{
        {u"kind"_s, u"annual"_s}, {u"unit"_s, u"day"_s}, {u"from"_s, u"2026-12-28"_s}, {u"until"_s, u"2027-01-04"_s}};

    QStringList names;
    for (const LedgerQuery &question : form("leave").questions(fields, kClerk, shippedParameters()))
        names += question.name;
    EXPECT_EQ(names.join(u' '), u"minutes:2026-01-01 half:2026-01-01 minutes:2027-01-01 half:2027-01-01 absence"_s);

    Situation here;
    const auto insights = form("leave").insights(fields, here.context());
    ASSERT_EQ(insights.size(), 2U);
    EXPECT_EQ(insights[0].text.ja, u"2026年1月からの1年：年次有給休暇の残りは 19日 になります（付与 20日）"_s);
    EXPECT_EQ(insights[1].text.ja, u"2027年1月からの1年：年次有給休暇の残りは 19日 になります（付与 20日）"_s);
}

TEST(LeaveLedger, TheYearMayBeginInApril)
{
    const Parameters april({{u"leave.year_start_month"_s, QDate(2000, 1, 1), 4, u"test"_s}});
    const QJsonObject fields{{u"kind"_s, u"annual"_s}, {u"unit"_s, u"day"_s}, {u"from"_s, u"2027-02-03"_s}};

    EXPECT_EQ(form("leave").questions(fields, kClerk, april).front().from, QDate(2026, 4, 1));
}

TEST(LeaveLedger, ShowsTheBalanceItLeaves)
{
    const Form &leave = form("leave");
    const QJsonObject fields{{u"kind"_s, u"annual"_s},
                             {u"unit"_s, u"hours"_s},
                             {u"from"_s, u"2026-12-03"_s},
                             {u"start"_s, at("13:00")},
                             {u"end"_s, at("17:00")}};
    Situation here;
    here.answer(leave, fields, u"leave.annual.minutes"_s, 5 * 465, 2 * 465);

    const auto insights = leave.insights(fields, here.context());

    // LV-A3: 20 days less 7 days and 4 hours.
    ASSERT_EQ(insights.size(), 1U);
    EXPECT_EQ(insights[0].text,
              (Bilingual{u"年次有給休暇の残りは 12日3時間45分 になります（付与 20日）"_s,
                         u"Annual leave left: 12 days 3 h 45 min (granted: 20 days)"_s}));
    EXPECT_EQ(insights[0].used, 7 * 465);
    EXPECT_EQ(insights[0].added, 240);
    EXPECT_EQ(insights[0].limit, 20 * 465);
    EXPECT_FALSE(insights[0].remarkable);
}

TEST(LeaveLedger, CountsHalfDaysBesideMinutes)
{
    const Form &leave = form("leave");
    const QJsonObject fields{{u"kind"_s, u"annual"_s}, {u"unit"_s, u"afternoon"_s}, {u"from"_s, u"2026-12-03"_s}};
    Situation here;
    here.answer(leave, fields, u"leave.annual.half_days"_s, 1);

    // LV-A10: a morning and an afternoon are one day, although 3:30 and 4:15 hours.
    EXPECT_EQ(leave.insights(fields, here.context()).front().text.ja,
              u"年次有給休暇の残りは 19日 になります（付与 20日）"_s);
}

TEST(LeaveLedger, WarnsWhenTheBalanceFallsShort)
{
    const Form &leave = form("leave");
    const QJsonObject fields{{u"kind"_s, u"annual"_s}, {u"unit"_s, u"day"_s}, {u"from"_s, u"2026-12-03"_s}};
    Situation exact;
    exact.answer(leave, fields, u"leave.annual.minutes"_s, 19 * 465);
    Situation beyond;
    beyond.answer(leave, fields, u"leave.annual.minutes"_s, 19 * 465 + 60);

    EXPECT_EQ(summary(exact.check(leave, fields)), QString());
    const auto findings = beyond.check(leave, fields);
    ASSERT_EQ(summary(findings), u"warning:"_s);
    EXPECT_EQ(findings.front().text.ja, u"年次有給休暇が 1時間 足りません（付与 20日）。繰越しを確かめてください。"_s);
    EXPECT_TRUE(leave.insights(fields, beyond.context()).front().remarkable);
}

TEST(LeaveLedger, LetsAResidueBelowTheUnitGoWithTheRest)
{
    const Form &leave = form("leave");
    const QJsonObject fields{{u"kind"_s, u"annual"_s},
                             {u"unit"_s, u"hours"_s},
                             {u"from"_s, u"2026-12-03"_s},
                             {u"start"_s, at("15:30")},
                             {u"end"_s, at("17:15")}};
    Situation rest;
    rest.answer(leave, fields, u"leave.annual.minutes"_s, 20 * 465 - 105);
    Situation more;
    more.answer(leave, fields, u"leave.annual.minutes"_s, 20 * 465 - 106);

    EXPECT_EQ(summary(rest.check(leave, fields)), QString());
    EXPECT_EQ(summary(more.check(leave, fields)), u"error:end"_s);
    rest.set(u"leave.annual.residue_use"_s, 0);
    EXPECT_EQ(summary(rest.check(leave, fields)), u"error:end"_s);
}

TEST(LeaveLedger, TakesAMinuteOfADayOnlyOnce)
{
    const Form &leave = form("leave");
    const QJsonObject afternoon{{u"kind"_s, u"annual"_s}, {u"unit"_s, u"afternoon"_s}, {u"from"_s, u"2026-12-03"_s}};
    Situation morningTaken;
    morningTaken.answer(leave, afternoon, u"absence.minutes"_s, 0, 210);
    Situation dayTaken;
    dayTaken.answer(leave, afternoon, u"absence.minutes"_s, 465);

    EXPECT_EQ(summary(morningTaken.check(leave, afternoon)), QString());
    EXPECT_EQ(summary(dayTaken.check(leave, afternoon)), u"error:from"_s);

    const QJsonObject day{{u"kind"_s, u"annual"_s}, {u"unit"_s, u"day"_s}, {u"from"_s, u"2026-12-03"_s}};
    EXPECT_EQ(summary(morningTaken.check(leave, day)), u"error:from"_s);
}

TEST(LeaveLedger, HoldsSpecialLeaveToItsLimit)
{
    const Form &leave = form("leave");
    const QJsonObject fields{
        {u"kind"_s, u"special"_s}, {u"special_kind"_s, u"SP06"_s}, {u"unit"_s, u"day"_s}, {u"from"_s, u"2026-12-03"_s}};
    const QJsonObject raised = with(fields, {{u"extended"_s, true}});
    Situation here;
    here.attachments = 1;
    here.answer(leave, fields, u"leave.special.SP06.minutes"_s, 4 * 465);
    EXPECT_EQ(summary(here.check(leave, fields)), QString());
    EXPECT_EQ(leave.insights(fields, here.context()).front().text.ja,
              u"出生サポート（不妊治療）：5日 / 5日 になります"_s);

    // LV-P6: the sixth day only with IVF, then up to ten.
    here.answers.front().used = 5 * 465;
    const auto findings = here.check(leave, fields);
    ASSERT_EQ(summary(findings), u"error:until"_s);
    EXPECT_EQ(findings.front().text.ja,
              u"「出生サポート（不妊治療）」は1年に5日までです。この申請を含めて6日になります。"_s);
    EXPECT_EQ(summary(here.check(leave, raised)), QString());
    here.answers.front().used = 9 * 465;
    EXPECT_EQ(summary(here.check(leave, raised)), QString());
    here.answers.front().used = 9 * 465 + 1;
    EXPECT_EQ(summary(here.check(leave, raised)), u"error:until"_s);
}
