// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

namespace kessai {

/// What is wrong with the contract a commitment is about: its method, quotations, reasons and papers (domain.md 5.6). A limit is judged
/// as of the day on which the contract is to be made.
std::vector<Finding> contractFindings(const QJsonObject &fields, const FormContext &context);

} // namespace kessai
