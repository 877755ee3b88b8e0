// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime/overtimecheck.h"

#include "forms/support/dutyledger.h"
#include "forms/support/fields.h"
#include "forms/support/overtimeforecast.h"
#include "forms/support/overtimespan.h"
#include "forms/support/restriction.h"
#include "forms/support/timeliness.h"
#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using Findings = std::vector<Finding>;

void checkLength(const OvertimeSpan &span, const Numbers &numbers, Findings &findings)
{
    const qint64 unit = std::max<qint64>(1, numbers.at("overtime.order_unit_minutes", span.day));
    const qint64 least = numbers.at("overtime.order_min_minutes", span.day);
    const qint64 most = numbers.at("overtime.span_max_minutes", span.day);
    if (span.hours.minutes() > most) {
        findings.push_back(errorOn("end",
                                   fill({u"1件の命令は %1までです。日を分けて申請してください。"_s,
                                         u"One order covers at most %1. Please file one for each day."_s},
                                        {spanText(most)})));
    }
    if (span.minutes() < least) {
        findings.push_back(
            errorOn("end", fill({u"命令は %1以上です。"_s, u"An order is for at least %1."_s}, {spanText(least)})));
    }
    if (span.minutes() % unit != 0) {
        findings.push_back(
            errorOn("end", fill({u"命令は %1単位です。"_s, u"Orders are in units of %1."_s}, {spanText(unit)})));
    }
}

/// A further order of the same day (追加命令) is for other hours than those ordered before (domain.md 1.3 rule 3).
void checkOrdered(const std::vector<WorkPiece> &work, const FormContext &context, Findings &findings)
{
    std::vector<LedgerStretch> ordered = stretchesIn(context.answer(orderLedgers().overtime));
    for (const LedgerStretch &holiday : stretchesIn(context.answer(orderLedgers().holiday)))
        ordered.push_back(holiday);
    for (const WorkPiece &piece : work) {
        const auto twice = shared({piece.hours}, stretchesOn(piece.day, ordered));
        if (twice.empty())
            continue;
        findings.push_back(
            errorOn("start",
                    fill({u"%1の %2は、すでに命令（申請中を含む）があります。重ならない時間にしてください。"_s,
                          u"On %1, %2 is already ordered or asked for. Please choose other hours."_s},
                         {dayText(piece.day), hoursText(twice)}),
                    u"時間外勤務命令取扱規程（追加命令）"_s));
        return;
    }
}

/// Leave, asked for or decided, that takes the whole of the day.
void checkDayOfLeave(const QDate &day, const DutyCalendar &calendar, const FormContext &context, Findings &findings)
{
    const std::vector<Stretch> duty = hoursOfDuty(calendar.on(day));
    const auto leave = stretchesOn(day, stretchesIn(context.answer(u"absence"_s)));
    if (duty.empty() || leave.empty() || !without(duty, leave).empty())
        return;
    findings.push_back(warningOn("day",
                                 fill({u"%1は1日の休暇（申請中を含む）です。休暇を取り消すか、日を確かめてください。"_s,
                                       u"%1 is a day of leave, or one is asked for. Cancel it, or check the day."_s},
                                      {dayText(day)})));
}

} // namespace

std::vector<Finding> checkOvertime(const QJsonObject &json, const FormContext &context, const Numbers &numbers)
{
    const Fields fields(json);
    Findings findings;
    if (const auto day = fields.day("day"))
        findings = checkTimeliness(*day, fields.flag("after"), context.today, orderLateWording(), numbers);
    for (Finding &finding : spanFindings(fields))
        findings.push_back(std::move(finding));
    if (fields.code("reason_kind") == u"other"_s && fields.prose("reason").isEmpty()) {
        findings.push_back(errorOn("reason",
                                   {u"理由の区分が「その他」のときは、命令の理由を書いてください。"_s,
                                    u"With the kind of reason “other”, please write the reason."_s}));
    }

    const auto span = OvertimeSpan::read(json);
    if (!span)
        return findings;
    const auto work = span->work(numbers);
    const auto own = workPostings(work, context.drafter, orderLedgers());
    checkLength(*span, numbers, findings);
    const DutyCalendar calendar = dutyCalendar(context, numbers);
    for (Finding &finding : regularHoursFindings(span->day, work, calendar, "start", "end"))
        findings.push_back(std::move(finding));
    checkDayOfLeave(span->day, calendar, context, findings);
    for (Finding &finding : breakFindings(*span, numbers))
        findings.push_back(std::move(finding));
    checkOrdered(work, context, findings);
    for (Finding &finding : restrictionFindings(fields.code("restriction"), own, context, numbers))
        findings.push_back(std::move(finding));
    if (!fields.flag("special_work")) {
        for (Finding &warning : limitWarnings(overtimeForecasts(own, context, numbers), numbers))
            findings.push_back(std::move(warning));
    }
    return findings;
}

} // namespace kessai
