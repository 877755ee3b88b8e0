// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/exchange.h"
#include "core/duty/rateclasses.h"

namespace kessai {

/// 時間外勤務代休時間 (domain.md 1.6): time off instead of the raised part of the pay for overtime beyond 60 hours of a month. The base
/// part is always paid.

/// The minutes of time off a month has earned: of every class beyond 60 hours its share (a weekday 25/100, a day off 15/100,
/// short-time staff within the hours of a whole day 50/100, at night 75/100, duty beyond a week 25/100), summed before the fraction is dropped.
qint64 compensationEarned(const std::vector<RatedMinutes> &month, const QDate &day, const NumberOn &numbers);

/// The days on which time off for a month may be taken: the two months after it (`compensation.months`).
DayRange compensationWindow(const QDate &month, const NumberOn &numbers);

/// What is left of the time off several months have earned, after what was taken: time off is taken from the oldest month whose
/// days it lies in first, so that nothing lapses earlier than it must.
struct EarnedMonth final {
    QDate month; ///< its first day
    qint64 earned = 0;
    qint64 taken = 0;
    qint64 left() const { return earned - taken; }
    friend bool operator==(const EarnedMonth &, const EarnedMonth &) = default;
};
std::vector<EarnedMonth> drawnFrom(std::vector<EarnedMonth> months, const std::vector<LedgerStretch> &taken,
                                   const NumberOn &numbers);

/// A part of a day that time off may be, filled up with leave: the whole day, or four hours at its begin or end.
enum class TimeOffUnit { Day, FirstHours, LastHours };

/// How the hours of a unit divide: the time off comes first, the leave that fills it up to the unit last.
struct TimeOff final {
    std::vector<Stretch> compensated;
    std::vector<Stretch> leave;
    friend bool operator==(const TimeOff &, const TimeOff &) = default;
};
/// The hours of a unit on a day with these hours; nothing where the day has fewer than a unit.
std::vector<Stretch> unitHours(TimeOffUnit unit, const std::vector<Stretch> &hours, qint64 fourHours);
/// Divides the hours of a unit; the time off lies at the edge of the day (of the last hours: at their end).
TimeOff divided(TimeOffUnit unit, const std::vector<Stretch> &hours, qint64 compensated);

} // namespace kessai
