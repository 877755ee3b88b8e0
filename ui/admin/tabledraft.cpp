// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/tabledraft.h"

#include "core/services/answer.h"
#include "ui/shell/desksession.h"

#include <QFile>

#include <algorithm>

namespace kessai {

namespace {

constexpr size_t kMostSteps = 200;

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

TableRead tableFrom(const QString &path, const DecisionTable &base, const Office &office)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(std::vector<TableRowProblem>{
            {0,
             {QStringLiteral("ファイルを開けません（%1）。").arg(file.errorString()),
              QStringLiteral("The file cannot be opened (%1).").arg(file.errorString())}}});
    return readDecisionFile(file.read(kMostDecisionFileBytes + 1), base, office);
}

} // namespace

TableDraft::TableDraft(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_book.office = session.info().office;
}

void TableDraft::read()
{
    m_session.desk().ask([](Desk &desk) { return desk.ruleBook(); }).then(this, [this](const Result<RuleBook> &book) {
        if (!book) {
            Q_EMIT readFailed(book.error());
            return;
        }
        m_book = *book;
        Q_EMIT bookRead();
        if (writing())
            check(); // who holds which post may be another now
    });
}

std::vector<const DecisionTable *> TableDraft::revisions() const
{
    std::vector<const DecisionTable *> all;
    for (const DecisionTable &table : m_book.tables) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const DecisionTable *one) {
            return one->code == table.code && one->from == table.from;
        });
        if (same == all.end())
            all.push_back(&table);
        else if ((*same)->revision < table.revision)
            *same = &table;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const DecisionTable *a, const DecisionTable *b) { return a->from < b->from; });
    return all;
}

const DecisionTable *TableDraft::inForce(const QDate &day) const
{
    const DecisionTable *found = nullptr;
    for (const DecisionTable *one : revisions()) {
        if (one->from <= day)
            found = one;
    }
    return found;
}

const DecisionTable *TableDraft::before(const QDate &from) const
{
    return inForce(from.addDays(-1));
}

void TableDraft::begin(const DecisionTable &from, const QDate &day)
{
    DecisionTable table = from;
    table.from = day;
    m_seen = 0;
    for (const DecisionTable &one : m_book.tables) {
        if (one.code == table.code)
            m_seen = std::max(m_seen, one.revision);
    }
    m_steps = {std::move(table)};
    go(0);
}

void TableDraft::giveUp()
{
    m_steps.clear();
    m_at = 0;
    m_problems.clear();
    ++m_checks;
    Q_EMIT draftChanged();
    Q_EMIT problemsFound();
}

void TableDraft::setDay(const QDate &day)
{
    DecisionTable next = table();
    next.from = day;
    change(std::move(next));
}

void TableDraft::setRow(size_t at, const DecisionRow &row)
{
    DecisionTable next = table();
    next.rows.at(at) = row;
    change(std::move(next));
}

size_t TableDraft::addRow(std::optional<size_t> copied)
{
    DecisionTable next = table();
    DecisionRow row;
    if (copied) {
        row = next.rows.at(*copied);
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
    DecisionTable next = table();
    next.rows.erase(next.rows.begin() + std::ptrdiff_t(at));
    change(std::move(next));
}

void TableDraft::undo()
{
    if (canUndo())
        go(m_at - 1);
}

void TableDraft::redo()
{
    if (canRedo())
        go(m_at + 1);
}

void TableDraft::change(DecisionTable table)
{
    if (table == this->table())
        return;
    m_steps.erase(m_steps.begin() + std::ptrdiff_t(m_at) + 1, m_steps.end());
    m_steps.push_back(std::move(table));
    if (m_steps.size() > kMostSteps)
        m_steps.erase(m_steps.begin() + 1); // where it began stays
    go(m_steps.size() - 1);
}

void TableDraft::go(size_t at)
{
    m_at = at;
    Q_EMIT draftChanged();
    check();
}

void TableDraft::check()
{
    const int asked = ++m_checks;
    m_session.desk()
        .ask([table = table()](Desk &desk) { return desk.tableProblems(table); })
        .then(this, [this, asked](const Result<std::vector<Bilingual>> &problems) {
            if (asked != m_checks || !problems)
                return;
            m_problems = *problems;
            Q_EMIT problemsFound();
        });
}

void TableDraft::readFile(const QString &path)
{
    const int chosen = ++m_files;
    onPool([path, base = table(), office = m_book.office] {
        return tableFrom(path, base, *office);
    }).then(this, [this, chosen](const TableRead &read) {
        if (chosen != m_files || !writing())
            return;
        if (!read) {
            Q_EMIT fileRefused(read.error());
            return;
        }
        DecisionTable next = *read;
        next.from = table().from;
        const int changes = int(changesBetween(table(), next, *m_book.office).size());
        change(std::move(next));
        Q_EMIT fileTaken(changes);
    });
}

void TableDraft::adopt(const QString &reason)
{
    if (m_busy || !writing())
        return;
    m_busy = true;
    Q_EMIT busyChanged(true);
    m_session.desk()
        .run([adoption = AdoptTable{table(), reason, m_seen}](Desk &desk) { return desk.adoptTable(adoption); })
        .then(this, [this, saved = table()](const Result<> &done) {
            m_busy = false;
            Q_EMIT busyChanged(false);
            if (!done) {
                Q_EMIT adoptionFailed(done.error());
                return;
            }
            if (writing() && table() == saved)
                giveUp(); // what was changed meanwhile stays as a draft
            Q_EMIT adopted(saved.from);
            read();
            m_session.refresh();
        });
}

} // namespace kessai
