// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the pages of the office: the navigation beside them, the bar above and the line below.
#include "ui/shell/desksession.h"
#include "ui/shell/officepage.h"
#include "ui/shell/pageframe.h"
#include "ui/shell/personbutton.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kOfficeRailBelow = 1080; ///< the width below which the navigation gives way

} // namespace

QWidget *OfficePage::buildSide()
{
    auto *side = new Plane(Qt::RightEdge, this);
    m_side = side;
    auto *name = new TextLabel(tr("Kessai Desk"), TextRole::CardTitle, side);
    name->setMinimumWidth(0);
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_product = name;
    auto *head = new QHBoxLayout;
    head->setContentsMargins(20, 0, 12, 0);
    head->addWidget(new IconLabel(QStringLiteral("rubber-stamp"), Token::Accent, 24, side));
    head->addWidget(name, 1);

    auto *who = new PersonButton(side);
    const auto showPerson = [this, who] {
        const DeskInfo &info = m_session.info();
        who->setPerson(info.me.name(), QString(info.section + QLatin1Char(' ') + info.title));
    };
    showPerson();
    connect(&m_session, &DeskSession::infoChanged, who, showPerson);
    who->setObjectName(QStringLiteral("personButton"));
    who->setMenu(m_personMenu);

    m_navigation->setAccessibleName(tr("Navigation"));
    m_navigation->setObjectName(QStringLiteral("navigation"));
    auto *layout = new QVBoxLayout(side);
    // Two, not one: between whole pixels of the screen the list would cover half of the hairline.
    layout->setContentsMargins(0, 14, 2, 6);
    layout->setSpacing(metric::kGap);
    layout->addLayout(head);
    layout->addWidget(m_navigation, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 0, 8, 0);
    foot->addWidget(who);
    layout->addLayout(foot);
    fitSide();
    return side;
}

/// In a narrow window, and beside pages that are read, the places are icons with a word below, so that the page keeps its room. Above
/// pages that are read nothing stands: they say themselves what they are.
void OfficePage::fitSide()
{
    const bool narrow = m_roomWanted || width() < grown(kOfficeRailBelow);
    if (m_navigation->isRail() != narrow)
        m_navigation->setRail(narrow);
    m_product->setVisible(!narrow);
    m_top->setVisible(!m_roomWanted);
    m_side->setFixedWidth(narrow ? grown(metric::kRailWidth) + 3
                                 : grown(metric::kNavigationWidth) + 1); // with the hairline
}

void OfficePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSide();
}

QWidget *OfficePage::buildTop()
{
    auto *top = new Plane(Qt::BottomEdge, this);
    m_top = top;
    top->setFixedHeight(grown(metric::kTopBarHeight));
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_count->setToken(Token::Text2);
    m_search->setObjectName(QStringLiteral("searchField"));
    m_search->setPlaceholderText(tr("Search subject, number, person (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setMinimumWidth(grown(180));
    m_search->setMaximumWidth(grown(320));
    m_refresh->setIcon(icon(QStringLiteral("refresh")));
    m_refresh->setToolTip(tr("Bring up to date (F5)"));
    m_refresh->setAccessibleName(tr("Bring up to date"));
    m_refresh->setAutoRaise(true);
    m_new->setObjectName(QStringLiteral("newButton"));
    setButtonKind(*m_new, ButtonKind::Primary);
    m_new->setIcon(icon(QStringLiteral("plus"), Token::OnPrimary));
    m_new->setMinimumHeight(metric::kControlHeight);
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(20, 0, 16, 0);
    layout->setSpacing(metric::kFieldGap);
    layout->addWidget(m_title);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_search, 3);
    layout->addWidget(m_refresh);
    layout->addWidget(m_new);
    return top;
}

QWidget *OfficePage::buildStatus()
{
    auto *status = new Plane(Qt::TopEdge, this);
    status->setFixedHeight(grown(metric::kStatusBarHeight));
    m_done->setObjectName(QStringLiteral("quietLine"));
    auto *layout = new QHBoxLayout(status);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(24);
    layout->addWidget(m_shown);
    layout->addWidget(m_done, 1);
    layout->addWidget(m_fresh);
    return status;
}

} // namespace kessai
