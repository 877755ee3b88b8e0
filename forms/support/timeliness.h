// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/numbers.h"

namespace kessai {

/// How a form words what it says about filing late; the rules are the same for an order and for leave.
struct LateWording final {
    const char *dayField;
    const char *windowKey;   ///< parameter: days between today and the day, beyond which the day is a slip of the pen
    const char *lateDaysKey; ///< parameter: duty days within which an act after the fact is to be filed
    Bilingual flagMissing;   ///< the day has passed and "after" is not set
    Bilingual flagWrong;     ///< "after" is set and the day is still to come
    Bilingual late;          ///< filed later than allowed; %1 = the last day it could have been filed on
};

/// Checks the day against today: a day that has passed needs the "after" flag (its reason is a required field while the flag
/// is set), a day to come must not have it, and filing after the fact has a deadline in duty days (domain.md 1.3, 2.6).
std::vector<Finding> checkTimeliness(const QDate &day, bool after, const QDate &today, const LateWording &wording,
                                     const Numbers &numbers);

} // namespace kessai
