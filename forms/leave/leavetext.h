// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "forms/leave/leaveledger.h"

namespace kessai {

/// "3日", "半日（午前）", "2時間": how long a leave is.
Bilingual leaveLength(const LeaveSpan &span, const Numbers &numbers);
/// "12月3日 1日", "12月3日〜12月5日 3日", "12月3日 午前", "12月3日 10:00〜12:00 2時間": the Japanese wording of a title.
QString leaveWhen(const LeaveSpan &span, const Numbers &numbers);
/// What a kind of special leave grants: term, limit, evidence; in the numbers in force on a day.
Bilingual entitlementText(const SpecialLeave &special, const QDate &day, const Numbers &numbers);

Insight annualInsight(const AnnualBalance &balance, bool namesYear);
Insight specialInsight(const SpecialLeave &special, const SpecialUse &use);

} // namespace kessai
