// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QRectF>
#include <QString>

#include <utility>
#include <vector>

class QPainter;
class QStyleOptionViewItem;

namespace kessai {

/// The height of a row of two lines, or of one compact line, at the text size in force.
int rowHeight(bool compact = false);

/// Paints what lies under a cell: selection or hover, the hairline below, and in the first column the bar that marks the
/// selected row.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, bool firstColumn);

/// What a cell of a list of cases shows; empty parts take no room.
struct TwoLineCell final {
    QString first;
    QString second;
    bool strong = false;                 ///< bold first line: not opened yet
    QString tag = {};                    ///< a framed word before the first line, such as "urgent"
    bool attachment = false;             ///< a clip at the right
    Qt::Alignment align = Qt::AlignLeft; ///< of both lines
    Token tone = Token::Text;            ///< of the first line, where the row is not chosen
    std::vector<std::pair<qsizetype, qsizetype>> marks =
        {}; ///< in the first line: where something was found, and how long
};

/// Paints \a cell into \a rect (the cell without margins); with an empty second line the first is centred vertically.
void paintCell(QPainter &painter, const QRectF &rect, const TwoLineCell &cell, bool selected);

/// Paints the framed word \a tag with its left edge at \a left and its middle at \a middleY; returns its width.
qreal paintTag(QPainter &painter, qreal left, qreal middleY, const QString &tag, bool selected);

/// Whether a number asks for something or only tells something.
enum class BadgeKind : quint8 { None, Attention, Information };

/// "12", or "999+" beyond; empty for nothing.
QString badgeText(int count);

/// The room of the badge; empty for no badge.
QSize badgeSize(int count, BadgeKind kind);

/// Paints the badge right-aligned in \a rect, centred vertically.
void paintBadge(QPainter &painter, const QRectF &rect, int count, BadgeKind kind, bool selected = false);

} // namespace kessai
