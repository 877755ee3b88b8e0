// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/duty/dutycalendar.h"

namespace kessai {

/// A stretch of work on one calendar day. The regular hours of a 休日 are 休日勤務, everything else is 時間外勤務.
struct WorkPiece final {
    QDate day;
    Stretch hours;
    bool holiday;
    friend bool operator==(const WorkPiece &, const WorkPiece &) = default;
};

/// Splits work at midnight and where the regular hours of a 休日 begin and end; what touches and is of one kind is one piece. `work` is
/// in order, in minutes from the midnight of `day` to the end of the next one. By the calendar alone, so that every reader gets the same.
std::vector<WorkPiece> workPieces(const QDate &day, const std::vector<Stretch> &work, const Numbers &numbers);
qint64 minutesOf(const std::vector<WorkPiece> &pieces);

/// The ledgers into which work goes, ordered or done.
struct WorkLedgers final {
    QString overtime;
    QString holiday;
};
/// "overtime.order.minutes" and "overtime.holiday.order.minutes".
const WorkLedgers &orderLedgers();
/// "overtime.minutes" and "overtime.holiday.minutes".
const WorkLedgers &resultLedgers();
/// One posting for every piece, with the minute of the day it begins at.
std::vector<Posting> workPostings(const std::vector<WorkPiece> &pieces, StaffId staff, const WorkLedgers &ledgers);

/// What cancelling work takes back, ordered or done: "時間外勤務の命令 2時間".
std::vector<Insight> workTakenBack(const Bilingual &what, const std::vector<Posting> &postings,
                                   const WorkLedgers &ledgers);

/// An error where work that was reported, confirmed or not, rests on an order that is taken back: nobody is paid for what nobody ordered.
/// The answers are those of the ledgers of results by their own names.
std::vector<Finding> reportedWork(const std::vector<Posting> &ordered, const FormContext &context);

/// "8:30〜12:00、13:00〜17:15".
Bilingual hoursText(const std::vector<Stretch> &hours);
/// "平日の時間外勤務": what work on such a day is called.
Bilingual workKindText(DayKind kind);

/// The kind of work by the calendar alone, so that it is the same in a form, in a case and on paper; what an exchange made of the day is
/// said by `changedDay`.
Bilingual workText(const QDate &first, const QDate &last, const Numbers &numbers);
/// What an exchange or a 代休日 made of a day; nothing where it is what the calendar says.
std::optional<Insight> changedDay(const QDate &day, const DutyCalendar &calendar, const Numbers &numbers);

/// Errors where work lies in somebody's regular hours of duty: on `firstField` for the day itself, on `lastField` for the next one.
std::vector<Finding> regularHoursFindings(const QDate &day, const std::vector<WorkPiece> &pieces,
                                          const DutyCalendar &calendar, const char *firstField, const char *lastField);

} // namespace kessai
