// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/caseview.h"
#include "ui/widgets/routestrip.h"

namespace kessai {

/// Turns the steps of a case (or of a previewed route) into what the route strip draws.
/// `now` gives the waiting time of open steps; without it none is shown.
std::vector<RouteStepView> routeStepViews(const std::vector<StepView> &steps, std::optional<Instant> now, bool english);

/// Why a step is where it is: the rule line's reason, what resolution changed, and the line's name.
QString stepReason(const StepView &step, bool english);

} // namespace kessai
