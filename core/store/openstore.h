// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/store.h"
#include "core/store/databaseurl.h"

namespace kessai {

/// Opens an office's database and signs in; the one way the rest of the program gets a store. Blocks; the store belongs to the
/// calling thread. `clock` must outlive it.
///
/// SQLite: `person` is who to be (UnknownStaff when they are not in the office today); none = the owner, who reads everything
/// and writes nothing, for choosing a person and for `kessai-admin verify`. PostgreSQL: the address carries the credentials
/// (DatabaseUrl::withCredentials), and the login decides who one is. DatabaseTooOld and ClientTooOld where the schemas do not fit.
Result<std::unique_ptr<Store>> openStore(const DatabaseUrl &url, std::optional<StaffId> person, const Clock &clock);

} // namespace kessai
