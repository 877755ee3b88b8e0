// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kessai {

/// Whether wording that is data (form labels, rule reasons) is to be shown in English: true where the program's own
/// language is English.
bool englishWording();

} // namespace kessai
