// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What wheel, keys and mouse do to PageArea.
#include "ui/pdf/pagearea.h"
#include "ui/pdf/pagefeed.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kWheelNotch = 120;
constexpr int kClickTolerance = 4;

} // namespace

void PageArea::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        if (turnByWheel(*event))
            event->accept();
        else
            QAbstractScrollArea::wheelEvent(event);
        return;
    }
    event->accept();
    m_wheelLeft += event->angleDelta().y();
    const int notches = m_wheelLeft / kWheelNotch;
    if (notches == 0)
        return;
    m_wheelLeft -= notches * kWheelNotch;
    int percent = zoomPercent();
    for (int i = 0; i < std::abs(notches); ++i)
        percent = notches > 0 ? percent * 6 / 5 + 1 : percent * 5 / 6;
    zoomTo(percent, (event->position() * m_pixelRatio).toPoint());
}

bool PageArea::turnByWheel(const QWheelEvent &event)
{
    const int delta = event.angleDelta().y();
    const QScrollBar *const bar = verticalScrollBar();
    const bool isAtEnd = delta > 0 ? bar->value() == bar->minimum() : bar->value() == bar->maximum();
    if (!m_layout.isPaged() || delta == 0 || !isAtEnd)
        return false;
    // A flick of the fingers is one page, however long it rolls out.
    if (event.phase() == Qt::ScrollMomentum)
        return true;
    m_wheelLeft += delta;
    if (std::abs(m_wheelLeft) >= kWheelNotch) {
        m_wheelLeft = 0;
        turnPage(delta > 0 ? -1 : 1, delta > 0);
    }
    return true;
}

bool PageArea::moveByKey(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    QScrollBar *const down = verticalScrollBar();
    QScrollBar *const across = horizontalScrollBar();
    // A line or two stay in sight, so that one does not lose one's place.
    const bool isUp = event->key() == Qt::Key_Up;
    const int screenful = std::max(1, down->pageStep() - 2 * down->singleStep());
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (control)
            return false; // a key of the window around it
        if (m_layout.isPaged() && lastScroll() == 0 && down->value() == (isUp ? 0 : down->maximum()))
            turnPage(isUp ? -1 : 1);
        else
            down->setValue(down->value() + (isUp ? -1 : 1) * down->singleStep());
        return true;
    case Qt::Key_Left:
        if (across->maximum() > 0)
            across->setValue(across->value() - across->singleStep());
        else
            previousPage();
        return true;
    case Qt::Key_Right:
        if (across->maximum() > 0)
            across->setValue(across->value() + across->singleStep());
        else
            nextPage();
        return true;
    case Qt::Key_Home:
        if (m_layout.isPaged())
            goToPage(0);
        scrollTo({across->value(), 0});
        updateCurrentPage();
        return true;
    case Qt::Key_End:
        if (m_layout.isPaged())
            goToPage(m_layout.pageCount() - 1);
        scrollTo({across->value(), down->maximum()});
        updateCurrentPage();
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Space: {
        const bool backwards = event->key() == Qt::Key_PageUp || (event->key() == Qt::Key_Space && shift);
        const bool isAtEnd = down->value() == (backwards ? down->minimum() : down->maximum());
        if (control || m_zoomMode == ZoomMode::FitPage)
            turnPage(backwards ? -1 : 1);
        else if (m_layout.isPaged() && isAtEnd)
            turnPage(backwards ? -1 : 1, backwards);
        else
            down->setValue(down->value() + (backwards ? -screenful : screenful));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_currentPage < 0 || m_feed.pageFailure(m_currentPage) == RenderFailure::None)
            return false;
        m_feed.retryPage(m_currentPage);
        return true;
    default: return false;
    }
}

void PageArea::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    if (!alt && m_layout.pageCount() > 0 && moveByKey(event))
        event->accept();
    else
        event->ignore();
}

void PageArea::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_layout.pageCount() == 0) {
        event->ignore();
        return;
    }
    m_isDragging = true;
    m_dragStart = event->position().toPoint();
    m_dragScroll = scrollPosition();
}

void PageArea::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isDragging)
        return;
    const QPoint moved = event->position().toPoint() - m_dragStart;
    if (moved.manhattanLength() > kClickTolerance)
        viewport()->setCursor(Qt::ClosedHandCursor);
    scrollTo(m_dragScroll - moved * m_pixelRatio);
}

void PageArea::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isDragging || event->button() != Qt::LeftButton)
        return;
    m_isDragging = false;
    viewport()->unsetCursor();
    const QPoint place = event->position().toPoint();
    if ((place - m_dragStart).manhattanLength() > kClickTolerance)
        return;
    click(place);
}

void PageArea::click(QPoint place)
{
    const QPointF at = toWhole(place);
    const std::optional<int> page = m_layout.pageUnder(at.toPoint());
    if (!page)
        return;
    if (m_feed.pageFailure(*page) != RenderFailure::None) {
        m_feed.retryPage(*page);
        return;
    }
    // Turned back: what lies where on the screen, lies elsewhere in the file.
    Q_EMIT pageClicked(*page, m_layout.transformOf(*page).inverted().map(at));
}

} // namespace kessai
