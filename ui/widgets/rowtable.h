// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTableView;

namespace kessai {

/// Dresses a table whose rows are what one walks over: one row is chosen at a time, without grid, frame, row numbers or wrapped words, and
/// Tab leaves it, Home and End go to the first and last row. `rowHeight` in pixels as drawn; `name` is read by screen readers.
void dressRows(QTableView &table, const QString &objectName, const QString &name, int rowHeight);

} // namespace kessai
