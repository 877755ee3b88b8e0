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
    testing::Values(AmountRow{"LV_A1", 20, 60, 0, 465, u"19日6時間45分"_s},
                    AmountRow{"LV_A3", 20, 7 * 465 + 240, 0, 465, u"12日3時間45分"_s},
                    AmountRow{"LV_A4", 20, 7 * 465 + 480, 0, 465, u"11日7時間30分"_s},
                    AmountRow{"LV_A6", 20, 480, 0, 480, u"19日"_s}, AmountRow{"LV_A10", 20, 0, 2, 465, u"19日"_s},
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

namespace {

/// One day of annual leave on Thursday 2026-12-03.
QJsonObject oneDay(std::initializer_list<std::pair<QString, QJsonValue>> changes = {})
{
    return with({{u"kind"_s, u"annual"_s}, {u"unit"_s, u"day"_s}, {u"from"_s, u"2026-12-03"_s}}, changes);
}

QJsonObject someHours(const char *start, const char *end)
{
    return oneDay({{u"unit"_s, u"hours"_s}, {u"start"_s, at(start)}, {u"end"_s, at(end)}});
}

LedgerEntry entryOn(const QDate &day, qint64 amount, std::optional<int> start = std::nullopt, bool used = true)
{
    return {.day = day, .amount = amount, .start = start, .used = used};
}

const QDate kMay(2026, 5, 1);
const QDate kDecember(2026, 12, 3);

QString firstInsight(const QJsonObject &fields, const Situation &here)
{
    return form("leave").insights(fields, here.context()).front().text.ja;
}

} // namespace

TEST(LeaveLedger, AsksForTheStockAndForOtherAbsence)
{
    const auto questions = form("leave").questions(oneDay(), kClerk, shippedParameters());

    QStringList ledgers;
    for (const LedgerQuery &question : questions) {
        EXPECT_TRUE(question.entries) << qPrintable(question.name);
        EXPECT_EQ(question.account, u"staff:6"_s);
        ledgers += question.ledger;
    }
    EXPECT_EQ(
        ledgers.join(u' '),
        u"leave.annual.minutes leave.annual.half_days leave.annual.carried.minutes "
        "leave.annual.carried.half_days absence.minutes overtime.compensated.minutes "
        "leave.partial.minutes leave.care_time.minutes duty.added.minutes duty.removed.minutes duty.daikyu.minutes"_s);
    EXPECT_EQ(questions[0].until, QDate(2027, 12, 31)) << "a year of its own may end later than that of others";
    EXPECT_LE(questions[0].from, QDate(1987, 1, 1));
    EXPECT_EQ(questions[4].from, kDecember);
    EXPECT_EQ(questions[4].until, kDecember);
}

TEST(LeaveLedger, ShowsBothYearsOfARunBetweenThem)
{
    const QJsonObject fields = oneDay({{u"from"_s, u"2026-12-28"_s}, {u"until"_s, u"2027-01-04"_s}});
    Situation here;
    here.list(form("leave"), fields, u"leave.annual.carried.minutes"_s, {entryOn(QDate(2026, 1, 1), 3 * 465)});

    const auto insights = form("leave").insights(fields, here.context());
    ASSERT_EQ(insights.size(), 3U);
    EXPECT_EQ(insights[0].text.ja, u"2026年：年次有給休暇の残り 23日 → 22日"_s);
    EXPECT_EQ(insights[1].text.ja, u"年5日の取得の目標に対し、この申請を含めて 1日です（時間単位を除く）"_s);
    EXPECT_EQ(insights[2].text.ja, u"2027年：年次有給休暇の残り 40日 → 39日"_s);
}

TEST(LeaveLedger, SaysWhatTheStockIsMadeOf)
{
    Situation here;
    here.today = QDate(2026, 6, 1);
    here.list(form("leave"), oneDay(), u"leave.annual.carried.minutes"_s, {entryOn(QDate(2026, 1, 1), 3 * 465)});
    const auto stock = [&] { return form("leave").insights(oneDay(), here.context()).back().text.ja; };
    EXPECT_EQ(stock(), u"付与 20日、繰越し 3日（いまの残りのうち繰越しは 3日）"_s);

    here.list(form("leave"), oneDay(), u"leave.annual.minutes"_s, {entryOn(kMay, 4 * 465)});
    EXPECT_EQ(stock(), u"付与 20日、繰越し 3日"_s);
    here.answers.front().entries.front().amount = -2 * 465;
    EXPECT_EQ(stock(), u"付与 20日、うち登録前の使用 2日"_s);
}

TEST(LeaveLedger, TheYearMayBeginInApril)
{
    const Parameters april({{u"leave.year_start_month"_s, QDate(2000, 1, 1), 4, u"test"_s}});

    EXPECT_EQ(form("leave").questions(oneDay({{u"from"_s, u"2027-02-03"_s}}), kClerk, april).front().until,
              QDate(2028, 3, 31));
}

TEST(LeaveLedger, LV_A3_ShowsTheBalanceItLeaves)
{
    const QJsonObject fields = someHours("13:00", "17:00");
    Situation here;
    here.today = QDate(2026, 6, 1);
    here.list(form("leave"), fields, u"leave.annual.minutes"_s,
              {entryOn(kMay, 5 * 465), entryOn(kMay, 2 * 465, std::nullopt, false)});

    const auto insights = form("leave").insights(fields, here.context());

    ASSERT_EQ(insights.size(), 2U);
    EXPECT_EQ(insights[0].text,
              (Bilingual{u"年次有給休暇の残り 13日 → 12日3時間45分"_s,
                         u"Annual leave left: 13 days → 12 days 3 h 45 min"_s}));
    EXPECT_EQ(insights[1].text, (Bilingual{u"付与 20日"_s, u"Granted: 20 days"_s}));
    EXPECT_EQ(insights[0].used, 13 * 465 - 240) << "what is left afterwards, as the words say";
    EXPECT_EQ(insights[0].added, 240);
    EXPECT_EQ(insights[0].limit, 20 * 465);
    EXPECT_FALSE(insights[0].remarkable);
}

TEST(LeaveLedger, LV_A10_CountsHalfDaysBesideMinutes)
{
    const QJsonObject fields = oneDay({{u"unit"_s, u"afternoon"_s}});
    Situation here;
    here.list(form("leave"), fields, u"leave.annual.half_days"_s, {entryOn(kMay, 1)});

    // A morning and an afternoon are one day, although 3:30 and 4:15 hours.
    EXPECT_TRUE(firstInsight(fields, here).contains(u"19.5日 → 19日"_s));
}

TEST(LeaveLedger, AsksForNothingBeyondAKnownBalance)
{
    const Form &leave = form("leave");
    Situation here;
    here.list(leave, oneDay(), u"leave.annual.carried.minutes"_s, {entryOn(QDate(2026, 1, 1), 2 * 465)});
    here.list(leave, oneDay(), u"leave.annual.minutes"_s, {entryOn(kMay, 21 * 465)});
    EXPECT_EQ(summary(here.check(leave, oneDay())), QString());

    here.answers.back().entries.front().amount += 60;
    const auto findings = here.check(leave, oneDay());

    ASSERT_EQ(summary(findings), u"error:until"_s);
    EXPECT_EQ(findings.front().text.ja, u"年次有給休暇が 1時間 足りません（残り 6時間45分）。"_s);
}

TEST(LeaveLedger, OnlyWarnsWhereTheCarriedStockIsNotKnown)
{
    const Form &leave = form("leave");
    Situation here;
    here.list(leave, oneDay(), u"leave.annual.minutes"_s, {entryOn(kMay, 19 * 465 + 60)});

    const auto findings = here.check(leave, oneDay());

    ASSERT_EQ(summary(findings), u"warning:"_s);
    EXPECT_EQ(findings.front().text.ja, u"年次有給休暇が 1時間 足りません（付与 20日）。繰越しを確かめてください。"_s);
    EXPECT_TRUE(leave.insights(oneDay(), here.context()).front().remarkable);
}

TEST(LeaveLedger, LetsAResidueBelowTheUnitGoWithTheRest)
{
    const Form &leave = form("leave");
    const QJsonObject fields = someHours("15:30", "17:15");
    Situation rest;
    rest.list(leave, fields, u"leave.annual.minutes"_s, {entryOn(kMay, 20 * 465 - 105)});
    Situation more;
    more.list(leave, fields, u"leave.annual.minutes"_s, {entryOn(kMay, 20 * 465 - 106)});

    EXPECT_EQ(summary(rest.check(leave, fields)), QString());
    EXPECT_EQ(summary(more.check(leave, fields)), u"error:end"_s);
    rest.set(u"leave.annual.residue_use"_s, 0);
    EXPECT_EQ(summary(rest.check(leave, fields)), u"error:end"_s);
}

TEST(LeaveLedger, RemindsOfTheFiveDaysTowardsTheEndOfTheYear)
{
    const Form &leave = form("leave");
    Situation here;
    here.list(leave, oneDay(), u"leave.annual.minutes"_s, {entryOn(kMay, 3 * 465, 510), entryOn(kMay.addDays(6), 465)});
    const auto count = [&] { return leave.insights(oneDay(), here.context()).size(); };
    ASSERT_EQ(count(), 3U);
    EXPECT_FALSE(leave.insights(oneDay(), here.context()).back().remarkable) << "an aim, not a duty";

    here.today = QDate(2026, 8, 31);
    EXPECT_EQ(count(), 2U);
    here.today = QDate(2026, 9, 1);
    EXPECT_EQ(count(), 3U);
    for (int day = 0; day < 3; ++day)
        here.answers.back().entries.push_back(entryOn(kMay.addDays(day), 465));
    EXPECT_EQ(count(), 2U) << "five with this one";
}

TEST(LeaveLedger, SaysWhichHoursOfTheDayStandInTheWayAndWhatToDo)
{
    const Form &leave = form("leave");
    const LedgerEntry hours = entryOn(kDecember, 90, 945);
    const auto said = [&](const QJsonObject &fields, const char *ledger) {
        Situation here;
        here.list(leave, fields, u"absence.minutes"_s, {hours});
        if (ledger)
            here.list(leave, fields, QLatin1String(ledger), {hours});
        const auto findings = here.check(leave, fields);
        return findings.size() == 1 ? findings.front().text.ja : QString();
    };

    EXPECT_EQ(
        said(oneDay(), "leave.partial.minutes"),
        u"12月3日の15:45〜17:15は部分休業です。1日休む日には部分休業を取らないので、先に部分休業の案件でこの日だけを"
        u"取り消してください（一部取消）。"_s);
    EXPECT_EQ(
        said(someHours("15:15", "17:15"), "leave.care_time.minutes"),
        u"12月3日の15:45〜17:15は介護時間です。重ならない時間にするか、介護時間の案件でこの日だけを取り消してください（一部取消）。"_s);
    EXPECT_EQ(said(oneDay(), nullptr),
              u"12月3日の15:45〜17:15には別の休暇があります。その休暇を取り消すか、重ならない日時にしてください。"_s);
}

TEST(LeaveLedger, TakesAMinuteOfADayOnlyOnce)
{
    const Form &leave = form("leave");
    const QJsonObject afternoon = oneDay({{u"unit"_s, u"afternoon"_s}});
    const auto found = [&leave](const QJsonObject &fields, const char *ledger, std::vector<LedgerEntry> entries) {
        Situation here;
        here.list(leave, fields, QLatin1String(ledger), std::move(entries));
        return summary(here.check(leave, fields));
    };
    const LedgerEntry morningOff = entryOn(kDecember, 210, 510, false);

    EXPECT_EQ(found(afternoon, "absence.minutes", {morningOff}), QString());
    EXPECT_EQ(found(oneDay(), "absence.minutes", {morningOff}), u"error:from"_s);
    EXPECT_EQ(found(oneDay(), "absence.minutes", {morningOff, entryOn(kDecember, -210, 510)}), QString());
    EXPECT_EQ(found(someHours("9:00", "10:00"), "absence.minutes", {entryOn(kDecember, 60, 600)}), QString());
    EXPECT_EQ(found(someHours("9:00", "11:00"), "absence.minutes", {entryOn(kDecember, 60, 600)}), u"error:start"_s);
    EXPECT_EQ(found(oneDay(), "overtime.compensated.minutes", {entryOn(kDecember, 240, 795)}), u"error:from"_s);
    EXPECT_EQ(found(oneDay(), "duty.daikyu.minutes", {entryOn(kDecember, 210, 510)}), u"error:from"_s);
    EXPECT_EQ(found(afternoon, "duty.removed.minutes", {entryOn(kDecember, 255, 780)}), u"error:from"_s);
    EXPECT_EQ(found(someHours("8:30", "11:30"), "duty.removed.minutes", {entryOn(kDecember, 240, 795)}), QString());
}

TEST(LeaveLedger, LV_A12_TakesLeaveOnADayOffThatAnExchangeMadeADayOfDuty)
{
    const Form &leave = form("leave");
    const QDate saturday(2026, 12, 5);
    const QJsonObject fields = oneDay({{u"from"_s, u"2026-12-05"_s}, {u"changed_day"_s, true}});
    Situation here;
    EXPECT_EQ(summary(here.check(leave, fields)), u"error:from"_s) << "no exchange";

    here.list(leave, fields, u"duty.added.minutes"_s, {entryOn(saturday, 210, 510)});
    EXPECT_EQ(summary(here.check(leave, fields)), u"error:rest_from"_s) << "only the morning";
    EXPECT_EQ(summary(here.check(leave, with(fields, {{u"unit"_s, u"hours"_s}, {u"start"_s, 510}, {u"end"_s, 570}}))),
              QString());
    here.answers.back().entries.push_back(entryOn(saturday, 255, 780));
    EXPECT_EQ(summary(here.check(leave, fields)), QString());
}

TEST(LeaveLedger, TakesWhatAnExchangeLeftOfADayAsADay)
{
    // The last four hours of Thursday were moved: 8:30 to 12:00 and 13:00 to 13:15 are left.
    const Form &leave = form("leave");
    const QJsonObject whole = oneDay();
    const QJsonObject rest =
        oneDay({{u"changed_day"_s, true}, {u"rest_from"_s, at("8:30")}, {u"rest_until"_s, at("13:15")}});
    Situation here;
    here.list(leave, whole, u"duty.removed.minutes"_s, {entryOn(kDecember, 240, 795)});

    const auto told = findingOn(here.check(leave, whole), "changed_day");
    ASSERT_TRUE(told);
    EXPECT_TRUE(told->text.ja.startsWith(u"12月3日の勤務時間は 8:30〜12:00、13:00〜13:15です。"_s));
    EXPECT_EQ(summary(here.check(leave, rest)), QString());
    EXPECT_EQ(summary(here.check(leave, with(rest, {{u"rest_until"_s, at("12:00")}}))), u"error:rest_from"_s);
    EXPECT_EQ(leave.postings(rest, kClerk, shippedParameters()),
              (std::vector<Posting>{{u"leave.annual.minutes"_s, u"staff:6"_s, kDecember, 225},
                                    {u"absence.minutes"_s, u"staff:6"_s, kDecember, 210, 510},
                                    {u"absence.minutes"_s, u"staff:6"_s, kDecember, 15, 780}}));
    EXPECT_EQ(summary(here.check(leave, someHours("8:30", "13:15"))), u"error:unit"_s) << "all of it is a day";
    EXPECT_EQ(summary(here.check(leave, oneDay({{u"until"_s, u"2026-12-04"_s}}))), u"error:from"_s);

    // What is taken in days only costs a day.
    const QJsonObject union_ = with(rest, {{u"kind"_s, u"union"_s}});
    EXPECT_EQ(leave.postings(union_, kClerk, shippedParameters()).front().amount, 225);
    const QJsonObject memorial =
        with(rest, {{u"kind"_s, u"special"_s}, {u"special_kind"_s, u"SP15"_s}, {u"death_day"_s, u"2020-12-03"_s}});
    EXPECT_EQ(leave.postings(memorial, kClerk, shippedParameters()).front().amount, 465);
}

TEST(LeaveLedger, TakesFourHoursThatWereMovedToADayOff)
{
    // OT-F7: from 9:00 to 13:00 on a Saturday, over noon.
    const Form &leave = form("leave");
    const QDate saturday(2026, 12, 5);
    const QJsonObject fields =
        oneDay({{u"from"_s, u"2026-12-05"_s}, {u"changed_day"_s, true}, {u"rest_from"_s, 540}, {u"rest_until"_s, 780}});
    Situation here;
    here.list(leave, fields, u"duty.added.minutes"_s, {entryOn(saturday, 240, 540)});

    EXPECT_EQ(summary(here.check(leave, fields)), QString());
    EXPECT_EQ(leave.postings(fields, kClerk, shippedParameters()).back(),
              (Posting{u"absence.minutes"_s, u"staff:6"_s, saturday, 240, 540}));
}

TEST(LeaveLedger, RunsSickLeaveOverDaysAnExchangeMadeFree)
{
    const Form &leave = form("leave");
    const QJsonObject sick =
        oneDay({{u"kind"_s, u"sick"_s}, {u"sick_kind"_s, u"ordinary"_s}, {u"until"_s, u"2026-12-07"_s}});
    Situation here;
    here.list(leave, sick, u"duty.removed.minutes"_s, {entryOn(kDecember, 240, 795)});
    here.list(leave, sick, u"duty.daikyu.minutes"_s,
              {entryOn(kDecember.addDays(1), 210, 510), entryOn(kDecember.addDays(1), 255, 780)});

    EXPECT_EQ(summary(here.check(leave, sick)), QString());
}

TEST(LeaveLedger, PostsTheHoursShortTimeStaffHave)
{
    const Form &leave = form("leave");
    OfficeRows rows = sampleRows();
    rows.workTerms = {{.staff = kClerk, .employment = Employment::ShortTime, .dayMinutes = 360}};
    Situation here;
    here.office = std::make_shared<const Office>(QDate(2026, 11, 24), 1, std::move(rows));
    const QJsonObject day = oneDay({{u"day_minutes"_s, 360}});

    EXPECT_EQ(summary(here.check(leave, oneDay())), u"error:day_minutes"_s);
    EXPECT_EQ(findingOn(here.check(leave, oneDay()), "day_minutes")->text.ja,
              u"1日の勤務時間は 6時間です。この時間を入れてください。"_s);
    EXPECT_EQ(summary(here.check(leave, day)), QString());
    EXPECT_EQ(leave.postings(day, kClerk, shippedParameters()),
              (std::vector<Posting>{{u"leave.annual.minutes"_s, u"staff:6"_s, kDecember, 360},
                                    {u"absence.minutes"_s, u"staff:6"_s, kDecember, 210, 510},
                                    {u"absence.minutes"_s, u"staff:6"_s, kDecember, 150, 780}}));
    const QJsonObject late = with(someHours("15:00", "16:00"), {{u"day_minutes"_s, 360}});
    EXPECT_EQ(summary(here.check(leave, late)), u"error:end"_s) << "after their day has ended";
    EXPECT_EQ(summary(Situation().check(leave, day)), u"error:day_minutes"_s) << "everybody else has a whole day";
}

TEST(LeaveLedger, LV_P6_HoldsSpecialLeaveToItsLimit)
{
    const Form &leave = form("leave");
    const QJsonObject fields = oneDay({{u"kind"_s, u"special"_s}, {u"special_kind"_s, u"SP06"_s}});
    const QJsonObject raised = with(fields, {{u"extended"_s, true}});
    Situation here;
    here.attachments = 1;
    here.answer(leave, fields, u"leave.special.SP06.minutes"_s, 4 * 465);
    EXPECT_EQ(summary(here.check(leave, fields)), QString());
    EXPECT_EQ(firstInsight(fields, here), u"出生サポート（不妊治療）：5日 / 5日 になります"_s);

    // The sixth day only with IVF, then up to ten.
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

TEST(LeaveLedger, LV_P3_ASecondChildRaisesTheLimit)
{
    const Form &leave = form("leave");
    const QJsonObject fields =
        oneDay({{u"kind"_s, u"special"_s}, {u"special_kind"_s, u"SP12"_s}, {u"birth_day"_s, u"2018-06-01"_s}});
    Situation here;
    here.answer(leave, fields, u"leave.special.SP12.minutes"_s, 5 * 465);

    EXPECT_EQ(summary(here.check(leave, fields)), u"error:until"_s);
    const QJsonObject two = with(fields, {{u"extended"_s, true}});
    EXPECT_EQ(summary(here.check(leave, two)), QString());
    EXPECT_EQ(leave.insights(two, here.context()).front().text.ja, u"子の看護等：6日 / 10日 になります"_s);
    here.answers.front().used = 10 * 465;
    EXPECT_EQ(summary(here.check(leave, two)), u"error:until"_s) << "five were left";
}
