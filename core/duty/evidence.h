// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/dutyday.h"

#include <QLatin1String>

namespace kessai {

/// The ledgers of papers that are to follow a leave, one for each on its first day, and of those handed in.
inline constexpr QLatin1String kEvidenceDue("evidence.due");
inline constexpr QLatin1String kEvidenceReceived("evidence.received");

/// The last day on which a paper that is to follow may be handed in (`leave.evidence_later_days`; domain.md 2.6).
QDate evidenceDueBy(const QDate &leaveFrom, const NumberOn &numbers);

} // namespace kessai
