// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingpresenter.h"

#include "core/services/answer.h"
#include "ui/kept/keptbooks.h"
#include "ui/meetings/meetingacts.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"

#include <QTimer>
#include <QUuid>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kMostTries = 5;

bool isOvertaken(const Error &error)
{
    return error.refusal == Refusal::Stale || error.refusal == Refusal::WrongState;
}

/// Of what can be taken back.
bool isDone(const MeetingChange &change, const Meeting &now)
{
    const auto *state = std::get_if<SetState>(&change);
    return state && state->to == now.state;
}

} // namespace

MeetingPresenter::MeetingPresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &DeskSession::connectionRestored, this, &MeetingPresenter::sendAgain);
    connect(&session, &DeskSession::connectionRestored, this, &MeetingPresenter::sendRest);
}

MeetingPresenter::~MeetingPresenter() = default;

void MeetingPresenter::open(MeetingId id)
{
    close();
    const int generation = m_generation;
    m_id = id;
    if (!m_session.connected()) {
        openKept(id, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
        return;
    }
    m_session.desk()
        .ask([id](Desk &desk) { return desk.meeting(id); })
        .then(this, [this, generation, id](const Result<Meeting> &meeting) {
            if (generation != m_generation)
                return;
            if (!meeting && isOutOfReach(meeting.error())) {
                openKept(id, meeting.error());
                return;
            }
            if (!meeting) {
                m_id.reset();
                Q_EMIT readFailed(meeting.error());
                return;
            }
            m_meeting = m_shown = *meeting;
            Q_EMIT opened();
        });
}

void MeetingPresenter::openKept(MeetingId id, const Error &why)
{
    m_session.kept()
        .run([id](BookShelf &shelf) { return shelf.book(id); })
        .then(this, [this, generation = m_generation, why](const std::optional<Meeting> &meeting) {
            if (generation != m_generation)
                return;
            if (!meeting) {
                m_id.reset();
                Q_EMIT readFailed(why);
                return;
            }
            m_meeting = m_shown = *meeting;
            m_kept = true;
            Q_EMIT opened();
        });
}

void MeetingPresenter::beginNew()
{
    close();
}

void MeetingPresenter::close()
{
    settleDrop();
    if (!m_acts.empty()) { // the one under way among them: asked again it is answered, not done twice
        m_acts.front().mayBeDone = m_acts.front().mayBeDone || m_sending;
        m_rests.push_back({m_id, m_meeting, std::move(m_acts)});
    }
    ++m_generation;
    m_acts.clear();
    m_opened.reset();
    m_sending = m_waiting = m_kept = false;
    m_id.reset();
    m_meeting = m_shown = Meeting();
    sendRest();
}

void MeetingPresenter::refresh()
{
    if (!m_id || m_meeting.seq == 0 || m_sending || m_waiting)
        return;
    const int generation = m_generation;
    const int asked = ++m_reads;
    m_session.desk()
        .ask([id = *m_id](Desk &desk) { return desk.meeting(id); })
        .then(this, [this, generation, asked](const Result<Meeting> &meeting) {
            if (generation != m_generation || asked != m_reads || m_sending || m_waiting)
                return; // an act that was sent meanwhile tells more
            if (!meeting) {
                if (meeting.error().code == ErrorCode::NotFound || meeting.error().code == ErrorCode::AccessDenied)
                    Q_EMIT readFailed(meeting.error());
                return;
            }
            if (std::exchange(m_kept, false))
                Q_EMIT changed();
            show(*meeting);
        });
}

bool MeetingPresenter::isSecretary() const
{
    const MeetingMember *me = m_meeting.member(m_session.info().me.id);
    return !m_id || (me && me->role == MeetingRole::Secretary);
}

void MeetingPresenter::readOpened()
{
    if (!m_id || !isSecretary())
        return;
    const int generation = m_generation;
    m_session.desk()
        .ask([id = *m_id](Desk &desk) { return desk.paperReaders(id); })
        .then(this, [this, generation](const Result<std::vector<PaperOpened>> &opened) {
            if (generation == m_generation && opened && std::exchange(m_opened, *opened) != opened.value())
                Q_EMIT openedRead(*opened);
        });
}

std::vector<int> MeetingPresenter::awaited() const
{
    std::vector<int> papers;
    for (const AgendaItem &item : m_shown.items) {
        for (const Paper &paper : item.papers) {
            if (paper.files.empty() && paper.responsible == m_session.info().me.id)
                papers.push_back(paper.id);
        }
    }
    return papers;
}

MeetingPresenter::Act MeetingPresenter::newAct(const MeetingChange &change, const QString &done)
{
    return {change, done, QUuid::createUuid().toString(QUuid::WithoutBraces), ++m_lastAct};
}

int MeetingPresenter::change(const MeetingChange &change, const QString &done)
{
    // What is done elsewhere in the meeting meanwhile, be it by a file that has arrived, leaves what can still be brought back.
    const int item = itemOf(m_meeting, change);
    const bool concerns =
        m_dropped && (std::holds_alternative<SetState>(change) || item == itemOf(m_meeting, m_dropped->change));
    if (concerns)
        settleDrop();
    if (!m_acts.empty() && m_acts.back().change == change)
        return 0; // a field that is left twice
    m_acts.push_back(newAct(change, done));
    sendNext();
    return m_lastAct;
}

std::optional<MeetingPresenter::PendingEnd> MeetingPresenter::pendingEnd() const
{
    const auto endIn = [this](const Acts &acts, bool isLeft) -> std::optional<PendingEnd> {
        const auto end = std::ranges::find(acts, MeetingChange(SetState{MeetingState::Closed}), &Act::change);
        if (end == acts.end())
            return std::nullopt;
        const bool waits = isLeft || acts.front().waits; // those before it hold it up
        return PendingEnd{end->no, waits, end->mayBeDone, m_unwanted.contains(end->no)};
    };
    std::optional<PendingEnd> end = endIn(m_acts, false);
    for (const Rest &rest : m_rests) {
        if (!end && m_id && rest.id == m_id)
            end = endIn(rest.acts, true);
    }
    return end;
}

std::vector<MeetingChange> MeetingPresenter::unsettled() const
{
    std::vector<MeetingChange> changes;
    for (const Rest &rest : m_rests) {
        if (m_id && rest.id == m_id)
            std::ranges::transform(rest.acts, std::back_inserter(changes), &Act::change);
    }
    std::ranges::transform(m_acts, std::back_inserter(changes), &Act::change);
    return changes;
}

bool MeetingPresenter::takeBack(int act, const QString &tooLate)
{
    const auto takeFrom = [&](Acts &acts, std::size_t underWay) {
        const auto at = std::ranges::find(acts, act, &Act::no);
        if (at == acts.end())
            return false;
        const bool mayBeDone = at->mayBeDone || std::size_t(at - acts.begin()) < underWay;
        if (mayBeDone)
            m_unwanted.emplace(act, tooLate);
        else
            acts.erase(at);
        return !mayBeDone;
    };
    bool taken = takeFrom(m_acts, m_sending ? 1 : 0);
    m_waiting = m_waiting && !m_acts.empty();
    for (std::size_t no = 0; no < m_rests.size() && !taken; ++no) // they go in one
        taken = takeFrom(m_rests[no].acts, no == 0 && m_finishing ? m_rests[no].acts.size() : 0);
    if (taken)
        Q_EMIT waitingChanged();
    return taken;
}

/// What was under way and did not get through. Where no answer came, it is asked first whether it did.
bool MeetingPresenter::dropUnwanted(Acts &acts)
{
    return std::erase_if(acts, [this](const Act &act) { return !act.mayBeDone && m_unwanted.erase(act.no) > 0; }) > 0;
}

/// Of what was taken back and may be recorded it is known now; with what is said where it is.
QString MeetingPresenter::settleUnwanted(const Meeting &now)
{
    QString tooLate;
    std::erase_if(m_acts, [&](const Act &act) {
        const auto unwanted = m_unwanted.extract(act.no);
        if (unwanted && isDone(act.change, now))
            tooLate = unwanted.mapped();
        return !unwanted.empty();
    });
    return tooLate;
}

/// What waits nowhere any more.
void MeetingPresenter::forgetUnwanted()
{
    const auto waits = [](const Acts &acts, int no) { return std::ranges::find(acts, no, &Act::no) != acts.end(); };
    std::erase_if(m_unwanted, [&](const auto &unwanted) {
        return !waits(m_acts, unwanted.first)
            && std::ranges::none_of(m_rests, [&](const Rest &rest) { return waits(rest.acts, unwanted.first); });
    });
}

void MeetingPresenter::drop(const MeetingChange &change, const QString &done)
{
    settleDrop();
    m_dropped = newAct(change, {});
    m_shown = without(m_meeting, change);
    Q_EMIT changed();
    Q_EMIT dropped(done);
}

void MeetingPresenter::bringBack()
{
    if (!m_dropped)
        return;
    m_dropped.reset();
    m_shown = m_meeting;
    Q_EMIT changed();
}

void MeetingPresenter::settleDrop()
{
    if (!m_dropped)
        return;
    m_acts.push_back(*std::exchange(m_dropped, std::nullopt));
    Q_EMIT dropSettled();
    sendNext();
}

void MeetingPresenter::show(Meeting meeting)
{
    if (meeting == m_meeting)
        return;
    m_meeting = std::move(meeting);
    m_shown = m_dropped ? without(m_meeting, m_dropped->change) : m_meeting;
    Q_EMIT changed();
}

void MeetingPresenter::sendAgain()
{
    if (std::exchange(m_waiting, false))
        sendNext();
}

void MeetingPresenter::Act::send(const Meeting &seen)
{
    if (!sent)
        sent = Sent{numbered(change, seen), isAtAnyTime(change) ? kWhateverSeen : seen.seq};
}

void MeetingPresenter::Act::wait(const Error &why)
{
    waits = true;
    mayBeDone = mayBeDone || why.code == ErrorCode::OutcomeUnknown;
}

void MeetingPresenter::sendNext()
{
    if (m_sending || m_waiting || m_acts.empty())
        return;
    if (m_id && isUnwanted(m_acts.front())) {
        catchUp(); // not sent once more: it is looked whether it is recorded
        return;
    }
    m_sending = true;
    const int generation = m_generation;
    Act &act = m_acts.front();
    act.send(m_meeting);
    m_session.desk()
        .run([id = m_id, request = act.request, sent = *act.sent](Desk &desk) {
            return desk.changeMeeting(id, sent.seq, request, sent.change);
        })
        .then(this, [this, generation](const Result<Meeting> &answer) {
            if (generation == m_generation)
                sent(answer);
        });
}

void MeetingPresenter::sent(const Result<Meeting> &answer)
{
    m_sending = false;
    if (!answer && isOutOfReach(answer.error())) {
        if (!m_acts.empty())
            m_acts.front().wait(answer.error());
        dropUnwanted(m_acts);
        m_waiting = !m_acts.empty(); // the same request again is safe, whatever became of this one
        if (m_waiting)
            QTimer::singleShot(kRetryAfter, this, &MeetingPresenter::sendAgain);
        Q_EMIT changeFailed(answer.error(), {});
        m_session.refresh();
        return;
    }
    if (!answer && m_unwanted.erase(m_acts.front().no) > 0) {
        m_acts.pop_front();
        Q_EMIT waitingChanged();
        sendNext();
        return;
    }
    if (!answer && m_id && isOvertaken(answer.error())) {
        catchUp();
        return;
    }
    if (!answer) {
        const Acts failed = takeFailed(m_acts, m_id.has_value());
        giveUp(failed, answer.error());
        Q_EMIT changeFailed(answer.error(), texts(failed));
        sendNext();
        return;
    }
    recordedFirst(*answer);
}

void MeetingPresenter::recordedFirst(const Meeting &now)
{
    const Act act = m_acts.front();
    m_acts.pop_front();
    if (now.seq == 0) { // one took oneself out of it
        const Acts left = std::exchange(m_acts, {});
        const Error gone{ErrorCode::NotFound, {}, std::nullopt};
        const QStringList notDone = texts(left);
        close();
        Q_EMIT readFailed(gone);
        if (!notDone.isEmpty())
            Q_EMIT leftUndone(gone, notDone);
        return;
    }
    m_id = now.id;
    m_own = true;
    show(now);
    m_own = false;
    Q_EMIT acted(act.no);
    if (const auto unwanted = m_unwanted.extract(act.no))
        Q_EMIT recorded(unwanted.mapped());
    else if (!act.done.isEmpty())
        Q_EMIT recorded(act.done);
    sendNext();
}

/// Somebody was faster. What is about things they left as they were is sent again; anything else is for its author to see again.
void MeetingPresenter::catchUp()
{
    m_sending = true;
    const int generation = m_generation;
    m_session.desk()
        .ask([id = *m_id](Desk &desk) { return desk.meeting(id); })
        .then(this, [this, generation](const Result<Meeting> &meeting) {
            if (generation != m_generation)
                return;
            m_sending = false;
            if (!meeting && isOutOfReach(meeting.error())) {
                sent(meeting);
                return;
            }
            if (!meeting) {
                std::erase_if(m_acts, [this](const Act &act) { return m_unwanted.erase(act.no) > 0; });
                const Acts failed = std::exchange(m_acts, {});
                giveUp(failed, meeting.error());
                Q_EMIT changeFailed(meeting.error(), texts(failed));
                return;
            }
            const QString tooLate = settleUnwanted(*meeting);
            const Acts lost = takeOvertaken(m_acts, m_meeting, *meeting);
            const QStringList notDone = texts(lost);
            giveUp(lost, Error::refused(Refusal::Stale));
            m_own = !tooLate.isEmpty();
            show(*meeting);
            m_own = false;
            Q_EMIT waitingChanged();
            if (!tooLate.isEmpty())
                Q_EMIT recorded(tooLate);
            if (!lost.empty())
                Q_EMIT overtaken(notDone);
            sendNext();
        });
}

/// Takes out what others have left no sense in; the rest is numbered anew.
MeetingPresenter::Acts MeetingPresenter::takeOvertaken(Acts &acts, const Meeting &seen, const Meeting &now)
{
    Acts lost;
    Acts kept;
    if (!acts.empty())
        ++acts.front().tries;
    for (Act &act : acts) {
        act.sent.reset();
        const bool rests =
            std::any_of(lost.begin(), lost.end(), [&](const Act &one) { return dependsOn(act.change, one.change); });
        const bool holds = !rests && act.tries < kMostTries && stillHolds(act.change, seen, now);
        (holds ? kept : lost).push_back(std::move(act));
    }
    acts = std::move(kept);
    return lost;
}

/// Takes out the first, which is refused, and what rests on it: everything where the meeting itself is not begun.
MeetingPresenter::Acts MeetingPresenter::takeFailed(Acts &acts, bool begun)
{
    Acts lost{acts.front()};
    Acts kept;
    acts.pop_front();
    for (Act &act : acts)
        (!begun || dependsOn(act.change, lost.front().change) ? lost : kept).push_back(std::move(act));
    acts = std::move(kept);
    return lost;
}

void MeetingPresenter::giveUp(const Acts &acts, const Error &why)
{
    m_shown = m_dropped ? without(m_meeting, m_dropped->change) : m_meeting;
    for (const Act &act : acts)
        Q_EMIT notDone(act.no, why);
}

QStringList MeetingPresenter::texts(const Acts &acts) const
{
    QStringList texts;
    for (const Act &act : acts)
        texts += changeText(act.change, m_meeting);
    texts.removeDuplicates();
    return texts;
}

/// What still waits when one leaves the meeting is done though nobody looks on any more, when the line is there again at the latest.
void MeetingPresenter::sendRest()
{
    if (m_finishing || m_rests.empty())
        return;
    m_finishing = true;
    for (Act &act : m_rests.front().acts)
        act.onlyAsks = isUnwanted(act);
    m_session.desk()
        .run([rest = m_rests.front()](Desk &desk) -> Result<Rest> { return finish(desk, rest); })
        .then(this, [this](const Result<Rest> &rest) { restSent(rest); });
}

/// Whoever hears of it may close and open meetings: nothing is said before all of it is in its place.
void MeetingPresenter::restSent(const Result<Rest> &answer)
{
    Rest rest = answer ? *answer : m_rests.front();
    m_rests.pop_front();
    m_finishing = false;
    QStringList tooLate;
    for (const int act : std::exchange(rest.done, {})) {
        if (const auto unwanted = m_unwanted.extract(act))
            tooLate += unwanted.mapped();
    }
    dropUnwanted(rest.acts);
    std::erase_if(rest.notDone, [this](const auto &act) { return m_unwanted.contains(act.first); });
    const bool waits = !rest.acts.empty();
    if (waits) {
        m_rests.push_front(rest);
        QTimer::singleShot(kRetryAfter, this, &MeetingPresenter::sendRest);
    }
    forgetUnwanted();
    const bool isHere = m_id && rest.id == m_id && m_meeting.seq > 0; // one has come back to it meanwhile
    if (isHere && rest.seen.seq > m_meeting.seq && !m_sending) {
        m_kept = false;
        m_own = rest.hasEnded;
        show(rest.seen);
        m_own = false;
    }
    for (const QString &words : tooLate) {
        if (isHere)
            Q_EMIT recorded(words);
        else
            Q_EMIT recordedElsewhere(words);
    }
    Q_EMIT waitingChanged();
    if (waits)
        return;
    QStringList notDone;
    for (const auto &act : rest.notDone)
        notDone += act.second;
    notDone.removeDuplicates();
    if (!notDone.isEmpty())
        Q_EMIT leftUndone(*rest.error, notDone);
    sendRest();
}

/// Does what can be done; where the line breaks, acts are left.
MeetingPresenter::Rest MeetingPresenter::finish(Desk &desk, Rest rest)
{
    const auto lose = [&rest](const Acts &acts, const Error &why) {
        for (const Act &act : acts)
            rest.notDone.emplace(act.no, changeText(act.change, rest.seen));
        if (!acts.empty())
            rest.error = why;
    };
    while (!rest.acts.empty()) {
        Act &act = rest.acts.front();
        if (act.onlyAsks && rest.id) {
            const auto now = desk.meeting(*rest.id);
            if (!now && isOutOfReach(now.error()))
                return rest;
            if (now && isDone(act.change, *now)) {
                rest.done.push_back(act.no);
                rest.hasEnded = true;
            }
            rest.acts.pop_front();
            if (now && rest.acts.empty()) // else what comes next is told that it is not up to date
                rest.seen = *now;
            continue;
        }
        act.send(rest.seen);
        const auto done = desk.changeMeeting(rest.id, act.sent->seq, act.request, act.sent->change);
        if (done) {
            rest.done.push_back(act.no);
            rest.hasEnded = rest.hasEnded || act.change == MeetingChange(SetState{MeetingState::Closed});
            rest.acts.pop_front();
            rest.id = done->id;
            rest.seen = *done;
        } else if (isOutOfReach(done.error())) {
            act.wait(done.error());
            return rest;
        } else if (rest.id && isOvertaken(done.error())) {
            const auto now = desk.meeting(*rest.id);
            if (!now && isOutOfReach(now.error()))
                return rest;
            lose(now ? takeOvertaken(rest.acts, rest.seen, *now) : std::exchange(rest.acts, {}),
                 now ? done.error() : now.error());
            if (now)
                rest.seen = *now;
        } else {
            lose(takeFailed(rest.acts, rest.id.has_value()), done.error());
        }
    }
    return rest;
}

} // namespace kessai
