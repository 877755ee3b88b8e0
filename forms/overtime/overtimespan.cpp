// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime/overtimespan.h"

#include "forms/support/fields.h"

#include <algorithm>

namespace kessai {

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

} // namespace kessai
