// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/exchange.h"
#include "forms/support/overtimespan.h"

#include <QJsonObject>

namespace kessai {

/// Work on a day off as it is ordered, and what is given for it; without a remedy it is paid.
struct DutyOrder final {
    OvertimeSpan span;
    std::optional<Remedy> remedy;
    QDate given;                        ///< read where there is a remedy
    bool atEnd = false;                 ///< of four hours: the last ones of the day
    std::optional<qint64> ownMinutes{}; ///< of a day of short-time staff (forms/support/ownhours.h)

    /// The order a content describes; none unless it is one: a span that can be worked, a day given where the remedy needs one.
    static std::optional<DutyOrder> read(const QJsonObject &fields);
    const QDate &day() const { return span.day; }
};

/// The remedy a choice of the form names; none for pay and for what is no choice.
std::optional<Remedy> remedyNamed(const QString &code);

/// The hours of an order by what they are. What goes beyond the hours that are made good for is ordered like overtime.
struct OrderedHours final {
    std::vector<WorkPiece> worked;
    std::optional<DutyShift> shift; ///< where a remedy was chosen
    std::vector<WorkPiece> paid;

    qint64 paidMinutes() const { return minutesOf(paid); }
};

/// Splits an order by the regular shift, as far as it is that of whoever is ordered, and the calendar alone.
OrderedHours orderedHours(const DutyOrder &order, const Numbers &numbers);

/// What an order enters into the ledgers, account "staff:<id>", each stretch with its begin: "duty.added.minutes" on the day off and
/// "duty.removed.minutes" (振替, four hours) or "duty.daikyu.minutes" (代休日) on the day given; "overtime.order.minutes" and
/// "overtime.holiday.order.minutes" for what is paid.
std::vector<Posting> dutyPostings(const DutyOrder &order, StaffId drafter, const Numbers &numbers);

} // namespace kessai
