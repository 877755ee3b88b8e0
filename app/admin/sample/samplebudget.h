// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/budgetfile.h"

namespace kessai {

/// The budget of the sample office (resources/sample/budget.csv) as that of a fiscal year: lines of all its sections, those of the
/// plan's 27 projects among them, and what they have.
BudgetImport makeSampleBudget(const Office &office, FiscalYear year);

} // namespace kessai
