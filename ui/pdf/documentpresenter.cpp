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

DocumentPresenter::DocumentPresenter(QObject *parent) : PageFeed(parent)
{
    connectProcess();
}

DocumentPresenter::DocumentPresenter(QString helperPath, RenderDeadlines deadlines, QObject *parent)
    : PageFeed(parent), m_process(std::move(helperPath), deadlines)
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

void DocumentPresenter::want(const QObject *viewer, const QList<PageRequest> &visible, const QList<PageRequest> &ahead)
{
    if (m_state != State::Ready)
        return;
    m_stock.want(viewer, visible, ahead);
    requestWanted();
}

void DocumentPresenter::wantThumbnails(const QObject *viewer, const QList<PageRequest> &thumbnails)
{
    if (m_state == State::Ready && m_stock.wantThumbnails(viewer, thumbnails))
        requestWanted();
}

void DocumentPresenter::requestWanted()
{
    m_process.forgetWaitingPages();
    const QList<PageStock::Need> needs = m_stock.needs();
    for (const PageStock::Need &need : needs) {
        const auto urgency = need.isVisible ? RenderProcess::Urgency::Visible : RenderProcess::Urgency::Ahead;
        m_process.renderPage(need.request, urgency, need.patient);
    }
}

void DocumentPresenter::retryPage(int page)
{
    if (m_stock.retry(page))
        Q_EMIT pageChanged(page);
}

bool DocumentPresenter::isWaiting() const
{
    return m_state == State::Loading || (m_state == State::Ready && !m_stock.awaited().isEmpty());
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

int DocumentPresenter::hitBeside(const QStringList &words) const
{
    int nearest = -1;
    double least = 0;
    for (const QString &word : words) {
        for (int i = 0; i < m_hits.size(); ++i) {
            const auto far = m_index.distance(m_hits.at(i), foldText(word));
            if (far && (nearest < 0 || *far < least)) {
                nearest = i;
                least = *far;
            }
        }
    }
    return nearest;
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
    m_stock.clear();
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
    m_stock.put(request, image);
    Q_EMIT pageChanged(request.page);
}

void DocumentPresenter::onPageFailed(const PageRequest &request, RenderFailure failure)
{
    m_stock.fail(request, failure);
    Q_EMIT pageChanged(request.page);
}

QString DocumentPresenter::plainText() const
{
    QStringList pages;
    for (int page = 0; page < pageCount(); ++page)
        pages.append(m_index.plainText(page));
    return pages.join(QLatin1Char('\n'));
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
