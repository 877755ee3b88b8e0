// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/dutyday.h"

namespace kessai {

/// First day of the leave year a day lies in: calendar year by default, fiscal year where the parameter says so.
QDate leaveYearStart(const QDate &day, const NumberOn &numbers);
/// The same of annual leave, by whose it is: that of 会計年度任用職員 goes by the fiscal year for which they are appointed, or where the
/// parameter says so from the day of their appointment on (会計年度任用職員の勤務時間・休暇に関する規則; 人事院規則15-15 第3条).
QDate annualYearStart(const QDate &day, const WorkTerms &terms, const NumberOn &numbers);

} // namespace kessai
