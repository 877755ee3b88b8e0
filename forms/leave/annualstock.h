// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/cases/posting.h"
#include "core/office/office.h"
#include "forms/leave/leavebalance.h"

namespace kessai {

/// What somebody's ledgers of annual leave hold, entry by entry. An opening is what they had on its day besides the grant of that
/// leave year (carried over, less what they had taken already); what was taken before that day counts no more.
struct AnnualEntries final {
    std::vector<LedgerEntry> minutes;
    std::vector<LedgerEntry> halfDays;
    std::vector<LedgerEntry> openingMinutes;
    std::vector<LedgerEntry> openingHalfDays;
};

/// The annual leave of one leave year.
struct AnnualStock final {
    QDate yearStart;
    qint64 dayMinutes;
    qint64 grantDays;
    LeaveAmount granted;
    LeaveAmount carried;
    LeaveAmount taken; ///< used and reserved
    bool known; ///< from an opening or from the day of appointment on; otherwise nothing is known to be carried over

    LeaveAmount left() const { return granted + carried - taken; }
    /// What is left of the part that was carried over, in the order of use that is in force.
    LeaveAmount carriedLeft(const Numbers &numbers) const;
};

/// What of a year's leave goes over into the next: at most so many days, a fraction of a day as the office keeps it.
LeaveAmount carriedOver(const AnnualStock &year, const Numbers &numbers);

/// The stock of the leave year that begins on a day, folded from the newest opening before its end, or from the appointment. Whose hours
/// of a day changed has an opening from that day on, for what was taken before was counted by the old ones.
AnnualStock annualStock(const QDate &yearStart, const WorkTerms &terms, const AnnualEntries &entries,
                        const Numbers &numbers);

/// Half days of leave taken by whole and half days in the leave year; hours do not count towards the five days of 労基法39条7項.
qint64 halfDaysTaken(const QDate &yearStart, const WorkTerms &terms, const AnnualEntries &entries,
                     const Numbers &numbers);

} // namespace kessai
