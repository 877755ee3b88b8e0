// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/faultdraft.h"

#include "core/ports/settings.h"
#include "core/services/answer.h"
#include "core/services/desk.h"
#include "ui/admin/settingacts.h"
#include "ui/admin/typedfield.h"
#include "ui/shell/desksession.h"

#include <algorithm>

namespace kessai {

FaultDraft::FaultDraft(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void FaultDraft::read()
{
    m_session.desk()
        .ask([](Desk &desk) { return desk.settingsBook(); })
        .then(this, [this](const Result<SettingsBook> &book) {
            if (!book) {
                Q_EMIT readFailed(book.error());
                return;
            }
            m_lists = book->faultLists;
            m_acts = book->acts;
            Q_EMIT bookRead();
        });
}

std::vector<const FaultList *> FaultDraft::lists() const
{
    std::vector<const FaultList *> all;
    for (const FaultList &one : m_lists) {
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const FaultList *list) { return list->from == one.from; });
        if (same == all.end())
            all.push_back(&one);
        else if ((*same)->revision < one.revision)
            *same = &one;
    }
    std::sort(all.begin(), all.end(), [](const FaultList *a, const FaultList *b) { return a->from < b->from; });
    return all;
}

QString FaultDraft::madeBy(const QDate &day) const
{
    const FaultList *list = nullptr;
    for (const FaultList *one : lists())
        list = one->from <= day ? one : list;
    return list ? madeByText(m_acts, SettingAct::Kind::Faults, QString(), list->revision) : QString();
}

QDate FaultDraft::later() const
{
    for (const FaultList *one : lists()) {
        if (one->from > list().from)
            return one->from;
    }
    return {};
}

std::vector<Bilingual> FaultDraft::problems() const
{
    return writing() ? problemsIn(inBothLanguages(list())) : std::vector<Bilingual>();
}

void FaultDraft::begin(const QDate &day)
{
    FaultList list{std::max(day, m_session.info().today.addDays(1)), on(day)};
    for (VoucherFault &fault : list.faults) {
        fault.from = list.from;
        fault.until.reset();
        if (fault.words.en == fault.words.ja)
            fault.words.en.clear(); // nobody wrote it
    }
    m_seen = 0;
    for (const FaultList &one : m_lists)
        m_seen = std::max(m_seen, one.revision);
    m_steps.begin(std::move(list));
    Q_EMIT draftChanged();
}

void FaultDraft::giveUp()
{
    m_steps.clear();
    Q_EMIT draftChanged();
}

void FaultDraft::change(FaultList list)
{
    for (VoucherFault &fault : list.faults)
        fault.from = list.from;
    if (!writing())
        return;
    const QString typed = typedField(m_steps.now().toJson(), list.toJson());
    if (m_steps.change(std::move(list), typed))
        Q_EMIT draftChanged();
}

void FaultDraft::undo()
{
    m_steps.undo();
    Q_EMIT draftChanged();
}

void FaultDraft::redo()
{
    m_steps.redo();
    Q_EMIT draftChanged();
}

void FaultDraft::adopt(const QString &reason)
{
    if (m_busy || !writing())
        return;
    m_busy = true;
    Q_EMIT busyChanged(true);
    m_session.desk()
        .run([adoption = AdoptFaults{inBothLanguages(list()), reason, m_seen}](Desk &desk) {
            return desk.adoptFaults(adoption);
        })
        .then(this, [this, saved = list()](const Result<> &done) {
            m_busy = false;
            Q_EMIT busyChanged(false);
            if (!done) {
                Q_EMIT adoptionFailed(done.error());
                if (done.error().refusal == Refusal::Stale)
                    read(); // so that giving up and writing again is upon theirs
                return;
            }
            if (writing() && list() == saved)
                giveUp(); // what was changed meanwhile stays as a draft
            Q_EMIT adopted(saved.from);
            read();
            m_session.refresh();
        });
}

} // namespace kessai
