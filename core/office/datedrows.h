// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

namespace kessai {

/// What of some rows holds on a day, as far as a revision knew.
template <class T>
std::vector<T> rowsAt(const std::vector<Dated<T>> &rows, const QDate &day, int revision)
{
    std::vector<T> values;
    values.reserve(rows.size());
    for (const Dated<T> &row : rows) {
        if (row.holds(day, revision))
            values.push_back(row.value);
    }
    return values;
}

/// What of some rows begins after a day, as far as a revision knew.
template <class T>
std::vector<T> rowsAfter(const std::vector<Dated<T>> &rows, const QDate &day, int revision)
{
    std::vector<T> values;
    for (const Dated<T> &row : rows) {
        if (row.from > day && row.holds(row.from, revision))
            values.push_back(row.value);
    }
    return values;
}

} // namespace kessai
