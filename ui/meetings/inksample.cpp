// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inksample.h"

#include "ui/theme/inks.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QEvent>
#include <QPainter>

namespace kessai {

namespace {

constexpr int kSampleWidth = 28;

} // namespace

InkSample::InkSample(int ink, int diameter, QWidget *parent) : QAbstractButton(parent), m_ink(ink), m_diameter(diameter)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

QSize InkSample::sizeHint() const
{
    return {grown(kSampleWidth), grown(metric::kControlHeight)};
}

void InkSample::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 4, -1, -4);
    if (isChecked())
        paintRounded(painter, frame, metric::kControlRadius, tokens()[Token::Selection],
                     hasFocus() ? tokens()[Token::Focus] : tokens()[Token::OnSelectionMark], hasFocus() ? 2 : 1);
    else if (hasFocus() || underMouse())
        paintRounded(painter, frame, metric::kControlRadius, tokens()[Token::SurfaceAlt],
                     hasFocus() ? tokens()[Token::Focus] : QColor(), 2);
    const qreal radius = grown(m_diameter) / 2.0;
    const bool isWidth = m_ink < 0;
    painter.setBrush(isWidth ? tokens()[isChecked() ? Token::OnSelection : Token::Text] : inkColor(m_ink));
    // A light ink on a light ground, and a dark one on a dark ground, still have an edge.
    painter.setPen(isWidth ? QPen(Qt::NoPen) : QPen(tokens()[Token::BorderStrong], 1));
    painter.drawEllipse(QRectF(rect()).center(), radius, radius);
}

void InkSample::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace kessai
