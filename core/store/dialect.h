// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/databaseurl.h"

class QSqlError;

namespace kessai {

/// What a driver's error means: SQLSTATEs and SQLite's extended codes become ErrorCodes, the refusals of the notary inside
/// PostgreSQL (SQLSTATE KD001 with a Refusal's code, KD002 with an ErrorCode's) become what they say. `alive` is whether the
/// connection still answers; some drivers report a lost one with no text at all (database.md 3.2).
Error errorOf(Dialect dialect, const QSqlError &error, bool alive);

/// The meaning of an error when opening a connection.
Error openingErrorOf(Dialect dialect, const QSqlError &error);

/// For acts that may have been recorded before the connection broke: ConnectionLost becomes OutcomeUnknown.
Error outcomeOf(const Error &error);

/// Whether a file lies where SQLite's locks do not hold; `type` as the operating system names file systems ("nfs4").
bool isNetworkFileSystem(const QByteArray &type);

} // namespace kessai
