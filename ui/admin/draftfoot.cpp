// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/draftfoot.h"

#include "ui/admin/revisiondraft.h"

namespace kessai {

DraftFoot::DraftFoot(RevisionDraft &draft, const QDate &today, const QString &name, QWidget *parent)
    : AdoptFoot(today, name, Shape::Narrow, tr("Why, such as the amendment of the rules"), parent), m_draft(draft)
{
    offerTrial();
    connect(&m_draft, &RevisionDraft::draftChanged, this, &DraftFoot::showDraft);
    connect(&m_draft, &RevisionDraft::problemsFound, this, &DraftFoot::showDraft);
    connect(&m_draft, &RevisionDraft::busyChanged, this, &DraftFoot::showDraft);
    connect(&m_draft, &RevisionDraft::adopted, this, &DraftFoot::clearReason);
    connect(this, &DraftFoot::dayEdited, this, [this](const QDate &day) {
        if (m_draft.writing())
            m_draft.setDay(day);
    });
    connect(this, &DraftFoot::adoptRequested, this, [this](const QString &reason) { m_draft.adopt(reason); });
    showDraft();
}

void DraftFoot::showDraft()
{
    setVisible(m_draft.writing());
    if (!m_draft.writing())
        return;
    setDay(m_draft.day());
    show(m_draft.problems(), m_draft.changed(), m_draft.busy());
}

} // namespace kessai
