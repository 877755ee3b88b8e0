// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/store/database.h"

namespace kessai {

/// Writes what a revision of a case is found by: `folded` are the lines of `searchableText` after the number's. The caller has the
/// transaction.
Result<> putSearchText(Database &database, CaseId id, int revision, const QString &number, const QString &folded);

/// Forgets it again, before the revision itself is deleted; the text goes with that.
Result<> dropSearchText(Database &database, CaseId id, int revision);

/// Folds the texts that are missing, or were folded by another version of core/base/textfold.h. Run by whoever owns the
/// database; what was done stays done when it is interrupted.
Result<> refoldTexts(Database &database);

} // namespace kessai
