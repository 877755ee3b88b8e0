// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime_result/resultcheck.h"

#include "forms/support/fields.h"
#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using Found = std::vector<Finding>;

void checkDay(const QDate &day, const QDate &today, const Numbers &numbers, Found &findings)
{
    if (day > today) {
        findings.push_back(errorOn("day",
                                   {u"これからの勤務です。実績は勤務した後に出してください。"_s,
                                    u"This work is still to come. Report it when it is done."_s}));
    } else if (day.daysTo(today) > numbers.at("filing.window_days", today)) {
        findings.push_back(errorOn("day",
                                   {u"今日から離れすぎた日です。年月日を確かめてください。"_s,
                                    u"This day is too far from today. Please check the date."_s}));
    }
}

/// Stretches that are there but are none, or do not follow each other.
void checkStretches(const Fields &fields, Found &findings)
{
    qint64 before = 0;
    for (const ResultFields &one : kResultFields) {
        const auto start = fields.number(one.start, 0, 2 * kMinutesOfDay);
        const auto end = fields.number(one.end, 0, 2 * kMinutesOfDay);
        const bool first = one.start == kResultFields.front().start;
        if (!first && start.has_value() != end.has_value()) {
            findings.push_back(
                errorOn(start ? one.end : one.start,
                        {u"開始と終了の両方を入れてください。"_s, u"Please enter both start and end."_s}));
        }
        if (!start || !end)
            continue;
        if (first && *start >= kMinutesOfDay) {
            findings.push_back(
                errorOn(one.start,
                        {u"開始は 23:59 までの時刻にしてください。翌日からの勤務は、その日の実績にします。"_s,
                         u"The start must be before midnight. Work that begins on the next day is "
                         u"reported for that day."_s}));
        } else if (*start < before) {
            findings.push_back(errorOn(one.start,
                                       {u"前の時間帯の終了より後にしてください。"_s,
                                        u"This must not begin before the stretch before it has ended."_s}));
        }
        if (*end <= *start) {
            findings.push_back(errorOn(one.end,
                                       {u"開始より後にしてください。翌日は 25:30 のように書きます。"_s,
                                        u"The end must be after the start. Past midnight, write 25:30."_s}));
        }
        before = *end;
    }
}

/// One result a day; what goes on past midnight does not meet that of the next day either.
void checkReported(const OvertimeResult &result, const ResultDays &days, const Numbers &numbers, Found &findings)
{
    if (const auto other = days.reportedForDay(result.day); !other.empty()) {
        findings.push_back(errorOn(
            "day",
            fill({u"%1の実績（%2）は、すでに提出されています。直すときは、その実績を引き戻すか取り消してください。"_s,
                  u"%1 is reported already (%2). To change it, withdraw or cancel that report."_s},
                 {dayText(result.day), hoursText(other)})));
        return;
    }
    for (const WorkPiece &piece : result.pieces(numbers)) {
        const auto twice = shared({piece.hours}, days.reported(piece.day));
        if (twice.empty())
            continue;
        findings.push_back(errorOn(
            piece.day == result.day ? "start" : "end",
            fill({u"%1の %2は、ほかの日の実績と重なっています。"_s, u"On %1, %2 is part of another day's report."_s},
                 {dayText(piece.day), hoursText(twice)})));
        return;
    }
}

/// Breaks may be taken at other times than the order supposes, so short gaps of it count as ordered, but never more in all than
/// the order says.
std::vector<Stretch> withBreaks(const std::vector<Stretch> &ordered, qint64 longestBreak)
{
    std::vector<Stretch> joined;
    for (const Stretch &stretch : ordered) {
        if (!joined.empty() && stretch.from - joined.back().until <= longestBreak)
            joined.back().until = stretch.until;
        else
            joined.push_back(stretch);
    }
    return joined;
}

void checkOrdered(const OvertimeResult &result, const ResultDays &days, const Numbers &numbers, Found &findings)
{
    const QString source = u"時間外勤務命令取扱規程（命令の範囲）"_s;
    const qint64 longestBreak = numbers.at("overtime.long_break_minutes", result.day);
    for (const QDate &day : {result.day, result.day.addDays(1)}) {
        std::vector<Stretch> worked;
        for (const WorkPiece &piece : result.pieces(numbers)) {
            if (piece.day == day)
                worked.push_back(piece.hours);
        }
        const auto ordered = days.ordered(day);
        const auto without = kessai::without(worked, withBreaks(ordered, longestBreak));
        if (without.empty() && kessai::minutesOf(worked) <= kessai::minutesOf(ordered))
            continue;
        if (ordered.empty()) {
            const bool waits = !days.asked(day).empty();
            findings.push_back(errorOn(
                "ordered",
                fill(waits
                         ? Bilingual{u"%1の命令は、まだ決裁されていません。決裁の後に実績を出してください。"_s,
                                     u"The order of %1 is not decided yet. Report the work after that."_s}
                         : Bilingual{u"%1の時間外勤務は命令されていません。先に命令（事後申請）を申請してください。"_s,
                                     u"Nothing is ordered for %1. Please file an order after the fact first."_s},
                     {dayText(day)}),
                source));
        } else if (without.empty()) {
            findings.push_back(errorOn(
                "ordered",
                fill({u"%1の実績（%2）が、命令された時間（%3）より長くなっています。追加の命令を申請してください。"_s,
                      u"%2 are reported for %1, but only %3 were ordered. Please file a further order."_s},
                     {dayText(day), spanText(kessai::minutesOf(worked)), spanText(kessai::minutesOf(ordered))}),
                source));
        } else {
            findings.push_back(errorOn("ordered",
                                       fill({u"%1の %2は命令されていません。追加の命令を申請してください。"_s,
                                             u"On %1, %2 was not ordered. Please file a further order."_s},
                                            {dayText(day), hoursText(without)}),
                                       source));
        }
        return;
    }
}

void checkRecord(const QJsonObject &json, const OvertimeResult &result, const DutyCalendar &calendar,
                 const Numbers &numbers, Found &findings)
{
    const auto gap = recordGap(json, result, calendar);
    if (!gap || *gap <= numbers.at("overtime.log_gap_minutes", result.day)
        || !Fields(json).prose("gap_reason").isEmpty())
        return;
    findings.push_back(errorOn(
        "gap_reason",
        fill({u"記録との差が %1あります。理由を書いてください。"_s, u"The record differs by %1. Please say why."_s},
             {spanText(*gap)}),
        u"労働時間の適正な把握のためのガイドライン; 時間外勤務命令取扱規程"_s));
}

} // namespace

std::optional<qint64> recordGap(const QJsonObject &json, const OvertimeResult &result, const DutyCalendar &calendar)
{
    const Fields fields(json);
    const auto from = fields.number("log_from", 0, 2 * kMinutesOfDay);
    const auto until = fields.number("log_until", 0, 2 * kMinutesOfDay);
    const DutyDay duty = calendar.on(result.day);
    const bool there = duty.kind == DayKind::Duty && !duty.hours.empty();
    const qint64 start = result.work.front().from;
    const qint64 end = result.work.back().until;
    std::optional<qint64> gap;
    if (from && (!there || start < duty.hours.front().from))
        gap = qAbs(*from - start);
    if (until && (!there || end > duty.hours.back().until))
        gap = std::max(gap.value_or(0), qAbs(*until - end));
    return gap;
}

std::vector<Finding> checkResult(const QJsonObject &json, const FormContext &context, const Numbers &numbers)
{
    const Fields fields(json);
    Found findings;
    if (const auto day = fields.day("day"))
        checkDay(*day, context.today, numbers, findings);
    checkStretches(fields, findings);
    const auto result = OvertimeResult::read(json);
    if (!result || !findings.empty())
        return findings;
    const ResultDays days(context, numbers);
    findings = regularHoursFindings(result->day, result->pieces(numbers), days.calendar(), "start", "end");
    checkReported(*result, days, numbers, findings);
    if (findings.empty())
        checkOrdered(*result, days, numbers, findings);
    checkRecord(json, *result, days.calendar(), numbers, findings);
    return findings;
}

} // namespace kessai
