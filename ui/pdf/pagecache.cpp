// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pagecache.h"

#include <cstdlib>
#include <utility>
#include <vector>

namespace kessai {

namespace {

qsizetype costOf(const QImage &image)
{
    // QCache counts in qsizetype, which may be 32 bits.
    return static_cast<qsizetype>(image.sizeInBytes() / 1024 + 1);
}

} // namespace

PageCache::PageCache()
    : m_pages(static_cast<qsizetype>(kMaxBytes / 1024)), m_thumbnails(static_cast<qsizetype>(kMaxThumbnailBytes / 1024))
{
}

bool PageCache::isThumbnail(const PageRequest &request)
{
    return static_cast<qint64>(request.clip.width()) * request.clip.height() <= kThumbnailPixels;
}

const PageCache::Cache &PageCache::cacheFor(const PageRequest &request) const
{
    return isThumbnail(request) ? m_thumbnails : m_pages;
}

void PageCache::insert(const PageRequest &request, const QImage &image)
{
    Cache &cache = isThumbnail(request) ? m_thumbnails : m_pages;
    cache.insert(request, new QImage(image), costOf(image));
}

QImage PageCache::find(const PageRequest &request) const
{
    const QImage *const image = cacheFor(request).object(request);
    return image ? *image : QImage();
}

bool PageCache::contains(const PageRequest &request) const
{
    return cacheFor(request).contains(request);
}

QImage PageCache::nearest(int page, int quarterTurns, QSize wanted) const
{
    const Cache *bestCache = nullptr;
    PageRequest best;
    int bestDistance = 0;
    for (const Cache *cache : {&m_pages, &m_thumbnails}) {
        const QList<PageRequest> requests = cache->keys();
        for (const PageRequest &request : requests) {
            if (request.page != page || request.quarterTurns != quarterTurns || !request.isWhole())
                continue;
            const int distance = std::abs(request.fullSize.width() - wanted.width());
            if (bestCache && distance >= bestDistance)
                continue;
            bestCache = cache;
            best = request;
            bestDistance = distance;
        }
    }
    const QImage *const image = bestCache ? bestCache->object(best) : nullptr;
    return image ? *image : QImage();
}

void PageCache::remove(int page)
{
    for (Cache *cache : {&m_pages, &m_thumbnails}) {
        const QList<PageRequest> requests = cache->keys();
        for (const PageRequest &request : requests) {
            if (request.page == page)
                cache->remove(request);
        }
    }
}

void PageCache::renumber(const PageNumbers &numbers)
{
    for (Cache *cache : {&m_pages, &m_thumbnails}) {
        const QList<PageRequest> requests = cache->keys();
        std::vector<std::pair<PageRequest, QImage>> kept;
        for (PageRequest request : requests) {
            if (!numbers.contains(request.page))
                continue;
            const QImage image = *cache->object(request);
            request.page = numbers.value(request.page);
            kept.emplace_back(request, image);
        }
        cache->clear();
        for (const auto &[request, image] : kept)
            insert(request, image);
    }
}

void PageCache::clear()
{
    m_pages.clear();
    m_thumbnails.clear();
}

} // namespace kessai
