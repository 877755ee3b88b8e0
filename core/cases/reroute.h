// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/office/office.h"

namespace kessai {

/// Why somebody may not address what waits to another post, as far as the office says so: they have a part in the case or would get one
/// (PartTaken, SelfAppointed), nobody could act on it there (UnknownStaff, EmptyStep, OwnCase, PartTaken), a decision would go to no superior
/// (NoDecider), or an examination or consultation to another section (NoSuchStep). `seat` is there.
std::optional<Refusal> rerouteProblem(const Case &c, const Rerouted &act, StaffId actor, const Office &office);

/// The posts to which somebody may address what waits at a seat, in the order of the office.
std::vector<PostId> postsToReroute(const Case &c, AssignmentRef seat, StaffId actor, const Office &office);

} // namespace kessai
