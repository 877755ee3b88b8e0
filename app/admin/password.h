// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kessai {

/// A password that can be read out over the telephone: 12 of 31 letters and digits, 59 bits.
QString inventPassword();

} // namespace kessai
