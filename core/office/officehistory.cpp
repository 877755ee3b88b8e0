// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/office.h"

namespace kessai {

namespace {

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

} // namespace

std::shared_ptr<const Office> OfficeHistory::at(const QDate &day, int asOf) const
{
    return std::make_shared<const Office>(day, asOf, rowsAt(sections, day, asOf), rowsAt(posts, day, asOf),
                                          rowsAt(staff, day, asOf), rowsAt(appointments, day, asOf),
                                          rowsAt(deputyships, day, asOf), rowsAt(roles, day, asOf));
}

} // namespace kessai
