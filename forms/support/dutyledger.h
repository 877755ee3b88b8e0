// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/duty/dutycalendar.h"

namespace kessai {

/// The stretches an answer lists, those that were taken back too; minutes without a begin are none.
std::vector<LedgerStretch> stretchesIn(const LedgerAnswer &answer);

/// What a form asks so that it knows somebody's days between two days, both included.
std::vector<LedgerQuery> dutyQuestions(StaffId staff, const QDate &from, const QDate &until);
/// The drafter's days, as far as `dutyQuestions` were asked; `numbers` and the context's parameters outlive it.
DutyCalendar dutyCalendar(const FormContext &context, const Numbers &numbers);

} // namespace kessai
