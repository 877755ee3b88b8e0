// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/duty/exchange.h"

namespace kessai {

/// What a rule has against an exchange, as people read it: on the field where it is put right, with what would be right.
Finding faultFinding(ShiftFault fault, const DutyShift &shift, const DutyCalendar &before, const NumberOn &numbers);
/// The day of work is a day of duty.
Finding noDayOffFinding(const QDate &day, const DutyCalendar &before);

/// "10月17日から1月9日まで": the days among which the other one is.
Bilingual windowText(const DayRange &window);
/// "振替", "割振り変更", "代休日".
Bilingual remedyText(Remedy remedy);

} // namespace kessai
