// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inklayer.h"

#include <algorithm>
#include <utility>

// Of the ink of a meeting (InkLayer), what comes from the store and goes there.

namespace kessai {

namespace {

/// Sendings of one piece of which no answer came.
constexpr qsizetype kMostTried = 8;

/// Forgets the oldest of what may have arrived; not that it is to be withdrawn.
void keepTried(Ink &ink, qsizetype most)
{
    const bool isToGo = isWithdrawn(ink);
    unmarkWithdrawn(ink);
    while (ink.tried.size() > most)
        ink.tried.removeFirst();
    if (isToGo)
        markWithdrawn(ink);
}

} // namespace

void InkLayer::hold(const std::vector<Ink> &kept)
{
    bool isNews = false;
    for (Ink ink : kept) {
        if (m_step.contains(ink.id)) {
            m_heldLate.push_back(ink); // what is under the pen stays there
            continue;
        }
        ink.author = m_me;
        ink.authorName = m_myName;
        if (const QByteArray mark = markOf(ink); !ink.tried.contains(mark))
            ink.tried.append(mark); // another window may have sent it
        const auto at = m_inks.find(ink.id);
        if (at == m_inks.end()) {
            m_unsent.insert(ink.id);
            m_inks.emplace(ink.id, std::move(ink));
            isNews = true;
        } else if (m_unsent.contains(ink.id)) {
            isNews = holdBeside(at->second, ink) || isNews;
        } else {
            const Ink stored = std::exchange(at->second, std::move(ink));
            m_unsent.insert(stored.id);
            isNews = takeOne(stored) || isNews || m_unsent.contains(stored.id);
        }
    }
    tell(isNews);
    if (isNews)
        Q_EMIT unsentChanged();
}

/// What was kept of a piece that is changed here already, perhaps by another window: what lies there under its number goes.
bool InkLayer::holdBeside(Ink &now, const Ink &kept)
{
    if (isSameInk(now, kept)) {
        now.version = std::max(now.version, kept.version);
        if (isWithdrawn(kept))
            markWithdrawn(now);
        return false;
    }
    m_joining.settled.push_back(kept);
    if (isMadeOf(now, kept))
        return false;
    const int version = std::max(now.version, kept.version + 1);
    const Ink beside = besideOf(isWithdrawn(kept) ? now : kept);
    if (isWithdrawn(kept)) {
        m_joining.show(beside);
        const Ink edited = std::exchange(now, kept);
        now.base = edited.base;
        putBeside(beside);
        ++m_joining.withdrawn;
    } else if (isWithdrawn(now)) {
        m_joining.show(beside);
        putBeside(beside);
        ++m_joining.withdrawn;
    } else if (now.removed) { // what was changed there is not rubbed out
        now = kept;
        m_joining.show(now);
        ++m_joining.restored;
    } else if (kept.removed) {
        m_joining.show(now);
        ++m_joining.restored;
    } else {
        m_joining.show(beside);
        putBeside(beside);
        ++m_joining.beside;
    }
    now.version = version;
    return true;
}

/// What is there of it already stays, unless it was rubbed out: then it is made once more.
void InkLayer::putBeside(Ink beside)
{
    const auto at = m_inks.find(beside.id);
    if (at != m_inks.end() && at->second.removed)
        beside = anew(std::move(beside));
    else if (at != m_inks.end())
        return;
    beside.version = std::max(beside.version, 1);
    m_unsent.insert(beside.id);
    m_inks.emplace(beside.id, std::move(beside));
}

void InkLayer::take(const std::vector<Ink> &inks)
{
    bool isNews = false;
    for (const Ink &ink : inks) {
        if (m_step.contains(ink.id))
            m_late.push_back(ink); // it is being changed: what is under the pen stays there
        else
            isNews = takeOne(ink) || isNews;
    }
    tell(isNews);
}

bool InkLayer::takeOne(const Ink &ink)
{
    const auto [at, isNew] = m_inks.try_emplace(ink.id, ink);
    Ink &held = at->second;
    if (isNew)
        return true;
    if (!m_unsent.contains(ink.id)) {
        const bool isNews = ink.version >= held.version && held != ink;
        if (isNews)
            held = ink;
        return isNews;
    }
    const std::vector<Ink> left = joinedInk({held}, {ink}, &m_joining);
    const bool stays = !left.empty() && left.front().id == ink.id;
    held = stays ? left.front() : ink;
    if (!stays)
        m_unsent.remove(ink.id);
    for (const Ink &beside : left) {
        if (beside.id != ink.id)
            putBeside(beside);
    }
    return !stays || left.size() > 1;
}

/// What was taken is shown, and what was put together is said.
void InkLayer::tell(bool isNews)
{
    if (isNews)
        arrange();
    InkJoining joining = std::exchange(m_joining, {});
    if (joining.settled.empty())
        return;
    Q_EMIT inkJoined(joining);
    Q_EMIT unsentChanged();
}

std::vector<Ink> InkLayer::unsent() const
{
    std::vector<Ink> result;
    for (const auto &[id, ink] : m_inks) {
        if (m_unsent.contains(id) && !m_step.contains(id))
            result.push_back(ink);
    }
    return result;
}

void InkLayer::send(const std::vector<Ink> &inks)
{
    for (const Ink &ink : inks) {
        const auto at = m_inks.find(ink.id);
        if (at == m_inks.end())
            continue;
        QByteArrayList &tried = at->second.tried;
        if (const QByteArray mark = markOf(ink); !tried.contains(mark))
            tried.append(mark);
        keepTried(at->second, kMostTried);
    }
}

void InkLayer::acknowledge(const std::vector<Ink> &inks)
{
    for (const Ink &ink : inks) {
        const auto at = m_inks.find(ink.id);
        if (at == m_inks.end() || !m_unsent.contains(ink.id))
            continue;
        if (at->second.version == ink.version) {
            m_unsent.remove(ink.id);
        } else if (at->second.base.value_or(0) < ink.version) { // it was changed since, and made of this
            at->second.base = ink.version;
            keepTried(at->second, 0);
            at->second.tried.prepend(markOf(ink));
        }
    }
}

} // namespace kessai
