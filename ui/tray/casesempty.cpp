// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a list of cases says beside its rows: where there are none, and of what came back and was left lying.
#include "ui/caseword.h"
#include "ui/shell/desksession.h"
#include "ui/tray/casespage.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/quietbanner.h"
#include "ui/wording.h"

#include <QStackedWidget>

namespace kessai {

/// 差戻し left lying is nobody else's to notice, so that the drafter's tray says it until they see to it.
void CasesPage::showForgotten()
{
    const auto since = m_session.pulse().untouched;
    if (m_query.kind != ListKind::Tray || !since || *since >= m_session.info().forgottenBefore) {
        m_forgotten->clear();
        return;
    }
    const QString text = tr("Something that came back to you has not been filed again since %1.")
                             .arg(shortTime(*since, m_session.info().today));
    if (m_forgotten->isHidden() || m_forgotten->text() != text)
        m_forgotten->say(BannerKind::Warning, text, tr("Show"), false);
}

void CasesPage::showEmpty()
{
    m_listStack->setCurrentWidget(m_empty);
    if (!m_query.text.isEmpty()) {
        m_empty->setContents(QStringLiteral("search"), tr("Nothing found"),
                             tr("Try fewer words, or look in another list."));
        return;
    }
    switch (m_query.kind) {
    case ListKind::Tray:
        if (const int back = int(m_session.pulse().attention); back > 0)
            m_empty->setContents(QStringLiteral("arrow-back-up"), tr("Nothing waits for you"),
                                 tr("%n of your requests came back to you.", nullptr, back), tr("Show what came back"));
        else
            m_empty->setContents(QStringLiteral("circle-check"), tr("Nothing waits for you"),
                                 tr("New items appear here by themselves."), tr("New request"));
        break;
    case ListKind::Attention:
        m_empty->setContents(QStringLiteral("circle-check"), tr("Nothing was returned to you"),
                             tr("Cases that need your correction appear here."));
        break;
    case ListKind::Own:
        m_empty->setContents(QStringLiteral("send"), tr("You have filed nothing yet"),
                             tr("File a request with the button, or Ctrl+N."), tr("New request"));
        break;
    case ListKind::Drafts:
        m_empty->setContents(QStringLiteral("pencil"), tr("No drafts"), tr("What you begin is kept here by itself."),
                             tr("New request"));
        break;
    case ListKind::Late:
        m_empty->setContents(QStringLiteral("circle-check"), tr("Nothing is late"),
                             tr("What waits too long in your section, or was filed there, appears here."));
        break;
    case ListKind::Decided:
    case ListKind::All:
        m_empty->setContents(QStringLiteral("inbox"), tr("No cases yet"), tr("Cases you may read appear here."));
        break;
    }
}

} // namespace kessai
