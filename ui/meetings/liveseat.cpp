// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/liveseat.h"

#include "core/services/answer.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kessai {

namespace {

constexpr int kLookWithoutRing = 1'000; ///< milliseconds, where the office cannot ring
constexpr int kLookBesides = 5'000;     ///< a ring that was lost with the line
constexpr int kPlacePause = 100;        ///< between two places that are sent
constexpr int kScrollPause = 200;       ///< between two that only tell of another part of the same page
constexpr int kInkPause = 1'000;        ///< in which many may write
constexpr int kPlaceRetry = 2'000;      ///< after one that could not be

} // namespace

LiveSeat::LiveSeat(DeskSession &session, MeetingPresenter &presenter, QObject *parent)
    : QObject(parent), m_session(session), m_presenter(presenter)
{
    m_next.setSingleShot(true);
    m_pause.setSingleShot(true);
    m_scrolled.setSingleShot(true);
    m_scrolled.setInterval(kScrollPause);
    connect(&m_scrolled, &QTimer::timeout, this, [this] { show(m_shown); });
    m_inkPause.setSingleShot(true);
    m_inkPause.setInterval(kInkPause);
    connect(&m_inkPause, &QTimer::timeout, this, &LiveSeat::inkShared);
    connect(&session, &DeskSession::rang, this, &LiveSeat::rang);
    connect(&m_next, &QTimer::timeout, this, &LiveSeat::ask);
    connect(&m_pause, &QTimer::timeout, this, &LiveSeat::sendPlace);
    connect(&presenter, &MeetingPresenter::opened, this, &LiveSeat::look);
    connect(&presenter, &MeetingPresenter::changed, this, &LiveSeat::look);
}

void LiveSeat::sit()
{
    m_sitting = true;
    look();
}

void LiveSeat::stand()
{
    m_sitting = false;
    look();
}

void LiveSeat::look()
{
    const Meeting &meeting = m_presenter.meeting();
    const bool runs = m_sitting && m_presenter.isOpen() && !m_presenter.isKept()
        && meeting.state == MeetingState::Running && !meeting.damaged;
    if (runs == m_runs)
        return;
    m_runs = runs;
    ++m_generation;
    if (!m_live.channel.isEmpty())
        m_session.listen({});
    m_known = m_following = m_asking = m_askAgain = m_sending = m_cutOff = false;
    m_live = {};
    m_wanted.reset();
    m_next.stop();
    m_pause.stop();
    m_scrolled.stop();
    m_inkPause.stop();
    if (runs)
        ask();
    else
        Q_EMIT changed();
}

/// A bell only wakes: what is so is asked.
void LiveSeat::rang(Ring what)
{
    switch (what) {
    case Ring::Live: ask(); break;
    case Ring::Ink:
        if (m_runs && !m_inkPause.isActive())
            m_inkPause.start();
        break;
    }
}

Instant LiveSeat::now() const
{
    return Instant(m_live.now.microseconds() + (m_heard.isValid() ? m_heard.nsecsElapsed() / 1'000 : 0));
}

bool LiveSeat::isPresenting() const
{
    return m_known && m_live.presenter == m_session.info().me.id;
}

bool LiveSeat::isPresented() const
{
    return m_known && m_live.presenter != StaffId(0) && !isPresenting();
}

void LiveSeat::ask()
{
    if (!m_runs)
        return;
    if (std::exchange(m_asking, true)) {
        m_askAgain = true;
        return;
    }
    m_next.stop();
    const int generation = m_generation;
    m_session.desk()
        .ask([id = *m_presenter.id()](Desk &desk) { return desk.live(id); })
        .then(this, [this, generation](const Answered &answer) {
            if (generation != m_generation)
                return;
            m_asking = false;
            m_next.start(m_live.channel.isEmpty() ? kLookWithoutRing : kLookBesides);
            if (answer)
                take(*answer);
            else
                refused(answer.error());
            if (std::exchange(m_askAgain, false))
                ask();
        });
}

/// Where the office says no, the meeting is not as one thinks.
void LiveSeat::refused(const Error &error)
{
    if (!std::exchange(m_cutOff, isOutOfReach(error)) && m_cutOff)
        Q_EMIT changed();
    if (error.code == ErrorCode::ConnectionLost && m_session.connected())
        m_session.refresh(); // which looks for the line now, and not at the next poll
    else if (!isOutOfReach(error) && error.code != ErrorCode::Cancelled)
        m_presenter.refresh();
}

void LiveSeat::take(const LiveMeeting &live)
{
    const bool wasCutOff = std::exchange(m_cutOff, false);
    if (live.seq > m_presenter.meeting().seq)
        m_presenter.refresh();
    // It ended; or others came later and are told already. A meeting that began anew counts from the start.
    if (live.mark == 0 || (m_known && live.mark < m_live.mark && live.seq <= m_live.seq))
        return;
    const LiveMeeting before = std::exchange(m_live, live);
    m_heard.start();
    if (live.channel != before.channel) {
        m_session.listen(live.channel);
        ask(); // what happened before it was listened to rang for nobody here
    }
    const bool first = !std::exchange(m_known, true);
    if (isPresenting())
        m_following = false;
    if (!first && live.called > before.called && isPresented()) {
        m_following = true;
        Q_EMIT called();
    }
    if (first || wasCutOff || live.mark != before.mark || live.seq != before.seq
        || live.participants != before.participants)
        Q_EMIT changed();
}

void LiveSeat::follow()
{
    if (!isPresented() || std::exchange(m_following, true))
        return;
    Q_EMIT changed();
}

void LiveSeat::leave()
{
    if (std::exchange(m_following, false))
        Q_EMIT changed();
}

// Presenting -------------------------------------------------------------------------------------------------------------

void LiveSeat::showPage(int paper, int revision, int page)
{
    const bool same = paper == m_shown.paper && revision == m_shown.revision && page == m_shown.page;
    show({paper, revision, page, same ? m_shown.pointer : std::nullopt, same ? m_shown.scrolled : 0});
}

void LiveSeat::scroll(double share)
{
    // A wheel turns in many small steps, none of which anybody would see.
    const double rounded = std::round(std::clamp(share, 0.0, 1.0) * 1'000) / 1'000;
    if (rounded == m_shown.scrolled)
        return;
    m_shown.scrolled = rounded;
    if (isPresenting() && !m_scrolled.isActive())
        m_scrolled.start();
}

void LiveSeat::point(const std::optional<QPointF> &share)
{
    LivePlace place = m_shown;
    place.pointer = share;
    show(place);
}

void LiveSeat::show(const LivePlace &place)
{
    m_shown = place;
    if (!isPresenting() || (!m_wanted && !m_sending && place == m_live.place))
        return;
    m_wanted = place;
    sendPlace();
}

void LiveSeat::sendPlace()
{
    if (m_sending || !m_wanted || m_pause.isActive() || !isPresenting())
        return;
    m_sending = true;
    m_pause.start(kPlacePause);
    const int generation = m_generation;
    m_session.desk()
        .ask([id = *m_presenter.id(), place = *std::exchange(m_wanted, std::nullopt)](Desk &desk) {
            return desk.changeLive(id, ShowPlace{place});
        })
        .then(this, [this, generation](const Answered &answer) {
            if (generation != m_generation)
                return;
            m_sending = false;
            if (answer) {
                take(*answer);
            } else if (isOutOfReach(answer.error())) {
                m_wanted = m_shown;
                m_pause.start(kPlaceRetry);
            } else {
                ask(); // somebody else presents now
            }
            sendPlace();
        });
}

// Acts -------------------------------------------------------------------------------------------------------------------

void LiveSeat::act(const LiveChange &change)
{
    if (!m_runs)
        return;
    const int generation = m_generation;
    m_session.desk()
        .run([id = *m_presenter.id(), change](Desk &desk) { return desk.changeLive(id, change); })
        .then(this, [this, generation](const Answered &answer) {
            if (generation != m_generation)
                return;
            if (answer) {
                take(*answer);
                return;
            }
            Q_EMIT failed(answer.error());
            ask();
            refused(answer.error());
        });
}

void LiveSeat::setPresenter(std::optional<StaffId> who)
{
    act(SetPresenter{who.value_or(StaffId(0))});
}

void LiveSeat::callAll()
{
    act(CallAll());
}

void LiveSeat::castBallot(BallotChoice choice)
{
    act(CastBallot{m_live.vote, choice});
}

void LiveSeat::askToSpeak(bool wants)
{
    act(AskToSpeak{wants});
}

void LiveSeat::giveTheFloor(std::optional<StaffId> who, int limitSeconds)
{
    act(GiveTheFloor{who, limitSeconds});
}

} // namespace kessai
