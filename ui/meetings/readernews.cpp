// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/readernews.h"

#include "ui/meetings/inkwords.h"

#include <utility>

namespace kessai {

ReaderNews::ReaderNews(QuietBanner &banner, QObject *parent) : QObject(parent), m_banner(banner)
{
    connect(&banner, &QuietBanner::actionTriggered, this, &ReaderNews::act);
}

void ReaderNews::begin()
{
    m_banner.clear();
    forgetRead();
}

bool ReaderNews::isToBeRead() const
{
    return !m_toRead.isEmpty() && m_banner.text() == m_toRead;
}

/// What was closed was read.
void ReaderNews::forgetRead()
{
    if (isToBeRead())
        return;
    m_toRead.clear();
    m_losses.clear();
    m_joining = {};
}

void ReaderNews::say(BannerKind kind, const QString &words)
{
    if (isToBeRead())
        sayLoss(words);
    else
        m_banner.say(kind, words);
}

void ReaderNews::sayDone(const QString &words)
{
    if (!isToBeRead())
        m_banner.say(BannerKind::Success, words);
}

void ReaderNews::sayLoss(const QString &words)
{
    forgetRead();
    m_losses.removeAll(words);
    m_losses.append(words);
    show();
}

void ReaderNews::sayJoined(const InkJoining &joining)
{
    forgetRead();
    m_joining.add(joining);
    show();
}

void ReaderNews::show()
{
    QStringList words = m_losses;
    if (m_joining.isNews())
        words.append(joiningText(m_joining));
    m_toRead = words.join(QLatin1Char(' '));
    m_banner.say(BannerKind::Warning, m_toRead, m_joining.first ? tr("Show it") : QString());
}

void ReaderNews::sayUnreached(const QString &words)
{
    const bool isFree = m_banner.isHidden() || m_banner.kind() == BannerKind::Success
        || (isUnreached() && m_banner.text() == m_unreached);
    if (!isFree)
        return;
    m_banner.say(BannerKind::Warning, words, tr("Try now"));
    m_unreached = words;
}

void ReaderNews::reached()
{
    if (isUnreached() && m_banner.text() == m_unreached)
        m_banner.clear();
    m_unreached.clear();
}

void ReaderNews::offer(const QString &words, const QString &offer)
{
    m_banner.say(BannerKind::Information, words, offer);
    m_offer = words;
}

void ReaderNews::endOffer()
{
    if (!m_offer.isEmpty() && m_banner.text() == m_offer)
        m_banner.clear();
    m_offer.clear();
}

void ReaderNews::act()
{
    const QString said = m_banner.text();
    if (said == m_offer) {
        Q_EMIT offerTaken();
    } else if (said == m_unreached) {
        Q_EMIT retryRequested();
    } else if (isToBeRead() && m_joining.first) {
        const Ink ink = *m_joining.first;
        begin();
        Q_EMIT pieceRequested(ink);
    }
}

} // namespace kessai
