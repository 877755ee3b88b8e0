// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPoint>
#include <QRect>
#include <QRectF>
#include <QSize>
#include <QSizeF>

namespace kessai {

/// How large pages are shown.
enum class ZoomMode : quint8 {
    /// Each page as wide as the view.
    FitWidth,
    /// Each page wholly inside the view.
    FitPage,
    /// All pages at one scale.
    Fixed,
};

/// A place in a document that survives another zoom: a share of the page's width and height, 0 to 1.
struct PageAnchor final {
    int page = 0;
    double x = 0;
    double y = 0;
};

/// Where the pages stand, one below the other, in device pixels from the upper left corner of the whole.
class PageLayout final {
public:
    struct Arrangement {
        ZoomMode mode = ZoomMode::FitWidth;
        /// Device pixels per point in Fixed mode.
        double scale = 1;
        /// The largest device pixels per point that fitting may choose.
        double maxFittedScale = 4;
        int quarterTurns = 0;
        /// What is visible at once.
        QSize viewport;
        /// Room between pages and around them.
        int gap = 8;
    };

    /// Sizes in points; none may be empty.
    void setPages(const QList<QSizeF> &points) { m_points = points; }
    void arrange(const Arrangement &arrangement);

    int pageCount() const { return static_cast<int>(m_rects.size()); }
    int quarterTurns() const { return m_arrangement.quarterTurns; }
    const QRect &pageRect(int page) const { return m_rects.at(page); }
    QSize contents() const { return m_contents; }
    /// Device pixels per point of this page, as arranged.
    double scaleOf(int page) const;
    /// The page at this height, or the nearest below; the last one past the end. There must be a page.
    int pageAt(int y) const;
    /// First and last page that touch the heights from `top` to `bottom`.
    std::pair<int, int> pagesBetween(int top, int bottom) const;

    PageAnchor anchorAt(QPoint position) const;
    QPoint positionOf(const PageAnchor &anchor) const;
    /// From points on the unturned page to device pixels of the whole.
    QRectF mapFromPage(int page, const QRectF &points) const;

private:
    double wantedScale(const QSizeF &turned) const;

    QList<QSizeF> m_points;
    QList<QRect> m_rects;
    QSize m_contents;
    Arrangement m_arrangement;
};

} // namespace kessai
