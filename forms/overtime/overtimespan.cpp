// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime/overtimespan.h"

#include "forms/support/fields.h"

#include <algorithm>

namespace kessai {

namespace {

enum class Bucket { Overtime, Holiday, Regular };

/// A stretch of one kind of work; `offset` is the day after the span's own.
struct Piece {
    int offset;
    Bucket bucket;
    Stretch hours;
    qint64 minutes; ///< after breaks
};

/// The part of the span that lies on its own day (0) or the following one (1), in that day's minutes.
Stretch onDay(const OvertimeSpan &span, int offset)
{
    const qint64 shift = offset * kMinutesOfDay;
    return common({span.hours.from - shift, span.hours.until - shift}, {0, kMinutesOfDay});
}

std::vector<Piece> piecesOf(const OvertimeSpan &span, const Numbers &numbers)
{
    std::vector<Piece> pieces;
    for (int offset = 0; offset <= 1; ++offset) {
        const QDate day = span.day.addDays(offset);
        const Stretch worked = onDay(span, offset);
        const DayKind kind = numbers.holidays().kind(day);
        const Bucket inHours = kind == DayKind::Holiday ? Bucket::Holiday
            : kind == DayKind::Duty                     ? Bucket::Regular
                                                        : Bucket::Overtime;
        const Shift shift = Shift::on(day, numbers);
        // The day in five stretches: before, morning, noon, afternoon, evening.
        const std::pair<Stretch, Bucket> parts[] = {
            {{0, shift.morning.from}, Bucket::Overtime},
            {shift.morning, inHours},
            {{shift.morning.until, shift.afternoon.from}, Bucket::Overtime},
            {shift.afternoon, inHours},
            {{shift.afternoon.until, kMinutesOfDay}, Bucket::Overtime},
        };
        for (const auto &[hours, bucket] : parts) {
            const Stretch piece = common(worked, hours);
            if (piece.minutes() > 0)
                pieces.push_back({offset, bucket, piece, piece.minutes()});
        }
    }
    return pieces;
}

void takeBreak(std::vector<Piece> &pieces, const OvertimeSpan &span, const Numbers &numbers)
{
    qint64 left = span.rest;
    for (Piece &piece : pieces) {
        const Stretch noon = noonBreak(span.day.addDays(piece.offset), numbers);
        const qint64 taken = std::min(left, common(piece.hours, noon).minutes());
        piece.minutes -= taken;
        left -= taken;
    }
    while (left > 0) {
        const auto longest = std::max_element(pieces.begin(), pieces.end(),
                                              [](const Piece &a, const Piece &b) { return a.minutes < b.minutes; });
        if (longest == pieces.end() || longest->minutes == 0)
            return;
        const qint64 taken = std::min(left, longest->minutes);
        longest->minutes -= taken;
        left -= taken;
    }
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

std::vector<OvertimePart> overtimeParts(const OvertimeSpan &span, const Numbers &numbers)
{
    std::vector<Piece> pieces = piecesOf(span, numbers);
    takeBreak(pieces, span, numbers);

    std::vector<OvertimePart> parts;
    for (const Piece &piece : pieces) {
        const QDate day = span.day.addDays(piece.offset);
        if (parts.empty() || parts.back().day != day)
            parts.push_back({day, numbers.holidays().kind(day), 0, 0, 0});
        switch (piece.bucket) {
        case Bucket::Overtime: parts.back().overtime += piece.minutes; break;
        case Bucket::Holiday: parts.back().holiday += piece.minutes; break;
        case Bucket::Regular: parts.back().regular += piece.minutes; break;
        }
    }
    return parts;
}

Stretch noonBreak(const QDate &day, const Numbers &numbers)
{
    return {numbers.at("overtime.off_day_break_from", day), numbers.at("overtime.off_day_break_until", day)};
}

qint64 noonOverlap(const OvertimeSpan &span, const Numbers &numbers)
{
    qint64 overlap = 0;
    for (int offset = 0; offset <= 1; ++offset) {
        const QDate day = span.day.addDays(offset);
        if (!numbers.holidays().isDuty(day))
            overlap += common(onDay(span, offset), noonBreak(day, numbers)).minutes();
    }
    return overlap;
}

} // namespace kessai
