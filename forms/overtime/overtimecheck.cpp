// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime/overtimecheck.h"

#include "forms/support/dutyledger.h"
#include "forms/support/fields.h"
#include "forms/support/overtimeforecast.h"
#include "forms/support/overtimespan.h"
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

/// Requests that keep somebody from being ordered to work (domain.md 1.3 rule 6).
void checkRestriction(const QString &restriction, const std::vector<Posting> &own, const FormContext &context,
                      const Numbers &numbers, Findings &findings)
{
    if (restriction == u"maternity"_s) {
        findings.push_back(errorOn("restriction",
                                   {u"妊産婦の請求がある間は、時間外勤務・休日勤務を命令できません。"_s,
                                    u"No overtime can be ordered while a request by reason of maternity holds."_s},
                                   u"労働基準法66条; 人事院規則10-7"_s));
    } else if (restriction == u"exempt"_s) {
        findings.push_back(errorOn("restriction",
                                   {u"育児・介護による免除の請求がある間は、時間外勤務を命令できません。"_s,
                                    u"No overtime can be ordered while an exemption for childcare or care holds."_s},
                                   u"人事院規則10-11; 条例準則（育児・介護を行う職員の時間外勤務の免除）"_s));
    } else if (restriction == u"limited"_s) {
        const NumberOn number = numberOn(numbers);
        const OvertimeMonths months = overtimeMonths(own, context, numbers);
        for (const Posting &posting : own) {
            qint64 year = 0;
            for (const auto &[month, one] : months)
                year += limitYearOf(month, number) == limitYearOf(posting.day, number) ? one.minutes : 0;
            const auto month = months.find(monthOf(posting.day));
            const qint64 monthMost = numbers.at("overtime.care_month_minutes", posting.day);
            const qint64 yearMost = numbers.at("overtime.care_year_minutes", posting.day);
            if ((month == months.end() || month->second.minutes <= monthMost) && year <= yearMost)
                continue;
            findings.push_back(errorOn(
                "restriction",
                fill(
                    {u"育児・介護による制限の請求がある間は、月%1・年%2を超えて命令できません。"_s,
                     u"While a restriction for childcare or care holds, at most %1 a month and %2 a year can be ordered."_s},
                    {spanText(monthMost), spanText(yearMost)}),
                u"人事院規則10-11; 条例準則（育児・介護を行う職員の時間外勤務の制限）"_s));
            return;
        }
    }
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
    for (Finding &finding : regularHoursFindings(span->day, work, dutyCalendar(context, numbers), "start", "end"))
        findings.push_back(std::move(finding));
    for (Finding &finding : breakFindings(*span, numbers))
        findings.push_back(std::move(finding));
    checkOrdered(work, context, findings);
    checkRestriction(fields.code("restriction"), own, context, numbers, findings);
    if (!fields.flag("special_work")) {
        for (Finding &warning : limitWarnings(overtimeForecasts(own, context, numbers), numbers))
            findings.push_back(std::move(warning));
    }
    return findings;
}

} // namespace kessai
