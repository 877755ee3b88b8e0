// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/budgetfile.h"
#include "core/ports/officestore.h"
#include "core/store/reader.h"

namespace kessai {

/// Enters lines of the budget and what they get within the caller's transaction, as of a new office revision, and answers what was new. Invalid
/// where something is none, AlreadyExists where nothing is new, refused as OverBudget where a line were left with less than cases have
/// taken. The door `import_budget` says the same.
Result<BudgetDiff> writeBudget(const Reader &owner, const Configuration &configuration, const BudgetImport &import,
                               const QString &madeBy);

} // namespace kessai
