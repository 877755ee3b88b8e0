// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/ports/paymentstore.h"

namespace kessai {

/// What is to be paid and what was.
struct PaymentSheet final {
    QDate today;
    Holidays holidays;
    std::vector<PaymentDue> due; ///< by day
    std::vector<PaymentBatch>
        batches; ///< since the day that was asked for, and those that are not done with, the oldest first
    std::optional<SourceRevision> source{};
};

} // namespace kessai
