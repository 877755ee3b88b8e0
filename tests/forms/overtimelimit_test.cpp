// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

/// An order of some minutes on Sunday 2026-10-18, from 0:00.
QJsonObject orderOf(qint64 minutes)
{
    return {{u"day"_s, u"2026-10-18"_s},
            {u"start"_s, 0},
            {u"end"_s, minutes},
            {u"work_item"_s, u"選挙事務"_s},
            {u"reason_kind"_s, u"event"_s}};
}

Situation october()
{
    Situation here;
    here.today = QDate(2026, 10, 1);
    return here;
}

/// Gives every sum of the month and of the year, so that each limit can be reached alone.
Situation deskWith(qint64 month, qint64 year, const QJsonObject &fields)
{
    Situation here = october();
    for (const LedgerQuery &question : form("overtime").questions(fields, kClerk, shippedParameters())) {
        if (question.name.startsWith(u"month:"_s))
            here.answers.push_back({question.name, month / 2, month - month / 2});
        if (question.name.startsWith(u"year:"_s))
            here.answers.push_back({question.name, year, 0});
    }
    return here;
}

} // namespace

TEST(OvertimeLimit, AsksForTheMonthAndTheFiscalYear)
{
    const auto questions = form("overtime").questions(orderOf(180), kClerk, shippedParameters());

    ASSERT_EQ(questions.size(), 3U);
    EXPECT_EQ(questions[0],
              (LedgerQuery{u"month:2026-10-01"_s, u"overtime.minutes"_s, u"staff:6"_s, QDate(2026, 10, 1),
                           QDate(2026, 10, 31)}));
    EXPECT_EQ(questions[1],
              (LedgerQuery{u"year:2026-04-01"_s, u"overtime.minutes"_s, u"staff:6"_s, QDate(2026, 4, 1),
                           QDate(2027, 3, 31)}));
    EXPECT_EQ(questions[2],
              (LedgerQuery{u"day"_s, u"overtime.minutes"_s, u"staff:6"_s, QDate(2026, 10, 18), QDate(2026, 10, 18)}));
}

TEST(OvertimeLimit, AsksForBothMonthsAndBothYearsOfANightBetweenThem)
{
    const QJsonObject night{{u"day"_s, u"2027-03-31"_s}, {u"start"_s, at("20:00")}, {u"end"_s, at("26:00")}};

    QStringList names;
    for (const LedgerQuery &question : form("overtime").questions(night, kClerk, shippedParameters()))
        names += question.name;

    EXPECT_EQ(names.join(u' '), u"month:2027-03-01 month:2027-04-01 year:2026-04-01 year:2027-04-01 day"_s);
}

TEST(OvertimeLimit, AllowsTheMonthExactlyAtTheLimit)
{
    // OT-L1, OT-L2: 45:00 is legal, 45:01 is not.
    const QJsonObject fields = orderOf(180);

    EXPECT_EQ(summary(deskWith(2700 - 180, 0, fields).check(form("overtime"), fields)), QString());
    const auto findings = deskWith(2701 - 180, 0, fields).check(form("overtime"), fields);
    ASSERT_EQ(summary(findings), u"warning:"_s);
    EXPECT_EQ(findings.front().text.ja,
              u"10月の時間外勤務が上限（45時間以内）を超えます。この命令を含めて 45時間1分です。"_s);
    EXPECT_TRUE(findings.front().source.contains(u"L-M45"_s));
}

TEST(OvertimeLimit, AllowsTheYearExactlyAtTheLimit)
{
    // OT-L10: 360:00 is legal, 360:01 is not.
    const QJsonObject fields = orderOf(180);

    EXPECT_EQ(summary(deskWith(0, 21600 - 180, fields).check(form("overtime"), fields)), QString());
    const auto findings = deskWith(0, 21601 - 180, fields).check(form("overtime"), fields);
    ASSERT_EQ(summary(findings), u"warning:"_s);
    EXPECT_EQ(findings.front().text.ja,
              u"4月からの1年の時間外勤務が上限（360時間以内）を超えます。この命令を含めて 360時間1分です。"_s);
}

TEST(OvertimeLimit, CountsLessThanAHundredHoursWhereWorkIsExternallyDriven)
{
    // OT-L4: 100:00 violates L-M100 (未満).
    const QJsonObject fields = orderOf(180);
    Situation below = deskWith(5999 - 180, 0, fields);
    below.set(u"overtime.busy.general"_s, 1);
    Situation reached = deskWith(6000 - 180, 0, fields);
    reached.set(u"overtime.busy.general"_s, 1);

    EXPECT_EQ(summary(below.check(form("overtime"), fields)), QString());
    const auto findings = reached.check(form("overtime"), fields);
    ASSERT_EQ(summary(findings), u"warning:"_s);
    EXPECT_TRUE(findings.front().text.ja.contains(u"100時間未満"_s)) << qPrintable(findings.front().text.ja);
}

TEST(OvertimeLimit, TakesTheWorkplaceFromTheWholeLineOfTheSection)
{
    const QJsonObject fields = orderOf(180);
    for (const char *section : {"general-1", "general", "general-affairs", "city"}) {
        Situation here = deskWith(3000, 0, fields);
        here.set(u"overtime.busy."_s + QLatin1String(section), 1);
        EXPECT_EQ(summary(here.check(form("overtime"), fields)), QString()) << section;
    }
    Situation elsewhere = deskWith(3000, 0, fields);
    elsewhere.set(u"overtime.busy.finance"_s, 1);
    EXPECT_EQ(summary(elsewhere.check(form("overtime"), fields)), u"warning:"_s);
}

TEST(OvertimeLimit, CountsRegularHoursOfAHolidayOnlyWhereTheParameterSays)
{
    const QJsonObject holiday{{u"day"_s, u"2026-11-03"_s},   {u"start"_s, at("8:30")},
                              {u"end"_s, at("17:15")},       {u"break"_s, 60},
                              {u"work_item"_s, u"文化祭"_s}, {u"reason_kind"_s, u"event"_s}};
    Situation here = deskWith(2700, 0, holiday);
    EXPECT_EQ(summary(here.check(form("overtime"), holiday)), QString());

    here.set(u"overtime.limit_counts_holiday_in_hours"_s, 1);
    EXPECT_EQ(summary(here.check(form("overtime"), holiday)), u"warning:"_s);
}

TEST(OvertimeLimit, ShowsWhatTheMonthBecomes)
{
    const QJsonObject fields = orderOf(180);
    const Situation here = deskWith(2610 - 180, 2610 - 180, fields);

    const auto insights = form("overtime").insights(fields, here.context());

    ASSERT_EQ(insights.size(), 3U);
    EXPECT_EQ(insights[0].text,
              (Bilingual{u"10月は 43時間30分 / 45時間 になります"_s, u"October becomes 43 h 30 min of 45 h"_s}));
    EXPECT_EQ(insights[0].used, 2430);
    EXPECT_EQ(insights[0].added, 180);
    EXPECT_EQ(insights[0].limit, 2700);
    EXPECT_EQ(insights[0].limitText.ja, u"上限 45時間"_s);
    EXPECT_TRUE(insights[0].remarkable);
    EXPECT_EQ(insights[0].tone, Finding::Severity::Warning);
    EXPECT_EQ(insights[1].text.ja, u"4月からの1年は 43時間30分 / 360時間 になります"_s);
    EXPECT_FALSE(insights[1].remarkable);
    // OT-F1 has the window of an exchange as D-28 to D+56.
    EXPECT_EQ(insights[2].text.ja, u"週休日の勤務です。振替は 9月20日から 12月13日までの勤務日にできます"_s);
    EXPECT_FALSE(insights[2].used || insights[2].limit);
}

TEST(OvertimeLimit, TellsApartNearAndOver)
{
    const QJsonObject fields = orderOf(1);
    const auto tone = [&fields](qint64 before) {
        return form("overtime").insights(fields, deskWith(before, 0, fields).context()).front();
    };

    EXPECT_FALSE(tone(2158).remarkable); // 2159 of 2700 is just below 80 %
    EXPECT_TRUE(tone(2159).remarkable);
    EXPECT_EQ(tone(2699).tone, Finding::Severity::Warning);
    EXPECT_EQ(tone(2700).tone, Finding::Severity::Error);
}

TEST(OvertimeLimit, ExchangeWindowOfTheVector)
{
    // OT-F1: Sat 2026-11-14, window 2026-10-17 … 2027-01-09.
    const QJsonObject fields{{u"day"_s, u"2026-11-14"_s}, {u"start"_s, 540}, {u"end"_s, 600}};

    const auto insights = form("overtime").insights(fields, october().context());

    EXPECT_EQ(insights.back().text.ja, u"週休日の勤務です。振替は 10月17日から 1月9日までの勤務日にできます"_s);
}

TEST(OvertimeLimit, NamesTheHolidayAndTheActAfterTheFact)
{
    const QJsonObject fields{{u"day"_s, u"2026-11-23"_s}, {u"start"_s, 540}, {u"end"_s, 600}, {u"after"_s, true}};

    const auto insights = form("overtime").insights(fields, october().context());

    // Regular hours of a holiday count into no limit, so there is no meter.
    ASSERT_EQ(insights.size(), 2U);
    EXPECT_EQ(insights[0].text.ja, u"休日（勤労感謝の日）の勤務です"_s);
    EXPECT_EQ(insights[1].text.ja, u"事後の命令です"_s);
    EXPECT_TRUE(insights[1].remarkable);
    EXPECT_TRUE(form("overtime").insights({}, october().context()).empty());
}
