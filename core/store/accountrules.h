// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/store/query.h"

namespace kessai {

/// Refuses as OverBudget where an account of the budget is left with less than nothing, if everything that runs and takes is decided and
/// nothing that gives; the takings of `id` count in any case.
Result<> checkLeftOver(Database &database, const QString &account, CaseId id, const QDate &today);

} // namespace kessai
