// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/overtime_result/overtimeresult.h"

namespace kessai {

/// The checks of a result beyond those every form has (domain.md 1.3 rules 2 and 3): every minute outside the regular hours was ordered,
/// never a silent overwrite of an order; one result a day; a gap to the objective record has its reason.
std::vector<Finding> checkResult(const QJsonObject &fields, const FormContext &context, const Numbers &numbers);

/// By how much the record kept by machines and the hours reported differ, the larger of both ends; none without a record. The record's
/// begin says nothing of work after the regular hours, nor its end of work before them.
std::optional<qint64> recordGap(const QJsonObject &fields, const OvertimeResult &result, const DutyCalendar &calendar);

} // namespace kessai
