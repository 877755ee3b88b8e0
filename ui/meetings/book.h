// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/answer.h"
#include "ui/meetings/pageoverlay.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace kessai {

/// 資料: one paper as a book shows it.
struct BookPaper final {
    int paper = 0;    ///< its id in the meeting
    int revision = 1; ///< of its file
    QString label;    ///< "資料3-1"
    QString title;
    QString itemTitle; ///< of the item of the agenda it is read under
    QString mediaType;
    int pages = 0;        ///< 0 while it is awaited: then it stands in the contents alone
    bool late = false;    ///< 追加: put there after the meeting was published
    bool changed = false; ///< 差替: another file than the reader saw before
    /// Gets the bytes of the file, whose hash whoever gets them has verified. Asked each time the file is opened, which is more than once
    /// in a long book: keep them near.
    std::function<Answer<Result<QByteArray>>()> fetch;
};

/// "資料3-1 予算編成方針".
QString paperName(const BookPaper &paper);
/// "資料3-1  4/12": what is stamped on a page (0-based) of it.
QString stampWords(const BookPaper &paper, int page);

/// しおり: a page somebody marked to find it again.
struct PageBookmark final {
    BookPage page;
    QString name; ///< empty where none was given
    friend bool operator==(const PageBookmark &, const PageBookmark &) = default;
};

/// 会議資料一式: a meeting's papers in the order they are read.
struct Book final {
    QString title;
    std::vector<BookPaper> papers;
};

/// Where somebody is in a book; no paper for where its first begins.
struct ReadingPlace final {
    BookPage page{};
    int revision = 0; ///< of the file they have before them; 0 for the newest
    double scrolled = 0;
};

/// Running numbers (0-based) of the pages of a book, over all papers.
class BookNumbers final {
public:
    BookNumbers() = default;
    explicit BookNumbers(const std::vector<BookPaper> &papers);

    int count() const { return m_starts.empty() ? 0 : m_starts.back(); }
    /// The place among the papers (0-based) of the one this page is of. There must be such a page.
    int placeOf(int page) const;
    /// The running number of the first page of the paper at this place.
    int firstOf(int place) const { return m_starts.at(static_cast<std::size_t>(place)); }
    int pagesOf(int place) const { return firstOf(place + 1) - firstOf(place); }
    BookPage pageOf(int page) const;
    /// -1 where the book has no such page.
    int find(BookPage page) const;

    friend bool operator==(const BookNumbers &, const BookNumbers &) = default;

private:
    std::vector<int> m_papers; ///< ids, by place
    std::vector<int> m_starts; ///< one more than papers: the last is the count
};

} // namespace kessai
