// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/formdraft.h"

#include "core/cases/formcheck.h"
#include "core/ports/settings.h"
#include "core/services/answer.h"
#include "ui/admin/settingacts.h"
#include "ui/admin/typedfield.h"
#include "ui/shell/desksession.h"

#include <algorithm>

namespace kessai {

FormDraft::FormDraft(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_book.office = session.info().office;
}

void FormDraft::read()
{
    m_session.desk()
        .ask([](Desk &desk) { return desk.settingsBook(); })
        .then(this, [this](const Result<SettingsBook> &book) {
            if (!book) {
                Q_EMIT readFailed(book.error());
                return;
            }
            m_book = *book;
            Q_EMIT bookRead();
        });
}

std::vector<const FormDefinition *> FormDraft::forms() const
{
    std::vector<const FormDefinition *> all;
    const QDate today = m_session.info().today;
    for (const FormDefinition &one : m_book.forms) {
        const bool there =
            std::any_of(all.begin(), all.end(), [&](const FormDefinition *form) { return form->code == one.code; });
        if (there)
            continue;
        const FormDefinition *now = inForce(one.code, today);
        all.push_back(now ? now : &one);
    }
    return all;
}

std::vector<const FormDefinition *> FormDraft::revisions(const QString &code) const
{
    std::vector<const FormDefinition *> all;
    for (const FormDefinition &one : m_book.forms) {
        if (one.code != code)
            continue;
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const FormDefinition *form) { return form->from == one.from; });
        if (same == all.end())
            all.push_back(&one);
        else if ((*same)->revision < one.revision)
            *same = &one;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const FormDefinition *a, const FormDefinition *b) { return a->from < b->from; });
    return all;
}

std::vector<const FormDefinition *> FormDraft::everWritten(const QString &code) const
{
    std::vector<const FormDefinition *> all;
    for (const FormDefinition &one : m_book.forms) {
        if (one.code == code)
            all.push_back(&one);
    }
    return all;
}

const FormDefinition *FormDraft::before(const FormDefinition &form) const
{
    if (writing())
        return &origin();
    const FormDefinition *found = nullptr;
    for (const FormDefinition *one : everWritten(form.code)) {
        const bool earlier = one->from <= form.from && one->revision < form.revision;
        if (earlier && (!found || std::pair(found->from, found->revision) < std::pair(one->from, one->revision)))
            found = one;
    }
    return found;
}

const FormDefinition *FormDraft::inForce(const QString &code, const QDate &day) const
{
    const FormDefinition *found = nullptr;
    for (const FormDefinition *one : revisions(code)) {
        if (one->from <= day)
            found = one;
    }
    return found;
}

QDate FormDraft::later() const
{
    for (const FormDefinition *one : revisions(form().code)) {
        if (one->from > form().from)
            return one->from;
    }
    return {};
}

QString FormDraft::madeBy(const FormDefinition &form) const
{
    return madeByText(m_book.acts, SettingAct::Kind::Form, form.code, form.revision);
}

bool FormDraft::isOpenChoice(const QString &code, const QString &field) const
{
    return m_book.openChoices.value(code).contains(field);
}

bool FormDraft::changed() const
{
    if (!writing())
        return false;
    FormDefinition begun = origin();
    begun.from = form().from;
    return !(begun == form());
}

void FormDraft::begin(const FormDefinition &from, const QDate &day)
{
    FormDefinition form = inOneLanguage(from);
    form.from = day;
    m_seen = 0;
    for (const FormDefinition &one : m_book.forms) {
        if (one.code == form.code)
            m_seen = std::max(m_seen, one.revision);
    }
    m_steps.begin(std::move(form));
    check();
}

void FormDraft::giveUp()
{
    m_steps.clear();
    m_problems.clear();
    ++m_checks;
    Q_EMIT draftChanged();
    Q_EMIT problemsFound();
}

void FormDraft::change(FormDefinition form)
{
    if (!writing())
        return;
    const QString typed = typedField(m_steps.now().toJson(), form.toJson());
    if (m_steps.change(std::move(form), typed))
        check();
}

void FormDraft::undo()
{
    if (!m_steps.canUndo())
        return;
    m_steps.undo();
    check();
}

void FormDraft::redo()
{
    if (!m_steps.canRedo())
        return;
    m_steps.redo();
    check();
}

void FormDraft::check()
{
    const int asked = ++m_checks;
    Q_EMIT draftChanged();
    m_session.desk()
        .ask([form = inBothLanguages(form())](Desk &desk) { return desk.formProblems(form); })
        .then(this, [this, asked](const Result<std::vector<Bilingual>> &problems) {
            if (asked != m_checks || !problems)
                return;
            m_problems = *problems;
            Q_EMIT problemsFound();
        });
}

void FormDraft::adopt(const QString &reason)
{
    if (m_busy || !writing())
        return;
    m_busy = true;
    Q_EMIT busyChanged(true);
    m_session.desk()
        .run([adoption = AdoptForm{inBothLanguages(form()), reason, m_seen}](Desk &desk) {
            return desk.adoptForm(adoption);
        })
        .then(this, [this, saved = form()](const Result<> &done) {
            m_busy = false;
            Q_EMIT busyChanged(false);
            if (!done) {
                Q_EMIT adoptionFailed(done.error());
                if (done.error().refusal == Refusal::Stale)
                    read(); // so that giving up and writing again is upon theirs
                return;
            }
            if (writing() && form() == saved)
                giveUp(); // what was changed meanwhile stays as a draft
            Q_EMIT adopted(saved.from);
            read();
            m_session.refresh();
        });
}

} // namespace kessai
