// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/bookarea.h"

#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/pagestamp.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QAbstractButton>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTabletEvent>
#include <QToolTip>
#include <QTouchEvent>

#include <algorithm>
#include <cmath>

namespace kessai {

namespace {

constexpr int kEdgeButtonSize = 48;
constexpr int kEdgeButtonMargin = 10;
/// Taps this near to the edge, as a share of the width, turn the page.
constexpr double kTapEdge = 0.12;
constexpr qreal kTapReach = 12;
constexpr qreal kSwipeReach = 60;
/// Milliseconds after a pen was near in which what touches is the hand that holds it.
constexpr qint64 kPalmRests = 600;
/// Between a stamp and its page.
constexpr int kStampGap = 4;

/// A round button that lies over the pages; it keeps quiet until the pointer comes.
class EdgeButton final : public QAbstractButton {
public:
    EdgeButton(const QString &iconName, const QString &name, QWidget *parent)
        : QAbstractButton(parent), m_iconName(iconName)
    {
        setToolTip(name);
        setAccessibleName(name);
        // Keys turn pages without it.
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        setFixedSize(grown(kEdgeButtonSize), grown(kEdgeButtonSize));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &theme = tokens();
        painter.setOpacity(underMouse() || theme.highContrast() ? 1 : 0.8);
        const QRectF disc = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.setPen(QPen(theme[Token::Border], 1));
        painter.setBrush(isDown() ? theme[Token::SurfaceAlt] : theme[Token::Surface]);
        painter.drawEllipse(disc);
        const qreal pad = disc.width() * 0.25;
        paintIcon(painter, disc.adjusted(pad, pad, -pad, -pad), m_iconName,
                  theme[underMouse() ? Token::Accent : Token::Text]);
    }

private:
    QString m_iconName;
};

PagePointer::Device penOrEraser(const QTabletEvent &event)
{
    return event.pointerType() == QPointingDevice::PointerType::Eraser ? PagePointer::Device::Eraser
                                                                       : PagePointer::Device::Pen;
}

} // namespace

BookArea::BookArea(BookPresenter &book, QWidget *parent)
    : PageArea(book, parent), m_book(book),
      m_before(new EdgeButton(QStringLiteral("chevron-left"), tr("Previous page"), this)),
      m_after(new EdgeButton(QStringLiteral("chevron-right"), tr("Next page"), this))
{
    m_before->setObjectName(QStringLiteral("edgePrevious"));
    m_after->setObjectName(QStringLiteral("edgeNext"));
    viewport()->setAttribute(Qt::WA_AcceptTouchEvents);
    viewport()->setMouseTracking(true);
    connect(m_before, &QAbstractButton::clicked, this, &PageArea::previousPage);
    connect(m_after, &QAbstractButton::clicked, this, &PageArea::nextPage);
    connect(this, &PageArea::currentPageChanged, this, &BookArea::updateButtons);
    connect(this, &PageArea::zoomChanged, this, &BookArea::updateButtons);
    updateButtons();
}

void BookArea::addOverlay(PageOverlay &overlay)
{
    m_overlays.append(&overlay);
    refresh();
}

void BookArea::removeOverlay(PageOverlay &overlay)
{
    m_overlays.removeAll(&overlay);
    if (m_holder == &overlay)
        m_holder = nullptr;
    refresh();
}

void BookArea::setWatermark(const QString &reader)
{
    m_watermark = reader;
    m_marks.clear();
    refresh();
}

void BookArea::updateButtons()
{
    const bool isPaged = flow() != PageFlow::Continuous && pageLayout().pageCount() > 0 && currentPage() >= 0;
    m_before->setVisible(isPaged && pageLayout().rowOf(currentPage()).first > 0);
    m_after->setVisible(isPaged && pageLayout().rowOf(currentPage()).second + 1 < pageLayout().pageCount());
}

void BookArea::placeButtons()
{
    const QRect room = viewport()->geometry();
    const int y = room.center().y() - m_before->height() / 2;
    m_before->move(room.left() + kEdgeButtonMargin, y);
    m_after->move(room.right() + 1 - kEdgeButtonMargin - m_after->width(), y);
}

void BookArea::resizeEvent(QResizeEvent *event)
{
    PageArea::resizeEvent(event);
    placeButtons();
}

void BookArea::hideEvent(QHideEvent *event)
{
    PageArea::hideEvent(event);
    m_book.want(this, {}, {});
}

// What points ------------------------------------------------------------------------------------------------------------

PagePointer BookArea::pointerAt(PagePointer::Device device, QPointF place, qreal pressure,
                                Qt::KeyboardModifiers modifiers) const
{
    const QPointF share = pageLayout().transformOf(m_heldPage).inverted().map(toWhole(place));
    return {device, share, pressure, modifiers};
}

bool BookArea::press(PagePointer::Device device, QPointF place, qreal pressure, Qt::KeyboardModifiers modifiers)
{
    const std::optional<int> page = pageLayout().pageUnder(toWhole(place).toPoint());
    if (!page || m_book.pageFailure(*page) != RenderFailure::None)
        return false;
    m_heldPage = *page;
    m_heldOn = m_book.numbers().pageOf(*page);
    m_heldAt = place;
    for (auto overlay = m_overlays.crbegin(); overlay != m_overlays.crend(); ++overlay) {
        if ((*overlay)->press(m_heldOn, pointerAt(device, place, pressure, modifiers))) {
            m_holder = *overlay;
            m_heldBy = device;
            refresh();
            return true;
        }
    }
    return false;
}

void BookArea::move(PagePointer::Device device, QPointF place, qreal pressure, Qt::KeyboardModifiers modifiers)
{
    m_heldAt = place;
    // Whoever is told knows what is to be painted again.
    m_holder->move(pointerAt(device, place, pressure, modifiers));
}

void BookArea::release(PagePointer::Device device, QPointF place, Qt::KeyboardModifiers modifiers)
{
    // Before it is told: it may take itself away.
    PageOverlay *const holder = std::exchange(m_holder, nullptr);
    holder->release(pointerAt(device, place, 0, modifiers));
    refresh();
    Q_EMIT released();
}

void BookArea::letGo()
{
    if (!m_holder)
        return;
    // Where it was is still laid out; a page that was replaced was written on as it was.
    if (m_book.numbers().find({m_heldOn.paper, 0}) >= 0) {
        release(m_heldBy, m_heldAt, {});
    } else {
        std::exchange(m_holder, nullptr)->giveUp();
        Q_EMIT released();
    }
}

void BookArea::mousePressEvent(QMouseEvent *event)
{
    const bool isLeft = event->button() == Qt::LeftButton;
    if (!isLeft || !press(PagePointer::Device::Mouse, event->position(), 1, event->modifiers()))
        PageArea::mousePressEvent(event);
}

void BookArea::mouseMoveEvent(QMouseEvent *event)
{
    if (m_holder) {
        move(PagePointer::Device::Mouse, event->position(), 1, event->modifiers());
        return;
    }
    if (event->buttons() == Qt::NoButton)
        hover(event->position());
    PageArea::mouseMoveEvent(event);
}

void BookArea::hover(QPointF place)
{
    const QPointF whole = toWhole(place);
    const std::optional<int> page = pageLayout().pageUnder(whole.toPoint());
    Qt::CursorShape cursor = Qt::ArrowCursor;
    for (auto overlay = m_overlays.crbegin(); page && overlay != m_overlays.crend(); ++overlay) {
        if (cursor == Qt::ArrowCursor)
            cursor = (*overlay)->cursor();
        (*overlay)->hover(m_book.numbers().pageOf(*page), pageLayout().transformOf(*page).inverted().map(whole));
    }
    viewport()->setCursor(isInHand() && linkAt(place) ? Qt::PointingHandCursor : cursor);
    if (!page)
        endHover();
}

void BookArea::endHover()
{
    for (PageOverlay *overlay : std::as_const(m_overlays))
        overlay->hoverEnded();
}

void BookArea::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_holder && event->button() == Qt::LeftButton)
        release(PagePointer::Device::Mouse, event->position(), event->modifiers());
    else
        PageArea::mouseReleaseEvent(event);
}

void BookArea::click(QPoint place)
{
    const double share = place.x() / static_cast<double>(std::max(1, viewport()->width()));
    const bool isPaged = flow() != PageFlow::Continuous;
    if (const auto link = linkAt(place))
        Q_EMIT linkChosen(link->first, link->second);
    else if (isPaged && share < kTapEdge)
        previousPage();
    else if (isPaged && share > 1 - kTapEdge)
        nextPage();
    else
        PageArea::click(place);
}

bool BookArea::isInHand() const
{
    return std::ranges::all_of(m_overlays, [](const PageOverlay *overlay) {
        return overlay->cursor() == Qt::OpenHandCursor || overlay->cursor() == Qt::ArrowCursor;
    });
}

std::optional<std::pair<int, PageLink>> BookArea::linkAt(QPointF place) const
{
    const QPointF whole = toWhole(place);
    const std::optional<int> page = pageLayout().pageUnder(whole.toPoint());
    if (!page || *page >= m_book.pageCount())
        return {};
    const QPointF share = pageLayout().transformOf(*page).inverted().map(whole);
    const QList<PageLink> links = m_book.linksOf(*page);
    for (const PageLink &link : links) {
        if (link.place.contains(share))
            return std::pair(*page, link);
    }
    return {};
}

QString BookArea::tipOf(int page, const PageLink &link) const
{
    const int goal = m_book.goalOf(page, link);
    return goal >= 0 ? tr("To %1").arg(m_book.stampOf(goal)) : link.url;
}

void BookArea::showTip(const QHelpEvent &event)
{
    const QPointF place = toWhole(event.pos());
    QString tip;
    if (const std::optional<int> page = pageLayout().pageUnder(place.toPoint())) {
        const QPointF share = pageLayout().transformOf(*page).inverted().map(place);
        for (auto overlay = m_overlays.crbegin(); overlay != m_overlays.crend() && tip.isEmpty(); ++overlay)
            tip = (*overlay)->tip(m_book.numbers().pageOf(*page), share);
        if (const auto link = linkAt(event.pos()); link && tip.isEmpty())
            tip = tipOf(link->first, link->second).toHtmlEscaped();
    }
    // Nothing hides what is shown.
    QToolTip::showText(event.globalPos(), tip, viewport());
}

bool BookArea::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        touch(*static_cast<QTouchEvent *>(event));
        event->accept();
        return true;
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TabletRelease:
        // What nobody takes comes again as the mouse.
        event->setAccepted(pen(*static_cast<QTabletEvent *>(event)));
        return event->isAccepted();
    case QEvent::Leave: endHover(); return PageArea::viewportEvent(event);
    case QEvent::ToolTip: showTip(*static_cast<QHelpEvent *>(event)); return true;
    default: return PageArea::viewportEvent(event);
    }
}

bool BookArea::pen(QTabletEvent &event)
{
    const PagePointer::Device device = penOrEraser(event);
    m_penSeen.start();
    if (m_holder && m_heldBy == PagePointer::Device::Touch)
        release(m_heldBy, m_touch.last, event.modifiers());
    m_touch.isPalm = true;
    if (event.type() == QEvent::TabletPress)
        return press(device, event.position(), event.pressure(), event.modifiers());
    if (!m_holder)
        return false;
    if (event.type() == QEvent::TabletMove)
        move(device, event.position(), event.pressure(), event.modifiers());
    else
        release(device, event.position(), event.modifiers());
    return true;
}

void BookArea::touch(QTouchEvent &event)
{
    if (event.points().isEmpty())
        return;
    const QPointF place = event.points().first().position();
    constexpr auto kFinger = PagePointer::Device::Touch;
    switch (event.type()) {
    case QEvent::TouchBegin:
        m_touch = {place, place, 0, zoomPercent(), m_penSeen.isValid() && m_penSeen.elapsed() < kPalmRests};
        if (event.points().size() == 1 && !m_touch.isPalm)
            press(kFinger, place, 1, event.modifiers());
        break;
    case QEvent::TouchUpdate:
        if (m_touch.isPalm)
            break;
        if (event.points().size() > 1) {
            if (m_holder)
                release(kFinger, m_touch.last, event.modifiers());
            pinch(event);
        } else if (m_holder) {
            move(kFinger, place, 1, event.modifiers());
        } else if (m_touch.distance == 0) {
            scrollBy((m_touch.last - place).toPoint());
        }
        m_touch.last = place;
        break;
    default:
        if (m_touch.isPalm)
            break;
        if (m_holder)
            release(kFinger, place, event.modifiers());
        else if (event.type() == QEvent::TouchEnd && m_touch.distance == 0)
            endTouch(place);
        break;
    }
}

void BookArea::pinch(const QTouchEvent &event)
{
    const QPointF first = event.points().at(0).position();
    const QPointF second = event.points().at(1).position();
    const qreal distance = std::max(1.0, std::hypot(first.x() - second.x(), first.y() - second.y()));
    if (m_touch.distance == 0) {
        m_touch.distance = distance;
        m_touch.percent = zoomPercent();
        return;
    }
    const QPointF middle = (first + second) / 2 * pixelRatio();
    zoomTo(qRound(m_touch.percent * distance / m_touch.distance), middle.toPoint());
}

void BookArea::endTouch(QPointF place)
{
    const QPointF way = place - m_touch.start;
    if (std::abs(way.x()) + std::abs(way.y()) < kTapReach) {
        click(place.toPoint());
        return;
    }
    if (flow() == PageFlow::Continuous)
        return;
    // Where there is something to scroll to, a swipe has scrolled.
    const bool isAcross = std::abs(way.x()) > std::abs(way.y());
    const QScrollBar *const bar = isAcross ? horizontalScrollBar() : verticalScrollBar();
    const qreal along = isAcross ? way.x() : way.y();
    if (bar->maximum() > 0 || std::abs(along) < kSwipeReach)
        return;
    if (along < 0)
        nextPage();
    else
        previousPage();
}

// What lies over the pages -----------------------------------------------------------------------------------------------

void BookArea::paintOver(QPainter &painter, int page)
{
    if (m_book.pageFailure(page) == RenderFailure::None) {
        for (PageOverlay *overlay : std::as_const(m_overlays)) {
            const PainterGuard guard(painter);
            overlay->paint(painter, m_book.numbers().pageOf(page), pageLayout().transformOf(page));
        }
        if (!m_watermark.isEmpty())
            paintMark(painter, page);
    }
    paintLabel(painter, page);
}

int BookArea::headRoom() const
{
    return QFontMetrics(fontFor(TextRole::Caption)).height() + kStampGap;
}

/// Above the page: papers have words of their own wherever a stamp on them could be.
void BookArea::paintLabel(QPainter &painter, int page) const
{
    const PainterGuard guard(painter);
    const QRect rect = pageLayout().pageRect(page);
    // Words are laid out in logical pixels.
    painter.translate(rect.topLeft());
    painter.scale(pixelRatio(), pixelRatio());
    const QRectF room(0, -headRoom(), rect.width() / pixelRatio(), headRoom() - kStampGap / 2.0);
    paintElided(painter, room, tr("%1   ·   page %2").arg(m_book.stampOf(page)).arg(page + 1),
                fontFor(TextRole::Caption), tokens()[Token::Text2], Qt::AlignRight | Qt::AlignVCenter);
}

/// A hundred turned words take longer to draw than a pen takes to move: they are drawn once for each size of a page. A plan that is
/// looked at closely would need a gigabyte for that.
void BookArea::paintMark(QPainter &painter, int page)
{
    constexpr qsizetype kMostSizes = 4;
    constexpr qint64 kMostPixels = 12'000'000;
    const QRect rect = pageLayout().pageRect(page);
    if (static_cast<qint64>(rect.width()) * rect.height() > kMostPixels) {
        paintWatermark(painter, QRectF(rect), m_watermark);
        return;
    }
    if (m_marks.size() >= kMostSizes && !m_marks.contains(rect.size()))
        m_marks.clear();
    QImage &mark = m_marks[rect.size()];
    if (mark.isNull()) {
        mark = QImage(rect.size(), QImage::Format_ARGB32_Premultiplied);
        mark.fill(Qt::transparent);
        QPainter on(&mark);
        paintWatermark(on, QRectF(mark.rect()), m_watermark);
    }
    painter.drawImage(rect.topLeft(), mark);
}

} // namespace kessai
