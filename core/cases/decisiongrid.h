// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisiontable.h"

namespace kessai {

/// An amount at which one line of a grid ends and the next begins: the lower one has it (以下, 超) or the upper one (未満, 以上).
struct AmountEdge final {
    Yen amount = Yen(0);
    bool below = false; ///< the lower line has it
    /// The first whole yen of the upper line.
    qint64 next() const { return amount.amount() + (below ? 1 : 0); }
    friend bool operator==(const AmountEdge &, const AmountEdge &) = default;
};

/// A line of a grid: a row of the table from an amount on and up to another one.
struct GridLine final {
    size_t row = 0;
    std::optional<AmountEdge> from;  ///< none = from nothing on
    std::optional<AmountEdge> until; ///< none = without end
    std::optional<size_t> level;     ///< of the table, who decides; none where nobody does
    std::vector<size_t> consulted;   ///< places among the grid's `consults`
    friend bool operator==(const GridLine &, const GridLine &) = default;
};

/// A 専決 table as rule books print it (星取表): a line for every row and amount, a column for every level and for everybody who is
/// consulted.
struct DecisionGrid final {
    std::vector<Selector> consults; ///< in the order of the table's rows
    std::vector<GridLine> lines;    ///< a row's from the lowest amount up, one after the other without a gap
    friend bool operator==(const DecisionGrid &, const DecisionGrid &) = default;
};
DecisionGrid gridOf(const DecisionTable &table);

/// How far a level decides, one for each level, and from where on everybody is consulted, as lines of one row say it that lie one after the
/// other; what does not fit together, such as a level that decides twice, is an error in the words of whoever wrote it.
struct RowAmounts final {
    std::vector<DecisionLimit> limits;
    std::vector<DecisionConsult> consults;
};
Result<RowAmounts, Bilingual> amountsOf(const std::vector<GridLine> &lines, const DecisionGrid &grid, size_t levels);

/// "1億2,000万円", "1,234円".
Bilingual yenWords(Yen yen);
/// "50万円以上300万円未満", "500万円超", "全額".
Bilingual amountText(const std::optional<AmountEdge> &from, const std::optional<AmountEdge> &until);
/// "300万円未満", "全額", "決裁しない".
Bilingual limitText(const DecisionLimit &limit);
/// Who is meant, as a heading: "財政課長", "総務課長・会計課長", "所属の課長".
Bilingual selectorName(const Selector &who, const Office &office);

/// What somebody changed in a table, row by row, as people read it.
std::vector<Bilingual> changesBetween(const DecisionTable &before, const DecisionTable &after, const Office &office);

} // namespace kessai
