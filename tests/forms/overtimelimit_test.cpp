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

Situation octoberDesk()
{
    Situation here;
    here.today = QDate(2026, 10, 1);
    return here;
}

/// With so much in October and in the year before it, half of October's not yet confirmed.
Situation deskWith(qint64 october, qint64 before)
{
    Situation here = octoberDesk();
    here.answers.push_back({u"overtime.minutes"_s,
                            0,
                            0,
                            {{QDate(2026, 5, 10), before, 0, true}, {QDate(2026, 10, 5), october / 2, 0, true}}});
    here.answers.push_back({u"overtime.order.minutes"_s, 0, 0, {{QDate(2026, 10, 6), october - october / 2, 0, true}}});
    return here;
}

/// The clerk's section, or one above it, has 他律的 work.
std::shared_ptr<const Office> busyOffice(const QString &code)
{
    OfficeRows rows = sampleRows();
    for (Section &section : rows.sections)
        section.busy = section.code == code;
    return std::make_shared<Office>(QDate(2026, 11, 24), 1, rows);
}

} // namespace

TEST(OvertimeLimit, AsksForTheYearAndTheSixMonthsBefore)
{
    const auto questions = form("overtime").questions(orderOf(180), kClerk, shippedParameters());

    ASSERT_EQ(questions.size(), 8U);
    EXPECT_EQ(questions[0],
              (LedgerQuery{u"overtime.order.minutes"_s, u"overtime.order.minutes"_s, u"staff:6"_s, QDate(2026, 3, 31),
                           QDate(2027, 3, 31), true}));
    QStringList names;
    for (const LedgerQuery &question : questions)
        names += question.ledger;
    EXPECT_EQ(names.join(u' '),
              u"overtime.order.minutes overtime.holiday.order.minutes overtime.minutes overtime.holiday.minutes "
              u"duty.added.minutes duty.removed.minutes duty.daikyu.minutes absence.minutes"_s);
}

TEST(OvertimeLimit, AsksForBothYearsOfANightBetweenThem)
{
    const QJsonObject night{{u"day"_s, u"2027-03-31"_s}, {u"start"_s, at("20:00")}, {u"end"_s, at("26:00")}};

    const auto questions = form("overtime").questions(night, kClerk, shippedParameters());

    EXPECT_EQ(questions.front().from, QDate(2026, 3, 31)) << "a night into April begins there";
    EXPECT_EQ(questions.front().until, QDate(2028, 3, 31));
    EXPECT_EQ(form("overtime").insights(night, octoberDesk().context()).size(), 4U) << "two months and two years";
}

TEST(OvertimeLimit, CountsWhatWasWorkedInsteadOfWhatWasOrdered)
{
    Situation here = octoberDesk();
    here.answers.push_back({u"overtime.order.minutes"_s,
                            0,
                            0,
                            {{QDate(2026, 10, 5), 180, 1035, true}, {QDate(2026, 10, 6), 60, 1035, true}}});
    here.answers.push_back({u"overtime.minutes"_s, 0, 0, {{QDate(2026, 10, 5), 100, 1035, false}}});

    EXPECT_EQ(form("overtime").insights(orderOf(60), here.context()).front().used, 160);
}

TEST(OvertimeLimit, ForgetsTheRestOfANightThatWasReported)
{
    // Ordered from 22:00 to 26:00, home at 23:00: the two hours past midnight are not to come any more.
    Situation here = octoberDesk();
    here.answers.push_back({u"overtime.order.minutes"_s,
                            0,
                            0,
                            {{QDate(2026, 10, 5), 120, 1320, true}, {QDate(2026, 10, 6), 120, 0, true}}});
    EXPECT_EQ(form("overtime").insights(orderOf(60), here.context()).front().used, 240);

    here.answers.push_back({u"overtime.minutes"_s, 0, 0, {{QDate(2026, 10, 5), 60, 1320, true}}});
    EXPECT_EQ(form("overtime").insights(orderOf(60), here.context()).front().used, 60);
}

TEST(OvertimeLimit, HoldsWhoeverMovedToTheLimitOfTheRestOfTheYear)
{
    // L-MOVED: 他律的 work until August; from September on seven months of 30 hours are left of the year.
    OfficeHistory history;
    for (const Section &section : sampleRows().sections)
        history.sections.push_back({section, QDate(2020, 4, 1), {}});
    for (const Post &post : sampleRows().posts)
        history.posts.push_back({post, QDate(2020, 4, 1), {}});
    for (Dated<Section> &section : history.sections)
        section.value.busy = section.value.code == u"finance"_s;
    history.appointments = {{{kClerk, PostId(8), Holding::Primary}, QDate(2020, 4, 1), QDate(2026, 8, 31)},
                            {{kClerk, PostId(6), Holding::Primary}, QDate(2026, 9, 1), {}}};
    Situation here = octoberDesk();
    here.history = std::make_shared<OfficeHistory>(history);

    QStringList lines;
    for (const Insight &insight : form("overtime").insights(orderOf(180), here.context()))
        lines += insight.text.ja;

    EXPECT_EQ(lines.mid(0, 3),
              (QStringList{u"10月は 3時間 / 45時間 の見込みです"_s, u"異動後の9月からは 3時間 / 210時間 の見込みです"_s,
                           u"4月からの1年は 3時間 / 720時間 の見込みです"_s}))
        << qPrintable(lines.join(u'\n'));
}

TEST(OvertimeLimit, AllowsTheMonthExactlyAtTheLimit)
{
    // OT-L1, OT-L2: 45:00 is legal, 45:01 is not.
    const QJsonObject fields = orderOf(180);

    EXPECT_EQ(summary(deskWith(2700 - 180, 0).check(form("overtime"), fields)), QString());
    const auto findings = deskWith(2701 - 180, 0).check(form("overtime"), fields);
    ASSERT_EQ(summary(findings), u"warning:"_s);
    EXPECT_EQ(findings.front().text.ja,
              u"10月の時間外勤務が上限（45時間以内）を超えます。この命令を含めて 45時間1分です。"_s);
    EXPECT_TRUE(findings.front().source.contains(u"L-M45"_s));
}

TEST(OvertimeLimit, AllowsTheYearExactlyAtTheLimit)
{
    // OT-L10: 360:00 is legal, 360:01 is not.
    const QJsonObject fields = orderOf(180);

    EXPECT_EQ(summary(deskWith(0, 21600 - 180).check(form("overtime"), fields)), QString());
    const auto findings = deskWith(0, 21601 - 180).check(form("overtime"), fields);
    ASSERT_EQ(summary(findings), u"warning:"_s);
    EXPECT_EQ(findings.front().text.ja,
              u"4月からの1年の時間外勤務が上限（360時間以内）を超えます。この命令を含めて 360時間1分です。"_s);
}

TEST(OvertimeLimit, CountsLessThanAHundredHoursWhereWorkIsExternallyDriven)
{
    // OT-L4: 100:00 violates L-M100 (未満).
    const QJsonObject fields = orderOf(180);
    Situation below = deskWith(5999 - 180, 0);
    below.office = busyOffice(u"general"_s);
    Situation reached = deskWith(6000 - 180, 0);
    reached.office = busyOffice(u"general"_s);

    EXPECT_EQ(summary(below.check(form("overtime"), fields)), QString());
    const auto findings = reached.check(form("overtime"), fields);
    ASSERT_EQ(summary(findings), u"warning:"_s);
    EXPECT_TRUE(findings.front().text.ja.contains(u"100時間未満"_s)) << qPrintable(findings.front().text.ja);
}

TEST(OvertimeLimit, NamesTheTightestOfTheMeans)
{
    // OT-L7 with the last month in October: 85:00, 80:00 and 76:00 are above 80 hours in the mean of three months only.
    Situation here = octoberDesk();
    here.office = busyOffice(u"general"_s);
    here.answers.push_back({u"overtime.minutes"_s,
                            0,
                            0,
                            {{QDate(2026, 8, 3), 85 * 60, 0, true},
                             {QDate(2026, 9, 3), 80 * 60, 0, true},
                             {QDate(2026, 10, 5), 73 * 60, 0, true}}});

    const auto findings = here.check(form("overtime"), orderOf(180));

    ASSERT_EQ(summary(findings), u"warning:"_s);
    EXPECT_EQ(findings.front().text.ja,
              u"8月から10月までの3か月平均の時間外勤務が上限（80時間以内）を超えます。"
              u"この命令を含めて 80時間20分です。"_s);
    QStringList lines;
    for (const Insight &insight : form("overtime").insights(orderOf(180), here.context()))
        lines += insight.text.ja;
    EXPECT_EQ(lines.mid(0, 4),
              (QStringList{u"10月は 76時間 / 100時間 の見込みです"_s,
                           u"8月から10月までの3か月平均は 80時間20分 / 80時間 の見込みです"_s,
                           u"4月からの1年は 241時間 / 720時間 の見込みです"_s,
                           u"4月からの1年で45時間を超える月は 3 / 6か月 の見込みです"_s}))
        << qPrintable(lines.join(u'\n'));
}

TEST(OvertimeLimit, LeavesExceptionalWorkItsWay)
{
    const QJsonObject fields = with(orderOf(180), {{u"special_work"_s, true}, {u"reason_kind"_s, u"disaster"_s}});
    const Situation here = deskWith(2700, 0);

    EXPECT_EQ(summary(here.check(form("overtime"), fields)), QString());
    EXPECT_EQ(form("overtime").insights(fields, here.context()).back().text.ja,
              u"特例業務として上限を超えます。要因の整理・分析・検証は 9月30日までです"_s);
}

TEST(OvertimeLimit, SaysWhenADoctorIsToBeSeen)
{
    const auto said = [](qint64 before) {
        QStringList lines;
        for (const Insight &insight : form("overtime").insights(orderOf(180), deskWith(before, 0).context()))
            lines += insight.text.ja;
        return lines.join(u'\n');
    };

    EXPECT_FALSE(said(4620).contains(u"医師"_s));
    EXPECT_TRUE(said(4621).contains(u"10月は、申し出れば医師の面接指導を受けられる"_s));
    EXPECT_TRUE(said(5820).contains(u"10月は、申出がなくても医師の面接指導の対象"_s));
    EXPECT_FALSE(said(6000).contains(u"医師"_s)) << "was due before";
}

TEST(OvertimeLimit, TakesTheWorkplaceFromTheWholeLineOfTheSection)
{
    const QJsonObject fields = orderOf(180);
    for (const char *section : {"general-1", "general", "general-affairs", "city"}) {
        Situation here = deskWith(3000, 0);
        here.office = busyOffice(QLatin1String(section));
        EXPECT_EQ(summary(here.check(form("overtime"), fields)), QString()) << section;
    }
    Situation elsewhere = deskWith(3000, 0);
    elsewhere.office = busyOffice(u"finance"_s);
    EXPECT_EQ(summary(elsewhere.check(form("overtime"), fields)), u"warning:"_s);
}

TEST(OvertimeLimit, CountsRegularHoursOfAHolidayOnlyWhereTheParameterSays)
{
    const QJsonObject holiday{{u"day"_s, u"2026-11-03"_s},   {u"start"_s, at("8:30")},
                              {u"end"_s, at("17:15")},       {u"break"_s, 60},
                              {u"work_item"_s, u"文化祭"_s}, {u"reason_kind"_s, u"event"_s}};
    Situation here = octoberDesk();
    here.answers.push_back({u"overtime.minutes"_s, 0, 0, {{QDate(2026, 11, 2), 2700, 0, true}}});
    EXPECT_EQ(summary(here.check(form("overtime"), holiday)), QString());

    here.set(u"overtime.limit_counts_holiday_in_hours"_s, 1);
    EXPECT_EQ(summary(here.check(form("overtime"), holiday)), u"warning:"_s);
}

TEST(OvertimeLimit, ShowsWhatTheMonthBecomes)
{
    const QJsonObject fields = orderOf(180);
    const Situation here = deskWith(2610 - 180, 0);

    const auto insights = form("overtime").insights(fields, here.context());

    ASSERT_EQ(insights.size(), 3U);
    EXPECT_EQ(insights[0].text,
              (Bilingual{u"10月は 43時間30分 / 45時間 の見込みです"_s,
                         u"October is expected to reach 43 h 30 min of 45 h"_s}));
    EXPECT_EQ(insights[0].used, 2430);
    EXPECT_EQ(insights[0].added, 180);
    EXPECT_EQ(insights[0].limit, 2700);
    EXPECT_EQ(insights[0].limitText.ja, u"上限 45時間"_s);
    EXPECT_TRUE(insights[0].remarkable);
    EXPECT_EQ(insights[0].tone, Finding::Severity::Warning);
    EXPECT_EQ(insights[1].text.ja, u"4月からの1年は 43時間30分 / 360時間 の見込みです"_s);
    EXPECT_FALSE(insights[1].remarkable);
    // OT-F1 has the window of an exchange as D-28 to D+56.
    EXPECT_EQ(
        insights[2].text.ja,
        u"週休日の勤務です。9月20日から 12月13日までの勤務日に振り替えるときは「週休日・休日勤務命令」で申請します"_s);
    EXPECT_FALSE(insights[2].used || insights[2].limit);
}

TEST(OvertimeLimit, TellsApartNearAndOver)
{
    const QJsonObject fields = orderOf(1);
    const auto tone = [&fields](qint64 before) {
        return form("overtime").insights(fields, deskWith(before, 0).context()).front();
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

    const auto insights = form("overtime").insights(fields, octoberDesk().context());

    EXPECT_EQ(
        insights.back().text.ja,
        u"週休日の勤務です。10月17日から 1月9日までの勤務日に振り替えるときは「週休日・休日勤務命令」で申請します"_s);
}

TEST(OvertimeLimit, NamesTheHolidayAndTheActAfterTheFact)
{
    const QJsonObject fields{{u"day"_s, u"2026-11-23"_s}, {u"start"_s, 540}, {u"end"_s, 600}, {u"after"_s, true}};

    const auto insights = form("overtime").insights(fields, octoberDesk().context());

    // Regular hours of a holiday count into no limit, so there is no meter.
    ASSERT_EQ(insights.size(), 2U);
    EXPECT_EQ(insights[0].text.ja, u"休日（勤労感謝の日）の勤務です"_s);
    EXPECT_EQ(insights[1].text.ja, u"事後の命令です"_s);
    EXPECT_TRUE(insights[1].remarkable);
    EXPECT_TRUE(form("overtime").insights({}, octoberDesk().context()).empty());
}
