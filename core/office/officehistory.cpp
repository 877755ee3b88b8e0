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
    return std::make_shared<const Office>(day, asOf,
                                          OfficeRows{.sections = rowsAt(sections, day, asOf),
                                                     .posts = rowsAt(posts, day, asOf),
                                                     .staff = rowsAt(staff, day, asOf),
                                                     .appointments = rowsAt(appointments, day, asOf),
                                                     .deputyships = rowsAt(deputyships, day, asOf),
                                                     .roles = rowsAt(roles, day, asOf),
                                                     .absences = rowsAt(absences, day, asOf),
                                                     .standIns = rowsAt(standIns, day, asOf),
                                                     .successions = rowsAt(successions, day, asOf),
                                                     .workTerms = rowsAt(workTerms, day, asOf)});
}

} // namespace kessai
