// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"
#include "core/ports/budgetstore.h"

namespace kessai {

/// A line of the budget as the page shows it.
struct BudgetRow final {
    BudgetLine line;
    QString section; ///< in charge of it, by name
    BudgetBalance balance;
    friend bool operator==(const BudgetRow &, const BudgetRow &) = default;
};

/// The lines of a year in somebody's charge and how they stand (予算差引).
struct BudgetSheet final {
    FiscalYear year{0};
    std::vector<FiscalYear> years; ///< there are lines of, and the current one; newest first
    std::vector<BudgetRow> rows;   ///< by code
    bool runningCounts = true;     ///< whether what runs counts against what is left
    friend bool operator==(const BudgetSheet &, const BudgetSheet &) = default;
};

/// Puts the lines of a book together with their balances; a balance without a line is left out.
BudgetSheet makeBudgetSheet(FiscalYear year, const BudgetBook &book, const Office &office,
                            const std::vector<LineBalance> &balances, bool runningCounts);

/// What importing a file would change, or why it cannot be.
struct BudgetPreview final {
    BudgetImport import;
    BudgetDiff diff;
    std::vector<BudgetProblem> problems; ///< of the file, or of what it says held to what is there
    bool importable() const { return problems.empty() && !diff.empty(); }
};

} // namespace kessai
