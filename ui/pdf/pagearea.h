// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/pagelayout.h"
#include "ui/pdf/renderprotocol.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QTimer>

#include <utility>

class QPainter;

namespace kessai {

class PageFeed;

/// Something that was noted on a page: where, in shares of its width and height as it lies in the file.
struct PageMark final {
    int page = 0;
    QRectF place;
    bool current = false; ///< what one is at
    friend bool operator==(const PageMark &, const PageMark &) = default;
};

/// The pages themselves, one below the other or one or two at a time, each drawn at exactly the pixels of the screen. Scroll positions count in
/// device pixels, so that no page is ever drawn between two of them.
class PageArea : public QAbstractScrollArea {
    Q_OBJECT

public:
    static constexpr int kMinPercent = 10;
    static constexpr int kMaxPercent = 800;

    explicit PageArea(PageFeed &feed, QWidget *parent = nullptr);

    /// Starts at the top of the feed, upright and as wide as the view.
    void showDocument();
    /// The feed has other pages than before: shows one of them, as large as the one before.
    void showPages(int page);

    PageFlow flow() const { return m_flow; }
    void setFlow(PageFlow flow);

    ZoomMode zoomMode() const { return m_zoomMode; }
    void setZoomMode(ZoomMode mode);
    /// Of the current page; 100 is its size on paper.
    int zoomPercent() const;
    void setZoomPercent(int percent);
    void zoomIn();
    void zoomOut();

    int quarterTurns() const { return m_quarterTurns; }
    /// All pages clockwise by a quarter.
    void turn();

    /// 0-based; -1 without a document.
    int currentPage() const { return m_currentPage; }
    void goToPage(int page);
    /// How far down the current page one is: 0 its beginning, 1 its end in sight, whatever the zoom; 0 where all of it is in sight.
    double scrolledShare() const;
    void scrollToShare(double share);
    /// To the page before or the next; where pages come two at a time, to the next two.
    void previousPage();
    void nextPage();

    /// Marks this hit of the feed's search apart from the others and brings it into view; -1 for none.
    void showHit(int index);
    /// The same without going there.
    void markHit(int index);

    /// Outlines places with a check beside each.
    void setMarks(const QList<PageMark> &marks);
    /// Brings a place into view.
    void showPlace(int page, const QRectF &shares);

    /// Something lies over so much of the lower edge (logical pixels): what is under it can be scrolled to. Nothing moves by it, nor when it
    /// goes: then the room stays until one has scrolled back.
    void setFootRoom(int room);

    /// Where a hit or anything else of a page stands in the viewport, in logical pixels.
    QRectF mapToViewport(int page, const QRectF &points) const;

Q_SIGNALS:
    void currentPageChanged(int page);
    /// A click, or a tap of the pen, on a page, in shares of its width and height as it lies in the file.
    void pageClicked(int page, const QPointF &share);
    void zoomChanged();
    /// Another part of the page is in sight than before.
    void scrolled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

    /// Room kept above each page for what paintOver() writes there, in logical pixels.
    virtual int headRoom() const { return 0; }
    /// Paints over a page, and above it, in device pixels of the whole.
    virtual void paintOver(QPainter &painter, int page);
    /// A click, or a tap, at this place of the viewport.
    virtual void click(QPoint place);
    const PageLayout &pageLayout() const { return m_layout; }
    /// From a place of the viewport to device pixels of the whole.
    QPointF toWhole(QPointF place) const { return scrollPosition() + place * m_pixelRatio; }
    qreal pixelRatio() const { return m_pixelRatio; }
    /// To this zoom, with what is at `place` (device pixels in the viewport) staying there.
    void zoomTo(int percent, QPoint place);
    void scrollBy(QPoint logical);

private:
    QSize deviceViewport() const;
    QPoint scrollPosition() const;
    double pixelsPerPoint() const;
    /// Arranges anew and keeps `anchor` at `place` (device pixels in the viewport).
    void arrange(const PageAnchor &anchor, QPoint place);
    void arrangeKeepingMiddle();
    void arrangeKeepingTop();
    void arrangeKeeping(QPoint place);
    void updateRanges();
    /// How far there is to scroll, without the room at the foot.
    int lastScroll() const;
    void fitFoot();
    void showRowOf(int page);
    void scrollTo(QPoint position);
    /// Where one is at the beginning of the current page, and where its end is in sight.
    std::pair<int, int> scrollsOfPage() const;
    void updateCurrentPage();
    void setCurrentPage(int page);
    void requestPages();
    PageRequest wholeRequest(int page) const;
    /// What to draw of a page that is too large to be held whole: the part in view, rounded so that scrolling a little
    /// asks for the same.
    PageRequest detailRequest(int page) const;
    bool isHeldWhole(int page) const;
    void paintPage(QPainter &painter, int page);
    void paintImages(QPainter &painter, int page);
    void paintFailure(QPainter &painter, int page);
    void paintHits(QPainter &painter, int page);
    void paintMarks(QPainter &painter, int page);
    QRectF onPage(int page, const QRectF &shares) const;
    void bringIntoView(int page, const QRectF &points);
    void describe();
    bool moveByKey(QKeyEvent *event);
    /// To the row of pages before or after; backwards one comes to its end where `toItsEnd`.
    void turnPage(int step, bool toItsEnd = false);
    /// Turns pages where the wheel finds nothing more to scroll; false where it scrolls.
    bool turnByWheel(const QWheelEvent &event);

    PageFeed &m_feed;
    PageLayout m_layout;
    ZoomMode m_zoomMode = ZoomMode::FitWidth;
    PageFlow m_flow = PageFlow::Continuous;
    int m_percent = 100;
    int m_quarterTurns = 0;
    qreal m_pixelRatio = 1;
    int m_footRoom = 0; ///< in logical pixels
    int m_foot = 0;     ///< the same in those of the device; more where one is still
    int m_currentPage = -1;
    int m_currentHit = -1;
    QList<PageMark> m_marks;
    bool m_isArranging = false;
    int m_wheelLeft = 0;
    QTimer m_request;
    /// The last part drawn of each page that is not held whole; it stays in sight until the next has come.
    QHash<int, PageRequest> m_details;
    QPoint m_dragStart;
    QPoint m_dragScroll;
    bool m_isDragging = false;
};

} // namespace kessai
