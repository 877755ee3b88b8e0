// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/offlinepage.h"

#include "ui/meetings/meetingspage.h"
#include "ui/shell/desksession.h"
#include "ui/shell/pageframe.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

OfflinePage::OfflinePage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_meetings(new MeetingsPage(session, this))
{
    setObjectName(QStringLiteral("offlinePage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildTop(session));
    layout->addWidget(m_meetings, 1);
}

QWidget *OfflinePage::buildTop(const DeskSession &session)
{
    auto *top = new Plane(Qt::BottomEdge, this);
    auto *title = new TextLabel(tr("Meetings"), TextRole::PageTitle, top);
    connect(m_meetings, &MeetingsPage::titleChanged, title, &TextLabel::setText);
    auto *chip = new StatusChip(top);
    chip->setLook({QStringLiteral("wifi-off"), tr("Offline"), Token::WarnText, Token::WarnFill});
    auto *who =
        new TextLabel(session.info().officeName + QLatin1Char(' ') + session.info().me.name(), TextRole::Body, top);
    who->setToken(Token::Text2);
    auto *signIn = pageButton(tr("Sign in"), "signInAgain", top);
    signIn->setIcon(icon(QStringLiteral("login")));
    signIn->setToolTip(tr("When the office can be reached again: sends what you wrote, and brings everything else"));
    connect(signIn, &QPushButton::clicked, this, &OfflinePage::signInRequested);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    row->setSpacing(metric::kFieldGap);
    row->addWidget(title);
    row->addWidget(chip);
    row->addStretch(1);
    row->addWidget(who);
    row->addWidget(signIn);
    return top;
}

void OfflinePage::begin()
{
    m_meetings->begin();
    m_meetings->takeFocus();
}

} // namespace kessai
