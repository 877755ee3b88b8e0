// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/careperiods.h"

#include <map>

namespace kessai {

namespace {

constexpr qint64 kDaysOfMonth = 30;

} // namespace

std::vector<CarePeriod> carePeriods(const std::vector<LedgerEntry> &entries)
{
    std::map<std::pair<QDate, qint64>, int> times;
    for (const LedgerEntry &entry : entries)
        times[{entry.day, qAbs(entry.amount)}] += entry.amount > 0 ? 1 : -1;
    std::vector<CarePeriod> periods;
    for (const auto &[period, count] : times) {
        if (count > 0)
            periods.push_back({period.first, period.first.addDays(period.second - 1)});
    }
    return periods;
}

CareLength CareLength::of(const std::vector<CarePeriod> &periods)
{
    CareLength length;
    for (const CarePeriod &period : periods) {
        const QDate after = period.until.addDays(1);
        int months = 0;
        while (period.from.addMonths(months + 1) <= after)
            ++months;
        length.months += months;
        length.days += period.from.addMonths(months).daysTo(after);
    }
    length.months += length.days / kDaysOfMonth;
    length.days %= kDaysOfMonth;
    return length;
}

} // namespace kessai
