// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pagearea.h"

#include "ui/pdf/pagefeed.h"

#include <QEvent>
#include <QScrollBar>

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
/// Smaller letters of a paper are not read by everybody: 10.5 point are 8 pixels high here.
constexpr int kLeastReadablePercent = 60;
constexpr int kPageGap = 10;
constexpr int kLineStep = 40;
/// Requests wait for scrolling to settle for one frame, and for zooming or resizing for a few.
constexpr int kRequestSoon = 10;
constexpr int kRequestSettled = 90;
constexpr std::array kZoomSteps{10, 25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500, 600, 800};

qint64 areaOf(QSize size)
{
    return static_cast<qint64>(size.width()) * size.height();
}

} // namespace

PageArea::PageArea(PageFeed &feed, QWidget *parent) : QAbstractScrollArea(parent), m_feed(feed)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_request.setSingleShot(true);
    connect(&m_request, &QTimer::timeout, this, &PageArea::requestPages);
    connect(&m_feed, &PageFeed::pageChanged, this, [this](int page) {
        if (!m_request.isActive())
            m_request.start(kRequestSoon);
        viewport()->update();
        if (page == m_currentPage)
            describe();
    });
    connect(&m_feed, &PageFeed::hitsChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_feed, &PageFeed::sizesChanged, this, [this] {
        m_layout.setPages(m_feed.layoutSizes(), m_feed.partStarts());
        arrangeKeepingTop();
    });
}

void PageArea::showDocument()
{
    m_zoomMode = ZoomMode::FitWidth;
    m_percent = 100;
    m_quarterTurns = 0;
    showPages(0);
}

void PageArea::showPages(int page)
{
    m_layout.setPages(m_feed.layoutSizes(), m_feed.partStarts());
    m_currentHit = -1;
    m_details.clear();
    setCurrentPage(std::min(page, m_feed.pageCount() - 1));
    arrange({}, {});
    if (page > 0)
        goToPage(page);
    else
        scrollTo({0, 0});
    Q_EMIT zoomChanged();
}

void PageArea::setFlow(PageFlow flow)
{
    if (flow == m_flow)
        return;
    m_flow = flow;
    const int page = m_currentPage;
    arrange({}, {});
    goToPage(page);
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
    showRowOf(wanted);
    const QRect rect = m_layout.pageRect(wanted);
    const int x = (rect.left() + rect.right() - deviceViewport().width()) / 2;
    scrollTo({x, rect.top() - m_layout.head() - gap});
    // A short page near the end cannot be scrolled to the top, and is the current one all the same.
    setCurrentPage(wanted);
}

std::pair<int, int> PageArea::scrollsOfPage() const
{
    const QRect rect = m_layout.pageRect(m_currentPage);
    const int gap = qRound(kPageGap * m_pixelRatio);
    const int first = rect.top() - m_layout.head() - gap;
    return {first, std::max(first, rect.bottom() + 1 + gap - deviceViewport().height())};
}

double PageArea::scrolledShare() const
{
    if (m_currentPage < 0 || m_currentPage >= m_layout.pageCount())
        return 0;
    const auto [first, last] = scrollsOfPage();
    const double share = first == last ? 0 : (scrollPosition().y() - first) / static_cast<double>(last - first);
    return std::clamp(share, 0.0, 1.0);
}

void PageArea::scrollToShare(double share)
{
    if (m_currentPage < 0 || m_currentPage >= m_layout.pageCount())
        return;
    const auto [first, last] = scrollsOfPage();
    verticalScrollBar()->setValue(first + qRound(share * (last - first)));
}

void PageArea::previousPage()
{
    turnPage(-1);
}

void PageArea::nextPage()
{
    turnPage(1);
}

void PageArea::turnPage(int step, bool toItsEnd)
{
    if (m_layout.pageCount() == 0)
        return;
    const auto [first, last] = m_layout.rowOf(m_currentPage);
    const int wanted = step < 0 ? first - 1 : last + 1;
    if (wanted < 0 || wanted >= m_layout.pageCount())
        return;
    goToPage(m_layout.rowOf(wanted).first);
    if (toItsEnd)
        verticalScrollBar()->setValue(lastScroll()); // and not into the room below it
}

/// Brings a page's row in place of the one shown.
void PageArea::showRowOf(int page)
{
    if (!m_layout.isPaged())
        return;
    m_layout.showRowOf(page);
    m_foot = qRound(m_footRoom * m_pixelRatio);
    updateRanges();
    m_request.start(0); // nothing scrolls that could settle
    viewport()->update();
}

void PageArea::markHit(int index)
{
    m_currentHit = index;
    viewport()->update();
}

void PageArea::showHit(int index)
{
    markHit(index);
    if (index < 0 || index >= m_feed.hits().size())
        return;
    const TextHit &hit = m_feed.hits().at(index);
    if (hit.page >= m_layout.pageCount() || hit.boxes.isEmpty())
        return;
    bringIntoView(hit.page, hit.boxes.first());
}

void PageArea::bringIntoView(int page, const QRectF &points)
{
    showRowOf(page);
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
    const QSizeF size = m_feed.layoutSize(page);
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

/// What is at the top left stays there: lines do not run away while the window grows. Above a page that is shown from its beginning that is
/// nothing that could stay.
void PageArea::arrangeKeepingTop()
{
    const bool isAtBeginning = m_layout.isPaged() && m_currentPage >= 0 && m_currentPage < m_layout.pageCount()
        && scrollPosition().y() <= scrollsOfPage().first;
    arrangeKeeping({0, 0});
    if (isAtBeginning)
        scrollToShare(0);
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
    const int maxFitted = m_feed.isPicture() ? kMaxFittedImagePercent : kMaxFittedPercent;
    PageLayout::Arrangement arrangement;
    arrangement.mode = m_zoomMode;
    arrangement.flow = m_flow;
    arrangement.scale = pixelsPerPoint() * m_percent / 100;
    arrangement.maxFittedScale = pixelsPerPoint() * maxFitted / 100;
    arrangement.leastReadable = pixelsPerPoint() * kLeastReadablePercent / 100;
    arrangement.quarterTurns = m_quarterTurns;
    arrangement.viewport = deviceViewport();
    arrangement.gap = qRound(kPageGap * m_pixelRatio);
    arrangement.head = qRound(headRoom() * m_pixelRatio);
    m_layout.arrange(arrangement);
    m_layout.showRowOf(m_currentPage);
    m_foot = qRound(m_footRoom * m_pixelRatio);
    updateRanges();
    if (m_layout.pageCount() > 0) {
        const QPoint position = m_layout.positionOf(anchor) - place;
        horizontalScrollBar()->setValue(position.x());
        verticalScrollBar()->setValue(position.y());
    }
    m_isArranging = false;
    m_request.start(kRequestSettled);
    viewport()->update();
}

void PageArea::updateRanges()
{
    const QSize view = deviceViewport();
    const QSize contents = m_layout.pageCount() > 0 ? m_layout.contents() : QSize();
    const int line = qRound(kLineStep * m_pixelRatio);
    // A bar that came with the room would make the pages narrower.
    setVerticalScrollBarPolicy(lastScroll() == 0 && m_foot > 0 ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    for (QScrollBar *bar : {horizontalScrollBar(), verticalScrollBar()}) {
        const bool isVertical = bar->orientation() == Qt::Vertical;
        const int length = isVertical ? view.height() : view.width();
        bar->setSingleStep(line);
        bar->setPageStep(length);
        bar->setRange(0, isVertical ? lastScroll() + m_foot : std::max(0, contents.width() - length));
    }
}

int PageArea::lastScroll() const
{
    return m_layout.pageCount() > 0 ? std::max(0, m_layout.contents().height() - deviceViewport().height()) : 0;
}

void PageArea::setFootRoom(int room)
{
    if (room == m_footRoom)
        return;
    m_footRoom = room;
    fitFoot();
}

void PageArea::fitFoot()
{
    const int beyond = verticalScrollBar()->value() - lastScroll();
    m_foot = m_layout.pageCount() > 0 ? std::max(qRound(m_footRoom * m_pixelRatio), beyond) : 0;
    updateRanges();
}

void PageArea::scrollTo(QPoint position)
{
    horizontalScrollBar()->setValue(position.x());
    verticalScrollBar()->setValue(position.y());
}

void PageArea::scrollBy(QPoint logical)
{
    scrollTo(scrollPosition() + logical * m_pixelRatio);
}

void PageArea::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_isArranging)
        return;
    if (m_foot > qRound(m_footRoom * m_pixelRatio))
        fitFoot();
    updateCurrentPage();
    m_request.start(kRequestSoon);
    Q_EMIT scrolled();
}

void PageArea::updateCurrentPage()
{
    if (m_layout.pageCount() == 0 || m_layout.isPaged())
        return; // a row's pages are there as long as it is shown
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
    setAccessibleName(tr("Pages of %1").arg(m_feed.name()));
    const QString number = tr("Page %1 of %2").arg(m_currentPage + 1).arg(m_feed.pageCount());
    const QString name = m_feed.pageName(m_currentPage);
    const QString place = name.isEmpty() ? number : tr("%1, %2").arg(name, number);
    const bool isShown = m_feed.pageFailure(m_currentPage) == RenderFailure::None;
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
    // A view further on, a view back, and one page more on the way most people go.
    QList<PageRequest> ahead;
    const int count = last - first + 1;
    const auto add = [this, &ahead](int page) {
        if (page >= 0 && page < m_layout.pageCount())
            ahead.append(wholeRequest(page));
    };
    for (int i = 1; i <= count; ++i)
        add(last + i);
    for (int i = 1; i <= count; ++i)
        add(first - i);
    add(last + count + 1);
    m_feed.want(this, visible, ahead);
    viewport()->update();
}

void PageArea::resizeEvent(QResizeEvent *)
{
    arrangeKeepingTop();
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

void PageArea::paintOver(QPainter &, int) {}

} // namespace kessai
