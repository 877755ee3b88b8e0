// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/duty/evidence.h"

namespace kessai {

/// The questions about papers of leave that began between two days.
std::vector<LedgerQuery> evidenceQuestions(StaffId staff, const QDate &from, const QDate &until);
/// The first days of leave whose papers are awaited, as often as there are papers, as far as `evidenceQuestions` were asked.
std::vector<QDate> evidenceAwaited(const FormContext &context);

} // namespace kessai
