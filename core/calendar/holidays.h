// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>

#include <limits>
#include <memory>
#include <vector>

namespace kessai {

/// What a day is for staff with the regular shift. 週休日 has no hours allotted; on a 休日 they are allotted but excused.
/// A public holiday on a Saturday or Sunday is a 週休日 (domain.md 1.1).
enum class DayKind { Duty, WeeklyOff, Holiday };

/// Where a holiday comes from: the official list (祝日), the turn of the year (年末年始), the city itself, or, in a year whose official
/// list nobody has imported, the law as the program knew it that wrote the office down.
enum class HolidayKind { Official, Closing, Local, Lawful };

/// A holiday as the office keeps it: a day, and the same day of every year until the last one. An official or
/// lawful one is that day alone.
struct Holiday final {
    QDate day;
    QDate until; ///< inclusive; invalid = for good
    QString name;
    HolidayKind kind;
    int addedIn = 1;   ///< office revision
    int removedIn = 0; ///< 0 = stands
    bool onceOnly() const { return until == day; }
    friend bool operator==(const Holiday &, const Holiday &) = default;
};

/// A day of the official list of public holidays.
struct OfficialDay final {
    QDate day;
    QString name;
    friend bool operator==(const OfficialDay &, const OfficialDay &) = default;
};

/// A holiday in one year.
struct HolidayIn final {
    QDate day;
    QString name;
    HolidayKind kind;
    bool provisional = false; ///< the day may still change: an equinox that nobody has announced
    friend bool operator==(const HolidayIn &, const HolidayIn &) = default;
};

/// The days on which an office is closed though they are no weekend. What the office has imported of the official list stands for the
/// years it contains; in all others the law says which days are public holidays: as it was written down in the office, else as this
/// program knows it. A cheap value.
class Holidays final {
public:
    /// The law alone.
    Holidays();
    explicit Holidays(std::vector<Holiday> rows);
    /// What was known when the office was at a revision: readers judge a case by what was known then.
    Holidays knownIn(int revision) const;

    DayKind kind(const QDate &day) const;
    bool isDuty(const QDate &day) const { return kind(day) == DayKind::Duty; }
    /// Whether a day is a public holiday or one of the office's own, on whichever day of the week it falls.
    bool isHoliday(const QDate &day) const;
    /// The holiday's name, the official one first; empty on every other day.
    QString name(const QDate &day) const;
    /// Whether anything says which days of the day's year are public holidays; else only weekends and the office's own are known.
    bool covers(const QDate &day) const;
    /// Whether the public holidays of a year are from the official list.
    bool isImported(int year) const;
    /// The n-th duty day after a day.
    QDate dutyDayAfter(QDate day, qint64 n) const;
    /// All holidays of a year, by day.
    std::vector<HolidayIn> in(int year) const;
    /// The public holidays of a year, by day.
    std::vector<OfficialDay> officialIn(int year) const;
    /// What the office keeps, of all revisions.
    const std::vector<Holiday> &rows() const;

private:
    struct Table;
    bool stands(const Holiday &row) const;
    QString officialName(const QDate &day) const;
    const Holiday *ownOn(const QDate &day) const;

    std::shared_ptr<const Table> m_table;
    int m_revision = std::numeric_limits<int>::max();
};

/// What an office begins with: the law, and the closing days shipped with the program.
const Holidays &shippedHolidays();

} // namespace kessai
