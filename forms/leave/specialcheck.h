// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/leave/leavecheck.h"
#include "forms/support/fields.h"

namespace kessai {

/// When a special leave may be taken, and for how long by relation (domain.md 2.3, 2.4).
void checkSpecial(const LeaveSpan &span, const Fields &fields, const FormContext &context, const Numbers &numbers,
                  LeaveFindings &findings);

/// The plain limits, of special and of other leave: a year, an event, a request.
void checkLimits(const LeaveSpan &span, const FormContext &context, const Numbers &numbers, LeaveFindings &findings);

/// Days of 忌引 for the relation, the household and the way that are filled in; none where no relation of the table is.
std::optional<qint64> bereavementDays(const Fields &fields, const QDate &day, const Numbers &numbers);

} // namespace kessai
