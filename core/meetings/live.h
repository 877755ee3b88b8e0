// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meetingsight.h"

#include <QPointF>

// What holds only while a meeting runs: where the presenter is, who wants to speak, what was cast so far.

namespace kessai {

/// A page of a paper, how far down it somebody is, and what is pointed at on it.
struct LivePlace final {
    int paper = 0;                    ///< 0 for none, or for one the reader does not see
    int revision = 0;                 ///< as the presenter has it before them
    int page = 0;                     ///< 0-based
    std::optional<QPointF> pointer{}; ///< in shares (0 to 1) of the page as it lies in the file
    double scrolled = 0;              ///< how far down the page they are: 0 its beginning, 1 its end in sight
    friend bool operator==(const LivePlace &, const LivePlace &) = default;
};

/// Somebody who asked to speak, or speaks.
struct Speaker final {
    StaffId who{0};
    Instant asked{0};
    Instant began{0}; ///< not 0 for the one who speaks
    friend bool operator==(const Speaker &, const Speaker &) = default;
};

/// A running meeting at this moment, as somebody may see it. Of one that does not run only `seq` and `now` say anything.
struct LiveMeeting final {
    qint64 mark = 0; ///< another one whenever anything of this changed; 0 while the meeting does not run
    int seq = 0;     ///< of the meeting's last act: a higher one than is known says that there is something to read
    Instant now{0};  ///< when this was told, by the clock of the database
    StaffId presenter{0}; ///< 0 where nobody presents
    LivePlace place{};    ///< the presenter's
    int called = 0;       ///< how many times all were called to the presenter's place
    Instant calledAt{0};
    std::vector<Speaker> speakers{}; ///< in the order in which they asked
    int speakLimit = 0;              ///< seconds for the one who speaks; 0 for no limit
    int vote = 0;                    ///< the open one, where the reader sees its item
    int votesCast = 0;
    int participants = 0; ///< who may vote on it; without a vote, who is there
    std::optional<BallotChoice> myBallot{};
    std::vector<Ballot> ballots{}; ///< so far, by staff id: of a vote by name, for secretaries and chair
    QByteArray channel{}; ///< on which the database rings when something changed; empty where it does not (a file)
    friend bool operator==(const LiveMeeting &, const LiveMeeting &) = default;
};

// What is done while it runs -----------------------------------------------------------------------------------------------

/// By the presenter.
struct ShowPlace final {
    LivePlace place;
    friend bool operator==(const ShowPlace &, const ShowPlace &) = default;
};
/// By a secretary, the chair, or the presenter, who hands it on: somebody invited who is no observer; nobody for 0.
struct SetPresenter final {
    StaffId who{0};
    friend bool operator==(const SetPresenter &, const SetPresenter &) = default;
};
/// By a secretary: everybody is brought to the presenter's place once, and may leave again.
struct CallAll final {
    friend bool operator==(const CallAll &, const CallAll &) = default;
};
/// By whoever may vote: a member or the chair who is there. It can be changed while the vote is open.
struct CastBallot final {
    int vote = 0;
    BallotChoice choice = BallotChoice::Abstain;
    friend bool operator==(const CastBallot &, const CastBallot &) = default;
};
/// By anybody invited but observers, for themselves; and takes it back.
struct AskToSpeak final {
    bool wants = true;
    friend bool operator==(const AskToSpeak &, const AskToSpeak &) = default;
};
/// By a secretary or the chair: from whoever has it to somebody else, whether they asked or not, or to nobody.
struct GiveTheFloor final {
    std::optional<StaffId> who{};
    int limit = 0; ///< seconds, 0 for none
    friend bool operator==(const GiveTheFloor &, const GiveTheFloor &) = default;
};
using LiveChange = std::variant<ShowPlace, SetPresenter, CallAll, CastBallot, AskToSpeak, GiveTheFloor>;

inline constexpr int kMostSpeakSeconds = 7'200;

// How a notary keeps it ----------------------------------------------------------------------------------------------------

/// What is kept of a meeting while it runs, whole.
struct LiveState final {
    qint64 mark = 1;
    StaffId presenter{0};
    LivePlace place{};
    int called = 0;
    Instant calledAt{0};
    std::vector<Speaker> speakers{}; ///< in the order in which they asked
    int speakLimit = 0;
    std::vector<Ballot> ballots{}; ///< of the open vote, by staff id
    friend bool operator==(const LiveState &, const LiveState &) = default;
};

/// Whether somebody may do this while a meeting runs (`whole`, as in meetingsight.h): AccessDenied where they were not invited, then
/// WrongState where it does not run (no `state`), then AccessDenied or Invalid.
Result<> checkLiveChange(const Meeting &whole, const std::optional<LiveState> &state, const LiveChange &change,
                         StaffId who);
void applyLiveChange(LiveState &state, const LiveChange &change, StaffId who, Instant at);

/// What becomes of it by an act: it begins when the meeting does, with whoever began it presenting, and ends with it; who was taken out or
/// sees an item no more has no part in it any longer, nor a vote who has left. Nothing while the meeting does not run. `after` is the meeting with the act done.
std::optional<LiveState> liveAfter(std::optional<LiveState> state, const Meeting &after, const MeetingChange &change,
                                   StaffId who);

/// The end of the open vote with what was cast.
CloseVote countedVote(const Meeting &whole, const LiveState &state, int vote);

/// What a reader gets; AccessDenied for whoever is only asked for a paper. `state` is nothing where the meeting does not run.
Result<LiveMeeting> liveFor(const Meeting &whole, const std::optional<LiveState> &state, const MeetingViewer &reader,
                            Instant now);

} // namespace kessai
