// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/tabledraft.h"

#include "core/services/answer.h"

#include <algorithm>

namespace kessai {

namespace {

/// A code that no row of a table has: that of another row with a number behind it.
QString freeCode(const DecisionTable &table, const QString &like)
{
    for (int no = 2;; ++no) {
        const QString code = QStringLiteral("%1-%2").arg(like).arg(no);
        if (!table.row(code))
            return code;
    }
}

using TableRead = Result<DecisionTable, std::vector<TableRowProblem>>;

} // namespace

std::vector<const DecisionTable *> TableDraft::revisions() const
{
    const std::vector<DecisionTable> &all = book().tables;
    return newestOfEachDay(all, [&](const DecisionTable &one) { return one.code == all.front().code; });
}

void TableDraft::begin(const DecisionTable &from, const QDate &day)
{
    DecisionTable table = from;
    table.from = day;
    m_seen = 0;
    for (const DecisionTable &one : book().tables) {
        if (one.code == table.code)
            m_seen = std::max(m_seen, one.revision);
    }
    start(std::move(table));
}

void TableDraft::setRow(size_t at, const DecisionRow &row)
{
    if (!writing() || at >= table().rows.size())
        return; // the draft went while a field was left
    DecisionTable next = table();
    DecisionRow same = next.rows[at];
    same.article = row.article;
    const bool typed = same == row;
    next.rows[at] = row;
    change(std::move(next), typed ? QStringLiteral("article of %1").arg(at) : QString());
}

std::optional<size_t> TableDraft::addRow(std::optional<size_t> copied)
{
    if (!writing() || (copied && *copied >= table().rows.size()))
        return std::nullopt;
    DecisionTable next = table();
    DecisionRow row;
    if (copied) {
        row = next.rows[*copied];
        row.row = freeCode(next, row.row);
    } else {
        row.row = freeCode(next, QStringLiteral("NEW"));
        row.limits.resize(next.levels.size());
        if (!row.limits.empty())
            row.limits.back().kind = DecisionLimit::Kind::All;
        row.article = next.source;
    }
    const size_t at = copied ? *copied + 1 : next.rows.size();
    next.rows.insert(next.rows.begin() + std::ptrdiff_t(at), std::move(row));
    change(std::move(next));
    return at;
}

void TableDraft::removeRow(size_t at)
{
    if (!writing() || at >= table().rows.size())
        return;
    DecisionTable next = table();
    next.rows.erase(next.rows.begin() + std::ptrdiff_t(at));
    change(std::move(next));
}

void TableDraft::check()
{
    checkBy([table = table()](Desk &desk) -> Problems {
        const auto found = desk.tableProblems(table);
        if (!found)
            return found.failure();
        std::vector<RuleProblem> problems;
        for (const Bilingual &one : *found)
            problems.push_back({one, true, std::nullopt});
        return problems;
    });
}

void TableDraft::readFile(const QString &path)
{
    const int chosen = ++m_files;
    onPool([path, base = table(), office = office()]() -> TableRead {
        const auto bytes = bytesOf(path);
        return bytes ? readDecisionFile(*bytes, base, *office) : TableRead(bytes.failure());
    }).then(this, [this, chosen](const TableRead &read) {
        if (chosen != m_files || !writing())
            return;
        if (!read) {
            Q_EMIT fileRefused(read.error());
            return;
        }
        DecisionTable next = *read;
        next.from = table().from;
        const int changes = int(changesBetween(table(), next, *office()).size());
        change(std::move(next));
        Q_EMIT fileTaken(changes);
    });
}

void TableDraft::adopt(const QString &reason)
{
    if (busy() || !writing())
        return;
    const auto finish = [this, saved = table()] {
        if (writing() && table() == saved)
            giveUp();
        else
            ++m_seen; // what was changed meanwhile stays as a draft, upon what was just put in force
    };
    adoptBy([adoption = AdoptTable{table(), reason, m_seen}](Desk &desk) { return desk.adoptTable(adoption); }, finish,
            table().from);
}

} // namespace kessai
