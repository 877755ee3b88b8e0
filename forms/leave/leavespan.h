// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/posting.h"
#include "core/duty/exchange.h"
#include "forms/leave/careperiods.h"
#include "forms/leave/leaveunits.h"
#include "forms/leave/specialleave.h"
#include "forms/support/shift.h"

#include <QJsonObject>

namespace kessai {

/// The leave a content asks for: which kind, in which unit, when.
struct LeaveSpan final {
    LeaveKind kind;
    const SpecialLeave *special; ///< for LeaveKind::Special only
    LeaveUnit unit;
    QDate from;
    QDate until;
    Stretch hours;           ///< of every day, for LeaveUnit::Hours only
    bool changedDay = false; ///< an exchange made or shortened the duty of the day (振替, 4時間の割振り変更)
    std::optional<Stretch>
        rest{}; ///< what the duty of a changed day is, where it is not a whole day's; for LeaveUnit::Day only
    qint64 ownMinutes = 0;        ///< regular hours of a day of whoever asks: short-time staff have fewer
    bool extended = false;        ///< the condition for the longer term is declared
    bool evidenceLater = false;   ///< the paper that proves it is to follow
    LeaveWindow window{};         ///< of a special leave
    std::optional<QDate> death{}; ///< the day of it, for 忌引
    SickKind sick = SickKind::Ordinary;
    int careCase = 0;                       ///< which person in which state of need, for family care
    std::optional<CarePeriod> carePeriod{}; ///< the designated period, for LeaveKind::Care only
    PartialKind partial = PartialKind::First;

    /// The leave a content describes; none where a part is missing, the end lies before the start, or the run is longer than
    /// any leave (so that a slip in a year costs no time).
    static std::optional<LeaveSpan> read(const QJsonObject &fields, const Numbers &numbers);

    /// Whether every day counts, with duty or without.
    bool calendar() const;
    /// Whether hours are taken on every day of duty of the span, not on one day.
    bool daily() const;
    bool isDuty(const QDate &day, const Numbers &numbers) const { return changedDay || numbers.holidays().isDuty(day); }
    /// The days that count: those with duty, or every day where the kind runs by the calendar.
    std::vector<QDate> countedDays(const Numbers &numbers) const;
    /// The regular hours of a day that fall away, without the noon break.
    std::vector<Stretch> absence(const QDate &day, const Numbers &numbers) const;
    /// Minutes of regular hours the hours of a day cover; the noon break is not leave.
    qint64 regularMinutes(const Numbers &numbers) const;
    /// What a whole day is counted as: `leave.day_minutes`, for short-time staff their own hours.
    qint64 dayMinutes(const QDate &day, const Numbers &numbers) const;
};

/// What a day of leave of somebody with so many regular hours a day is counted as.
qint64 leaveDayMinutes(qint64 ownMinutes, const QDate &day, const Numbers &numbers);

/// What a leave puts into ledgers, account "staff:<id>"; whatever is a stretch of a day says where it starts:
/// - "leave.annual.minutes": whole days at `leave.day_minutes` each (short-time staff: at their own hours), what is left of a day of which
///   an exchange moved a part at its minutes, and hours; "leave.annual.half_days": half days, one each,
///   because half of 465 minutes is no whole number and half a day is never converted (domain.md 2.1) – where the parameter
///   `leave.half_day_minutes` names minutes, they go into the minutes instead;
/// - "leave.sick.days": one for every day of the calendar; of an injury on duty, which no limit counts, "leave.sick_on_duty.days";
/// - "leave.special.<code>.minutes", "leave.care.minutes", "leave.care_time.minutes", "leave.partial.minutes",
///   "leave.union.minutes": counted days and hours alike; what is taken in days only costs a day, however long it is;
/// - "leave.special.SP14.days": on the day of the death, one for every day of the calendar a 忌引 lasts, so that they are counted by death;
/// - "leave.care.case<n>.days": on the first day of the designated period its length in days, once for every request in it;
///   "leave.care_time.case<n>.minutes"; "leave.partial.first.minutes" and "leave.partial.second.minutes" by type;
/// - "evidence.due": one on the first day, where a paper is to follow (forms/support/evidence.h);
/// - "absence.minutes": the regular hours of a duty day that fall away, whatever the kind, so that a minute is taken once.
std::vector<Posting> leavePostings(const LeaveSpan &span, StaffId drafter, const Numbers &numbers);

/// What of the postings of a leave from a first to a last day belongs to some of these; a designated period of care stays as it is.
std::vector<Posting> leavePostingsOn(const DayRange &days, const DayRange &leave, std::vector<Posting> postings);

/// The ledger of the minutes of a kind of leave.
QString leaveLedger(const LeaveSpan &span);
QString carePeriodLedger(int careCase);
bool isCarePeriodLedger(const QString &ledger);
QString careTimeLedger(int careCase);
QString partialLedger(PartialKind partial);

} // namespace kessai
