// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/cases/numbers.h"

namespace kessai {

/// The sums `leaveStanding` needs: annual leave as far back as what is carried over comes from, special leave of the leave year.
std::vector<LedgerQuery> leaveStandingQuestions(StaffId who, const QDate &day, const Numbers &numbers);
/// What somebody has left of annual leave, of the part that lapses with the year because no more can be carried over, and of the special leave that has a yearly
/// number of days within a window (夏季).
std::vector<Insight> leaveStanding(const FormContext &context, const Numbers &numbers);

} // namespace kessai
