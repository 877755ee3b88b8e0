// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace kessai::bench {

/// What following a presenter costs at the least: somebody writes a row and notifies, as many as that listen over libpq and read the row,
/// with no rules and no program around it. Milliseconds until each of them had each of some rows.
Result<std::vector<double>> plainBell(const QString &database, int listeners);

} // namespace kessai::bench
