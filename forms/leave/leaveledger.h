// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "forms/leave/annualstock.h"
#include "forms/leave/leavespan.h"
#include "forms/leave/sickrun.h"

namespace kessai {

/// What a leave does to the annual leave of one leave year.
struct AnnualBalance final {
    AnnualStock stock; ///< without the leave itself
    LeaveAmount added;
    qint64 halfDaysTaken; ///< by whole and half days, the leave itself included

    LeaveAmount left() const { return stock.left() - added; }
};

/// What a leave does to a plain limit: of a year, of an event, or of the request alone.
struct LimitUse final {
    enum class Per { Request, Event, Year };
    Bilingual name;
    Per per;
    qint64 dayMinutes;
    qint64 before; ///< minutes
    qint64 added;
    qint64 limit;

    qint64 total() const { return before + added; }
    friend bool operator==(const LimitUse &, const LimitUse &) = default;
};

/// What everything below needs to know of the ledgers.
std::vector<LedgerQuery> leaveQuestions(const LeaveSpan &span, StaffId drafter, const Numbers &numbers);

/// One balance for every leave year an annual leave touches.
std::vector<AnnualBalance> annualBalances(const LeaveSpan &span, const FormContext &context, const Numbers &numbers);
/// One entry for every limit a leave counts against; none where it has no plain limit.
std::vector<LimitUse> limitUses(const LeaveSpan &span, const FormContext &context, const Numbers &numbers);
/// For a leave whose days of one occasion are taken one after another (結婚, 忌引): how many days without duty lie between it and others of
/// its kind; none where no other adjoins. Nothing lies between where it need not be so.
std::optional<qint64> runAround(const LeaveSpan &span, const FormContext &context, const Numbers &numbers);
/// The days of 忌引 that other requests take for the same death.
qint64 daysOfDeath(const FormContext &context);
/// The run of sick leave a request ends; none for other leave, and where no limit counts.
std::optional<SickRun> sickRunOf(const LeaveSpan &span, const FormContext &context, const Numbers &numbers);
/// Days a run of sick leave may last.
qint64 sickLimit(const LeaveSpan &span, const Numbers &numbers);
/// Minutes of a day that the entries of an answer cover.
qint64 minutesOn(const QDate &day, const FormContext &context, const char *question);

/// A limit of a special leave as a parameter ("limit_days"); none where the office has none.
std::optional<qint64> specialNumber(const SpecialLeave &special, const char *name, const QDate &day,
                                    const Numbers &numbers);
/// The year a 部分休業 is counted in.
QDate partialYearStart(const QDate &day, const Numbers &numbers);

} // namespace kessai
