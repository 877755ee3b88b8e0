// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/routestrip.h"

namespace kessai {

/// The word for \a mark in the user's language.
QString routeMarkWord(RouteMark mark);

/// One step as a line of text: its place, title, kind, and every seat with name, act and time.
QString routeStepText(const RouteStepView &step, int place);

/// The whole route in one sentence, for assistive technology.
QString routeText(const std::vector<RouteStepView> &steps);

/// The step as rich text for a tooltip, with the reason for it.
QString routeStepToolTip(const RouteStepView &step);

} // namespace kessai
