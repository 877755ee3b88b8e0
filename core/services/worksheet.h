// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/duty/limits.h"
#include "core/ports/ledgerstore.h"
#include "core/services/workwatch.h"

namespace kessai {

/// How near somebody is to the upper limits of overtime.
enum class LimitTone { Fine, Near, Over };

/// One person's overtime of a month, as personnel see it.
struct WorkRow final {
    StaffId id;
    QString number; ///< of the staff
    QString name;
    QString section;
    SectionId division{0}; ///< their 課, or above it where they are
    qint64 minutes = 0;    ///< of the month, as it counts: see OvertimeDays::counted
    qint64 asked = 0;      ///< what orders and results that wait would add to it
    qint64 waiting = 0;    ///< worked and not confirmed
    int missing = 0;       ///< past days with an order and nothing worked; a day ends with the work begun on it
    qint64 year = 0;       ///< the same from the begin of the year of limits up to the month
    std::vector<LimitState> limits; ///< by what is decided
    LimitTone tone = LimitTone::Fine;
    std::vector<QDate> missingOn{}; ///< the days of `missing`
    std::vector<QDate> waitingOn{}; ///< the days of `waiting`
    qint64 leaveMinutes = 0;        ///< annual leave of their year up to the end of the month; what waits counts
    int dayMinutes = 0;             ///< of their own day of duty
    bool littleLeave =
        false; ///< less of it than the five days of `leave.annual.five_days` (労働基準法39条7項; domain.md 2.2)
    int evidenceOverdue = 0; ///< papers that were to follow their leave and whose last day is over
    qint64 expiring = 0; ///< minutes of 時間外代休時間 that have to be taken within `kExpiringDays` from today
    QDate expiresOn{};   ///< by when the first of them; invalid where there are none
    friend bool operator==(const WorkRow &, const WorkRow &) = default;
};

/// How far a 課 is with a month.
struct SectionWork final {
    SectionId id;
    QString name;
    int people = 0;
    int waiting = 0; ///< of them with results that are not confirmed
    int missing = 0; ///< of them with past orders and nothing worked
    bool settled() const { return waiting == 0 && missing == 0; }
    friend bool operator==(const SectionWork &, const SectionWork &) = default;
};

/// A month of everybody's overtime: who is near a limit, what is not confirmed yet, and whether the month is closed.
struct WorkSheet final {
    QDate first; ///< of the month
    QDate today;
    std::vector<WorkRow> rows;      ///< those on the staff with a post, by number
    std::vector<MonthClose> closes; ///< of this month, oldest first
    std::vector<SectionWork> sections{};
    bool closed() const { return !closes.empty() && closes.back().closed; }
    bool closable() const { return first.addMonths(1) <= today && !closed(); }
};

/// The oldest month that is over and not closed, of those since the first that ever was closed; the one before this where none was.
QDate oldestOpenMonth(const std::vector<MonthClose> &closes, const QDate &today);

/// The begin of the period whose sums a month needs: of what counts into its limits, and of the year of annual leave.
QDate workSumsFrom(const QDate &month, const Parameters &parameters);

/// Puts a month together from its postings, those of the evening before it, the sums of annual leave, what is to be seen to now, and what
/// the months before it count (readCountedMonths). Annual leave goes by each person's own day and year (core/duty/leaveyear.h), a year to the month in which it begins.
WorkSheet makeWorkSheet(const Office &office, const OfficeHistory &history, const Parameters &parameters,
                        const QDate &month, const std::vector<WorkPosting> &postings, const std::vector<WorkSum> &sums,
                        const std::vector<MonthClose> &closes, const WorkWatch &watch = {},
                        std::map<StaffId, OvertimeMonths> earlier = {});

} // namespace kessai
