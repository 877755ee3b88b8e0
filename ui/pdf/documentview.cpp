// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/documentview.h"

#include "ui/pdf/documentpresenter.h"
#include "ui/pdf/documentsearchbar.h"
#include "ui/pdf/documenttoolbar.h"
#include "ui/pdf/failuretext.h"
#include "ui/pdf/pageactions.h"
#include "ui/pdf/pagearea.h"
#include "ui/pdf/pagethumbnails.h"
#include "ui/pdf/passwordpane.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingline.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

/// Longer tables of contents are cut: a menu with more lines cannot be used.
constexpr qsizetype kMaxContentsLines = 300;
constexpr int kMinWidthWithThumbnails = 520;

} // namespace

DocumentView::DocumentView(QWidget *parent) : QWidget(parent), m_presenter(new DocumentPresenter(this))
{
    build();
}

DocumentView::DocumentView(const QString &helperPath, RenderDeadlines deadlines, QWidget *parent)
    : QWidget(parent), m_presenter(new DocumentPresenter(helperPath, deadlines, this))
{
    build();
}

void DocumentView::build()
{
    setObjectName(QStringLiteral("documentView"));
    m_menu = new QMenu(this);
    m_contents = new QMenu(tr("Contents"), this);
    m_tools = new DocumentToolBar(this);
    m_search = new DocumentSearchBar(this);
    m_loading = new LoadingLine(this);
    m_stack = new QStackedWidget(this);
    m_message = new EmptyState(this);
    m_password = new PasswordPane(this);
    m_document = new QWidget(this);
    m_thumbnails = new PageThumbnails(*m_presenter, m_document);
    m_pages = new PageArea(*m_presenter, m_document);
    m_message->setObjectName(QStringLiteral("documentMessage"));
    m_pages->setObjectName(QStringLiteral("pageArea"));
    m_thumbnails->setFixedWidth(PageThumbnails::kWidth);
    m_thumbnails->hide();
    m_search->hide();

    auto *const documentRow = new QHBoxLayout(m_document);
    documentRow->setContentsMargins(0, 0, 0, 0);
    documentRow->setSpacing(0);
    documentRow->addWidget(m_thumbnails);
    documentRow->addWidget(m_pages, 1);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_password);
    m_stack->addWidget(m_document);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_search);
    column->addWidget(m_loading);
    column->addWidget(m_stack, 1);

    makeActions();
    makeToolBar();

    connect(m_presenter, &DocumentPresenter::stateChanged, this, &DocumentView::onStateChanged);
    connect(m_presenter, &DocumentPresenter::hitsChanged, this, &DocumentView::onHitsChanged);
    connect(m_presenter, &DocumentPresenter::pageChanged, this,
            [this] { m_loading->setLoading(m_presenter->isWaiting()); });
    connect(m_pages, &PageArea::currentPageChanged, this, [this](int page) {
        m_thumbnails->setCurrentPage(page);
        updateTools();
    });
    connect(m_pages, &PageArea::zoomChanged, this, [this] {
        m_thumbnails->setQuarterTurns(m_pages->quarterTurns());
        updateTools();
    });
    connect(m_thumbnails, &PageThumbnails::pageChosen, m_pages, &PageArea::goToPage);
    connect(m_tools, &DocumentToolBar::pageEntered, this, [this](int page) {
        m_pages->goToPage(page);
        updateTools();
        m_pages->setFocus(Qt::OtherFocusReason);
    });
    connect(m_message, &EmptyState::buttonClicked, m_presenter, &DocumentPresenter::retry);
    connect(m_password, &PasswordPane::passwordEntered, m_presenter, &DocumentPresenter::unlock);
    connect(m_search, &DocumentSearchBar::searchChanged, this, [this](const QString &text) {
        m_hit = -1;
        m_searchFrom = std::max(0, m_pages->currentPage());
        m_pages->showHit(-1);
        m_presenter->search(text);
    });
    connect(m_search, &DocumentSearchBar::nextWanted, this, &DocumentView::nextHit);
    connect(m_search, &DocumentSearchBar::previousWanted, this, &DocumentView::previousHit);
    connect(m_search, &DocumentSearchBar::closed, this, &DocumentView::endSearch);
    onStateChanged();
}

void DocumentView::makeActions()
{
    m_actions = new PageActions(*m_pages, *this);
    const auto key = [](QKeyCombination combination) { return QKeySequence(combination); };
    m_thumbnailsAction = m_actions->add(QStringLiteral("thumbnails"), QStringLiteral("layout-sidebar"),
                                        tr("Small pages"), {key(Qt::Key_F4)}, [this] { updateThumbnails(); });
    m_thumbnailsAction->setCheckable(true);
    m_find = m_actions->add(QStringLiteral("find"), QStringLiteral("search"), tr("Search in this document"),
                            {key(Qt::CTRL | Qt::Key_F)}, [this] { startSearch(); });
    m_nextHit =
        m_actions->add(QStringLiteral("findNext"), {}, tr("Next hit"), {key(Qt::Key_F3)}, [this] { nextHit(); });
    m_previousHit = m_actions->add(QStringLiteral("findPrevious"), {}, tr("Previous hit"),
                                   {key(Qt::SHIFT | Qt::Key_F3)}, [this] { previousHit(); });
    m_contentsAction = m_contents->menuAction();
    m_contentsAction->setObjectName(QStringLiteral("contents"));
    m_contentsAction->setIcon(icon(QStringLiteral("list-details")));
}

void DocumentView::makeToolBar()
{
    m_tools->addAction(m_thumbnailsAction, DocumentToolBar::Handy);
    m_actions->addPageField(*m_tools);
    m_tools->addRoom();
    m_actions->addZoom(*m_tools);
    m_tools->addRoom();
    m_tools->addAction(m_find, DocumentToolBar::Useful);

    m_menu->addAction(m_find);
    m_menu->addActions({m_nextHit, m_previousHit});
    m_menu->addSeparator();
    m_actions->addLeafing(*m_menu);
    m_menu->addActions({m_thumbnailsAction, m_contentsAction});
    m_menu->addSeparator();
    m_actions->addZoom(*m_menu);
    m_tools->addOverflow(m_menu);
}

void DocumentView::addDocumentAction(QAction *action)
{
    if (!std::exchange(m_hasOwnersActions, true))
        m_menu->addSeparator();
    m_menu->addAction(action);
    m_tools->addOwnersAction(action);
}

void DocumentView::setDocument(const QString &name, const QString &mediaType, const QByteArray &bytes)
{
    endSearch();
    m_presenter->setDocument(name, mediaType, bytes);
}

void DocumentView::setFetching(const QString &name)
{
    endSearch();
    m_presenter->clear();
    showPlainMessage(QStringLiteral("download"), tr("Fetching %1").arg(name), tr("It is shown as soon as it is here."),
                     {});
    m_loading->setLoading(true);
}

void DocumentView::setMessage(const QString &iconName, const QString &headline, const QString &advice)
{
    endSearch();
    m_presenter->clear();
    showPlainMessage(iconName, headline, advice, {});
}

void DocumentView::clear()
{
    endSearch();
    m_presenter->clear();
}

void DocumentView::showPlainMessage(const QString &iconName, const QString &headline, const QString &advice,
                                    const QString &button)
{
    m_message->setContents(iconName, headline, advice, button);
    m_stack->setCurrentWidget(m_message);
    setAccessibleDescription(headline);
}

void DocumentView::onStateChanged()
{
    const QString &name = m_presenter->name();
    setAccessibleName(name.isEmpty() ? tr("Document") : tr("Document %1").arg(name));
    switch (m_presenter->state()) {
    case DocumentPresenter::State::Empty:
        showPlainMessage(QStringLiteral("file-text"), tr("No document chosen"),
                         tr("Choose an attachment to see it here."), {});
        break;
    case DocumentPresenter::State::Loading:
        // Most documents are there before one could read a word; the moving line tells when not.
        if (m_stack->currentWidget() != m_password)
            showPlainMessage(QStringLiteral("file-text"), tr("Opening %1").arg(name), QString(), {});
        break;
    case DocumentPresenter::State::Locked:
        m_password->ask(name, m_presenter->wasPasswordWrong());
        m_stack->setCurrentWidget(m_password);
        setAccessibleDescription(documentFailureText(RenderFailure::Encrypted).headline);
        if (isAncestorOf(focusWidget()) || hasFocus())
            m_password->setFocus(Qt::OtherFocusReason);
        break;
    case DocumentPresenter::State::Failed: {
        const FailureText text = documentFailureText(m_presenter->failure());
        const bool retry = canRetry(m_presenter->failure());
        showPlainMessage(QStringLiteral("alert-triangle"), text.headline, text.advice,
                         retry ? tr("Try again") : QString());
        break;
    }
    case DocumentPresenter::State::Ready:
        m_stack->setCurrentWidget(m_document);
        setAccessibleDescription({});
        m_thumbnails->showDocument();
        m_pages->showDocument();
        m_thumbnails->setCurrentPage(0);
        break;
    }
    fillContents();
    updateTools();
    m_loading->setLoading(m_presenter->isWaiting());
}

void DocumentView::fillContents()
{
    m_contents->clear();
    const QList<OutlineEntry> &outline = m_presenter->info().outline;
    const qsizetype count = std::min(outline.size(), kMaxContentsLines);
    for (qsizetype i = 0; i < count; ++i) {
        const OutlineEntry &entry = outline.at(i);
        // A menu takes & for a mnemonic; full-width spaces set lower levels in.
        QString title = entry.title;
        title.replace(QLatin1Char('&'), QStringLiteral("&&"));
        const QString words = QString(entry.level, QChar(0x3000)) + title;
        m_contents->addAction(words, m_pages, [this, page = entry.page] { m_pages->goToPage(page); });
    }
    m_contentsAction->setEnabled(count > 0);
}

void DocumentView::updateTools()
{
    const bool isReady = m_presenter->state() == DocumentPresenter::State::Ready;
    m_actions->update(*m_tools, isReady, m_presenter->pageCount());
    updateThumbnails();
    m_find->setEnabled(isReady && !m_presenter->info().isImage);
    const bool hasHits = isReady && !m_presenter->hits().isEmpty();
    m_nextHit->setEnabled(hasHits);
    m_previousHit->setEnabled(hasHits);
}

bool DocumentView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // With the focus in here, Ctrl+F means this document, whatever it means to the window.
        if (m_actions->actionFor(*static_cast<QKeyEvent *>(event)))
            event->accept();
    }
    return QWidget::event(event);
}

void DocumentView::keyPressEvent(QKeyEvent *event)
{
    if (QAction *const action = m_actions->actionFor(*event)) {
        action->trigger();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_search->isVisible()) {
        endSearch();
        return;
    }
    QWidget::keyPressEvent(event);
}

void DocumentView::updateThumbnails()
{
    const bool hasRoom = width() >= grown(kMinWidthWithThumbnails) && m_presenter->pageCount() > 1;
    m_thumbnailsAction->setEnabled(m_presenter->state() == DocumentPresenter::State::Ready && hasRoom);
    m_thumbnails->setVisible(m_thumbnailsAction->isChecked() && hasRoom);
}

void DocumentView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateThumbnails();
}

void DocumentView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens()[Token::Surface]);
}

void DocumentView::startSearch()
{
    if (!m_find->isEnabled())
        return;
    m_beside.clear();
    m_search->start();
    m_presenter->search(m_search->text());
}

void DocumentView::find(const QStringList &spellings, const QStringList &beside)
{
    m_beside = beside;
    m_search->hide();
    m_hit = -1;
    m_searchFrom = 0;
    m_pages->showHit(-1);
    m_presenter->searchValue(spellings);
    onHitsChanged();
}

std::optional<TextHit> DocumentView::currentHit() const
{
    const QList<TextHit> &hits = m_presenter->hits();
    return m_hit >= 0 && m_hit < hits.size() ? std::optional(hits.at(m_hit)) : std::nullopt;
}

void DocumentView::endSearch()
{
    if (!m_search->isVisibleTo(this))
        return;
    const bool hadFocus = m_search->isAncestorOf(focusWidget());
    m_search->hide();
    m_hit = -1;
    m_pages->showHit(-1);
    m_presenter->search({});
    if (hadFocus)
        m_pages->setFocus(Qt::OtherFocusReason);
}

void DocumentView::onHitsChanged()
{
    const QList<TextHit> &hits = m_presenter->hits();
    if (const int said = m_presenter->hitBeside(m_beside); said >= 0 && said != m_hit)
        moveToHit(said);
    if (m_hit < 0 && !hits.isEmpty()) {
        const auto next = std::ranges::lower_bound(hits, m_searchFrom, {}, &TextHit::page);
        // Hits before the place one looks at wait until it is certain that none comes after it.
        if (next != hits.end())
            moveToHit(static_cast<int>(next - hits.begin()));
        else if (!m_presenter->isSearching())
            moveToHit(0);
    }
    m_search->showResult(m_hit, static_cast<int>(hits.size()), m_presenter->isSearching(), m_presenter->hasNoText());
    updateTools();
}

void DocumentView::moveToHit(int index)
{
    m_hit = index;
    m_pages->showHit(index);
}

void DocumentView::nextHit()
{
    m_beside.clear();
    const int count = static_cast<int>(m_presenter->hits().size());
    if (count > 0)
        moveToHit((m_hit + 1) % count);
    onHitsChanged();
}

void DocumentView::previousHit()
{
    m_beside.clear();
    const int count = static_cast<int>(m_presenter->hits().size());
    if (count > 0)
        moveToHit((m_hit + count - (m_hit < 0 ? 0 : 1)) % count);
    onHitsChanged();
}

} // namespace kessai
