// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/openstore.h"

#include "core/store/sqlstore.h"

namespace kessai {

Result<std::unique_ptr<Store>> openStore(const DatabaseUrl &url, std::optional<StaffId> person, const Clock &clock)
{
    auto database = Database::open(url);
    if (!database)
        return database.failure();
    return SqlStore::open(std::move(database).value(), person, clock);
}

} // namespace kessai
