// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/overtimedays.h"

#include "core/duty/dutyday.h"

namespace kessai {

std::vector<QDate> OvertimeDays::beginnings() const
{
    std::set<QDate> intoTheNight[2]; // ordered, worked
    for (const OvertimeEntry &entry : m_entries) {
        if (entry.start && *entry.start + qAbs(entry.minutes) == kMinutesOfDay)
            intoTheNight[entry.worked].insert(entry.day);
    }
    std::vector<QDate> days;
    for (const OvertimeEntry &entry : m_entries) {
        const QDate before = entry.day.addDays(-1);
        days.push_back(entry.start == 0 && intoTheNight[entry.worked].contains(before) ? before : entry.day);
    }
    return days;
}

std::map<QDate, OvertimeDays::Work> OvertimeDays::works(const std::vector<QDate> &beginnings) const
{
    std::map<QDate, Work> works;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        Work &work = works[beginnings[i]];
        if (m_entries[i].worked)
            work.reported += m_entries[i].minutes;
        else if (m_entries[i].used)
            work.decided += m_entries[i].minutes;
    }
    return works;
}

std::map<QDate, qint64> OvertimeDays::minutes() const
{
    const std::vector<QDate> days = beginnings();
    const std::map<QDate, Work> work = works(days);
    std::map<QDate, qint64> minutes;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const OvertimeEntry &entry = m_entries[i];
        if (entry.counts && entry.worked == (work.at(days[i]).reported > 0))
            minutes[entry.day] += entry.minutes;
    }
    return minutes;
}

std::map<QDate, qint64> OvertimeDays::counted(const std::set<QDate> &closedMonths) const
{
    OvertimeDays decided;
    for (const OvertimeEntry &entry : m_entries) {
        const QDate month(entry.day.year(), entry.day.month(), 1);
        if (!entry.used)
            continue;
        decided.add(entry);
        // An order of a closed month says which day a night belongs to, and counts for nothing.
        decided.m_entries.back().counts = entry.counts && (entry.worked || !closedMonths.contains(month));
    }
    return decided.minutes();
}

std::set<QDate> OvertimeDays::missing() const
{
    std::set<QDate> days;
    for (const auto &[day, work] : works(beginnings())) {
        if (work.decided > 0 && work.reported <= 0)
            days.insert(day);
    }
    return days;
}

} // namespace kessai
