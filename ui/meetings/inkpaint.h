// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/ink.h"

#include <QString>
#include <QTransform>

class QPainter;
class QRectF;

namespace kessai {

/// How a page lies in a view: where its shares are, and how large a point of paper is there.
struct PageFrame final {
    QTransform toView;
    qreal pixelsPerPoint = 1;
};

/// A pen's, marker's or highlight's shape. Markers and highlights darken what is below, as they do on paper.
void paintInk(QPainter &painter, const InkShape &shape, const PageFrame &frame);
/// The last part of a stroke that grows; what came before is there already.
QRectF tailOf(const InkShape &shape, const PageFrame &frame);

/// What shapes cover in the view, with the width of the stroke.
QRectF viewBoundsOf(const InkShape &shape, const PageFrame &frame);

/// A 付箋: its words where there is room for them, else its sheet alone. `marks` are drawn into its foot, quietly.
QRectF noteRect(const InkShape &note, const PageFrame &frame);
void paintNote(QPainter &painter, const InkShape &note, const QRectF &rect, const QString &foot, bool current);

/// A ribbon at the upper edge of the page, the `place`-th of those on it.
QRectF bookmarkRect(const PageFrame &frame, int place);
void paintBookmark(QPainter &painter, const InkShape &bookmark, const QRectF &rect);

/// Words about a page at its upper left, for ink that was made on another version of it.
QRectF hintRect(const QString &words, const PageFrame &frame);
void paintHint(QPainter &painter, const QString &words, const QRectF &rect);

} // namespace kessai
