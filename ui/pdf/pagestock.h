// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/pagecache.h"
#include "ui/pdf/textindex.h"

#include <QHash>
#include <QList>
#include <QSet>

class QObject;

namespace kessai {

/// What a feed of pages keeps: which images its viewers want, which are there, and which failed. It draws nothing itself; needs() says
/// what to draw next.
class PageStock final {
public:
    struct Need final {
        PageRequest request;
        /// Somebody waits for it.
        bool isVisible = false;
        /// With more time, as somebody asked again for it.
        bool patient = false;
    };

    void want(const QObject *viewer, const QList<PageRequest> &visible, const QList<PageRequest> &ahead);
    /// False where nothing has changed.
    bool wantThumbnails(const QObject *viewer, const QList<PageRequest> &thumbnails);
    void forget(const QObject *viewer);
    /// What is missing, the most wanted first: what is to be seen, then small images, then what may be next.
    QList<Need> needs();
    /// Pages that somebody sees.
    QSet<int> pagesInSight() const;

    void put(const PageRequest &request, const QImage &image);
    void fail(const PageRequest &request, RenderFailure failure);
    QImage image(const PageRequest &request) const;
    QImage standIn(int page, int quarterTurns, QSize wanted) const;
    RenderFailure failure(int page) const { return m_failures.value(page, RenderFailure::None); }
    /// Lets a page that failed be drawn again, with more time; false for one that did not.
    bool retry(int page);
    /// What is to be seen and has neither arrived nor failed.
    QList<PageRequest> awaited() const;
    void clear();
    /// Keeps the images and the failures of pages that have another number now. Viewers say again what they want.
    void renumber(const PageNumbers &numbers);

private:
    struct Wants {
        QList<PageRequest> visible;
        QList<PageRequest> thumbnails;
        QList<PageRequest> ahead;
    };
    bool isInSight(const PageRequest &request) const;

    PageCache m_cache;
    QHash<const QObject *, Wants> m_wants;
    /// What is to be seen stays, however small the cache.
    QHash<PageRequest, QImage> m_shown;
    QHash<int, RenderFailure> m_failures;
    /// What has been drawn ahead since other pages came into view: it is not drawn again should the cache be too small.
    QSet<PageRequest> m_drawnAhead;
    /// Pages that were given up when drawn ahead; they wait until somebody wants to see them.
    QSet<int> m_slow;
    QSet<int> m_patient;
};

} // namespace kessai
