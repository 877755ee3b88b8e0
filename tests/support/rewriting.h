// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/casestore.h"
#include "core/store/databaseurl.h"

namespace kessai::test {

/// The SQL with which whoever owns a database gives a case another past that proves itself: what somebody said in its first act becomes
/// something else, and all hashes are made anew.
QStringList rewriting(const CaseRecord &record);
/// The SQL that takes the last act of a case back, which must have been a remark, as if it had never been made.
QStringList shortening(const CaseRecord &record);
/// The SQL that makes a case never have been.
QStringList removing(CaseId id);
/// The SQL that makes the last act of a case older than it is.
QStringList backdating(const CaseRecord &record, qint64 microseconds);

/// Rewrites the newest case of an office as its owner; the case, or 0 where that did not go.
CaseId rewriteNewest(const DatabaseUrl &owner);

} // namespace kessai::test
