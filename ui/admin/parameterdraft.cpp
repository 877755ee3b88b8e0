// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/parameterdraft.h"

#include "core/ports/settings.h"
#include "core/services/answer.h"
#include "ui/admin/settingacts.h"
#include "ui/shell/desksession.h"

#include <algorithm>

namespace kessai {

ParameterDraft::ParameterDraft(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_steps.begin({});
}

void ParameterDraft::read()
{
    m_session.desk()
        .ask([](Desk &desk) { return desk.settingsBook(); })
        .then(this, [this](const Result<SettingsBook> &book) {
            if (!book) {
                Q_EMIT readFailed(book.error());
                return;
            }
            m_parameters = book->parameters;
            m_acts = book->acts;
            if (rows().empty() && !m_steps.canRedo())
                m_seen = newestParameters(m_parameters);
            Q_EMIT bookRead();
        });
}

QStringList ParameterDraft::keys() const
{
    QStringList keys;
    for (const Parameters::Row &row : m_parameters.rows())
        keys.append(row.key);
    keys.removeDuplicates();
    return keys;
}

std::vector<Parameters::Row> ParameterDraft::history(const QString &key) const
{
    Rows all;
    for (const Parameters::Row &row : m_parameters.rows()) {
        if (row.key != key)
            continue;
        const auto same = std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.from == row.from; });
        if (same == all.end())
            all.push_back(row);
        else if (same->addedIn <= row.addedIn)
            *same = row;
    }
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.from < b.from; });
    return all;
}

const Parameters::Row *ParameterDraft::inForce(const QString &key, const QDate &day) const
{
    const Parameters::Row *best = nullptr;
    for (const Parameters::Row &row : m_parameters.rows()) {
        const bool newer = !best || row.from > best->from || (row.from == best->from && row.addedIn >= best->addedIn);
        if (row.key == key && row.from <= day && newer)
            best = &row;
    }
    return best;
}

QString ParameterDraft::madeBy(const Parameters::Row &row) const
{
    return madeByText(m_acts, SettingAct::Kind::Number, row.key, row.addedIn);
}

const std::vector<Parameters::Row> &ParameterDraft::rows() const
{
    return m_steps.now();
}

const Parameters::Row *ParameterDraft::drafted(const QString &key) const
{
    const auto found = std::find_if(rows().begin(), rows().end(), [&](const auto &row) { return row.key == key; });
    return found == rows().end() ? nullptr : &*found;
}

void ParameterDraft::put(const Parameters::Row &row)
{
    Rows next = rows();
    const auto same = std::find_if(next.begin(), next.end(), [&](const auto &one) { return one.key == row.key; });
    if (same == next.end())
        next.push_back(row);
    else
        *same = row;
    change(std::move(next));
}

void ParameterDraft::drop(const QString &key)
{
    Rows next = rows();
    std::erase_if(next, [&](const auto &row) { return row.key == key; });
    change(std::move(next));
}

void ParameterDraft::giveUp()
{
    m_steps.begin({});
    m_seen = newestParameters(m_parameters);
    changed();
}

void ParameterDraft::undo()
{
    m_steps.undo();
    changed();
}

void ParameterDraft::redo()
{
    m_steps.redo();
    changed();
}

void ParameterDraft::change(Rows rows)
{
    if (m_steps.change(std::move(rows)))
        changed();
}

void ParameterDraft::changed()
{
    const int asked = ++m_checks;
    Q_EMIT draftChanged();
    m_session.desk()
        .ask([rows = rows()](Desk &desk) { return desk.parameterProblems(rows); })
        .then(this, [this, asked](const Result<std::vector<Bilingual>> &problems) {
            if (asked != m_checks || !problems)
                return;
            m_problems = *problems;
            Q_EMIT problemsFound();
        });
}

void ParameterDraft::adopt(const QString &reason)
{
    if (m_busy || rows().empty())
        return;
    m_busy = true;
    Q_EMIT busyChanged(true);
    m_session.desk()
        .run(
            [adoption = AdoptParameters{rows(), reason, m_seen}](Desk &desk) { return desk.adoptParameters(adoption); })
        .then(this, [this, saved = rows()](const Result<> &done) {
            m_busy = false;
            Q_EMIT busyChanged(false);
            if (!done) {
                Q_EMIT adoptionFailed(done.error());
                if (done.error().refusal == Refusal::Stale)
                    read(); // so that giving up and writing again is upon theirs
                return;
            }
            if (rows() == saved)
                giveUp(); // what was changed meanwhile stays as a draft
            Q_EMIT adopted(int(saved.size()));
            read();
            m_session.refresh();
        });
}

} // namespace kessai
