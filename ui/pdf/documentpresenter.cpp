// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/documentpresenter.h"

#include "core/base/textfold.h"

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr QSizeF kA4Points(595, 842);
constexpr QChar kEnds(u'…'); ///< before a spelling that ends a longer figure

} // namespace

DocumentPresenter::DocumentPresenter(QObject *parent) : QObject(parent)
{
    connectProcess();
}

DocumentPresenter::DocumentPresenter(QString helperPath, RenderDeadlines deadlines, QObject *parent)
    : QObject(parent), m_process(std::move(helperPath), deadlines)
{
    connectProcess();
}

void DocumentPresenter::connectProcess()
{
    connect(&m_process, &RenderProcess::opened, this, &DocumentPresenter::onOpened);
    connect(&m_process, &RenderProcess::openingFailed, this, &DocumentPresenter::onOpeningFailed);
    connect(&m_process, &RenderProcess::pageRendered, this, &DocumentPresenter::onPageRendered);
    connect(&m_process, &RenderProcess::pageFailed, this, &DocumentPresenter::onPageFailed);
    connect(&m_process, &RenderProcess::textRead, this, &DocumentPresenter::onTextRead);
}

void DocumentPresenter::setDocument(const QString &name, const QString &mediaType, const QByteArray &bytes)
{
    forgetPages();
    m_name = name;
    m_mediaType = mediaType;
    m_bytes = bytes;
    m_password.clear();
    m_passwordWrong = false;
    m_queries.clear();
    retry();
}

void DocumentPresenter::clear()
{
    m_process.close();
    forgetPages();
    m_name.clear();
    m_mediaType.clear();
    m_bytes.clear();
    m_password.clear();
    m_queries.clear();
    setState(State::Empty);
}

void DocumentPresenter::unlock(const QString &password)
{
    m_password = password;
    retry();
}

void DocumentPresenter::retry()
{
    setState(State::Loading);
    m_process.open(m_bytes, m_mediaType, m_password);
}

QSizeF DocumentPresenter::layoutSize(int page) const
{
    const QSizeF size = m_info.pageSizes.at(page);
    return size.isEmpty() ? kA4Points : size;
}

QList<QSizeF> DocumentPresenter::layoutSizes() const
{
    QList<QSizeF> sizes;
    sizes.reserve(pageCount());
    for (int page = 0; page < pageCount(); ++page)
        sizes.append(layoutSize(page));
    return sizes;
}

void DocumentPresenter::want(const QList<PageRequest> &visible, const QList<PageRequest> &ahead)
{
    if (m_state != State::Ready)
        return;
    if (visible != m_visible)
        m_drawnAhead.clear();
    m_visible = visible;
    m_ahead = ahead;
    m_shown.removeIf(
        [&visible](const QHash<PageRequest, QImage>::iterator &it) { return !visible.contains(it.key()); });
    requestWanted();
}

void DocumentPresenter::wantThumbnails(const QList<PageRequest> &thumbnails)
{
    if (m_state != State::Ready || thumbnails == m_thumbnails)
        return;
    m_thumbnails = thumbnails;
    m_drawnAhead.clear();
    requestWanted();
}

void DocumentPresenter::requestWanted()
{
    m_process.forgetWaitingPages();
    for (const PageRequest &request : std::as_const(m_visible)) {
        if (m_shown.contains(request) || m_pageFailures.contains(request.page))
            continue;
        if (const QImage cached = m_cache.find(request); !cached.isNull())
            m_shown.insert(request, cached);
        else
            m_process.renderPage(request, RenderProcess::Urgency::Visible, m_patientPages.contains(request.page));
    }
    for (const QList<PageRequest> *requests : {&m_thumbnails, &m_ahead}) {
        for (const PageRequest &request : *requests) {
            const bool isPointless = m_cache.contains(request) || m_pageFailures.contains(request.page)
                || m_slowPages.contains(request.page) || m_drawnAhead.contains(request);
            if (!isPointless)
                m_process.renderPage(request, RenderProcess::Urgency::Ahead);
        }
    }
}

QImage DocumentPresenter::image(const PageRequest &request) const
{
    const auto it = m_shown.constFind(request);
    return it != m_shown.constEnd() ? *it : m_cache.find(request);
}

QImage DocumentPresenter::standIn(int page, int quarterTurns, QSize wanted) const
{
    return m_cache.nearest(page, quarterTurns, wanted);
}

void DocumentPresenter::retryPage(int page)
{
    if (m_pageFailures.remove(page) == 0)
        return;
    m_patientPages.insert(page);
    Q_EMIT pageChanged(page);
}

bool DocumentPresenter::isWaiting() const
{
    const auto isMissing = [this](const PageRequest &request) {
        return !m_shown.contains(request) && !m_pageFailures.contains(request.page);
    };
    return m_state == State::Loading || (m_state == State::Ready && std::ranges::any_of(m_visible, isMissing));
}

void DocumentPresenter::search(const QString &text)
{
    const QString query = foldText(text);
    startSearch(query.isEmpty() ? QStringList() : QStringList(query), false);
}

void DocumentPresenter::searchValue(const QStringList &spellings)
{
    QStringList queries;
    for (const QString &spelling : spellings) {
        const bool ends = spelling.startsWith(kEnds);
        QString query = foldText(ends ? spelling.mid(1) : spelling);
        if (query.isEmpty())
            continue;
        if (ends)
            query.prepend(kEnds);
        if (!queries.contains(query))
            queries.append(query);
    }
    startSearch(std::move(queries), true);
}

void DocumentPresenter::startSearch(QStringList queries, bool whole)
{
    if (queries == m_queries && whole == m_wholeOnly)
        return;
    m_queries = std::move(queries);
    m_wholeOnly = whole;
    m_hits.clear();
    if (!m_queries.isEmpty() && m_state == State::Ready) {
        for (int page = 0; page < pageCount(); ++page)
            findOn(page);
        readNextText();
    }
    Q_EMIT hitsChanged();
}

/// What one spelling found, another does not find again within it.
void DocumentPresenter::findOn(int page)
{
    const qsizetype first = m_hits.size();
    for (const QString &query : std::as_const(m_queries)) {
        const bool ends = m_wholeOnly && query.startsWith(kEnds);
        const QList<TextHit> found =
            m_wholeOnly ? m_index.findWhole(page, ends ? query.mid(1) : query, ends) : m_index.find(page, query);
        for (const TextHit &hit : found) {
            const auto covers = [&hit](const TextHit &one) {
                return one.boxes.first().contains(hit.boxes.first().center());
            };
            if (std::none_of(m_hits.cbegin() + first, m_hits.cend(), covers))
                m_hits.append(hit);
        }
    }
}

void DocumentPresenter::setState(State state, RenderFailure failure)
{
    m_state = state;
    m_failure = failure;
    Q_EMIT stateChanged();
}

void DocumentPresenter::forgetPages()
{
    m_info = {};
    m_cache.clear();
    m_visible.clear();
    m_ahead.clear();
    m_thumbnails.clear();
    m_drawnAhead.clear();
    m_shown.clear();
    m_pageFailures.clear();
    m_slowPages.clear();
    m_patientPages.clear();
    m_index.clear();
    m_hits.clear();
}

void DocumentPresenter::onOpened(const DocumentInfo &info)
{
    const QStringList queries = std::exchange(m_queries, {});
    forgetPages();
    m_info = info;
    m_passwordWrong = false;
    setState(State::Ready);
    // A search that was asked for while the document was being opened.
    if (!queries.isEmpty())
        startSearch(queries, m_wholeOnly);
}

void DocumentPresenter::onOpeningFailed(RenderFailure failure)
{
    m_passwordWrong = failure == RenderFailure::Encrypted && !m_password.isEmpty();
    m_password.clear();
    setState(failure == RenderFailure::Encrypted ? State::Locked : State::Failed, failure);
}

void DocumentPresenter::onPageRendered(const PageRequest &request, const QImage &image)
{
    m_cache.insert(request, image);
    if (m_visible.contains(request))
        m_shown.insert(request, image);
    else
        m_drawnAhead.insert(request);
    m_patientPages.remove(request.page);
    Q_EMIT pageChanged(request.page);
}

void DocumentPresenter::onPageFailed(const PageRequest &request, RenderFailure failure)
{
    const bool isAwaited = m_visible.contains(request);
    m_patientPages.remove(request.page);
    if (failure == RenderFailure::TimedOut && !isAwaited)
        m_slowPages.insert(request.page);
    else
        m_pageFailures.insert(request.page, failure);
    Q_EMIT pageChanged(request.page);
}

void DocumentPresenter::onTextRead(int page, const PageText &text)
{
    m_index.addPage(page, text);
    if (!m_queries.isEmpty())
        findOn(page);
    readNextText();
    Q_EMIT hitsChanged();
}

void DocumentPresenter::readNextText()
{
    // One at a time and from the first page on, so that hits only ever grow at the end.
    if (m_index.pageCount() < pageCount() && !m_queries.isEmpty())
        m_process.readText(m_index.pageCount());
}

} // namespace kessai
