// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/officeacts.h"
#include "core/store/reader.h"

namespace kessai {

/// A page of who changed what of the office; AccessDenied for all but administrators, auditors and whoever owns the database.
Result<std::vector<OfficeAct>> readOfficeActs(const Reader &reader, const OfficeActsWanted &wanted);

} // namespace kessai
