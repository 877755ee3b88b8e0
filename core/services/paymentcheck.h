// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/casestore.h"

namespace kessai {

/// How a payment differs from the case it is of, in English; empty where it does not: the case is decided, and says what is paid and to whom.
/// Whether the case proves itself, `verifyCase` tells.
QString paymentFault(const PaymentLine &line, const CaseRecord &record);

} // namespace kessai
