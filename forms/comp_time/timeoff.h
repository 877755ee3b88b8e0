// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/duty/compensation.h"

#include <QJsonObject>

namespace kessai {

/// The time off a content asks for.
struct TimeOffRequest final {
    QDate day;
    QDate month; ///< first day of the month it comes from
    TimeOffUnit unit;
    qint64 minutes;                     ///< of time off; the rest of the unit is annual leave
    std::optional<qint64> ownMinutes{}; ///< of a day of short-time staff (forms/support/ownhours.h)

    /// None unless all of it is there.
    static std::optional<TimeOffRequest> read(const QJsonObject &fields);
};
/// The month a content draws on, as soon as the day and the choice are there.
std::optional<QDate> sourceMonth(const QJsonObject &fields);

/// The hours of the unit by the regular shift, as far as it is that of whoever asks.
std::vector<Stretch> regularUnit(const TimeOffRequest &request, const Numbers &numbers);
TimeOff timeOffOf(const TimeOffRequest &request, const Numbers &numbers);

/// Ledger "overtime.compensated.minutes", account "staff:<id>", with the begin of each stretch. The leave that fills it up is filed
/// as leave, for there it is counted.
std::vector<Posting> timeOffPostings(const TimeOffRequest &request, StaffId drafter, const Numbers &numbers);

/// What is asked to know what a month has earned, what was taken of it, and the person's day.
std::vector<LedgerQuery> timeOffQuestions(const QDate &day, const QDate &month, StaffId drafter,
                                          const Numbers &numbers);
/// What a month has earned by confirmed results and what others took of it.
EarnedMonth earnedMonth(const QDate &month, const FormContext &context, const Numbers &numbers);

} // namespace kessai
