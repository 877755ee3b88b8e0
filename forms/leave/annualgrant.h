// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/duty/leaveyear.h"
#include "core/office/office.h"

namespace kessai {

/// Days of annual leave somebody is granted for the leave year that begins on a day (domain.md 2.1): the full number; the table by
/// month of appointment in the year they are appointed; in proportion to the days of duty a week for short-time staff; the table by
/// days of duty and years of service for 会計年度任用職員, each leave year begun counted as one, so that nobody falls below 労基法39条
/// (平6.1.4基発1号: what is granted early counts as served).
qint64 annualGrantDays(const WorkTerms &terms, const QDate &yearStart, const Numbers &numbers);

} // namespace kessai
