// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/health.h"

namespace kessai {

/// How things stand with one part of a database, in the order of urgency.
enum class HealthLevel {
    Fine,
    Unknown, ///< nobody can tell from here
    Watch,   ///< somebody should see to it in the coming days
    Urgent,  ///< somebody has to do something now
};

/// What is looked at.
enum class HealthKind {
    Backup,
    Verification,
    Anchor,
    Disk,
    Clients,
    Versions,
    Load,
    Doors,
    Size,
    Uploads,
    Stranded,
};
/// What scripts read: "backup".
QString toCode(HealthKind kind);
QString toCode(HealthLevel level);

struct HealthLine final {
    HealthKind kind;
    HealthLevel level;
    friend bool operator==(const HealthLine &, const HealthLine &) = default;
};

/// What there is to say of a database, each thing with whether it is well; what does not exist for a file is left out.
std::vector<HealthLine> healthReport(const OfficeHealth &health);
/// The most urgent of all.
HealthLevel worst(const std::vector<HealthLine> &lines);

} // namespace kessai
