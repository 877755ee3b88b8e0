// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"

namespace kessai {

/// The words of a condition as the time at which something happens: "金額が50万円以上のとき", "「至急」に当たるとき", "if …"; empty for none.
Bilingual whenText(const Bilingual &condition);

} // namespace kessai
