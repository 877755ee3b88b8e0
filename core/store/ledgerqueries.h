// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ledgerstore.h"
#include "core/store/reader.h"

namespace kessai {

/// Answers ledger questions, eight to a round trip, in their order.
Result<std::vector<LedgerAnswer>> readSums(const Reader &reader, const std::vector<LedgerQuery> &questions,
                                           std::optional<CaseId> except);

} // namespace kessai
