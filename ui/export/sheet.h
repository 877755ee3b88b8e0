// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/quantity.h"

#include <QDate>
#include <QString>

#include <variant>
#include <vector>

namespace kessai {

/// A list as it leaves the program, for a spreadsheet: what stands in its cells, and what sort of thing that is.
struct Sheet final {
    /// Nothing, words, a number, money, a span of time, or a day; a spreadsheet reckons with all but the words.
    using Cell = std::variant<std::monostate, QString, qint64, Yen, Minutes, QDate>;
    struct Column {
        QString head;
        int width = 12; ///< in characters
        friend bool operator==(const Column &, const Column &) = default;
    };
    QString title;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; ///< as long as `columns`, or shorter
    bool cut = false;                    ///< the list has more rows than these
};

/// The files a list can be saved as. CP932 is for systems that read nothing else.
enum class SheetFormat { Xlsx, CsvUtf8, CsvCp932 };

} // namespace kessai
