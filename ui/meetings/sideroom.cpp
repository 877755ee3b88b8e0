// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/sideroom.h"

#include "ui/theme/typescale.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kRoomBeside = 700; ///< what is read keeps at least that beside a pane

} // namespace

SideRoom::SideRoom(QWidget *parent) : QWidget(parent) {}

void SideRoom::setContent(QWidget *content)
{
    m_content = content;
    m_content->setParent(this);
    m_content->lower();
    m_content->show();
    arrange();
}

void SideRoom::addPane(QWidget *pane, int width)
{
    pane->setParent(this);
    pane->hide();
    m_panes.push_back({pane, width});
}

void SideRoom::showPane(QWidget *pane)
{
    m_shown = pane;
    for (const Pane &one : m_panes)
        one.widget->setVisible(one.widget == pane);
    arrange();
}

int SideRoom::widthOfPane() const
{
    const auto shown =
        std::find_if(m_panes.begin(), m_panes.end(), [this](const Pane &one) { return one.widget == m_shown; });
    return shown == m_panes.end() ? 0 : std::min(grown(shown->width), width());
}

bool SideRoom::isCovering() const
{
    return m_shown && width() - widthOfPane() - metric::kPageMargin < grown(kRoomBeside);
}

QSize SideRoom::sizeHint() const
{
    return m_content ? m_content->sizeHint() : QSize();
}

QSize SideRoom::minimumSizeHint() const
{
    return m_content ? m_content->minimumSizeHint() : QSize();
}

void SideRoom::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SideRoom::arrange()
{
    if (!m_content)
        return;
    const int pane = widthOfPane();
    const int beside = m_shown && !isCovering() ? pane + metric::kPageMargin : 0;
    m_content->setGeometry(0, 0, width() - beside, height());
    if (!m_shown)
        return;
    m_shown->setGeometry(width() - pane, 0, pane, height());
    m_shown->raise();
}

} // namespace kessai
