// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"

#include <QFontMetricsF>

#include <algorithm>

namespace kessai {

void paintRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
                  qreal width)
{
    const PainterGuard guard(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (!border.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
        return;
    }
    const qreal half = width / 2;
    painter.setPen(QPen(border, width));
    const qreal inner = std::max(0.0, radius - half);
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner);
}

void paintElided(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
                 Qt::Alignment alignment)
{
    if (rect.width() <= 0 || text.isEmpty())
        return;
    const QFontMetricsF metrics(font, painter.device());
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine | Qt::TextDontClip,
                     metrics.elidedText(text, Qt::ElideRight, rect.width()));
}

void paintFitted(QPainter &painter, const QPointF &center, qreal width, const QString &text, QFont font, int smallest)
{
    if (text.isEmpty() || width <= 0)
        return;
    qreal advance = QFontMetricsF(font).horizontalAdvance(text);
    while (advance > width && font.pixelSize() > smallest) {
        font.setPixelSize(font.pixelSize() - 1);
        advance = QFontMetricsF(font).horizontalAdvance(text);
    }
    const PainterGuard guard(painter);
    painter.translate(center);
    if (advance > width)
        painter.scale(width / advance, 1.0);
    painter.setFont(font);
    const qreal half = font.pixelSize();
    const QRectF box(-advance / 2, -half, advance, 2 * half);
    painter.drawText(box, static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine | Qt::TextDontClip, text);
}

QFont shrunkToFit(const QFont &font, const QString &text, qreal width, qreal smallest)
{
    QFont fitting = font;
    const qreal needed = QFontMetricsF(font).horizontalAdvance(text);
    if (needed > width && needed > 0) {
        // Advance grows with the size almost linearly; half a point less covers the difference.
        fitting.setPointSizeF(std::max(smallest, font.pointSizeF() * width / needed));
        while (fitting.pointSizeF() > smallest && QFontMetricsF(fitting).horizontalAdvance(text) > width)
            fitting.setPointSizeF(std::max(smallest, fitting.pointSizeF() - 0.5));
    }
    return fitting;
}

} // namespace kessai
