// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/office/office.h"

namespace kessai {

/// The decision that comes to somebody as soon as they agree to what they are consulted about (合議). Consultations are never merged with what the same
/// person does in the line (domain.md 8.2 rule 3): these stay two acts, but one need not wait for oneself between them. None where somebody
/// else has to agree first, where it would not be theirs, or where they would act for somebody else.
std::optional<AssignmentRef> nextDecision(const Case &c, StaffId actor, const Office &office);

} // namespace kessai
