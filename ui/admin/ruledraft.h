// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/revisiondraft.h"

namespace kessai {

/// The office's route rules, and the next revision of that of one form while an administrator writes it.
class RuleDraft final : public DraftOf<RouteRule> {
public:
    using DraftOf::DraftOf;

    /// Revisions of a form's rule by their first day, the newest of each day, oldest first.
    std::vector<const RouteRule *> revisions(const QString &form) const;
    const RouteRule *inForce(const QString &form, const QDate &day) const { return lastUntil(revisions(form), day); }
    const RouteRule *before(const RouteRule &rule) const { return inForce(rule.form, rule.from.addDays(-1)); }
    const RouteRule &rule() const { return draft(); }

    /// Begins the next revision from one, to be in force from a day on.
    void begin(const RouteRule &from, const QDate &day);
    /// Whether its form goes by a decision table at all: no other is made to (checkAdoption).
    bool mayUseTable() const;
    void setLine(size_t at, const RuleLine &line);
    /// Adds a line behind one: a copy of it, or a new one; its place, none where there is no draft or no such line.
    std::optional<size_t> addLine(size_t behind, bool copied);
    void removeLine(size_t at);
    /// Puts a line where another one is.
    void moveLine(size_t from, size_t to);
    void setTop(std::vector<QString> posts);
    void setUse(std::optional<TableUse> use);
    void readFile(const QString &path) override;
    void adopt(const QString &reason) override;

private:
    void check() override;

    int m_seen = 0; ///< the newest revision of the form's rule when the draft began
};

} // namespace kessai
