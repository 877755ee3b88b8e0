// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/nextdecision.h"
#include "tests/core/cases/decidestage.h"

namespace kessai::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Turns : public Decide {};

TEST_F(Turns, WhoMayReadMayRemark)
{
    Story story = begun(small.sato);

    EXPECT_EQ(story.act(small.suzuki, Comment{QStringLiteral("確認します")}), std::nullopt);
    EXPECT_EQ(story.act(small.sato, Comment{QStringLiteral("お願いします")}), std::nullopt);
    EXPECT_EQ(story.act(small.zaizen, Comment{QStringLiteral("まだ届いていない")}), Refusal::NotYourTurn);
    EXPECT_EQ(story.act(small.bando, Comment{QStringLiteral("見ています")}), std::nullopt); // a superior in the line
    EXPECT_EQ(story.withdraw(), std::nullopt);                                              // a remark is no act

    Story ended = decided();
    EXPECT_EQ(ended.act(small.bando, Comment{QStringLiteral("執行してください")}), std::nullopt);
    EXPECT_EQ(ended.state().state, CaseState::Decided);
    EXPECT_EQ(ended.state().postingState, PostingState::Used);
}

TEST_F(Turns, TheDrafterHasNoTurnThoughTheyHoldThePost)
{
    small.builder.appoint(small.sato, small.chief, Holding::Concurrent);
    const Story story = begun(small.sato);

    EXPECT_THAT(turnsOf(story.state(), small.sato, *small.office()), IsEmpty());
    EXPECT_FALSE(allowedActs(story.state(), small.sato, *small.office()).approve);
}

TEST_F(Turns, TurnsNameEveryOpenAssignmentAndTheCapacity)
{
    small.builder.appoint(small.suzuki, small.senior, Holding::Concurrent);
    small.builder.deputy(small.suzuki, small.hosaka);
    const Story story = begun(small.sato);
    const auto office = small.office();

    EXPECT_THAT(turnsOf(story.state(), small.suzuki, *office),
                ElementsAre(Turn{{1, 1}, {small.suzuki, small.senior, std::nullopt}},
                            Turn{{2, 1}, {small.suzuki, small.chief, std::nullopt}}));
    EXPECT_THAT(turnsOf(story.state(), small.hosaka, *office),
                ElementsAre(Turn{{1, 1}, {small.hosaka, small.senior, small.suzuki}},
                            Turn{{2, 1}, {small.hosaka, small.chief, small.suzuki}}));
    EXPECT_THAT(turnsOf(story.state(), small.sato, *office), IsEmpty());
    EXPECT_THAT(turnsOf(story.state(), StaffId(999), *office), IsEmpty());
}

TEST_F(Turns, ApprovingComesBeforeReadingWhereBothAreOpen)
{
    small.builder.appoint(small.suzuki, small.senior, Holding::Concurrent);
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.assignment(1), AssignmentState::Open);
    EXPECT_EQ(story.assignment(2), AssignmentState::Approved);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.assignment(1), AssignmentState::Read);
}

TEST_F(Turns, AllowedActsAreThoseThatWouldSucceed)
{
    const Story story = begun(small.sato);
    const auto office = small.office();

    AllowedActs chief;
    chief.approve = chief.returnToDrafter = chief.reject = chief.comment = chief.addStep = chief.addBefore = true;
    EXPECT_EQ(allowedActs(story.state(), small.suzuki, *office), chief);
    AllowedActs drafter;
    drafter.withdraw = drafter.cancel = drafter.comment = drafter.remind = true;
    EXPECT_EQ(allowedActs(story.state(), small.sato, *office), drafter);
    AllowedActs reader;
    reader.read = reader.comment = true;
    EXPECT_EQ(allowedActs(story.state(), small.seki, *office), reader);
    AllowedActs superior;
    superior.comment = true; // a consultation is missing, which nobody passes over
    EXPECT_EQ(allowedActs(story.state(), small.bando, *office), superior);
    EXPECT_EQ(allowedActs(story.state(), small.zaizen, *office), AllowedActs());
    EXPECT_EQ(allowedActs(story.state(), StaffId(999), *office), AllowedActs());
}

TEST_F(Turns, AllowedActsOfAConsultedPost)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    AllowedActs consulted;
    consulted.approve = consulted.returnToDrafter = consulted.comment = consulted.object = true;
    consulted.addStep = consulted.addBefore = true;
    consulted.returnToSteps = {2};
    EXPECT_EQ(allowedActs(story.state(), small.zaizen, *small.office()), consulted);
    AllowedActs drafter;
    drafter.cancel = drafter.comment = drafter.remind = true;
    EXPECT_EQ(allowedActs(story.state(), small.sato, *small.office()), drafter);
}

/// 係長 → 財政課長 and 次長 consulted → 部長 decides, where some are the same person.
TEST_F(Turns, TheDecisionIsNextForWhomeverAgreesLastAndDecides)
{
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
        {"line":"C","kind":"consult","who":[{"post":"zaisei-kacho"},{"post":"soumu-jicho"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
    ASSERT_TRUE(rule);
    small.builder.appoint(small.bando, small.financeManager, Holding::Concurrent);
    small.builder.deputy(small.bando, small.kato);
    const auto office = small.office();
    Story story(office, *rule, small.sato);
    const auto next = [&](StaffId who) { return nextDecision(story.state(), who, *office); };
    ASSERT_EQ(story.submit(), std::nullopt);

    EXPECT_EQ(next(small.bando), std::nullopt) << "not asked yet";
    ASSERT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(next(small.bando), std::nullopt) << "somebody else has to agree as well";
    ASSERT_EQ(story.approve(small.tsugawa), std::nullopt);
    EXPECT_EQ(next(small.bando), (AssignmentRef{3, 1}));
    EXPECT_EQ(next(small.kato), std::nullopt) << "a deputy does not";
    EXPECT_EQ(next(small.suzuki), std::nullopt);
    ASSERT_EQ(story.approve(small.bando), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Running) << "these are two acts";
    EXPECT_EQ(next(small.bando), std::nullopt) << "the decision itself";
    ASSERT_EQ(story.approve(small.bando), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(Turns, TheDecisionIsNextForNobodyWhoFiledOrOnlyReviews)
{
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"R","kind":"review","who":[{"post":"zaisei-kacho"}],"why":{"ja":"a","en":"a"}},
        {"line":"C","kind":"consult","who":[{"post":"soumu-jicho"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
    ASSERT_TRUE(rule);
    Story story(small.office(), *rule, small.sato);
    ASSERT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(nextDecision(story.state(), small.zaizen, *small.office()), std::nullopt);
    ASSERT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(nextDecision(story.state(), small.tsugawa, *small.office()), std::nullopt) << "another one decides";
}

TEST_F(Turns, AllowedActsAfterAReturnAndADecision)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.giveBack(small.suzuki), std::nullopt);

    AllowedActs drafter;
    drafter.edit = drafter.cancel = drafter.comment = true;
    EXPECT_EQ(allowedActs(story.state(), small.sato, *small.office()), drafter);

    const Story ended = decided();
    AllowedActs reader;
    reader.read = reader.comment = true;
    EXPECT_EQ(allowedActs(ended.state(), small.kato, *small.office()), reader);
    AllowedActs decider;
    decider.comment = true;
    EXPECT_EQ(allowedActs(ended.state(), small.bando, *small.office()), decider);
}

} // namespace kessai::test
