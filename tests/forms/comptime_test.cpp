// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/dutyledger.h"
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

/// The first four hours of Wednesday 2026-12-02 for October; today is Tuesday 11-24.
QJsonObject firstFour(qint64 minutes = 240)
{
    return {
        {u"day"_s, u"2026-12-02"_s}, {u"source"_s, u"before_last"_s}, {u"unit"_s, u"first"_s}, {u"minutes"_s, minutes}};
}

/// Gives an answer the entries of a ledger.
void list(Situation &here, const QJsonObject &fields, const QString &ledger, std::vector<LedgerEntry> entries)
{
    for (const LedgerQuery &question : form("comp_time").questions(fields, here.drafter, here.parameters)) {
        if (question.ledger != ledger)
            continue;
        LedgerAnswer answer{question.name};
        for (const LedgerEntry &entry : entries) {
            if (entry.day < question.from || question.until < entry.day)
                continue;
            (entry.used ? answer.used : answer.reserved) += entry.amount;
            answer.entries.push_back(entry);
        }
        here.answers.push_back(answer);
        return;
    }
    FAIL() << "not asked for " << ledger.toStdString();
}

/// Evenings of four hours in October 2026, so many hours in all, as confirmed results.
Situation afterOctober(qint64 hours, const QJsonObject &fields = firstFour(), bool confirmed = true)
{
    Situation here;
    std::vector<LedgerEntry> entries;
    qint64 left = hours * 60;
    for (QDate day(2026, 10, 1); left > 0; day = day.addDays(1)) {
        if (!shippedHolidays().isDuty(day))
            continue;
        const qint64 part = std::min<qint64>(left, 240);
        entries.push_back({day, part, 1035, confirmed});
        left -= part;
    }
    list(here, fields, u"overtime.minutes"_s, entries);
    return here;
}

QString found(const Situation &here, const QJsonObject &fields)
{
    return summary(here.check(form("comp_time"), fields));
}

LedgerEntry on(const QDate &day, const char *start, const char *end)
{
    return {day, at(end) - at(start), static_cast<int>(at(start)), true};
}

const QDate kWednesday(2026, 12, 2);

} // namespace

TEST(CompTime, OT_S2_SixteenHoursBeyondSixtyGiveFour)
{
    EXPECT_EQ(found(afterOctober(76), firstFour()), QString());
    EXPECT_EQ(found(afterOctober(75), firstFour()), u"error:minutes"_s);
    EXPECT_EQ(form("comp_time").postings(firstFour(), kClerk, shippedParameters()),
              (std::vector<Posting>{
                  {u"overtime.compensated.minutes"_s, u"staff:6"_s, kWednesday, 210, static_cast<int>(at("8:30"))},
                  {u"overtime.compensated.minutes"_s, u"staff:6"_s, kWednesday, 30, static_cast<int>(at("13:00"))}}));
}

TEST(CompTime, OT_S1_WhatIsShortOfFourHoursNeedsAnnualLeave)
{
    // 2:30 earned; with whole hours of leave two of them can be used.
    Situation here = afterOctober(70, firstFour(120));
    EXPECT_EQ(found(here, firstFour(150)), u"error:minutes"_s) << "1:30 is no whole number of hours of leave";
    EXPECT_EQ(found(here, firstFour(120)), u"error:minutes"_s) << "the leave is not filed";

    list(here, firstFour(120), u"absence.minutes"_s,
         {on(kWednesday, "10:30", "12:00"), on(kWednesday, "13:00", "13:30")});
    EXPECT_EQ(found(here, firstFour(120)), u"error:minutes"_s) << "another kind of leave does not fill it up";
    list(here, firstFour(120), u"leave.annual.minutes"_s, {{kWednesday, 120, std::nullopt, false}});
    EXPECT_EQ(found(here, firstFour(120)), QString());
    EXPECT_EQ(found(here, firstFour(180)), u"error:minutes error:day"_s)
        << "only 2:30 are there, and leave takes one of three";
}

TEST(CompTime, IsTakenFromTheHoursOfShortTimeStaff)
{
    OfficeRows rows = sampleRows();
    rows.workTerms = {{.staff = kClerk, .employment = Employment::ShortTime, .dayMinutes = 360}};
    const QJsonObject last = with(firstFour(), {{u"unit"_s, u"last"_s}, {u"day_minutes"_s, 360}});
    Situation here = afterOctober(120, last);
    here.office = std::make_shared<const Office>(QDate(2026, 11, 24), 1, std::move(rows));

    EXPECT_EQ(found(here, last), QString());
    EXPECT_EQ(found(here, with(last, {{u"day_minutes"_s, QJsonValue::Undefined}})), u"error:day_minutes"_s);
    EXPECT_EQ(form("comp_time").postings(last, kClerk, shippedParameters()),
              (std::vector<Posting>{
                  {u"overtime.compensated.minutes"_s, u"staff:6"_s, kWednesday, 90, static_cast<int>(at("10:30"))},
                  {u"overtime.compensated.minutes"_s, u"staff:6"_s, kWednesday, 150, static_cast<int>(at("13:00"))}}));
    EXPECT_EQ(found(afterOctober(120, last), last), u"error:day_minutes"_s) << "everybody else has a whole day";
}

TEST(CompTime, DutyBeyondAWeekEarnsToo)
{
    // 64 hours, and 15:30 of duty that exchanges put beyond two weeks: 19:30 are past the 60th.
    const auto whole = [](const QDate &day) {
        return std::vector{on(day, "8:30", "12:00"), on(day, "13:00", "17:15")};
    };
    Situation here = afterOctober(64);
    EXPECT_EQ(found(here, firstFour()), u"error:minutes"_s);
    auto added = whole(QDate(2026, 10, 10));
    for (const LedgerEntry &entry : whole(QDate(2026, 10, 24)))
        added.push_back(entry);
    auto removed = whole(QDate(2026, 11, 9));
    for (const LedgerEntry &entry : whole(QDate(2026, 11, 10)))
        removed.push_back(entry);
    list(here, firstFour(), u"duty.added.minutes"_s, added);
    list(here, firstFour(), u"duty.removed.minutes"_s, removed);
    EXPECT_EQ(found(here, firstFour()), QString());

    list(here, firstFour(), u"absence.minutes"_s, whole(QDate(2026, 10, 21)));
    EXPECT_EQ(found(here, firstFour()), u"error:minutes"_s) << "a day of leave makes the week no longer than any";
}

TEST(CompTime, UnconfirmedResultsEarnNothing)
{
    EXPECT_EQ(found(afterOctober(76, firstFour(), false), firstFour()), u"error:minutes"_s);
}

TEST(CompTime, OT_S5_SixtyHoursEarnNothing)
{
    EXPECT_EQ(found(afterOctober(60), firstFour()), u"error:minutes"_s);
}

TEST(CompTime, WhatWasTakenIsGone)
{
    Situation here = afterOctober(76);
    list(here, firstFour(), u"overtime.compensated.minutes"_s, {on(QDate(2026, 11, 10), "8:30", "12:30")});

    EXPECT_EQ(found(here, firstFour()), u"error:minutes"_s);
}

TEST(CompTime, IsTakenInTheTwoMonthsAfterOnly)
{
    const auto october = [](const char *day, const char *source) {
        return with(firstFour(), {{u"day"_s, QLatin1String(day)}, {u"source"_s, QLatin1String(source)}});
    };

    for (const auto &[day, source] : {std::pair("2026-11-30", "last"), std::pair("2026-12-01", "before_last"),
                                      std::pair("2026-12-28", "before_last")})
        EXPECT_EQ(found(afterOctober(76, october(day, source)), october(day, source)), QString()) << day;
    EXPECT_EQ(found(afterOctober(76, october("2027-01-04", "before_last")), october("2027-01-04", "before_last")),
              u"error:minutes"_s)
        << "November earned nothing";
}

TEST(CompTime, NeedsADayOfDutyWithTheHoursOfTheUnit)
{
    const auto onDay = [](const char *day) { return with(firstFour(), {{u"day"_s, QLatin1String(day)}}); };
    EXPECT_EQ(found(afterOctober(76, onDay("2026-12-05")), onDay("2026-12-05")), u"error:day"_s);
    EXPECT_EQ(found(afterOctober(76, onDay("2026-12-30")), onDay("2026-12-30")), u"error:day"_s);
    EXPECT_EQ(found(afterOctober(76), with(firstFour(), {{u"day"_s, u"2026-11-20"_s}})), u"error:day"_s) << "passed";

    Situation daikyu = afterOctober(76);
    list(daikyu, firstFour(), u"duty.daikyu.minutes"_s,
         {on(kWednesday, "8:30", "12:00"), on(kWednesday, "13:00", "17:15")});
    EXPECT_EQ(found(daikyu, firstFour()), u"error:day"_s) << "never on a 代休日";
    Situation changed = afterOctober(76);
    list(changed, firstFour(), u"duty.removed.minutes"_s, {on(kWednesday, "13:15", "17:15")});
    EXPECT_EQ(found(changed, firstFour()), u"error:unit"_s) << "the day has 3:45 left";
}

TEST(CompTime, HoursThatAreTakenAlreadyAreRefused)
{
    Situation leave = afterOctober(76);
    list(leave, firstFour(), u"absence.minutes"_s, {on(kWednesday, "9:00", "10:00")});
    Situation afternoon = afterOctober(76);
    list(afternoon, firstFour(), u"absence.minutes"_s, {on(kWednesday, "14:00", "15:00")});

    EXPECT_EQ(found(leave, firstFour()), u"error:day"_s);
    EXPECT_EQ(found(afternoon, firstFour()), QString());
}

TEST(CompTime, SaysWhatIsLeftAndUntilWhen)
{
    const Situation here = afterOctober(80);
    const FormContext context = here.context();
    const auto texts = form("comp_time").computed(firstFour(), context);
    QStringList said;
    for (const Insight &insight : form("comp_time").insights(firstFour(), context))
        said += insight.text.ja;

    EXPECT_EQ(texts.value(u"earned"_s).ja, u"10月分 5時間（5時間のうち、12月31日まで）"_s);
    EXPECT_EQ(texts.value(u"hours"_s).ja, u"8:30〜12:00、13:00〜13:30（4時間）"_s);
    EXPECT_EQ(texts.value(u"leave_hours"_s).ja, u"なし"_s);
    EXPECT_EQ(said,
              (QStringList{u"10月分の代休時間は、この指定で残り 1時間になります"_s,
                           u"12月31日までに取らなければ、手当で支給されます"_s}));
    EXPECT_EQ(form("comp_time").title(firstFour(), shippedParameters()),
              u"時間外勤務代休時間（12月2日・水 8:30〜12:00、13:00〜13:30 10月分）"_s);
    EXPECT_EQ(form("comp_time").facts(firstFour(120), shippedParameters()).value(u"leave_minutes"_s), 120);
}
