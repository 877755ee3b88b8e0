// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desksession.h"

#include "ui/kept/keptbooks.h"

#include <QRandomGenerator>

#include <algorithm>

namespace kessai {

namespace {

// With the jitter of a quarter to either side nobody waits longer than ten seconds for news.
constexpr int kPollMs = 8'000;
constexpr int kIdlePollMs = 60'000;
constexpr int kFirstRetryMs = 1'000;
constexpr int kLastRetryMs = 30'000;
constexpr int kPatienceMs = 10'000;
constexpr int kWatchMs = 1'000;

struct News {
    Pulse pulse;
    std::optional<DeskInfo> info; ///< when the one we have is of another day or configuration
};

Result<News> newsSince(Desk &desk, const QDate &day, qint64 configuration)
{
    const auto pulse = desk.pulse();
    if (!pulse)
        return pulse.failure();
    News news{*pulse, {}};
    if (pulse->configuration == configuration && pulse->serverTime.day() == day)
        return news;
    auto info = desk.info();
    if (!info)
        return info.failure();
    news.info = std::move(info).value();
    return news;
}

} // namespace

DeskSession::DeskSession(DeskThread &desk, DeskInfo info, std::unique_ptr<KeptBooks> kept, QObject *parent)
    : QObject(parent), m_desk(desk), m_info(std::move(info)), m_kept(std::move(kept)), m_patience(kPatienceMs)
{
    m_watch.start(kWatchMs);
    connect(&m_watch, &QTimer::timeout, this, &DeskSession::watch);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DeskSession::ask);
    connect(&m_desk, &DeskThread::rang, this, &DeskSession::rang);
    // Not before somebody can listen: an answer may be there at once.
    m_timer.start(0);
}

DeskSession::DeskSession(DeskThread &desk, DeskInfo info)
    : DeskSession(desk, std::move(info), std::make_unique<KeptBooks>(KeptBooks::Place()))
{
}

DeskSession::~DeskSession() = default;

std::unique_ptr<DeskSession> DeskSession::offline(DeskThread &closed, DeskInfo info, std::unique_ptr<KeptBooks> kept)
{
    auto session = std::make_unique<DeskSession>(closed, std::move(info), std::move(kept));
    session->m_offline = true;
    session->m_connected = false;
    session->m_watch.stop();
    session->m_timer.stop(); // there is nobody to ask
    return session;
}

Instant DeskSession::now() const
{
    return m_heard ? m_pulse.serverTime : Instant::fromTokyo(m_info.today, QTime(12, 0));
}

void DeskSession::refresh()
{
    m_wanted = true;
    ask();
}

void DeskSession::noteChange(CaseId id)
{
    Q_EMIT caseChanged(id);
    Q_EMIT listsChanged();
    refresh();
}

void DeskSession::setVisible(bool visible)
{
    const bool woke = visible && !m_visible;
    m_visible = visible;
    if (woke)
        refresh();
}

void DeskSession::listen(const QByteArray &channel)
{
    std::ignore = m_desk.listen(channel);
}

void DeskSession::setPatience(int milliseconds)
{
    m_patience = milliseconds;
    m_watch.start(std::min(milliseconds, kWatchMs));
}

/// A server that hangs breaks no line: it is only noticed that nothing comes.
void DeskSession::watch()
{
    const bool unanswered = m_desk.busyFor() >= m_patience;
    if (std::exchange(m_unanswered, unanswered) == unanswered)
        return;
    Q_EMIT unansweredChanged();
    if (!unanswered)
        refresh();
}

void DeskSession::ask()
{
    if (m_offline)
        return;
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_timer.stop();
    const auto question = [day = m_info.today, configuration = m_info.configuration](Desk &desk) {
        return newsSince(desk, day, configuration);
    };
    m_desk.ask(question).then(this, [this](const Result<News> &news) {
        m_asking = false;
        if (news) {
            m_failures = 0;
            if (!m_connected) {
                m_connected = true;
                Q_EMIT connectionRestored();
            }
            if (news->info) {
                m_info = *news->info;
                Q_EMIT infoChanged();
            }
            const Pulse before = std::exchange(m_pulse, news->pulse);
            Q_EMIT refreshed(m_pulse.serverTime);
            Q_EMIT pulseChanged(m_pulse);
            const bool first = !std::exchange(m_heard, true);
            if (!first && (before.mark != m_pulse.mark || before.configuration != m_pulse.configuration))
                Q_EMIT listsChanged();
            if (!m_askAgain && std::exchange(m_wanted, false))
                Q_EMIT broughtUpToDate();
        } else {
            ++m_failures;
            m_connected = false;
            Q_EMIT connectionLost(news.error());
        }
        if (std::exchange(m_askAgain, false))
            ask();
        else
            schedule();
    });
}

/// The next poll. Jitter keeps a thousand clients from asking in the same instant.
void DeskSession::schedule()
{
    int pause = m_visible ? kPollMs : kIdlePollMs;
    if (!m_connected)
        pause = std::min(kFirstRetryMs << std::min(m_failures - 1, 5), kLastRetryMs);
    m_timer.start(pause * 3 / 4 + QRandomGenerator::global()->bounded(pause / 2));
}

} // namespace kessai
