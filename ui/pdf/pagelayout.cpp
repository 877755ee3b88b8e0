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

void PageLayout::setPages(const QList<QSizeF> &points, const QList<int> &starts)
{
    m_points = points;
    m_starts = starts;
}

double PageLayout::wantedScale(const QSizeF &turned) const
{
    const Arrangement &a = m_arrangement;
    const int columns = a.flow == PageFlow::Facing ? 2 : 1;
    const double byWidth = std::max(1, (a.viewport.width() - (columns + 1) * a.gap) / columns) / turned.width();
    const double byHeight = std::max(1, a.viewport.height() - 2 * a.gap - a.head) / turned.height();
    const double wide = std::min(byWidth, a.maxFittedScale);
    const double whole = std::min(wide, byHeight);
    switch (a.mode) {
    case ZoomMode::FitWidth: return wide;
    case ZoomMode::FitPage: return whole;
    case ZoomMode::Readable: return whole >= a.leastReadable ? whole : wide;
    case ZoomMode::Fixed: break;
    }
    return a.scale;
}

QList<QSize> PageLayout::pixelSizes() const
{
    QList<QSizeF> sizes;
    sizes.reserve(m_points.size());
    double length = 0;
    for (const QSizeF &points : m_points) {
        const QSizeF turned = turnedSize(points, m_arrangement.quarterTurns);
        const double scale =
            std::min(wantedScale(turned), renderwire::kMaxFullSide / std::max(turned.width(), turned.height()));
        sizes.append(turned * scale);
        length += sizes.last().height() + m_arrangement.gap + m_arrangement.head;
    }
    const double shrink = std::min(1.0, kMaxLength / std::max(1.0, length));
    QList<QSize> pixels;
    pixels.reserve(sizes.size());
    for (const QSizeF &size : sizes)
        pixels.append(QSize(std::max(1, qRound(size.width() * shrink)), std::max(1, qRound(size.height() * shrink))));
    return pixels;
}

void PageLayout::arrange(const Arrangement &arrangement)
{
    const int shown = m_rows.value(m_shownRow);
    m_arrangement = arrangement;
    const QList<QSize> sizes = pixelSizes();
    m_rects = QList<QRect>(sizes.size());
    m_rows.clear();
    if (!isPaged()) {
        arrangeColumn(sizes);
        return;
    }
    const auto columns = arrangement.flow == PageFlow::Facing ? 2 : 1;
    for (int page = 0; page < sizes.size(); ++page) {
        const bool isFull = m_rows.isEmpty() || page - m_rows.last() == columns;
        if (isFull || std::ranges::binary_search(m_starts, page))
            m_rows.append(page);
    }
    arrangeRows(sizes);
    showRowOf(shown);
}

void PageLayout::arrangeColumn(const QList<QSize> &sizes)
{
    const Arrangement &a = m_arrangement;
    int widest = 0;
    for (const QSize &size : sizes)
        widest = std::max(widest, size.width());
    const int width = std::max(a.viewport.width(), widest + 2 * a.gap);
    int y = a.gap;
    for (qsizetype page = 0; page < sizes.size(); ++page) {
        const QSize &size = sizes.at(page);
        m_rects[page] = QRect(QPoint((width - size.width()) / 2, y + a.head), size);
        y += a.head + size.height() + a.gap;
    }
    m_contents = QSize(width, y);
    // What leaves room in the view stands in its middle.
    const int spare = a.viewport.height() - y;
    if (spare > 1) {
        for (QRect &rect : m_rects)
            rect.translate(0, spare / 2);
        m_contents.setHeight(a.viewport.height());
    }
}

void PageLayout::arrangeRows(const QList<QSize> &sizes)
{
    const Arrangement &a = m_arrangement;
    for (const int first : std::as_const(m_rows)) {
        const int last = rowOf(first).second;
        int width = 0;
        int height = 0;
        for (int page = first; page <= last; ++page) {
            width += sizes.at(page).width() + (page > first ? a.gap : 0);
            height = std::max(height, sizes.at(page).height());
        }
        int x = std::max(a.gap, (a.viewport.width() - width) / 2);
        const int y = std::max(a.gap, (a.viewport.height() - a.head - height) / 2) + a.head;
        for (int page = first; page <= last; ++page) {
            const QSize &size = sizes.at(page);
            m_rects[page] = QRect(QPoint(x, y + (height - size.height()) / 2), size);
            x += size.width() + a.gap;
        }
    }
}

std::pair<int, int> PageLayout::rowOf(int page) const
{
    if (!isPaged())
        return {page, page};
    const auto next = std::ranges::upper_bound(m_rows, page);
    const int last = next == m_rows.end() ? static_cast<int>(m_rects.size()) - 1 : *next - 1;
    return {*std::prev(next), last};
}

void PageLayout::showRowOf(int page)
{
    if (m_rows.isEmpty())
        return;
    const int wanted = std::clamp(page, 0, pageCount() - 1);
    m_shownRow = static_cast<int>(std::ranges::upper_bound(m_rows, wanted) - m_rows.begin()) - 1;
}

QSize PageLayout::contents() const
{
    if (m_rows.isEmpty())
        return m_contents;
    QRect row;
    const auto [first, last] = rowOf(m_rows.at(m_shownRow));
    for (int page = first; page <= last; ++page)
        row = row.united(m_rects.at(page));
    const QSize margin(m_arrangement.gap, m_arrangement.gap);
    return m_arrangement.viewport.expandedTo(QSize(row.right() + 1, row.bottom() + 1) + margin);
}

double PageLayout::scaleOf(int page) const
{
    return m_rects.at(page).width() / turnedSize(m_points.at(page), m_arrangement.quarterTurns).width();
}

int PageLayout::pageAt(int y) const
{
    if (isPaged())
        return m_rows.at(m_shownRow);
    const auto it = std::ranges::lower_bound(m_rects, y, {}, [](const QRect &rect) { return rect.bottom(); });
    return static_cast<int>(std::min<qsizetype>(it - m_rects.begin(), m_rects.size() - 1));
}

std::pair<int, int> PageLayout::pagesBetween(int top, int bottom) const
{
    if (isPaged())
        return rowOf(m_rows.at(m_shownRow));
    const int first = pageAt(top);
    int last = pageAt(bottom);
    if (last > first && m_rects.at(last).top() - m_arrangement.head > bottom)
        --last;
    return {first, last};
}

std::optional<int> PageLayout::pageUnder(QPoint place) const
{
    if (m_rects.isEmpty())
        return {};
    const auto [first, last] = pagesBetween(place.y(), place.y());
    for (int page = first; page <= last; ++page) {
        if (m_rects.at(page).contains(place))
            return page;
    }
    return {};
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

QTransform PageLayout::transformOf(int page) const
{
    QTransform turn;
    switch (m_arrangement.quarterTurns) {
    case 1: turn = QTransform(0, 1, -1, 0, 1, 0); break;
    case 2: turn = QTransform(-1, 0, 0, -1, 1, 1); break;
    case 3: turn = QTransform(0, -1, 1, 0, 0, 1); break;
    default: break;
    }
    const QRect &rect = m_rects.at(page);
    return turn * QTransform(rect.width(), 0, 0, rect.height(), rect.x(), rect.y());
}

QRectF PageLayout::mapFromPage(int page, const QRectF &points) const
{
    const QSizeF size = m_points.at(page);
    const QTransform shares = QTransform::fromScale(1 / size.width(), 1 / size.height());
    return (shares * transformOf(page)).mapRect(points);
}

} // namespace kessai
