// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/live.h"

#include <algorithm>

namespace kessai {

namespace {

Fail<Error> nonsense(const char *why)
{
    return fail(ErrorCode::Invalid, QLatin1String(why));
}

Fail<Error> denied(const char *why)
{
    return fail(ErrorCode::AccessDenied, QLatin1String(why));
}

Fail<Error> notNow(const char *why)
{
    return fail(Error::refused(Refusal::WrongState, QLatin1String(why)));
}

bool isIn(const Meeting &whole, StaffId who, std::initializer_list<MeetingRole> roles)
{
    const MeetingMember *member = whole.member(who);
    return member && std::find(roles.begin(), roles.end(), member->role) != roles.end();
}

/// Whether somebody speaks and presents there.
bool takesPart(const Meeting &whole, StaffId who)
{
    return isIn(whole, who, {MeetingRole::Member, MeetingRole::Chair, MeetingRole::Secretary});
}

bool leads(const Meeting &whole, StaffId who)
{
    return isIn(whole, who, {MeetingRole::Chair, MeetingRole::Secretary});
}

bool isShare(qreal value)
{
    return value >= 0 && value <= 1; // false for what is no number
}

class LiveCheck final {
public:
    LiveCheck(const Meeting &whole, const LiveState &state, StaffId who) : m_whole(whole), m_state(state), m_who(who) {}

    Result<> operator()(const ShowPlace &change) const
    {
        if (m_who != m_state.presenter)
            return denied("the presenter shows where they are");
        const LivePlace &place = change.place;
        const Paper *paper = m_whole.paper(place.paper);
        const auto file = paper
            ? std::find_if(paper->files.begin(), paper->files.end(),
                           [&place](const PaperFile &one) { return one.revision == place.revision; })
            : std::vector<PaperFile>::const_iterator();
        if (!paper || file == paper->files.end() || place.page < 0 || place.page >= file->pages
            || !seesItem(m_whole, {m_who}, *m_whole.itemOf(place.paper)))
            return nonsense("there is no such page");
        if (!isShare(place.scrolled))
            return nonsense("one is between a page's beginning and its end");
        return !place.pointer || (isShare(place.pointer->x()) && isShare(place.pointer->y()))
            ? Result<>()
            : Result<>(nonsense("what is pointed at is on the page"));
    }
    Result<> operator()(const SetPresenter &change) const
    {
        if (m_who != m_state.presenter && !leads(m_whole, m_who))
            return denied("the presenter, the chair and secretaries say who presents");
        return change.who == StaffId(0) || takesPart(m_whole, change.who)
            ? Result<>()
            : Result<>(nonsense("whoever presents takes part"));
    }
    Result<> operator()(const CallAll &) const
    {
        return isIn(m_whole, m_who, {MeetingRole::Secretary}) ? Result<>()
                                                              : Result<>(denied("secretaries call all together"));
    }
    Result<> operator()(const CastBallot &change) const
    {
        const Vote *vote = m_whole.openVote();
        const AgendaItem *item = vote ? m_whole.item(vote->item) : nullptr;
        if (!item || vote->id != change.vote || !seesItem(m_whole, {m_who}, *item))
            return notNow("that vote is not open");
        return hasVote(m_whole, m_who, vote->item) ? Result<>() : Result<>(denied("members vote who are there"));
    }
    Result<> operator()(const AskToSpeak &) const
    {
        return takesPart(m_whole, m_who) ? Result<>() : Result<>(denied("observers do not speak"));
    }
    Result<> operator()(const GiveTheFloor &change) const
    {
        if (!leads(m_whole, m_who))
            return denied("the chair and secretaries give the floor");
        return (!change.who || takesPart(m_whole, *change.who)) && change.limit >= 0
                && change.limit <= kMostSpeakSeconds
            ? Result<>()
            : Result<>(nonsense("whoever speaks takes part, for a time"));
    }

private:
    const Meeting &m_whole;
    const LiveState &m_state;
    StaffId m_who;
};

class LiveApplier final {
public:
    LiveApplier(LiveState &state, StaffId who, Instant at) : m_state(state), m_who(who), m_at(at) {}

    void operator()(const ShowPlace &change) const { m_state.place = change.place; }
    void operator()(const SetPresenter &change) const
    {
        m_state.presenter = change.who;
        m_state.place.pointer.reset();
    }
    void operator()(const CallAll &) const
    {
        ++m_state.called;
        m_state.calledAt = m_at;
    }
    void operator()(const CastBallot &change) const
    {
        auto &ballots = m_state.ballots;
        std::erase_if(ballots, [this](const Ballot &one) { return one.who == m_who; });
        const auto after =
            std::find_if(ballots.begin(), ballots.end(), [this](const Ballot &one) { return m_who < one.who; });
        ballots.insert(after, {m_who, change.choice});
    }
    void operator()(const AskToSpeak &change) const
    {
        if (!change.wants)
            std::erase_if(m_state.speakers, [this](const Speaker &one) { return one.who == m_who; });
        else if (!entry(m_who))
            m_state.speakers.push_back({m_who, m_at});
    }
    void operator()(const GiveTheFloor &change) const
    {
        std::erase_if(m_state.speakers,
                      [&change](const Speaker &one) { return one.began != Instant(0) && change.who != one.who; });
        m_state.speakLimit = change.who ? change.limit : 0;
        if (!change.who)
            return;
        if (!entry(*change.who))
            m_state.speakers.push_back({*change.who, m_at});
        entry(*change.who)->began = m_at;
    }

private:
    Speaker *entry(StaffId who) const
    {
        const auto found = std::find_if(m_state.speakers.begin(), m_state.speakers.end(),
                                        [who](const Speaker &one) { return one.who == who; });
        return found == m_state.speakers.end() ? nullptr : &*found;
    }

    LiveState &m_state;
    StaffId m_who;
    Instant m_at;
};

} // namespace

Result<> checkLiveChange(const Meeting &whole, const std::optional<LiveState> &state, const LiveChange &change,
                         StaffId who)
{
    if (!whole.member(who))
        return denied("those who were invited take part in a meeting");
    return state ? std::visit(LiveCheck(whole, *state, who), change) : Result<>(notNow("the meeting does not run"));
}

void applyLiveChange(LiveState &state, const LiveChange &change, StaffId who, Instant at)
{
    std::visit(LiveApplier(state, who, at), change);
    ++state.mark;
}

std::optional<LiveState> liveAfter(std::optional<LiveState> state, const Meeting &after, const MeetingChange &change,
                                   StaffId who)
{
    if (after.state != MeetingState::Running)
        return {};
    if (!state)
        return LiveState{.presenter = who};
    ++state->mark;
    if (std::holds_alternative<CloseVote>(change) || std::holds_alternative<CallOffVote>(change))
        state->ballots.clear();
    if (!takesPart(after, state->presenter))
        state->presenter = StaffId(0);
    if (!after.paper(state->place.paper))
        state->place = {};
    // Whoever is noted to have left does not speak any more, nor wait for it.
    const auto *noted = std::get_if<NoteAttendance>(&change);
    std::erase_if(state->speakers, [&after, noted](const Speaker &one) {
        const bool isNoted =
            noted && std::ranges::find(noted->people, one.who, &Attendance::who) != noted->people.end();
        return !takesPart(after, one.who) || (isNoted && !after.isThere(one.who));
    });
    std::erase_if(state->ballots, [&after](const Ballot &one) {
        return !after.openVote() || !hasVote(after, one.who, after.openVote()->item);
    });
    return state;
}

CloseVote countedVote(const Meeting &whole, const LiveState &state, int vote)
{
    CloseVote closing{.vote = vote};
    for (const Ballot &ballot : state.ballots) {
        switch (ballot.choice) {
        case BallotChoice::Yes: ++closing.yes; break;
        case BallotChoice::No: ++closing.no; break;
        case BallotChoice::Abstain: ++closing.abstain; break;
        }
    }
    const Vote *open = whole.openVote();
    if (open && open->byName)
        closing.ballots = state.ballots;
    return closing;
}

Result<LiveMeeting> liveFor(const Meeting &whole, const std::optional<LiveState> &state, const MeetingViewer &reader,
                            Instant now)
{
    const MeetingSight sight = sightOf(whole, reader);
    if (sight == MeetingSight::None)
        return fail(ErrorCode::NotFound, QStringLiteral("no such meeting"));
    if (sight == MeetingSight::Items)
        return denied("a running meeting is for those who were invited");
    LiveMeeting live{.seq = whole.seq, .now = now};
    if (!state)
        return live;
    live.mark = state->mark;
    live.presenter = state->presenter;
    live.called = state->called;
    live.calledAt = state->calledAt;
    live.speakers = state->speakers;
    live.speakLimit = state->speakLimit;
    const AgendaItem *shown = whole.itemOf(state->place.paper);
    if (shown && seesItem(whole, reader, *shown))
        live.place = state->place;
    const Vote *vote = whole.openVote();
    const AgendaItem *under = vote ? whole.item(vote->item) : nullptr;
    const bool sees = under && seesItem(whole, reader, *under);
    live.participants = int(std::count_if(whole.members.begin(), whole.members.end(), [&](const MeetingMember &one) {
        return whole.isThere(one.who) && (!sees || mayVote(whole, one.who, vote->item));
    }));
    if (!sees)
        return live;
    live.vote = vote->id;
    live.votesCast = int(state->ballots.size());
    for (const Ballot &ballot : state->ballots) {
        if (ballot.who == reader.who)
            live.myBallot = ballot.choice;
    }
    if (vote->byName && leads(whole, reader.who))
        live.ballots = state->ballots;
    return live;
}

} // namespace kessai
