// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/paymentpage.h"
#include "ui/meetings/meetingspage.h"
#include "ui/meetings/myactions.h"
#include "ui/shell/desksession.h"
#include "ui/shell/officepage.h"
#include "ui/shell/pageframe.h"
#include "ui/tray/casespage.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/textlabel.h"

#include <QLocale>

// What the window counts; officepage.cpp puts it together.

namespace kessai {

void OfficePage::showCounts()
{
    const Pulse &pulse = m_session.pulse();
    m_navigation->setCount(QStringLiteral("tray"), int(pulse.waiting));
    m_navigation->setCount(QStringLiteral("examination"), int(pulse.examining));
    m_navigation->setCount(QStringLiteral("payments"), m_due);
    m_payments->count();
    m_navigation->setCount(QStringLiteral("attention"), int(pulse.attention));
    m_navigation->setCount(QStringLiteral("own"), int(pulse.own));
    m_navigation->setCount(QStringLiteral("drafts"), int(pulse.drafts));
    Q_EMIT waitingChanged(pulse.waiting);
}

/// Meetings that want something today, and what is to be done by others.
void OfficePage::showMeetingCount()
{
    m_navigation->setCount(QStringLiteral("meetings"), m_pressing + m_actions->openCount());
}

/// Whoever signs in late has to be told where the others are.
void OfficePage::showUnderWay()
{
    const std::vector<MeetingRow> rows = m_meetings->underWay();
    if (rows.empty() || !m_seesWhatWaits) {
        m_underWay->clear();
        return;
    }
    const QString words = rows.size() == 1 ? tr("“%1” is under way.").arg(rows.front().title)
                                           : tr("%n meetings are under way.", nullptr, int(rows.size()));
    if (!m_underWay->says(words))
        m_underWay->say(BannerKind::Information, words, rows.size() == 1 ? tr("Open the meeting") : tr("Look at them"),
                        false);
}

void OfficePage::showListed(qint64 shown, std::optional<qint64> total)
{
    // Lists are refreshed behind a form as well, and there nobody asked how long they are.
    if (m_pages->currentWidget() != m_cases)
        return;
    const QLocale locale;
    m_count->setText(total ? tr("%Ln case(s)", nullptr, int(*total))
                           : tr("more than %Ln case(s)", nullptr, int(shown)));
    const QString text = total ? tr("%1 of %2 shown").arg(locale.toString(shown), locale.toString(*total))
                               : tr("%1 shown, more below").arg(locale.toString(shown));
    const bool hint = m_cases->kind() == ListKind::Tray && shown > 1 && !m_navigation->isRail();
    m_shown->setText(hint ? text + tr(" ・ Shift+↓ or Ctrl+click chooses several") : text);
    m_shown->show();
}

/// How fresh everything is; in a narrow window what was done needs the room more than the name of the office.
void OfficePage::showFreshness()
{
    const DeskInfo &info = m_session.info();
    const QString whole = tr("Connected ・ %1 ・ up to date at %2")
                              .arg(info.guarded ? info.officeName : tr("%1 (trial)").arg(info.officeName), m_heard);
    const bool narrow = m_navigation->isRail();
    m_fresh->setToken(Token::Text2);
    m_fresh->setText(narrow ? tr("Connected ・ %1").arg(m_heard) : whole);
    m_fresh->setToolTip(narrow ? whole : QString());
    m_fresh->setAccessibleName(whole);
}

} // namespace kessai
