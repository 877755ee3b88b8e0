// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
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

Posting minutes(const QDate &day, qint64 amount, const QString &ledger = u"overtime.minutes"_s)
{
    return {ledger, u"staff:6"_s, day, amount};
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

TEST(Overtime, WarnsOfOtherOvertimeOnTheDay)
{
    Situation here;
    here.answers.push_back({u"day"_s, 60, 60});

    const auto finding = findingOn(here.check(form("overtime"), saturdayMorning()), "day");

    ASSERT_TRUE(finding);
    EXPECT_TRUE(finding->text.ja.contains(u"11月28日"_s) && finding->text.ja.contains(u"2時間"_s));
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

// Spans and minutes of domain.md 1.5; the rate classes come from them later, the days must be right now.
INSTANTIATE_TEST_SUITE_P(
    , OvertimePosting,
    testing::Values(
        OvertimePostingRow{"Unreadable", on("2026-11-10", "20:00", "17:15"), {}},
        OvertimePostingRow{"OtC1", on("2026-11-10", "17:15", "20:00"), {minutes(QDate(2026, 11, 10), 165)}},
        OvertimePostingRow{"OtC2", on("2026-11-10", "17:15", "23:30"), {minutes(QDate(2026, 11, 10), 375)}},
        OvertimePostingRow{"OtC4", on("2026-11-14", "8:30", "17:15", 60), {minutes(QDate(2026, 11, 14), 465)}},
        OvertimePostingRow{"OtC5",
                           on("2026-11-15", "20:00", "26:00"),
                           {minutes(QDate(2026, 11, 15), 240), minutes(QDate(2026, 11, 16), 120)}},
        OvertimePostingRow{"OtC7",
                           on("2026-11-02", "17:15", "25:30"),
                           {minutes(QDate(2026, 11, 2), 405), minutes(QDate(2026, 11, 3), 90)}},
        OvertimePostingRow{"OtC8", on("2026-11-10", "4:00", "8:30"), {minutes(QDate(2026, 11, 10), 270)}},
        OvertimePostingRow{"OtC11", on("2026-11-14", "9:00", "15:00", 60), {minutes(QDate(2026, 11, 14), 300)}},
        OvertimePostingRow{"UntilMidnight", on("2026-11-15", "20:00", "24:00"), {minutes(QDate(2026, 11, 15), 240)}},
        OvertimePostingRow{"OneMinutePastMidnight",
                           on("2026-11-15", "23:59", "24:01"),
                           {minutes(QDate(2026, 11, 15), 1), minutes(QDate(2026, 11, 16), 1)}},
        OvertimePostingRow{"HolidayInRegularHours",
                           on("2026-11-03", "8:30", "17:15", 60),
                           {minutes(QDate(2026, 11, 3), 465, u"overtime.holiday.minutes"_s)}},
        OvertimePostingRow{
            "HolidayIntoTheEvening",
            on("2026-11-03", "13:00", "19:00"),
            {minutes(QDate(2026, 11, 3), 105), minutes(QDate(2026, 11, 3), 255, u"overtime.holiday.minutes"_s)}},
        // The break of a night is taken from its longer part, of equal parts from the earlier one.
        OvertimePostingRow{"BreakInTheLongerPart",
                           on("2026-11-14", "21:00", "30:00", 60),
                           {minutes(QDate(2026, 11, 14), 180), minutes(QDate(2026, 11, 15), 300)}},
        OvertimePostingRow{"BreakInTheEarlierOfEqualParts",
                           on("2026-11-14", "22:00", "26:00", 30),
                           {minutes(QDate(2026, 11, 14), 90), minutes(QDate(2026, 11, 15), 120)}},
        OvertimePostingRow{"NoonFirst", on("2026-11-14", "11:30", "14:00", 60), {minutes(QDate(2026, 11, 14), 90)}},
        OvertimePostingRow{
            "BreakLeavesNothingOfADay", on("2026-11-14", "23:30", "24:20", 45), {minutes(QDate(2026, 11, 15), 5)}}),
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
