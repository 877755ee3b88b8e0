// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkgeometry.h"

#include "ui/pdf/renderprotocol.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace kessai {

namespace {

QPointF pointOf(const InkPoint &point)
{
    return {static_cast<qreal>(point.x), static_cast<qreal>(point.y)};
}

/// In units of the reach, in which the rubber is a circle of radius 1.
QPointF inReaches(QPointF point, QSizeF reach)
{
    return {point.x() / reach.width(), point.y() / reach.height()};
}

double distanceToLine(QPointF point, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double at = length > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / length, 0.0, 1.0) : 0.0;
    return QLineF(point, a + along * at).length();
}

/// More points on long lines, so that a rubber passing between two of them cuts the line there.
std::vector<InkPoint> dense(const std::vector<InkPoint> &points, QSizeF reach)
{
    constexpr int kMostBetween = 400;
    std::vector<InkPoint> result;
    for (const InkPoint &point : points) {
        if (!result.empty()) {
            const InkPoint last = result.back();
            const double length = QLineF(inReaches(pointOf(last), reach), inReaches(pointOf(point), reach)).length();
            const int parts = std::clamp(static_cast<int>(std::ceil(length * 2)), 1, kMostBetween);
            for (int part = 1; part < parts; ++part) {
                const float share = static_cast<float>(part) / static_cast<float>(parts);
                result.push_back({last.x + (point.x - last.x) * share, last.y + (point.y - last.y) * share,
                                  last.pressure + (point.pressure - last.pressure) * share});
            }
        }
        result.push_back(point);
    }
    return result;
}

void keepNeeded(const std::vector<InkPoint> &points, std::size_t first, std::size_t last, QSizeF tolerance,
                std::vector<bool> &kept)
{
    // A stack instead of recursion: a stroke may be long.
    std::vector<std::pair<std::size_t, std::size_t>> parts{{first, last}};
    while (!parts.empty()) {
        const auto [from, to] = parts.back();
        parts.pop_back();
        double most = 1;
        std::size_t at = from;
        for (std::size_t i = from + 1; i < to; ++i) {
            const double away =
                distanceToLine(inReaches(pointOf(points[i]), tolerance), inReaches(pointOf(points[from]), tolerance),
                               inReaches(pointOf(points[to]), tolerance));
            if (away > most) {
                most = away;
                at = i;
            }
        }
        if (at != from) {
            kept[at] = true;
            parts.emplace_back(from, at);
            parts.emplace_back(at, to);
        }
    }
}

/// The unit of the text a point means: the one it is on, else the nearest on its line, else the nearest line's.
qsizetype unitAt(const PageText &text, QPointF point)
{
    constexpr double kOtherLine = 4;
    qsizetype nearest = -1;
    double least = 0;
    for (qsizetype i = 0; i < text.boxes.size(); ++i) {
        const QRectF &box = text.boxes.at(i);
        if (box.isEmpty())
            continue;
        const double right = std::max({box.left() - point.x(), 0.0, point.x() - box.right()});
        const double down = std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()});
        const double away = right + kOtherLine * down;
        if (nearest < 0 || away < least) {
            nearest = i;
            least = away;
        }
    }
    return nearest;
}

bool isOnLine(const QRectF &line, const QRectF &box)
{
    const double middle = box.center().y();
    // A column further right is another line, whatever its height.
    return middle >= line.top() && middle <= line.bottom() && box.left() >= line.left() - box.width()
        && box.left() - line.right() < 2 * std::max(box.height(), line.height());
}

} // namespace

QRectF boundsOf(const InkShape &shape)
{
    QRectF bounds;
    for (const QRectF &place : shape.places)
        bounds |= place;
    if (shape.points.empty())
        return bounds;
    const auto [left, right] = std::ranges::minmax(shape.points, {}, &InkPoint::x);
    const auto [top, bottom] = std::ranges::minmax(shape.points, {}, &InkPoint::y);
    return bounds
        | QRectF(QPointF(static_cast<qreal>(left.x), static_cast<qreal>(top.y)),
                 QPointF(static_cast<qreal>(right.x), static_cast<qreal>(bottom.y)))
              .adjusted(0, 0, 1e-6, 1e-6);
}

bool isTouched(const InkShape &shape, QPointF a, QPointF b, QSizeF reach)
{
    const QPointF from = inReaches(a, reach);
    const QPointF to = inReaches(b, reach);
    if (!shape.places.empty()) {
        return std::ranges::any_of(shape.places, [&](const QRectF &place) {
            constexpr int kSteps = 16;
            for (int step = 0; step <= kSteps; ++step) {
                if (place.contains(a + (b - a) * (static_cast<double>(step) / kSteps)))
                    return true;
            }
            return false;
        });
    }
    return std::ranges::any_of(dense(shape.points, reach), [&](const InkPoint &point) {
        return distanceToLine(inReaches(pointOf(point), reach), from, to) <= 1;
    });
}

std::vector<InkShape> rubbed(const InkShape &stroke, QPointF a, QPointF b, QSizeF reach)
{
    if (!isTouched(stroke, a, b, reach))
        return {stroke};
    const QPointF from = inReaches(a, reach);
    const QPointF to = inReaches(b, reach);
    std::vector<InkShape> left;
    InkShape piece = stroke;
    piece.points.clear();
    const auto end = [&] {
        // A single point left over is dust.
        if (piece.points.size() > 1)
            left.push_back(piece);
        piece.points.clear();
    };
    for (const InkPoint &point : dense(stroke.points, reach)) {
        if (distanceToLine(inReaches(pointOf(point), reach), from, to) <= 1)
            end();
        else
            piece.points.push_back(point);
    }
    end();
    for (InkShape &shape : left)
        shape.points = thinned(shape.points, reach / 20);
    return left;
}

std::vector<InkPoint> thinned(const std::vector<InkPoint> &points, QSizeF tolerance)
{
    if (points.size() < 3)
        return points;
    std::vector<bool> kept(points.size(), false);
    kept.front() = true;
    kept.back() = true;
    // How hard the pen was pressed shows, too: a point in every few stays.
    constexpr std::size_t kEvery = 8;
    std::size_t last = 0;
    for (std::size_t i = kEvery; i + 1 < points.size(); i += kEvery) {
        if (std::abs(points[i].pressure - points[last].pressure) > 0.08F) {
            kept[i] = true;
            last = i;
        }
    }
    keepNeeded(points, 0, points.size() - 1, tolerance, kept);
    std::vector<InkPoint> result;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (kept[i])
            result.push_back(points[i]);
    }
    return result;
}

PickedText textBetween(const PageText &text, QSizeF pagePoints, QPointF a, QPointF b)
{
    const auto inPoints = [&pagePoints](QPointF share) {
        return QPointF(share.x() * pagePoints.width(), share.y() * pagePoints.height());
    };
    if (pagePoints.isEmpty() || text.boxes.size() != text.folded.size())
        return {};
    const auto [first, last] = std::minmax({unitAt(text, inPoints(a)), unitAt(text, inPoints(b))});
    if (first < 0)
        return {};
    PickedText picked{{}, text.folded.mid(first, last - first + 1)};
    std::vector<QRectF> lines;
    for (qsizetype i = first; i <= last; ++i) {
        const QRectF &box = text.boxes.at(i);
        if (box.isEmpty())
            continue;
        if (!lines.empty() && isOnLine(lines.back(), box))
            lines.back() |= box;
        else
            lines.push_back(box);
    }
    const QRectF page(0, 0, 1, 1);
    for (const QRectF &line : lines) {
        const QRectF place = QRectF(line.left() / pagePoints.width(), line.top() / pagePoints.height(),
                                    line.width() / pagePoints.width(), line.height() / pagePoints.height())
            & page;
        if (!place.isEmpty())
            picked.places.push_back(place);
    }
    return picked;
}

std::vector<InkShape> storableParts(const InkShape &shape)
{
    if (shape.points.size() < 3 || shapeBody(shape).size() <= kMostInkBytes)
        return {shape};
    const auto middle = shape.points.begin() + static_cast<std::ptrdiff_t>(shape.points.size() / 2);
    InkShape first = shape;
    first.points.assign(shape.points.begin(), middle + 1);
    InkShape second = shape;
    second.points.assign(middle, shape.points.end());
    std::vector<InkShape> parts = storableParts(first);
    const std::vector<InkShape> more = storableParts(second);
    parts.insert(parts.end(), more.begin(), more.end());
    return parts;
}

} // namespace kessai
