// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pagestock.h"

#include <algorithm>
#include <utility>

namespace kessai {

bool PageStock::isInSight(const PageRequest &request) const
{
    return std::any_of(m_wants.cbegin(), m_wants.cend(),
                       [&request](const Wants &wants) { return wants.visible.contains(request); });
}

void PageStock::want(const QObject *viewer, const QList<PageRequest> &visible, const QList<PageRequest> &ahead)
{
    Wants &wants = m_wants[viewer];
    if (visible != wants.visible)
        m_drawnAhead.clear();
    wants.visible = visible;
    wants.ahead = ahead;
    m_shown.removeIf([this](const QHash<PageRequest, QImage>::iterator &it) { return !isInSight(it.key()); });
}

bool PageStock::wantThumbnails(const QObject *viewer, const QList<PageRequest> &thumbnails)
{
    Wants &wants = m_wants[viewer];
    if (wants.thumbnails == thumbnails)
        return false;
    wants.thumbnails = thumbnails;
    m_drawnAhead.clear();
    return true;
}

void PageStock::forget(const QObject *viewer)
{
    if (!m_wants.remove(viewer))
        return;
    m_shown.removeIf([this](const QHash<PageRequest, QImage>::iterator &it) { return !isInSight(it.key()); });
}

QList<PageStock::Need> PageStock::needs()
{
    QList<Need> needs;
    for (const Wants &wants : std::as_const(m_wants)) {
        for (const PageRequest &request : wants.visible) {
            if (m_shown.contains(request) || m_failures.contains(request.page))
                continue;
            if (const QImage cached = m_cache.find(request); !cached.isNull())
                m_shown.insert(request, cached);
            else
                needs.append({request, true, m_patient.contains(request.page)});
        }
    }
    for (const auto list : {&Wants::thumbnails, &Wants::ahead}) {
        for (const Wants &wants : std::as_const(m_wants)) {
            for (const PageRequest &request : wants.*list) {
                const bool isPointless = m_cache.contains(request) || m_failures.contains(request.page)
                    || m_slow.contains(request.page) || m_drawnAhead.contains(request);
                if (!isPointless)
                    needs.append({request, false, false});
            }
        }
    }
    return needs;
}

QSet<int> PageStock::pagesInSight() const
{
    QSet<int> pages;
    for (const Wants &wants : m_wants) {
        for (const PageRequest &request : wants.visible)
            pages.insert(request.page);
    }
    return pages;
}

void PageStock::put(const PageRequest &request, const QImage &image)
{
    m_cache.insert(request, image);
    if (isInSight(request))
        m_shown.insert(request, image);
    else
        m_drawnAhead.insert(request);
    m_patient.remove(request.page);
}

void PageStock::fail(const PageRequest &request, RenderFailure failure)
{
    m_patient.remove(request.page);
    if (failure == RenderFailure::TimedOut && !isInSight(request))
        m_slow.insert(request.page);
    else
        m_failures.insert(request.page, failure);
}

QImage PageStock::image(const PageRequest &request) const
{
    const auto it = m_shown.constFind(request);
    return it != m_shown.constEnd() ? *it : m_cache.find(request);
}

QImage PageStock::standIn(int page, int quarterTurns, QSize wanted) const
{
    return m_cache.nearest(page, quarterTurns, wanted);
}

bool PageStock::retry(int page)
{
    if (m_failures.remove(page) == 0)
        return false;
    m_patient.insert(page);
    return true;
}

QList<PageRequest> PageStock::awaited() const
{
    QList<PageRequest> awaited;
    for (const Wants &wants : m_wants) {
        for (const PageRequest &request : wants.visible) {
            if (!m_shown.contains(request) && !m_failures.contains(request.page))
                awaited.append(request);
        }
    }
    return awaited;
}

void PageStock::renumber(const PageNumbers &numbers)
{
    m_cache.renumber(numbers);
    const auto renumbered = [&numbers](const QSet<int> &pages) {
        QSet<int> kept;
        for (const int page : pages) {
            if (numbers.contains(page))
                kept.insert(numbers.value(page));
        }
        return kept;
    };
    QHash<int, RenderFailure> failures;
    for (auto failure = m_failures.cbegin(); failure != m_failures.cend(); ++failure) {
        if (numbers.contains(failure.key()))
            failures.insert(numbers.value(failure.key()), failure.value());
    }
    m_failures = failures;
    m_slow = renumbered(m_slow);
    m_patient = renumbered(m_patient);
    m_wants.clear();
    m_shown.clear();
    m_drawnAhead.clear();
}

void PageStock::clear()
{
    m_cache.clear();
    m_wants.clear();
    m_shown.clear();
    m_failures.clear();
    m_drawnAhead.clear();
    m_slow.clear();
    m_patient.clear();
}

} // namespace kessai
