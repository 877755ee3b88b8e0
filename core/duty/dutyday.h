// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/office/office.h"

#include <functional>
#include <vector>

namespace kessai {

/// Minutes from one midnight to the next; a time may go on to the end of the following day.
inline constexpr qint64 kMinutesOfDay = 24 * 60;

/// A stretch of time on one day, in minutes from its midnight; `until` is exclusive.
struct Stretch final {
    qint64 from;
    qint64 until;
    qint64 minutes() const { return until > from ? until - from : 0; }
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

/// What two stretches share; empty (zero minutes) where they do not meet.
Stretch common(const Stretch &a, const Stretch &b);

/// What a day is for one person, after exchanges and changes of the hours: its kind and the hours allotted to it, in order. A
/// 週休日 has none; on a 休日 they are allotted but excused (domain.md 1.1).
struct DutyDay final {
    DayKind kind = DayKind::WeeklyOff;
    std::vector<Stretch> hours{};

    /// How many of the allotted minutes a stretch of the day covers.
    qint64 within(const Stretch &stretch) const;
    qint64 minutes() const { return within({0, kMinutesOfDay}); }
    friend bool operator==(const DutyDay &, const DutyDay &) = default;
};

/// Every day of one person.
using DutyDays = std::function<DutyDay(const QDate &)>;

/// A number of the office by its key on a day ("overtime.rate_weekday"); whoever has the parameters gives it.
using NumberOn = std::function<qint64(const char *key, const QDate &day)>;

/// What one person's work is measured by on a day: it may change within a month.
using TermsOn = std::function<WorkTerms(const QDate &day)>;

} // namespace kessai
