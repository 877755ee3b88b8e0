// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stamp.h"

#include "ui/theme/paint.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kessai {

namespace {

// The stamp is drawn in units of its own, 62 across, and scaled to where it is wanted.
constexpr qreal kStampSize = 62;
constexpr qreal kStampLine = 1.6;
constexpr qreal kStampRule = 10.5;

QFont stampFont(int pixels, bool bold = false)
{
    QFont font = QApplication::font();
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

// Names of sections of up to five characters fit one line; longer ones are cut into two, the upper one shorter as the
// circle is narrower there. An acting mark takes some of the room at the right.
void paintStampSection(QPainter &painter, const QString &section, bool acting)
{
    const qreal width = acting ? 32 : 40;
    const qreal x = acting ? -5 : 0;
    const QFont smallest = stampFont(9);
    if (QFontMetricsF(smallest).horizontalAdvance(section) <= width * 1.15) {
        paintFitted(painter, {x, -18.5}, width, section, stampFont(12), 9);
        return;
    }
    const qsizetype upper = section.size() * 4 / 9;
    paintFitted(painter, {x, -22.6}, width - 8, section.left(upper), stampFont(9), 8);
    paintFitted(painter, {x, -14.6}, width + 4, section.mid(upper), stampFont(9), 8);
}

} // namespace

void paintDateStamp(QPainter &painter, const QRectF &square, const DateStamp &stamp, const QColor &color,
                    const QColor &ground)
{
    const PainterGuard guard(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.center());
    const qreal scale = std::min(square.width(), square.height()) / kStampSize;
    painter.scale(scale, scale);

    const qreal radius = (kStampSize - kStampLine) / 2;
    painter.setPen(QPen(color, kStampLine));
    painter.setBrush(ground);
    painter.drawEllipse(QPointF(0, 0), radius, radius);
    const qreal chord = std::sqrt(radius * radius - kStampRule * kStampRule);
    painter.setPen(QPen(color, 1.2));
    painter.drawLine(QPointF(-chord, -kStampRule), QPointF(chord, -kStampRule));
    painter.drawLine(QPointF(-chord, kStampRule), QPointF(chord, kStampRule));

    painter.setPen(color);
    paintStampSection(painter, stamp.section, stamp.acting);
    paintFitted(painter, {0, -0.3}, 52, stamp.date, stampFont(12), 9);
    paintFitted(painter, {0, 18.6}, 36, stamp.name, stampFont(15), 10);

    if (stamp.acting) {
        const QPointF corner(24.5, -23.5);
        painter.setPen(QPen(ground, 2));
        painter.setBrush(color);
        painter.drawEllipse(corner, 9.5, 9.5);
        painter.setPen(ground);
        //: On a date stamp: decided in somebody's place, as in "pp" before a signature.
        const QString mark = QCoreApplication::translate("kessai::DateStamp", "pp");
        paintFitted(painter, corner, 14, mark, stampFont(12, true), 10);
    }
}

QString surnameOf(const QString &fullName)
{
    for (qsizetype i = 0; i < fullName.size(); ++i)
        if (fullName.at(i).isSpace())
            return fullName.left(i);
    return fullName;
}

} // namespace kessai
