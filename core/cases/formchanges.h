// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/returnreasons.h"
#include "core/cases/formdefinition.h"

namespace kessai {

/// What is other in a form than in the one before, as people read it, a line each: names, fields, choices, the paper.
std::vector<Bilingual> changesBetween(const FormDefinition &before, const FormDefinition &after);
/// The same of the reasons vouchers go back for.
std::vector<Bilingual> changesBetween(const std::vector<VoucherFault> &before, const std::vector<VoucherFault> &after);

} // namespace kessai
