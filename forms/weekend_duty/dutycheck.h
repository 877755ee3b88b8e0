// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/cases/numbers.h"

namespace kessai {

/// The checks of an order for a day off beyond those every form has (domain.md 1.2, 1.3, 1.8): an exchange, a change of four hours
/// or a 代休日 is made before the day of work and by the rules of core/duty/exchange.h; no minute is ordered twice, and no day is
/// given on which there is leave.
std::vector<Finding> checkDuty(const QJsonObject &fields, const FormContext &context, const Numbers &numbers);

} // namespace kessai
