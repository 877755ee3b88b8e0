// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/fiscalyear.h"
#include "core/duty/dutycalendar.h"
#include "core/duty/rateclasses.h"

namespace kessai {

/// How work on a day off is made good for by hours on another day (domain.md 1.8).
enum class Remedy {
    Exchange,  ///< 週休日の振替: a whole day of duty for a 週休日
    FourHours, ///< 4時間の割振り変更: four hours at the begin or end of a day of duty
    Daikyu,    ///< 代休日: for a 休日 on which the whole of the allotted hours is worked
};

/// Work on a day off and what is given for it: the hours that become duty on the one day and those that fall away on the other.
struct DutyShift final {
    Remedy remedy;
    QDate worked;
    std::vector<Stretch> added;
    QDate given;
    std::vector<Stretch> removed;
    friend bool operator==(const DutyShift &, const DutyShift &) = default;
};

/// What a rule has against a shift; the rules are those of 人事院規則15-14 第6条, 条例準則 第10条 and domain.md 1.8.
enum class ShiftFault {
    NoDayOff,       ///< the day worked is a day of duty for this person, or not a 休日 where a 代休日 is for one
    NoExchangeHere, ///< a holiday at a weekend is not exchanged here (`duty.weekend_holiday` 0)
    NoDuty,         ///< the day given has no duty that could fall away: 週休日, 休日, 代休日
    OutsideWindow,  ///< the day given lies too far off, or not after the holiday where it is a 代休日
    NotTheWholeDay, ///< what is worked is not the whole of the hours that fall away
    NotFourHours,   ///< what is moved is not exactly four hours
    FourHourDay,    ///< the day given has four hours only, or lost some already: two changes never make a day
    NotAtTheEdge,   ///< the hours given do not touch the begin or the end of that day
    OutsideBand,    ///< the new hours lie outside the hours of the day given
    TooFewDaysOff,  ///< fewer than four 週休日 in some four weeks
    TooManyInARow,  ///< more than 24 days with hours one after another
};

/// Between which days the other day lies: from 4 weeks before to 8 weeks after the day worked, that day counted as day 0
/// (`overtime.furikae_before_days`, `overtime.furikae_after_days`); for a 代休日 from the next day to 8 weeks after (`duty.daikyu_after_days`).
DayRange remedyWindow(Remedy remedy, const QDate &worked, const NumberOn &numbers);

/// The first or the last so many minutes of the hours of a day; fewer where the day has fewer.
std::vector<Stretch> edgeHours(const std::vector<Stretch> &hours, qint64 minutes, bool atEnd);

/// What speaks against a shift on somebody's days as they are before it; in the order of the enumeration, none where it may be.
std::vector<ShiftFault> faultsOf(const DutyShift &shift, const DutyCalendar &before, const Holidays &holidays,
                                 const NumberOn &numbers);

/// What a shift enters into the ledgers.
DutyChanges changesOf(const DutyShift &shift);

/// How many days with hours (of duty, or excused as a 休日) stand in a row with a day, itself counted; 0 where it has none.
int daysInARow(const QDate &day, const DutyDays &days);
/// The fewest 週休日 in any four weeks that contain a day.
int fewestDaysOff(const QDate &day, const DutyDays &days);

/// The Sunday a week begins with; the week ends with the Saturday (domain.md 1.8).
QDate weekOf(const QDate &day);
/// The minutes of duty of the week a day lies in; 休日 that are excused count nothing, nor does work that is paid as 休日勤務.
qint64 dutyOfWeek(const QDate &day, const DutyDays &days);
/// Minutes of duty on a day that were not worked, for leave.
using AbsentOn = std::function<qint64(const QDate &)>;
/// The hours of duty of a day that were not worked, each minute once.
qint64 absentMinutes(const DutyDay &day, const std::vector<Stretch> &leave, const std::vector<Stretch> &timeOff);
/// By how much the duty of a week goes beyond 38:45, as far as hours were added in it: these minutes are paid at 25/100, beyond 60
/// hours of overtime in the month at 50/100.
qint64 premiumOfWeek(const QDate &day, const DutyCalendar &calendar, const NumberOn &numbers,
                     const AbsentOn &absent = {});
/// The weeks with such hours whose Saturday lies in a period, in order.
std::vector<WeekExcess> weekExcesses(const DayRange &saturdays, const DutyCalendar &calendar, const NumberOn &numbers,
                                     const AbsentOn &absent = {});

} // namespace kessai
