// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/leave/leavecheck.h"
#include "forms/support/fields.h"

namespace kessai {

/// What 介護休暇, 介護時間 and 部分休業 are limited by besides a plain number of days (domain.md 2.5).
void checkCare(const LeaveSpan &span, const Fields &fields, const FormContext &context, const Numbers &numbers,
               LeaveFindings &findings);

} // namespace kessai
