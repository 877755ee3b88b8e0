// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/routestrip.h"

#include <QRectF>

#include <vector>

namespace kessai {

/// Where one circle of a route goes; a step with too many seats has a single circle for all of them.
struct RouteSeatBox final {
    int seat = -1; ///< index into the step's seats; -1 for all of them together
    QRectF cell;   ///< circle, name and time
    QRectF circle;
    QRectF nameLine;
    QRectF whenLine;
};

/// Where one step goes.
struct RouteStepBox final {
    QRectF rect; ///< everything of the step
    QRectF titleLine;
    QRectF group; ///< the frame around several seats; empty for a single one
    std::vector<RouteSeatBox> seats;
    int row = 0;
};

/// The geometry of a whole route at a width.
struct RouteLayout final {
    std::vector<RouteStepBox> steps;
    int height = 0;
};

/// Lays \a steps out within \a width logical pixels; lines are about equally long, a step is never torn apart.
RouteLayout layoutRoute(const std::vector<RouteStepView> &steps, int width);

/// The least width at which one step can be shown, and the width at which all stand in one line at ease.
int routeMinimumWidth();
int routeNaturalWidth(const std::vector<RouteStepView> &steps);

} // namespace kessai
