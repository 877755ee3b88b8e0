// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

/// Saturday 2026-11-28, 9:00 to 12:00, complete.
QJsonObject saturdayMorning()
{
    return {{u"day"_s, u"2026-11-28"_s},
            {u"start"_s, at("9:00")},
            {u"end"_s, at("12:00")},
            {u"work_item"_s, u"年末調整の準備"_s},
            {u"reason_kind"_s, u"peak"_s}};
}

QJsonObject on(const char *day, const char *start, const char *end, qint64 rest = 0)
{
    return with(saturdayMorning(),
                {{u"day"_s, QLatin1String(day)}, {u"start"_s, at(start)}, {u"end"_s, at(end)}, {u"break"_s, rest}});
}

Posting ordered(const QDate &day, const char *from, const char *until,
                const QString &ledger = u"overtime.order.minutes"_s)
{
    return {ledger, u"staff:6"_s, day, at(until) - at(from), int(at(from))};
}

const QString kHolidayOrders = u"overtime.holiday.order.minutes"_s;

/// What other cases posted on days, by the minute each begins at.
LedgerAnswer known(const QString &ledger, std::vector<LedgerEntry> entries)
{
    LedgerAnswer answer{ledger, 0, 0, std::move(entries)};
    for (const LedgerEntry &entry : answer.entries)
        (entry.used ? answer.used : answer.reserved) += entry.amount;
    return answer;
}

} // namespace

TEST(Overtime, AcceptsAPlainOrder)
{
    EXPECT_EQ(summary(Situation().check(form("overtime"), saturdayMorning())), QString());
    EXPECT_EQ(summary(Situation().check(form("overtime"), on("2026-11-25", "17:30", "20:30"))), QString());
}

TEST(Overtime, TitleSaysWhenAndWhat)
{
    const Form &overtime = form("overtime");

    EXPECT_EQ(overtime.title(saturdayMorning(), shippedParameters()),
              u"時間外勤務命令（11月28日・土 9:00〜12:00 年末調整の準備）"_s);
    EXPECT_EQ(overtime.title(on("2026-11-25", "17:15", "25:30"), shippedParameters()),
              u"時間外勤務命令（11月25日・水 17:15〜25:30 年末調整の準備）"_s);
    EXPECT_EQ(overtime.title({}, shippedParameters()), u"時間外勤務命令"_s);
    EXPECT_EQ(overtime.title({{u"work_item"_s, u" 配布\n準備 "_s}}, shippedParameters()),
              u"時間外勤務命令（配布 準備）"_s);
}

struct OvertimeCheckRow {
    const char *name;
    QJsonObject fields;
    QString expected;
};
void PrintTo(const OvertimeCheckRow &row, std::ostream *out)
{
    *out << row.name;
}

class OvertimeCheck : public testing::TestWithParam<OvertimeCheckRow> {};

TEST_P(OvertimeCheck, Finds)
{
    const auto findings = Situation().check(form("overtime"), GetParam().fields);

    EXPECT_EQ(summary(findings), GetParam().expected);
    for (const Finding &finding : findings) {
        EXPECT_FALSE(finding.text.ja.isEmpty() || finding.text.en.isEmpty());
        EXPECT_FALSE(finding.text.ja.contains(u'%') || finding.text.en.contains(u'%')) << qPrintable(finding.text.ja);
    }
}

INSTANTIATE_TEST_SUITE_P(
    , OvertimeCheck,
    testing::Values(
        OvertimeCheckRow{"NothingFilledIn", {}, u"error:day error:start error:end error:work_item error:reason_kind"_s},
        OvertimeCheckRow{"EndBeforeStart", on("2026-11-28", "12:00", "9:00"), u"error:end"_s},
        OvertimeCheckRow{"EndAtStart", on("2026-11-28", "9:00", "9:00"), u"error:end"_s},
        OvertimeCheckRow{"OneMinute", on("2026-11-28", "9:00", "9:01"), u""_s},
        OvertimeCheckRow{"StartAfterMidnight", on("2026-11-28", "24:00", "26:00"), u"error:start"_s},
        OvertimeCheckRow{"BreakAsLongAsTheWork", on("2026-11-28", "9:00", "10:00", 60), u"error:break"_s},
        OvertimeCheckRow{"BreakOneMinuteShorter", on("2026-11-28", "9:00", "10:00", 59), u""_s},
        OvertimeCheckRow{"LongerThanADay", on("2026-11-28", "0:00", "24:01", 60), u"error:end"_s},
        OvertimeCheckRow{"AWholeDay", on("2026-11-28", "0:00", "24:00", 60), u""_s},
        OvertimeCheckRow{"RegularHours", on("2026-11-25", "17:00", "18:00"), u"error:start"_s},
        OvertimeCheckRow{"EndOfRegularHours", on("2026-11-25", "17:15", "18:00"), u""_s},
        OvertimeCheckRow{"BeforeRegularHours", on("2026-11-25", "7:00", "8:30"), u""_s},
        OvertimeCheckRow{"IntoRegularHours", on("2026-11-25", "7:00", "8:31"), u"error:start"_s},
        OvertimeCheckRow{"NoonOfAWorkingDay", on("2026-11-25", "12:00", "13:00"), u""_s},
        OvertimeCheckRow{"NightIntoTheNextRegularHours", on("2026-11-25", "20:00", "32:31", 60), u"error:end"_s},
        OvertimeCheckRow{"NightUpToTheNextRegularHours", on("2026-11-25", "20:00", "32:30", 60), u""_s},
        OvertimeCheckRow{"SaturdayNightIntoSunday", on("2026-11-28", "20:00", "33:00", 60), u""_s},
        OvertimeCheckRow{"NoonOfADayOffWithoutBreak", on("2026-11-28", "9:00", "13:00"), u"warning:break"_s},
        OvertimeCheckRow{"NoonOfADayOffBreakTooShort", on("2026-11-28", "9:00", "13:00", 59), u"warning:break"_s},
        OvertimeCheckRow{"NoonOfADayOffWithBreak", on("2026-11-28", "9:00", "13:00", 60), u""_s},
        OvertimeCheckRow{"PartOfNoon", on("2026-11-28", "9:00", "12:30", 30), u""_s},
        OvertimeCheckRow{"SixHoursWithoutBreak", on("2026-11-28", "13:00", "19:00"), u""_s},
        OvertimeCheckRow{"MoreThanSixHoursWithoutBreak", on("2026-11-28", "13:00", "19:01"), u"warning:break"_s},
        OvertimeCheckRow{"MoreThanSixHoursShortBreak", on("2026-11-28", "13:00", "20:00", 44), u"warning:break"_s},
        OvertimeCheckRow{"MoreThanSixHoursWithBreak", on("2026-11-28", "13:00", "20:00", 45), u""_s},
        OvertimeCheckRow{"EightHours", on("2026-11-28", "13:00", "21:45", 45), u""_s},
        OvertimeCheckRow{"MoreThanEightHours", on("2026-11-28", "13:00", "21:46", 45), u"warning:break"_s},
        OvertimeCheckRow{"MoreThanEightHoursWithBreak", on("2026-11-28", "13:00", "22:01", 60), u""_s},
        OvertimeCheckRow{"LongEveningOfAWorkingDay", on("2026-11-25", "17:15", "23:30"), u""_s},
        OvertimeCheckRow{"RegularHoursOfAHoliday", on("2026-12-29", "8:30", "17:15", 60), u""_s},
        OvertimeCheckRow{"Yesterday", on("2026-11-20", "18:00", "19:00"), u"error:after"_s},
        OvertimeCheckRow{
            "YesterdayAsAfter",
            with(on("2026-11-20", "18:00", "19:00"), {{u"after"_s, true}, {u"after_reason"_s, u"漏水の対応"_s}}),
            u""_s},
        OvertimeCheckRow{"AfterWithoutReason", with(on("2026-11-20", "18:00", "19:00"), {{u"after"_s, true}}),
                         u"error:after_reason"_s},
        OvertimeCheckRow{"AfterWithBlankReason",
                         with(on("2026-11-20", "18:00", "19:00"), {{u"after"_s, true}, {u"after_reason"_s, u"　 "_s}}),
                         u"error:after_reason"_s},
        OvertimeCheckRow{
            "AfterAndLate",
            with(on("2026-11-19", "18:00", "19:00"), {{u"after"_s, true}, {u"after_reason"_s, u"漏水の対応"_s}}),
            u"warning:after"_s},
        OvertimeCheckRow{"TodayIsNeither", on("2026-11-24", "18:00", "19:00"), u""_s},
        OvertimeCheckRow{"TodayAsAfter",
                         with(on("2026-11-24", "18:00", "19:00"), {{u"after"_s, true}, {u"after_reason"_s, u"x"_s}}),
                         u""_s},
        OvertimeCheckRow{"TomorrowAsAfter",
                         with(on("2026-11-25", "18:00", "19:00"), {{u"after"_s, true}, {u"after_reason"_s, u"x"_s}}),
                         u"error:after"_s},
        OvertimeCheckRow{"SlipInTheYear", on("2062-11-25", "18:00", "19:00"), u"error:day"_s},
        OvertimeCheckRow{"OtherNeedsWords", with(saturdayMorning(), {{u"reason_kind"_s, u"other"_s}}),
                         u"error:reason"_s},
        OvertimeCheckRow{"OtherWithWords",
                         with(saturdayMorning(), {{u"reason_kind"_s, u"other"_s}, {u"reason"_s, u"引越し"_s}}), u""_s},
        OvertimeCheckRow{"UnknownField", with(saturdayMorning(), {{u"yen"_s, 1}}), u"error:yen"_s},
        OvertimeCheckRow{"ComputedIsNotTyped", with(saturdayMorning(), {{u"duration"_s, u"3時間"_s}}),
                         u"error:duration"_s}),
    [](const auto &row) { return row.param.name; });

TEST(Overtime, WarnsInYearsOfWhichNobodyKnowsTheHolidays)
{
    Situation here;
    here.today = QDate(2100, 1, 6);

    EXPECT_EQ(summary(here.check(form("overtime"), on("2100-01-07", "18:00", "19:00"))), u"warning:day"_s);
}

TEST(Overtime, RefusesHoursThatAreOrderedAlready)
{
    Situation here;
    here.answers.push_back(known(u"overtime.order.minutes"_s, {{QDate(2026, 11, 28), 60, int(at("11:00")), false}}));

    const auto finding = findingOn(here.check(form("overtime"), saturdayMorning()), "start");

    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->severity, Finding::Severity::Error);
    EXPECT_EQ(finding->text.ja,
              u"11月28日の 11:00〜12:00は、すでに命令（申請中を含む）があります。重ならない時間にしてください。"_s);
}

TEST(Overtime, TakesAFurtherOrderForOtherHoursOfTheDay)
{
    // 追加命令: until 9:00 and from 12:00 something is ordered; what was taken back is free again.
    const QDate day(2026, 11, 28);
    Situation here;
    here.answers.push_back(known(u"overtime.order.minutes"_s,
                                 {{day, 60, int(at("8:00")), true},
                                  {day, 60, int(at("12:00")), true},
                                  {day, 60, int(at("10:00")), true},
                                  {day, -60, int(at("10:00")), true}}));

    EXPECT_EQ(summary(here.check(form("overtime"), saturdayMorning())), QString());
}

TEST(Overtime, GoesByTheDaysOfWhoeverExchangedThem)
{
    // Saturday the 28th is worked for Wednesday the 25th.
    Situation here;
    here.answers.push_back(
        known(u"duty.added.minutes"_s, {{QDate(2026, 11, 28), 210, 510, true}, {QDate(2026, 11, 28), 255, 780, true}}));
    here.answers.back().name = u"duty.added"_s;
    here.answers.push_back(known(u"duty.removed.minutes"_s,
                                 {{QDate(2026, 11, 25), 210, 510, true}, {QDate(2026, 11, 25), 255, 780, true}}));
    here.answers.back().name = u"duty.removed"_s;

    EXPECT_EQ(summary(here.check(form("overtime"), saturdayMorning())), u"error:start"_s);
    EXPECT_EQ(summary(here.check(form("overtime"), on("2026-11-25", "9:00", "12:00"))), QString());
    EXPECT_EQ(form("overtime").computed(saturdayMorning(), here.context()).value(u"kind"_s).ja, u"週休日の勤務"_s)
        << "the same as in a case and on paper";
    const auto insights = form("overtime").insights(saturdayMorning(), here.context());
    EXPECT_TRUE(std::any_of(insights.begin(), insights.end(), [](const Insight &insight) {
        return insight.text.ja == u"振替により勤務日です。正規の勤務時間の外が時間外勤務になります"_s;
    }));
}

TEST(Overtime, WarnsOnADayOfLeave)
{
    const QJsonObject evening = on("2026-11-25", "17:30", "20:30");
    const auto leave = [](int minutes, int from, bool used) {
        return LedgerEntry{QDate(2026, 11, 25), minutes, from, used};
    };
    Situation asked;
    asked.answers.push_back({u"absence"_s, 0, 465, {leave(210, 510, false), leave(255, 780, false)}});
    Situation half;
    half.answers.push_back({u"absence"_s, 210, 0, {leave(210, 510, true)}});

    EXPECT_EQ(summary(asked.check(form("overtime"), evening)), u"warning:day"_s) << "also while it waits";
    EXPECT_EQ(summary(half.check(form("overtime"), evening)), QString()) << "they are there in the afternoon";
    const auto questions = form("overtime").questions(evening, kClerk, shippedParameters());
    EXPECT_TRUE(std::any_of(questions.begin(), questions.end(),
                            [](const LedgerQuery &query) { return query.name == u"absence"_s && query.entries; }));
}

TEST(Overtime, IsNotTakenBackWhileAResultRestsOnIt)
{
    const Form &overtime = form("overtime");
    const Cancellation back{CaseId(5), u"R8-1"_s, 1, u"中止になったため"_s};
    const auto found = [&](const QJsonObject &order, std::vector<LedgerEntry> worked) {
        Situation here;
        here.list(overtime, order, u"overtime.minutes"_s, std::move(worked));
        const FormDefinition &definition = overtime.definitions().back();
        return findingsOf(overtime, definition, cancelling(order, back), here.context());
    };
    const auto worked = [](int day, qint64 minutes, int from, bool used = true) {
        return LedgerEntry{QDate(2026, 11, day), minutes, from, used};
    };

    const auto findings = found(saturdayMorning(), {worked(28, 150, 540)});
    ASSERT_EQ(summary(findings), u"error:"_s);
    EXPECT_EQ(findings.front().text.ja,
              u"11月28日の勤務実績（9:00〜11:"
              u"30）は、この命令によるものです。先にその実績を取り消すか、確認の前なら引き戻してから、"
              u"命令を取り消してください。"_s);
    EXPECT_EQ(summary(found(saturdayMorning(), {worked(28, 150, 540, false)})), u"error:"_s) << "also while it waits";
    EXPECT_EQ(summary(found(saturdayMorning(), {worked(28, 150, 540), worked(28, -150, 540)})), QString());
    EXPECT_EQ(summary(found(saturdayMorning(), {worked(28, 60, 780), worked(27, 150, 540)})), QString())
        << "that is another order's";
    EXPECT_EQ(summary(found(on("2026-11-27", "22:00", "26:00"), {worked(28, 30, 60)})), u"error:"_s)
        << "a night is worked past midnight, too";
    const auto questions = questionsOf(overtime, cancelling(saturdayMorning(), back), kClerk, shippedParameters());
    EXPECT_EQ(questions, overtime.questions(saturdayMorning(), kClerk, shippedParameters()));
}

TEST(Overtime, RefusesWhatSomebodyAskedNotToBeOrdered)
{
    const auto asked = [](const char *restriction, Situation here = {}) {
        return summary(
            here.check(form("overtime"), with(saturdayMorning(), {{u"restriction"_s, QLatin1String(restriction)}})));
    };

    EXPECT_EQ(asked("maternity"), u"error:restriction"_s);
    EXPECT_EQ(asked("exempt"), u"error:restriction"_s);
    EXPECT_EQ(asked("limited"), QString());
    Situation month;
    month.answers.push_back(known(u"overtime.minutes"_s, {{QDate(2026, 11, 2), 1440 - 180, 1035, true}}));
    EXPECT_EQ(asked("limited", month), QString()) << "24 hours exactly";
    month.answers.back().entries.front().amount += 1;
    EXPECT_EQ(asked("limited", month), u"error:restriction"_s);
    Situation year;
    year.answers.push_back(known(u"overtime.minutes"_s, {{QDate(2026, 5, 2), 9000 - 180, 0, true}}));
    EXPECT_EQ(asked("limited", year), QString()) << "150 hours exactly";
    year.answers.back().entries.front().amount += 1;
    EXPECT_EQ(asked("limited", year), u"error:restriction"_s);
}

TEST(Overtime, SaysThatManagersAreNotPaid)
{
    OfficeRows rows = sampleRows();
    rows.workTerms.push_back({.staff = kClerk, .managerial = true});
    Situation here;
    here.office = std::make_shared<Office>(QDate(2026, 11, 24), 1, rows);

    const auto insights = form("overtime").insights(saturdayMorning(), here.context());

    EXPECT_TRUE(insights.back().text.ja.contains(u"管理職手当"_s)) << qPrintable(insights.back().text.ja);
}

TEST(Overtime, UnitAndLeastLengthAreParameters)
{
    Situation here;
    here.set(u"overtime.order_unit_minutes"_s, 15);
    here.set(u"overtime.order_min_minutes"_s, 60);
    const Form &overtime = form("overtime");

    EXPECT_EQ(summary(here.check(overtime, on("2026-11-28", "9:00", "10:15"))), QString());
    EXPECT_EQ(summary(here.check(overtime, on("2026-11-28", "9:00", "10:10"))), u"error:end"_s);
    EXPECT_EQ(summary(here.check(overtime, on("2026-11-28", "9:00", "9:45"))), u"error:end"_s);
}

struct OvertimePostingRow {
    const char *name;
    QJsonObject fields;
    std::vector<Posting> expected;
};
void PrintTo(const OvertimePostingRow &row, std::ostream *out)
{
    *out << row.name;
}

class OvertimePosting : public testing::TestWithParam<OvertimePostingRow> {};

TEST_P(OvertimePosting, Posts)
{
    EXPECT_EQ(form("overtime").postings(GetParam().fields, kClerk, shippedParameters()), GetParam().expected);
}

// Spans and minutes of domain.md 1.5; the rate classes come from them later, days and hours must be right now.
INSTANTIATE_TEST_SUITE_P(
    , OvertimePosting,
    testing::Values(
        OvertimePostingRow{"Unreadable", on("2026-11-10", "20:00", "17:15"), {}},
        OvertimePostingRow{
            "OtC1", on("2026-11-10", "17:15", "20:00"), {ordered(QDate(2026, 11, 10), "17:15", "20:00")}},
        OvertimePostingRow{
            "OtC2", on("2026-11-10", "17:15", "23:30"), {ordered(QDate(2026, 11, 10), "17:15", "23:30")}},
        OvertimePostingRow{
            "OtC4",
            on("2026-11-14", "8:30", "17:15", 60),
            {ordered(QDate(2026, 11, 14), "8:30", "12:00"), ordered(QDate(2026, 11, 14), "13:00", "17:15")}},
        OvertimePostingRow{
            "OtC5",
            on("2026-11-15", "20:00", "26:00"),
            {ordered(QDate(2026, 11, 15), "20:00", "24:00"), ordered(QDate(2026, 11, 16), "0:00", "2:00")}},
        OvertimePostingRow{
            "OtC7",
            on("2026-11-02", "17:15", "25:30"),
            {ordered(QDate(2026, 11, 2), "17:15", "24:00"), ordered(QDate(2026, 11, 3), "0:00", "1:30")}},
        OvertimePostingRow{"OtC8", on("2026-11-10", "4:00", "8:30"), {ordered(QDate(2026, 11, 10), "4:00", "8:30")}},
        OvertimePostingRow{
            "OtC11",
            on("2026-11-14", "9:00", "15:00", 60),
            {ordered(QDate(2026, 11, 14), "9:00", "12:00"), ordered(QDate(2026, 11, 14), "13:00", "15:00")}},
        OvertimePostingRow{
            "UntilMidnight", on("2026-11-15", "20:00", "24:00"), {ordered(QDate(2026, 11, 15), "20:00", "24:00")}},
        OvertimePostingRow{
            "OneMinutePastMidnight",
            on("2026-11-15", "23:59", "24:01"),
            {ordered(QDate(2026, 11, 15), "23:59", "24:00"), ordered(QDate(2026, 11, 16), "0:00", "0:01")}},
        OvertimePostingRow{"HolidayInRegularHours",
                           on("2026-11-03", "8:30", "17:15", 60),
                           {ordered(QDate(2026, 11, 3), "8:30", "12:00", kHolidayOrders),
                            ordered(QDate(2026, 11, 3), "13:00", "17:15", kHolidayOrders)}},
        OvertimePostingRow{"HolidayIntoTheEvening",
                           on("2026-11-03", "13:00", "19:00"),
                           {ordered(QDate(2026, 11, 3), "13:00", "17:15", kHolidayOrders),
                            ordered(QDate(2026, 11, 3), "17:15", "19:00")}},
        // The break of a night lies in the middle of its longer part, of equal parts of the earlier one.
        OvertimePostingRow{"BreakInTheLongerPart",
                           on("2026-11-14", "21:00", "30:00", 60),
                           {ordered(QDate(2026, 11, 14), "21:00", "24:00"),
                            ordered(QDate(2026, 11, 15), "0:00", "2:30"),
                            ordered(QDate(2026, 11, 15), "3:30", "6:00")}},
        OvertimePostingRow{"BreakInTheEarlierOfEqualParts",
                           on("2026-11-14", "22:00", "26:00", 30),
                           {ordered(QDate(2026, 11, 14), "22:00", "22:45"),
                            ordered(QDate(2026, 11, 14), "23:15", "24:00"),
                            ordered(QDate(2026, 11, 15), "0:00", "2:00")}},
        OvertimePostingRow{
            "NoonFirst",
            on("2026-11-14", "11:30", "14:00", 60),
            {ordered(QDate(2026, 11, 14), "11:30", "12:00"), ordered(QDate(2026, 11, 14), "13:00", "14:00")}},
        OvertimePostingRow{
            "BreakLeavesNothingOfADay",
            on("2026-11-14", "23:30", "24:20", 45),
            {ordered(QDate(2026, 11, 15), "0:00", "0:02"), ordered(QDate(2026, 11, 15), "0:17", "0:20")}},
        // An order for a day given up is for hours that are regular ones of the calendar.
        OvertimePostingRow{"RegularHoursOfTheCalendar",
                           on("2026-11-11", "9:00", "12:00"),
                           {ordered(QDate(2026, 11, 11), "9:00", "12:00")}}),
    [](const auto &row) { return row.param.name; });

TEST(Overtime, PostsExactlyTheMinutesOrdered)
{
    const Form &overtime = form("overtime");
    for (qint64 end = 545; end <= 2 * 24 * 60 - 1; end += 7) {
        for (const qint64 rest : {0, 45, 60, 300}) {
            const QJsonObject fields = with(saturdayMorning(), {{u"end"_s, end}, {u"break"_s, rest}});
            if (rest >= end - 540)
                continue;
            qint64 sum = 0;
            for (const Posting &posting : overtime.postings(fields, kClerk, shippedParameters()))
                sum += posting.amount;
            ASSERT_EQ(sum, end - 540 - rest) << end << ' ' << rest;
            ASSERT_EQ(overtime.facts(fields, shippedParameters()).value(u"minutes"_s).toInteger(), sum);
        }
    }
}

TEST(Overtime, FactsTellTheKindOfDay)
{
    const Form &overtime = form("overtime");

    const QJsonObject saturday = overtime.facts(saturdayMorning(), shippedParameters());
    EXPECT_EQ(saturday, (QJsonObject{{u"minutes"_s, 180}, {u"weekly_off"_s, true}, {u"holiday"_s, false}}));
    const QJsonObject holiday = overtime.facts(on("2026-11-03", "9:00", "10:00"), shippedParameters());
    EXPECT_EQ(holiday, (QJsonObject{{u"minutes"_s, 60}, {u"weekly_off"_s, false}, {u"holiday"_s, true}}));
    EXPECT_EQ(overtime.facts({}, shippedParameters()), QJsonObject());
}

TEST(Overtime, ComputesKindAndDuration)
{
    const Form &overtime = form("overtime");
    const Situation here;

    auto texts = overtime.computed(saturdayMorning(), here.context());
    EXPECT_EQ(texts.value(u"kind"_s).ja, u"週休日の勤務"_s);
    EXPECT_EQ(texts.value(u"duration"_s), (Bilingual{u"3時間"_s, u"3 h"_s}));

    texts = overtime.computed(on("2026-11-03", "8:30", "17:15", 60), here.context());
    EXPECT_EQ(texts.value(u"kind"_s).ja, u"休日の勤務（文化の日）"_s);
    EXPECT_EQ(texts.value(u"duration"_s).ja, u"7時間45分"_s);

    texts = overtime.computed(on("2026-11-15", "20:00", "26:00"), here.context());
    EXPECT_EQ(texts.value(u"kind"_s).ja, u"週休日の勤務（0時からは平日）"_s);

    EXPECT_TRUE(overtime.computed({}, here.context()).isEmpty());
}
