// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkpaint.h"

#include "ui/meetings/inkgeometry.h"
#include "ui/theme/icon.h"
#include "ui/theme/inks.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QTextLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kNoteWidth = 168;
constexpr int kNoteLines = 4;
constexpr int kNotePadding = 8;
/// Pages narrower than this have no room for words.
constexpr int kLeastForWords = 380;
constexpr int kNoteIcon = 22;
constexpr int kRibbonWidth = 14;
constexpr int kRibbonHeight = 30;
constexpr int kInset = 8;
/// What is left of a pen's width where it barely touches the paper.
constexpr qreal kLightest = 0.35;

QPointF viewPoint(const InkPoint &point, const PageFrame &frame)
{
    return frame.toView.map(QPointF(static_cast<qreal>(point.x), static_cast<qreal>(point.y)));
}

qreal widthAt(const InkShape &shape, float pressure, const PageFrame &frame)
{
    const qreal full = std::max(0.75, static_cast<qreal>(shape.width) * frame.pixelsPerPoint);
    return shape.kind == InkKind::Marker ? full : full * (kLightest + (1 - kLightest) * static_cast<qreal>(pressure));
}

bool isEven(const InkShape &shape)
{
    return shape.kind == InkKind::Marker || std::ranges::all_of(shape.points, [&shape](const InkPoint &point) {
               return point.pressure == shape.points.front().pressure;
           });
}

/// Through the middles of the lines, bent towards their corners: smooth, and a new point changes the last bend only.
QPainterPath bend(const InkShape &shape, const PageFrame &frame, std::size_t corner)
{
    const QPointF before = viewPoint(shape.points[corner - 1], frame);
    const QPointF at = viewPoint(shape.points[corner], frame);
    const bool isFirst = corner == 1;
    const bool isLast = corner + 1 == shape.points.size();
    QPainterPath path(isFirst ? before : (before + at) / 2);
    if (isLast)
        path.lineTo(at);
    else
        path.quadTo(at, (at + viewPoint(shape.points[corner + 1], frame)) / 2);
    return path;
}

void paintStroke(QPainter &painter, const InkShape &shape, const PageFrame &frame)
{
    QPen pen(inkColor(shape.color), widthAt(shape, shape.points.front().pressure, frame), Qt::SolidLine, Qt::RoundCap,
             Qt::RoundJoin);
    if (shape.points.size() == 1) {
        painter.setPen(pen);
        painter.drawPoint(viewPoint(shape.points.front(), frame));
        return;
    }
    if (isEven(shape)) {
        QPainterPath path;
        for (std::size_t corner = 1; corner < shape.points.size(); ++corner)
            path.connectPath(bend(shape, frame, corner));
        painter.strokePath(path, pen);
        return;
    }
    for (std::size_t corner = 1; corner < shape.points.size(); ++corner) {
        pen.setWidthF(widthAt(shape, shape.points[corner].pressure, frame));
        painter.strokePath(bend(shape, frame, corner), pen);
    }
}

QFont noteFont()
{
    return fontFor(TextRole::Caption);
}

/// The lines of a note that have room, the last one elided where there are more.
QStringList noteLines(const QString &text)
{
    const QFont font = noteFont();
    const qreal width = grown(kNoteWidth) - 2 * kNotePadding;
    QStringList lines;
    const QStringList paragraphs = text.split(QLatin1Char('\n'));
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(paragraph, font);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines.append(paragraph.mid(line.textStart(), line.textLength()));
        }
        layout.endLayout();
    }
    if (lines.size() > kNoteLines) {
        lines = lines.mid(0, kNoteLines);
        lines.last() = QFontMetricsF(font).elidedText(lines.last() + QStringLiteral("……"), Qt::ElideRight, width);
    }
    return lines;
}

QRectF pageRect(const PageFrame &frame)
{
    return frame.toView.mapRect(QRectF(0, 0, 1, 1));
}

bool hasRoomForWords(const PageFrame &frame)
{
    return pageRect(frame).width() >= grown(kLeastForWords);
}

} // namespace

void paintInk(QPainter &painter, const InkShape &shape, const PageFrame &frame)
{
    PainterGuard guard(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (shape.kind == InkKind::Highlight) {
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        for (const QRectF &place : shape.places)
            painter.fillRect(frame.toView.mapRect(place), inkColor(shape.color));
    } else if (!shape.points.empty()) {
        if (shape.kind == InkKind::Marker)
            painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        paintStroke(painter, shape, frame);
    }
}

QRectF tailOf(const InkShape &shape, const PageFrame &frame)
{
    // A point moves the bend before it, too.
    constexpr std::size_t kMoved = 4;
    InkShape tail = shape;
    if (tail.points.size() > kMoved)
        tail.points.erase(tail.points.begin(), tail.points.end() - kMoved);
    return viewBoundsOf(tail, frame);
}

QRectF viewBoundsOf(const InkShape &shape, const PageFrame &frame)
{
    const bool isStroke = shape.kind == InkKind::Pen || shape.kind == InkKind::Marker;
    const qreal around = isStroke ? widthAt(shape, 1, frame) / 2 + 2 : 2;
    return frame.toView.mapRect(boundsOf(shape)).adjusted(-around, -around, around, around);
}

QRectF noteRect(const InkShape &note, const PageFrame &frame)
{
    if (note.points.empty())
        return {};
    const QPointF corner = viewPoint(note.points.front(), frame);
    QSizeF size(grown(kNoteIcon), grown(kNoteIcon));
    if (hasRoomForWords(frame)) {
        const QFontMetricsF metrics(noteFont());
        // One line more for who wrote it.
        const auto lines = static_cast<qreal>(noteLines(note.text).size() + 1);
        size = QSizeF(grown(kNoteWidth), 2 * kNotePadding + lines * metrics.lineSpacing());
    }
    // Upright whichever way the page is turned, and on the page as far as there is room.
    const QRectF page = pageRect(frame);
    QRectF rect(corner, size);
    rect.moveLeft(std::max(page.left(), std::min(rect.left(), page.right() - rect.width())));
    rect.moveTop(std::max(page.top(), std::min(rect.top(), page.bottom() - rect.height())));
    return rect;
}

void paintNote(QPainter &painter, const InkShape &note, const QRectF &rect, const QString &foot, bool current)
{
    PainterGuard guard(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = mixed(inkColor(note.color), Qt::white, 0.45);
    constexpr qreal kRadius = 5;
    paintRounded(painter, rect.translated(0, 2), kRadius, QColor(0, 0, 0, 28));
    paintRounded(painter, rect, kRadius, fill, current ? tokens()[Token::Focus] : noteEdgeColor(note.color),
                 current ? 2 : 1);
    if (rect.width() < grown(kNoteWidth)) {
        paintIcon(painter, rect.adjusted(3, 3, -3, -3), QStringLiteral("note"), noteTextColor());
        return;
    }
    const QFontMetricsF metrics(noteFont());
    painter.setFont(noteFont());
    painter.setPen(noteTextColor());
    qreal y = rect.top() + kNotePadding;
    const QStringList lines = noteLines(note.text);
    for (const QString &line : lines) {
        painter.drawText(QPointF(rect.left() + kNotePadding, y + metrics.ascent()), line);
        y += metrics.lineSpacing();
    }
    const QRectF last(rect.left() + kNotePadding, y, rect.width() - 2 * kNotePadding, metrics.lineSpacing());
    paintElided(painter, last, foot, fontFor(TextRole::Small), mixed(noteTextColor(), fill, 0.72));
}

QRectF bookmarkRect(const PageFrame &frame, int place)
{
    const QRectF page = pageRect(frame);
    const bool isSmall = !hasRoomForWords(frame);
    const QSizeF size = QSizeF(grown(kRibbonWidth), grown(kRibbonHeight)) * (isSmall ? 0.6 : 1.0);
    return {QPointF(page.left() + kInset + place * (size.width() + kInset / 2), page.top() - 1), size};
}

void paintBookmark(QPainter &painter, const InkShape &bookmark, const QRectF &rect)
{
    PainterGuard guard(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath ribbon(rect.topLeft());
    ribbon.lineTo(rect.topRight());
    ribbon.lineTo(rect.bottomRight());
    ribbon.lineTo(QPointF(rect.center().x(), rect.bottom() - rect.width() / 2));
    ribbon.lineTo(rect.bottomLeft());
    ribbon.closeSubpath();
    painter.fillPath(ribbon, inkColor(bookmark.color));
}

QRectF hintRect(const QString &words, const PageFrame &frame)
{
    if (words.isEmpty() || !hasRoomForWords(frame))
        return {};
    const QFontMetricsF metrics(fontFor(TextRole::Chip));
    const QRectF page = pageRect(frame);
    const QSizeF size(metrics.horizontalAdvance(words) + metric::kIconSize + 3 * kInset, metrics.height() + kInset);
    return {QPointF(page.center().x() - size.width() / 2, page.top() + kInset), size};
}

void paintHint(QPainter &painter, const QString &words, const QRectF &rect)
{
    if (rect.isEmpty())
        return;
    PainterGuard guard(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, rect, metric::kControlRadius, tokens()[Token::WarnFill], tokens()[Token::WarnText]);
    const qreal side = metric::kIconSize - 2;
    const QRectF sign(rect.left() + kInset, rect.center().y() - side / 2, side, side);
    paintIcon(painter, sign, QStringLiteral("alert-triangle"), tokens()[Token::WarnText]);
    painter.setFont(fontFor(TextRole::Chip));
    painter.setPen(tokens()[Token::WarnText]);
    painter.drawText(rect.adjusted(2 * kInset + side - kInset / 2, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, words);
}

} // namespace kessai
