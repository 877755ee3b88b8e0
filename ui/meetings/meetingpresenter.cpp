// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingpresenter.h"

#include "core/services/answer.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"

#include <QTimer>
#include <QUuid>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kMostTries = 5;
constexpr int kRetryAfter = 10'000; ///< milliseconds

/// Whether a change only adds something, so that it says the same whatever others did meanwhile.
bool onlyAdds(const MeetingChange &change)
{
    if (const auto *item = std::get_if<SetItem>(&change))
        return item->item == 0;
    if (const auto *paper = std::get_if<PutPaper>(&change))
        return paper->revision == 1;
    if (const auto *asked = std::get_if<AskPaper>(&change))
        return asked->paper == 0;
    return false;
}

/// What is new gets the next number as late as can be.
MeetingChange numbered(MeetingChange change, const Meeting &meeting)
{
    if (auto *item = std::get_if<SetItem>(&change); item && item->item == 0)
        item->item = meeting.lastItem + 1;
    if (auto *paper = std::get_if<PutPaper>(&change); paper && paper->paper == 0)
        paper->paper = meeting.lastPaper + 1;
    if (auto *asked = std::get_if<AskPaper>(&change); asked && asked->paper == 0)
        asked->paper = meeting.lastPaper + 1;
    return change;
}

/// The meeting without what a DropItem or DropPaper names.
Meeting without(Meeting meeting, const MeetingChange &drop)
{
    if (const auto *item = std::get_if<DropItem>(&drop))
        std::erase_if(meeting.items, [&](const AgendaItem &one) { return one.id == item->item; });
    if (const auto *paper = std::get_if<DropPaper>(&drop)) {
        for (AgendaItem &item : meeting.items)
            std::erase_if(item.papers, [&](const Paper &one) { return one.id == paper->paper; });
    }
    return meeting;
}

} // namespace

MeetingPresenter::MeetingPresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &DeskSession::connectionRestored, this, &MeetingPresenter::sendAgain);
}

MeetingPresenter::~MeetingPresenter() = default;

void MeetingPresenter::open(MeetingId id)
{
    close();
    const int generation = m_generation;
    m_id = id;
    m_session.desk()
        .ask([id](Desk &desk) { return desk.meeting(id); })
        .then(this, [this, generation](const Result<Meeting> &meeting) {
            if (generation != m_generation)
                return;
            if (!meeting) {
                m_id.reset();
                Q_EMIT readFailed(meeting.error());
                return;
            }
            m_meeting = m_shown = *meeting;
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
    if (m_id && m_acts.size() > size_t(m_sending))
        sendRest({m_acts.begin() + (m_sending ? 1 : 0), m_acts.end()});
    ++m_generation;
    m_acts.clear();
    m_sending = m_waiting = false;
    m_id.reset();
    m_meeting = m_shown = Meeting();
}

void MeetingPresenter::refresh()
{
    if (!m_id || m_meeting.seq == 0 || m_sending)
        return;
    const int generation = m_generation;
    const int asked = ++m_reads;
    m_session.desk()
        .ask([id = *m_id](Desk &desk) { return desk.meeting(id); })
        .then(this, [this, generation, asked](const Result<Meeting> &meeting) {
            if (generation != m_generation || asked != m_reads || m_sending)
                return; // an act that was sent meanwhile tells more
            if (!meeting) {
                if (meeting.error().code == ErrorCode::NotFound || meeting.error().code == ErrorCode::AccessDenied)
                    Q_EMIT readFailed(meeting.error());
                return;
            }
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
            if (generation == m_generation && opened)
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

void MeetingPresenter::change(const MeetingChange &change, const QString &done)
{
    settleDrop();
    if (!m_acts.empty() && m_acts.back().change == change)
        return; // a field that is left twice
    m_acts.push_back({change, done, QUuid::createUuid().toString(QUuid::WithoutBraces)});
    sendNext();
}

void MeetingPresenter::drop(const MeetingChange &change, const QString &done)
{
    settleDrop();
    m_dropped = Act{change, {}, QUuid::createUuid().toString(QUuid::WithoutBraces)};
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

void MeetingPresenter::sendNext()
{
    if (m_sending || m_waiting || m_acts.empty())
        return;
    m_sending = true;
    const int generation = m_generation;
    const Act &act = m_acts.front();
    m_session.desk()
        .run([id = m_id, seq = m_meeting.seq, request = act.request, change = numbered(act.change, m_meeting)](
                 Desk &desk) { return desk.changeMeeting(id, seq, request, change); })
        .then(this, [this, generation](const Result<Meeting> &answer) {
            if (generation == m_generation)
                sent(answer);
            else if (!answer)
                Q_EMIT changeFailed(answer.error());
        });
}

/// What still waits when one leaves the meeting is done though nobody looks on any more.
void MeetingPresenter::sendRest(std::vector<Act> acts)
{
    m_session.desk()
        .run([id = *m_id, acts = std::move(acts)](Desk &desk) -> Result<> {
            for (const Act &act : acts) {
                const auto meeting = desk.meeting(id);
                if (!meeting)
                    return meeting.failure();
                const MeetingChange change = numbered(act.change, *meeting);
                if (const auto done = desk.changeMeeting(id, meeting->seq, act.request, change); !done)
                    return done.failure();
            }
            return {};
        })
        .then(this, [this](const Result<> &done) {
            if (!done)
                Q_EMIT changeFailed(done.error());
        });
}

void MeetingPresenter::sent(const Result<Meeting> &answer)
{
    m_sending = false;
    if (!answer && isOutOfReach(answer.error())) {
        m_waiting = true; // the same request again is safe, whatever became of this one
        QTimer::singleShot(kRetryAfter, this, &MeetingPresenter::sendAgain);
        Q_EMIT changeFailed(answer.error());
        m_session.refresh();
        return;
    }
    if (!answer && (answer.error().refusal == Refusal::Stale || answer.error().refusal == Refusal::WrongState)) {
        catchUp();
        return;
    }
    const Act act = m_acts.front();
    m_acts.pop_front();
    if (!answer) {
        giveUp();
        Q_EMIT changeFailed(answer.error());
        return;
    }
    if (answer->seq == 0) { // one took oneself out of it
        close();
        Q_EMIT readFailed(Error{ErrorCode::NotFound, {}, std::nullopt});
        return;
    }
    m_id = answer->id;
    show(*answer);
    if (!act.done.isEmpty())
        Q_EMIT recorded(act.done);
    sendNext();
}

/// Somebody was faster. What only adds is sent again as it is; anything else is for its author to see again.
void MeetingPresenter::catchUp()
{
    if (!m_id) {
        giveUp();
        return;
    }
    m_sending = true;
    const int generation = m_generation;
    m_session.desk()
        .ask([id = *m_id](Desk &desk) { return desk.meeting(id); })
        .then(this, [this, generation](const Result<Meeting> &meeting) {
            if (generation != m_generation)
                return;
            m_sending = false;
            if (!meeting) {
                giveUp();
                Q_EMIT changeFailed(meeting.error());
                return;
            }
            Act &act = m_acts.front();
            const bool again = onlyAdds(act.change) && ++act.tries < kMostTries;
            if (again)
                act.request = QUuid::createUuid().toString(QUuid::WithoutBraces);
            else
                giveUp();
            show(*meeting);
            if (!again)
                Q_EMIT overtaken();
            sendNext();
        });
}

/// What was to follow rested on what has failed.
void MeetingPresenter::giveUp()
{
    m_acts.clear();
    m_shown = m_dropped ? without(m_meeting, m_dropped->change) : m_meeting;
}

} // namespace kessai
