// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/engine.h"
#include "tests/support/casebuilder.h"
#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// The test vectors of domain.md 8.4 on its route R1: 担当 → 係長 → 課長 → 部長 decides.

namespace kessai::test {

using ::testing::ElementsAre;

class Vectors : public ::testing::Test {
protected:
    static RouteRule r1()
    {
        const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
            {"line":"R1-1","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
            {"line":"R1-2","kind":"review","who":[{"head":"section"}],"why":{"ja":"a","en":"a"}},
            {"line":"R1-3","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
        EXPECT_TRUE(rule);
        return *rule;
    }
    Story begun(StaffId drafter)
    {
        Story story(small.office(), r1(), drafter);
        EXPECT_EQ(story.submit(), std::nullopt);
        return story;
    }

    SmallOffice small;
};

TEST_F(Vectors, WF2_WhoeverIsLeftDecidesForTheDirectorAndIsMarkedSo)
{
    small.builder.standIn(small.director, small.viceDirector).standIn(small.director, std::nullopt);
    small.builder.release(small.tsugawa, small.viceDirector, QDate(2026, 1, 1)); // no 次長
    small.builder.absent(small.bando);
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.approve(small.kato), std::nullopt);

    EXPECT_EQ(story.standIn(small.kato), std::nullopt);

    EXPECT_EQ(story.state().state, CaseState::Decided);
    EXPECT_EQ(story.assignment(2), AssignmentState::Approved); // as 課長
    EXPECT_EQ(std::get<Approved>(story.history().back().body).manner, Manner::Acting);
    EXPECT_EQ(story.history().back().actorTitle, QStringLiteral("課長"));
    EXPECT_EQ(story.assignment(3), AssignmentState::PostReview); // 部長 reads afterwards
    EXPECT_EQ(story.approve(small.bando), std::nullopt);
    EXPECT_EQ(story.assignment(3), AssignmentState::PostReviewed);
}

TEST_F(Vectors, WF3_AnImportantCaseWaitsForItsDecider)
{
    small.builder.standIn(small.director, small.viceDirector).standIn(small.director, std::nullopt);
    small.builder.absent(small.bando);
    Story story(small.office(), r1(), small.sato);
    auto command = story.submission();
    command->important = true;
    EXPECT_EQ(story.act(small.sato, *command), std::nullopt);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.approve(small.kato), std::nullopt);

    EXPECT_FALSE(allowedActs(story.state(), small.tsugawa, story.office()).standIn);
    EXPECT_EQ(story.standIn(small.tsugawa), Refusal::DeciderOnly);
    EXPECT_EQ(story.act(small.tsugawa, Approve{AssignmentRef{3, 1}, QString(), Manner::Acting}), Refusal::DeciderOnly);
    EXPECT_EQ(story.state().state, CaseState::Running);
}

TEST_F(Vectors, WF5_ASuperiorDecidesBeforeALowerOneActed)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.pullUp(small.bando), std::nullopt);

    EXPECT_EQ(story.state().state, CaseState::Decided);
    EXPECT_EQ(story.assignment(2), AssignmentState::PostReview);
    EXPECT_TRUE(allowedActs(story.state(), small.kato, story.office()).postReview);
    EXPECT_EQ(story.approve(small.kato), std::nullopt);
    EXPECT_EQ(story.assignment(2), AssignmentState::PostReviewed);
}

TEST_F(Vectors, WF6_ResubmittingBeginsARoundInWhichNothingOfTheOldOneCounts)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.giveBack(small.kato), std::nullopt);
    EXPECT_EQ(story.submit(), std::nullopt);

    EXPECT_EQ(story.state().round, 2);
    EXPECT_EQ(story.state().revision, 2);
    EXPECT_EQ(story.state().currentStep()->no, 1);
    EXPECT_EQ(story.assignment(1), AssignmentState::Open); // approved in round 1, asked again
    ASSERT_EQ(story.state().past.size(), 1u);
    EXPECT_EQ(story.state().past[0][0].assignments[0].state, AssignmentState::Approved); // the marks are kept
    EXPECT_EQ(story.state().past[0][1].assignments[0].state, AssignmentState::Returned);
    EXPECT_EQ(story.state().past[0][2].assignments[0].state, AssignmentState::Void);
    EXPECT_EQ(story.history().size(), 4u);
    EXPECT_EQ(story.approve(small.kato), Refusal::NotYourTurn);
}

TEST_F(Vectors, WF8_TooLateToTakeBackButNotToGiveUp)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.withdraw(), Refusal::AlreadyMoved);
    EXPECT_EQ(story.cancel(), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Cancelled);
}

TEST_F(Vectors, WF8_EachRoundCountsForItself)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.giveBack(small.kato), std::nullopt);
    EXPECT_EQ(story.submit(), std::nullopt);

    EXPECT_EQ(story.withdraw(), std::nullopt);
}

TEST_F(Vectors, WF9_AConsultedPostThatObjectsSendsTheCaseBack)
{
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"C","kind":"consult","who":[{"post":"zaisei-kacho"},{"post":"fukushi-kacho"},{"post":"soumu-kacho"}],
         "why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
    Story story(small.office(), *rule, small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.approve(small.kato), std::nullopt);

    EXPECT_EQ(story.giveBack(small.fukui), std::nullopt);

    EXPECT_EQ(story.state().state, CaseState::Returned);
    EXPECT_EQ(story.assignment(1, 2), AssignmentState::Returned);
}

TEST_F(Vectors, WF11_OneClickTwoRowsForOnePersonAtTwoSteps)
{
    small.builder.release(small.kato, small.manager, QDate(2026, 1, 1));
    small.builder.appoint(small.suzuki, small.manager, Holding::Acting);
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.history().size(), 2u);
    EXPECT_THAT(std::get<Approved>(story.history()[1].body).also, ElementsAre(AssignmentRef{2, 1}));
    EXPECT_EQ(story.assignment(1), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(2), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(3), AssignmentState::Open);
    // Every step opens before it is approved, in the order in which the store applies it.
    std::vector<std::pair<int, AssignmentState>> changes;
    for (const Effects::Change &change : story.history()[1].effects.changes)
        changes.emplace_back(change.on.step, change.to);
    EXPECT_THAT(changes,
                ElementsAre(std::pair(1, AssignmentState::Approved), std::pair(2, AssignmentState::Open),
                            std::pair(2, AssignmentState::Approved), std::pair(3, AssignmentState::Open)));
}

TEST_F(Vectors, WF11_UpToTheDecisionItself)
{
    for (const PostId post : {small.manager, small.director})
        small.builder.appoint(small.suzuki, post, Holding::Acting);
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.state().state, CaseState::Decided);
    EXPECT_THAT(std::get<Approved>(story.history()[1].body).also,
                ElementsAre(AssignmentRef{2, 1}, AssignmentRef{3, 1}));
}

TEST_F(Vectors, WF11_ADeputyTakesAlongOnlyWhatTheirPrincipalHolds)
{
    small.builder.release(small.kato, small.manager, QDate(2026, 1, 1));
    small.builder.appoint(small.suzuki, small.manager, Holding::Acting);
    small.builder.appoint(small.tsugawa, small.director, Holding::Concurrent); // the deputy's own
    small.builder.deputy(small.suzuki, small.tsugawa);
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);

    EXPECT_THAT(std::get<Approved>(story.history()[1].body).also, ElementsAre(AssignmentRef{2, 1}));
    EXPECT_EQ(story.state().state, CaseState::Running);
    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt); // in their own right: another act
    EXPECT_EQ(story.history()[2].capacity.principal, std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(Vectors, WF12_OnTheFirstOfAprilTheCaseFollowsThePost)
{
    const QDate before(2027, 3, 31);
    const QDate after(2027, 4, 1);
    small.builder.release(small.kato, small.manager, before);
    small.builder.appoint(small.kato, small.careManager, Holding::Concurrent, after);
    small.builder.appoint(small.seki, small.manager, Holding::Primary, after);
    Story story(small.office(before), r1(), small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    ASSERT_EQ(turnsOf(story.state(), small.kato, *small.office(before)).size(), 1u);

    story.moveTo(small.office(after));

    EXPECT_EQ(turnsOf(story.state(), small.seki, story.office()).size(), 1u);
    EXPECT_TRUE(turnsOf(story.state(), small.kato, story.office()).empty());
    EXPECT_EQ(story.approve(small.kato), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.seki), std::nullopt);
    EXPECT_EQ(story.history()[1].actorTitle, QStringLiteral("係長")); // frozen at the act
    EXPECT_EQ(story.history()[2].actorName, QStringLiteral("関 直美"));
    EXPECT_EQ(story.history()[2].actorTitle, QStringLiteral("課長"));
}

TEST_F(Vectors, WF12_WhoActedKeepsReadingAfterATransfer)
{
    const QDate before(2027, 3, 31);
    small.builder.release(small.suzuki, small.chief, before);
    Story story(small.office(before), r1(), small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    story.moveTo(small.office(QDate(2027, 4, 1)));

    EXPECT_TRUE(allowedActs(story.state(), small.suzuki, story.office()).comment);
}

TEST_F(Vectors, WF12_WhatWaitsForAnAbolishedPostWaitsForItsSuccessor)
{
    const QDate before(2027, 3, 31);
    small.builder.abolish(small.manager, before, small.careManager);
    Story story(small.office(before), r1(), small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    story.moveTo(small.office(before.addDays(1)));

    EXPECT_EQ(story.approve(small.kato), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.fukui), std::nullopt);
    EXPECT_EQ(story.history().back().capacity.post, small.manager); // the step they act on
}

TEST_F(Vectors, WF12_AnAbolishedPostWithoutSuccessorWaitsForNobody)
{
    const QDate before(2027, 3, 31);
    small.builder.abolish(small.manager, before);
    Story story(small.office(before), r1(), small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    story.moveTo(small.office(before.addDays(1)));

    EXPECT_TRUE(story.office().holders(small.manager).empty());
    EXPECT_EQ(story.approve(small.kato), Refusal::NotYourTurn);
    EXPECT_EQ(story.pullUp(small.bando), std::nullopt); // the next in the line is not stuck behind it
}

TEST_F(Vectors, WF14_AVacantFinalPostIsNeverApprovedByNobody)
{
    Story story = begun(small.fuji); // 福祉部長 is vacant

    EXPECT_EQ(story.approve(small.fukui), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Running);
    EXPECT_EQ(story.state().currentStep()->assignments[0].who, Assignee(small.mayor));
    EXPECT_EQ(story.approve(small.ichikawa), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(Vectors, WF15_TheExaminerDoesNotExamineTheirOwn)
{
    const auto rule = ruleFromText(R"({"form":"payment","from":"2025-04-01","lines":[
        {"line":"X","kind":"examine","who":[{"role":"accounting"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"city"}],"why":{"ja":"a","en":"a"}}]})");
    Story story(small.office(), *rule, small.shiba);
    EXPECT_EQ(story.submit(), std::nullopt);

    EXPECT_EQ(story.approve(small.shiba), Refusal::OwnCase);
    EXPECT_EQ(story.approve(small.shiga), std::nullopt);
}

TEST_F(Vectors, WF15_AlonePostsHaveNoExaminer)
{
    const auto rule = ruleFromText(R"({"form":"payment","from":"2025-04-01","lines":[
        {"line":"X","kind":"examine","who":[{"head":"section"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"city"}],"why":{"ja":"a","en":"a"}}]})");
    Story story(small.office(), *rule, small.kaita);

    EXPECT_EQ(story.submit(), Refusal::EmptyStep);
}

} // namespace kessai::test
