// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/leaveyear.h"

#include <algorithm>

namespace kessai {

QDate leaveYearStart(const QDate &day, const NumberOn &numbers)
{
    const int month = static_cast<int>(numbers("leave.year_start_month", day));
    return {day.month() >= month ? day.year() : day.year() - 1, month, 1};
}

QDate annualYearStart(const QDate &day, const WorkTerms &terms, const NumberOn &numbers)
{
    if (terms.employment != Employment::FiscalYear)
        return leaveYearStart(day, numbers);
    const bool byAppointment =
        terms.hired.isValid() && numbers("leave.annual.fiscal_year_staff.from_appointment", day) != 0;
    const int month = byAppointment ? terms.hired.month()
                                    : static_cast<int>(numbers("leave.annual.fiscal_year_staff.year_start_month", day));
    // Whoever was appointed on 29 February begins each year on the 28th.
    const int first = !byAppointment ? 1 : month == 2 ? std::min(terms.hired.day(), 28) : terms.hired.day();
    const auto begin = [&](int year) { return QDate(year, month, first); };
    const QDate thisYear = begin(day.year());
    return thisYear <= day ? thisYear : begin(day.year() - 1);
}

} // namespace kessai
