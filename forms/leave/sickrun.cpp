// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/sickrun.h"

#include <map>

namespace kessai {

namespace {

struct Between {
    qint64 days = 0;
    qint64 duty = 0;
    qint64 worked = 0;
};

Between between(const QDate &last, const QDate &next, const std::function<bool(const QDate &)> &worked,
                const Holidays &holidays)
{
    Between gap;
    for (QDate day = last.addDays(1); day < next; day = day.addDays(1)) {
        ++gap.days;
        if (!holidays.isDuty(day))
            continue;
        ++gap.duty;
        gap.worked += worked(day) ? 1 : 0;
    }
    return gap;
}

} // namespace

SickRun sickRun(const std::vector<LedgerEntry> &sickDays, const QDate &from, const QDate &until,
                const std::function<bool(const QDate &)> &worked, const Numbers &numbers)
{
    std::map<QDate, qint64> days;
    for (const LedgerEntry &entry : sickDays)
        days[entry.day] += entry.amount;
    std::erase_if(days, [&from](const auto &day) { return day.second <= 0 || day.first >= from; });
    for (QDate day = from; day <= until; day = day.addDays(1))
        days[day] = 1;

    const qint64 longEnough = numbers.at("leave.sick.join_from_days", from);
    const qint64 worksOff = numbers.at("leave.sick.join_below_worked_days", from);
    SickRun run;
    QDate last;
    for (const auto &[day, amount] : days) {
        if (last.isValid()) {
            const Between gap = between(last, day, worked, numbers.holidays());
            if (gap.duty == 0) {
                run.before += gap.days;
            } else if (run.total() < longEnough || gap.worked >= worksOff) {
                run = {};
            }
        }
        if (!run.since.isValid())
            run.since = day;
        (day < from ? run.before : run.days) += 1;
        last = day;
    }
    return run;
}

} // namespace kessai
