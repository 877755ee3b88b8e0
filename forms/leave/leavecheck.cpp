// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leavecheck.h"

#include "forms/leave/leaveledger.h"
#include "forms/support/fields.h"
#include "forms/support/timeliness.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using LeaveFindings = std::vector<Finding>;

LateWording leaveLateWording()
{
    return {"from",
            "filing.window_days",
            "leave.after_fact_days",
            {u"日が過ぎています。「事後申請」にして、事前に申請できなかった理由を書いてください。"_s,
             u"This day has passed. Mark the request as after the fact and say why it could not be made before."_s},
            {u"これからの休暇です。「事後申請」を外してください。"_s,
             u"This leave is still to come. Please clear the mark for after the fact."_s},
            {u"事後の申請の期限（%1）を過ぎています。"_s, u"A request after the fact was due by %1."_s}};
}

QString specialSource()
{
    return u"人事院規則15-14 第22条"_s;
}

/// Days and times that are there but do not make a leave.
void checkLeaveOrder(const Fields &fields, const Numbers &numbers, LeaveFindings &findings)
{
    const QString unit = fields.code("unit");
    const auto from = fields.day("from");
    const auto until = fields.day("until");
    if (unit == u"day"_s && from && until) {
        const qint64 most = numbers.at("leave.range_max_days", *from);
        if (*until < *from) {
            findings.push_back(errorOn(
                "until",
                {u"終わりの日は始まりの日以後にしてください。"_s, u"The last day must not be before the first."_s}));
        } else if (from->daysTo(*until) >= most) {
            findings.push_back(
                errorOn("until",
                        fill({u"1件で申請できるのは %1日までです。"_s, u"One request covers at most %1 days."_s},
                             {same(QString::number(most))})));
        }
    }
    const auto start = fields.number("start", 0, 2 * kMinutesOfDay);
    const auto end = fields.number("end", 0, 2 * kMinutesOfDay);
    if (unit == u"hours"_s && start && end && *end <= *start) {
        findings.push_back(
            errorOn("end", {u"終わりの時刻は始まりより後にしてください。"_s, u"The end must be after the start."_s}));
    }
}

Bilingual unitsOf(const SpecialLeave &special)
{
    Bilingual units;
    if (special.days)
        units = {u"1日"_s, u"one day"_s};
    if (special.step > 0) {
        const Bilingual step = spanText(special.step);
        units = units.ja.isEmpty() ? step : fill({u"%1または%2"_s, u"%1 or %2"_s}, {units, step});
    }
    return units;
}

void checkUnit(const LeaveSpan &span, const Numbers &numbers, LeaveFindings &findings)
{
    const bool half = span.unit == LeaveUnit::Morning || span.unit == LeaveUnit::Afternoon;
    if (span.special && !span.special->allows(span.unit)) {
        findings.push_back(errorOn("unit",
                                   fill({u"この特別休暇の単位は %1です。"_s, u"This special leave is taken by %1."_s},
                                        {unitsOf(*span.special)}),
                                   specialSource()));
    } else if (!span.special && half && !numbers.flag("leave.half_day_enabled", span.from)) {
        findings.push_back(errorOn(
            "unit", {u"半日単位の年次有給休暇はありません。"_s, u"Annual leave is not taken by half days here."_s}));
    }
}

void checkDuty(const LeaveSpan &span, const Numbers &numbers, LeaveFindings &findings)
{
    if (span.calendar())
        return;
    const auto blame = [&](const char *field, const QDate &day) {
        if (numbers.holidays().isDuty(day))
            return;
        const QString name = numbers.holidays().name(day);
        findings.push_back(errorOn(field,
                                   fill({u"%1（%2）は勤務を要しない日です。休暇はいりません。"_s,
                                         u"%1 (%2) is no working day; no leave is needed."_s},
                                        {dayText(day), name.isEmpty() ? weekdayText(day) : same(name)})));
    };
    blame("from", span.from);
    if (span.until != span.from)
        blame("until", span.until);
}

void checkHours(const LeaveSpan &span, const FormContext &context, const Numbers &numbers, LeaveFindings &findings)
{
    if (span.unit != LeaveUnit::Hours)
        return;
    const Shift shift = Shift::on(span.from, numbers);
    const qint64 minutes = span.regularMinutes(numbers);
    const bool before = span.hours.from < shift.morning.from;
    if (before || span.hours.until > shift.afternoon.until) {
        findings.push_back(errorOn(before ? "start" : "end",
                                   fill({u"正規の勤務時間（%1）の中で指定してください。"_s,
                                         u"The hours must lie within the regular hours (%1)."_s},
                                        {shift.text()})));
        return;
    }
    if (minutes == 0) {
        findings.push_back(
            errorOn("end", {u"休憩時間だけの休暇はありません。"_s, u"The noon break needs no leave."_s}));
        return;
    }
    if (minutes >= shift.morning.minutes() + shift.afternoon.minutes()) {
        findings.push_back(errorOn("unit",
                                   {u"1日を通しての休暇は、単位を「1日」にしてください。"_s,
                                    u"For the whole day, please choose the unit “day”."_s}));
        return;
    }
    const qint64 step = span.special ? span.special->step : numbers.at("leave.annual.hour_unit_minutes", span.from);
    if (step <= 0 || minutes % step == 0)
        return;
    // A residue below one unit may be used when all the rest is used at once (domain.md 2.1 `al_residue_use`).
    const auto balances = annualBalances(span, context, numbers);
    if (numbers.flag("leave.annual.residue_use", span.from) && balances.size() == 1 && balances.front().left().zero())
        return;
    findings.push_back(
        errorOn("end",
                fill({u"%1単位で指定してください（いまは %2）。"_s, u"Please choose hours in units of %1 (now %2)."_s},
                     {spanText(step), spanText(minutes)})));
}

void checkWindow(const LeaveSpan &span, const Numbers &numbers, LeaveFindings &findings)
{
    const auto first = specialNumber(*span.special, "window_from", span.from, numbers);
    const auto last = specialNumber(*span.special, "window_until", span.from, numbers);
    if (!first || !last)
        return;
    for (const QDate &day : span.countedDays(numbers)) {
        const qint64 at = day.month() * 100 + day.day();
        if (*first <= at && at <= *last)
            continue;
        const auto edge = [](qint64 monthDay) {
            return dayText(QDate(2000, static_cast<int>(monthDay / 100), static_cast<int>(monthDay % 100)));
        };
        findings.push_back(errorOn(day == span.from ? "from" : "until",
                                   fill({u"「%1」を取れるのは %2から%3までです。"_s, u"“%1” is taken from %2 to %3."_s},
                                        {span.special->name, edge(*first), edge(*last)}),
                                   specialSource()));
        return;
    }
}

void checkSpecialLimits(const LeaveSpan &span, bool extended, const FormContext &context, const Numbers &numbers,
                        LeaveFindings &findings)
{
    for (const SpecialUse &use : specialUses(span, extended, context, numbers)) {
        if (use.total() <= use.limit)
            continue;
        const Bilingual pattern = use.yearStart.isValid()
            ? Bilingual{u"「%1」は1年に%2までです。この申請を含めて%3になります。"_s,
                        u"“%1” is limited to %2 a year; with this request it would be %3."_s}
            : Bilingual{u"「%1」は1回に%2までです。この申請は%3です。"_s,
                        u"“%1” is limited to %2 at a time; this request is for %3."_s};
        findings.push_back(errorOn("until",
                                   fill(pattern,
                                        {span.special->name, LeaveAmount::of(use.limit, 0, use.dayMinutes).text(),
                                         LeaveAmount::of(use.total(), 0, use.dayMinutes).text()}),
                                   specialSource()));
    }
    const auto daily = specialNumber(*span.special, "day_limit_minutes", span.from, numbers);
    if (daily && span.unit == LeaveUnit::Hours && span.regularMinutes(numbers) > *daily) {
        findings.push_back(errorOn("end",
                                   fill({u"「%1」は1日に%2までです。"_s, u"“%1” is limited to %2 a day."_s},
                                        {span.special->name, spanText(*daily)}),
                                   specialSource()));
    }
}

void checkEvidence(const SpecialLeave &special, bool later, const FormContext &context, LeaveFindings &findings)
{
    const bool wanted =
        special.evidence == SpecialLeave::Evidence::Always || special.evidence == SpecialLeave::Evidence::First;
    if (!wanted || context.attachmentCount > 0)
        return;
    if (later) {
        findings.push_back(
            warningOn("evidence_later",
                      fill({u"証明書類（%1）は後日提出になります。"_s, u"The evidence (%1) is to follow."_s},
                           {special.evidenceText}),
                      specialSource()));
        return;
    }
    const Bilingual pattern = special.evidence == SpecialLeave::Evidence::First
        ? Bilingual{u"初めてのときは証明書類（%1）が必要です。添付するか、「証明書類は後日提出」にしてください。"_s,
                    u"The first time, evidence (%1) is needed. Please attach it, or mark it as to follow."_s}
        : Bilingual{u"証明書類（%1）が必要です。添付するか、「証明書類は後日提出」にしてください。"_s,
                    u"Evidence (%1) is needed. Please attach it, or mark it as to follow."_s};
    findings.push_back(warningOn("evidence_later", fill(pattern, {special.evidenceText}), specialSource()));
}

void checkBalance(const LeaveSpan &span, const FormContext &context, const Numbers &numbers, LeaveFindings &findings)
{
    for (const AnnualBalance &balance : annualBalances(span, context, numbers)) {
        if (!balance.left().negative())
            continue;
        findings.push_back(warningOn("",
                                     fill({u"年次有給休暇が %1 足りません（付与 %2日）。繰越しを確かめてください。"_s,
                                           u"Annual leave falls short by %1 (granted: %2 days). Please check what was "
                                           u"carried over."_s},
                                          {balance.left().text(), same(QString::number(balance.grantDays))}),
                                     u"人事院規則15-14; 条例準則（年次有給休暇）"_s));
    }
}

/// One minute of a duty day holds only one absence (domain.md 2.6).
void checkOverlap(const LeaveSpan &span, const FormContext &context, const Numbers &numbers, LeaveFindings &findings)
{
    const qint64 elsewhere = absentElsewhere(context);
    qint64 added = 0;
    qint64 allotted = 0;
    for (const Posting &posting : leavePostings(span, context.drafter, numbers)) {
        if (posting.ledger != u"absence.minutes"_s)
            continue;
        const Shift shift = Shift::on(posting.day, numbers);
        added += posting.amount;
        allotted += shift.morning.minutes() + shift.afternoon.minutes();
    }
    if (elsewhere == 0 || added == 0 || elsewhere + added <= allotted)
        return;
    findings.push_back(errorOn(
        "from",
        fill({u"この日には別の休暇（合わせて%1）があります。"_s, u"There is other leave on these days (%1 in all)."_s},
             {spanText(elsewhere)})));
}

} // namespace

std::vector<Finding> checkLeave(const QJsonObject &json, const FormContext &context, const Numbers &numbers)
{
    const Fields fields(json);
    LeaveFindings findings;
    if (const auto from = fields.day("from"))
        findings = checkTimeliness(*from, fields.flag("after"), context.today, leaveLateWording(), numbers);
    checkLeaveOrder(fields, numbers, findings);

    const auto span = LeaveSpan::read(json, numbers);
    if (!span)
        return findings;
    checkUnit(*span, numbers, findings);
    checkDuty(*span, numbers, findings);
    checkHours(*span, context, numbers, findings);
    checkOverlap(*span, context, numbers, findings);
    if (span->special) {
        const bool extended = fields.flag("extended") && !span->special->extended.ja.isEmpty();
        checkWindow(*span, numbers, findings);
        checkSpecialLimits(*span, extended, context, numbers, findings);
        checkEvidence(*span->special, fields.flag("evidence_later"), context, findings);
    } else {
        checkBalance(*span, context, numbers, findings);
    }
    return findings;
}

} // namespace kessai
