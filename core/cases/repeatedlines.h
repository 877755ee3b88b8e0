// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/formdefinition.h"

#include <optional>

namespace kessai {

/// Fields of a form that say the same of several things, one line after another: item1_name, item1_quantity, item1_price, item2_name, ... Their keys
/// differ by a number, and so do their labels; what is bought, or who gave a quotation. They are shown as one table.
struct RepeatedLines final {
    std::vector<Bilingual> columns;                          ///< labels without the number
    std::vector<std::vector<const FieldDefinition *>> lines; ///< of the definition; a field for each column
    std::optional<size_t> count; ///< the column of how many there are, where a line has that and the price of one
    size_t price = 0;            ///< the column of the price of one, where there is a count

    /// Whether a field is in one of its lines.
    bool has(const QString &key) const;
    /// What a line comes to: how many, times the price of one. None where something is not said, or it is beyond all money.
    std::optional<qint64> amount(size_t line, const QJsonObject &fields) const;
};

/// All of a definition, in its order. Lines stand directly one below another, have the same kinds of fields in the same order, at least two of them, and
/// there are at least two lines.
std::vector<RepeatedLines> repeatedLines(const FormDefinition &definition);

} // namespace kessai
