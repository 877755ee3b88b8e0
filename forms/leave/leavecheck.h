// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/form.h"
#include "forms/support/numbers.h"

namespace kessai {

/// The checks of a leave beyond those every form has (domain.md 2.1, 2.4, 2.6). What the balance is short of warns only: the
/// grant is the office's standard number of days, which days carried over may exceed.
std::vector<Finding> checkLeave(const QJsonObject &fields, const FormContext &context, const Numbers &numbers);

} // namespace kessai
