// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/store/database.h"

namespace kessai {

/// Pays what the sample's vouchers ordered, day by day, as the cashier did: each day is confirmed but the last, which waits for it, and
/// one payment came back. The account of the city is registered first, whatever there is to pay.
Result<> paySample(Database &database, StaffId cashier, const QString &name, Instant now);

} // namespace kessai
