// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QHash>
#include <QSet>

namespace kessai {

/// What a day is for staff with the regular shift. 週休日 has no hours allotted; on a 休日 they are allotted but excused.
/// A public holiday on a Saturday or Sunday is a 週休日 (domain.md 1.1).
enum class DayKind { Duty, WeeklyOff, Holiday };

/// The public holidays as a table of days, plus the office's closing days at the turn of the year.
class Holidays final {
public:
    /// Reads the format of resources/parameters/holidays.json.
    static Result<Holidays> fromJson(const QByteArray &json);

    DayKind kind(const QDate &day) const;
    bool isDuty(const QDate &day) const { return kind(day) == DayKind::Duty; }
    /// Whether a day is a public holiday or a closing day, on whichever day of the week it falls.
    bool isHoliday(const QDate &day) const;
    /// The holiday's name; empty on every other day, also on a closing day.
    QString name(const QDate &day) const;
    /// Whether the table says anything about the day's year; outside it only weekends and closing days are known.
    bool covers(const QDate &day) const;
    /// The n-th duty day after a day.
    QDate dutyDayAfter(QDate day, qint64 n) const;

private:
    QHash<QDate, QString> m_names;
    QSet<QPair<int, int>> m_closing; ///< month and day, every year
    int m_firstYear = 0;
    int m_lastYear = -1;
};

/// The table shipped with the program (":/kessai/parameters/holidays.json").
const Holidays &shippedHolidays();

} // namespace kessai
