// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/csv.h"
#include "core/cases/decisiongrid.h"

#include <QByteArray>

namespace kessai {

/// A 専決 table as a file for spreadsheets: the grid of the rule book, a line for every row and amount. Below the head stand 行, 案件の種類, 節,
/// 金額 ("50万円以上300万円未満"), a column for each level from the highest down (● decides), one for each post that is consulted (○) and 根拠.
/// What a grid does not say, such as who decides in one row instead of a level's own post, is kept from the table it is read upon.
QStringList decisionFileHead(const DecisionTable &table, const Office &office);
std::vector<QStringList> decisionFileRows(const DecisionTable &table);

/// Why a line of a file is not taken, and what to do about it.
struct TableRowProblem final {
    int line = 0; ///< 0 = the file as a whole
    Bilingual text;
    friend bool operator==(const TableRowProblem &, const TableRowProblem &) = default;
};

inline constexpr qsizetype kMostDecisionFileBytes = 4 * 1024 * 1024;

/// The lines of such a file, head and all, in UTF-8 or CP932, or why it is none.
Result<std::vector<CsvRow>, Bilingual> readFileRows(const QByteArray &file, size_t most);

/// Reads such a file, in UTF-8 or CP932, with the rows of `base` replaced by its own. All lines that are not as they should be are told, and
/// then nothing is taken.
Result<DecisionTable, std::vector<TableRowProblem>> readDecisionFile(const QByteArray &file, const DecisionTable &base,
                                                                     const Office &office);

} // namespace kessai
