// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace kessai {

/// An entry of the ledgers of somebody's overtime; minutes below zero take back what was entered before.
struct OvertimeEntry final {
    QDate day;
    std::optional<int> start; ///< minute of the day
    qint64 minutes;
    bool worked;        ///< reported as done; otherwise ordered
    bool used;          ///< decided; otherwise waiting
    bool counts = true; ///< into the minutes; 休日勤務 need not
};

/// Somebody's overtime by day of work. A night belongs to the day on which it begins: what is reported for that day settles the whole
/// of its order, past midnight too, and leaves the order of the next day alone (domain.md 1.3).
class OvertimeDays final {
public:
    void add(const OvertimeEntry &entry) { m_entries.push_back(entry); }

    /// The minutes to be expected of every day of the calendar: what was reported, waiting or decided; where nothing was, what is ordered.
    std::map<QDate, qint64> minutes() const;
    /// The minutes that count, as every page has them (domain.md 1.4): what was confirmed, and where nothing was, what is ordered as long
    /// as the month is open, for of a closed one nothing is reported any more. What waits does not count.
    std::map<QDate, qint64> counted(const std::set<QDate> &closedMonths) const;
    /// The days of work with a decided order of which nothing was reported.
    std::set<QDate> missing() const;

private:
    struct Work {
        qint64 reported = 0; ///< of whatever counts or not
        qint64 decided = 0;  ///< ordered
    };

    /// The day of work each entry belongs to.
    std::vector<QDate> beginnings() const;
    std::map<QDate, Work> works(const std::vector<QDate> &beginnings) const;

    std::vector<OvertimeEntry> m_entries;
};

} // namespace kessai
