// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace kessai {

/// Restores the painter's state when it goes out of scope.
class PainterGuard final {
public:
    explicit PainterGuard(QPainter &painter) : m_painter(painter) { m_painter.save(); }
    ~PainterGuard() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(PainterGuard)

private:
    QPainter &m_painter;
};

/// A rounded rectangle whose border of \a width lies wholly inside \a rect; an invalid colour is not painted.
void paintRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border = {},
                  qreal width = 1.0);

/// \a text on one line, elided at its end where it does not fit \a rect.
void paintElided(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
                 Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

/// \a text on one line around \a center: first smaller, down to \a smallest pixels, then narrowed until it is at most
/// \a width wide, never elided; \a font has a pixel size. Painted in the painter's pen, in any unit.
void paintFitted(QPainter &painter, const QPointF &center, qreal width, const QString &text, QFont font, int smallest);

/// \a font made smaller until \a text is at most \a width wide, but not below \a smallest points; the caller elides what
/// still does not fit.
QFont shrunkToFit(const QFont &font, const QString &text, qreal width, qreal smallest);

} // namespace kessai
