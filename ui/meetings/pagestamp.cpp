// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/pagestamp.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kessai {

namespace {

// In points.
constexpr double kStampHeight = 11;
constexpr int kStampLetters = 8;
constexpr double kFromTop = 6;
constexpr double kFromRight = 14;
constexpr double kPad = 3;
/// Of the picture a file gets of a stamp: 288 dots per inch.
constexpr int kPixelsPerPoint = 4;
constexpr QColor kWatermarkInk(110, 120, 130, 38);

/// Letters are measured large, as their hinting depends on their size.
QFont stampFont()
{
    QFont font = fontFor(TextRole::Caption);
    font.setPixelSize(kStampLetters * kPixelsPerPoint);
    return font;
}

void paintWords(QPainter &painter, const QSizeF &pixels, const QString &words)
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, QRectF(QPointF(), pixels), 2.0 * kPixelsPerPoint, QColor(255, 255, 255, 190));
    painter.setFont(stampFont());
    // As the paper's, whatever the look of the application.
    painter.setPen(Tokens::of(ThemeKind::Light)[Token::Text2]);
    painter.drawText(QRectF(QPointF(), pixels), Qt::AlignCenter, words);
}

} // namespace

QRectF stampPlace(const QString &words, QSizeF page)
{
    const double letters = QFontMetricsF(stampFont()).horizontalAdvance(words) / kPixelsPerPoint;
    const double width = std::min(std::ceil(letters) + 2 * kPad, page.width());
    return {std::max(0.0, page.width() - kFromRight - width), std::min(kFromTop, page.height() / 4), width,
            std::min(kStampHeight, page.height() / 2)};
}

void paintStamp(QPainter &painter, const QString &words, QSizeF page)
{
    const PainterGuard guard(painter);
    const QRectF place = stampPlace(words, page);
    painter.translate(place.topLeft());
    painter.scale(1.0 / kPixelsPerPoint, 1.0 / kPixelsPerPoint);
    paintWords(painter, place.size() * kPixelsPerPoint, words);
}

PageAnnotation stampAnnotation(const QString &words, int page, QSizeF size)
{
    const QRectF place = stampPlace(words, size);
    QImage image((place.size() * kPixelsPerPoint).toSize(), QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintWords(painter, image.size(), words);
    painter.end();
    PageAnnotation made;
    made.kind = PageAnnotation::Kind::Stamp;
    made.page = page;
    made.places = {QRectF(place.x() / size.width(), place.y() / size.height(), place.width() / size.width(),
                          place.height() / size.height())};
    made.text = words;
    QBuffer buffer(&made.image);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return made;
}

void paintWatermark(QPainter &painter, const QRectF &page, const QString &reader)
{
    const PainterGuard guard(painter);
    painter.setClipRect(page);
    QFont font = fontFor(TextRole::Body);
    font.setPixelSize(std::max(8, static_cast<int>(page.width() / 26)));
    painter.setFont(font);
    painter.setPen(kWatermarkInk);
    painter.translate(page.center());
    painter.rotate(-30);
    const QSizeF words = QFontMetricsF(font).size(Qt::TextSingleLine, reader);
    const QSizeF step(words.width() + 3 * words.height(), 6 * words.height());
    const double reach = std::hypot(page.width(), page.height()) / 2;
    for (double y = -reach; y < reach; y += step.height()) {
        for (double x = -reach; x < reach; x += step.width())
            painter.drawText(QPointF(x, y), reader);
    }
}

} // namespace kessai
