// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/bookarea.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookside.h"
#include "ui/meetings/bookview.h"
#include "ui/pdf/documentsearchbar.h"

#include <algorithm>

// How a book is searched.

namespace kessai {

void BookView::startSearch(const QString &words)
{
    setFullScreen(false);
    if (!words.isEmpty())
        m_search->setText(words);
    m_search->start();
    m_searchFrom = std::max(0, m_pages->currentPage());
    m_side->showHits(!m_search->text().isEmpty());
    m_book.search(m_search->text());
}

bool BookView::endSearch()
{
    if (!m_search->isVisibleTo(this))
        return false;
    const bool hadFocus = m_search->isAncestorOf(focusWidget());
    m_search->hide();
    m_hit.reset();
    m_pages->showHit(-1);
    m_side->showHits(false);
    m_book.search({});
    if (hadFocus)
        m_pages->setFocus(Qt::OtherFocusReason);
    return true;
}

void BookView::onHitsChanged()
{
    const QList<TextHit> &hits = m_book.hits();
    const bool isSearcher = m_search->isVisibleTo(this);
    if (isSearcher && !m_hit && !hits.isEmpty()) {
        const auto next = std::ranges::lower_bound(hits, m_searchFrom, {}, &TextHit::page);
        // Papers are read as they are open, each from its first page: the next hit is certain within the paper one reads, and once all
        // have been searched.
        const BookNumbers &numbers = m_book.numbers();
        const bool isCertain = next != hits.end() && numbers.placeOf(next->page) == numbers.placeOf(m_searchFrom);
        if (isCertain || !m_book.isSearching())
            moveToHit(next == hits.end() ? 0 : static_cast<int>(next - hits.begin()));
    }
    const int index = m_hit ? static_cast<int>(hits.indexOf(*m_hit)) : -1;
    // Others may have been found before it meanwhile.
    if (index >= 0)
        m_pages->markHit(index);
    m_search->showResult(index, static_cast<int>(hits.size()), m_book.isSearching(), m_book.hasNoText());
    updateTools();
}

void BookView::moveToHit(int index)
{
    if (index < 0 || index >= m_book.hits().size())
        return;
    const TextHit &hit = m_book.hits().at(index);
    if (hit.page != m_pages->currentPage())
        noteJump();
    m_hit = hit;
    m_pages->showHit(index);
    m_search->showResult(index, static_cast<int>(m_book.hits().size()), m_book.isSearching(), m_book.hasNoText());
}

void BookView::nextHit()
{
    const qsizetype count = m_book.hits().size();
    if (count > 0)
        moveToHit(static_cast<int>(((m_hit ? m_book.hits().indexOf(*m_hit) : -1) + 1) % count));
}

void BookView::previousHit()
{
    const qsizetype count = m_book.hits().size();
    const qsizetype at = m_hit ? m_book.hits().indexOf(*m_hit) : 0;
    if (count > 0)
        moveToHit(static_cast<int>((at + count - 1) % count));
}

} // namespace kessai
