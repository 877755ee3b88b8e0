// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconlabel.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QPainter>

namespace kessai {

IconLabel::IconLabel(const QString &icon, Token token, int side, QWidget *parent)
    : QWidget(parent), m_icon(icon), m_token(token), m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize IconLabel::sizeHint() const
{
    return {grown(m_side), grown(m_side)};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(painter, rect(), m_icon, tokens()[m_token]);
}

} // namespace kessai
