// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/workingtime.h"

#include <algorithm>
#include <array>

namespace kessai {

namespace {

constexpr qint64 kMicrosecondsPerMinute = 60'000'000;

struct OfficeHours {
    QTime from;
    QTime until;
};

const std::array<OfficeHours, 2> &officeHours()
{
    static const std::array<OfficeHours, 2> both{OfficeHours{QTime(8, 30), QTime(12, 0)},
                                                 OfficeHours{QTime(13, 0), QTime(17, 15)}};
    return both;
}

} // namespace

QDate WorkingTime::dutyDay(QDate day, int n) const
{
    const int step = n < 0 ? -1 : 1;
    int left = std::abs(n);
    if (left == 0) {
        while (!isDuty(day))
            day = day.addDays(1);
    }
    while (left > 0) {
        day = day.addDays(step);
        if (isDuty(day))
            --left;
    }
    return day;
}

Instant WorkingTime::after(Instant from, int minutes) const
{
    qint64 left = minutes * kMicrosecondsPerMinute;
    for (QDate day = from.day();; day = day.addDays(1)) {
        if (!isDuty(day))
            continue;
        for (const OfficeHours &shift : officeHours()) {
            const Instant begin = std::max(from, Instant::fromTokyo(day, shift.from));
            const qint64 room = Instant::fromTokyo(day, shift.until).microseconds() - begin.microseconds();
            if (room <= 0)
                continue;
            if (left < room)
                return Instant(begin.microseconds() + left);
            left -= room;
        }
    }
}

int WorkingTime::between(Instant from, Instant until) const
{
    qint64 sum = 0;
    for (QDate day = from.day(); day <= until.day(); day = day.addDays(1)) {
        if (!isDuty(day))
            continue;
        for (const OfficeHours &shift : officeHours()) {
            const Instant begin = std::max(from, Instant::fromTokyo(day, shift.from));
            const Instant end = std::min(until, Instant::fromTokyo(day, shift.until));
            sum += std::max<qint64>(0, end.microseconds() - begin.microseconds());
        }
    }
    return int(sum / kMicrosecondsPerMinute);
}

} // namespace kessai
