// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meetingproof.h"
#include "core/store/inkend.h"
#include "core/store/meetingqueries.h"
#include "core/store/openstore.h"
#include "tests/store/meetingoffice.h"

// Meetings while they run and what comes of them, the same on every database.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

/// Goes on whenever it is looked at, as a computer's clock does.
class TickingClock final : public Clock {
public:
    explicit TickingClock(Instant now) : m_us(now.microseconds()) {}
    Instant now() const override { return Instant(++m_us); }

private:
    mutable qint64 m_us;
};

class LiveContract : public MeetingOffice {
protected:
    /// The meeting runs, and its chair and members have come.
    void begin()
    {
        publish();
        done(people.sato, SetState{MeetingState::Running});
        for (const StaffId who : {people.kato, people.seki})
            ASSERT_TRUE(fine(note(who, {{who, AttendanceState::Present}})));
    }
    Result<MeetingRecord> note(StaffId who, const std::vector<Attendance> &attendance)
    {
        return at(who).change(id, kWhateverSeen, freshRequestId(), NoteAttendance{attendance});
    }
    Result<LiveMeeting> live(StaffId who, const LiveChange &change) { return at(who).changeLive(*id, change); }
    LiveMeeting seen(StaffId who)
    {
        const auto live = at(who).live(*id);
        EXPECT_TRUE(fine(live));
        return live ? *live : LiveMeeting();
    }
    int next() { return int(read(people.sato).acts.size()) + 1; }
    int openVote(bool byName, int item = 1)
    {
        const int vote = next();
        done(people.sato, OpenVote{vote, item, u"原案のとおりとしてよいか"_s, byName});
        return vote;
    }
    QStringList faults()
    {
        const auto database = office.ownersDatabase();
        const auto tables = readMeetingTables(**database, *id);
        EXPECT_TRUE(fine(tables));
        return tables ? meetingFaults(*id, *readMeetingActs(**database, *id), *tables) : QStringList();
    }
    std::vector<MyAction> actionsOf(StaffId who)
    {
        const auto actions = at(who).myActions();
        EXPECT_TRUE(fine(actions));
        return actions ? *actions : std::vector<MyAction>();
    }
};
KESSAI_ON_BOTH_DATABASES(LiveContract);

} // namespace

TEST_P(LiveContract, SaysNothingOfAMeetingThatDoesNotRun)
{
    publish();

    const LiveMeeting quiet = seen(people.kato);

    EXPECT_EQ(quiet.seq, meeting(people.sato).seq);
    EXPECT_GT(quiet.now, Instant(0));
    EXPECT_EQ(quiet, (LiveMeeting{.seq = quiet.seq, .now = quiet.now}));
    EXPECT_TRUE(refused(live(people.kato, AskToSpeak{}), Refusal::WrongState));
    EXPECT_TRUE(failed(at(people.shiba).live(*id), ErrorCode::NotFound));
    EXPECT_TRUE(failed(live(people.shiba, AskToSpeak{}), ErrorCode::NotFound));
    EXPECT_TRUE(failed(at(people.zaizen).live(*id), ErrorCode::AccessDenied)) << "they are only asked for a paper";
    EXPECT_TRUE(failed(live(people.fukuda, AskToSpeak{}), ErrorCode::AccessDenied)) << "auditors look on";
}

TEST_P(LiveContract, ShowsWhereThePresenterIsToThoseWhoSeeThePaper)
{
    begin();
    const qint64 before = seen(people.seki).mark;
    EXPECT_EQ(seen(people.seki).presenter, people.sato);
    const ShowPlace there{{.paper = 1, .revision = 1, .page = 2, .pointer = QPointF(0.25, 0.75), .scrolled = 0.5}};

    const auto shown = live(people.sato, there);

    ASSERT_TRUE(fine(shown));
    EXPECT_EQ(shown->place, there.place);
    EXPECT_EQ(seen(people.seki).place, there.place);
    EXPECT_GT(seen(people.seki).mark, before);
    EXPECT_EQ(seen(people.fukuda).place, there.place);
    ASSERT_TRUE(fine(live(people.sato, ShowPlace{{.paper = 2, .revision = 1, .page = 0, .pointer = {}}})));
    EXPECT_EQ(seen(people.kato).place.paper, 2);
    EXPECT_EQ(seen(people.seki).place, LivePlace()) << "it is hidden from them";
    EXPECT_TRUE(failed(live(people.kato, there), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(live(people.sato, ShowPlace{{.paper = 1, .revision = 1, .page = 3, .pointer = {}}}),
                       ErrorCode::Invalid));
    EXPECT_TRUE(failed(live(people.sato, ShowPlace{{.paper = 1, .revision = 2, .page = 0, .pointer = {}}}),
                       ErrorCode::Invalid));
}

TEST_P(LiveContract, HandsOnAndCallsTogether)
{
    begin();

    ASSERT_TRUE(fine(live(people.kato, SetPresenter{people.seki})));
    EXPECT_TRUE(failed(live(people.kato, CallAll{}), ErrorCode::AccessDenied));
    ASSERT_TRUE(fine(live(people.sato, CallAll{})));
    ASSERT_TRUE(fine(live(people.sato, CallAll{})));

    EXPECT_EQ(seen(people.kato).presenter, people.seki);
    EXPECT_EQ(seen(people.kato).called, 2);
    EXPECT_GT(seen(people.kato).calledAt, Instant(0));
    EXPECT_TRUE(failed(live(people.seki, SetPresenter{people.shiba}), ErrorCode::Invalid));
    ASSERT_TRUE(fine(live(people.seki, SetPresenter{StaffId(0)})));
    EXPECT_EQ(seen(people.kato).presenter, StaffId(0));
}

TEST_P(LiveContract, CountsVotesByNameAndOthers)
{
    begin();
    const int vote = openVote(true);
    ASSERT_TRUE(fine(live(people.seki, CastBallot{vote, BallotChoice::No})));
    ASSERT_TRUE(fine(live(people.seki, CastBallot{vote, BallotChoice::Yes})));
    ASSERT_TRUE(fine(live(people.kato, CastBallot{vote, BallotChoice::Abstain})));
    EXPECT_TRUE(failed(live(people.sato, CastBallot{vote, BallotChoice::Yes}), ErrorCode::AccessDenied));
    EXPECT_EQ(seen(people.seki).votesCast, 2);
    EXPECT_EQ(seen(people.seki).participants, 2);
    EXPECT_EQ(seen(people.seki).myBallot, BallotChoice::Yes);
    EXPECT_TRUE(seen(people.seki).ballots.empty());
    std::vector<Ballot> cast{{people.kato, BallotChoice::Abstain}, {people.seki, BallotChoice::Yes}};
    std::sort(cast.begin(), cast.end(), [](const Ballot &one, const Ballot &other) { return one.who < other.who; });
    EXPECT_EQ(seen(people.kato).ballots, cast);
    EXPECT_EQ(faults(), QStringList());

    const QString request = freshRequestId();
    ASSERT_TRUE(fine(at(people.kato).change(id, vote, request, CloseVote{vote})));

    EXPECT_TRUE(fine(at(people.kato).change(id, vote, request, CloseVote{vote}))) << "asked again, once done";
    ASSERT_EQ(meeting(people.seki).votes.size(), 1u);
    const Vote closed = meeting(people.seki).votes[0];
    EXPECT_EQ(closed.ballots, cast);
    EXPECT_EQ(std::tuple(closed.yes, closed.no, closed.abstain), std::tuple(1, 0, 1));
    const int secret = openVote(false);
    ASSERT_TRUE(fine(live(people.seki, CastBallot{secret, BallotChoice::No})));
    EXPECT_TRUE(seen(people.sato).ballots.empty());
    done(people.sato, CloseVote{secret, {{people.seki, BallotChoice::Yes}}, 9, 9, 9});
    const Vote counted = meeting(people.seki).votes[1];
    EXPECT_TRUE(counted.ballots.empty());
    EXPECT_EQ(std::tuple(counted.yes, counted.no, counted.abstain), std::tuple(0, 1, 0));
    EXPECT_EQ(faults(), QStringList());
}

TEST_P(LiveContract, KeepsNothingOfAVoteThatIsCalledOff)
{
    begin();
    const int vote = openVote(true);
    ASSERT_TRUE(fine(live(people.seki, CastBallot{vote, BallotChoice::No})));
    const QString request = freshRequestId();
    EXPECT_TRUE(failed(at(people.seki).change(id, vote, request, CallOffVote{vote}), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(at(people.kato).change(id, vote, request, CallOffVote{vote + 1}), ErrorCode::Invalid));

    ASSERT_TRUE(fine(at(people.kato).change(id, vote, request, CallOffVote{vote})));

    EXPECT_TRUE(fine(at(people.kato).change(id, vote, request, CallOffVote{vote}))) << "asked again, once done";
    EXPECT_TRUE(refused(live(people.seki, CastBallot{vote, BallotChoice::Yes}), Refusal::WrongState));
    ASSERT_EQ(meeting(people.seki).votes.size(), 1u);
    const Vote off = meeting(people.seki).votes[0];
    EXPECT_TRUE(off.calledOff && !off.open);
    EXPECT_TRUE(off.ballots.empty());
    EXPECT_EQ(std::tuple(off.yes, off.no, off.abstain), std::tuple(0, 0, 0));
    EXPECT_EQ(seen(people.kato).votesCast, 0);
    EXPECT_EQ(faults(), QStringList());
    const int next = openVote(true);
    EXPECT_EQ(seen(people.kato).vote, next);
    EXPECT_EQ(seen(people.kato).votesCast, 0) << "what was cast before is nobody's any more";
    EXPECT_TRUE(failed(at(people.kato).change(id, next, freshRequestId(), CallOffVote{vote}), ErrorCode::Invalid));
}

TEST_P(LiveContract, HidesAVoteWithItsItem)
{
    begin();
    const int vote = openVote(true, 2);

    EXPECT_TRUE(refused(live(people.seki, CastBallot{vote, BallotChoice::Yes}), Refusal::WrongState));
    EXPECT_EQ(seen(people.seki).vote, 0);
    EXPECT_EQ(seen(people.seki).participants, 2);
    EXPECT_TRUE(meeting(people.seki).votes.empty());
    EXPECT_EQ(seen(people.kato).participants, 1);
    ASSERT_TRUE(fine(live(people.kato, CastBallot{vote, BallotChoice::Yes})));
    done(people.sato, HideItem{2, {people.seki, people.kato}});
    done(people.sato, CloseVote{vote});
    EXPECT_EQ(meeting(people.sato).votes[0].yes, 0);
}

TEST_P(LiveContract, KeepsAListOfWhoWantsToSpeak)
{
    begin();
    ASSERT_TRUE(fine(live(people.seki, AskToSpeak{})));
    ASSERT_TRUE(fine(live(people.seki, AskToSpeak{})));
    ASSERT_TRUE(fine(live(people.kato, GiveTheFloor{people.seki, 90})));

    ASSERT_EQ(seen(people.sato).speakers.size(), 1u);
    EXPECT_GT(seen(people.sato).speakers[0].began, Instant(0));
    EXPECT_EQ(seen(people.sato).speakLimit, 90);
    ASSERT_TRUE(fine(live(people.kato, GiveTheFloor{people.kato, 0})));
    ASSERT_EQ(seen(people.sato).speakers.size(), 1u);
    EXPECT_EQ(seen(people.sato).speakers[0].who, people.kato) << "they did not ask";
    ASSERT_TRUE(fine(live(people.sato, GiveTheFloor{})));
    EXPECT_TRUE(seen(people.sato).speakers.empty());
    EXPECT_TRUE(failed(live(people.seki, GiveTheFloor{people.seki, 0}), ErrorCode::AccessDenied));
    ASSERT_TRUE(fine(live(people.seki, AskToSpeak{})));
    ASSERT_TRUE(fine(live(people.seki, AskToSpeak{false})));
    EXPECT_TRUE(seen(people.sato).speakers.empty());
}

TEST_P(LiveContract, TakesWhoComesWhateverWasSeen)
{
    begin();

    EXPECT_TRUE(meeting(people.seki).isThere(people.seki));
    EXPECT_TRUE(failed(at(people.sato).change(id, kWhateverSeen, freshRequestId(), SetState{MeetingState::Closed}),
                       ErrorCode::Invalid));
    EXPECT_TRUE(failed(note(people.seki, {{people.kato, AttendanceState::Present}}), ErrorCode::AccessDenied));
    ASSERT_TRUE(fine(note(people.seki, {{people.seki, AttendanceState::Left, 590}})));
    EXPECT_EQ(seen(people.sato).participants, 1);
    EXPECT_EQ(faults(), QStringList());
}

TEST_P(LiveContract, EndsTheSpeechOfWhoeverLeaves)
{
    begin();
    ASSERT_TRUE(fine(live(people.kato, GiveTheFloor{people.seki, 300})));
    ASSERT_TRUE(fine(note(people.sato, {{people.seki, AttendanceState::Late, 550}})));
    ASSERT_EQ(seen(people.kato).speakers.size(), 1u);

    ASSERT_TRUE(fine(note(people.sato, {{people.seki, AttendanceState::Left, 590}})));

    EXPECT_TRUE(seen(people.kato).speakers.empty());
    ASSERT_TRUE(fine(live(people.kato, GiveTheFloor{people.seki, 0})));
    ASSERT_TRUE(fine(note(people.sato, {{people.kato, AttendanceState::Present, -1}})));
    EXPECT_EQ(seen(people.kato).speakers.size(), 1u) << "what is noted of others ends no speech";
}

TEST_P(LiveContract, GivesSomebodySomethingToDo)
{
    begin();
    const int number = next();
    done(people.kato, AssignAction{number, 1, u"周知文を作る"_s, people.shiba, QDate(2020, 1, 31)});
    ASSERT_EQ(actionsOf(people.shiba).size(), 1u);
    MyAction mine = actionsOf(people.shiba)[0];
    EXPECT_EQ(mine,
              (MyAction{*id, u"庁議"_s, QDate(2026, 12, 1), number, u"周知文を作る"_s, QDate(2020, 1, 31), true,
                        Instant(0)}));
    EXPECT_TRUE(failed(at(people.shiba).meeting(*id), ErrorCode::NotFound)) << "they see nothing else of it";
    EXPECT_TRUE(failed(act(people.kato, AssignAction{next(), 1, u"調べる"_s, StaffId(9'999), QDate(2026, 12, 9)}),
                       ErrorCode::NotFound));
    done(people.sato, SetState{MeetingState::Closed});

    const auto finished =
        at(people.shiba).change(id, kWhateverSeen, freshRequestId(), FinishAction{number, true, u"掲示した"_s});

    ASSERT_TRUE(fine(finished));
    EXPECT_TRUE(finished->acts.empty());
    mine = actionsOf(people.shiba).at(0);
    EXPECT_GT(mine.doneAt, Instant(0));
    EXPECT_FALSE(mine.overdue);
    EXPECT_EQ(meeting(people.seki).actions[0].note, u"掲示した"_s);
    EXPECT_TRUE(failed(at(people.seki).change(id, kWhateverSeen, freshRequestId(), FinishAction{number, false, {}}),
                       ErrorCode::AccessDenied));
    EXPECT_EQ(faults(), QStringList());
    ASSERT_TRUE(fine(office.tamper(u"UPDATE meeting_action SET done_at = 0"_s)));
    EXPECT_NE(faults(), QStringList());
}

TEST_P(LiveContract, KeepsThatSomethingIsDoneSinceWhenTheActSaysSo)
{
    begin();
    const int number = next();
    done(people.kato, AssignAction{number, 1, u"周知文を作る"_s, people.shiba, QDate(2026, 12, 31)});
    const TickingClock clock(office.clock().now());
    const auto shiba = office.dialect() == Dialect::Sqlite
        ? openStore(DatabaseUrl::sqlite(office.sqlitePath()), people.shiba, clock)
        : office.open(people.shiba);
    ASSERT_TRUE(fine(shiba));

    ASSERT_TRUE(fine((*shiba)->meetings().change(id, kWhateverSeen, freshRequestId(), FinishAction{number, true, {}})));

    EXPECT_EQ(faults(), QStringList());
}

TEST_P(LiveContract, LeavesOutWhoeverIsTakenOut)
{
    begin();
    ASSERT_TRUE(fine(live(people.sato, SetPresenter{people.seki})));
    ASSERT_TRUE(fine(live(people.seki, AskToSpeak{})));
    InviteMembers fewer = invitation();
    fewer.members.pop_back();

    done(people.sato, fewer);

    EXPECT_EQ(seen(people.kato).presenter, StaffId(0));
    EXPECT_TRUE(seen(people.kato).speakers.empty());
    EXPECT_TRUE(failed(at(people.seki).live(*id), ErrorCode::NotFound));
    EXPECT_EQ(faults(), QStringList());
}

TEST_P(LiveContract, DestroysPrivateInkSomeDaysAfterTheMinutesWereDecided)
{
    PlanMeeting plan = planned();
    plan.rules.inkDays = 1;
    begin();
    done(people.sato, plan);
    const Ink own = MeetingOffice::note(u"私見"_s);
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {own, MeetingOffice::note(u"全員へ"_s, 1, InkAudience::All)})));
    const qint64 before = mark(people.kato);
    Hand sato(office, people.sato);
    const auto early = sato.file(memo(u"庁議 会議録（令和8年12月1日）"_s, 1'000));
    office.wait();
    done(people.sato, SetState{MeetingState::Closed});
    const auto minutes = sato.file(memo(u"庁議 会議録（令和8年12月1日）"_s, 1'000));
    const auto other = sato.file(memo(u"備品の購入"_s, 1'000));
    ASSERT_TRUE(fine(early) && fine(minutes) && fine(other));
    EXPECT_TRUE(failed(act(people.sato, FileMinutes{CaseId(999'999)}), ErrorCode::NotFound));
    EXPECT_TRUE(failed(act(people.sato, FileMinutes{*minutes}), ErrorCode::Invalid)) << "of another form";
    ASSERT_TRUE(fine(office.tamper(u"UPDATE case_file SET form = 'draft'"_s)));
    EXPECT_TRUE(failed(act(people.sato, FileMinutes{*early}), ErrorCode::Invalid)) << "before it was over";
    EXPECT_TRUE(failed(act(people.sato, FileMinutes{*other}), ErrorCode::Invalid)) << "it names another matter";
    done(people.sato, FileMinutes{*minutes});
    EXPECT_TRUE(refused(at(people.sato).destroyInk(*id), Refusal::WrongState)) << "they are not decided";
    EXPECT_EQ(at(people.kato).inkEnd(*id).value(), std::nullopt);
    ASSERT_TRUE(fine(office.tamper(u"UPDATE case_file SET form = 'memo'"_s)));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*minutes)));
    ASSERT_EQ(sato.load(*minutes)->projection.state, CaseState::Decided);
    ASSERT_TRUE(fine(office.tamper(u"UPDATE case_file SET form = 'draft'"_s)));

    const auto decided = at(people.kato).inkEnd(*id).value();

    ASSERT_TRUE(decided);
    EXPECT_EQ(*decided, office.clock().now().day().addDays(1)) << "everybody who reads the meeting is told";
    EXPECT_TRUE(failed(at(people.shiba).inkEnd(*id), ErrorCode::NotFound));
    EXPECT_TRUE(failed(at(people.seki).destroyInk(*id), ErrorCode::AccessDenied));
    EXPECT_TRUE(refused(at(people.sato).destroyInk(*id), Refusal::WrongState)) << "its day has not come";
    EXPECT_TRUE(refused(at(people.kato).destroyInk(*id), Refusal::WrongState)) << "for an administrator neither";
    EXPECT_EQ(endInk(**office.ownersDatabase(), Instant::fromTokyo(*decided, QTime(0, 0)))->pieces, 1);

    EXPECT_EQ(notes(people.kato), (QStringList{u"(gone)"_s, u"全員へ"_s}));
    EXPECT_EQ(notes(people.kato, before), QStringList{u"(gone)"_s}) << "whoever wrote it is told";
    EXPECT_EQ(notes(people.seki), QStringList{u"全員へ"_s});
    Ink later = own;
    later.version = 100;
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {later})));
    EXPECT_EQ(notes(people.kato), (QStringList{u"(gone)"_s, u"全員へ"_s})) << "it does not come back";
    EXPECT_EQ(endInk(**office.ownersDatabase(), Instant::fromTokyo(*decided, QTime(0, 0)))->pieces, 0);
}

TEST_P(LiveContract, LeavesWhatWasNotedMeanwhileAndCountsNoVoteOfWhoeverLeft)
{
    begin();
    const int vote = openVote(true);
    ASSERT_TRUE(fine(live(people.seki, CastBallot{vote, BallotChoice::No})));
    ASSERT_TRUE(fine(live(people.kato, CastBallot{vote, BallotChoice::Yes})));
    ASSERT_TRUE(fine(note(people.seki, {{people.seki, AttendanceState::Left, 600}})));
    const NoteAttendance others{{{people.sato, AttendanceState::Present}, {people.seki, AttendanceState::Present}},
                                true};

    ASSERT_TRUE(fine(at(people.sato).change(id, kWhateverSeen, freshRequestId(), others)));

    EXPECT_EQ(meeting(people.kato).attendance.at(people.seki), (Attendance{people.seki, AttendanceState::Left, 600}));
    EXPECT_TRUE(meeting(people.kato).isThere(people.sato));
    EXPECT_EQ(seen(people.kato).votesCast, 1);
    EXPECT_EQ(faults(), QStringList());
    done(people.kato, CloseVote{vote});
    EXPECT_EQ(meeting(people.seki).votes[0].ballots, (std::vector<Ballot>{{people.kato, BallotChoice::Yes}}));
    EXPECT_EQ(faults(), QStringList());
}

} // namespace kessai::test
