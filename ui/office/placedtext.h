// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

namespace kessai {

/// Somebody with the whole place of their post, where one is chosen among all: "関 直美（総務課 庶務係主任）".
QString placedText(const Office &office, StaffId staff);

} // namespace kessai
