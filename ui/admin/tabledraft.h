// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisionfile.h"
#include "core/services/desk.h"

#include <QObject>

namespace kessai {

class DeskSession;

/// The office's 専決 tables, and the next revision of one of them while an administrator writes it: every change can be taken back and done
/// again, and what is wrong with it is asked after each.
class TableDraft final : public QObject {
    Q_OBJECT

public:
    explicit TableDraft(DeskSession &session, QObject *parent = nullptr);

    /// Reads the tables anew; a draft stays.
    void read();
    const std::shared_ptr<const Office> &office() const { return m_book.office; }
    const std::vector<FormDefinition> &forms() const { return m_book.forms; }
    /// Revisions by their first day, the newest of each day, oldest first.
    std::vector<const DecisionTable *> revisions() const;
    /// The revision in force on a day, and the one before that.
    const DecisionTable *inForce(const QDate &day) const;
    const DecisionTable *before(const QDate &from) const;

    bool writing() const { return !m_steps.empty(); }
    /// The table as it is written now; only while writing.
    const DecisionTable &table() const { return m_steps[m_at]; }
    /// What it was begun from.
    const DecisionTable &origin() const { return m_steps.front(); }
    bool changed() const { return writing() && table() != origin(); }
    const std::vector<Bilingual> &problems() const { return m_problems; }
    bool busy() const { return m_busy; }

    /// Begins the next revision from one, to be in force from a day on.
    void begin(const DecisionTable &from, const QDate &day);
    void giveUp();
    void setDay(const QDate &day);
    void setRow(size_t at, const DecisionRow &row);
    /// Adds a row: a copy of one, or an empty one; its place.
    size_t addRow(std::optional<size_t> copied);
    void removeRow(size_t at);
    bool canUndo() const { return m_at > 0; }
    bool canRedo() const { return m_at + 1 < m_steps.size(); }
    void undo();
    void redo();

    /// Reads rows from a file into the draft, all or none of them.
    void readFile(const QString &path);
    /// Puts the draft in force from its day on.
    void adopt(const QString &reason);

Q_SIGNALS:
    void bookRead();
    void readFailed(const kessai::Error &error);
    /// The draft is another one now, or gone.
    void draftChanged();
    /// What is wrong with it has been found out.
    void problemsFound();
    void fileRefused(const std::vector<kessai::TableRowProblem> &problems);
    void fileTaken(int changes);
    void adopted(const QDate &day);
    void adoptionFailed(const kessai::Error &error);
    void busyChanged(bool busy);

private:
    void change(DecisionTable table);
    void go(size_t at);
    void check();

    DeskSession &m_session;
    RuleBook m_book;
    int m_seen = 0;                     ///< the newest revision of the table when the draft began
    std::vector<DecisionTable> m_steps; ///< the draft as it was after each change, the first as it began
    size_t m_at = 0;
    std::vector<Bilingual> m_problems;
    int m_checks = 0;
    int m_files = 0;
    bool m_busy = false;
};

} // namespace kessai
