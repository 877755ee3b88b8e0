// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/pageoverlay.h"
#include "ui/pdf/pagearea.h"

#include <QElapsedTimer>

#include <optional>
#include <utility>

class QAbstractButton;
class QHelpEvent;
class QTabletEvent;
class QTouchEvent;

namespace kessai {

class BookPresenter;

/// The pages of a book: what lies over them (ink) is painted and asked first for whatever points, every page is stamped with its paper and
/// number, and pages are turned by a tap on the edge, a swipe, or the large buttons at both sides.
class BookArea final : public PageArea {
    Q_OBJECT

public:
    explicit BookArea(BookPresenter &book, QWidget *parent = nullptr);

    /// Not owned; the last one added lies on top and is asked first.
    void addOverlay(PageOverlay &overlay);
    void removeOverlay(PageOverlay &overlay);
    /// Written across every page; empty for none.
    void setWatermark(const QString &reader);
    /// The pages are about to be others: what somebody is doing on one ends where it is, and is given up where the paper is gone.
    void letGo();
    /// Whether somebody is doing something on a page, which may not move meanwhile.
    bool isHeld() const { return m_holder; }
    /// Paints again what lies over the pages.
    void refresh() { viewport()->update(); }

Q_SIGNALS:
    void linkChosen(int page, const kessai::PageLink &link);
    /// What somebody did on a page is done.
    void released();

protected:
    int headRoom() const override;
    void paintOver(QPainter &painter, int page) override;
    void click(QPoint place) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// The link at this place of the viewport, and the page it is on.
    std::optional<std::pair<int, PageLink>> linkAt(QPointF place) const;
    /// Whether a press goes through what lies over the pages.
    bool isInHand() const;
    QString tipOf(int page, const PageLink &link) const;
    void showTip(const QHelpEvent &event);
    /// Offers a press to the overlays; true when one has taken it.
    bool press(PagePointer::Device device, QPointF place, qreal pressure, Qt::KeyboardModifiers modifiers);
    void move(PagePointer::Device device, QPointF place, qreal pressure, Qt::KeyboardModifiers modifiers);
    void release(PagePointer::Device device, QPointF place, Qt::KeyboardModifiers modifiers);
    void hover(QPointF place);
    void endHover();
    PagePointer pointerAt(PagePointer::Device device, QPointF place, qreal pressure,
                          Qt::KeyboardModifiers modifiers) const;
    void touch(QTouchEvent &event);
    void endTouch(QPointF place);
    void pinch(const QTouchEvent &event);
    bool pen(QTabletEvent &event);
    void placeButtons();
    void updateButtons();
    void paintLabel(QPainter &painter, int page) const;
    void paintMark(QPainter &painter, int page);

    BookPresenter &m_book;
    QList<PageOverlay *> m_overlays;
    QString m_watermark;
    QHash<QSize, QImage> m_marks; ///< it, drawn for pages of these sizes
    QAbstractButton *m_before;
    QAbstractButton *m_after;
    /// Who has taken what points now, what that is, and on which page.
    PageOverlay *m_holder = nullptr;
    PagePointer::Device m_heldBy = PagePointer::Device::Mouse;
    int m_heldPage = 0;
    BookPage m_heldOn; ///< the same, whatever number it gets
    QPointF m_heldAt;  ///< where it was last, in the viewport
    struct Touch {
        QPointF start;
        QPointF last;
        /// Of two fingers when they came down; 0 for one.
        qreal distance = 0;
        int percent = 100;
        /// The hand that holds the pen lies on the screen.
        bool isPalm = false;
    } m_touch;
    /// Since a pen was last near.
    QElapsedTimer m_penSeen;
};

} // namespace kessai
