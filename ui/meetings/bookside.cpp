// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/bookside.h"

#include "ui/meetings/bookpresenter.h"
#include "ui/pdf/pagethumbnails.h"
#include "ui/theme/typescale.h"

#include <QSignalBlocker>
#include <QTreeWidget>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

/// The running number of a page, and the index of a hit.
constexpr int kPlaceRole = Qt::UserRole;
/// Longer tables of contents of a paper are cut: nobody reads them.
constexpr qsizetype kMaxOutlineLines = 300;
/// Hits come page by page; their list is made anew no more often than one sees.
constexpr int kFillPause = 100;

} // namespace

BookSide::BookSide(BookPresenter &book, QWidget *parent)
    : QTabWidget(parent), m_book(book), m_thumbnails(new PageThumbnails(book, this)),
      m_contents(makeTree(QStringLiteral("bookContents"), tr("Contents"))),
      m_hits(makeTree(QStringLiteral("bookHits"), tr("Found")))
{
    setDocumentMode(true);
    addTab(m_thumbnails, tr("Pages"));
    addTab(m_contents, tr("Contents"));
    m_hits->setUniformRowHeights(false); // below a page stands what is found on it
    addTab(m_hits, tr("Found"));
    setTabVisible(indexOf(m_hits), false);

    m_fill.setSingleShot(true);
    connect(&m_fill, &QTimer::timeout, this, &BookSide::fillHits);
    connect(m_thumbnails, &PageThumbnails::pageChosen, this, &BookSide::pageChosen);
    const auto choose = [this](const QTreeWidgetItem *item) {
        if (item && item->data(0, kPlaceRole).isValid())
            Q_EMIT pageChosen(item->data(0, kPlaceRole).toInt());
    };
    connect(m_contents, &QTreeWidget::itemClicked, this, choose);
    connect(m_contents, &QTreeWidget::itemActivated, this, choose);
    connect(m_hits, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *line) {
        if (line)
            Q_EMIT hitChosen(line->data(0, kPlaceRole).toInt());
    });
    connect(&m_book, &BookPresenter::bookChanged, this, &BookSide::fillContents);
    connect(&m_book, &BookPresenter::paperOpened, this, &BookSide::fillOutline);
    connect(&m_book, &BookPresenter::hitsChanged, this, [this] {
        if (!m_fill.isActive())
            m_fill.start(kFillPause);
    });
    fillContents();
}

QTreeWidget *BookSide::makeTree(const QString &objectName, const QString &name)
{
    auto *const tree = new QTreeWidget(this);
    tree->setObjectName(objectName);
    tree->setAccessibleName(name);
    tree->setHeaderHidden(true);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setIndentation(14);
    tree->setTextElideMode(Qt::ElideRight);
    tree->setUniformRowHeights(true);
    return tree;
}

void BookSide::showBook()
{
    m_thumbnails->showDocument();
}

void BookSide::setCurrentPage(int page)
{
    m_currentPage = page;
    m_thumbnails->setCurrentPage(page);
    showPlace();
}

void BookSide::showPlace()
{
    if (m_currentPage < m_book.pageCount() && m_lines.size() == static_cast<qsizetype>(m_book.book().papers.size()))
        m_contents->setCurrentItem(m_lines.at(m_book.numbers().placeOf(m_currentPage)));
}

void BookSide::setMarks(const QList<PageBookmark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    fillContents();
}

void BookSide::fillMarks()
{
    if (m_marks.isEmpty())
        return;
    auto *const head = new QTreeWidgetItem(m_contents, {tr("Bookmarks")});
    head->setFont(0, fontFor(TextRole::BodyStrong));
    head->setExpanded(true);
    for (const PageBookmark &mark : std::as_const(m_marks)) {
        const int page = m_book.numbers().find(mark.page);
        if (page < 0)
            continue; // its paper is not there
        const QString stamp = m_book.stampOf(page);
        const QString words = mark.name.isEmpty() ? stamp : tr("%1 · %2").arg(mark.name, stamp);
        auto *const line = new QTreeWidgetItem(head, {words});
        line->setToolTip(0, words);
        line->setData(0, kPlaceRole, page);
    }
}

void BookSide::setQuarterTurns(int quarterTurns)
{
    m_thumbnails->setQuarterTurns(quarterTurns);
}

void BookSide::showHits(bool shown)
{
    const bool wereInFront = currentWidget() == m_hits;
    if (shown && !wereInFront)
        m_beforeHits = currentWidget();
    if (isTabVisible(indexOf(m_hits)) != shown) // said again, it is not laid out while nobody sees it
        setTabVisible(indexOf(m_hits), shown);
    if (shown)
        setCurrentWidget(m_hits);
    else if (wereInFront && m_beforeHits)
        setCurrentWidget(m_beforeHits);
}

void BookSide::fillContents()
{
    const QSignalBlocker quiet(m_contents);
    m_contents->clear();
    m_lines.clear();
    fillMarks();
    const std::vector<BookPaper> &papers = m_book.book().papers;
    QTreeWidgetItem *item = nullptr;
    QString itemTitle;
    for (int place = 0; place < static_cast<int>(papers.size()); ++place) {
        const BookPaper &paper = papers[static_cast<std::size_t>(place)];
        if (!paper.itemTitle.isEmpty() && (!item || paper.itemTitle != itemTitle)) {
            itemTitle = paper.itemTitle;
            item = new QTreeWidgetItem(m_contents, {itemTitle});
            item->setToolTip(0, itemTitle);
            item->setExpanded(true);
            item->setFont(0, fontFor(TextRole::BodyStrong));
            if (paper.pages > 0)
                item->setData(0, kPlaceRole, m_book.numbers().firstOf(place));
        }
        // Before the title: what is long is cut at its end.
        QString words = paperName(paper);
        if (paper.pages == 0)
            words = tr("%1 (awaited) %2").arg(paper.label, paper.title);
        else if (paper.changed)
            words = tr("%1 (replaced) %2").arg(paper.label, paper.title);
        else if (paper.late)
            words = tr("%1 (added late) %2").arg(paper.label, paper.title);
        auto *const line = item ? new QTreeWidgetItem(item, {words}) : new QTreeWidgetItem(m_contents, {words});
        line->setToolTip(0, words);
        m_lines.append(line);
        line->setDisabled(paper.pages == 0);
        if (paper.pages > 0)
            line->setData(0, kPlaceRole, m_book.numbers().firstOf(place));
        fillOutline(place);
    }
    showPlace();
}

void BookSide::fillOutline(int place)
{
    const DocumentInfo *const info = m_book.infoOf(place);
    if (!info || place >= m_lines.size())
        return;
    qDeleteAll(m_lines.at(place)->takeChildren());
    // The line of each level that the next deeper one belongs to.
    QList<QTreeWidgetItem *> above{m_lines.at(place)};
    for (const OutlineEntry &entry : info->outline.mid(0, kMaxOutlineLines)) {
        if (entry.page >= m_book.numbers().pagesOf(place))
            continue;
        const qsizetype level = std::clamp<qsizetype>(entry.level, 0, above.size() - 1);
        above.resize(level + 1);
        auto *const line = new QTreeWidgetItem(above.last(), {entry.title});
        line->setToolTip(0, entry.title);
        line->setData(0, kPlaceRole, m_book.numbers().firstOf(place) + entry.page);
        above.append(line);
    }
}

void BookSide::fillHits()
{
    const QSignalBlocker quiet(m_hits);
    const QVariant chosen = m_hits->currentItem() ? m_hits->currentItem()->data(0, kPlaceRole) : QVariant();
    m_hits->clear();
    const QList<TextHit> &hits = m_book.hits();
    QTreeWidgetItem *paper = nullptr;
    int place = -1;
    for (qsizetype first = 0; first < hits.size();) {
        const int page = hits.at(first).page;
        qsizetype next = first;
        while (next < hits.size() && hits.at(next).page == page)
            ++next;
        if (std::exchange(place, m_book.numbers().placeOf(page)) != place) {
            paper = new QTreeWidgetItem(m_hits, {paperName(m_book.paperOf(page))});
            paper->setFont(0, fontFor(TextRole::BodyStrong));
            paper->setToolTip(0, paper->text(0));
            paper->setData(0, kPlaceRole, static_cast<int>(first));
            paper->setExpanded(true);
        }
        const QString count = tr("%n hit(s)", nullptr, static_cast<int>(next - first));
        const int number = page - m_book.numbers().firstOf(place) + 1;
        const QString around = m_book.aroundHit(page);
        const QString words = tr("Page %1: %2").arg(number).arg(count);
        auto *const line =
            new QTreeWidgetItem(paper, {around.isEmpty() ? words : QString(words + QLatin1Char('\n') + around)});
        line->setToolTip(0, line->text(0));
        line->setData(0, kPlaceRole, static_cast<int>(first));
        if (chosen == line->data(0, kPlaceRole))
            m_hits->setCurrentItem(line);
        first = next;
    }
}

} // namespace kessai
