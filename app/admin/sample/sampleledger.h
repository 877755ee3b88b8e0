// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/budget.h"
#include "core/cases/posting.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace kessai {

/// The ledgers of the cases made so far, kept in memory so that filing two thousand requests asks the database nothing.
class SampleLedger final {
public:
    /// What lines of the budget have by entry.
    void enter(const std::vector<BudgetEntry> &entries);
    /// Replaces what a case has posted; the index is the caller's number of the case.
    void set(int caseIndex, CaseId id, const std::vector<Posting> &postings, PostingState state);
    std::vector<LedgerAnswer> answers(const std::vector<LedgerQuery> &questions, int exceptCase) const;

private:
    struct Entry {
        int caseIndex;
        Posting posting;
        PostingState state;
    };
    std::optional<LedgerAnswer> money(const LedgerQuery &question, int exceptCase) const;

    QHash<QString, std::vector<Entry>> m_entries; ///< by ledger and account
    QHash<QString, std::vector<Entry>> m_money;   ///< by account
    QHash<QString, BudgetBalance> m_entered;      ///< by account
};

} // namespace kessai
