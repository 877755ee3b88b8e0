// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/officedraft.h"

namespace kessai {

/// Why a row of a file is not taken, and what to do about it.
struct StaffRowProblem final {
    int line = 0; ///< 0 = the file as a whole
    Bilingual text;
    friend bool operator==(const StaffRowProblem &, const StaffRowProblem &) = default;
};

inline constexpr qsizetype kMostStaffFileBytes = 4 * 1024 * 1024;

/// The head of such a file.
const QStringList &staffColumns();

/// The rows of such a file as the office is by a draft, without those who hold no post: whoever reads it back changes nothing.
std::vector<QStringList> staffRows(const OfficeDraft &draft);

/// Reads who is on the staff and holds what, in UTF-8 or CP932, upon a draft: a line for each post somebody holds, below one head the columns 職員番号,
/// 氏, 名, ふりがな, ログイン名 (only read of somebody new), 職 (its code, or its unit and title: 総務課 庶務係 主事), 任用 (本務, 兼務, 事務取扱; 本務
/// where it is empty) and 区分 (退職 where somebody leaves, else empty). Whoever is in the file holds what it says and nothing else; whoever is not in
/// it stays as they are. All rows that are not as they should be are told, and then none is taken.
Result<Reorganisation, std::vector<StaffRowProblem>> readStaffFile(const QByteArray &file, const OfficeDraft &draft);

} // namespace kessai
