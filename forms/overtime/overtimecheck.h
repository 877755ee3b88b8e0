// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/form.h"
#include "core/cases/numbers.h"

namespace kessai {

/// The checks of an overtime order beyond those every form has (domain.md 1.2–1.4). Limits warn, they do not refuse: work that
/// a disaster makes necessary (特例業務) may exceed them. Hours ordered twice are refused, and so is what somebody asked not to be
/// ordered.
std::vector<Finding> checkOvertime(const QJsonObject &fields, const FormContext &context, const Numbers &numbers);

} // namespace kessai
