// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/calendar/holidaychange.h"

namespace kessai {

/// Why a file is not taken for the official list, and what to do about it.
struct HolidayFileProblem final {
    int line = 0; ///< 0 = the file as a whole
    Bilingual text;
};

inline constexpr qsizetype kMostHolidayFileBytes = 1024 * 1024;

/// Reads the list of public holidays as 内閣府 publishes it (syukujitsu.csv, domain.md 3.3): CP932 or UTF-8, lines "2026/1/1,元日" by day
/// below one head, whole years without a gap. One line that is not as it should be refuses the file: nothing is guessed.
Result<ImportHolidays, HolidayFileProblem> readHolidayFile(const QByteArray &file);

} // namespace kessai
