// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/bookview.h"

#include "ui/meetings/bookarea.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookside.h"
#include "ui/pdf/documentsearchbar.h"
#include "ui/pdf/documenttoolbar.h"
#include "ui/pdf/pageactions.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/quietbanner.h"

#include <QAction>
#include <QActionGroup>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kMinWidthWithSide = 640;
constexpr int kToolsRoom = 420;  ///< of the view's own tools before those of the owner give way
constexpr int kNamesRoom = 1000; ///< from which on papers are named in full
constexpr int kSideWidth = 216;
/// Names of papers on the button that chooses one.
constexpr qsizetype kPaperNameLength = 14;
constexpr qsizetype kMostJumps = 100;
constexpr qint64 kSameEscape = 1'500; ///< milliseconds
/// Of an address that is shown.
constexpr qsizetype kAddressLength = 120;

/// An address as it really is, in letters that cannot be taken for others.
QString addressText(const QUrl &url)
{
    const QString text = QString::fromLatin1(url.toEncoded());
    return text.size() > kAddressLength ? text.left(kAddressLength) + QChar(0x2026) : text;
}

QString menuWords(QString words)
{
    // A menu takes & for a mnemonic.
    return words.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

BookView::BookView(BookPresenter &book, QWidget *parent)
    : QWidget(parent), m_book(book), m_tools(new DocumentToolBar(this)), m_search(new DocumentSearchBar(this)),
      m_banner(new QuietBanner(this)), m_loading(new LoadingLine(this)), m_columns(new QSplitter(this)),
      m_side(new BookSide(book, this)), m_pages(new BookArea(book, this)), m_nothing(new EmptyState(this)),
      m_actions(new PageActions(*m_pages, *this)), m_menu(new QMenu(this)), m_papers(new QMenu(tr("Papers"), this)),
      m_links(new QMenu(tr("Links on this page"), this)), m_row(new QHBoxLayout),
      m_leave(new QPushButton(tr("Leave full screen (Esc)"), this)), m_barMenu(new QMenu(tr("Write on the page"), this))
{
    setObjectName(QStringLiteral("bookView"));
    m_pages->setObjectName(QStringLiteral("bookPages"));
    m_side->setObjectName(QStringLiteral("bookSide"));
    m_search->setPurpose(tr("Search all papers"));
    m_search->hide();
    m_banner->setObjectName(QStringLiteral("bookBanner"));
    m_banner->hide();
    m_links->setObjectName(QStringLiteral("pageLinks"));
    m_nothing->setContents(QStringLiteral("presentation"), tr("No papers yet"),
                           tr("They appear here as soon as the secretariat has added them."));
    m_columns->addWidget(m_side);
    m_columns->addWidget(m_pages);
    m_columns->setStretchFactor(1, 1);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->setSizes({grown(kSideWidth), 1000});
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_row->setSpacing(0);
    m_row->addWidget(m_tools, 1);
    m_tools->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it shows what there is room for
    m_leave->setObjectName(QStringLiteral("leaveFullScreen"));
    m_leave->setFocusPolicy(Qt::NoFocus); // the keys are for the pages
    setButtonKind(*m_leave, ButtonKind::Link);
    m_leave->hide();
    m_row->addWidget(m_leave);
    connect(m_leave, &QPushButton::clicked, this, [this] { setFullScreen(false); });
    column->addLayout(m_row);
    column->addWidget(m_search);
    column->addWidget(m_banner);
    column->addWidget(m_loading);
    column->addWidget(m_columns, 1);
    column->addWidget(m_nothing, 1);

    makeActions();
    makeToolBar();
    connectParts();
    // As people read a paper in their hands: one page after the other, each wholly in sight where that is large enough.
    m_pages->setZoomMode(ZoomMode::Readable);
    m_pages->setFlow(PageFlow::Single);
    showBook();
}

void BookView::makeActions()
{
    const auto key = [](QKeyCombination combination) { return QKeySequence(combination); };
    m_sideAction = m_actions->add(QStringLiteral("side"), QStringLiteral("layout-sidebar"), tr("Pages and contents"),
                                  {key(Qt::Key_F4)}, [this] { updateSide(); });
    m_sideAction->setCheckable(true);
    m_sideAction->setChecked(true);
    m_back = m_actions->add(QStringLiteral("back"), QStringLiteral("arrow-left"), tr("Back to where I was"),
                            {key(Qt::ALT | Qt::Key_Left)}, [this] { goBack(); });
    m_forward = m_actions->add(QStringLiteral("forward"), QStringLiteral("arrow-right"), tr("Forward again"),
                               {key(Qt::ALT | Qt::Key_Right)}, [this] { goForward(); });
    m_continuous =
        m_actions->add(QStringLiteral("continuous"), QStringLiteral("list-details"), tr("All pages in one run"),
                       {key(Qt::CTRL | Qt::Key_3)}, [this] { setFlow(PageFlow::Continuous); });
    m_single = m_actions->add(QStringLiteral("single"), QStringLiteral("columns-1"), tr("One page at a time"),
                              {key(Qt::CTRL | Qt::Key_4)}, [this] { setFlow(PageFlow::Single); });
    m_facing = m_actions->add(QStringLiteral("facing"), QStringLiteral("columns-2"), tr("Two pages at a time"),
                              {key(Qt::CTRL | Qt::Key_5)}, [this] { setFlow(PageFlow::Facing); });
    auto *const flows = new QActionGroup(this);
    for (QAction *flow : {m_continuous, m_single, m_facing}) {
        flow->setCheckable(true);
        flows->addAction(flow);
    }
    m_find = m_actions->add(QStringLiteral("find"), QStringLiteral("search"), tr("Search all papers"),
                            {key(Qt::CTRL | Qt::Key_F)}, [this] { startSearch(); });
    m_nextHit =
        m_actions->add(QStringLiteral("findNext"), {}, tr("Next hit"), {key(Qt::Key_F3)}, [this] { nextHit(); });
    m_previousHit = m_actions->add(QStringLiteral("findPrevious"), {}, tr("Previous hit"),
                                   {key(Qt::SHIFT | Qt::Key_F3)}, [this] { previousHit(); });
    m_fullScreen = m_actions->add(QStringLiteral("fullScreen"), QStringLiteral("arrows-maximize"), tr("Full screen"),
                                  {key(Qt::Key_F11)}, [this] { setFullScreen(!isFullScreen()); });
    m_fullScreen->setCheckable(true);
}

void BookView::makeToolBar()
{
    m_tools->addAction(m_sideAction, DocumentToolBar::Useful);
    m_papersButton = m_tools->addMenu(m_papers, QStringLiteral("papersButton"), tr("Paper"), DocumentToolBar::Useful);
    m_tools->addAction(m_back, DocumentToolBar::Handy);
    m_tools->addAction(m_forward, DocumentToolBar::Handy);
    m_tools->addRoom();
    m_actions->addPageField(*m_tools);
    m_tools->addRoom();
    m_tools->addAction(m_single, DocumentToolBar::Handy);
    m_tools->addAction(m_facing, DocumentToolBar::Handy);
    m_tools->addAction(m_continuous, DocumentToolBar::Handy);
    m_actions->addZoom(*m_tools);
    m_tools->addAction(m_find, DocumentToolBar::Useful);
    m_tools->addAction(m_fullScreen, DocumentToolBar::Handy);

    m_menu->addAction(m_find);
    m_menu->addActions({m_nextHit, m_previousHit});
    m_menu->addSeparator();
    m_actions->addLeafing(*m_menu);
    m_menu->addActions({m_back, m_forward, m_sideAction, m_papers->menuAction(), m_links->menuAction()});
    m_menu->addSeparator();
    m_menu->addActions({m_single, m_facing, m_continuous});
    m_menu->addSeparator();
    m_actions->addZoom(*m_menu);
    m_menu->addSeparator();
    m_menu->addMenu(m_barMenu);
    m_menu->addAction(m_fullScreen);
    m_tools->addOverflow(m_menu);
}

void BookView::connectParts()
{
    connect(&m_book, &BookPresenter::pagesReplaced, this, &BookView::showBook);
    connect(&m_book, &BookPresenter::bookChanged, this, &BookView::fillPapers);
    connect(&m_book, &BookPresenter::hitsChanged, this, &BookView::onHitsChanged);
    connect(&m_book, &BookPresenter::pageChanged, this, [this] { m_loading->setLoading(m_book.isWaiting()); });
    connect(m_pages, &PageArea::currentPageChanged, this, &BookView::onPage);
    connect(m_pages, &PageArea::zoomChanged, this, [this] {
        m_side->setQuarterTurns(m_pages->quarterTurns());
        updateTools();
    });
    connect(m_pages, &BookArea::linkChosen, this, &BookView::follow);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        fillLinks();
        m_barMenu->clear();
        m_barMenu->addActions(m_bar ? m_bar->actions() : QList<QAction *>());
        m_barMenu->menuAction()->setVisible(m_bar);
    });
    connect(m_pages, &PageArea::scrolled, this, &BookView::scrolled);
    connect(m_banner, &QuietBanner::actionTriggered, this, [this] {
        m_banner->clear();
        QDesktopServices::openUrl(m_wanted);
    });
    connect(m_side, &BookSide::pageChosen, this, &BookView::jumpTo);
    connect(m_side, &BookSide::hitChosen, this, &BookView::moveToHit);
    connect(m_tools, &DocumentToolBar::pageEntered, this, [this](int page) {
        jumpTo(page);
        updateTools();
        m_pages->setFocus(Qt::OtherFocusReason);
    });
    connect(m_search, &DocumentSearchBar::searchChanged, this, [this](const QString &text) {
        m_hit.reset();
        m_searchFrom = std::max(0, m_pages->currentPage());
        m_pages->showHit(-1);
        m_side->showHits(!text.isEmpty());
        m_book.search(text);
    });
    connect(m_search, &DocumentSearchBar::nextWanted, this, &BookView::nextHit);
    connect(m_search, &DocumentSearchBar::previousWanted, this, &BookView::previousHit);
    connect(m_search, &DocumentSearchBar::closed, this, [this] {
        endSearch();
        Q_EMIT escaped(); // pressed once more, to be sure, Esc leaves no meeting
    });
}

// Pages ------------------------------------------------------------------------------------------------------------------

void BookView::showBook()
{
    // Where one was, whatever number that page has now; or the beginning of what was taken away.
    const int before = m_page ? m_book.numbers().find(m_book.nowAt(*m_page)) : 0;
    const double scrolled = before >= 0 ? m_pages->scrolledShare() : 0;
    for (QList<BookPage> *jumps : {&m_earlier, &m_later}) {
        for (BookPage &page : *jumps)
            page = m_book.nowAt(page);
    }
    const bool hasPages = m_book.pageCount() > 0;
    m_columns->setVisible(hasPages);
    m_nothing->setVisible(!hasPages);
    m_hit.reset();
    m_pages->letGo();
    m_side->showBook();
    m_pages->showPages(std::max(0, before));
    if (hasPages)
        m_pages->scrollToShare(scrolled);
    onPage(m_pages->currentPage());
}

void BookView::onPage(int page)
{
    // A book that is being replaced has other numbers than its pages still have here.
    if (page >= m_book.pageCount())
        return;
    m_page.reset();
    if (page >= 0) {
        m_page = m_book.numbers().pageOf(page);
        m_side->setCurrentPage(page);
        Q_EMIT pageChanged(*m_page);
    }
    updateTools();
}

std::optional<BookPage> BookView::currentPage() const
{
    return m_page;
}

void BookView::showPage(BookPage page)
{
    if (const int number = m_book.numbers().find(page); number >= 0)
        jumpTo(number);
}

void BookView::turnTo(BookPage page)
{
    if (const int number = m_book.numbers().find(page); number >= 0)
        m_pages->goToPage(number);
}

void BookView::noteJump()
{
    if (!m_page || (!m_earlier.isEmpty() && m_earlier.last() == *m_page))
        return;
    m_earlier.append(*m_page);
    if (m_earlier.size() > kMostJumps)
        m_earlier.removeFirst();
    m_later.clear();
}

void BookView::jumpTo(int page)
{
    if (page != m_pages->currentPage())
        noteJump();
    m_pages->goToPage(page);
}

void BookView::follow(int page, const PageLink &link)
{
    if (const int goal = m_book.goalOf(page, link); goal >= 0) {
        jumpTo(goal);
        return;
    }
    m_wanted = QUrl(link.url, QUrl::StrictMode);
    const bool isOpened = m_wanted.isValid()
        && QStringList{QStringLiteral("https"), QStringLiteral("http"), QStringLiteral("mailto")}.contains(
            m_wanted.scheme());
    if (isOpened)
        m_banner->say(BannerKind::Information,
                      tr("This link leads out of the papers, to %1").arg(addressText(m_wanted)), tr("Open it"));
    else
        m_banner->say(BannerKind::Warning, tr("This link leads to something that is not opened from here."));
}

void BookView::fillLinks()
{
    m_links->clear();
    const int page = m_pages->currentPage();
    const QList<PageLink> links = m_page ? m_book.linksOf(page) : QList<PageLink>();
    for (const PageLink &link : links) {
        const int goal = m_book.goalOf(page, link);
        const QString words = goal >= 0 ? m_book.stampOf(goal) : addressText(QUrl(link.url));
        m_links->addAction(menuWords(words), this, [this, page, link] { follow(page, link); });
    }
    m_links->menuAction()->setEnabled(!links.isEmpty());
}

void BookView::goAlong(QList<BookPage> &from, QList<BookPage> &to)
{
    while (!from.isEmpty()) {
        const BookPage wanted = from.takeLast();
        const int page = m_book.numbers().find(wanted);
        if (page < 0 || wanted == m_page)
            continue; // it has been taken out of the book, or one is there
        if (m_page)
            to.append(*m_page);
        m_pages->goToPage(page);
        break;
    }
    updateTools();
}

void BookView::goBack()
{
    goAlong(m_earlier, m_later);
}

void BookView::goForward()
{
    goAlong(m_later, m_earlier);
}

void BookView::putAway()
{
    setFullScreen(false);
    endSearch();
    m_search->setText({});
    m_banner->clear();
    m_earlier.clear();
    m_later.clear();
    updateTools();
}

void BookView::setFlow(PageFlow flow)
{
    m_pages->setFlow(flow);
    updateTools();
}

// Tools ------------------------------------------------------------------------------------------------------------------

void BookView::fillPapers()
{
    m_papers->clear();
    const std::vector<BookPaper> &papers = m_book.book().papers;
    for (const BookPaper &paper : papers) {
        QAction *const line = m_papers->addAction(menuWords(paperName(paper)), this, [this, id = paper.paper] {
            showPage({id, 0});
        });
        line->setEnabled(paper.pages > 0);
    }
    updateTools();
}

void BookView::updateTools()
{
    const bool isReady = m_page.has_value();
    m_actions->update(*m_tools, isReady, m_book.pageCount());
    m_back->setEnabled(isReady && !m_earlier.isEmpty());
    m_forward->setEnabled(isReady && !m_later.isEmpty());
    m_nextHit->setEnabled(!m_book.hits().isEmpty());
    m_previousHit->setEnabled(!m_book.hits().isEmpty());
    m_fullScreen->setChecked(isFullScreen());
    m_continuous->setChecked(m_pages->flow() == PageFlow::Continuous);
    m_single->setChecked(m_pages->flow() == PageFlow::Single);
    m_facing->setChecked(m_pages->flow() == PageFlow::Facing);
    QString name;
    if (isReady)
        name = paperName(m_book.paperOf(m_pages->currentPage()));
    setAccessibleName(name.isEmpty() ? tr("Papers") : tr("Papers, %1").arg(name));
    m_papersButton->setToolTip(name);
    const bool isLong = name.size() > kPaperNameLength;
    const QString shown = isReady && width() < grown(kNamesRoom) ? m_book.paperOf(m_pages->currentPage()).label
        : isLong                                                 ? name.left(kPaperNameLength) + QChar(0x2026)
                                                                 : name;
    m_tools->setMenuText(m_papersButton, menuWords(shown));
    updateSide();
}

void BookView::updateSide()
{
    m_sideAction->setEnabled(m_page.has_value() && width() >= grown(kMinWidthWithSide) && !isFullScreen());
    m_side->setVisible(m_sideAction->isEnabled() && m_sideAction->isChecked());
}

void BookView::setSideShown(bool shown)
{
    m_sideAction->setChecked(shown);
    updateSide();
}

void BookView::setFullScreen(bool full)
{
    if (full == isFullScreen())
        return;
    if (full)
        endSearch();
    setWindowFlag(Qt::Window, full);
    m_leave->setVisible(full);
    m_tools->setVisible(!full || m_bar);
    fitTools();
    if (full)
        showFullScreen();
    else
        showNormal();
    updateTools();
    Q_EMIT fullScreenChanged(full);
    m_pages->setFocus(Qt::OtherFocusReason);
}

void BookView::setBar(ReadingBar *bar)
{
    delete m_bar;
    m_bar = bar;
    if (!bar)
        return;
    m_row->insertWidget(0, bar);
    bar->show();
    m_tools->show(); // on the whole screen, too: the row is there
    fitTools();
}

ReadingBar *BookView::takeBar()
{
    ReadingBar *const bar = m_bar;
    m_bar.clear();
    if (bar) {
        m_row->removeWidget(bar);
        m_tools->setVisible(!isFullScreen());
        bar->setMaximumWidth(QWIDGETSIZE_MAX);
    }
    return bar;
}

void BookView::fitTools()
{
    if (!m_bar)
        return;
    // What it may have, not what it must: else the view would never become narrower.
    const int others = grown(kToolsRoom) + (m_leave->isHidden() ? 0 : m_leave->sizeHint().width());
    m_bar->setMaximumWidth(m_tools->isHidden() ? QWIDGETSIZE_MAX : m_bar->widthWithin(width() - others));
}

double BookView::scrolledShare() const
{
    return m_pages->scrolledShare();
}

void BookView::scrollToShare(double share)
{
    m_pages->scrollToShare(share);
}

void BookView::addTool(QAction *action)
{
    m_menu->addAction(action);
    m_tools->addOwnersAction(action);
}

void BookView::addOverlay(PageOverlay &overlay)
{
    m_pages->addOverlay(overlay);
}

void BookView::removeOverlay(PageOverlay &overlay)
{
    m_pages->removeOverlay(overlay);
}

void BookView::refreshOverlays()
{
    m_pages->refresh();
}

void BookView::setMarks(const QList<PageBookmark> &marks)
{
    m_side->setMarks(marks);
}

void BookView::setWatermark(const QString &reader)
{
    m_pages->setWatermark(reader);
}

bool BookView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        if (m_actions->actionFor(*static_cast<QKeyEvent *>(event)))
            event->accept();
    }
    if (event->type() == QEvent::LayoutRequest)
        fitTools(); // there are more or fewer of the owner's tools
    return QWidget::event(event);
}

void BookView::focusInEvent(QFocusEvent *event)
{
    // The keys are for the pages.
    m_pages->setFocus(event->reason());
}

void BookView::keyPressEvent(QKeyEvent *event)
{
    if (QAction *const action = m_actions->actionFor(*event)) {
        action->trigger();
        return;
    }
    if (event->key() == Qt::Key_Escape && ((m_putDown && m_putDown()) || endSearch())) {
        Q_EMIT escaped();
        return;
    }
    if (event->key() == Qt::Key_Escape && isFullScreen()) {
        setFullScreen(false);
        m_leftFullScreen.start();
        Q_EMIT escaped();
        return;
    }
    // Who presses it once more, to be sure, means the same.
    if (event->key() == Qt::Key_Escape && m_leftFullScreen.isValid() && !m_leftFullScreen.hasExpired(kSameEscape))
        return;
    QWidget::keyPressEvent(event);
}

void BookView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateTools();
    fitTools();
}

void BookView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens()[Token::Surface]);
}

} // namespace kessai
