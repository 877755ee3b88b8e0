// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace kessai::tour {

/// How much memory this process holds, in KiB: resident, and its proportional share of what is shared with others.
struct Memory final {
    qint64 resident = 0;
    qint64 proportional = 0;
};
/// As the kernel counts it; none where it does not tell.
std::optional<Memory> memoryOfThisProcess();

/// Milliseconds since the kernel started this process, loading of libraries included; none where it does not tell.
std::optional<qint64> millisecondsSinceStart();

} // namespace kessai::tour
