// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "forms/support/shift.h"

#include <QJsonObject>

namespace kessai {

/// The ordered span: a start on `day`, an end that may lie past midnight, a break somewhere inside.
struct OvertimeSpan final {
    QDate day;
    Stretch hours;
    qint64 rest;

    /// The span a content describes; none unless it is a span that can be worked: end after start, break shorter than it.
    static std::optional<OvertimeSpan> read(const QJsonObject &fields);
    qint64 minutes() const { return hours.minutes() - rest; }
};

/// What falls on one calendar day. The day decides the kind of every minute of its own, also after midnight (domain.md 1.5).
struct OvertimePart final {
    QDate day;
    DayKind kind;
    qint64 overtime; ///< 時間外勤務, breaks taken off
    qint64 holiday;  ///< 休日勤務: regular hours of a 休日, breaks taken off
    qint64 regular;  ///< regular duty, which cannot be ordered
    friend bool operator==(const OvertimePart &, const OvertimePart &) = default;
};

/// Splits a span at midnight and by kind. The break lies in the noon break as far as the span covers it; what is left of it is
/// taken from the longest stretches, the earlier one first, because an order names only its length.
std::vector<OvertimePart> overtimeParts(const OvertimeSpan &span, const Numbers &numbers);

/// The noon break of a day off, which is not ordered (domain.md 1.2 `off_day_break`).
Stretch noonBreak(const QDate &day, const Numbers &numbers);
/// How much of the noon break of its days off a span covers.
qint64 noonOverlap(const OvertimeSpan &span, const Numbers &numbers);

} // namespace kessai
