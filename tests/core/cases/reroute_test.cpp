// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/reroute.h"

#include "tests/core/cases/decidestage.h"

// An administrator addresses what waits to another post. Who is one, the notary knows.

namespace kessai::test {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class Rerouting : public Decide {
protected:
    /// 福井 heads 福祉課, which has nothing to do with these cases.
    std::optional<Refusal> reroute(Story &story, AssignmentRef seat, PostId post,
                                   const QString &reason = QStringLiteral("長期の療養"))
    {
        return story.act(small.fukui, Reroute{seat, post, reason});
    }
    Story waitingForDecision()
    {
        Story story = begun(small.sato);
        for (const StaffId who : {small.suzuki, small.zaizen, small.tsugawa, small.shiba})
            EXPECT_EQ(story.approve(who), std::nullopt);
        return story;
    }
};

TEST_F(Rerouting, AReviewGoesOnAtAnotherPostAndStaysWhatItIs)
{
    Story story = begun(small.sato);
    const Step before = story.state().steps[1];

    EXPECT_EQ(reroute(story, {2, 1}, small.assistant), std::nullopt);

    const Step &after = story.state().steps[1];
    EXPECT_EQ(after.assignments, (std::vector<Assignment>{{1, small.assistant, AssignmentState::Open}}));
    EXPECT_EQ(std::pair(after.kind, after.line), std::pair(before.kind, before.line));
    ASSERT_FALSE(after.notes.empty());
    EXPECT_EQ(after.notes.back(), (RouteNote{RouteNoteKind::Rerouted, QStringLiteral("R"), small.chief}));
    EXPECT_EQ(story.state().round, 1);
    EXPECT_THAT(story.state().access, Contains(Assignee(small.assistant)));
    EXPECT_THAT(story.state().access, Not(Contains(Assignee(small.fukui)))) << "nobody reads by it who is not asked";
    EXPECT_EQ(story.approve(small.suzuki), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.hosaka), std::nullopt);
    EXPECT_EQ(story.assignment(3, 1), AssignmentState::Open);
    EXPECT_TRUE(replay(story.state().id, small.sato, story.history()));
}

TEST_F(Rerouting, TheDrafterMayStillTakeTheCaseBack)
{
    Story story = begun(small.sato);
    EXPECT_EQ(reroute(story, {2, 1}, small.assistant), std::nullopt);
    EXPECT_EQ(story.act(small.sato, Withdraw{}), std::nullopt);
}

TEST_F(Rerouting, ADecisionGoesToASuperiorOfItsDeciderOnly)
{
    Story story = waitingForDecision();

    EXPECT_EQ(reroute(story, {5, 1}, small.viceDirector), Refusal::NoDecider) << "below";
    EXPECT_EQ(reroute(story, {5, 1}, small.manager), Refusal::NoDecider);
    EXPECT_EQ(reroute(story, {5, 1}, small.treasurer), Refusal::NoDecider) << "beside";
    EXPECT_EQ(reroute(story, {5, 1}, small.director), Refusal::NoSuchStep) << "where it is";
    EXPECT_EQ(reroute(story, {5, 1}, small.mayor), std::nullopt);
    EXPECT_EQ(story.approve(small.bando), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.ichikawa), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(Rerouting, AnExaminationStaysInItsSection)
{
    Story story = begun(small.sato);
    for (const StaffId who : {small.suzuki, small.zaizen, small.tsugawa})
        EXPECT_EQ(story.approve(who), std::nullopt);

    EXPECT_EQ(reroute(story, {4, 1}, small.financeChief), Refusal::NoSuchStep);
    EXPECT_EQ(reroute(story, {4, 1}, small.auditChief), Refusal::NoSuchStep) << "they are asked already";
    EXPECT_THAT(postsToReroute(story.state(), {4, 1}, small.fukui, story.office()), IsEmpty());
}

TEST_F(Rerouting, AConsultationGoesToTheSectionThatIsConsultedOrAbove)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(reroute(story, {3, 1}, small.assistant), Refusal::NoSuchStep) << "財政課長 is consulted, not 総務課";
    EXPECT_EQ(reroute(story, {3, 1}, small.director), std::nullopt) << "the head of both";
    EXPECT_EQ(reroute(story, {3, 2}, small.viceMayor), Refusal::NoSuchStep);
}

TEST_F(Rerouting, NobodyDoesItWithAPartInTheCaseOrToGetOne)
{
    Story story = begun(small.sato);
    const QString why = QStringLiteral("療養");

    EXPECT_EQ(story.act(small.sato, Reroute{{2, 1}, small.assistant, why}), Refusal::OwnCase);
    EXPECT_EQ(story.act(small.bando, Reroute{{2, 1}, small.assistant, why}), Refusal::PartTaken) << "who decides";
    EXPECT_EQ(story.act(small.kato, Reroute{{2, 1}, small.assistant, why}), Refusal::PartTaken) << "who is told";
    EXPECT_EQ(reroute(story, {2, 1}, small.careManager), Refusal::SelfAppointed);
    EXPECT_EQ(reroute(story, {2, 1}, small.clerk), std::nullopt) << "田中 holds the post of the drafter as well";
}

TEST_F(Rerouting, NothingGoesWhereNobodyCouldActOnIt)
{
    Story story = begun(small.sato);

    EXPECT_EQ(reroute(story, {2, 1}, small.welfareDirector), Refusal::EmptyStep) << "vacant";
    EXPECT_EQ(reroute(story, {2, 1}, PostId(999)), Refusal::UnknownStaff);
    Story own(small.office(), fullRule(), small.bando);
    EXPECT_EQ(own.submit(), std::nullopt);
    const auto open = std::find_if(own.state().steps.begin(), own.state().steps.end(), [](const Step &step) {
        return step.blocks() && step.assignments.front().state == AssignmentState::Open;
    });
    ASSERT_NE(open, own.state().steps.end());
    EXPECT_EQ(reroute(own, {open->no, 1}, small.director), Refusal::OwnCase);
}

TEST_F(Rerouting, OnlyWhatIsOpenAndHoldsTheCaseUp)
{
    Story story = begun(small.sato);

    EXPECT_EQ(reroute(story, {1, 1}, small.assistant), Refusal::NoSuchStep) << "circulates";
    EXPECT_EQ(reroute(story, {3, 1}, small.assistant), Refusal::NoSuchStep) << "has not come yet";
    EXPECT_EQ(reroute(story, {9, 1}, small.assistant), Refusal::NoSuchStep);
    EXPECT_EQ(reroute(story, {2, 2}, small.assistant), Refusal::NoSuchStep);
    EXPECT_EQ(reroute(story, {2, 1}, small.assistant, QStringLiteral("　")), Refusal::ReasonMissing);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(reroute(story, {2, 1}, small.assistant), Refusal::NoSuchStep) << "done";
    EXPECT_EQ(story.act(small.sato, Cancel{QStringLiteral("不要")}), std::nullopt);
    EXPECT_EQ(reroute(story, {3, 1}, small.assistant), Refusal::WrongState);
    Story over = decided();
    EXPECT_EQ(reroute(over, {5, 1}, small.mayor), Refusal::AlreadyDecided);
}

TEST_F(Rerouting, TheRecordAloneTellsWhatCannotHaveHappened)
{
    const Story story = begun(small.sato);
    const Capacity alone{small.fukui, std::nullopt, std::nullopt};
    const Rerouted act{{2, 1}, small.assistant, QStringLiteral("療養")};

    EXPECT_TRUE(effectsOf(story.state(), alone, act));
    EXPECT_EQ(effectsOf(story.state(), {small.fukui, small.careManager, std::nullopt}, act).error(),
              Refusal::NotYourTurn);
    EXPECT_EQ(effectsOf(story.state(), {small.fukui, std::nullopt, small.bando}, act).error(), Refusal::NotYourTurn);
    EXPECT_EQ(effectsOf(story.state(), {small.sato, std::nullopt, std::nullopt}, act).error(), Refusal::OwnCase);
}

TEST_F(Rerouting, OffersThePostsItTakes)
{
    Story story = waitingForDecision();

    const std::vector<PostId> posts = postsToReroute(story.state(), {5, 1}, small.fukui, story.office());

    EXPECT_THAT(posts, ElementsAre(small.mayor));
    EXPECT_THAT(postsToReroute(story.state(), {5, 1}, small.zaizen, story.office()), IsEmpty()) << "has a part";
}

} // namespace kessai::test
