// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/overtimespan.h"

#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The noon break of the span's own day (0) or the following one (1), in minutes of the span.
Stretch noonOf(const OvertimeSpan &span, int offset, const Numbers &numbers)
{
    const Stretch noon = noonBreak(span.day.addDays(offset), numbers);
    return {noon.from + offset * kMinutesOfDay, noon.until + offset * kMinutesOfDay};
}

} // namespace

std::optional<OvertimeSpan> OvertimeSpan::read(const QJsonObject &json)
{
    const Fields fields(json);
    const auto day = fields.day("day");
    const auto start = fields.number("start", 0, kMinutesOfDay - 1);
    const auto end = fields.number("end", 0, 2 * kMinutesOfDay);
    const auto rest = fields.number("break", 0, 2 * kMinutesOfDay);
    if (!day || !isPlausible(*day) || !start || !end || *end <= *start || rest.value_or(0) >= *end - *start)
        return std::nullopt;
    return OvertimeSpan{*day, {*start, *end}, rest.value_or(0)};
}

std::vector<WorkPiece> OvertimeSpan::work(const Numbers &numbers) const
{
    std::vector<Stretch> parts;
    for (const WorkPiece &piece : workPieces(day, {hours}, numbers)) {
        const qint64 offset = day.daysTo(piece.day) * kMinutesOfDay;
        parts.push_back({piece.hours.from + offset, piece.hours.until + offset});
    }
    qint64 left = rest;
    for (int offset = 0; offset <= 1; ++offset) {
        const Stretch noon = common(hours, noonOf(*this, offset, numbers));
        const Stretch taken{noon.from, noon.from + std::min(left, noon.minutes())};
        parts = without(parts, {taken});
        left -= taken.minutes();
    }
    while (left > 0) {
        const Stretch longest = *std::max_element(
            parts.begin(), parts.end(), [](const Stretch &a, const Stretch &b) { return a.minutes() < b.minutes(); });
        const qint64 taken = std::min(left, longest.minutes());
        const qint64 from = longest.from + (longest.minutes() - taken) / 2;
        parts = without(parts, {{from, from + taken}});
        left -= taken;
    }
    return workPieces(day, parts, numbers);
}

Stretch noonBreak(const QDate &day, const Numbers &numbers)
{
    return {numbers.at("overtime.off_day_break_from", day), numbers.at("overtime.off_day_break_until", day)};
}

qint64 noonOverlap(const OvertimeSpan &span, const Numbers &numbers)
{
    qint64 overlap = 0;
    for (int offset = 0; offset <= 1; ++offset) {
        if (!numbers.holidays().isDuty(span.day.addDays(offset)))
            overlap += common(span.hours, noonOf(span, offset, numbers)).minutes();
    }
    return overlap;
}

QJsonObject workDayFacts(const Fields &fields, const Parameters &parameters)
{
    const auto day = fields.day("day");
    if (!day)
        return {};
    const DayKind kind = parameters.holidays().kind(*day);
    return {{QStringLiteral("weekly_off"), kind == DayKind::WeeklyOff},
            {QStringLiteral("holiday"), kind == DayKind::Holiday}};
}

QStringList titleOfWork(const Fields &fields)
{
    const auto start = fields.number("start", 0, 2 * kMinutesOfDay);
    const auto end = fields.number("end", 0, 2 * kMinutesOfDay);
    QStringList parts;
    if (const auto day = fields.day("day"))
        parts += titleDay(*day);
    if (start && end)
        parts += clockText(*start) + u"〜"_s + clockText(*end);
    return parts;
}

LateWording orderLateWording()
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

std::vector<Finding> spanFindings(const Fields &fields)
{
    std::vector<Finding> findings;
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
    return findings;
}

std::vector<Finding> breakFindings(const OvertimeSpan &span, const Numbers &numbers)
{
    const QString source = u"時間外勤務実施要領; 勤務時間条例準則（休憩時間）"_s;
    if (numbers.holidays().isDuty(span.day))
        return {};
    if (span.rest < noonOverlap(span, numbers)) {
        const Stretch hours = noonBreak(span.day, numbers);
        return {warningOn("break",
                          fill({u"昼の休憩（%1〜%2）が含まれています。休憩の時間を入れてください。"_s,
                                u"The noon break (%1–%2) lies inside. Please enter the break."_s},
                               {same(clockText(hours.from)), same(clockText(hours.until))}),
                          source)};
    }
    for (const auto &[over, least] : {std::pair("overtime.long_break_over_minutes", "overtime.long_break_minutes"),
                                      std::pair("overtime.break_over_minutes", "overtime.break_minutes")}) {
        const qint64 needed = numbers.at(least, span.day);
        if (span.minutes() <= numbers.at(over, span.day) || span.rest >= needed)
            continue;
        return {warningOn("break",
                          fill({u"%1を超える勤務です。%2以上の休憩を入れてください。"_s,
                                u"Work of more than %1 needs a break of at least %2."_s},
                               {spanText(numbers.at(over, span.day)), spanText(needed)}),
                          source)};
    }
    return {};
}

} // namespace kessai
