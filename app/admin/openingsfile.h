// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/office/office.h"
#include "core/store/openings.h"

#include <QStringList>

namespace kessai {

inline constexpr qsizetype kMostOpeningsBytes = 8 * 1024 * 1024;

/// What one line of the file says: annual leave somebody had on a day besides the grant of that leave year.
struct LeaveOpening final {
    StaffId staff;
    QDate day;
    qint64 days;
    qint64 minutes;
    qint64 halfDays;
    friend bool operator==(const LeaveOpening &, const LeaveOpening &) = default;
};

/// The file as it was understood.
struct OpeningsFile final {
    std::vector<LeaveOpening> rows;
    QStringList problems; ///< a sentence for every line that is not as it should be; nothing is imported then
};

/// Reads "職員番号,日数,分,半日数,基準日" below one heading, as CP932 or UTF-8, full-width figures too: staff number, days, minutes, half
/// days, day ("2027-01-01" or "2027/1/1"). Numbers may be negative: somebody who had taken more than was carried over.
OpeningsFile readOpenings(const QByteArray &file, const Office &office, const Numbers &numbers);

/// What they put into the ledgers.
std::vector<LedgerOpening> ledgerOpenings(const std::vector<LeaveOpening> &rows, const Numbers &numbers);

} // namespace kessai
