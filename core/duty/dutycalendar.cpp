// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/dutycalendar.h"

#include <algorithm>
#include <map>

namespace kessai {

namespace {

/// Value of `duty.weekend_holiday`: an exchanged holiday at a weekend is a 休日, for which a 代休日 may be given.
constexpr qint64 kExchangeThenDaikyu = 2;

/// Stretches in order, those that touch made one.
std::vector<Stretch> joined(std::vector<Stretch> hours)
{
    std::erase_if(hours, [](const Stretch &one) { return one.minutes() == 0; });
    std::sort(hours.begin(), hours.end(), [](const Stretch &a, const Stretch &b) { return a.from < b.from; });
    std::vector<Stretch> result;
    for (const Stretch &one : hours) {
        if (!result.empty() && one.from <= result.back().until)
            result.back().until = std::max(result.back().until, one.until);
        else
            result.push_back(one);
    }
    return result;
}

void append(std::vector<LedgerStretch> &to, const std::vector<LedgerStretch> &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

std::vector<Stretch> stretchesOn(const QDate &day, const std::vector<LedgerStretch> &entries, int times)
{
    std::map<qint64, int> steps; // by how much the count changes at a minute
    for (const LedgerStretch &entry : entries) {
        if (entry.day != day || entry.hours.minutes() == 0)
            continue;
        const int one = entry.takenBack ? -1 : 1;
        steps[entry.hours.from] += one;
        steps[entry.hours.until] -= one;
    }
    std::vector<Stretch> result;
    int count = 0;
    for (auto at = steps.begin(); at != steps.end(); ++at) {
        count += at->second;
        if (const auto next = std::next(at); count >= times && next != steps.end())
            result.push_back({at->first, next->first});
    }
    return joined(std::move(result));
}

std::vector<Stretch> without(const std::vector<Stretch> &from, const std::vector<Stretch> &taken)
{
    std::vector<Stretch> result;
    for (Stretch left : from) {
        for (const Stretch &gone : taken) {
            if (common(left, gone).minutes() == 0)
                continue;
            if (gone.from > left.from)
                result.push_back({left.from, gone.from});
            left.from = std::min(left.until, gone.until);
        }
        if (left.minutes() > 0)
            result.push_back(left);
    }
    return result;
}

std::vector<Stretch> shared(const std::vector<Stretch> &a, const std::vector<Stretch> &b)
{
    std::vector<Stretch> result;
    for (const Stretch &one : a) {
        for (const Stretch &other : b) {
            if (const Stretch both = common(one, other); both.minutes() > 0)
                result.push_back(both);
        }
    }
    return result;
}

qint64 minutesOf(const std::vector<Stretch> &hours)
{
    qint64 minutes = 0;
    for (const Stretch &one : hours)
        minutes += one.minutes();
    return minutes;
}

std::vector<Stretch> regularHours(const QDate &day, const NumberOn &numbers, int dayMinutes)
{
    std::vector<Stretch> hours;
    qint64 left = dayMinutes;
    for (const auto &[from, until] : {std::pair("duty.morning_from", "duty.morning_until"),
                                      std::pair("duty.afternoon_from", "duty.afternoon_until")}) {
        const qint64 begin = numbers(from, day);
        const Stretch part{begin, std::min(numbers(until, day), begin + left)};
        left -= part.minutes();
        if (part.minutes() > 0)
            hours.push_back(part);
    }
    return hours;
}

DutyCalendar::DutyCalendar(const Holidays &holidays, NumberOn numbers, TermsOn terms, DutyChanges changes)
    : m_holidays(&holidays), m_numbers(std::move(numbers)), m_terms(std::move(terms)), m_changes(std::move(changes))
{
}

DutyCalendar::DutyCalendar(const Holidays &holidays, NumberOn numbers, const WorkTerms &terms, DutyChanges changes)
    : DutyCalendar(
        holidays, std::move(numbers), [terms](const QDate &) { return terms; }, std::move(changes))
{
}

DutyDay DutyCalendar::on(const QDate &day) const
{
    const DayKind kind = m_holidays->kind(day);
    // A minute is allotted as often as the shift and the ledgers have it; one given up is there once less.
    std::vector<LedgerStretch> allotted = m_changes.added;
    if (kind != DayKind::WeeklyOff) {
        for (const Stretch &part : regularHours(day, m_numbers, m_terms(day).dayMinutes))
            allotted.push_back({day, part});
    }
    for (LedgerStretch entry : m_changes.removed) {
        entry.takenBack = !entry.takenBack;
        allotted.push_back(entry);
    }
    DutyDay result{DayKind::Duty, stretchesOn(day, allotted)};
    if (result.hours.empty())
        return {};
    const bool holiday = m_holidays->isHoliday(day)
        && (kind == DayKind::Holiday || m_numbers("duty.weekend_holiday", day) == kExchangeThenDaikyu);
    const bool madeGood = holiday && !stretchesOn(day, allotted, 2).empty();
    if ((holiday && !madeGood) || !shared(result.hours, stretchesOn(day, m_changes.daikyu)).empty())
        result.kind = DayKind::Holiday;
    return result;
}

DutyDays DutyCalendar::days() const
{
    return [calendar = *this](const QDate &day) { return calendar.on(day); };
}

DutyCalendar DutyCalendar::with(const DutyChanges &more) const
{
    DutyCalendar changed = *this;
    append(changed.m_changes.added, more.added);
    append(changed.m_changes.removed, more.removed);
    append(changed.m_changes.daikyu, more.daikyu);
    return changed;
}

std::vector<Stretch> hoursOfDuty(const DutyDay &day)
{
    return day.kind == DayKind::Duty ? day.hours : std::vector<Stretch>{};
}

} // namespace kessai
