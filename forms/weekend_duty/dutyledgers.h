// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "forms/weekend_duty/dutyorder.h"

namespace kessai {

/// What is known elsewhere of the days an order is about.
struct DutySurroundings final {
    DutyCalendar days;                   ///< the drafter's, before this order
    std::vector<LedgerStretch> ordered;  ///< other orders on the day of work and the next one, and on the day given
    std::vector<LedgerStretch> absences; ///< leave and 時間外代休時間 on the day given
};

/// What has to be asked for `surroundingsOf`, and for the forecast of what is paid.
std::vector<LedgerQuery> surroundingQuestions(const DutyOrder &order, StaffId drafter, const Numbers &numbers);
/// `numbers` and the context's parameters outlive it.
DutySurroundings surroundingsOf(const FormContext &context, const Numbers &numbers);

} // namespace kessai
