// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>

#include <compare>

namespace kessai {

/// A point in time: whole microseconds since 1970-01-01 UTC, exactly as the database stores it.
class Instant final {
public:
    constexpr explicit Instant(qint64 microseconds) : m_us(microseconds) {}
    constexpr qint64 microseconds() const { return m_us; }
    /// The wall-clock date and time in Asia/Tokyo, where every user of this program is.
    QDateTime tokyo() const;
    /// The day in Asia/Tokyo.
    QDate day() const;
    /// The instant of a wall-clock time in Asia/Tokyo.
    static Instant fromTokyo(const QDate &day, const QTime &time);
    friend constexpr auto operator<=>(Instant, Instant) = default;

private:
    qint64 m_us;
};

/// The one source of "now"; injected, so that tests and the sample office choose their own time.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// The computer's clock.
class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// A clock that stands where it was put.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant now) : m_now(now) {}
    Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now;
};

} // namespace kessai
