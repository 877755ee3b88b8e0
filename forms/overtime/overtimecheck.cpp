// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime/overtimecheck.h"

#include "forms/overtime/overtimelimit.h"
#include "forms/support/fields.h"
#include "forms/support/timeliness.h"
#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using Findings = std::vector<Finding>;

LateWording overtimeLateWording()
{
    return {"day",
            "filing.window_days",
            "overtime.after_fact_days",
            {u"勤務日を過ぎています。「事後申請」にして、事前に命令できなかった理由を書いてください。"_s,
             u"This day has passed. Mark the order as after the fact and say why it could not be given before."_s},
            {u"これからの勤務です。「事後申請」を外してください。"_s,
             u"This work is still to come. Please clear the mark for after the fact."_s},
            {u"事後の命令の提出期限（%1）を過ぎています。"_s, u"An order after the fact was due by %1."_s}};
}

/// Times that are there but do not make a span.
void checkOrder(const Fields &fields, Findings &findings)
{
    const auto start = fields.number("start", 0, 2 * kMinutesOfDay);
    const auto end = fields.number("end", 0, 2 * kMinutesOfDay);
    const auto rest = fields.number("break", 0, 2 * kMinutesOfDay);
    if (start && *start >= kMinutesOfDay) {
        findings.push_back(
            errorOn("start",
                    {u"開始は 23:59 までの時刻にしてください。翌日からの勤務は、その日の命令にします。"_s,
                     u"The start must be before midnight. Work that begins on the next day is "
                     u"ordered for that day."_s}));
    }
    if (start && end && *end <= *start) {
        findings.push_back(errorOn("end",
                                   {u"開始より後にしてください。翌日は 25:30 のように書きます。"_s,
                                    u"The end must be after the start. Past midnight, write 25:30."_s}));
    } else if (start && end && rest && *rest >= *end - *start) {
        findings.push_back(errorOn(
            "break", {u"休憩が勤務の時間より長くなっています。"_s, u"The break is as long as the work or longer."_s}));
    }
}

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

void checkRegularHours(const std::vector<OvertimePart> &parts, const Numbers &numbers, Findings &findings)
{
    for (size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].regular == 0)
            continue;
        findings.push_back(errorOn(
            i == 0 ? "start" : "end",
            fill({u"%1の正規の勤務時間（%2）と重なっています。"_s, u"This overlaps the regular hours of %1 (%2)."_s},
                 {dayText(parts[i].day), Shift::on(parts[i].day, numbers).text()}),
            u"勤務時間条例準則; 人事院規則15-14"_s));
    }
}

void checkBreak(const OvertimeSpan &span, const Numbers &numbers, Findings &findings)
{
    const QString source = u"時間外勤務実施要領; 勤務時間条例準則（休憩時間）"_s;
    if (numbers.holidays().isDuty(span.day))
        return;
    if (span.rest < noonOverlap(span, numbers)) {
        const Stretch hours = noonBreak(span.day, numbers);
        findings.push_back(warningOn("break",
                                     fill({u"昼の休憩（%1〜%2）が含まれています。休憩の時間を入れてください。"_s,
                                           u"The noon break (%1–%2) lies inside. Please enter the break."_s},
                                          {same(clockText(hours.from)), same(clockText(hours.until))}),
                                     source));
        return;
    }
    for (const auto &[over, least] : {std::pair("overtime.long_break_over_minutes", "overtime.long_break_minutes"),
                                      std::pair("overtime.break_over_minutes", "overtime.break_minutes")}) {
        const qint64 needed = numbers.at(least, span.day);
        if (span.minutes() <= numbers.at(over, span.day) || span.rest >= needed)
            continue;
        findings.push_back(warningOn("break",
                                     fill({u"%1を超える勤務です。%2以上の休憩を入れてください。"_s,
                                           u"Work of more than %1 needs a break of at least %2."_s},
                                          {spanText(numbers.at(over, span.day)), spanText(needed)}),
                                     source));
        return;
    }
}

void checkLimits(const std::vector<OvertimePart> &parts, const FormContext &context, const Numbers &numbers,
                 Findings &findings)
{
    for (const OvertimeForecast &forecast : overtimeForecasts(parts, context, numbers)) {
        if (forecast.allowed() || forecast.added == 0)
            continue;
        const Bilingual month = monthText(forecast.first);
        const Bilingual period = forecast.period == OvertimeForecast::Period::Month
            ? month
            : fill({u"%1からの1年"_s, u"the year from %1"_s}, {month});
        findings.push_back(warningOn("",
                                     fill({u"%1の時間外勤務が上限（%2）を超えます。この命令を含めて %3です。"_s,
                                           u"Overtime in %1 exceeds the limit (%2): %3 with this order."_s},
                                          {period, limitWords(forecast.limit), spanText(forecast.total())}),
                                     u"人事院規則15-14 第16条の2の2; 条例準則（%1）"_s.arg(forecast.limit.rule)));
    }
}

void checkSameDay(const OvertimeSpan &span, const FormContext &context, Findings &findings)
{
    const LedgerAnswer sameDay = context.answer(u"day"_s);
    const qint64 minutes = sameDay.used + sameDay.reserved;
    if (minutes == 0)
        return;
    findings.push_back(warningOn("day",
                                 fill({u"%1には別の時間外勤務（%2）があります。二重の申請でないか確かめてください。"_s,
                                       u"There is other overtime on %1 (%2). Please check that this is no "
                                       u"duplicate."_s},
                                      {dayText(span.day), spanText(minutes)})));
}

} // namespace

std::vector<Finding> checkOvertime(const QJsonObject &json, const FormContext &context, const Numbers &numbers)
{
    const Fields fields(json);
    Findings findings;
    if (const auto day = fields.day("day"))
        findings = checkTimeliness(*day, fields.flag("after"), context.today, overtimeLateWording(), numbers);
    checkOrder(fields, findings);
    if (fields.code("reason_kind") == u"other"_s && fields.prose("reason").isEmpty()) {
        findings.push_back(errorOn("reason",
                                   {u"理由の区分が「その他」のときは、命令の理由を書いてください。"_s,
                                    u"With the kind of reason “other”, please write the reason."_s}));
    }

    const auto span = OvertimeSpan::read(json);
    if (!span)
        return findings;
    const auto parts = overtimeParts(*span, numbers);
    checkLength(*span, numbers, findings);
    checkRegularHours(parts, numbers, findings);
    checkBreak(*span, numbers, findings);
    checkLimits(parts, context, numbers, findings);
    checkSameDay(*span, context, findings);
    return findings;
}

} // namespace kessai
