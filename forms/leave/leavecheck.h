// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "forms/leave/leavespan.h"

namespace kessai {

using LeaveFindings = std::vector<Finding>;

/// The checks of a leave beyond those every form has (domain.md 2).
std::vector<Finding> checkLeave(const QJsonObject &fields, const FormContext &context, const Numbers &numbers);

/// The units a leave is taken in.
LeaveUnits unitsOf(const LeaveSpan &span, const Numbers &numbers);
/// The rule a kind of leave goes by, as findings cite it.
QString leaveSource(const LeaveSpan &span);

} // namespace kessai
