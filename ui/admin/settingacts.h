// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/settings.h"

namespace kessai {

/// Who put a revision of a setting in force, when and why, in a line; empty of what is there since the founding.
QString madeByText(const std::vector<SettingAct> &acts, SettingAct::Kind kind, const QString &name, int revision);

} // namespace kessai
