// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/book.h"

#include <algorithm>

namespace kessai {

QString paperName(const BookPaper &paper)
{
    return QString(paper.label + QLatin1Char(' ') + paper.title).trimmed();
}

QString stampWords(const BookPaper &paper, int page)
{
    return QStringLiteral("%1  %2/%3").arg(paper.label).arg(page + 1).arg(paper.pages);
}

BookNumbers::BookNumbers(const std::vector<BookPaper> &papers)
{
    int first = 0;
    m_starts.push_back(first);
    for (const BookPaper &paper : papers) {
        m_papers.push_back(paper.paper);
        first += std::max(0, paper.pages);
        m_starts.push_back(first);
    }
}

int BookNumbers::placeOf(int page) const
{
    return static_cast<int>(std::ranges::upper_bound(m_starts, page) - m_starts.begin()) - 1;
}

BookPage BookNumbers::pageOf(int page) const
{
    const int place = placeOf(page);
    return {m_papers.at(static_cast<std::size_t>(place)), page - firstOf(place)};
}

int BookNumbers::find(BookPage page) const
{
    const auto paper = std::ranges::find(m_papers, page.paper);
    if (paper == m_papers.end())
        return -1;
    const int place = static_cast<int>(paper - m_papers.begin());
    return page.page >= 0 && page.page < pagesOf(place) ? firstOf(place) + page.page : -1;
}

} // namespace kessai
