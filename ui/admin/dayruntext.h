// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace kessai {

struct DryRun;

/// One question a day is tried for, and what was found.
struct DayRunPart final {
    QString title;
    QStringList lines;
    bool serious = false;
};

/// What trying a day found, in the order in which one looks at it.
std::vector<DayRunPart> dayRunParts(const DryRun &run);

} // namespace kessai
