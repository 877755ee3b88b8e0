// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/withholding.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr qint64 kWhole = 10'000; // hundredths of a percent

} // namespace

Yen withheldFrom(Yen fee, const WithholdingRates &rates)
{
    const qint64 low = std::min(fee.amount(), rates.step.amount());
    const qint64 high = fee.amount() - low;
    return Yen((low * rates.base + high * rates.beyond) / kWhole);
}

Yen taxOn(Yen net, int percent)
{
    return Yen(net.amount() * percent / 100);
}

bool acceptsTax(Yen net, int percent, Yen stated)
{
    const qint64 apart = stated.amount() - taxOn(net, percent).amount();
    return -1 <= apart && apart <= 1;
}

} // namespace kessai
