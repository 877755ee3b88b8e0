// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

Card::Card(QWidget *parent) : QFrame(parent), m_layout(new QVBoxLayout(this)), m_body(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    m_layout->setSpacing(metric::kGap);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(metric::kGap);
    m_layout->addLayout(m_body, 1);
    setPadding(metric::kCardPadding);
}

void Card::ensureHead()
{
    if (m_head)
        return;
    m_head = new QWidget(this);
    m_headLayout = new QHBoxLayout(m_head);
    m_headLayout->setContentsMargins(0, 0, 0, 0);
    m_title = new TextLabel(TextRole::CardTitle, m_head);
    m_caption = new ElidedLabel(TextRole::Caption, m_head);
    m_headLayout->addWidget(m_title);
    m_headLayout->addWidget(m_caption, 1);
    m_layout->insertWidget(0, m_head);
}

void Card::setTitle(const QString &title, const QString &caption)
{
    ensureHead();
    m_title->setText(title);
    m_caption->setText(caption);
    setAccessibleName(title);
}

void Card::addToTitle(QWidget *widget)
{
    ensureHead();
    m_headLayout->addWidget(widget);
}

void Card::setPadding(int pixels)
{
    // The border is painted, so even contents that reach the edge stay off it.
    const int padding = std::max(pixels, 1);
    const int bottom = std::max(pixels, metric::kCardRadius - 2); // square contents would cut the round corners
    m_layout->setContentsMargins(padding, padding, padding, bottom);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(painter, rect(), metric::kCardRadius, tokens()[Token::Surface], tokens()[Token::Border]);
}

} // namespace kessai
