// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/cases/numbers.h"

namespace kessai {

/// What an approver should see beside an order for a day off: between which days the other one lies, what the weeks become and
/// cost, how many days stand in a row, and which days of the four weeks are off.
std::vector<Insight> dutyInsights(const QJsonObject &fields, const FormContext &context, const Numbers &numbers);

} // namespace kessai
