// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"

namespace kessai {

/// The ledgers of papers that are to follow a leave, one for each on its first day, and of those handed in.
inline constexpr QLatin1String kEvidenceDue("evidence.due");
inline constexpr QLatin1String kEvidenceReceived("evidence.received");

/// The last day on which a paper that is to follow may be handed in (`leave.evidence_later_days`).
QDate evidenceDueBy(const QDate &leaveFrom, const Numbers &numbers);

/// The questions about papers of leave that began between two days.
std::vector<LedgerQuery> evidenceQuestions(StaffId staff, const QDate &from, const QDate &until);
/// The first days of leave whose papers are awaited, as often as there are papers, as far as `evidenceQuestions` were asked.
std::vector<QDate> evidenceAwaited(const FormContext &context);

} // namespace kessai
