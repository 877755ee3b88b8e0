// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kessai {

/// A row of a table in a text file: its cells without the space around them, and the line it begins in.
struct CsvRow final {
    int line;
    QStringList cells;
    friend bool operator==(const CsvRow &, const CsvRow &) = default;
};

/// The rows of comma-separated text (RFC 4180) without the empty ones: cells may stand in quotes, and then hold commas, doubled quotes and
/// line ends. Nothing where a quote is never closed or stands within a cell.
std::optional<std::vector<CsvRow>> readCsv(const QString &text);
/// A field of such a file: quoted where it has to be, and with an apostrophe before what a spreadsheet would take for a formula.
QString csvField(const QString &text);

} // namespace kessai
