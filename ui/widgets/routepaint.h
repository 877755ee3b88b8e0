// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/routelayout.h"

class QPainter;

namespace kessai {

/// How a step is drawn beside what it is.
struct RouteStepState final {
    bool hovered = false;
    bool ringed = false; ///< the keyboard is on it
};

/// Paints one step with all its seats.
void paintRouteStep(QPainter &painter, const RouteStepView &step, const RouteStepBox &box, RouteStepState state);

/// Paints the line from \a from to \a to: solid once the case got there; over the end of a line it becomes two stubs.
void paintRouteJoint(QPainter &painter, const RouteStepBox &from, const RouteStepBox &to, bool reached);

/// Whether the case has come to \a step.
bool isReached(const RouteStepView &step);

} // namespace kessai
