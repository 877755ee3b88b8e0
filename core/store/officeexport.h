// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/officecopy.h"

#include <QDir>

namespace kessai {

/// What an export left behind.
struct OfficeExport final {
    RowCounts rows;
    int files = 0;
};

/// Writes everything an office knows into an empty folder, as it is at one moment, so that it can be read without this program:
/// `tables/<table>.jsonl` with a JSON object a row, `cases.csv` for spreadsheets, attached files and papers of meetings under `files/` by
/// their names, and `SHA256SUMS` of these. Only the owner of the database reads all of it. Damaged where a file is not what its digest says.
Result<OfficeExport> exportOffice(Database &database, const QDir &folder, const CopyProgress &progress);

} // namespace kessai
