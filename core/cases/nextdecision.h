// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/office/office.h"

namespace kessai {

/// Two acts of one person, the second of which is theirs as soon as the first is recorded.
struct NextDecision final {
    AssignmentRef consulted; ///< what they are asked to agree to, in no other's place
    AssignmentRef decision;
    friend bool operator==(const NextDecision &, const NextDecision &) = default;
};

/// The decision that comes to somebody as soon as they agree to what they are consulted about (合議). Consultations are never merged with what the same
/// person does in the line (domain.md 8.2 rule 3): these stay two acts, but one need not wait for oneself between them. None where somebody
/// else has to agree first, where it would not be theirs, or where they would act for somebody else.
std::optional<NextDecision> nextDecision(const Case &c, StaffId actor, const Office &office);

/// Whether one press may do both (consult.decides_at_once): of itself each needs its own.
inline constexpr char kDecidesAtOnce[] = "consult.decides_at_once";

} // namespace kessai
