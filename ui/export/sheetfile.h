// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/export/sheet.h"

#include <QByteArray>

namespace kessai {

/// Why a list was not saved: the file cannot be written, or CP932 does not know a character of it.
struct SheetFault final {
    int row = -1;      ///< of the sheet, from 1, the heads being row 1; less where no character is to blame
    QString character; ///< that is not in CP932
};

/// "xlsx" or "csv".
QString suffixOf(SheetFormat format);

/// A list as comma separated values: a line of heads and a line for each row, CRLF, UTF-8 behind a byte order mark or CP932. What
/// begins like a formula is kept from being one.
Result<QByteArray, SheetFault> csvOf(const Sheet &sheet, SheetFormat format);
/// A list as an Office Open XML workbook: the heads stay in sight and filter, days and times are ones, words are never formulas, and
/// it prints on A4 across.
Result<QByteArray, SheetFault> xlsxOf(const Sheet &sheet);

/// Writes the whole file or nothing. Blocks on the disk; never on the GUI thread.
Result<void, SheetFault> saveSheet(const Sheet &sheet, const QString &path, SheetFormat format);

} // namespace kessai
