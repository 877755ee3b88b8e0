// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/annualgrant.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFullWeek = 5;
constexpr int kLongestService = 6; ///< years, beyond which the table of 会計年度任用職員 does not grow

/// Months of the leave year from that of the appointment on, which counts whole.
int monthsLeft(const QDate &hired, const QDate &yearStart)
{
    const QDate end = yearStart.addYears(1);
    return (end.year() - hired.year()) * 12 + end.month() - hired.month();
}

qint64 fiscalYearStaffDays(const WorkTerms &terms, const QDate &yearStart, const Numbers &numbers)
{
    const int years = terms.hired.isValid()
        ? std::clamp(yearStart.year() - annualYearStart(terms.hired, terms, numberOn(numbers)).year(), 0,
                     kLongestService)
        : 0;
    const int days = std::clamp(terms.weekDays, 1, kFullWeek);
    return numbers.find(u"leave.annual.fiscal_year_staff.%1.%2"_s.arg(days).arg(years), yearStart).value_or(0);
}

} // namespace

qint64 annualGrantDays(const WorkTerms &terms, const QDate &yearStart, const Numbers &numbers)
{
    if (terms.employment == Employment::FiscalYear)
        return fiscalYearStaffDays(terms, yearStart, numbers);
    qint64 days = numbers.at("leave.annual.grant_days", yearStart);
    if (terms.hired.isValid() && terms.hired > yearStart && terms.hired < yearStart.addYears(1)) {
        const int months = monthsLeft(terms.hired, yearStart);
        days = numbers.find(u"leave.annual.first_year.%1"_s.arg(months), terms.hired).value_or(days);
    }
    if (terms.employment == Employment::ShortTime) {
        const qint64 week = std::clamp(terms.weekDays, 1, kFullWeek);
        days = (2 * days * week + kFullWeek) / (2 * kFullWeek); // half a day and more is one
    }
    return days;
}

} // namespace kessai
