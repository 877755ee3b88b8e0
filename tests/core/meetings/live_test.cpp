// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/meetings/runningmeeting.h"

// What holds only while a meeting runs.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class Live : public ::testing::Test, public RunningMeeting {
protected:
    static ShowPlace page(int no, int paper = 1, int revision = 1)
    {
        return {{.paper = paper, .revision = revision, .page = no, .pointer = {}}};
    }
    std::vector<StaffId> speakers() const
    {
        std::vector<StaffId> all;
        for (const Speaker &one : state->speakers)
            all.push_back(one.who);
        return all;
    }
};

} // namespace

TEST_F(Live, BeginsWithWhoeverBeganTheMeetingPresenting)
{
    EXPECT_EQ(seen(member).presenter, secretary);
    EXPECT_EQ(seen(member).place, LivePlace());
    EXPECT_EQ(seen(member).seq, meeting().seq);
    EXPECT_EQ(seen(member).participants, 5);
}

TEST_F(Live, ShowsWhereThePresenterIs)
{
    ShowPlace there = page(1);
    there.place.pointer = QPointF(0.25, 1);
    there.place.scrolled = 0.75;
    const qint64 before = seen(member).mark;

    EXPECT_EQ(live(secretary, there), QString());

    EXPECT_EQ(seen(member).place, there.place);
    EXPECT_GT(seen(member).mark, before);
    EXPECT_EQ(live(member, there), u"AccessDenied"_s);
    EXPECT_EQ(live(secretary, page(2)), u"Invalid"_s) << "it has two pages";
    EXPECT_EQ(live(secretary, page(0, 1, 2)), u"Invalid"_s);
    EXPECT_EQ(live(secretary, page(0, 9)), u"Invalid"_s);
    for (const QPointF &outside : {QPointF(-0.1, 0), QPointF(0, 1.1), QPointF(qQNaN(), 0), QPointF(0, qInf())}) {
        there.place.pointer = outside;
        EXPECT_EQ(live(secretary, there), u"Invalid"_s);
    }
    there.place.pointer.reset();
    for (const double outside : {-0.1, 1.1, qQNaN()}) {
        there.place.scrolled = outside;
        EXPECT_EQ(live(secretary, there), u"Invalid"_s);
    }
}

TEST_F(Live, DoesNotShowWhatIsHidden)
{
    ASSERT_EQ(live(secretary, page(0, 2)), QString());

    EXPECT_EQ(seen(apart).place, LivePlace()) << "the presenter shows something they do not have";
    EXPECT_EQ(seen(member).place.paper, 2);
    ASSERT_EQ(live(secretary, SetPresenter{apart}), QString());
    EXPECT_EQ(live(apart, page(0, 2)), u"Invalid"_s) << "nor do they show it";
    EXPECT_EQ(live(apart, page(0, 1)), QString());
}

TEST_F(Live, HandsThePresentationOn)
{
    EXPECT_EQ(live(member, SetPresenter{member}), u"AccessDenied"_s) << "nobody takes it";
    EXPECT_EQ(live(chair, SetPresenter{member}), QString());
    EXPECT_EQ(live(member, SetPresenter{chair}), QString()) << "they hand it on";
    EXPECT_EQ(live(member, SetPresenter{member}), u"AccessDenied"_s) << "and have it no more";
    EXPECT_EQ(live(secretary, SetPresenter{observer}), u"Invalid"_s);
    EXPECT_EQ(live(secretary, SetPresenter{stranger}), u"Invalid"_s);
    EXPECT_EQ(live(secretary, SetPresenter{StaffId(0)}), QString());
    EXPECT_EQ(seen(member).presenter, StaffId(0));
}

TEST_F(Live, CallsAllTogetherOnce)
{
    EXPECT_EQ(live(chair, CallAll{}), u"AccessDenied"_s);
    EXPECT_EQ(live(secretary, CallAll{}), QString());
    EXPECT_EQ(seen(member).called, 1);
    EXPECT_EQ(seen(member).calledAt, now);
}

TEST_F(Live, TakesBallotsOfMembersWhoAreThere)
{
    const int vote = openVote(true);
    EXPECT_EQ(live(secretary, CastBallot{vote, BallotChoice::Yes}), u"AccessDenied"_s) << "secretaries do not vote";
    EXPECT_EQ(live(observer, CastBallot{vote, BallotChoice::Yes}), u"AccessDenied"_s);
    EXPECT_EQ(live(member, CastBallot{vote + 1, BallotChoice::Yes}), u"WrongState"_s);
    EXPECT_EQ(live(member, CastBallot{vote, BallotChoice::Yes}), QString());
    done(secretary, NoteAttendance{{{apart, AttendanceState::Left, 560}}});
    EXPECT_EQ(live(apart, CastBallot{vote, BallotChoice::Yes}), u"AccessDenied"_s) << "they have left";

    EXPECT_EQ(seen(member).vote, vote);
    EXPECT_EQ(seen(member).votesCast, 1);
    EXPECT_EQ(seen(member).participants, 2) << "the chair and one member";
    EXPECT_EQ(seen(member).myBallot, BallotChoice::Yes);
    EXPECT_EQ(seen(chair).myBallot, std::nullopt);
    EXPECT_TRUE(seen(member).ballots.empty()) << "how others vote is told at the end";
    EXPECT_EQ(seen(chair).ballots, (std::vector<Ballot>{{member, BallotChoice::Yes}}));
}

TEST_F(Live, EndsTheSpeechOfWhoeverLeaves)
{
    ASSERT_EQ(live(apart, AskToSpeak{}), QString());
    ASSERT_EQ(live(chair, GiveTheFloor{member, 300}), QString());
    ASSERT_EQ(seen(chair).speakers.size(), 2u);

    done(secretary, NoteAttendance{{{member, AttendanceState::Late, 550}}});
    EXPECT_EQ(seen(chair).speakers.size(), 2u) << "who came late speaks on";
    done(secretary, NoteAttendance{{{member, AttendanceState::Left, 560}}});
    ASSERT_EQ(seen(chair).speakers.size(), 1u);
    EXPECT_EQ(seen(chair).speakers.front().who, apart);
    done(apart, NoteAttendance{{{apart, AttendanceState::Left, 561}}});
    EXPECT_TRUE(seen(chair).speakers.empty()) << "nor waits for it";
    ASSERT_EQ(live(chair, GiveTheFloor{member, 0}), QString()) << "called back";
    done(secretary, NoteAttendance{{{chair, AttendanceState::Present, -1}}});
    EXPECT_EQ(seen(chair).speakers.size(), 1u) << "what is noted of others ends no speech";
}

TEST_F(Live, TellsNobodyWhatIsCastInSecret)
{
    const int vote = openVote();
    ASSERT_EQ(live(member, CastBallot{vote, BallotChoice::No}), QString());

    EXPECT_TRUE(seen(secretary).ballots.empty());
    EXPECT_EQ(seen(secretary).votesCast, 1);
}

TEST_F(Live, HidesAVoteWithItsItem)
{
    const int vote = openVote(true, 2);

    EXPECT_EQ(live(apart, CastBallot{vote, BallotChoice::Yes}), u"WrongState"_s);
    EXPECT_EQ(seen(apart).vote, 0);
    EXPECT_EQ(seen(apart).participants, 5);
    ASSERT_EQ(live(member, CastBallot{vote, BallotChoice::Yes}), QString());
    done(secretary, HideItem{2, {apart, member}});
    EXPECT_TRUE(state->ballots.empty()) << "who sees it no more has not voted";
}

TEST_F(Live, KeepsAListOfWhoWantsToSpeak)
{
    EXPECT_EQ(live(observer, AskToSpeak{}), u"AccessDenied"_s);
    EXPECT_EQ(live(member, AskToSpeak{}), QString());
    EXPECT_EQ(live(apart, AskToSpeak{}), QString());
    EXPECT_EQ(live(member, AskToSpeak{}), QString());
    EXPECT_EQ(speakers(), (std::vector<StaffId>{member, apart})) << "asking twice is asking once";

    EXPECT_EQ(live(member, GiveTheFloor{member, 60}), u"AccessDenied"_s);
    EXPECT_EQ(live(chair, GiveTheFloor{apart, 60}), QString());

    EXPECT_EQ(seen(member).speakers.at(1), (Speaker{apart, now, now}));
    EXPECT_EQ(seen(member).speakLimit, 60);
    EXPECT_EQ(live(chair, GiveTheFloor{secretary, 0}), QString()) << "whether they asked or not";
    EXPECT_EQ(speakers(), (std::vector<StaffId>{member, secretary}));
    EXPECT_EQ(live(chair, GiveTheFloor{}), QString());
    EXPECT_EQ(speakers(), (std::vector<StaffId>{member}));
    EXPECT_EQ(live(member, AskToSpeak{false}), QString());
    EXPECT_TRUE(speakers().empty());
    EXPECT_EQ(live(chair, GiveTheFloor{observer, 0}), u"Invalid"_s);
    EXPECT_EQ(live(chair, GiveTheFloor{member, kMostSpeakSeconds + 1}), u"Invalid"_s);
}

TEST_F(Live, LeavesOutWhoeverIsTakenOut)
{
    const int vote = openVote(true);
    ASSERT_EQ(live(member, CastBallot{vote, BallotChoice::Yes}), QString());
    ASSERT_EQ(live(member, AskToSpeak{}), QString());
    ASSERT_EQ(live(secretary, SetPresenter{member}), QString());
    InviteMembers fewer = invitation();
    std::erase_if(fewer.members, [this](const MeetingMember &one) { return one.who == member; });

    done(secretary, fewer);

    EXPECT_EQ(seen(chair).presenter, StaffId(0));
    EXPECT_TRUE(seen(chair).speakers.empty());
    EXPECT_TRUE(seen(chair).ballots.empty());
    EXPECT_EQ(liveFor(meeting(), state, {member}, now).error().code, ErrorCode::NotFound);
    EXPECT_EQ(live(member, AskToSpeak{}), u"AccessDenied"_s);
}

TEST_F(Live, IsForThoseWhoWereInvited)
{
    done(secretary, AskPaper{3, 1, u"資料"_s, stranger, QDate(2026, 12, 1)});

    EXPECT_EQ(liveFor(meeting(), state, {stranger}, now).error().code, ErrorCode::AccessDenied);
    EXPECT_EQ(live(stranger, AskToSpeak{}), u"AccessDenied"_s);
    EXPECT_TRUE(liveFor(meeting(), state, {StaffId(9), true}, now).ok()) << "auditors look on";
}

TEST_F(Live, EndsWithTheMeeting)
{
    ASSERT_EQ(live(member, AskToSpeak{}), QString());
    done(secretary, DropPaper{1});
    done(secretary, SetState{MeetingState::Closed});

    EXPECT_FALSE(state);
    EXPECT_EQ(seen(member), (LiveMeeting{.seq = meeting().seq, .now = now}));
    EXPECT_EQ(live(member, AskToSpeak{}), u"WrongState"_s);
}

} // namespace kessai::test
