// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/specialright.h"
#include "core/ports/officestore.h"
#include "core/store/reader.h"

namespace kessai {

// The rights of administrators and auditors, for whoever owns the database.

/// All that were ever given, by right and person.
Result<std::vector<SpecialRight>> readSpecialRights(Database &database);

/// Gives or takes a right as a revision of the office, in force from that moment on; nothing where the outcome has a problem, or changes nothing.
/// Within a transaction. Invalid without a reason.
Result<RightsOutcome> changeRights(const Reader &owner, const ChangeRights &change, const QString &madeBy);

} // namespace kessai
