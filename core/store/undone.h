// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/presence.h"

namespace kessai {

/// Whether somebody could act on what waits at a seat of a step if `reader` had not changed the office of a file since the case was filed
/// (core/cases/reroute.h). Within a transaction, of which nothing is left.
Result<bool> attendedBefore(Database &database, NotaryRows &rows, const LockedCase &file, AssignmentRef seat,
                            StaffId reader, const QDate &today);

} // namespace kessai
