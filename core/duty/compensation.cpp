// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/compensation.h"

#include <algorithm>
#include <map>

namespace kessai {

namespace {

/// The parameter that says which share of a class is given as time off; none where nothing is raised beyond 60 hours.
const char *shareKey(RateClass rate)
{
    switch (rate) {
    case RateClass::ShortTime: return "compensation.short_time_percent";
    case RateClass::ShortTimeNight: return "compensation.short_time_night_percent";
    case RateClass::Weekday:
    case RateClass::WeekdayNight: return "compensation.weekday_percent";
    case RateClass::DayOff:
    case RateClass::DayOffNight: return "compensation.day_off_percent";
    case RateClass::Exchange: return "compensation.exchange_percent";
    case RateClass::Holiday: return nullptr;
    }
    Q_UNREACHABLE();
}

} // namespace

qint64 compensationEarned(const std::vector<RatedMinutes> &month, const QDate &day, const NumberOn &numbers)
{
    qint64 hundredths = 0;
    for (const RatedMinutes &one : month) {
        const char *key = shareKey(one.rate);
        if (one.over60 && key)
            hundredths += one.minutes * numbers(key, day);
    }
    return hundredths / 100;
}

DayRange compensationWindow(const QDate &month, const NumberOn &numbers)
{
    const QDate first(month.year(), month.month(), 1);
    const int months = static_cast<int>(numbers("compensation.months", first));
    return {first.addMonths(1), first.addMonths(1 + months).addDays(-1)};
}

std::vector<EarnedMonth> drawnFrom(std::vector<EarnedMonth> months, const std::vector<LedgerStretch> &taken,
                                   const NumberOn &numbers)
{
    std::sort(months.begin(), months.end(),
              [](const EarnedMonth &a, const EarnedMonth &b) { return a.month < b.month; });
    std::map<QDate, qint64> days;
    for (const LedgerStretch &one : taken)
        days[one.day] += one.takenBack ? -one.hours.minutes() : one.hours.minutes();
    for (auto &[day, minutes] : days) {
        for (EarnedMonth &month : months) {
            if (!compensationWindow(month.month, numbers).contains(day))
                continue;
            const qint64 part = std::clamp<qint64>(month.left(), 0, std::max<qint64>(minutes, 0));
            month.taken += part;
            minutes -= part;
        }
    }
    return months;
}

std::vector<Stretch> unitHours(TimeOffUnit unit, const std::vector<Stretch> &hours, qint64 fourHours)
{
    if (unit == TimeOffUnit::Day)
        return hours;
    if (minutesOf(hours) < fourHours)
        return {};
    return edgeHours(hours, fourHours, unit == TimeOffUnit::LastHours);
}

TimeOff divided(TimeOffUnit unit, const std::vector<Stretch> &hours, qint64 compensated)
{
    TimeOff result;
    result.compensated = edgeHours(hours, compensated, unit == TimeOffUnit::LastHours);
    result.leave = without(hours, result.compensated);
    return result;
}

} // namespace kessai
