// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"

#include <QtGlobal>

#include <compare>

namespace kessai {

/// An amount of annual leave, exact also where half days are taken: half of 465 minutes is no whole minute, so amounts are
/// counted in half minutes inside and shown as days, half a day, hours and minutes (domain.md 2.1).
class LeaveAmount final {
public:
    /// Minutes and half days, where a day has `dayMinutes`.
    static LeaveAmount of(qint64 minutes, qint64 halfDays, qint64 dayMinutes)
    {
        return LeaveAmount(2 * minutes + halfDays * dayMinutes, dayMinutes);
    }
    static LeaveAmount days(qint64 count, qint64 dayMinutes) { return of(count * dayMinutes, 0, dayMinutes); }

    LeaveAmount operator+(const LeaveAmount &other) const { return LeaveAmount(m_halves + other.m_halves, m_day); }
    LeaveAmount operator-(const LeaveAmount &other) const { return LeaveAmount(m_halves - other.m_halves, m_day); }
    bool negative() const { return m_halves < 0; }
    bool zero() const { return m_halves == 0; }
    /// Whole minutes, rounded towards less; for meters.
    qint64 minutes() const { return m_halves / 2; }
    /// Without what is no whole day.
    LeaveAmount wholeDays() const { return LeaveAmount(m_halves - m_halves % (2 * m_day), m_day); }
    /// "12日3時間45分", "19.5日", "19.5日と1時間"; nothing at all is "0日". A negative amount is written by its size.
    Bilingual text() const;
    friend auto operator<=>(const LeaveAmount &, const LeaveAmount &) = default;

private:
    LeaveAmount(qint64 halves, qint64 day) : m_halves(halves), m_day(day > 0 ? day : 1) {}

    qint64 m_halves;
    qint64 m_day; ///< minutes of a day, at least 1
};

} // namespace kessai
