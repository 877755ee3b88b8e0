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
/// "11月15日から12月20日まで", with the year where it is not that of `about`.
Bilingual windowText(const LeaveWindow &window, const QDate &about);
/// "7月1日" of 701.
Bilingual seasonDay(qint64 monthAndDay);
/// "3日" / "3 days".
Bilingual dayCount(qint64 days);

/// What somebody who decides should see beside a leave, without what concerns its evidence.
std::vector<Insight> leaveInsights(const LeaveSpan &span, const FormContext &context, const Numbers &numbers);

} // namespace kessai
