// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/readernews.h"

#include "ui/meetings/inkwords.h"

#include <utility>

namespace kessai {

ReaderNews::ReaderNews(QuietBanner &banner, QObject *parent) : QObject(parent), m_banner(banner)
{
    connect(&banner, &QuietBanner::actionTriggered, this, &ReaderNews::act);
    connect(&banner, &QuietBanner::closed, this, &ReaderNews::closed);
}

void ReaderNews::begin()
{
    takeUnread();
    goOn();
}

void ReaderNews::goOn()
{
    m_banner.clear();
    uncover();
}

ReaderNews::Unread ReaderNews::takeUnread()
{
    m_isInFront = false;
    m_beside.clear();
    return {std::exchange(m_losses, {}), std::exchange(m_joining, {})};
}

/// What was closed was read; what lay over it was not all there is.
void ReaderNews::closed()
{
    if (m_isInFront)
        takeUnread();
    uncover();
}

void ReaderNews::uncover()
{
    if (isToBeRead())
        show();
}

void ReaderNews::put(BannerKind kind, const QString &words, const QString &action)
{
    m_isInFront = false;
    m_banner.say(kind, words, action);
}

void ReaderNews::say(BannerKind kind, const QString &words)
{
    if (!isToBeRead()) {
        put(kind, words);
        return;
    }
    m_beside.removeAll(words);
    m_beside.append(words);
    show();
}

void ReaderNews::sayDone(const QString &words)
{
    if (!isToBeRead())
        put(BannerKind::Success, words);
}

void ReaderNews::sayLoss(const QString &words)
{
    m_losses.removeAll(words);
    m_losses.append(words);
    show();
}

void ReaderNews::sayJoined(const InkJoining &joining)
{
    m_joining.add(joining);
    show();
}

void ReaderNews::show()
{
    QStringList words = m_losses + m_beside;
    if (m_joining.isNews())
        words.append(joiningText(m_joining));
    put(BannerKind::Warning, words.join(QLatin1Char(' ')), m_joining.first ? tr("Show it") : QString());
    m_isInFront = true;
}

void ReaderNews::sayUnreached(const QString &words)
{
    const bool isFree = m_banner.isHidden() || m_banner.kind() == BannerKind::Success
        || (isUnreached() && m_banner.text() == m_unreached);
    if (!isFree)
        return;
    put(BannerKind::Warning, words, tr("Try now"));
    m_unreached = words;
}

void ReaderNews::reached()
{
    if (isUnreached() && m_banner.text() == m_unreached)
        goOn();
    m_unreached.clear();
}

void ReaderNews::offer(const QString &words, const QString &offer)
{
    put(BannerKind::Information, words, offer);
    m_offer = words;
}

void ReaderNews::endOffer()
{
    if (!m_offer.isEmpty() && m_banner.text() == m_offer)
        goOn();
    m_offer.clear();
}

void ReaderNews::act()
{
    const QString said = m_banner.text();
    if (m_isInFront && m_joining.first) {
        const Ink ink = *m_joining.first;
        begin();
        Q_EMIT pieceRequested(ink);
    } else if (said == m_offer) {
        Q_EMIT offerTaken();
    } else if (said == m_unreached) {
        Q_EMIT retryRequested();
    }
}

} // namespace kessai
