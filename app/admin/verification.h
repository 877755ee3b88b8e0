// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/console.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/databaseurl.h"

namespace kessai {

/// What replaying all of an office came to.
struct VerifiedOffice final {
    int cases = 0;
    int damaged = 0; ///< cases, payments and meetings that do not prove themselves
};

/// Replays everything as the command `verify` does and says what it found, unless that is to be told otherwise; for whoever owns the database.
Result<VerifiedOffice> verifyOffice(const DatabaseUrl &url, Console &console, const Clock &clock, bool quietly);

} // namespace kessai
