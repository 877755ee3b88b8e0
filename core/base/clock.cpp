// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <chrono>

namespace kessai {

namespace {

// Japan has one time zone and no summer time (design.md), so a fixed offset is exact and needs no zone files.
constexpr int kTokyoOffsetSeconds = 9 * 60 * 60;

} // namespace

QDateTime Instant::tokyo() const
{
    qint64 milliseconds = m_us / 1000;
    if (m_us % 1000 < 0)
        --milliseconds; // before 1970 too, a moment belongs to the millisecond it lies in
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::OffsetFromUTC, kTokyoOffsetSeconds);
}

QDate Instant::day() const
{
    return tokyo().date();
}

Instant Instant::fromTokyo(const QDate &day, const QTime &time)
{
    const QDateTime wall(day, time, Qt::OffsetFromUTC, kTokyoOffsetSeconds);
    return Instant(wall.toMSecsSinceEpoch() * 1000);
}

Instant SystemClock::now() const
{
    using namespace std::chrono;
    return Instant(duration_cast<microseconds>(system_clock::now().time_since_epoch()).count());
}

} // namespace kessai
