// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkexport.h"

#include "ui/theme/inks.h"

#include <algorithm>

namespace kessai {

namespace {

/// What is below a marker is read through it.
constexpr double kThrough = 0.5;
/// Of a comment's sign, in shares of the page.
constexpr double kSignSide = 0.03;

} // namespace

QList<PageAnnotation> annotationsOf(const std::vector<PlacedInk> &pieces, int paper)
{
    QList<PageAnnotation> annotations;
    for (const PlacedInk &placed : pieces) {
        const Ink &ink = placed.ink;
        if (!placed.at || placed.at->paper != paper || ink.shape.kind == InkKind::Bookmark)
            continue;
        PageAnnotation made;
        made.page = placed.at->page;
        made.color = inkColor(ink.shape.color).rgb();
        made.author = ink.authorName;
        made.id = ink.id;
        made.at = ink.changedAt.microseconds() / 1000;
        QList<QPointF> points;
        for (const InkPoint &point : ink.shape.points)
            points.append(QPointF(static_cast<qreal>(point.x), static_cast<qreal>(point.y)));
        switch (ink.shape.kind) {
        case InkKind::Pen:
        case InkKind::Marker:
            made.kind = PageAnnotation::Kind::Ink;
            made.width = static_cast<double>(ink.shape.width);
            made.opacity = ink.shape.kind == InkKind::Marker ? kThrough : 1;
            // A dot is a line without length, which other programs do not draw.
            if (points.size() == 1)
                points.append(QPointF(std::min(1.0, points.constFirst().x() + 0.001), points.constFirst().y()));
            made.paths = {points};
            break;
        case InkKind::Highlight:
            made.kind = PageAnnotation::Kind::Highlight;
            for (const QRectF &place : ink.shape.places)
                made.places.append(place);
            break;
        case InkKind::Note:
            made.kind = PageAnnotation::Kind::Text;
            made.text = ink.shape.text;
            made.places = {QRectF(std::min(points.constFirst().x(), 1 - kSignSide),
                                  std::min(points.constFirst().y(), 1 - kSignSide), kSignSide, kSignSide)};
            break;
        case InkKind::Bookmark: break;
        }
        annotations.append(made);
    }
    return annotations;
}

} // namespace kessai
