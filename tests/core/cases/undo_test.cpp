// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/decidestage.h"

namespace kessai::test {

class Undo : public Decide {};

TEST_F(Undo, ReturningToTheDrafterEndsTheRound)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.giveBack(small.zaizen), std::nullopt);

    EXPECT_EQ(story.state().state, CaseState::Returned);
    EXPECT_EQ(story.state().postingState, PostingState::Void);
    EXPECT_EQ(story.assignment(1), AssignmentState::Void);
    EXPECT_EQ(story.assignment(2), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(3, 1), AssignmentState::Returned);
    EXPECT_EQ(story.assignment(3, 2), AssignmentState::Void);
    EXPECT_EQ(story.assignment(5), AssignmentState::Void);
    EXPECT_EQ(story.approve(small.tsugawa), Refusal::WrongState);
    EXPECT_EQ(story.giveBack(small.zaizen), Refusal::WrongState);
    EXPECT_EQ(story.withdraw(), Refusal::WrongState);
}

TEST_F(Undo, ReturningToAStepAsksItAndAllAfterItAgain)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.seki), std::nullopt); // reads
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);
    EXPECT_EQ(story.approve(small.shindo), std::nullopt);

    EXPECT_EQ(story.giveBack(small.bando, 3), std::nullopt);

    EXPECT_EQ(story.state().state, CaseState::Running);
    EXPECT_EQ(story.state().round, 1);
    EXPECT_EQ(story.state().postingState, PostingState::Reserved);
    EXPECT_EQ(story.assignment(1), AssignmentState::Read);
    EXPECT_EQ(story.assignment(2), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(3, 1), AssignmentState::Open);
    EXPECT_EQ(story.assignment(3, 2), AssignmentState::Open);
    EXPECT_EQ(story.assignment(4, 1), AssignmentState::Waiting); // was skipped
    EXPECT_EQ(story.assignment(4, 2), AssignmentState::Waiting); // had approved
    EXPECT_EQ(story.assignment(5), AssignmentState::Waiting);    // who returned it
    EXPECT_EQ(story.withdraw(), Refusal::AlreadyMoved);          // nothing is approved any more, yet somebody acted
    EXPECT_EQ(story.approve(small.bando), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);
    EXPECT_EQ(story.approve(small.shiba), std::nullopt);
    EXPECT_EQ(story.approve(small.bando), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(Undo, WhatWasReadStaysReadWhenTheCaseGoesBack)
{
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
        {"line":"K","kind":"circulate","who":[{"post":"shomu-shunin"},{"post":"zaisei-kacho"}],
         "why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"section"}],"why":{"ja":"a","en":"a"}}]})");
    Story story(small.office(), *rule, small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.approve(small.seki), std::nullopt);

    EXPECT_EQ(story.giveBack(small.kato, 1), std::nullopt);

    EXPECT_EQ(story.assignment(2, 1), AssignmentState::Read);
    EXPECT_EQ(story.assignment(2, 2), AssignmentState::Waiting); // opens again with the step before it
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.assignment(2, 1), AssignmentState::Read);
    EXPECT_EQ(story.assignment(2, 2), AssignmentState::Open);
}

TEST_F(Undo, ReturningGoesOnlyBackwardsAndToStepsThatBlock)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.giveBack(small.zaizen, 3), Refusal::NoSuchStep); // itself
    EXPECT_EQ(story.giveBack(small.zaizen, 4), Refusal::NoSuchStep);
    EXPECT_EQ(story.giveBack(small.zaizen, 1), Refusal::NoSuchStep); // circulates
    EXPECT_EQ(story.giveBack(small.zaizen, 0), Refusal::NoSuchStep);
    EXPECT_EQ(story.giveBack(small.zaizen, 99), Refusal::NoSuchStep);
    EXPECT_EQ(story.giveBack(small.zaizen, 2), std::nullopt);
}

TEST_F(Undo, ReasonsAreAskedFor)
{
    Story story = begun(small.sato);
    const QString blank = QStringLiteral(" 　\n");

    EXPECT_EQ(story.act(small.suzuki, Return{std::nullopt, std::nullopt, blank}), Refusal::ReasonMissing);
    EXPECT_EQ(story.act(small.suzuki, Reject{std::nullopt, blank}), Refusal::ReasonMissing);
    EXPECT_EQ(story.act(small.sato, Cancel{blank}), Refusal::ReasonMissing);
    EXPECT_EQ(story.act(small.sato, Comment{blank}), Refusal::ReasonMissing);
}

TEST_F(Undo, RejectingEndsTheCase)
{
    Story story = begun(small.sato);

    EXPECT_EQ(story.reject(small.suzuki), std::nullopt);

    EXPECT_EQ(story.state().state, CaseState::Rejected);
    EXPECT_EQ(story.state().postingState, PostingState::Void);
    EXPECT_EQ(story.assignment(2), AssignmentState::Rejected);
    EXPECT_EQ(story.assignment(1), AssignmentState::Void);
    EXPECT_EQ(story.submit(), Refusal::WrongState);
    EXPECT_EQ(story.cancel(), Refusal::WrongState);
}

TEST_F(Undo, AConsultedSectionMayOnlyReturn)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.reject(small.zaizen), Refusal::ConsultCannotReject);
    EXPECT_EQ(story.giveBack(small.zaizen), std::nullopt);
}

TEST_F(Undo, AnExaminerMayReject)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);

    EXPECT_EQ(story.reject(small.shiba), std::nullopt);
    EXPECT_EQ(story.assignment(4, 2), AssignmentState::Void);
}

TEST_F(Undo, WithdrawingIsForTheDrafterBeforeAnybodyActed)
{
    Story story = begun(small.sato);

    EXPECT_EQ(story.act(small.suzuki, Withdraw{}), Refusal::NotDrafter);
    EXPECT_EQ(story.withdraw(), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Withdrawn);
    EXPECT_EQ(story.state().postingState, PostingState::Void);
    EXPECT_EQ(story.assignment(2), AssignmentState::Void);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.state().round, 2);
}

TEST_F(Undo, CancellingIsForTheDrafterUntilDecided)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.act(small.bando, Cancel{QStringLiteral("x")}), Refusal::NotDrafter);
    EXPECT_EQ(story.cancel(), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Cancelled);
    EXPECT_EQ(story.assignment(3, 1), AssignmentState::Void);
    EXPECT_EQ(story.submit(), Refusal::WrongState);

    Story ended = decided();
    EXPECT_EQ(ended.cancel(), Refusal::AlreadyDecided);
    EXPECT_EQ(ended.withdraw(), Refusal::AlreadyDecided);
    EXPECT_EQ(ended.submit(), Refusal::AlreadyDecided);
    EXPECT_EQ(ended.giveBack(small.bando), Refusal::AlreadyDecided);
    EXPECT_EQ(ended.reject(small.bando), Refusal::AlreadyDecided);
    EXPECT_EQ(ended.approve(small.bando), Refusal::AlreadyDecided);
    EXPECT_EQ(ended.approve(small.bando, AssignmentRef{5, 1}), Refusal::AlreadyDecided);
}

TEST_F(Undo, AReturnedCaseMayBeCancelled)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.giveBack(small.suzuki), std::nullopt);

    EXPECT_EQ(story.cancel(), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Cancelled);
}

TEST_F(Undo, AResubmissionMaySendTheSameContentButNotAnOlderOne)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.withdraw(), std::nullopt);
    Submit again = *story.submission();

    again.revision = 1;
    EXPECT_EQ(story.act(small.sato, again), Refusal::ContentInvalid); // another text under the same number
    again.contentDigest = digestOf(1);
    EXPECT_EQ(story.act(small.sato, again), std::nullopt);
    EXPECT_EQ(story.state().revision, 1);
    EXPECT_EQ(story.state().round, 2);
}

} // namespace kessai::test
