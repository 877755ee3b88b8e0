// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pagearea.h"

#include "ui/pdf/documentpresenter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <array>

namespace kessai {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kScreenDotsPerInch = 96;
/// Larger pages are drawn in part: a page image of this size takes 40 MB.
constexpr qint64 kMaxWholePixels = 10'000'000;
/// What a page drawn in part is drawn over until the part has come.
constexpr double kBackdropWidth = 900;
constexpr int kDetailGrid = 512;
/// Pages may be fitted to a wide view up to this; an image that is small is not blown up.
constexpr int kMaxFittedPercent = 250;
constexpr int kMaxFittedImagePercent = 100;
constexpr int kPageGap = 10;
constexpr int kLineStep = 40;
constexpr int kWheelNotch = 120;
constexpr int kClickTolerance = 4;
/// Requests wait for scrolling to settle for one frame, and for zooming or resizing for a few.
constexpr int kRequestSoon = 10;
constexpr int kRequestSettled = 90;
constexpr std::array kZoomSteps{10, 25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500, 600, 800};

qint64 areaOf(QSize size)
{
    return static_cast<qint64>(size.width()) * size.height();
}

} // namespace

PageArea::PageArea(DocumentPresenter &presenter, QWidget *parent) : QAbstractScrollArea(parent), m_presenter(presenter)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_request.setSingleShot(true);
    connect(&m_request, &QTimer::timeout, this, &PageArea::requestPages);
    connect(&m_presenter, &DocumentPresenter::pageChanged, this, [this](int page) {
        if (!m_request.isActive())
            m_request.start(kRequestSoon);
        viewport()->update();
        if (page == m_currentPage)
            describe();
    });
    connect(&m_presenter, &DocumentPresenter::hitsChanged, viewport(), qOverload<>(&QWidget::update));
}

void PageArea::showDocument()
{
    m_layout.setPages(m_presenter.layoutSizes());
    m_zoomMode = ZoomMode::FitWidth;
    m_percent = 100;
    m_quarterTurns = 0;
    m_currentHit = -1;
    m_details.clear();
    setCurrentPage(m_presenter.pageCount() > 0 ? 0 : -1);
    arrange({}, {});
    scrollTo({0, 0});
    Q_EMIT zoomChanged();
}

double PageArea::pixelsPerPoint() const
{
    return kScreenDotsPerInch / kPointsPerInch * m_pixelRatio;
}

QSize PageArea::deviceViewport() const
{
    return (QSizeF(viewport()->size()) * m_pixelRatio).toSize();
}

QPoint PageArea::scrollPosition() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

void PageArea::setZoomMode(ZoomMode mode)
{
    if (mode == ZoomMode::Fixed)
        m_percent = zoomPercent();
    m_zoomMode = mode;
    arrangeKeepingMiddle();
    if (mode == ZoomMode::FitPage && m_currentPage >= 0)
        goToPage(m_currentPage);
    Q_EMIT zoomChanged();
}

int PageArea::zoomPercent() const
{
    if (m_currentPage < 0 || m_currentPage >= m_layout.pageCount())
        return m_percent;
    return std::max(1, qRound(100 * m_layout.scaleOf(m_currentPage) / pixelsPerPoint()));
}

void PageArea::setZoomPercent(int percent)
{
    zoomTo(percent, QPoint(deviceViewport().width() / 2, deviceViewport().height() / 2));
}

void PageArea::zoomIn()
{
    const auto step = std::ranges::upper_bound(kZoomSteps, zoomPercent());
    setZoomPercent(step == kZoomSteps.end() ? kMaxPercent : *step);
}

void PageArea::zoomOut()
{
    const auto step = std::ranges::lower_bound(kZoomSteps, zoomPercent());
    setZoomPercent(step == kZoomSteps.begin() ? kMinPercent : *std::prev(step));
}

void PageArea::zoomTo(int percent, QPoint place)
{
    m_zoomMode = ZoomMode::Fixed;
    m_percent = std::clamp(percent, kMinPercent, kMaxPercent);
    arrangeKeeping(place);
    Q_EMIT zoomChanged();
}

void PageArea::turn()
{
    m_quarterTurns = (m_quarterTurns + 1) % 4;
    m_details.clear();
    const int page = m_currentPage;
    arrange({}, {});
    if (page >= 0)
        goToPage(page);
    Q_EMIT zoomChanged();
}

void PageArea::goToPage(int page)
{
    if (m_layout.pageCount() == 0)
        return;
    const int wanted = std::clamp(page, 0, m_layout.pageCount() - 1);
    const int gap = qRound(kPageGap * m_pixelRatio);
    const QRect rect = m_layout.pageRect(wanted);
    const int x = (rect.left() + rect.right() - deviceViewport().width()) / 2;
    scrollTo({x, rect.top() - gap});
    // A short page near the end cannot be scrolled to the top, and is the current one all the same.
    setCurrentPage(wanted);
}

void PageArea::showHit(int index)
{
    m_currentHit = index;
    viewport()->update();
    if (index < 0 || index >= m_presenter.hits().size())
        return;
    const TextHit &hit = m_presenter.hits().at(index);
    if (hit.page >= m_layout.pageCount() || hit.boxes.isEmpty())
        return;
    bringIntoView(hit.page, hit.boxes.first());
}

void PageArea::bringIntoView(int page, const QRectF &points)
{
    const QRect view(scrollPosition(), deviceViewport());
    const QRect box = m_layout.mapFromPage(page, points).toAlignedRect();
    const int margin = qRound(kLineStep * m_pixelRatio);
    QPoint position = view.topLeft();
    if (box.top() < view.top() + margin || box.bottom() > view.bottom() - margin)
        position.setY(box.center().y() - view.height() / 3);
    if (box.left() < view.left() || box.right() > view.right())
        position.setX(box.center().x() - view.width() / 2);
    scrollTo(position);
    setCurrentPage(page);
}

void PageArea::setMarks(const QList<PageMark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    viewport()->update();
}

void PageArea::showPlace(int page, const QRectF &shares)
{
    if (page >= 0 && page < m_layout.pageCount())
        bringIntoView(page, onPage(page, shares));
}

/// From shares of a page to its points.
QRectF PageArea::onPage(int page, const QRectF &shares) const
{
    const QSizeF size = m_presenter.layoutSize(page);
    return {shares.x() * size.width(), shares.y() * size.height(), shares.width() * size.width(),
            shares.height() * size.height()};
}

QRectF PageArea::mapToViewport(int page, const QRectF &points) const
{
    const QRectF device = m_layout.mapFromPage(page, points).translated(-scrollPosition());
    return {device.topLeft() / m_pixelRatio, device.size() / m_pixelRatio};
}

void PageArea::arrangeKeepingMiddle()
{
    arrangeKeeping({deviceViewport().width() / 2, deviceViewport().height() / 2});
}

void PageArea::arrangeKeeping(QPoint place)
{
    const bool hasPages = m_layout.pageCount() > 0;
    arrange(hasPages ? m_layout.anchorAt(scrollPosition() + place) : PageAnchor(), place);
}

void PageArea::arrange(const PageAnchor &anchor, QPoint place)
{
    m_isArranging = true;
    m_pixelRatio = devicePixelRatioF();
    const int maxFitted = m_presenter.info().isImage ? kMaxFittedImagePercent : kMaxFittedPercent;
    PageLayout::Arrangement arrangement;
    arrangement.mode = m_zoomMode;
    arrangement.scale = pixelsPerPoint() * m_percent / 100;
    arrangement.maxFittedScale = pixelsPerPoint() * maxFitted / 100;
    arrangement.quarterTurns = m_quarterTurns;
    arrangement.viewport = deviceViewport();
    arrangement.gap = qRound(kPageGap * m_pixelRatio);
    m_layout.arrange(arrangement);

    const QSize view = deviceViewport();
    const QSize contents = m_layout.pageCount() > 0 ? m_layout.contents() : QSize();
    const int line = qRound(kLineStep * m_pixelRatio);
    for (QScrollBar *bar : {horizontalScrollBar(), verticalScrollBar()}) {
        const bool isVertical = bar->orientation() == Qt::Vertical;
        const int length = isVertical ? view.height() : view.width();
        bar->setSingleStep(line);
        bar->setPageStep(length);
        bar->setRange(0, std::max(0, (isVertical ? contents.height() : contents.width()) - length));
    }
    if (m_layout.pageCount() > 0) {
        const QPoint position = m_layout.positionOf(anchor) - place;
        horizontalScrollBar()->setValue(position.x());
        verticalScrollBar()->setValue(position.y());
    }
    m_isArranging = false;
    m_request.start(kRequestSettled);
    viewport()->update();
}

void PageArea::scrollTo(QPoint position)
{
    horizontalScrollBar()->setValue(position.x());
    verticalScrollBar()->setValue(position.y());
}

void PageArea::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_isArranging)
        return;
    updateCurrentPage();
    m_request.start(kRequestSoon);
}

void PageArea::updateCurrentPage()
{
    if (m_layout.pageCount() == 0)
        return;
    const QScrollBar *const bar = verticalScrollBar();
    const bool isAtEnd = bar->maximum() > 0 && bar->value() == bar->maximum();
    const int line = bar->value() + deviceViewport().height() / 3;
    setCurrentPage(isAtEnd ? m_layout.pageCount() - 1 : m_layout.pageAt(line));
}

void PageArea::setCurrentPage(int page)
{
    if (page == m_currentPage)
        return;
    m_currentPage = page;
    describe();
    Q_EMIT currentPageChanged(page);
}

void PageArea::describe()
{
    if (m_currentPage < 0) {
        setAccessibleName({});
        setAccessibleDescription({});
        return;
    }
    setAccessibleName(tr("Pages of %1").arg(m_presenter.name()));
    const QString place = tr("Page %1 of %2").arg(m_currentPage + 1).arg(m_presenter.pageCount());
    const bool isShown = m_presenter.pageFailure(m_currentPage) == RenderFailure::None;
    setAccessibleDescription(isShown ? place : tr("%1, cannot be shown").arg(place));
}

bool PageArea::isHeldWhole(int page) const
{
    return areaOf(m_layout.pageRect(page).size()) <= kMaxWholePixels;
}

PageRequest PageArea::wholeRequest(int page) const
{
    QSize size = m_layout.pageRect(page).size();
    if (!isHeldWhole(page)) {
        const double shrink = kBackdropWidth / std::max(size.width(), size.height());
        size = QSize(std::max(1, qRound(size.width() * shrink)), std::max(1, qRound(size.height() * shrink)));
    }
    return {page, m_quarterTurns, size, QRect(QPoint(), size)};
}

PageRequest PageArea::detailRequest(int page) const
{
    const QRect pageRect = m_layout.pageRect(page);
    const QRect seen = QRect(scrollPosition(), deviceViewport()).intersected(pageRect).translated(-pageRect.topLeft());
    const QPoint from(seen.left() / kDetailGrid * kDetailGrid, seen.top() / kDetailGrid * kDetailGrid);
    const QPoint to((seen.right() / kDetailGrid + 1) * kDetailGrid - 1,
                    (seen.bottom() / kDetailGrid + 1) * kDetailGrid - 1);
    return {page, m_quarterTurns, pageRect.size(), QRect(from, to).intersected(QRect(QPoint(), pageRect.size()))};
}

void PageArea::requestPages()
{
    if (m_layout.pageCount() == 0 || !isVisible())
        return;
    const QRect view(scrollPosition(), deviceViewport());
    const auto [first, last] = m_layout.pagesBetween(view.top(), view.bottom());
    QList<PageRequest> visible;
    for (int page = first; page <= last; ++page) {
        visible.append(wholeRequest(page));
        if (!isHeldWhole(page) && m_layout.pageRect(page).intersects(view))
            visible.append(detailRequest(page));
    }
    QList<PageRequest> ahead;
    for (const int page : {last + 1, first - 1, last + 2}) {
        if (page >= 0 && page < m_layout.pageCount())
            ahead.append(wholeRequest(page));
    }
    m_presenter.want(visible, ahead);
    viewport()->update();
}

void PageArea::resizeEvent(QResizeEvent *)
{
    // What is at the top left stays there: lines do not run away while the window grows.
    arrangeKeeping({0, 0});
    if (m_zoomMode != ZoomMode::Fixed)
        Q_EMIT zoomChanged();
}

void PageArea::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    m_request.start(kRequestSoon);
}

void PageArea::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        viewport()->update();
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void PageArea::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
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

bool PageArea::moveByKey(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    QScrollBar *const down = verticalScrollBar();
    QScrollBar *const across = horizontalScrollBar();
    // A line or two stay in sight, so that one does not lose one's place.
    const int screenful = std::max(1, down->pageStep() - 2 * down->singleStep());
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (control)
            return false; // a key of the window around it
        down->setValue(down->value() + (event->key() == Qt::Key_Up ? -1 : 1) * down->singleStep());
        return true;
    case Qt::Key_Left:
        if (across->maximum() > 0)
            across->setValue(across->value() - across->singleStep());
        else
            goToPage(m_currentPage - 1);
        return true;
    case Qt::Key_Right:
        if (across->maximum() > 0)
            across->setValue(across->value() + across->singleStep());
        else
            goToPage(m_currentPage + 1);
        return true;
    case Qt::Key_Home:
        scrollTo({across->value(), 0});
        updateCurrentPage();
        return true;
    case Qt::Key_End:
        scrollTo({across->value(), down->maximum()});
        updateCurrentPage();
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Space: {
        const bool backwards = event->key() == Qt::Key_PageUp || (event->key() == Qt::Key_Space && shift);
        if (control || m_zoomMode == ZoomMode::FitPage)
            goToPage(m_currentPage + (backwards ? -1 : 1));
        else
            down->setValue(down->value() + (backwards ? -screenful : screenful));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_currentPage < 0 || m_presenter.pageFailure(m_currentPage) == RenderFailure::None)
            return false;
        m_presenter.retryPage(m_currentPage);
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
    const QPoint at = scrollPosition() + place * m_pixelRatio;
    const int page = m_layout.pageAt(at.y());
    if (!m_layout.pageRect(page).contains(at))
        return;
    if (m_presenter.pageFailure(page) != RenderFailure::None) {
        m_presenter.retryPage(page);
        return;
    }
    // Turned back: what lies where on the screen, lies elsewhere in the file.
    const QRectF rect = m_layout.pageRect(page);
    QPointF share((at.x() - rect.left()) / rect.width(), (at.y() - rect.top()) / rect.height());
    for (int turn = 0; turn < m_quarterTurns; ++turn)
        share = {share.y(), 1 - share.x()};
    Q_EMIT pageClicked(page, share);
}

} // namespace kessai
