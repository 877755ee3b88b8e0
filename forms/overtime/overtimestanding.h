// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/cases/numbers.h"

namespace kessai {

/// The entries `overtimeStanding` needs: what was ordered and worked since the limits of the month look back.
std::vector<LedgerQuery> overtimeStandingQuestions(StaffId who, const QDate &day, const Numbers &numbers);
/// The overtime of the month against each upper limit: of each day what was worked, confirmed or not, else what was ordered.
std::vector<Insight> overtimeStanding(const FormContext &context, const Numbers &numbers);

} // namespace kessai
