// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/bookpanes.h"

#include "ui/meetings/bookarea.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/theme/icon.h"
#include "ui/widgets/screenfit.h"

#include <QAction>
#include <QApplication>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QSplitter>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr QSize kBookWindow(900, 760);

} // namespace

BookPanes::BookPanes(BookPresenter &book, QWidget *parent)
    : QWidget(parent), m_book(book), m_splitter(new QSplitter(this))
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(6);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
    m_splitter->addWidget(makeView(m_splitter));
    m_current = m_views.first();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { onFocus(now); });
    updateActions();
}

BookPanes::~BookPanes()
{
    // Windows of their own have no parent that would take them along.
    for (BookView *view : std::as_const(m_views)) {
        view->removeEventFilter(this);
        if (!m_splitter->isAncestorOf(view))
            delete view;
    }
    // Those that were closed have not gone yet, and read a book that goes now.
    for (const QPointer<BookView> &view : std::as_const(m_closed))
        delete view.data();
}

BookView *BookPanes::makeView(QWidget *parent)
{
    auto *const view = new BookView(m_book, parent);
    const auto makeTool = [view](const QString &name, const QString &iconName, const QString &text) {
        auto *const tool = new QAction(icon(iconName), text, view);
        tool->setObjectName(name);
        view->addTool(tool);
        return tool;
    };
    const Tools tools{
        makeTool(QStringLiteral("addPane"), QStringLiteral("layout-columns"), tr("Another paper beside this one")),
        makeTool(QStringLiteral("openWindow"), QStringLiteral("device-desktop"), tr("In a window of its own")),
        makeTool(QStringLiteral("closePane"), QStringLiteral("x"), tr("Close this view"))};
    connect(tools.beside, &QAction::triggered, this, [this, view] {
        setCurrent(view);
        addPane();
    });
    connect(tools.window, &QAction::triggered, this, [this, view] {
        setCurrent(view);
        openWindow();
    });
    connect(
        tools.close, &QAction::triggered, this, [this, view] { closePane(*view); }, Qt::QueuedConnection);
    connect(view, &BookView::pageChanged, this, [this, view](const BookPage &page) {
        if (view == m_current)
            Q_EMIT pageChanged(page);
    });
    connect(view, &BookView::scrolled, this, [this, view] {
        if (view == m_current)
            Q_EMIT scrolled();
    });
    connect(view, &BookView::escaped, this, &BookPanes::escaped);
    for (PageOverlay *overlay : std::as_const(m_overlays))
        view->addOverlay(*overlay);
    view->setWatermark(m_watermark);
    view->setMarks(m_marks);
    m_views.append(view);
    m_tools.append(tools);
    Q_EMIT viewAdded(view);
    return view;
}

int BookPanes::paneCount() const
{
    return m_splitter->count();
}

void BookPanes::setCurrent(BookView *view)
{
    if (std::exchange(m_current, view) == view)
        return;
    if (const std::optional<BookPage> page = view->currentPage())
        Q_EMIT pageChanged(*page);
}

void BookPanes::onFocus(QWidget *widget)
{
    for (BookView *view : std::as_const(m_views)) {
        if (widget && (view == widget || view->isAncestorOf(widget)))
            setCurrent(view);
    }
}

void BookPanes::addPane()
{
    if (paneCount() >= kMostPanes)
        return;
    const std::optional<BookPage> shown = m_current->currentPage();
    const int at = m_splitter->indexOf(m_current);
    const int place = at < 0 ? paneCount() : at + 1;
    BookView *const view = makeView(m_splitter);
    m_views.move(m_views.size() - 1, place);
    m_tools.move(m_tools.size() - 1, place);
    m_splitter->insertWidget(place, view);
    view->pageArea().setFootRoom(m_covered);
    m_splitter->setSizes(QList<int>(paneCount(), 1000));
    // Beside each other there is room for the pages alone.
    for (int i = 0; i < paneCount(); ++i)
        m_views.at(i)->setSideShown(false);
    if (shown) {
        const int next = m_book.numbers().placeOf(m_book.numbers().find(*shown)) + 1;
        const bool isLast = m_book.numbers().firstOf(next) >= m_book.pageCount();
        view->showPage(isLast ? *shown : m_book.numbers().pageOf(m_book.numbers().firstOf(next)));
    }
    updateActions();
    Q_EMIT paneCountChanged();
    view->show();
    view->setFocus(Qt::OtherFocusReason);
    setCurrent(view);
}

void BookPanes::openWindow()
{
    const std::optional<BookPage> shown = m_current->currentPage();
    const QScreen *const here = screen();
    BookView *const view = makeView(nullptr);
    view->setWindowTitle(m_book.name());
    view->installEventFilter(this);
    window()->installEventFilter(this); // none stays when that is closed
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other = std::ranges::find_if(screens, [here](const QScreen *one) { return one != here; });
    view->setScreen(other == screens.end() ? screen() : *other);
    fitToScreen(*view, kBookWindow);
    if (shown)
        view->showPage(*shown);
    updateActions();
    view->show();
    view->setFocus(Qt::OtherFocusReason); // the keys are for its pages
}

void BookPanes::focusInEvent(QFocusEvent *event)
{
    // The keys are for the pages.
    m_current->setFocus(event->reason());
}

bool BookPanes::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close && watched == window()) {
        closeWindows();
    } else if (event->type() == QEvent::Close) {
        for (BookView *view : std::as_const(m_views)) {
            if (view == watched) {
                closePane(*view);
                break;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void BookPanes::closePane(BookView &view)
{
    const bool isPane = m_splitter->indexOf(&view) >= 0;
    if (isPane && paneCount() == 1)
        return;
    const qsizetype at = m_views.indexOf(&view);
    const bool wasCurrent = m_current == &view; // hiding it moves the focus on
    m_views.removeAt(at);
    m_tools.removeAt(at);
    view.removeEventFilter(this);
    view.hide();
    if (isPane)
        view.setParent(nullptr);
    m_closed.removeIf([](const QPointer<BookView> &one) { return one.isNull(); });
    m_closed.append(&view);
    view.deleteLater();
    if (wasCurrent) {
        setCurrent(m_views.at(std::clamp<qsizetype>(at - 1, 0, paneCount() - 1)));
        m_current->setFocus(Qt::OtherFocusReason);
    }
    if (paneCount() == 1)
        m_views.first()->setSideShown(true);
    updateActions();
    Q_EMIT paneCountChanged();
}

void BookPanes::closeWindows()
{
    while (m_views.size() > paneCount())
        closePane(*m_views.last());
    for (BookView *view : std::as_const(m_views))
        view->setFullScreen(false);
}

void BookPanes::putAway()
{
    closeWindows();
    while (paneCount() > 1)
        closePane(*m_views.last());
    m_views.first()->putAway();
    m_book.search({}); // it may have been another's
}

void BookPanes::updateActions()
{
    for (qsizetype i = 0; i < m_views.size(); ++i) {
        const bool isPane = i < paneCount();
        m_tools.at(i).beside->setEnabled(paneCount() < kMostPanes);
        m_tools.at(i).beside->setVisible(isPane);
        m_tools.at(i).close->setVisible(!isPane || paneCount() > 1);
    }
}

void BookPanes::addOverlay(PageOverlay &overlay)
{
    m_overlays.append(&overlay);
    for (BookView *view : std::as_const(m_views))
        view->addOverlay(overlay);
}

void BookPanes::removeOverlay(PageOverlay &overlay)
{
    m_overlays.removeAll(&overlay);
    for (BookView *view : std::as_const(m_views))
        view->removeOverlay(overlay);
}

void BookPanes::refreshOverlays()
{
    for (BookView *view : std::as_const(m_views))
        view->refreshOverlays();
}

void BookPanes::setCovered(int height)
{
    m_covered = height;
    for (int i = 0; i < paneCount(); ++i)
        m_views.at(i)->pageArea().setFootRoom(height);
}

void BookPanes::setMarks(const QList<PageBookmark> &marks)
{
    m_marks = marks;
    for (BookView *view : std::as_const(m_views))
        view->setMarks(marks);
}

void BookPanes::setWatermark(const QString &reader)
{
    m_watermark = reader;
    for (BookView *view : std::as_const(m_views))
        view->setWatermark(reader);
}

} // namespace kessai
