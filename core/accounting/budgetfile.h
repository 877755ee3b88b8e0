// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/budget.h"
#include "core/base/bilingual.h"
#include "core/office/office.h"

namespace kessai {

/// What is wrong with a row of a budget file, in words for whoever made the file.
struct BudgetProblem final {
    int row; ///< 1 = the heading; 0 = the file as a whole
    Bilingual text;
    friend bool operator==(const BudgetProblem &, const BudgetProblem &) = default;
};

/// Lines as they are to be, and what they get: all of it is entered, or nothing.
struct BudgetImport final {
    std::vector<BudgetLine> lines;    ///< each once
    std::vector<BudgetEntry> entries; ///< on lines of the import
    friend bool operator==(const BudgetImport &, const BudgetImport &) = default;
};

struct BudgetFile final {
    BudgetImport import;                 ///< empty where there are problems
    std::vector<BudgetProblem> problems; ///< by row
};

/// Reads a budget as a financial system or a spreadsheet writes it: CSV in UTF-8 or CP932, its columns found by their heading. One row
/// is a line and at most one entry. docs/budget.md has the layout.
BudgetFile readBudgetFile(const QByteArray &file, const Office &office);

/// What an import would change.
struct BudgetDiff final {
    struct Change {
        BudgetLine before;
        BudgetLine after;
        friend bool operator==(const Change &, const Change &) = default;
    };
    std::vector<BudgetLine> lines; ///< new ones
    std::vector<Change> changed;   ///< of another name, section or item from now on
    std::vector<BudgetEntry> entries;
    int same = 0; ///< entries that are there already, and are not entered twice
    std::vector<BudgetProblem> problems;
    bool empty() const { return lines.empty() && changed.empty() && entries.empty(); }
};

/// Holds an import to what is there. An entry is one by line, kind and document: there already with the same amount, it is left alone, with
/// another it is a problem; and so is what is carried over from a line and not taken from it.
BudgetDiff diffOf(const BudgetImport &import, const BudgetBook &book, const std::vector<BudgetEntry> &entered);

/// 当初予算 and the rest, as people and files call it.
Bilingual nameOf(BudgetEntryKind kind);

} // namespace kessai
