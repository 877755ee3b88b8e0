// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

namespace kessai {

/// What is wrong with the contract a commitment is about: its method, quotations, reasons and papers (domain.md 5.6). A limit is judged
/// as of the day on which the contract is to be made.
std::vector<Finding> contractFindings(const QJsonObject &fields, const FormContext &context);

/// Whether what is spent of the content's line is spent by contract: it is, it is not as a rule, or the office says nothing of it (contract.asked).
std::optional<bool> contractAsked(const QJsonObject &fields, const Parameters &parameters);

} // namespace kessai
