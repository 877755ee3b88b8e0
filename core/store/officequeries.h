// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/settings.h"
#include "core/store/budgetqueries.h"
#include "core/store/reader.h"

namespace kessai {

/// The office's whole configuration in one answer. Rows come in the order of their ids, always the same.
Result<Configuration> readConfiguration(const Reader &reader);
/// The same, with the lines of the budget from a shelf that keeps them.
Result<Configuration> readConfiguration(const Reader &reader, BudgetShelf &shelf);

/// Who the reader is in the office today; refused as UnknownStaff when they are nobody.
Result<StaffId> readMe(const Reader &reader);

/// What the reader may do besides.
Result<Rights> readRights(const Reader &reader);

/// Who put what administrators set in force, when and why.
Result<std::vector<SettingAct>> readSettingActs(const Reader &reader);
/// What waits for nobody, oldest first; AccessDenied for whoever does not look after it.
Result<std::vector<StrandedStep>> readStranded(const Reader &reader);
/// What the reader registered that makes nobody seem there today who could act on what waits in a case.
Result<OwnRegistrations> readOwnRegistrations(const Reader &reader, CaseId on);

} // namespace kessai
