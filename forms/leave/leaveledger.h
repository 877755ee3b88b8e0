// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "forms/leave/leavebalance.h"
#include "forms/leave/leavespan.h"

namespace kessai {

/// What a leave does to the annual leave of one leave year.
struct AnnualBalance final {
    QDate yearStart;
    qint64 grantDays;
    LeaveAmount granted;
    LeaveAmount before; ///< used and reserved by other cases
    LeaveAmount added;

    LeaveAmount left() const { return granted - before - added; }
    friend bool operator==(const AnnualBalance &, const AnnualBalance &) = default;
};

/// What a special leave does to its plain limit: of a year, or of the request alone.
struct SpecialUse final {
    QDate yearStart; ///< invalid for a limit per request
    qint64 dayMinutes;
    qint64 before; ///< minutes
    qint64 added;
    qint64 limit;
    bool extended; ///< the extended limit holds

    qint64 total() const { return before + added; }
    friend bool operator==(const SpecialUse &, const SpecialUse &) = default;
};

/// The sums `annualBalances`, `specialUses` and `absentElsewhere` need.
std::vector<LedgerQuery> leaveQuestions(const LeaveSpan &span, StaffId drafter, const Numbers &numbers);

/// One balance for every leave year an annual leave touches; the grant is the parameter's number of days.
std::vector<AnnualBalance> annualBalances(const LeaveSpan &span, const FormContext &context, const Numbers &numbers);
/// One entry for every limit a special leave counts against; none where it has no plain limit. `extended` says whether the
/// condition for the extended limit is declared.
std::vector<SpecialUse> specialUses(const LeaveSpan &span, bool extended, const FormContext &context,
                                    const Numbers &numbers);
/// Minutes of the span's days already taken by other leave.
qint64 absentElsewhere(const FormContext &context);

/// A limit of a special leave as a parameter ("limit_days"); none where the office has none.
std::optional<qint64> specialNumber(const SpecialLeave &special, const char *name, const QDate &day,
                                    const Numbers &numbers);

} // namespace kessai
