// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meetingproof.h"
#include "core/meetings/meetingsight.h"
#include "core/meetings/minutes.h"
#include "tests/core/meetings/runningmeeting.h"

// What a meeting comes to.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class Outcome : public ::testing::Test, public RunningMeeting {};

const QDate kDue(2026, 12, 10);

} // namespace

TEST_F(Outcome, KnowsWhoIsThere)
{
    EXPECT_TRUE(meeting().isThere(member));

    EXPECT_EQ(act(member, NoteAttendance{{{member, AttendanceState::Left, 570}}}), QString());
    EXPECT_EQ(act(secretary, NoteAttendance{{{chair, AttendanceState::Late, 550}, {apart, AttendanceState::Absent}}}),
              QString());

    const Meeting noted = meeting();
    EXPECT_FALSE(noted.isThere(member)) << "who has left is not there";
    EXPECT_TRUE(noted.isThere(chair));
    EXPECT_FALSE(noted.isThere(apart));
    EXPECT_EQ(noted.attendance.at(member), (Attendance{member, AttendanceState::Left, 570}));
}

TEST_F(Outcome, LetsEverybodySayThatOfThemselvesAlone)
{
    EXPECT_EQ(act(observer, NoteAttendance{{{observer, AttendanceState::Present}}}), QString());
    EXPECT_EQ(act(member, NoteAttendance{{{chair, AttendanceState::Present}}}), u"AccessDenied"_s);
    EXPECT_EQ(act(member, NoteAttendance{{{member, AttendanceState::Present}, {chair, AttendanceState::Present}}}),
              u"AccessDenied"_s);
    EXPECT_EQ(act(member, NoteAttendance{{{member, AttendanceState::Absent}}}), u"AccessDenied"_s)
        << "that is for secretaries";
    EXPECT_EQ(act(stranger, NoteAttendance{{{stranger, AttendanceState::Present}}}), u"AccessDenied"_s);
    EXPECT_EQ(act(secretary, NoteAttendance{{{stranger, AttendanceState::Present}}}), u"Invalid"_s);
    EXPECT_EQ(act(secretary, NoteAttendance{{{member, AttendanceState::Late}}}), u"Invalid"_s) << "since when?";
    EXPECT_EQ(act(secretary, NoteAttendance{{{member, AttendanceState::Present, 540}}}), u"Invalid"_s);
    EXPECT_EQ(act(secretary, NoteAttendance{}), u"Invalid"_s);
}

TEST_F(Outcome, LeavesWhatWasNotedMeanwhileAsItIs)
{
    done(secretary, NoteAttendance{{{member, AttendanceState::Unknown}, {apart, AttendanceState::Unknown}}});
    done(member, NoteAttendance{{{member, AttendanceState::Late, 570}}});

    EXPECT_EQ(
        act(secretary, NoteAttendance{{{member, AttendanceState::Present}, {apart, AttendanceState::Present}}, true}),
        QString());

    EXPECT_EQ(meeting().attendance.at(member), (Attendance{member, AttendanceState::Late, 570})) << "they said so";
    EXPECT_TRUE(meeting().isThere(apart));
    EXPECT_EQ(act(secretary, NoteAttendance{{{member, AttendanceState::Unknown}}, true}), u"Invalid"_s);
    EXPECT_EQ(meetingFaults(MeetingId(1), history.acts, tablesOf(MeetingId(1), history.acts)), QStringList());
}

TEST_F(Outcome, CountsNoVoteOfWhoeverHasLeft)
{
    const int vote = openVote(true);
    EXPECT_EQ(live(member, CastBallot{vote, BallotChoice::No}), QString());
    EXPECT_EQ(live(chair, CastBallot{vote, BallotChoice::Yes}), QString());
    done(member, NoteAttendance{{{member, AttendanceState::Left, 570}}});
    EXPECT_EQ(seen(chair).votesCast, 1);
    EXPECT_EQ(seen(member).myBallot, std::nullopt);

    done(chair, CloseVote{vote});

    EXPECT_EQ(meeting().votes.at(0).ballots, (std::vector<Ballot>{{chair, BallotChoice::Yes}}));
    EXPECT_EQ(meeting().votes.at(0).no, 0);
}

TEST_F(Outcome, CountsAVoteByName)
{
    const int vote = openVote(true);
    EXPECT_EQ(live(member, CastBallot{vote, BallotChoice::No}), QString());
    EXPECT_EQ(live(chair, CastBallot{vote, BallotChoice::Yes}), QString());
    EXPECT_EQ(live(member, CastBallot{vote, BallotChoice::Abstain}), QString()) << "they thought again";

    EXPECT_EQ(act(chair, CloseVote{vote}), QString());

    const Vote closed = meeting().votes.at(0);
    EXPECT_FALSE(closed.open);
    EXPECT_EQ(closed.ballots, (std::vector<Ballot>{{chair, BallotChoice::Yes}, {member, BallotChoice::Abstain}}));
    EXPECT_EQ(closed.yes, 1);
    EXPECT_EQ(closed.no, 0);
    EXPECT_EQ(closed.abstain, 1);
    EXPECT_TRUE(state->ballots.empty());
}

TEST_F(Outcome, CountsThoseWhoDidNotVote)
{
    const int vote = openVote();
    EXPECT_EQ(live(chair, CastBallot{vote, BallotChoice::Abstain}), QString());
    done(chair, CloseVote{vote});
    const int second = openVote(false, 2);
    EXPECT_EQ(live(member, CastBallot{second, BallotChoice::Yes}), QString());
    done(member, NoteAttendance{{{member, AttendanceState::Left, 570}}});
    done(secretary, CloseVote{second});

    EXPECT_EQ(meeting().vote(vote)->silent, 2) << "to abstain is a choice";
    EXPECT_EQ(meeting().vote(second)->silent, 1) << "neither whom it is hidden from nor who has left";
    const Meeting seen = foldMeeting(MeetingId(1), seenActs(meeting(), {member}, history.acts));
    EXPECT_EQ(seen.vote(second)->silent, std::nullopt) << "whom it is hidden from members do not know";
    const QString text = minutesText(meeting(), [](StaffId) { return u"人"_s; });
    EXPECT_TRUE(text.contains(u"賛成0、反対0、棄権1、投票せず2"_s)) << text.toStdString();
}

TEST_F(Outcome, CountsNothingOfAVoteThatIsCalledOff)
{
    const int vote = openVote(true);
    EXPECT_EQ(live(member, CastBallot{vote, BallotChoice::No}), QString());
    EXPECT_EQ(act(member, CallOffVote{vote}), u"AccessDenied"_s);
    EXPECT_EQ(act(chair, CallOffVote{vote + 1}), u"Invalid"_s);

    EXPECT_EQ(act(chair, CallOffVote{vote}), QString());

    const Vote off = meeting().votes.at(0);
    EXPECT_TRUE(off.calledOff && !off.open);
    EXPECT_TRUE(off.ballots.empty());
    EXPECT_EQ(off.silent, std::nullopt);
    EXPECT_TRUE(state->ballots.empty());
    EXPECT_FALSE(minutesText(meeting(), [](StaffId) { return u"人"_s; }).contains(u"採決"_s)) << "nothing came of it";
    EXPECT_EQ(act(chair, CallOffVote{vote}), u"Invalid"_s) << "once";
    EXPECT_EQ(act(chair, CloseVote{vote}), u"Invalid"_s);
    const int another = openVote();
    EXPECT_EQ(meeting().openVote()->id, another) << "the next one may be put";
}

TEST_F(Outcome, ForgetsWhoChoseWhatInOtherVotes)
{
    const int vote = openVote();
    EXPECT_EQ(live(member, CastBallot{vote, BallotChoice::No}), QString());

    EXPECT_EQ(act(secretary, CloseVote{vote, {{member, BallotChoice::Yes}}, 5, 5, 5}), QString());

    const Vote closed = meeting().votes.at(0);
    EXPECT_TRUE(closed.ballots.empty());
    EXPECT_EQ(closed.no, 1) << "what was cast counts, not what is said of it";
    EXPECT_EQ(closed.yes, 0);
    EXPECT_TRUE(state->ballots.empty());
}

TEST_F(Outcome, HoldsOneVoteAtATimeAndEndsItBeforeItself)
{
    const int vote = openVote();

    EXPECT_EQ(act(secretary, OpenVote{next(), 1, u"もう一つ"_s}), u"WrongState"_s);
    EXPECT_EQ(act(secretary, SetState{MeetingState::Closed}), u"WrongState"_s);
    EXPECT_EQ(act(secretary, CloseVote{vote + 1}), u"Invalid"_s);
    EXPECT_EQ(act(secretary, CloseVote{vote}), QString());
    EXPECT_EQ(act(secretary, CloseVote{vote}), u"Invalid"_s) << "once";
    EXPECT_EQ(act(secretary, SetState{MeetingState::Closed}), QString());
}

TEST_F(Outcome, IsRecordedBySecretariesAndTheChair)
{
    const auto each = [this](StaffId who) {
        return QStringList{act(who, OpenVote{next(), 1, u"可否"_s}), act(who, Resolve{next(), 1, u"原案のとおり"_s}),
                           act(who, AssignAction{next(), 1, u"周知する"_s, member, kDue})};
    };
    EXPECT_EQ(each(chair), QStringList({QString(), QString(), QString()}));
    EXPECT_EQ(each(member), QStringList(3, u"AccessDenied"_s));
    EXPECT_EQ(each(observer), QStringList(3, u"AccessDenied"_s));
    EXPECT_EQ(act(chair, FileMinutes{CaseId(1)}), u"AccessDenied"_s);
    EXPECT_EQ(act(chair, SetState{MeetingState::Closed}), u"AccessDenied"_s);
}

TEST_F(Outcome, IsUnderItemsWhoeverRecordsItSees)
{
    done(secretary, HideItem{2, {chair, apart}});
    EXPECT_EQ(act(chair, OpenVote{next(), 2, u"可否"_s}), u"Invalid"_s) << "for the chair there is no such item";
    EXPECT_EQ(act(chair, Resolve{next(), 2, u"可決"_s}), u"Invalid"_s);
    const int vote = openVote(true, 2);
    EXPECT_EQ(act(chair, CloseVote{vote}), u"Invalid"_s);
    EXPECT_EQ(act(secretary, Resolve{next(), 9, u"可決"_s}), u"Invalid"_s);
    EXPECT_EQ(act(secretary, Resolve{next() + 1, 1, u"可決"_s}), u"Invalid"_s) << "that is no free number";
    EXPECT_EQ(act(secretary, Resolve{next(), 1, u"  "_s}), u"Invalid"_s);
    EXPECT_EQ(act(secretary, AssignAction{next(), 1, u"する"_s, member, QDate()}), u"Invalid"_s);
}

TEST_F(Outcome, RewordsDecisionsAndTakesThemBack)
{
    const int first = next();
    done(secretary, Resolve{first, 1, u"原案のとおり"_s});
    done(secretary, Resolve{first, 1, u"一部を直して決定"_s});
    const int second = next();
    done(chair, Resolve{second, 2, u"承認"_s});

    EXPECT_EQ(act(secretary, Resolve{first, 2, u"よその議題へ"_s}), u"Invalid"_s);
    ASSERT_EQ(meeting().resolutions.size(), 2u);
    EXPECT_EQ(meeting().resolutions[0].text, u"一部を直して決定"_s);
    done(secretary, Resolve{first, 1, {}});
    ASSERT_EQ(meeting().resolutions.size(), 1u);
    EXPECT_EQ(meeting().resolutions[0].id, second);
    EXPECT_EQ(act(secretary, Resolve{first, 1, u"やはり"_s}), u"Invalid"_s) << "what was taken back is not there";
    EXPECT_EQ(act(secretary, DropItem{1}), u"Invalid"_s) << "something came of it";
}

TEST_F(Outcome, GivesPeopleSomethingToDoUntilItIsDone)
{
    const int number = next();
    done(chair, AssignAction{number, 1, u"周知文を作る"_s, stranger, kDue});

    EXPECT_EQ(act(member, FinishAction{number, true, {}}), u"AccessDenied"_s);
    done(secretary, SetState{MeetingState::Closed});
    EXPECT_EQ(act(stranger, FinishAction{number, true, u"庁内掲示板に載せた"_s}), QString())
        << "whoever has to do it, invited or not, and after the meeting";
    const MeetingAction finished = meeting().actions.at(0);
    EXPECT_TRUE(finished.isDone());
    EXPECT_EQ(finished.doneBy, stranger);
    EXPECT_EQ(finished.note, u"庁内掲示板に載せた"_s);
    EXPECT_EQ(act(secretary, FinishAction{number, false, u"まだ"_s}), QString());
    EXPECT_FALSE(meeting().actions.at(0).isDone());
    EXPECT_EQ(act(secretary, AssignAction{number, 1, u"作り直す"_s, stranger, kDue}), u"WrongState"_s)
        << "nothing else is done to a closed meeting";
    EXPECT_EQ(act(secretary, FileMinutes{CaseId(7)}), QString()) << "but that its minutes are filed";
    EXPECT_EQ(meeting().minutes, CaseId(7));
}

TEST_F(Outcome, OpensAgainWhatIsGivenToSomebodyElse)
{
    const int number = next();
    done(chair, AssignAction{number, 1, u"調べる"_s, member, kDue});
    done(member, FinishAction{number, true, {}});
    done(chair, AssignAction{number, 1, u"調べる"_s, member, kDue.addDays(7)});
    EXPECT_TRUE(meeting().actions.at(0).isDone()) << "another day makes nothing undone";
    EXPECT_EQ(meeting().actions.at(0).due, kDue.addDays(7));

    done(chair, AssignAction{number, 1, u"調べる"_s, apart, kDue});

    EXPECT_FALSE(meeting().actions.at(0).isDone());
    done(chair, AssignAction{number, 1, {}, apart, kDue});
    EXPECT_TRUE(meeting().actions.empty());
    EXPECT_EQ(act(apart, FinishAction{number, true, {}}), u"AccessDenied"_s);
}

TEST_F(Outcome, IsSeenWithItsItem)
{
    const int vote = openVote(true, 2);
    done(secretary, CloseVote{vote});
    done(secretary, Resolve{next(), 2, u"承認"_s});
    const int number = next();
    done(secretary, AssignAction{number, 2, u"内示の準備"_s, member, kDue});
    done(member, FinishAction{number, true, {}});
    done(secretary, AssignAction{number, 2, {}, member, kDue});
    done(secretary, Resolve{next(), 1, u"決定"_s});
    const Meeting whole = meeting();
    const auto shownTo = [&](StaffId who) { return foldMeeting(whole.id, seenActs(whole, {who}, history.acts)); };

    const Meeting theirs = shownTo(apart);

    EXPECT_FALSE(theirs.damaged);
    EXPECT_TRUE(theirs.votes.empty());
    EXPECT_TRUE(theirs.actions.empty());
    ASSERT_EQ(theirs.resolutions.size(), 1u);
    EXPECT_EQ(theirs.resolutions[0].text, u"決定"_s);
    EXPECT_EQ(theirs.attendance, whole.attendance);
    std::vector<Vote> asShown = whole.votes;
    asShown.front().silent.reset(); // who else is asked members do not know
    EXPECT_EQ(shownTo(member).votes, asShown);
    EXPECT_EQ(meetingFaults(whole.id, history.acts, tablesOf(whole.id, history.acts)), QStringList());
}

TEST_F(Outcome, ProvesItsCounts)
{
    const int vote = openVote(true);
    const auto forged = [&](const CloseVote &closing) {
        MeetingHistory changed = history;
        changed.record(secretary, closing);
        return meetingFaults(MeetingId(1), changed.acts, tablesOf(MeetingId(1), changed.acts)).size();
    };

    EXPECT_EQ(forged({vote, {{chair, BallotChoice::Yes}, {member, BallotChoice::No}}, 1, 1, 0}), 0);
    EXPECT_EQ(forged({vote, {{chair, BallotChoice::Yes}}, 2, 0, 0}), 1) << "more than there are";
    EXPECT_EQ(forged({vote, {{chair, BallotChoice::Yes}, {chair, BallotChoice::Yes}}, 2, 0, 0}), 1);
    EXPECT_EQ(forged({vote, {{observer, BallotChoice::Yes}}, 1, 0, 0}), 1);
    done(secretary, CloseVote{vote});
    const int secret = openVote();
    EXPECT_EQ(forged({secret, {}, 2, 1, 0}), 0);
    EXPECT_EQ(forged({secret, {}, 3, 1, 0}), 1) << "only three may vote";
    done(apart, NoteAttendance{{{apart, AttendanceState::Left, 570}}});
    EXPECT_EQ(forged({secret, {}, 2, 1, 0}), 1) << "one of them has left";
    EXPECT_EQ(forged({secret, {{chair, BallotChoice::Yes}}, 1, 0, 0}), 1);
}

TEST_F(Outcome, BecomesMinutes)
{
    done(secretary, NoteAttendance{{{member, AttendanceState::Late, 555}, {apart, AttendanceState::Absent}}});
    const int vote = openVote(true);
    ASSERT_EQ(live(chair, CastBallot{vote, BallotChoice::Yes}), QString());
    ASSERT_EQ(live(member, CastBallot{vote, BallotChoice::No}), QString());
    done(secretary, CloseVote{vote});
    done(secretary, Resolve{next(), 1, u"来月から始める"_s});
    done(secretary, AssignAction{next(), 1, u"要領を直す"_s, stranger, kDue});
    done(secretary, Resolve{next(), 2, u"内々に承認"_s});

    const QString text = minutesText(meeting(), [](StaffId who) { return u"職員%1"_s.arg(who.value()); });

    EXPECT_EQ(text,
              u"庁議の会議録を次のとおり作成してよろしいか伺います。\n\n"
              "1　日時　令和8年12月1日（火）　9時00分から10時00分まで\n2　場所　第1会議室\n3　出席者\n"
              "　　議長　職員2\n　　出席　職員3（9時15分から）\n　　欠席　職員4\n　　事務局　職員1\n"
              "　　陪席　職員5\n4　議題と結果\n（1）当初予算案について（協議）\n　　資料1-1　資料 1\n"
              "　　決定　来月から始める\n　　採決　原案のとおりとしてよいか　賛成1、反対1、棄権0\n"
              "　　　　賛成　職員2\n　　　　反対　職員3\n　　対応　要領を直す（職員6、令和8年12月10日まで）\n"
              "（2）（一部の出席者に示さない議題）"_s)
        << "what is hidden from somebody is not told to more people, but that it is";
}

TEST_F(Outcome, CallsNobodyAbsentOfWhomNothingWasNoted)
{
    done(secretary, NoteAttendance{{{member, AttendanceState::Unknown}}});

    const QString text = minutesText(meeting(), [](StaffId who) { return u"職員%1"_s.arg(who.value()); });

    EXPECT_TRUE(text.contains(u"　　出欠未確認　職員3\n"_s)) << text.toStdString();
    EXPECT_FALSE(text.contains(u"欠席"_s)) << text.toStdString();
}

TEST_F(Outcome, BecomesMinutesThatFitIntoADraft)
{
    for (int i = 0; i < 40; ++i)
        done(secretary, Resolve{next(), 1, QString(900, u'あ')});

    const QString text = minutesText(meeting(), [](StaffId) { return QString(); });

    EXPECT_LE(text.size(), kMostMinutesText);
    EXPECT_TRUE(text.endsWith(u"（以下、省略）"_s));
}

} // namespace kessai::test
