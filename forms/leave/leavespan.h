// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/posting.h"
#include "forms/leave/specialleave.h"
#include "forms/support/shift.h"

#include <QJsonObject>

namespace kessai {

/// The leave a content asks for: which kind, in which unit, when.
struct LeaveSpan final {
    const SpecialLeave *special; ///< none for annual leave
    LeaveUnit unit;
    QDate from;
    QDate until;   ///< equal to `from` but for whole days
    Stretch hours; ///< of the day, for LeaveUnit::Hours only

    /// The leave a content describes; none where a part is missing, the end lies before the start, or the run is longer than
    /// any leave (so that a slip in a year costs no time).
    static std::optional<LeaveSpan> read(const QJsonObject &fields, const Numbers &numbers);

    bool calendar() const { return special && special->count == SpecialLeave::Count::Calendar; }
    /// The days that count: those with duty, or every day where the kind runs by the calendar.
    std::vector<QDate> countedDays(const Numbers &numbers) const;
    /// Minutes of regular hours the hours of a day cover; the noon break is not leave.
    qint64 regularMinutes(const Numbers &numbers) const;
};

/// What a leave puts into ledgers, account "staff:<id>":
/// - "leave.annual.minutes": whole days at `leave.day_minutes` each, and hours; "leave.annual.half_days": half days, one each,
///   because half of 465 minutes is no whole number and half a day is never converted (domain.md 2.1) – where the parameter
///   `leave.half_day_minutes` names minutes, they go into the minutes instead;
/// - "leave.special.<code>.minutes": counted days at `leave.day_minutes` each, and hours;
/// - "absence.minutes": the regular hours of a duty day that fall away, whatever the kind, so that a minute is taken once.
std::vector<Posting> leavePostings(const LeaveSpan &span, StaffId drafter, const Numbers &numbers);

} // namespace kessai
