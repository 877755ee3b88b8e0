// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "forms/comp_time/timeoff.h"

namespace kessai {

/// The checks of time off beyond those every form has: a day of duty to come, no more than the month has left, four hours or a day,
/// hours that nothing else takes, and annual leave filed for what fills it up.
std::vector<Finding> checkTimeOff(const QJsonObject &fields, const FormContext &context, const Numbers &numbers);

} // namespace kessai
