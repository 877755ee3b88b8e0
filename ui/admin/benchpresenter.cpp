// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/benchpresenter.h"

#include "ui/admin/ruledraft.h"
#include "ui/admin/tabledraft.h"
#include "ui/shell/desksession.h"

namespace kessai {

BenchPresenter::BenchPresenter(DeskSession &session, TableDraft &table, RuleDraft &rule, QObject *parent)
    : QObject(parent), m_session(session), m_table(table), m_rule(rule)
{
    for (const RevisionDraft *draft : std::initializer_list<const RevisionDraft *>{&m_table, &m_rule})
        connect(draft, &RevisionDraft::draftChanged, this, &BenchPresenter::stop); // what it found is of another draft
}

bool BenchPresenter::writing() const
{
    return m_table.writing() || m_rule.writing();
}

DraftedRules BenchPresenter::drafted() const
{
    return {m_table.writing() ? std::optional(m_table.table()) : std::nullopt,
            m_rule.writing() ? std::optional(m_rule.rule()) : std::nullopt};
}

void BenchPresenter::readFields(const QString &form, const QDate &day)
{
    const int asked = ++m_fieldQuestions;
    m_session.desk()
        .ask([form, day, drafted = drafted().rule](Desk &desk) { return desk.trialFields(form, day, drafted); })
        .then(this, [this, asked](const Result<std::vector<FieldDefinition>> &fields) {
            if (asked != m_fieldQuestions)
                return;
            if (fields)
                Q_EMIT fieldsRead(*fields);
            else
                Q_EMIT failed(fields.error());
        });
}

void BenchPresenter::tryRoute(const RouteTrial &trial)
{
    const int asked = ++m_trials;
    m_session.desk()
        .ask([trial, drafted = drafted()](Desk &desk) { return desk.tryRoute(trial, drafted); })
        .then(this, [this, asked](const Result<TrialAnswer> &answer) {
            if (asked != m_trials)
                return;
            if (answer)
                Q_EMIT tried(*answer);
            else
                Q_EMIT failed(answer.error());
        });
}

void BenchPresenter::look()
{
    if (m_looking || !writing())
        return;
    m_looking = true;
    m_looked = 0;
    m_passed = 0;
    lookOn(drafted(), std::nullopt, ++m_runs);
}

void BenchPresenter::stop()
{
    if (m_looking)
        end(true);
}

void BenchPresenter::end(bool stopped)
{
    m_looking = false;
    ++m_runs;
    Q_EMIT lookingEnded(m_looked, m_passed, stopped);
}

void BenchPresenter::lookOn(const DraftedRules &drafted, std::optional<CaseId> after, int run)
{
    m_session.desk()
        .ask([drafted, after](Desk &desk) { return desk.otherWays(drafted, after); })
        .then(this, [this, drafted, run](const Result<OtherWays> &ways) {
            if (run != m_runs)
                return;
            if (!ways) {
                Q_EMIT failed(ways.error());
                end(true);
                return;
            }
            if (m_looked == 0 && !ways->unseen.empty())
                Q_EMIT unseenFound(ways->unseen);
            m_looked += ways->looked;
            m_passed += ways->passed;
            Q_EMIT lookedAt(m_looked, ways->found);
            if (ways->next)
                lookOn(drafted, ways->next, run);
            else
                end(false);
        });
}

} // namespace kessai
