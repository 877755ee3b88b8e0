// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/fiscalyear.h"

#include "core/calendar/era.h"

namespace kessai {

namespace {

constexpr int kFirstMonth = 4;
constexpr int kMonths = 12;

/// Some months of a fiscal year; the first month is 0.
DayRange monthsOf(FiscalYear year, int first, int count)
{
    const QDate begin = QDate(year.startYear(), kFirstMonth, 1).addMonths(first);
    return {begin, begin.addMonths(count).addDays(-1)};
}

int monthOfYear(const QDate &day)
{
    return (day.month() + kMonths - kFirstMonth) % kMonths;
}

} // namespace

DayRange daysOf(FiscalYear year)
{
    return monthsOf(year, 0, kMonths);
}

DayRange halfOf(FiscalYear year, int half)
{
    return monthsOf(year, 6 * (half - 1), 6);
}

int halfOf(const QDate &day)
{
    return monthOfYear(day) / 6 + 1;
}

DayRange quarterOf(FiscalYear year, int quarter)
{
    return monthsOf(year, 3 * (quarter - 1), 3);
}

int quarterOf(const QDate &day)
{
    return monthOfYear(day) / 3 + 1;
}

DayRange settlementOf(FiscalYear year)
{
    return monthsOf(year, kMonths, 2);
}

QString fiscalYearText(FiscalYear year)
{
    const auto [era, no] = eraOfFiscalYear(year.startYear());
    if (!era)
        return QStringLiteral("%1年度").arg(year.startYear());
    return era->name + (no == 1 ? QStringLiteral("元") : QString::number(no)) + QStringLiteral("年度");
}

} // namespace kessai
