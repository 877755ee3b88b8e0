// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkkeeper.h"

#include "core/services/answer.h"
#include "ui/meetings/papermoves.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kSendPause = 700; ///< milliseconds
constexpr int kRetryPause = 10'000;

std::vector<Ink> atMost(std::vector<Ink> inks)
{
    if (inks.size() > size_t(kMostInkAtOnce))
        inks.erase(inks.begin() + kMostInkAtOnce, inks.end());
    return inks;
}

} // namespace

InkKeeper::InkKeeper(DeskSession &session, QObject *parent)
    : QObject(parent), m_session(session),
      m_kept(keptInkFolder(), session.info().officeName + QLatin1Char('/') + session.info().me.number)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &InkKeeper::send);
    connect(&session, &DeskSession::connectionRestored, this, [this] {
        sendKept();
        flush();
    });
}

void InkKeeper::sendKept()
{
    onPool([kept = m_kept] {
        return kept.found();
    }).then(this, [this](const std::map<MeetingId, std::vector<Ink>> &found) {
        for (const auto &[meeting, inks] : found) {
            const std::vector<Ink> some = atMost(inks);
            m_session.desk()
                .run([id = meeting, some](Desk &desk) { return desk.putInk(id, some); })
                .then(this, [this, id = meeting, some](const Result<> &done) {
                    if (done)
                        onPool([kept = m_kept, id, some] {
                            kept.drop(id, some);
                            return true;
                        });
                });
        }
    });
}

void InkKeeper::open(const Meeting &meeting, InkLayer &layer)
{
    close();
    m_meeting = meeting.id;
    m_layer = &layer;
    connect(&layer, &InkLayer::unsentChanged, this, [this] {
        if (!m_sending && m_state != State::Waiting) {
            setState(State::Storing);
            m_pause.start(kSendPause);
        }
    });
    setMeeting(meeting);
    refresh();
}

void InkKeeper::setMeeting(const Meeting &meeting)
{
    if (!m_layer)
        return;
    m_revisions.clear();
    m_order.clear();
    for (const AgendaItem &item : meeting.items) {
        for (const Paper &paper : item.papers) {
            if (paper.files.empty())
                continue;
            m_revisions[paper.id] = paper.files.back().revision;
            m_order.push_back(paper.id);
        }
    }
    arrange();
}

/// Tells the layer what papers there are. Where the pages of a replaced one went is only looked for where something is written on them.
void InkKeeper::arrange()
{
    std::vector<InkPaper> papers;
    for (const int paper : m_order) {
        const auto found = m_moves.find({paper, m_revisions[paper]});
        papers.push_back(
            {paper, m_revisions[paper], found == m_moves.end() ? std::vector<std::vector<PageMove>>() : found->second});
    }
    m_layer->setPapers(std::move(papers));
    for (const PlacedInk &placed : m_layer->all()) {
        const auto newest = m_revisions.find(placed.ink.paper);
        if (newest != m_revisions.end() && placed.ink.revision < newest->second
            && m_asked.insert({newest->first, newest->second}).second)
            findMoves(newest->first, newest->second);
    }
}

void InkKeeper::findMoves(int paper, int revision)
{
    const int generation = m_generation;
    const auto again = [this, paper, revision] { m_asked.erase({paper, revision}); };
    m_session.desk()
        .ask([id = *m_meeting, paper, revision](Desk &desk) -> Result<std::vector<std::vector<PaperPage>>> {
            std::vector<std::vector<PaperPage>> revisions;
            for (int one = 1; one <= revision; ++one) {
                auto pages = desk.paperPages(id, paper, one);
                if (!pages)
                    return pages.failure();
                revisions.push_back(std::move(pages).value());
            }
            return revisions;
        })
        .then(this,
              [this, generation, again, paper, revision](const Result<std::vector<std::vector<PaperPage>>> &revisions) {
                  if (generation != m_generation)
                      return;
                  if (!revisions)
                      return again(); // the next news of ink asks once more
                  onPool([all = *revisions] {
                      return movesToNewest(all);
                  }).then(this, [this, generation, paper, revision](const std::vector<std::vector<PageMove>> &moves) {
                      if (generation != m_generation)
                          return;
                      m_moves[{paper, revision}] = moves;
                      arrange();
                  });
              });
}

void InkKeeper::refresh()
{
    if (!m_layer || m_reading)
        return;
    m_reading = true;
    const int generation = m_generation;
    m_session.desk()
        .ask([id = *m_meeting, since = m_mark](Desk &desk) { return desk.ink(id, since); })
        .then(this, [this, generation](const Result<InkRead> &read) {
            if (generation != m_generation)
                return;
            m_reading = false;
            if (!read || !m_layer)
                return; // the next poll asks again
            m_mark = read->mark;
            if (read->inks.empty())
                return;
            m_layer->take(read->inks);
            arrange();
        });
}

void InkKeeper::flush()
{
    m_pause.stop();
    send();
}

void InkKeeper::send()
{
    if (!m_layer || m_sending)
        return;
    const std::vector<Ink> inks = atMost(m_layer->unsent());
    if (inks.empty()) {
        setState(State::Stored);
        return;
    }
    m_sending = true;
    setState(State::Storing);
    const int generation = m_generation;
    m_session.desk()
        .run([id = *m_meeting, inks](Desk &desk) { return desk.putInk(id, inks); })
        .then(this, [this, generation, inks](const Result<> &done) {
            if (generation == m_generation)
                answered(inks, done);
        });
}

void InkKeeper::answered(const std::vector<Ink> &sent, const Result<> &done)
{
    m_sending = false;
    if (!m_layer)
        return;
    if (done) {
        m_layer->acknowledge(sent);
        if (m_keptHere)
            onPool([store = m_kept, id = *m_meeting, sent] {
                store.drop(id, sent);
                return true;
            });
        m_keptHere = m_keptHere && !m_layer->unsent().empty();
        send(); // what was written meanwhile
        return;
    }
    m_keptHere = true;
    onPool([kept = m_kept, id = *m_meeting, inks = m_layer->unsent()] { return kept.keep(id, inks); });
    setState(isOutOfReach(done.error()) ? State::Waiting : State::Refused);
    if (m_state == State::Waiting)
        m_pause.start(kRetryPause);
}

void InkKeeper::close()
{
    m_pause.stop();
    ++m_generation;
    if (m_layer && m_meeting) {
        disconnect(m_layer, nullptr, this, nullptr);
        if (const std::vector<Ink> inks = m_layer->unsent(); !inks.empty()) {
            const auto kept = onPool([store = m_kept, id = *m_meeting, inks] { return store.keep(id, inks); });
            const std::vector<Ink> some = atMost(inks);
            m_session.desk()
                .run([id = *m_meeting, some](Desk &desk) { return desk.putInk(id, some); })
                .then(this, [this, kept, id = *m_meeting, some](const Result<> &done) {
                    if (!done)
                        return; // it is sent when the line is back, or one signs in again
                    kept.then(this, [this, id, some](const Result<> &) {
                        onPool([store = m_kept, id, some] {
                            store.drop(id, some);
                            return true;
                        });
                    });
                });
        }
    }
    m_layer = nullptr;
    m_meeting.reset();
    m_revisions.clear();
    m_order.clear();
    m_moves.clear();
    m_asked.clear();
    m_mark = 0;
    m_reading = m_sending = m_keptHere = false;
    m_state = State::Stored;
}

void InkKeeper::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

} // namespace kessai
