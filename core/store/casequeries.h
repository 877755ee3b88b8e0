// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/casestore.h"
#include "core/store/reader.h"

namespace kessai {

/// The poll: one cheap row.
Result<Pulse> readPulse(const Reader &reader);

/// How many columns `rowColumns` has; what a list adds stands after them.
inline constexpr int kRowColumns = 20;

/// A row as the columns `rowColumns` have it.
CaseRow readRow(const Query &rows);

/// One page of a list.
Result<ListPage> readList(const Reader &reader, const ListQuery &query);

/// Case ids in order, for verification.
Result<std::vector<CaseId>> readCaseIds(const Reader &reader, std::optional<CaseId> after, int limit);

/// Everything about one case; NotFound also where the reader may not see it. Rows that cannot be read as what they should be do
/// not make it fail: the record then does not prove itself, and says so in `Projection::fault`.
Result<CaseRecord> readCase(const Reader &reader, CaseId id);

} // namespace kessai
