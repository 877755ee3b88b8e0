// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkkeeper.h"

#include "core/services/answer.h"
#include "ui/kept/keptbooks.h"
#include "ui/meetings/inksending.h"
#include "ui/meetings/papermoves.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kSendPause = 700; ///< milliseconds
constexpr int kKeepPause = 1'000;

} // namespace

InkKeeper::InkKeeper(DeskSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_kept(session.kept()), m_sender(session), m_most(kMostSent)
{
    m_pause.setSingleShot(true);
    m_ahead.setSingleShot(true);
    m_ahead.setInterval(kKeepPause);
    connect(&m_pause, &QTimer::timeout, this, &InkKeeper::send);
    connect(&m_ahead, &QTimer::timeout, this, &InkKeeper::keep);
    connect(&m_sender, &KeptInkSender::inkJoined, this, &InkKeeper::inkJoined);
    connect(&m_sender, &KeptInkSender::inkSetAside, this, &InkKeeper::inkSetAside);
    connect(&m_sender, &KeptInkSender::othersGone, this, &InkKeeper::holdOthers);
    connect(&session, &DeskSession::connectionRestored, this, [this] {
        sendKept();
        holdOthers();
        flush();
    });
}

/// What a window has left behind that is gone meanwhile.
void InkKeeper::holdOthers()
{
    if (!m_layer)
        return;
    m_kept.run([id = *m_meeting](BookShelf &shelf) { return shelf.unsentOfOthers(id); })
        .then(this, [this, generation = m_generation](const std::vector<Ink> &kept) {
            m_sender.tellSetAside();
            if (generation == m_generation && m_layer)
                hold(kept);
        });
}

/// Each form of a piece once: whoever writes on does not find it beside what it became.
void InkKeeper::hold(std::vector<Ink> kept)
{
    const auto form = [](const Ink &ink) { return std::tuple(ink.id, markOf(ink), isWithdrawn(ink)); };
    std::erase_if(kept, [&](const Ink &ink) { return m_held.contains(form(ink)); });
    if (kept.empty())
        return;
    for (const Ink &ink : kept)
        m_held.insert(form(ink));
    m_keptHere = true;
    m_layer->hold(kept);
    arrange();
}

void InkKeeper::open(const Meeting &meeting, InkLayer &layer)
{
    close();
    m_meeting = meeting.id;
    m_sender.setOpen(m_meeting);
    m_layer = &layer;
    connect(&layer, &InkLayer::unsentChanged, this, [this] {
        keepSoon();
        if (!m_sending && m_state != State::Waiting) {
            setState(State::Storing);
            m_pause.start(kSendPause);
        }
    });
    connect(&layer, &InkLayer::inkJoined, this, &InkKeeper::joined);
    setMeeting(meeting);
    m_kept.run([id = meeting.id](BookShelf &shelf) { return shelf.unsent(id); })
        .then(this, [this, generation = m_generation](const std::vector<Ink> &kept) {
            m_sender.tellSetAside();
            if (generation == m_generation && m_layer)
                hold(kept);
        });
    if (!m_session.connected())
        takeKept();
    refresh();
}

void InkKeeper::setMeeting(const Meeting &meeting)
{
    if (!m_layer)
        return;
    std::vector<StaffId> members;
    for (const MeetingMember &member : meeting.members)
        members.push_back(member.who);
    m_layer->setMembers(std::move(members));
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
        if (newest == m_revisions.end() || placed.ink.revision >= newest->second)
            continue;
        const auto [asked, isNew] = m_asked.try_emplace({newest->first, newest->second}, placed.ink.revision);
        if (isNew || asked->second > placed.ink.revision) {
            asked->second = placed.ink.revision;
            findMoves(newest->first, placed.ink.revision, newest->second);
        }
    }
}

void InkKeeper::findMoves(int paper, int oldest, int revision)
{
    const int generation = m_generation;
    const auto again = [this, paper, revision] { m_asked.erase({paper, revision}); };
    m_session.desk()
        .ask([id = *m_meeting, paper, oldest, revision](Desk &desk) -> Result<std::vector<std::vector<PaperPage>>> {
            std::vector<std::vector<PaperPage>> revisions;
            for (int one = oldest; one <= revision; ++one) {
                auto pages = desk.paperPages(id, paper, one);
                if (!pages)
                    return pages.failure();
                revisions.push_back(std::move(pages).value());
            }
            return revisions;
        })
        .then(this,
              [this, generation, again, paper, oldest,
               revision](const Result<std::vector<std::vector<PaperPage>>> &revisions) {
                  if (generation != m_generation)
                      return;
                  if (!revisions)
                      return again(); // the next news of ink asks once more
                  onPool([all = *revisions] { return movesToNewest(all); })
                      .then(
                          this,
                          [this, generation, paper, oldest, revision](const std::vector<std::vector<PageMove>> &moves) {
                              if (generation != m_generation)
                                  return;
                              // What is known of those before stays, whichever answer comes first.
                              std::vector<std::vector<PageMove>> &known = m_moves[{paper, revision}];
                              known.resize(static_cast<std::size_t>(revision - 1));
                              std::ranges::copy(moves, known.begin() + (oldest - 1));
                              m_kept.run([id = *m_meeting, paper, revision, known](BookShelf &shelf) {
                                  return shelf.keepMoves(id, paper, revision, known);
                              });
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
            if (!read && isOutOfReach(read.error()))
                takeKept();
            if (!read || !m_layer)
                return; // the next poll asks again
            const bool isAll = m_mark == 0;
            m_mark = std::max(m_mark, read->mark);
            const bool isFirst = !std::exchange(m_keptAll, true); // what has no ink has no mark either
            if (isFirst || !read->inks.empty())
                m_kept.keepInk(*m_meeting, read->inks, isAll);
            if (isFirst && !m_layer->unsent().empty() && m_state != State::Waiting)
                m_pause.start(kSendPause); // what an older program kept waited for it
            if (read->inks.empty())
                return;
            m_layer->take(read->inks);
            arrange();
        });
}

void InkKeeper::takeKept()
{
    if (!m_layer || m_mark > 0 || std::exchange(m_tookKept, true))
        return;
    struct Kept {
        std::vector<Ink> inks;
        KeptMoves moves;
    };
    m_kept.run([id = *m_meeting](BookShelf &shelf) {
              return Kept{shelf.ink(id), shelf.moves(id)};
          })
        .then(this, [this, generation = m_generation](const Kept &kept) {
            if (generation != m_generation || !m_layer || m_mark > 0)
                return; // the office was faster
            m_moves.insert(kept.moves.begin(), kept.moves.end());
            m_layer->take(kept.inks);
            arrange();
        });
}

void InkKeeper::flush()
{
    m_pause.stop();
    keep();
    send();
}

/// What takes a piece from others lies here at once: what was kept before would give it to them.
void InkKeeper::keepSoon()
{
    std::set<QString> takenBack;
    for (const Ink &ink : m_layer->unsent()) {
        if (isWithdrawn(ink))
            takenBack.insert(ink.id);
    }
    const bool isKept = std::ranges::includes(m_takenBack, takenBack);
    m_takenBack = std::move(takenBack);
    if (!isKept)
        keep();
    else if (!m_ahead.isActive())
        m_ahead.start();
}

void InkKeeper::keep()
{
    m_ahead.stop();
    if (!m_layer)
        return;
    std::vector<Ink> inks = m_layer->unsent();
    if (inks.empty())
        return;
    m_keptHere = true;
    ++m_keeping;
    m_kept.run([id = *m_meeting, inks = std::move(inks)](BookShelf &shelf) { return shelf.keepUnsent(id, inks); })
        .then(this, [this, generation = m_generation](const Result<> &kept) {
            if (generation != m_generation)
                return;
            --m_keeping;
            m_keepMissed = !kept;
            dropKept();
            const bool failed = !kept || !m_kept.lasts();
            if (std::exchange(m_keepFailed, failed) != failed)
                Q_EMIT stateChanged();
        });
}

/// What was written down before the office had it is not taken away before it is written, nor before what it became is.
void InkKeeper::dropKept()
{
    m_keepMissed = m_keepMissed && m_layer && !m_layer->unsent().empty();
    if (m_keeping > 0 || m_keepMissed || m_stored.empty())
        return;
    m_kept.run([id = *m_meeting, stored = std::exchange(m_stored, {})](BookShelf &shelf) {
        return shelf.dropUnsent(id, stored);
    });
}

std::vector<Ink> InkKeeper::sendable() const
{
    std::vector<Ink> inks = m_layer->unsent();
    for (Ink &ink : inks) { // it is not among what the office has
        if (!ink.base && m_keptAll)
            ink.base = 0;
    }
    std::erase_if(inks, [this](const Ink &ink) {
        if (!ink.base)
            return true;
        const auto refused = m_refused.find(ink.id);
        return refused != m_refused.end() && refused->second == ink.version;
    });
    return inks;
}

void InkKeeper::send()
{
    if (!m_layer || m_sending)
        return;
    const std::vector<Ink> inks = atMost(sendable(), m_most);
    if (inks.empty()) {
        m_most = kMostSent;
        const bool isStored = m_layer->unsent().empty();
        m_keepFailed = m_keepFailed && !isStored;
        setState(isStored ? State::Stored : State::Refused);
        return;
    }
    m_sending = true;
    setState(State::Storing);
    const int generation = m_generation;
    m_layer->send(inks);
    m_session.desk()
        .run([id = *m_meeting, inks, since = m_mark](Desk &desk) {
            Put put{desk.putInk(id, inks)};
            if (isStale(put.done)) {
                if (auto read = desk.ink(id, since))
                    put.news = std::move(read).value();
                else
                    put.waits = isOutOfReach(read.error());
            }
            return put;
        })
        .then(this, [this, generation, inks](const Put &put) {
            if (generation == m_generation)
                answered(inks, put);
        });
}

void InkKeeper::answered(const std::vector<Ink> &sent, const Put &put)
{
    const Result<> &done = put.done;
    m_sending = false;
    if (!m_layer)
        return;
    if (done) {
        m_most = std::min(kMostSent, 2 * m_most);
        acknowledge(sent);
    } else if (isOutOfReach(done.error()) || put.waits) {
        keep();
        setState(State::Waiting);
        m_pause.start(kRetryAfter);
        return;
    } else if (put.news && takeNews(sent, *put.news)) {
        // it was put together with what was changed elsewhere, and goes again as it is now
    } else if (sent.size() > 1 && !isOfAll(done.error())) {
        m_most = sent.size() / 2;
    } else {
        setAside(sent, isStale(done));
    }
    send(); // the rest, and what was written meanwhile
}

bool InkKeeper::takeNews(const std::vector<Ink> &sent, const InkRead &news)
{
    if (news.mark > m_mark && m_keptAll)
        m_kept.keepInk(*m_meeting, news.inks, false);
    m_mark = std::max(m_mark, news.mark);
    m_layer->take(news.inks);
    arrange();
    const std::vector<Ink> left = m_layer->unsent();
    return std::ranges::any_of(sent, [&](const Ink &ink) {
        const auto now = std::ranges::find(left, ink.id, &Ink::id);
        return now == left.end() || now->base.value_or(0) != ink.base.value_or(0);
    });
}

/// What lies here under an id and version that is not to be stored any more goes; what it became is kept first.
void InkKeeper::joined(const InkJoining &joining)
{
    keep();
    if (m_keptHere) {
        m_stored.insert(m_stored.end(), joining.settled.begin(), joining.settled.end());
        dropKept();
    }
    if (joining.isNews())
        Q_EMIT inkJoined(*m_meeting, joining);
}

void InkKeeper::acknowledge(const std::vector<Ink> &stored)
{
    m_layer->acknowledge(stored);
    if (m_keptAll) // what lies here of the office's has it at once, and not only when the office is asked again
        m_kept.keepInk(*m_meeting, stored, false);
    if (!m_keptHere)
        return;
    m_stored.insert(m_stored.end(), stored.begin(), stored.end());
    dropKept();
    m_keptHere = m_keeping > 0 || !m_layer->unsent().empty();
}

void InkKeeper::setAside(const std::vector<Ink> &refused, bool isStale)
{
    for (const Ink &ink : refused) {
        if (ink.removed && !isStale)
            acknowledge({ink}); // nothing is lost of what nobody wants
        else
            m_refused[ink.id] = ink.version;
    }
    keep();
}

void InkKeeper::close()
{
    m_pause.stop();
    m_ahead.stop();
    ++m_generation;
    if (m_layer && m_meeting) {
        disconnect(m_layer, nullptr, this, nullptr);
        // On this computer first: what does not arrive is sent when the line is back, or one signs in again. Sending does not wait for
        // a keyring that was not answered; it waits for the loop, as there may be no desk any more when a window goes.
        const std::vector<Ink> inks = m_layer->unsent();
        if (!inks.empty() || !m_stored.empty()) {
            m_kept.run([id = *m_meeting, inks, stored = m_stored](BookShelf &shelf) {
                const Result<> kept = inks.empty() ? Result<>() : shelf.keepUnsent(id, inks);
                return kept ? shelf.dropUnsent(id, stored) : kept;
            });
        }
        if (!inks.empty())
            QTimer::singleShot(0, this, [this, id = *m_meeting, inks] { m_sender.send(id, inks); });
    }
    m_layer = nullptr;
    m_meeting.reset();
    m_sender.setOpen(std::nullopt);
    m_revisions.clear();
    m_order.clear();
    m_moves.clear();
    m_asked.clear();
    m_refused.clear();
    m_stored.clear();
    m_takenBack.clear();
    m_held.clear();
    m_mark = 0;
    m_most = kMostSent;
    m_keeping = 0;
    m_reading = m_sending = m_tookKept = m_keptAll = m_keptHere = false;
    m_keepFailed = m_keepMissed = false;
    m_state = State::Stored;
}

void InkKeeper::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

} // namespace kessai
