// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/revisiondraft.h"

namespace kessai {

/// The office's 専決 tables, and the next revision of one of them while an administrator writes it.
class TableDraft final : public DraftOf<DecisionTable> {
public:
    using DraftOf::DraftOf;

    /// Revisions by their first day, the newest of each day, oldest first.
    std::vector<const DecisionTable *> revisions() const;
    /// The revision in force on a day, and the one before that.
    const DecisionTable *inForce(const QDate &day) const { return lastUntil(revisions(), day); }
    const DecisionTable *before(const QDate &from) const { return inForce(from.addDays(-1)); }
    const DecisionTable &table() const { return draft(); }

    /// Begins the next revision from one, to be in force from a day on.
    void begin(const DecisionTable &from, const QDate &day);
    void setRow(size_t at, const DecisionRow &row);
    /// Adds a row: a copy of one, or an empty one; its place, none where there is no draft or no such row.
    std::optional<size_t> addRow(std::optional<size_t> copied);
    void removeRow(size_t at);
    void readFile(const QString &path) override;
    void adopt(const QString &reason) override;

private:
    void check() override;

    int m_seen = 0; ///< the newest revision of the table when the draft began
};

} // namespace kessai
