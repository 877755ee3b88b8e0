// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/officestore.h"
#include "core/services/personwork.h"

namespace kessai {

/// How many days ahead the end of somebody's time off is worth saying.
inline constexpr int kExpiringDays = 30;

/// Time off somebody has earned and has to take soon; what was asked for and still waits counts as taken.
struct ExpiringTimeOff final {
    StaffId staff;
    QDate last; ///< day on which it may be taken
    qint64 minutes;
    friend bool operator==(const ExpiringTimeOff &, const ExpiringTimeOff &) = default;
};

/// What personnel have to see to in time, as of a day. The other day of 振替 and 代休 is named by the order itself, so of these
/// nothing is left open that could expire.
struct WorkWatch final {
    std::vector<AwaitedEvidence> overdue; ///< papers whose last day is over
    std::vector<ExpiringTimeOff> timeOff;
};

/// The first days of the months whose time off has its last day within `kExpiringDays` of a day, that day counted.
std::vector<QDate> expiringMonths(const QDate &today, const NumberOn &numbers);
/// Those who can have earned time off in a month, by upper bounds: whoever worked beyond the 60th hour and, as duty beyond a week counts
/// too, was given more duty in this month or, for a week that began in it, the month before.
std::vector<StaffId> mayHaveEarned(const QDate &month, const std::vector<WorkSum> &sums, const NumberOn &numbers);
/// What is left to take of a month's time off by somebody's postings around it; none where nothing is.
std::optional<ExpiringTimeOff> expiringFor(StaffId who, const QDate &month, const std::vector<WorkPosting> &postings,
                                           const OfficeHistory &office, const Parameters &parameters);

/// Reads all of it; for those who read everybody's working time.
Result<WorkWatch> readWorkWatch(LedgerStore &ledgers, const Configuration &configuration, const QDate &today);

} // namespace kessai
