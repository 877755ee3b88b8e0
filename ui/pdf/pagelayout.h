// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPoint>
#include <QRect>
#include <QRectF>
#include <QSize>
#include <QSizeF>
#include <QTransform>

#include <optional>
#include <utility>

namespace kessai {

/// How large pages are shown.
enum class ZoomMode : quint8 {
    /// Each page as wide as the view.
    FitWidth,
    /// Each page wholly inside the view.
    FitPage,
    /// Each page wholly inside the view where it can be read so, else as wide as the view.
    Readable,
    /// All pages at one scale.
    Fixed,
};

/// How one goes from page to page.
enum class PageFlow : quint8 {
    /// All pages one below the other.
    Continuous,
    /// One page at a time.
    Single,
    /// Two pages at a time, side by side.
    Facing,
};

/// A place in a document that survives another zoom: a share of the page's width and height, 0 to 1.
struct PageAnchor final {
    int page = 0;
    double x = 0;
    double y = 0;
};

/// Where the pages stand in device pixels from the upper left corner of the whole. Where they come one or two at a time, each row of
/// them is a whole of its own, and one of the rows is shown.
class PageLayout final {
public:
    struct Arrangement {
        ZoomMode mode = ZoomMode::FitWidth;
        PageFlow flow = PageFlow::Continuous;
        /// Device pixels per point in Fixed mode.
        double scale = 1;
        /// The largest device pixels per point that fitting may choose.
        double maxFittedScale = 4;
        /// Device pixels per point below which nobody reads.
        double leastReadable = 0;
        int quarterTurns = 0;
        /// What is visible at once.
        QSize viewport;
        /// Room between pages and around them.
        int gap = 8;
        /// Room above each page for what is said of it.
        int head = 0;
    };

    /// Sizes in points; none may be empty. A page of `starts` (ascending) never stands beside the one before it.
    void setPages(const QList<QSizeF> &points, const QList<int> &starts = {});
    void arrange(const Arrangement &arrangement);

    int pageCount() const { return static_cast<int>(m_rects.size()); }
    int quarterTurns() const { return m_arrangement.quarterTurns; }
    int head() const { return m_arrangement.head; }
    const QRect &pageRect(int page) const { return m_rects.at(page); }
    /// Of all pages, or of the row shown.
    QSize contents() const;
    bool isPaged() const { return m_arrangement.flow != PageFlow::Continuous; }
    /// The row shown is the one with this page. In a continuous flow all are.
    void showRowOf(int page);
    /// First and last page of the row with this one.
    std::pair<int, int> rowOf(int page) const;
    /// Device pixels per point of this page, as arranged.
    double scaleOf(int page) const;
    /// The page at this height, or the nearest below; the last one past the end. There must be a page. Where one row is shown, its first.
    int pageAt(int y) const;
    /// First and last page that touch the heights from `top` to `bottom`.
    std::pair<int, int> pagesBetween(int top, int bottom) const;
    /// The page that lies at this place.
    std::optional<int> pageUnder(QPoint place) const;

    PageAnchor anchorAt(QPoint position) const;
    QPoint positionOf(const PageAnchor &anchor) const;
    /// From shares (0 to 1) of the unturned page's width and height to device pixels of the whole.
    QTransform transformOf(int page) const;
    /// From points on the unturned page to device pixels of the whole.
    QRectF mapFromPage(int page, const QRectF &points) const;

private:
    double wantedScale(const QSizeF &turned) const;
    QList<QSize> pixelSizes() const;
    void arrangeRows(const QList<QSize> &sizes);
    void arrangeColumn(const QList<QSize> &sizes);

    QList<QSizeF> m_points;
    QList<int> m_starts;
    QList<QRect> m_rects;
    QSize m_contents;
    /// The first page of each row, where one row is shown at a time.
    QList<int> m_rows;
    int m_shownRow = 0;
    Arrangement m_arrangement;
};

} // namespace kessai
