// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/health.h"
#include "core/store/reader.h"

namespace kessai {

/// How the database is doing; AccessDenied for all but administrators and whoever owns it.
Result<OfficeHealth> readHealth(const Reader &reader);

/// How many bytes may still be written to the disk a folder lies on; nothing where there is no such folder.
std::optional<qint64> freeBytes(const QString &folder);

/// What whoever owns the database did to it, or found out about it.
enum class Upkeep {
    Backup,
    Verification, ///< with how much was damaged
    Disk,         ///< with how many bytes are free where the database lies
};
/// Writes down when that was, in place of the time before; AccessDenied where it is not the owner.
Result<> recordUpkeep(Database &owner, Upkeep what, qint64 outcome, Instant at);

} // namespace kessai
