// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QObject>

#include <algorithm>
#include <ctime>

namespace kessai::test {

/// Tells how long a turn of the event loop kept this thread at work: its processor time, as other work on the machine does not count.
class TurnWatch final : public QObject {
public:
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static constexpr double kLongest = 200;
#else
    static constexpr double kLongest = 50;
#endif

    TurnWatch()
    {
        const auto *const dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_began = now(); });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this,
                [this] { m_longest = std::max(m_longest, now() - m_began); });
    }
    /// In milliseconds.
    double longest() const
    {
        return m_longest;
    }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    double m_began = now();
    double m_longest = 0;
};

} // namespace kessai::test
