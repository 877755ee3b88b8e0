// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/formcheck.h"

namespace kessai {

// What can be done to a form that is being written; each gives another definition, and what is wrong with it `problemsIn` says.

/// A field of the office's own behind another one, with a line of its own on paper.
FormDefinition withField(FormDefinition form, const QString &key, FieldKind kind, qsizetype after);
/// Without a field of the office's own, wherever it stands.
FormDefinition withoutField(FormDefinition form, const QString &key);
FormDefinition withMovedField(FormDefinition form, qsizetype at, int by);
FormDefinition withFieldAs(FormDefinition form, const FieldDefinition &field);

/// A cell on paper: which line, which in it.
struct PrintPlace final {
    size_t row = 0;
    size_t cell = 0;
    friend bool operator==(const PrintPlace &, const PrintPlace &) = default;
};
/// Moves a cell to the line before or after, where there is room, or to a line of its own.
FormDefinition withMovedCell(FormDefinition form, PrintPlace &place, int by);
FormDefinition withCellAs(FormDefinition form, const PrintPlace &place, const PrintCell &cell);
FormDefinition withoutCell(FormDefinition form, const PrintPlace &place);
/// A field at the end of the paper.
FormDefinition withPrinted(FormDefinition form, const QString &key);
/// Fields with no place on paper.
QStringList unprinted(const FormDefinition &form);
/// How much of a line is free besides one of its cells.
int roomIn(const std::vector<PrintCell> &row, std::optional<size_t> besides);

} // namespace kessai
