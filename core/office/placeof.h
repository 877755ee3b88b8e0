// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

namespace kessai {

/// The post somebody holds, with the whole of its place: "広報課 広報広聴係主事", "総務課長"; empty where they hold none.
QString placeOf(const Office &office, StaffId staff);

} // namespace kessai
