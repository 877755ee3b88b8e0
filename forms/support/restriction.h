// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/cases/numbers.h"

namespace kessai {

/// What speaks against an order while somebody has asked not to be ordered to work (domain.md 1.3 rule 6), by the code of the field
/// "restriction": "maternity" (労基法66条), "exempt" and "limited" (人事院規則10-11). `paid` are the postings of the overtime and the
/// 休日勤務 ordered, which these requests forbid; hours that an exchange makes regular duty they do not, but a warning is due.
std::vector<Finding> restrictionFindings(const QString &restriction, const std::vector<Posting> &paid,
                                         const FormContext &context, const Numbers &numbers);

} // namespace kessai
