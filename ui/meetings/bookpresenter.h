// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/book.h"
#include "ui/meetings/papermoves.h"
#include "ui/pdf/pagefeed.h"
#include "ui/pdf/pagestock.h"
#include "ui/pdf/renderprocess.h"
#include "ui/pdf/textindex.h"

#include <array>
#include <memory>
#include <optional>

namespace kessai {

/// A whole book as one run of pages, numbered over all papers. Knows no widgets. Papers are fetched and opened when they are wanted, each by
/// a rendering process of its own; of those there are never more than a few, the one needed least goes first. A paper that cannot be
/// fetched or opened says so on its pages; the others stay. All viewers of a book share its images, its search and its processes.
class BookPresenter final : public PageFeed {
    Q_OBJECT

public:
    /// Rendering processes, and how many there may be while as many papers are in sight: one more than those, so that none of them is
    /// closed for what is read ahead or searched.
    static constexpr int kUsualProcesses = 3;
    static constexpr int kMostProcesses = 5;

    explicit BookPresenter(QObject *parent = nullptr);
    BookPresenter(const QString &helperPath, RenderDeadlines deadlines, QObject *parent = nullptr);

    /// Shows this book in place of the one before. Papers whose file is the same keep what is known of them; where all are, only their
    /// words change. `moves` tells of papers whose file is another one where its pages went.
    void setBook(Book book, const PaperMoves &moves = {});
    /// While pagesReplaced() is told: where somebody goes on who read this page of the book before.
    BookPage nowAt(BookPage before) const;
    const Book &book() const { return m_book; }
    const BookNumbers &numbers() const { return m_numbers; }
    const BookPaper &paperOf(int page) const;
    /// "資料3-1  4/12".
    QString stampOf(int page) const;
    /// What is known of the paper at this place once it was open: its outline counts pages within the paper.
    const DocumentInfo *infoOf(int place) const;

    QString name() const override { return m_book.title; }
    int pageCount() const override { return m_numbers.count(); }
    /// A page of a paper that was not open yet takes the room of an A4 sheet.
    QSizeF layoutSize(int page) const override;
    QList<int> partStarts() const override;
    QString partTitle(int page) const override;
    QString pageName(int page) const override { return stampOf(page); }
    void want(const QObject *viewer, const QList<PageRequest> &visible, const QList<PageRequest> &ahead) override;
    void wantThumbnails(const QObject *viewer, const QList<PageRequest> &thumbnails) override;
    QImage image(const PageRequest &request) const override { return m_stock.image(request); }
    QImage standIn(int page, int quarterTurns, QSize wanted) const override
    {
        return m_stock.standIn(page, quarterTurns, wanted);
    }
    RenderFailure pageFailure(int page) const override;
    FailureText failureText(int page) const override;
    void retryPage(int page) override;
    bool isWaiting() const;

    /// Searches all papers; hitsChanged() tells what has been found so far. Empty ends the search.
    void search(const QString &text);
    const QList<TextHit> &hits() const override { return m_hits; }
    bool isSearching() const;
    /// All pages have been read and there is no text in them: scans.
    bool hasNoText() const { return !isSearching() && !m_index.hasText(); }

    /// What is written on a page, in its words as they are searched; empty where it was not read yet.
    PageText textOf(int page) const { return m_index.pageText(page); }
    /// What stands around the first hit on a page.
    QString aroundHit(int page) const;

    /// What leads somewhere on a page; nothing where it was not read yet.
    QList<PageLink> linksOf(int page) const { return m_links.value(page); }
    /// The running number of the page a link of a page leads to; -1 where it leads out of the paper.
    int goalOf(int page, const PageLink &link) const;

    /// Rendering processes that run now.
    int processCount() const;

Q_SIGNALS:
    /// Pages have other numbers or other files than before; viewers say again what they want.
    void pagesReplaced();
    /// There are other papers, or other words for them.
    void bookChanged();
    /// The outline of the paper at this place has become known.
    void paperOpened(int place);

private:
    /// What has become of a paper.
    struct Opened {
        std::optional<DocumentInfo> info;
        RenderFailure failure = RenderFailure::None;
        /// Why it could not be fetched.
        std::optional<Error> notFetched;
    };
    /// A rendering process and the paper it has; -1 for none.
    struct Seat {
        std::unique_ptr<RenderProcess> process;
        int place = -1;
        bool isOpen = false;
        /// Which fetch it waits for: an answer to an earlier one is too late.
        int fetch = 0;
        int lastUsed = 0;
    };

    void forget(const QObject *viewer);
    void pump();
    Seat *seatOf(int place);
    /// A seat for a paper: a free one, or the one used least of those whose papers are not `held`; null where all are.
    Seat *take(int place, const QSet<int> &held);
    int openSeats() const;
    void open(Seat &seat, int place);
    void leave(Seat &seat);
    void onOpened(Seat &seat, const DocumentInfo &info);
    void onFailed(Seat &seat, RenderFailure failure, const std::optional<Error> &notFetched);
    void tellPages(int place);
    bool hasFailed(int place) const;
    /// Reads the text of one page more: of papers that are open anyway, and while somebody searches of all others too.
    void readText(const QSet<int> &held);
    /// The first page of a paper whose text has not been read; -1 for none.
    int firstUnread(int place) const;
    void onTextRead(int page, const PageText &text);
    void findOn(int page);

    Book m_book;
    PaperMoves m_moves; ///< while it is told that pages were replaced
    BookNumbers m_numbers;
    std::vector<Opened> m_opened; ///< by place
    std::array<Seat, kMostProcesses> m_seats;
    int m_mostSeats = kUsualProcesses;
    int m_uses = 0;
    int m_fetches = 0;
    PageStock m_stock;
    TextIndex m_index;
    QHash<int, QList<PageLink>> m_links;
    std::optional<int> m_reading; ///< the page whose text is being read
    QString m_query;              ///< folded
    QList<TextHit> m_hits;
    mutable QHash<int, QString> m_around; ///< what stands around the first hit on a page, once it was asked for
};

} // namespace kessai
