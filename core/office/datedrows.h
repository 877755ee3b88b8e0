// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

#include <algorithm>
#include <limits>
#include <map>

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

/// Brings back, of rows that say the same of one thing by `key`, what one of some revisions took away last of all, unless something else stands. Only rows
/// that count are looked at.
template <class T, class Key, class Counts>
void bringBack(std::vector<Dated<T>> &rows, const std::vector<int> &revisions, Key key, Counts counts)
{
    constexpr int kStands = std::numeric_limits<int>::max();
    using Thing = decltype(key(rows.front().value));
    std::map<Thing, int> gone; // to the revision that took it away last
    for (const Dated<T> &row : rows) {
        if (counts(row)) {
            int &last = gone[key(row.value)];
            last = std::max(last, row.removedIn == 0 ? kStands : row.removedIn);
        }
    }
    for (Dated<T> &row : rows) {
        const bool isOurs = std::find(revisions.begin(), revisions.end(), row.removedIn) != revisions.end();
        if (counts(row) && isOurs && row.removedIn == gone[key(row.value)])
            row.removedIn = 0;
    }
}

} // namespace kessai
