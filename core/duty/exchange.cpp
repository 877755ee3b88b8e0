// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/exchange.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kFourWeeks = 28;

bool hasHours(const DutyDay &day)
{
    return !day.hours.empty();
}

std::vector<LedgerStretch> entered(const QDate &day, const std::vector<Stretch> &hours)
{
    std::vector<LedgerStretch> entries;
    for (const Stretch &part : hours)
        entries.push_back({day, part});
    return entries;
}

bool liesWithin(const std::vector<Stretch> &hours, const Stretch &band)
{
    return std::all_of(hours.begin(), hours.end(), [&](const Stretch &part) { return common(part, band) == part; });
}

/// What speaks against the day that is worked.
std::vector<ShiftFault> faultsOfWorkedDay(const DutyShift &shift, const DutyCalendar &before, const Holidays &holidays,
                                          const NumberOn &numbers)
{
    const DayKind kind = before.on(shift.worked).kind;
    if (shift.remedy == Remedy::Daikyu) {
        // Work on a 代休日 is not made good for by another one.
        const bool itself = !stretchesOn(shift.worked, before.changes().daikyu).empty();
        return kind == DayKind::Holiday && !itself ? std::vector<ShiftFault>{} : std::vector{ShiftFault::NoDayOff};
    }
    if (kind != DayKind::WeeklyOff)
        return {ShiftFault::NoDayOff};
    if (holidays.isHoliday(shift.worked) && numbers("duty.weekend_holiday", shift.worked) == 0)
        return {ShiftFault::NoExchangeHere};
    return {};
}

/// What speaks against the hours that are moved from a day with duty.
std::vector<ShiftFault> faultsOfHours(const DutyShift &shift, const DutyCalendar &before, const NumberOn &numbers)
{
    std::vector<ShiftFault> faults;
    const std::vector<Stretch> given = before.on(shift.given).hours;
    const qint64 moved = minutesOf(shift.added);
    switch (shift.remedy) {
    case Remedy::Exchange:
        if (shift.removed != given || moved != minutesOf(given))
            faults.push_back(ShiftFault::NotTheWholeDay);
        break;
    case Remedy::Daikyu:
        if (shift.removed != given || moved != minutesOf(given) || shift.added != before.on(shift.worked).hours)
            faults.push_back(ShiftFault::NotTheWholeDay);
        break;
    case Remedy::FourHours: {
        const qint64 wanted = numbers("duty.change_minutes", shift.worked);
        if (moved != wanted || minutesOf(shift.removed) != wanted)
            faults.push_back(ShiftFault::NotFourHours);
        if (minutesOf(given) <= wanted)
            faults.push_back(ShiftFault::FourHourDay);
        else if (shift.removed != edgeHours(given, wanted, false) && shift.removed != edgeHours(given, wanted, true))
            faults.push_back(ShiftFault::NotAtTheEdge);
        break;
    }
    }
    if (!liesWithin(shift.added, {given.front().from, given.back().until}))
        faults.push_back(ShiftFault::OutsideBand);
    return faults;
}

} // namespace

DayRange remedyWindow(Remedy remedy, const QDate &worked, const NumberOn &numbers)
{
    if (remedy == Remedy::Daikyu)
        return {worked.addDays(1), worked.addDays(numbers("duty.daikyu_after_days", worked))};
    return {worked.addDays(-numbers("overtime.furikae_before_days", worked)),
            worked.addDays(numbers("overtime.furikae_after_days", worked))};
}

std::vector<Stretch> edgeHours(const std::vector<Stretch> &hours, qint64 minutes, bool atEnd)
{
    std::vector<Stretch> edge;
    qint64 left = minutes;
    const auto take = [&](Stretch part) {
        const qint64 taken = std::min(left, part.minutes());
        left -= taken;
        if (taken == 0)
            return;
        if (atEnd)
            edge.insert(edge.begin(), {part.until - taken, part.until});
        else
            edge.push_back({part.from, part.from + taken});
    };
    if (atEnd)
        std::for_each(hours.rbegin(), hours.rend(), take);
    else
        std::for_each(hours.begin(), hours.end(), take);
    return edge;
}

std::vector<ShiftFault> faultsOf(const DutyShift &shift, const DutyCalendar &before, const Holidays &holidays,
                                 const NumberOn &numbers)
{
    std::vector<ShiftFault> faults = faultsOfWorkedDay(shift, before, holidays, numbers);
    const bool duty = before.on(shift.given).kind == DayKind::Duty;
    const bool comparable = duty && faults.empty();
    if (!duty)
        faults.push_back(ShiftFault::NoDuty);
    if (!remedyWindow(shift.remedy, shift.worked, numbers).contains(shift.given))
        faults.push_back(ShiftFault::OutsideWindow);
    if (comparable) {
        const auto more = faultsOfHours(shift, before, numbers);
        faults.insert(faults.end(), more.begin(), more.end());
    }
    if (shift.remedy == Remedy::Daikyu || !faults.empty())
        return faults;

    const DutyDays after = before.with(changesOf(shift)).days();
    if (fewestDaysOff(shift.worked, after) < numbers("duty.four_weeks_days_off", shift.worked))
        faults.push_back(ShiftFault::TooFewDaysOff);
    if (daysInARow(shift.worked, after) > numbers("duty.days_in_a_row", shift.worked))
        faults.push_back(ShiftFault::TooManyInARow);
    return faults;
}

DutyChanges changesOf(const DutyShift &shift)
{
    DutyChanges changes;
    changes.added = entered(shift.worked, shift.added);
    (shift.remedy == Remedy::Daikyu ? changes.daikyu : changes.removed) = entered(shift.given, shift.removed);
    return changes;
}

int daysInARow(const QDate &day, const DutyDays &days)
{
    if (!hasHours(days(day)))
        return 0;
    // Nobody's row is longer than this by law; a row without end must not cost time without end.
    constexpr int kFar = 2 * kFourWeeks;
    int row = 1;
    for (int n = 1; n <= kFar && hasHours(days(day.addDays(n))); ++n)
        ++row;
    for (int n = 1; n <= kFar && hasHours(days(day.addDays(-n))); ++n)
        ++row;
    return row;
}

int fewestDaysOff(const QDate &day, const DutyDays &days)
{
    std::vector<int> off; // one for each day from 27 before to 27 after, 1 where it is off
    for (int n = 1 - kFourWeeks; n < kFourWeeks; ++n)
        off.push_back(hasHours(days(day.addDays(n))) ? 0 : 1);
    int count = 0;
    for (int i = 0; i < kFourWeeks; ++i)
        count += off[size_t(i)];
    int fewest = count;
    for (size_t first = 1; first < kFourWeeks; ++first) {
        count += off[first + kFourWeeks - 1] - off[first - 1];
        fewest = std::min(fewest, count);
    }
    return fewest;
}

QDate weekOf(const QDate &day)
{
    return day.addDays(-(day.dayOfWeek() % 7));
}

qint64 dutyOfWeek(const QDate &day, const DutyDays &days)
{
    qint64 minutes = 0;
    for (int n = 0; n < 7; ++n)
        minutes += minutesOf(hoursOfDuty(days(weekOf(day).addDays(n))));
    return minutes;
}

qint64 absentMinutes(const DutyDay &day, const std::vector<Stretch> &leave, const std::vector<Stretch> &timeOff)
{
    const std::vector<Stretch> left = without(without(hoursOfDuty(day), leave), timeOff);
    return minutesOf(hoursOfDuty(day)) - minutesOf(left);
}

qint64 premiumOfWeek(const QDate &day, const DutyCalendar &calendar, const NumberOn &numbers, const AbsentOn &absent)
{
    const QDate sunday = weekOf(day);
    qint64 worked = dutyOfWeek(day, calendar.days());
    qint64 added = 0;
    for (int n = 0; n < 7; ++n) {
        const QDate one = sunday.addDays(n);
        added += minutesOf(stretchesOn(one, calendar.changes().added));
        if (absent)
            worked -= absent(one);
    }
    return std::clamp<qint64>(worked - numbers("duty.week_minutes", sunday), 0, added);
}

std::vector<WeekExcess> weekExcesses(const DayRange &saturdays, const DutyCalendar &calendar, const NumberOn &numbers,
                                     const AbsentOn &absent)
{
    std::vector<WeekExcess> weeks;
    if (calendar.changes().added.empty())
        return weeks;
    for (QDate saturday = weekOf(saturdays.first).addDays(6); saturday <= saturdays.last;
         saturday = saturday.addDays(7)) {
        if (const qint64 minutes = premiumOfWeek(saturday, calendar, numbers, absent); minutes > 0)
            weeks.push_back({saturday, minutes});
    }
    return weeks;
}

} // namespace kessai
