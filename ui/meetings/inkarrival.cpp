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

} // namespace

void InkLayer::hold(const std::vector<Ink> &kept)
{
    bool isNews = false;
    for (Ink ink : kept) {
        ink.author = m_me;
        ink.authorName = m_myName;
        ink.tried.append(markOf(ink)); // another window may have sent it
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

/// What was kept of a piece that is changed here already.
bool InkLayer::holdBeside(Ink &now, const Ink &kept)
{
    if (kept.removed || isSameInk(now, kept))
        return false;
    now.version = std::max(now.version, kept.version + 1);
    m_joining.settled.push_back(kept);
    ++m_joining.beside;
    const Ink beside = besideOf(kept);
    m_unsent.insert(beside.id);
    m_inks.insert_or_assign(beside.id, beside);
    return true;
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
    if (!left.empty() && left.front().id == ink.id) {
        held = left.front();
        return false;
    }
    held = ink;
    m_unsent.remove(ink.id);
    for (const Ink &beside : left) {
        if (m_inks.try_emplace(beside.id, beside).second)
            m_unsent.insert(beside.id);
    }
    return true;
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
        if (tried.size() > kMostTried)
            tried.removeFirst();
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
            at->second.tried.clear();
        }
    }
}

} // namespace kessai
