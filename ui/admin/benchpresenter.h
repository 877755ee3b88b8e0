// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QObject>

namespace kessai {

class DeskSession;
class RevisionDraft;
class RuleDraft;
class TableDraft;

/// Tries made-up cases by the rules in force and by those that are being written, and looks through the cases that were filed for those that
/// would go another way: some at a time, until it is through or somebody thinks better of it.
class BenchPresenter final : public QObject {
    Q_OBJECT

public:
    BenchPresenter(DeskSession &session, TableDraft &table, RuleDraft &rule, QObject *parent = nullptr);

    /// What is being written now; nothing of it where nobody writes.
    DraftedRules drafted() const;
    bool writing() const;

    void readFields(const QString &form, const QDate &day);
    /// Tries a case; an earlier question is forgotten.
    void tryRoute(const RouteTrial &trial);
    /// Looks through the cases; only while something is being written.
    void look();
    void stop();
    bool looking() const { return m_looking; }

Q_SIGNALS:
    void fieldsRead(const std::vector<kessai::FieldDefinition> &fields);
    void tried(const kessai::TrialAnswer &answer);
    void failed(const kessai::Error &error);
    /// So many were looked at until now; `found` came last.
    void lookedAt(int cases, const std::vector<kessai::OtherWay> &found);
    /// It is through, or was stopped before.
    void lookingEnded(int cases, int passed, bool stopped);
    /// The draft compares these, and nobody is given them of cases that were filed.
    void unseenFound(const std::vector<kessai::Bilingual> &labels);

private:
    void lookOn(const DraftedRules &drafted, std::optional<CaseId> after, int run);
    void end(bool stopped);

    DeskSession &m_session;
    TableDraft &m_table;
    RuleDraft &m_rule;
    int m_fieldQuestions = 0;
    int m_trials = 0;
    int m_runs = 0;
    int m_looked = 0;
    int m_passed = 0;
    bool m_looking = false;
};

} // namespace kessai
