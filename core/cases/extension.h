// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/cases/engine.h"

namespace kessai {

/// The line cited by steps that no rule made, but somebody on the route asked for.
QString addedLine();

/// The step an AddStep or a Raise would put into the route of a running case, seen from the assignment acted on. Refuses with
/// NoSuchStep, EmptyStep, UnknownStaff or OwnCase.
Result<Extended, Refusal> extensionBy(const Case &before, const Turn &turn, const AddStep &command,
                                      const Office &office);
Result<Extended, Refusal> extensionBy(const Case &before, const Turn &turn, const Raise &command, const Office &office);

/// The steps of the new round: those of the round so far with their marks, and the new one among them. None where the
/// extension does not fit: it would shorten the route, wait behind the decision, or come before somebody who has acted.
std::optional<std::vector<Step>> extendedSteps(const std::vector<Step> &steps, const Extended &extension);

} // namespace kessai
