// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/annualstock.h"

#include "forms/leave/annualgrant.h"
#include "forms/leave/leavespan.h"

#include <algorithm>

namespace kessai {

namespace {

qint64 sumBetween(const std::vector<LedgerEntry> &entries, const QDate &from, const QDate &until)
{
    qint64 sum = 0;
    for (const LedgerEntry &entry : entries)
        sum += from <= entry.day && entry.day < until ? entry.amount : 0;
    return sum;
}

/// The day of the newest opening before a day; invalid where there is none.
QDate newestOpening(const AnnualEntries &entries, const QDate &before)
{
    QDate newest;
    for (const auto *some : {&entries.openingMinutes, &entries.openingHalfDays}) {
        for (const LedgerEntry &entry : *some) {
            if (entry.day < before && (!newest.isValid() || newest < entry.day))
                newest = entry.day;
        }
    }
    return newest;
}

LeaveAmount openingOn(const AnnualEntries &entries, const QDate &day, qint64 dayMinutes)
{
    return LeaveAmount::of(sumBetween(entries.openingMinutes, day, day.addDays(1)),
                           sumBetween(entries.openingHalfDays, day, day.addDays(1)), dayMinutes);
}

AnnualStock stockOf(const QDate &yearStart, const QDate &countFrom, const LeaveAmount &carried, const WorkTerms &terms,
                    const AnnualEntries &entries, bool known, const Numbers &numbers)
{
    const QDate end = yearStart.addYears(1);
    const QDate first = std::max(yearStart, countFrom);
    const qint64 day = leaveDayMinutes(terms.dayMinutes, yearStart, numbers);
    const qint64 grant = annualGrantDays(terms, yearStart, numbers);
    const LeaveAmount taken =
        LeaveAmount::of(sumBetween(entries.minutes, first, end), sumBetween(entries.halfDays, first, end), day);
    return {yearStart, day, grant, LeaveAmount::days(grant, day), carried, taken, known};
}

} // namespace

LeaveAmount AnnualStock::carriedLeft(const Numbers &numbers) const
{
    const LeaveAmount none = LeaveAmount::days(0, dayMinutes);
    const bool carriedFirst = numbers.flag("leave.annual.carried_first", yearStart);
    const LeaveAmount takenOfIt = carriedFirst ? taken : std::max(none, taken - granted);
    return std::max(none, carried - takenOfIt);
}

LeaveAmount carriedOver(const AnnualStock &year, const Numbers &numbers)
{
    const QDate next = year.yearStart.addYears(1);
    const LeaveAmount none = LeaveAmount::days(0, year.dayMinutes);
    LeaveAmount rest = year.left();
    if (!numbers.flag("leave.annual.carries_again", next))
        rest = rest - year.carriedLeft(numbers);
    rest = std::clamp(rest, none, LeaveAmount::days(numbers.at("leave.annual.carry_max_days", next), year.dayMinutes));
    return numbers.flag("leave.annual.carry_fraction", next) ? rest : rest.wholeDays();
}

AnnualStock annualStock(const QDate &yearStart, const WorkTerms &terms, const AnnualEntries &entries,
                        const Numbers &numbers)
{
    const QDate end = yearStart.addYears(1);
    const QDate opening = newestOpening(entries, end);
    const bool hired = terms.hired.isValid() && terms.hired < end;
    const bool known = opening.isValid() || hired;
    const QDate from = opening.isValid() ? opening : hired ? terms.hired : yearStart;
    // Nobody serves longer; keeps a slip in a day of appointment from costing time.
    QDate year = std::max(annualYearStart(from, terms, numberOn(numbers)), yearStart.addYears(-60));
    const qint64 day = leaveDayMinutes(terms.dayMinutes, year, numbers);
    const LeaveAmount carried = opening.isValid() ? openingOn(entries, opening, day) : LeaveAmount::days(0, day);

    AnnualStock stock = stockOf(year, from, carried, terms, entries, known, numbers);
    while (year < yearStart) {
        year = year.addYears(1);
        stock = stockOf(year, from, carriedOver(stock, numbers), terms, entries, known, numbers);
    }
    return stock;
}

qint64 halfDaysTaken(const QDate &yearStart, const WorkTerms &terms, const AnnualEntries &entries,
                     const Numbers &numbers)
{
    const QDate end = yearStart.addYears(1);
    qint64 halves = sumBetween(entries.halfDays, yearStart, end);
    for (const LedgerEntry &entry : entries.minutes) {
        // Hours have a start; what has none is a whole day, or half of one where half days are counted in minutes.
        if (entry.start || entry.day < yearStart || entry.day >= end)
            continue;
        const qint64 each = qAbs(entry.amount) == leaveDayMinutes(terms.dayMinutes, entry.day, numbers) ? 2 : 1;
        halves += entry.amount > 0 ? each : -each;
    }
    return halves;
}

} // namespace kessai
