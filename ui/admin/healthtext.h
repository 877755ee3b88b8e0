// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/healthreport.h"

#include <QString>

namespace kessai {

/// How one line of a database's health is said, on the page of the settings and by kessai-admin.
struct HealthText final {
    QString title;  ///< "Last backup"
    QString word;   ///< "well"
    QString value;  ///< "2026-11-26 02:00, 7 hours ago"
    QString advice; ///< what to do; empty where all is well
};
HealthText healthText(const HealthLine &line, const OfficeHealth &health);
/// How things stand, in a word.
QString healthWord(HealthLevel level);

} // namespace kessai
