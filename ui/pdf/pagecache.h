// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/textindex.h"

#include <QCache>
#include <QHash>
#include <QImage>

namespace kessai {

/// Images of one document's pages, the least recently used forgotten first. Small images (thumbnails) have room of their
/// own, so that leafing through large pages does not push them out.
class PageCache final {
public:
    static constexpr qint64 kMaxBytes = 128LL * 1024 * 1024;
    static constexpr qint64 kMaxThumbnailBytes = 16LL * 1024 * 1024;
    static constexpr qint64 kThumbnailPixels = 250'000;

    PageCache();

    void insert(const PageRequest &request, const QImage &image);
    /// Null when it is not there.
    QImage find(const PageRequest &request) const;
    bool contains(const PageRequest &request) const;
    /// The whole page at whatever size comes nearest to `wanted`, as a stand-in; null when there is none.
    QImage nearest(int page, int quarterTurns, QSize wanted) const;
    void remove(int page);
    void clear();
    void renumber(const PageNumbers &numbers);

private:
    using Cache = QCache<PageRequest, QImage>;

    static bool isThumbnail(const PageRequest &request);
    const Cache &cacheFor(const PageRequest &request) const;

    Cache m_pages;
    Cache m_thumbnails;
};

} // namespace kessai
