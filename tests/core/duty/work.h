// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/rateclasses.h"
#include "tests/core/duty/shippednumbers.h"

#include <ostream>

namespace kessai {

inline void PrintTo(const RatedMinutes &rated, std::ostream *out)
{
    *out << "class " << int(rated.rate) << (rated.over60 ? " over 60: " : ": ") << rated.minutes;
}

} // namespace kessai

namespace kessai::test {

/// Every day of the calendar with the regular shift of 8:30–12:00 and 13:00–17:15; some days changed by exchanges.
inline DutyDays regularDays(std::map<QDate, DutyDay> changed = {})
{
    return [changed = std::move(changed)](const QDate &day) {
        if (const auto found = changed.find(day); found != changed.end())
            return found->second;
        const DayKind kind = shippedHolidays().kind(day);
        return kind == DayKind::WeeklyOff ? DutyDay{} : DutyDay{kind, {{510, 720}, {780, 1035}}};
    };
}

/// Work from a minute of a day on, for some minutes and past midnights, without a break.
inline std::vector<WorkedStretch> workFrom(QDate day, qint64 from, qint64 minutes)
{
    std::vector<WorkedStretch> work;
    while (minutes > 0) {
        const qint64 here = std::min(minutes, kMinutesOfDay - from);
        work.push_back({day, {from, from + here}});
        minutes -= here;
        from = 0;
        day = day.addDays(1);
    }
    return work;
}

} // namespace kessai::test
