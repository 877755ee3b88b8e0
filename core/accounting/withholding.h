// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/quantity.h"

namespace kessai {

/// The rates of 所得税法205条 with 復興特別所得税, in hundredths of a percent: 10.21 % up to the step, 20.42 % beyond it.
struct WithholdingRates final {
    int base;
    int beyond;
    Yen step;
    friend bool operator==(const WithholdingRates &, const WithholdingRates &) = default;
};

/// The tax withheld from a fee (報酬・報償費); fractions of a yen are cut.
Yen withheldFrom(Yen fee, const WithholdingRates &rates);

/// The consumption tax on a net sum at a whole percentage, fractions cut.
Yen taxOn(Yen net, int percent);
/// Whether the tax an invoice states for one rate is right: rounded once per rate, and the way of rounding is the issuer's, so that a yen
/// more or less is (消費税法57条の4; AC-I7).
bool acceptsTax(Yen net, int percent, Yen stated);

} // namespace kessai
