// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/dutyday.h"

namespace kessai {

/// What somebody worked on one calendar day, breaks taken out.
struct WorkedStretch final {
    QDate day;
    Stretch hours;
    friend bool operator==(const WorkedStretch &, const WorkedStretch &) = default;
};

/// How a minute outside the regular duty is paid (domain.md 1.5; 給与法16条1項, 17条).
enum class RateClass {
    ShortTime,      ///< on a day of duty of short-time staff, up to the hours of a whole day: 100/100
    ShortTimeNight, ///< the same at night: 125
    Weekday,        ///< on a day of duty: 125
    WeekdayNight,   ///< 150
    DayOff,         ///< on a 週休日, and outside the allotted hours of a 休日: 135
    DayOffNight,    ///< 160
    Holiday,        ///< within the allotted hours of a 休日: 135, as 休日勤務手当
    Exchange, ///< duty that a 振替 puts beyond the hours of a week: 25, with the pay for it in the salary already
};

/// Duty beyond the hours of a week that a 振替 made longer (domain.md 1.8). How long a week was is known at its end: it is of the
/// Saturday's month, and comes after all other work of that day.
struct WeekExcess final {
    QDate saturday;
    qint64 minutes;
    friend bool operator==(const WeekExcess &, const WeekExcess &) = default;
};

/// A stretch of one class, of duty beyond a week only as long as it. Past the 60th hour of the month the class stays what it was, for time off instead of the raised part is
/// counted by it (domain.md 1.6), but it is paid at 150, at night at 175.
struct RatedStretch final {
    QDate day;
    Stretch hours;
    RateClass rate;
    bool over60 = false;
    friend bool operator==(const RatedStretch &, const RatedStretch &) = default;
};

/// Minutes of one class.
struct RatedMinutes final {
    RateClass rate;
    bool over60;
    qint64 minutes;
    friend bool operator==(const RatedMinutes &, const RatedMinutes &) = default;
};

/// Sorts whole months of work into classes: every minute by its own calendar day, also after midnight, and past the 60th hour of its
/// month in the order of time. `work` may come in any order; a minute that is in it twice counts once. Regular duty is left out. The
/// regular hours of a 休日 do not count into the 60 hours, nor Sundays where `overtime.count60_sunday` is 0. `weeks` are in order of time.
std::vector<RatedStretch> rateClasses(std::vector<WorkedStretch> work, const DutyDays &days, const TermsOn &terms,
                                      const NumberOn &numbers, const std::vector<WeekExcess> &weeks = {});
/// Of somebody whose terms are the same on every day.
std::vector<RatedStretch> rateClasses(std::vector<WorkedStretch> work, const DutyDays &days, const WorkTerms &terms,
                                      const NumberOn &numbers, const std::vector<WeekExcess> &weeks = {});

/// The sums, in the order of the classes, those within 60 hours first.
std::vector<RatedMinutes> minutesByRate(const std::vector<RatedStretch> &rated);

/// What a class is paid at on a day, in hundredths of the hourly wage.
int percentOf(RateClass rate, bool over60, const QDate &day, const NumberOn &numbers);

} // namespace kessai
