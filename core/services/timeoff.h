// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/fiscalyear.h"
#include "core/duty/compensation.h"
#include "core/duty/monthpay.h"
#include "core/services/personwork.h"

namespace kessai {

// 時間外代休時間 (domain.md 1.6) over the months: what each month earned and what was taken of it.

/// Before a month: those its time off may be taken for, and those it may have been taken for before.
inline constexpr int kMonthsOfTimeOff = 4;

/// Whether time off is taken in a month; then its pay needs the postings of `timeOffPeriod` too.
bool settlesTimeOff(const QDate &month, const std::vector<WorkPosting> &postings);
/// The days whose postings the months need from which time off taken in a month may come.
DayRange timeOffPeriod(const QDate &month);
/// What several months have earned, in order.
std::vector<EarnedMonth> earnedMonths(const QDate &first, int count, const RatedWork &rated, const NumberOn &numbers);
/// What is paid for a month: what was worked in it, and, less than nothing, what falls away of the months before by the time off taken in
/// it: only then is it certain that it was not worked (給与法16条4項), and what was paid for those months stays what it was. The payroll
/// and the 時間外勤務命令簿 go by this alone.
std::vector<PaidMinutes> paidIn(const QDate &month, const PersonWork &person, const RatedWork &rated,
                                const NumberOn &numbers);

} // namespace kessai
