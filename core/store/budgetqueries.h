// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/budgetstore.h"
#include "core/store/reader.h"

namespace kessai {

/// The lines of the budget as they were read last. They are many and seldom change, so that what says whether they have is read first.
struct BudgetShelf final {
    struct Mark {
        qint64 rows = 0;
        qint64 added = 0;   ///< the newest revision in which one was
        qint64 removed = 0; ///< likewise
        friend bool operator==(const Mark &, const Mark &) = default;
    };
    Mark mark;
    BudgetBook book;

    /// Reads the lines again where the mark has moved.
    Result<> refresh(Database &database, const Mark &now);
};

// See BudgetStore; AccessDenied to whom it is not theirs to read.
Result<std::vector<LineBalance>> readBalances(const Reader &reader, FiscalYear year);
Result<std::vector<BudgetCase>> readBudgetCases(const Reader &reader, const QString &account);
Result<std::vector<BudgetOrder>> readBudgetOrders(const Reader &reader, const QStringList &accounts, const QDate &from,
                                                  const QDate &until);
Result<std::vector<ChargedCommitment>> readCommitmentsInCharge(const Reader &reader);
Result<std::vector<BudgetEntry>> readBudgetEntries(const Reader &reader, FiscalYear year);

void bindBudgetLine(Query &insert, const BudgetLine &line);
void bindBudgetEntry(Query &insert, const BudgetEntry &entry);

} // namespace kessai
