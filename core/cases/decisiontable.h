// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/base/quantity.h"
#include "core/cases/selector.h"

#include <QDate>
#include <QStringList>

namespace kessai {

/// Something a table speaks of, by code and name: a level that decides, a kind of act, an item of the budget (節・細節).
struct DecisionTerm final {
    QString code;
    Bilingual name;
    friend bool operator==(const DecisionTerm &, const DecisionTerm &) = default;
};

/// A post level of a table, the lowest first, and whom it means for a drafter.
struct DecisionLevel final {
    DecisionTerm term;
    Selector who;
    friend bool operator==(const DecisionLevel &, const DecisionLevel &) = default;
};

/// How far a level decides in one row: not at all, amounts below a limit (未満) or up to it (以下), or everything.
struct DecisionLimit final {
    enum class Kind { None, Below, UpTo, All };
    Kind kind = Kind::None;
    Yen amount = Yen(0);              ///< only for Below and UpTo
    std::optional<Selector> who = {}; ///< in this row instead of the level's own post (予算流用: 財政担当部長)

    /// The first whole yen that is beyond the limit; none where there is no such amount.
    std::optional<qint64> end() const;
    /// Whether an amount is within it. An amount that is not known is within "everything" alone.
    bool covers(std::optional<qint64> yen) const;
    friend bool operator==(const DecisionLimit &, const DecisionLimit &) = default;
};

/// Whom a row consults (合議), from an amount on, or always.
struct DecisionConsult final {
    std::vector<Selector> who;
    std::optional<Yen> from; ///< none = always
    bool beyond = false;     ///< only above `from` (超), not at it (以上)

    bool asksAt(std::optional<qint64> yen) const;
    friend bool operator==(const DecisionConsult &, const DecisionConsult &) = default;
};

/// One row of a table: for some kinds of act and some items, how far each level decides.
struct DecisionRow final {
    QString row; ///< "EX-1": cited by the step it makes
    QStringList acts;
    QStringList items;                 ///< empty = every item that no other row of the act names
    std::vector<DecisionLimit> limits; ///< one for each level of the table
    std::vector<DecisionConsult> consults;
    Bilingual article; ///< where the rule book says so: "事務決裁規程 別表第2 1の項"
    friend bool operator==(const DecisionRow &, const DecisionRow &) = default;
};

/// A row and the level that decides by it.
struct DecisionCell final {
    const DecisionRow *row;
    size_t level;
};

/// The 専決 table of an office from a day on: kind of act × item × amount → the post level that decides, and who is consulted
/// (domain.md 5.4, 8.2 rule 7). Tables are data like route rules, dated, and kept in every revision.
///
///     {"table": "decision", "from": "2025-07-01", "source": {"ja": "事務決裁規程 別表第2", "en": ".."},
///      "levels": [{"level": "section", "name": {..}, "who": {"head": "section"}}, ..],       the lowest first
///      "acts": [{"act": "commitment", "name": {..}}, ..], "items": [{"item": "12", "name": {..}}, ..],
///      "rows": [{"row": "EX-2", "acts": ["commitment"], "items": ["12"],
///                "limits": {"section": {"lt": 500000}, "department": {"le": 5000000}, "vice-mayor": "none", "mayor": "all"},
///                "consult": [{"who": [{"role": "finance"}], "ge": 1000000}], "article": {..}}, ..]}
///
/// A limit is "all", "none" (or left out), {"lt": yen} for 未満, {"le": yen} for 以下, or {"all": true}; the last three may say
/// `who` decides instead of the level's own post. `consult` asks from `ge` on (以上), above `gt` (超), or always. A form gives the
/// facts "act", "item" and "amount"; the tax is part of the amount, and the whole of one contract is meant.
struct DecisionTable final {
    QString code;
    int revision;
    QDate from;
    Bilingual source; ///< the rule book
    std::vector<DecisionLevel> levels;
    std::vector<DecisionTerm> acts;
    std::vector<DecisionTerm> items;
    std::vector<DecisionRow> rows;
    int addedIn = 1; ///< office revision

    static Result<DecisionTable> fromJson(const QJsonObject &json, int revision);
    QJsonObject toJson() const;

    /// The cell that decides what the facts describe: the lowest level whose limit covers the amount; none where the table has none.
    std::optional<DecisionCell> cellFor(const QJsonObject &facts) const;
    /// Where a level stands among the levels; none for a code that is no level's.
    std::optional<size_t> levelNamed(const QString &level) const;
    const DecisionRow *row(const QString &code) const;
    /// Whom a cell means: what the row says of the level, else the level's own.
    const Selector &decider(const DecisionCell &cell) const;

    /// The names of what a row is about: "支出負担行為（委託料）".
    Bilingual subject(const DecisionRow &row) const;
    /// Why a level decides by a row, or why somebody is consulted, as people read it: with the limits and the article.
    Bilingual reason(const DecisionRow &row, size_t level) const;
    Bilingual consultReason(const DecisionRow &row) const;

    friend bool operator==(const DecisionTable &, const DecisionTable &) = default;
};

/// How a cell is written in the note of a step, and read again: "EX-2/department".
QString cellName(const DecisionTable &table, const DecisionCell &cell);
std::optional<DecisionCell> cellNamed(const DecisionTable &table, const QString &name);

/// What a clerk has to put right before a table can be used: cases no row decides, rows for the same case, levels and rows that
/// never come to decide. Empty = nothing.
std::vector<Bilingual> problemsIn(const DecisionTable &table);
/// The same of the table in an office: posts that are not there or that nobody holds.
std::vector<Bilingual> problemsIn(const DecisionTable &table, const Office &office);

} // namespace kessai
