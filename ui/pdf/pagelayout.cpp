// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pagelayout.h"

#include "ui/pdf/renderprotocol.h"

#include <QtMath>

#include <algorithm>

namespace kessai {

namespace {

/// Scroll bars count in int; a hostile document may have 20,000 pages of 50 metres.
constexpr double kMaxLength = 1.0e9;

QSizeF turnedSize(const QSizeF &points, int quarterTurns)
{
    return quarterTurns % 2 == 0 ? points : points.transposed();
}

} // namespace

double PageLayout::wantedScale(const QSizeF &turned) const
{
    const Arrangement &a = m_arrangement;
    const double byWidth = std::max(1, a.viewport.width() - 2 * a.gap) / turned.width();
    const double byHeight = std::max(1, a.viewport.height() - 2 * a.gap) / turned.height();
    switch (a.mode) {
    case ZoomMode::FitWidth: return std::min(byWidth, a.maxFittedScale);
    case ZoomMode::FitPage: return std::min({byWidth, byHeight, a.maxFittedScale});
    case ZoomMode::Fixed: break;
    }
    return a.scale;
}

void PageLayout::arrange(const Arrangement &arrangement)
{
    m_arrangement = arrangement;
    QList<QSizeF> sizes;
    sizes.reserve(m_points.size());
    double length = 0;
    for (const QSizeF &points : m_points) {
        const QSizeF turned = turnedSize(points, arrangement.quarterTurns);
        const double scale =
            std::min(wantedScale(turned), renderwire::kMaxFullSide / std::max(turned.width(), turned.height()));
        sizes.append(turned * scale);
        length += sizes.last().height() + arrangement.gap;
    }
    const double shrink = std::min(1.0, kMaxLength / std::max(1.0, length));

    int widest = 0;
    QList<QSize> pixels;
    pixels.reserve(sizes.size());
    for (const QSizeF &size : sizes) {
        pixels.append(QSize(std::max(1, qRound(size.width() * shrink)), std::max(1, qRound(size.height() * shrink))));
        widest = std::max(widest, pixels.last().width());
    }

    const int width = std::max(arrangement.viewport.width(), widest + 2 * arrangement.gap);
    int y = arrangement.gap;
    m_rects.clear();
    m_rects.reserve(pixels.size());
    for (const QSize &size : pixels) {
        m_rects.append(QRect(QPoint((width - size.width()) / 2, y), size));
        y += size.height() + arrangement.gap;
    }
    m_contents = QSize(width, y);
    // What leaves room in the view stands in its middle.
    const int spare = arrangement.viewport.height() - y;
    if (spare > 1) {
        for (QRect &rect : m_rects)
            rect.translate(0, spare / 2);
        m_contents.setHeight(arrangement.viewport.height());
    }
}

double PageLayout::scaleOf(int page) const
{
    return m_rects.at(page).width() / turnedSize(m_points.at(page), m_arrangement.quarterTurns).width();
}

int PageLayout::pageAt(int y) const
{
    const auto it = std::ranges::lower_bound(m_rects, y, {}, [](const QRect &rect) { return rect.bottom(); });
    return static_cast<int>(std::min<qsizetype>(it - m_rects.begin(), m_rects.size() - 1));
}

std::pair<int, int> PageLayout::pagesBetween(int top, int bottom) const
{
    const int first = pageAt(top);
    int last = pageAt(bottom);
    if (last > first && m_rects.at(last).top() > bottom)
        --last;
    return {first, last};
}

PageAnchor PageLayout::anchorAt(QPoint position) const
{
    const int page = pageAt(position.y());
    const QRect &rect = m_rects.at(page);
    const QPointF inside = position - rect.topLeft();
    return {page, inside.x() / rect.width(), inside.y() / rect.height()};
}

QPoint PageLayout::positionOf(const PageAnchor &anchor) const
{
    const QRect &rect = m_rects.at(std::clamp(anchor.page, 0, pageCount() - 1));
    return rect.topLeft() + QPoint(qRound(anchor.x * rect.width()), qRound(anchor.y * rect.height()));
}

QRectF PageLayout::mapFromPage(int page, const QRectF &points) const
{
    const QSizeF size = m_points.at(page);
    QRectF turned;
    switch (m_arrangement.quarterTurns) {
    case 1: turned = QRectF(size.height() - points.bottom(), points.left(), points.height(), points.width()); break;
    case 2:
        turned =
            QRectF(size.width() - points.right(), size.height() - points.bottom(), points.width(), points.height());
        break;
    case 3: turned = QRectF(points.top(), size.width() - points.right(), points.height(), points.width()); break;
    default: turned = points; break;
    }
    const QRect &rect = m_rects.at(page);
    const QSizeF whole = turnedSize(size, m_arrangement.quarterTurns);
    const double xScale = rect.width() / whole.width();
    const double yScale = rect.height() / whole.height();
    return QRectF(rect.x() + turned.x() * xScale, rect.y() + turned.y() * yScale, turned.width() * xScale,
                  turned.height() * yScale);
}

} // namespace kessai
