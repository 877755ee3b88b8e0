// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/evidence.h"

namespace kessai {

QDate evidenceDueBy(const QDate &leaveFrom, const NumberOn &numbers)
{
    return leaveFrom.addDays(numbers("leave.evidence_later_days", leaveFrom));
}

} // namespace kessai
