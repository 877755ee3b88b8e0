// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/calendar/holidays.h"

namespace kessai {

/// The hours in which the sample office works: duty days, 8:30–12:00 and 13:00–17:15 (domain.md 0.1).
class WorkingTime final {
public:
    explicit WorkingTime(const Holidays &holidays) : m_holidays(holidays) {}

    bool isDuty(const QDate &day) const { return m_holidays.isDuty(day); }
    /// The n-th duty day before (n < 0) or after (n > 0) a day; for 0 the day itself or the next one with duty.
    QDate dutyDay(QDate day, int n) const;
    /// The instant so many minutes of office hours after another.
    Instant after(Instant from, int minutes) const;
    /// The office hours between two instants, in minutes; 0 when the second is not later.
    int between(Instant from, Instant until) const;

private:
    const Holidays &m_holidays;
};

} // namespace kessai
