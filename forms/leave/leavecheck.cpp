// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leavecheck.h"

#include "forms/leave/carecheck.h"
#include "forms/leave/leaveevidence.h"
#include "forms/leave/specialcheck.h"
#include "forms/support/dutyledger.h"
#include "forms/support/evidence.h"
#include "forms/support/fields.h"
#include "forms/support/overtimework.h"
#include "forms/support/ownhours.h"
#include "forms/support/timeliness.h"
#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

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

/// Days and times that are there but do not make a leave.
void checkLeaveOrder(const Fields &fields, const Numbers &numbers, LeaveFindings &findings)
{
    const auto from = fields.day("from");
    const auto until = fields.day("until");
    const auto start = fields.number("start", 0, 2 * kMinutesOfDay);
    const auto end = fields.number("end", 0, 2 * kMinutesOfDay);
    const QString unit = fields.code("unit");
    const bool hours = unit == u"hours"_s || fields.code("kind") == u"care_time"_s;
    if ((unit == u"day"_s || hours) && from && until) {
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
    if (hours && start && end && *end <= *start) {
        findings.push_back(
            errorOn("end", {u"終わりの時刻は始まりより後にしてください。"_s, u"The end must be after the start."_s}));
    }
}

Bilingual unitWords(const LeaveUnits &units)
{
    Bilingual words;
    if (units.days)
        words = {u"1日"_s, u"one day"_s};
    if (units.step > 0) {
        const Bilingual step = spanText(units.step);
        words = words.ja.isEmpty() ? step : fill({u"%1または%2"_s, u"%1 or %2"_s}, {words, step});
    }
    return words;
}

void checkUnit(const LeaveSpan &span, const Numbers &numbers, LeaveFindings &findings)
{
    const LeaveUnits units = unitsOf(span, numbers);
    if (units.allows(span.unit))
        return;
    if (span.kind == LeaveKind::Annual) {
        findings.push_back(errorOn(
            "unit", {u"半日単位の年次有給休暇はありません。"_s, u"Annual leave is not taken by half days here."_s}));
        return;
    }
    const Bilingual pattern = span.special
        ? Bilingual{u"この特別休暇の単位は %1です。"_s, u"This special leave is taken by %1."_s}
        : Bilingual{u"この休暇の単位は %1です。"_s, u"This leave is taken by %1."_s};
    findings.push_back(errorOn("unit", fill(pattern, {unitWords(units)}), leaveSource(span)));
}

void checkDuty(const LeaveSpan &span, const Numbers &numbers, LeaveFindings &findings)
{
    if (span.calendar())
        return;
    const auto blame = [&](const char *field, const QDate &day) {
        if (span.isDuty(day, numbers))
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
    const std::vector<Stretch> regular = regularHours(span.from, numberOn(numbers), static_cast<int>(span.ownMinutes));
    const qint64 minutes = span.regularMinutes(numbers);
    const bool before = span.hours.from < regular.front().from;
    if (before || span.hours.until > regular.back().until) {
        findings.push_back(errorOn(before ? "start" : "end",
                                   fill({u"正規の勤務時間（%1）の中で指定してください。"_s,
                                         u"The hours must lie within the regular hours (%1)."_s},
                                        {hoursText(regular)})));
        return;
    }
    if (minutes == 0) {
        findings.push_back(
            errorOn("end", {u"休憩時間だけの休暇はありません。"_s, u"The noon break needs no leave."_s}));
        return;
    }
    const LeaveUnits units = unitsOf(span, numbers);
    const std::vector<Stretch> duty = hoursOfDuty(dutyCalendar(context, numbers).on(span.from));
    const std::vector<Stretch> own = span.absence(span.from, numbers);
    if (units.days && (minutes >= minutesOf(regular) || (!duty.empty() && without(duty, own).empty()))) {
        findings.push_back(errorOn("unit",
                                   {u"1日を通しての休暇は、単位を「1日」にしてください。"_s,
                                    u"For the whole day, please choose the unit “day”."_s}));
        return;
    }
    if (units.step <= 0 || minutes % units.step == 0)
        return;
    // A residue below one unit may be used when all the rest is used at once (domain.md 2.1 `al_residue_use`).
    const auto balances = annualBalances(span, context, numbers);
    if (numbers.flag("leave.annual.residue_use", span.from) && balances.size() == 1 && balances.front().left().zero())
        return;
    findings.push_back(
        errorOn("end",
                fill({u"%1単位で指定してください（いまは %2）。"_s, u"Please choose hours in units of %1 (now %2)."_s},
                     {spanText(units.step), spanText(minutes)})));
}

/// A paper that is needed is attached or promised, for only what is promised is awaited (domain.md 2.4 "Ev.", 2.6).
void checkEvidence(const LeaveSpan &span, bool later, const FormContext &context, const Numbers &numbers,
                   LeaveFindings &findings)
{
    const auto evidence = evidenceNeeded(span, context, numbers);
    if (!evidence)
        return;
    if (later) {
        findings.push_back(warningOn(
            "evidence_later",
            fill({u"証明書類（%1）は %2までに提出してください。"_s, u"The evidence (%1) is to follow by %2."_s},
                 {evidence->paper, dayText(evidenceDueBy(span.from, numberOn(numbers)))}),
            leaveSource(span)));
        return;
    }
    const Bilingual pattern = evidence->when == Evidence::When::First
        ? Bilingual{u"初めてのときは証明書類（%1）が必要です。添付するか、「証明書類は後日提出」にしてください。"_s,
                    u"The first time, evidence (%1) is needed. Please attach it, or mark it as to follow."_s}
        : Bilingual{u"証明書類（%1）が必要です。添付するか、「証明書類は後日提出」にしてください。"_s,
                    u"Evidence (%1) is needed. Please attach it, or mark it as to follow."_s};
    findings.push_back(errorOn("evidence_later", fill(pattern, {evidence->paper}), leaveSource(span)));
}

/// What the balance is short of keeps a request back only where the balance is known.
void checkBalance(const LeaveSpan &span, const FormContext &context, const Numbers &numbers, LeaveFindings &findings)
{
    for (const AnnualBalance &balance : annualBalances(span, context, numbers)) {
        if (!balance.left().negative())
            continue;
        const Bilingual lacking = balance.left().text();
        if (balance.stock.known) {
            findings.push_back(errorOn(
                "until",
                fill({u"年次有給休暇が %1 足りません（残り %2）。"_s, u"Annual leave falls short by %1 (left: %2)."_s},
                     {lacking, balance.stock.left().text()}),
                leaveSource(span)));
            continue;
        }
        findings.push_back(warningOn(
            "",
            fill({u"年次有給休暇が %1 足りません（付与 %2日）。繰越しを確かめてください。"_s,
                  u"Annual leave falls short by %1 (granted: %2 days). Please check what was carried over."_s},
                 {lacking, same(QString::number(balance.stock.grantDays))}),
            leaveSource(span)));
    }
}

void checkSickRun(const LeaveSpan &span, const FormContext &context, const Numbers &numbers, LeaveFindings &findings)
{
    const auto run = sickRunOf(span, context, numbers);
    if (!run)
        return;
    const qint64 limit = sickLimit(span, numbers);
    if (run->total() <= limit)
        return;
    const QDate last = run->lastWithin(limit, span.from);
    const Bilingual pattern = run->before == 0 ? Bilingual{u"病気休暇は引き続き %1日まで（%4まで）です。"_s,
                                                           u"Sick leave lasts at most %1 days in a row (until %4)."_s}
        : last < span.from
        ? Bilingual{u"病気休暇は引き続き %1日までで、すでに %2日になっています（%3から）。"_s,
                    u"Sick leave lasts at most %1 days in a row, and %2 days are used already (since %3)."_s}
        : Bilingual{u"病気休暇は引き続き %1日までです。すでに %2日になっているので、%4まで取れます（%3から）。"_s,
                    u"Sick leave lasts at most %1 days in a row; after %2 days it can be taken until %4 (since %3)."_s};
    findings.push_back(errorOn(
        "until",
        fill(pattern,
             {same(QString::number(limit)), same(QString::number(run->before)), dayText(run->since), dayText(last)}),
        leaveSource(span)));
}

/// A whole day is the whole of what an exchange left of it; what that is, whoever asks has to be told.
std::optional<Finding> restFinding(const LeaveSpan &span, const QDate &day, const std::vector<Stretch> &own,
                                   const std::vector<Stretch> &duty)
{
    if (span.unit != LeaveUnit::Day || span.calendar() || duty.empty() || own == duty)
        return std::nullopt;
    const Bilingual pattern = span.from != span.until
        ? Bilingual{u"%1は振替等で勤務時間が変わり、%2です。この日は別に申請してください。"_s,
                    u"An exchange left %2 of %1. Please make a request of its own for that day."_s}
        : Bilingual{u"%1の勤務時間は %2です。「振替等で勤務時間が変わった日」に印を付け、"
                    u"その日の勤務時間をこのとおりに入れてください。"_s,
                    u"The hours of %1 are %2. Please mark it as a day changed by an exchange and enter these."_s};
    const char *field = span.from != span.until ? "from" : span.changedDay ? "rest_from" : "changed_day";
    return errorOn(field, fill(pattern, {dayText(day), hoursText(duty)}), leaveSource(span));
}

/// What takes a minute already, and the way out. 部分休業 and 介護時間 are hours of a day on which one works: whoever is away for all of
/// it takes that day out of them first (地方公務員育児休業法 第19条: approved for a part of the day's hours), and keeps the other days.
Bilingual takenText(const QDate &day, const Stretch &part, const LeaveSpan &span, const FormContext &context)
{
    const bool whole = span.unit == LeaveUnit::Day;
    const auto holds = [&](const char *question) {
        return !shared({part}, stretchesOn(day, stretchesIn(context.answer(QLatin1String(question))))).empty();
    };
    const bool partial = holds("partial hours");
    if (!partial && !holds("care hours"))
        return {u"%1の%2には別の休暇があります。その休暇を取り消すか、重ならない日時にしてください。"_s,
                u"There is other leave on %1, %2. Cancel it, or choose other hours."_s};
    const Bilingual kind =
        partial ? Bilingual{u"部分休業"_s, u"partial child care leave"_s} : Bilingual{u"介護時間"_s, u"care time"_s};
    const Bilingual pattern = whole
        ? Bilingual{u"%1の%2は%3です。1日休む日には%3を取らないので、先に%3の案件でこの日だけを取り消してください（一部取消）。"_s,
                    u"On %1, %2 is %3, which is not taken on a day one is away. First take this day alone back from it."_s}
        : Bilingual{u"%1の%2は%3です。重ならない時間にするか、%3の案件でこの日だけを取り消してください（一部取消）。"_s,
                    u"On %1, %2 is %3. Choose other hours, or take this day alone back from it."_s};
    // The day and the hours are filled in by whoever reports it.
    return {QString(pattern.ja).replace(u"%3"_s, kind.ja), QString(pattern.en).replace(u"%3"_s, kind.en)};
}

/// One minute of a duty day holds only one absence, and only a minute of duty does (domain.md 2.6). What runs by the calendar (病気休暇,
/// 忌引) runs over days that an exchange made free as well.
void checkMinutes(const LeaveSpan &span, const FormContext &context, const Numbers &numbers, LeaveFindings &findings)
{
    const auto absent = stretchesIn(context.answer(u"absence"_s));
    const auto compensated = stretchesIn(context.answer(u"compensated"_s));
    const DutyCalendar calendar = dutyCalendar(context, numbers);
    const auto blame = [&](const QDate &day, const Stretch &part, const Bilingual &pattern) {
        findings.push_back(errorOn(span.unit == LeaveUnit::Hours ? "start" : "from",
                                   fill(pattern, {dayText(day), hoursText({part})}), leaveSource(span)));
    };
    for (const QDate &day : span.countedDays(numbers)) {
        if (!span.isDuty(day, numbers))
            continue;
        const std::vector<Stretch> own = span.absence(day, numbers);
        for (const auto *taken : {&absent, &compensated}) {
            if (const auto twice = shared(own, stretchesOn(day, *taken)); !twice.empty()) {
                return blame(day, twice.front(), takenText(day, twice.front(), span, context));
            }
        }
        const std::vector<Stretch> duty = hoursOfDuty(calendar.on(day));
        if (auto rest = restFinding(span, day, own, duty)) {
            findings.push_back(*std::move(rest));
            return;
        }
        if (const auto off = without(own, duty); !off.empty() && !span.calendar()) {
            return blame(day, off.front(),
                         span.changedDay ? Bilingual{u"%1の%2に、振替等で割り振られた勤務時間がありません。"_s,
                                                     u"No hours are allotted by an exchange on %1, %2."_s}
                                         : Bilingual{u"%1の%2は、振替・代休により勤務を要しない時間です。"_s,
                                                     u"On %1, %2 is off by an exchange or a day off in lieu."_s});
        }
    }
}

} // namespace

LeaveUnits unitsOf(const LeaveSpan &span, const Numbers &numbers)
{
    const auto step = [&](const char *key) { return numbers.at(key, span.from); };
    switch (span.kind) {
    case LeaveKind::Annual:
        return {true, numbers.flag("leave.half_day_enabled", span.from), step("leave.annual.hour_unit_minutes")};
    case LeaveKind::Sick: return {true, false, step("leave.sick.unit_minutes")};
    case LeaveKind::Special: return {span.special->days, false, span.special->step};
    case LeaveKind::Care: return {true, false, step("leave.care.unit_minutes")};
    case LeaveKind::CareTime: return {false, false, step("leave.care_time.unit_minutes")};
    case LeaveKind::Partial:
        return span.partial == PartialKind::First ? LeaveUnits{false, false, step("leave.partial.first.unit_minutes")}
                                                  : LeaveUnits{true, false, step("leave.partial.second.unit_minutes")};
    case LeaveKind::Union: return {true, false, step("leave.union.unit_minutes")};
    }
    Q_UNREACHABLE();
}

QString leaveSource(const LeaveSpan &span)
{
    switch (span.kind) {
    case LeaveKind::Annual: return u"人事院規則15-14; 条例準則（年次有給休暇）"_s;
    case LeaveKind::Sick: return u"人事院規則15-14 第21条（病気休暇）"_s;
    case LeaveKind::Special: return u"人事院規則15-14 第22条"_s;
    case LeaveKind::Care: return u"条例準則（介護休暇）; 勤務時間法第20条"_s;
    case LeaveKind::CareTime: return u"条例準則（介護時間）"_s;
    case LeaveKind::Partial: return u"地方公務員育児休業法第19条; 条例準則（部分休業）"_s;
    case LeaveKind::Union: return u"条例準則（組合休暇）"_s;
    }
    Q_UNREACHABLE();
}

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
    if (auto hours = ownHoursFinding(span->ownMinutes, span->from, context, numbers)) {
        findings.push_back(*std::move(hours)); // nothing can be said of others
    } else {
        checkHours(*span, context, numbers, findings);
        checkMinutes(*span, context, numbers, findings);
    }
    checkBalance(*span, context, numbers, findings);
    checkSickRun(*span, context, numbers, findings);
    if (span->special)
        checkSpecial(*span, fields, context, numbers, findings);
    checkLimits(*span, context, numbers, findings);
    checkCare(*span, fields, context, numbers, findings);
    checkEvidence(*span, fields.flag("evidence_later"), context, numbers, findings);
    return findings;
}

} // namespace kessai
