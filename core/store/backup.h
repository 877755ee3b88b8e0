// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/anchor.h"
#include "core/store/database.h"

namespace kessai {

/// What a backup says of itself: a folder with the file `backup.json`, an anchor (`anchor.json`) taken just before, and the office as it
/// was at one moment after it: `office.db`, or `office.dump` for a server's own pg_restore. Only rows are in a dump: what guards them
/// (functions, policies, roles) is made anew by the program that restores it.
struct Backup final {
    Dialect dialect;
    int migration; ///< the newest the office had
    Instant at;
    Anchor anchor;
};

/// Makes a backup in a folder that is not there yet, whole or not at all, while the office goes on working. AlreadyExists for a folder
/// that is there, NotFound where `pg_dump` is not installed; on a server as the owner of the database.
Result<Backup> makeBackup(const DatabaseUrl &url, const QString &folder, const Clock &clock);

/// Reads what a backup says of itself; Invalid where it is none, ClientTooOld where this program is older than it.
Result<Backup> readBackup(const QString &folder);

/// Makes the office of a backup in a database of the same kind that is not there yet, brings it up to date and holds it to the
/// backup's anchor: Damaged where it is not what was backed up. Nothing is left of it when something is wrong. Who signs in is not part
/// of it, for roles belong to the server (`provisionLogins`).
Result<> restoreBackup(const QString &folder, const Backup &backup, const DatabaseUrl &url, const Clock &clock);

} // namespace kessai
