// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/bookpresenter.h"

#include "core/base/textfold.h"
#include "ui/errortext.h"

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr QSizeF kA4Paper(595, 842);

bool isSamePaperFile(const BookPaper &one, const BookPaper &other)
{
    return one.paper == other.paper && one.revision == other.revision && one.pages == other.pages;
}

bool isSamePaperLine(const BookPaper &one, const BookPaper &other)
{
    return one.label == other.label && one.title == other.title && one.itemTitle == other.itemTitle
        && one.late == other.late && one.changed == other.changed;
}

} // namespace

BookPresenter::BookPresenter(QObject *parent) : BookPresenter(RenderProcess::helperOfApplication(), {}, parent) {}

BookPresenter::BookPresenter(const QString &helperPath, RenderDeadlines deadlines, QObject *parent) : PageFeed(parent)
{
    for (Seat &seat : m_seats) {
        seat.process = std::make_unique<RenderProcess>(helperPath, deadlines);
        RenderProcess *const process = seat.process.get();
        connect(process, &RenderProcess::opened, this,
                [this, &seat](const DocumentInfo &info) { onOpened(seat, info); });
        connect(process, &RenderProcess::openingFailed, this,
                [this, &seat](RenderFailure failure) { onFailed(seat, failure, {}); });
        connect(process, &RenderProcess::pageRendered, this, [this, &seat](PageRequest request, const QImage &image) {
            request.page += m_numbers.firstOf(seat.place);
            m_stock.put(request, image);
            Q_EMIT pageChanged(request.page);
            pump();
        });
        connect(process, &RenderProcess::pageFailed, this, [this, &seat](PageRequest request, RenderFailure failure) {
            request.page += m_numbers.firstOf(seat.place);
            m_stock.fail(request, failure);
            Q_EMIT pageChanged(request.page);
            pump();
        });
        connect(process, &RenderProcess::textRead, this, [this, &seat](int page, const PageText &text) {
            onTextRead(m_numbers.firstOf(seat.place) + page, text);
        });
    }
}

void BookPresenter::setBook(Book book, const PaperMoves &replaced)
{
    const Book whole = std::exchange(m_book, std::move(book));
    const std::vector<BookPaper> &before = whole.papers;
    const std::vector<BookPaper> &papers = m_book.papers;
    if (std::ranges::equal(before, papers, isSamePaperFile)) {
        if (whole.title != m_book.title || !std::ranges::equal(before, papers, isSamePaperLine))
            Q_EMIT bookChanged();
        return;
    }
    // What is known of papers that stay goes to where they stand now.
    const BookNumbers numbers(papers);
    QHash<int, int> places;
    PageNumbers moves;
    std::vector<Opened> opened(papers.size());
    for (int place = 0; place < static_cast<int>(papers.size()); ++place) {
        const auto same = std::ranges::find_if(before, [&](const BookPaper &paper) {
            return isSamePaperFile(paper, papers[static_cast<std::size_t>(place)]);
        });
        if (same == before.end())
            continue;
        const auto old = static_cast<int>(same - before.begin());
        places.insert(old, place);
        Opened &known = opened[static_cast<std::size_t>(place)];
        known = std::move(m_opened[static_cast<std::size_t>(old)]);
        known.notFetched.reset(); // it is tried again
        for (int page = 0; page < numbers.pagesOf(place); ++page)
            moves.insert(m_numbers.firstOf(old) + page, numbers.firstOf(place) + page);
    }
    for (Seat &seat : m_seats) {
        if (seat.place < 0)
            continue;
        if (!places.contains(seat.place))
            leave(seat);
        else
            seat.place = places.value(seat.place);
    }
    m_opened = std::move(opened);
    m_numbers = numbers;
    m_stock.renumber(moves);
    m_index.renumber(moves);
    if (m_reading)
        m_reading = moves.value(*m_reading);
    QHash<int, QList<PageLink>> links;
    for (auto link = m_links.cbegin(); link != m_links.cend(); ++link) {
        if (moves.contains(link.key()))
            links.insert(moves.value(link.key()), link.value());
    }
    m_links = std::move(links);
    m_hits.clear();
    m_around.clear();
    for (int page = 0; page < pageCount() && !m_query.isEmpty(); ++page)
        findOn(page);
    m_moves = replaced;
    Q_EMIT pagesReplaced();
    m_moves.clear();
    Q_EMIT bookChanged();
    Q_EMIT hitsChanged();
    pump();
}

BookPage BookPresenter::nowAt(BookPage before) const
{
    const auto moves = m_moves.find(before.paper);
    return moves == m_moves.end() ? before : BookPage{before.paper, keptPage(moves->second, before.page)};
}

const BookPaper &BookPresenter::paperOf(int page) const
{
    return m_book.papers.at(static_cast<std::size_t>(m_numbers.placeOf(page)));
}

const DocumentInfo *BookPresenter::infoOf(int place) const
{
    const std::optional<DocumentInfo> &info = m_opened.at(static_cast<std::size_t>(place)).info;
    return info ? &*info : nullptr;
}

QSizeF BookPresenter::layoutSize(int page) const
{
    const int place = m_numbers.placeOf(page);
    const DocumentInfo *const info = infoOf(place);
    const QSizeF size = info ? info->pageSizes.value(page - m_numbers.firstOf(place)) : QSizeF();
    return size.isEmpty() ? kA4Paper : size;
}

QList<int> BookPresenter::partStarts() const
{
    QList<int> starts;
    for (int place = 0; place < static_cast<int>(m_book.papers.size()); ++place) {
        if (m_numbers.pagesOf(place) > 0)
            starts.append(m_numbers.firstOf(place));
    }
    return starts;
}

QString BookPresenter::partTitle(int page) const
{
    const int place = m_numbers.placeOf(page);
    if (page != m_numbers.firstOf(place))
        return {};
    return paperName(m_book.papers.at(static_cast<std::size_t>(place)));
}

QString BookPresenter::stampOf(int page) const
{
    const int place = m_numbers.placeOf(page);
    return stampWords(m_book.papers.at(static_cast<std::size_t>(place)), page - m_numbers.firstOf(place));
}

void BookPresenter::want(const QObject *viewer, const QList<PageRequest> &visible, const QList<PageRequest> &ahead)
{
    connect(viewer, &QObject::destroyed, this, &BookPresenter::forget, Qt::UniqueConnection);
    m_stock.want(viewer, visible, ahead);
    pump();
}

void BookPresenter::wantThumbnails(const QObject *viewer, const QList<PageRequest> &thumbnails)
{
    connect(viewer, &QObject::destroyed, this, &BookPresenter::forget, Qt::UniqueConnection);
    if (m_stock.wantThumbnails(viewer, thumbnails))
        pump();
}

void BookPresenter::forget(const QObject *viewer)
{
    m_stock.forget(viewer);
    pump();
}

bool BookPresenter::hasFailed(int place) const
{
    const Opened &paper = m_opened.at(static_cast<std::size_t>(place));
    return paper.failure != RenderFailure::None || paper.notFetched;
}

RenderFailure BookPresenter::pageFailure(int page) const
{
    const int place = m_numbers.placeOf(page);
    const Opened &paper = m_opened.at(static_cast<std::size_t>(place));
    if (paper.notFetched)
        return RenderFailure::NotAvailable;
    if (paper.failure != RenderFailure::None)
        return paper.failure;
    // The file has fewer pages than the meeting's record says.
    if (paper.info && page - m_numbers.firstOf(place) >= paper.info->pageSizes.size())
        return RenderFailure::Broken;
    return m_stock.failure(page);
}

FailureText BookPresenter::failureText(int page) const
{
    const Opened &paper = m_opened.at(static_cast<std::size_t>(m_numbers.placeOf(page)));
    if (paper.notFetched) {
        const ErrorText error = errorText(*paper.notFetched);
        return {tr("%1 could not be fetched").arg(paperOf(page).label),
                tr("%1 Click here or press Enter to try again.").arg(error.what)};
    }
    if (paper.failure == RenderFailure::Encrypted)
        return {documentFailureText(paper.failure).headline,
                tr("Ask the secretariat for a copy of %1 that opens without one.").arg(paperOf(page).label)};
    if (paper.failure != RenderFailure::None)
        return documentFailureText(paper.failure);
    return PageFeed::failureText(page);
}

void BookPresenter::retryPage(int page)
{
    const int place = m_numbers.placeOf(page);
    Opened &paper = m_opened.at(static_cast<std::size_t>(place));
    const bool canOpenAgain = paper.notFetched || canRetry(paper.failure);
    if (canOpenAgain) {
        paper = {};
        tellPages(place);
        pump();
    } else if (m_stock.retry(page)) {
        Q_EMIT pageChanged(page);
    }
}

bool BookPresenter::isWaiting() const
{
    return std::ranges::any_of(m_stock.awaited(), [this](const PageRequest &request) {
        return pageFailure(request.page) == RenderFailure::None;
    });
}

void BookPresenter::tellPages(int place)
{
    for (int i = 0; i < m_numbers.pagesOf(place); ++i)
        Q_EMIT pageChanged(m_numbers.firstOf(place) + i);
}

int BookPresenter::processCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_seats, [](const Seat &seat) { return seat.process->processId() != 0; }));
}

// Papers and their processes --------------------------------------------------------------------------------------------

BookPresenter::Seat *BookPresenter::seatOf(int place)
{
    const auto seat = std::ranges::find(m_seats, place, &Seat::place);
    return seat == m_seats.end() ? nullptr : &*seat;
}

int BookPresenter::openSeats() const
{
    return static_cast<int>(std::ranges::count_if(m_seats, [](const Seat &seat) { return seat.place >= 0; }));
}

BookPresenter::Seat *BookPresenter::take(int place, const QSet<int> &held)
{
    Seat *best = nullptr;
    const bool isFull = openSeats() >= m_mostSeats;
    for (Seat &seat : m_seats) {
        if (held.contains(seat.place) || (isFull && seat.place < 0))
            continue;
        const bool isBetter = !best || (best->place >= 0 && (seat.place < 0 || seat.lastUsed < best->lastUsed));
        if (isBetter)
            best = &seat;
    }
    if (best)
        open(*best, place);
    return best;
}

void BookPresenter::open(Seat &seat, int place)
{
    leave(seat);
    seat.place = place;
    seat.lastUsed = ++m_uses;
    seat.fetch = ++m_fetches;
    const BookPaper &paper = m_book.papers.at(static_cast<std::size_t>(place));
    paper.fetch().then(this,
                       [this, &seat, fetch = seat.fetch, mediaType = paper.mediaType](const Result<QByteArray> &bytes) {
                           if (seat.fetch != fetch)
                               return;
                           if (bytes)
                               seat.process->open(*bytes, mediaType);
                           else
                               onFailed(seat, RenderFailure::None, bytes.error());
                       });
}

void BookPresenter::leave(Seat &seat)
{
    if (m_reading && seat.place >= 0 && m_numbers.placeOf(*m_reading) == seat.place)
        m_reading.reset();
    seat.process->close();
    seat.place = -1;
    seat.isOpen = false;
    seat.fetch = 0;
}

void BookPresenter::onOpened(Seat &seat, const DocumentInfo &info)
{
    seat.isOpen = true;
    std::optional<DocumentInfo> &known = m_opened.at(static_cast<std::size_t>(seat.place)).info;
    const bool isNew = known != info;
    const auto isA4 = [](const QSizeF &size) { return size == kA4Paper; };
    const bool isAsLaidOut = known ? !isNew : std::ranges::all_of(info.pageSizes, isA4);
    known = info;
    if (!isAsLaidOut)
        Q_EMIT sizesChanged();
    if (isNew)
        Q_EMIT paperOpened(seat.place);
    pump();
}

void BookPresenter::onFailed(Seat &seat, RenderFailure failure, const std::optional<Error> &notFetched)
{
    const int place = seat.place;
    Opened &paper = m_opened.at(static_cast<std::size_t>(place));
    paper.failure = failure;
    paper.notFetched = notFetched;
    leave(seat);
    tellPages(place);
    Q_EMIT hitsChanged();
    pump();
}

void BookPresenter::pump()
{
    const QList<PageStock::Need> needs = m_stock.needs();
    for (Seat &seat : m_seats) {
        if (seat.isOpen)
            seat.process->forgetWaitingPages();
    }
    // What is in sight is kept open, so that turning a page finds it so; but one seat is left for the rest.
    QSet<int> held;
    const QSet<int> inSight = m_stock.pagesInSight();
    QSet<int> seen;
    for (const int page : inSight) {
        if (seen.size() < kMostProcesses - 1)
            seen.insert(m_numbers.placeOf(page));
    }
    m_mostSeats = std::max(kUsualProcesses, static_cast<int>(seen.size()) + 1);
    while (openSeats() > m_mostSeats) {
        Seat *idle = nullptr;
        for (Seat &seat : m_seats) {
            if (seat.place >= 0 && !seen.contains(seat.place) && (!idle || seat.lastUsed < idle->lastUsed))
                idle = &seat;
        }
        leave(*idle);
    }
    for (const PageStock::Need &need : needs) {
        const int place = m_numbers.placeOf(need.request.page);
        if (!need.isVisible)
            held |= std::exchange(seen, {});
        if (pageFailure(need.request.page) != RenderFailure::None)
            continue;
        Seat *seat = seatOf(place);
        if (!seat)
            seat = take(place, held);
        held.insert(place);
        if (!seat || !seat->isOpen)
            continue;
        PageRequest request = need.request;
        request.page -= m_numbers.firstOf(place);
        const auto urgency = need.isVisible ? RenderProcess::Urgency::Visible : RenderProcess::Urgency::Ahead;
        seat->lastUsed = ++m_uses;
        seat->process->renderPage(request, urgency, need.patient);
    }
    readText(held | seen);
}

// Text ------------------------------------------------------------------------------------------------------------------

int BookPresenter::firstUnread(int place) const
{
    if (hasFailed(place))
        return -1;
    const DocumentInfo *const info = infoOf(place);
    const int pages =
        info ? std::min(m_numbers.pagesOf(place), static_cast<int>(info->pageSizes.size())) : m_numbers.pagesOf(place);
    const int first = m_numbers.firstOf(place);
    for (int page = first; page < first + pages; ++page) {
        if (!m_index.hasPage(page))
            return page;
    }
    return -1;
}

void BookPresenter::readText(const QSet<int> &held)
{
    if (m_reading)
        return;
    bool isOpening = false;
    for (const Seat &seat : m_seats) {
        isOpening = isOpening || (seat.place >= 0 && !seat.isOpen);
        const int page = seat.isOpen ? firstUnread(seat.place) : -1;
        if (page < 0)
            continue;
        m_reading = page;
        seat.process->readText(page - m_numbers.firstOf(seat.place));
        return;
    }
    if (m_query.isEmpty() || isOpening)
        return;
    for (int place = 0; place < static_cast<int>(m_book.papers.size()); ++place) {
        if (firstUnread(place) >= 0) {
            take(place, held);
            return;
        }
    }
}

void BookPresenter::onTextRead(int page, const PageText &text)
{
    m_reading.reset();
    m_index.addPage(page, text);
    m_around.remove(page);
    if (!text.links.isEmpty())
        m_links.insert(page, text.links);
    findOn(page);
    pump();
    if (!m_query.isEmpty())
        Q_EMIT hitsChanged();
}

int BookPresenter::goalOf(int page, const PageLink &link) const
{
    const int place = m_numbers.placeOf(page);
    return link.page >= 0 && link.page < m_numbers.pagesOf(place) ? m_numbers.firstOf(place) + link.page : -1;
}

void BookPresenter::findOn(int page)
{
    const QList<TextHit> found = m_query.isEmpty() ? QList<TextHit>() : m_index.find(page, m_query);
    // Mostly at the end: but papers that are open are read before others.
    const auto at = std::ranges::upper_bound(m_hits, page, {}, &TextHit::page) - m_hits.begin();
    for (qsizetype i = 0; i < found.size(); ++i)
        m_hits.insert(at + i, found.at(i));
}

void BookPresenter::search(const QString &text)
{
    const QString query = foldText(text);
    if (query == m_query)
        return;
    m_query = query;
    m_hits.clear();
    m_around.clear();
    for (int page = 0; page < pageCount() && !m_query.isEmpty(); ++page)
        findOn(page);
    pump();
    Q_EMIT hitsChanged();
}

/// Asked for all of them again whenever more are found: a page is folded once.
QString BookPresenter::aroundHit(int page) const
{
    const auto known = m_around.constFind(page);
    return known != m_around.cend() ? *known : *m_around.insert(page, m_index.around(page, m_query));
}

bool BookPresenter::isSearching() const
{
    if (m_query.isEmpty())
        return false;
    for (int place = 0; place < static_cast<int>(m_book.papers.size()); ++place) {
        if (firstUnread(place) >= 0)
            return true;
    }
    return false;
}

} // namespace kessai
