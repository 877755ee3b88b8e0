// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/posting.h"

#include <optional>
#include <vector>

namespace kessai {

/// Sums over postings. Ledgers are views: nothing is copied into a balance that could disagree (design.md "Forms").
class LedgerStore {
public:
    virtual ~LedgerStore() = default;
    /// Answers in the order of the questions, sums and, where they are wanted, the entries; leaving out the postings of `except` (the case being looked at).
    virtual Result<std::vector<LedgerAnswer>> sums(const std::vector<LedgerQuery> &questions,
                                                   std::optional<CaseId> except) = 0;
};

} // namespace kessai
