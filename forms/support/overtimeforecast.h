// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/limits.h"
#include "forms/support/overtimework.h"

namespace kessai {

/// How far a limit is used without a content and with it: actual minutes, never hours rounded for pay.
struct OvertimeForecast final {
    LimitState state; ///< with the content
    qint64 before;    ///< reached without it, in the same period

    bool raised() const { return state.reached > before; }
    friend bool operator==(const OvertimeForecast &, const OvertimeForecast &) = default;
};

/// What the forecasts need to know of somebody's orders and results, entry by entry, as far back as a limit reaches and one day more:
/// the ledgers by their own names. Nothing where a content posts nothing.
std::vector<LedgerQuery> forecastQuestions(const std::vector<Posting> &own, StaffId staff, const Numbers &numbers);

/// Somebody's months as they would be with the postings of a content among them and what else is asked for. A day of work counts what was reported, and where nothing was, what
/// is ordered (core/duty/overtimedays.h). Which limits hold is a matter of where somebody was in each month; from now on, of where they are.
OvertimeMonths overtimeMonths(const std::vector<Posting> &own, const FormContext &context, const Numbers &numbers);

/// Somebody's months as they count now, as the pages of personnel and the register have them.
OvertimeMonths countedOvertime(const FormContext &context, const Numbers &numbers);

/// What a content does to the limits of every month and year it touches, months first (domain.md 1.4).
std::vector<OvertimeForecast> overtimeForecasts(const std::vector<Posting> &own, const FormContext &context,
                                                const Numbers &numbers);
/// "10月は 43時間30分 / 45時間 の見込みです", with a meter; what else is asked for is expected, too.
Insight insightOf(const OvertimeForecast &forecast, const Numbers &numbers);
/// "10月の時間外勤務が上限（45時間以内）を超えます。この命令を含めて 45時間1分です。" for every limit that is passed.
std::vector<Finding> limitWarnings(const std::vector<OvertimeForecast> &forecasts, const Numbers &numbers);
/// Whether the content makes somebody see a doctor; nothing where they have to anyhow.
std::optional<Insight> interviewInsight(const std::vector<Posting> &own, const FormContext &context,
                                        const Numbers &numbers);

} // namespace kessai
