// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/officestore.h"
#include "core/store/database.h"
#include "core/store/reader.h"

namespace kessai {

/// Who has the right of an administrator, and when; for whoever owns the database.
Result<Administrators> readAdministrators(Database &database);

/// Makes a reorganisation of today, or keeps one of a later day until then; checkReorganisation says what makes sense. `actor` is the administrator
/// who makes it, none where the database's owner does. Within a transaction.
Result<> addReorganisation(Database &database, const Configuration &configuration, const Reorganise &change,
                           std::optional<StaffId> actor, const QString &madeBy, Instant now);
/// What is prepared under a number is taken back before its day; by whoever made it, or who gains nothing by that. What failed on its day is put
/// aside. Within a transaction.
Result<> endPrepared(Database &database, const Configuration &configuration, int number, int seenRevision,
                     std::optional<StaffId> actor, const QString &madeBy, Instant now);
/// Puts in force what has reached its day. What can be read and cannot be put in force ends as failed, and the office goes on.
Result<> reachDay(const Reader &reader);

/// What waits for its day, as far as the reader may know (AccessDenied otherwise), and for whom how many cases wait.
Result<std::vector<PreparedChange>> readPreparedChanges(const Reader &reader);
Result<std::vector<PreparedChange>> readFailedChanges(const Reader &reader);
Result<std::vector<WaitingCount>> readWaitingCounts(const Reader &reader);

} // namespace kessai
