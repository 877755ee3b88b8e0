// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/decidestage.h"

// 代決, 引上げ and 後閲 (domain.md 8.1, 8.2 rules 5 and 6).

namespace kessai::test {

using ::testing::ElementsAre;

class OutOfTurn : public ::testing::Test {
protected:
    /// 係長 → 課長 → 部長 decides; 次長, then the 課長 of the drafter's line stand in for 部長.
    static RouteRule line()
    {
        const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
            {"line":"R-1","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
            {"line":"R-2","kind":"review","who":[{"head":"section"}],"why":{"ja":"a","en":"a"}},
            {"line":"R-3","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
        EXPECT_TRUE(rule);
        return *rule;
    }
    OutOfTurn()
    {
        small.builder.standIn(small.director, small.viceDirector);
        small.builder.standIn(small.director, std::nullopt, SectionLevel::Section);
    }
    Story begun(bool important = false)
    {
        Story story(small.office(), line(), small.sato);
        auto command = story.submission();
        EXPECT_TRUE(command);
        command->important = important;
        EXPECT_EQ(story.act(small.sato, *command), std::nullopt);
        return story;
    }
    Story beforeTheDirector(bool important = false)
    {
        Story story = begun(important);
        EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
        EXPECT_EQ(story.approve(small.kato), std::nullopt);
        return story;
    }

    SmallOffice small;
};

TEST_F(OutOfTurn, TheFirstStandInDecidesForAnAbsentDecider)
{
    small.builder.absent(small.bando);
    Story story = beforeTheDirector();

    EXPECT_TRUE(allowedActs(story.state(), small.tsugawa, story.office()).standIn);
    EXPECT_EQ(story.standIn(small.tsugawa), std::nullopt);

    EXPECT_EQ(story.state().state, CaseState::Decided);
    EXPECT_EQ(story.assignment(3), AssignmentState::PostReview);
    EXPECT_EQ(story.history().back().capacity, (Capacity{small.tsugawa, small.viceDirector, std::nullopt}));
    EXPECT_EQ(std::get<Approved>(story.history().back().body).manner, Manner::Acting);
}

TEST_F(OutOfTurn, NobodyStandsInForADeciderWhoIsThere)
{
    Story story = beforeTheDirector();

    EXPECT_FALSE(allowedActs(story.state(), small.tsugawa, story.office()).standIn);
    EXPECT_EQ(story.standIn(small.tsugawa), Refusal::NoStandIn);
    EXPECT_EQ(story.act(small.tsugawa, Approve{AssignmentRef{3, 1}, QString(), Manner::Acting}), Refusal::NoStandIn);
}

TEST_F(OutOfTurn, TheSecondStandInWaitsForTheFirst)
{
    small.builder.absent(small.bando);
    Story story = beforeTheDirector();

    EXPECT_EQ(story.standIn(small.kato), Refusal::NoStandIn);
}

TEST_F(OutOfTurn, AStandInOnlyDecides)
{
    small.builder.absent(small.bando);
    Story story = beforeTheDirector();

    EXPECT_EQ(story.act(small.tsugawa, Return{std::nullopt, std::nullopt, QStringLiteral("訂正"), Manner::Acting}),
              Refusal::NotYourTurn);
    EXPECT_EQ(story.act(small.tsugawa, Reject{std::nullopt, QStringLiteral("不要"), Manner::Acting}),
              Refusal::NotYourTurn);
}

TEST_F(OutOfTurn, NobodyStandsInOnReviews)
{
    small.builder.standIn(small.manager, small.assistant);
    small.builder.absent(small.kato);
    Story story = begun();
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.standIn(small.hosaka), Refusal::NoStandIn);
}

TEST_F(OutOfTurn, AStandInsDeputyDoesNotStandIn)
{
    small.builder.absent(small.bando);
    small.builder.deputy(small.tsugawa, small.hosaka);
    Story story = beforeTheDirector();

    EXPECT_EQ(story.standIn(small.hosaka), Refusal::NoStandIn);
}

TEST_F(OutOfTurn, ADisputedCaseIsTheDecidersOwn)
{
    small.builder.absent(small.bando);
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"C","kind":"consult","objection":"refers","who":[{"post":"zaisei-kacho"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
    Story story(small.office(), *rule, small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.object(small.zaizen), std::nullopt);

    EXPECT_EQ(story.state().state, CaseState::Running);
    EXPECT_EQ(story.standIn(small.tsugawa), Refusal::DeciderOnly);
}

TEST_F(OutOfTurn, TheDeciderReadsAfterwardsAndNobodyForThem)
{
    small.builder.absent(small.bando, {}, SmallOffice::today());
    small.builder.deputy(small.bando, small.tsugawa, SmallOffice::today().addDays(1));
    Story story = beforeTheDirector();
    EXPECT_EQ(story.standIn(small.tsugawa), std::nullopt);

    story.moveTo(small.office(SmallOffice::today().addDays(1)));

    EXPECT_TRUE(allowedActs(story.state(), small.bando, story.office()).postReview);
    EXPECT_EQ(story.approve(small.tsugawa), Refusal::AlreadyDecided);
    EXPECT_EQ(story.approve(small.tsugawa, AssignmentRef{3, 1}), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.bando), std::nullopt);
    EXPECT_EQ(story.assignment(3), AssignmentState::PostReviewed);
    EXPECT_EQ(story.state().state, CaseState::Decided);
    EXPECT_EQ(story.approve(small.bando), Refusal::AlreadyDecided);
}

TEST_F(OutOfTurn, APullUpNeedsAReason)
{
    Story story = begun();

    EXPECT_EQ(story.pullUp(small.kato, QStringLiteral(" \u3000")), Refusal::ReasonMissing);
    EXPECT_EQ(story.pullUp(small.zaizen), Refusal::NotYourTurn);
    EXPECT_EQ(story.pullUp(small.suzuki), Refusal::NotYourTurn); // it is their turn: they approve
    EXPECT_EQ(story.pullUp(small.sato), Refusal::OwnCase);
}

TEST_F(OutOfTurn, APullUpInTheMiddleGoesOnFromThere)
{
    Story story = begun();

    EXPECT_EQ(story.pullUp(small.kato), std::nullopt);

    EXPECT_EQ(story.assignment(1), AssignmentState::PostReview);
    EXPECT_EQ(story.assignment(2), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(3), AssignmentState::Open);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt); // reads afterwards, while the case runs
    EXPECT_EQ(story.assignment(1), AssignmentState::PostReviewed);
    EXPECT_EQ(story.withdraw(), Refusal::AlreadyMoved);
    EXPECT_EQ(story.approve(small.bando), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(OutOfTurn, APullUpMayReturnOrReject)
{
    Story back = begun();
    EXPECT_EQ(back.act(small.bando, Return{std::nullopt, std::nullopt, QStringLiteral("訂正"), Manner::PullUp}),
              std::nullopt);
    EXPECT_EQ(back.state().state, CaseState::Returned);
    EXPECT_EQ(back.assignment(3), AssignmentState::Returned);
    EXPECT_EQ(back.assignment(1), AssignmentState::Void);

    Story end = begun();
    EXPECT_EQ(end.act(small.bando, Reject{std::nullopt, QStringLiteral("不要"), Manner::PullUp}), std::nullopt);
    EXPECT_EQ(end.state().state, CaseState::Rejected);
}

TEST_F(OutOfTurn, ConsultationsAndExaminationsAreNotPassedOver)
{
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
        {"line":"C","kind":"consult","who":[{"post":"zaisei-kacho"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
    Story story(small.office(), *rule, small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);

    EXPECT_EQ(story.pullUp(small.bando), Refusal::OthersFirst);
    EXPECT_EQ(story.act(small.bando, Approve{AssignmentRef{3, 1}, QStringLiteral("急ぐ"), Manner::PullUp}),
              Refusal::OthersFirst);
    EXPECT_FALSE(allowedActs(story.state(), small.bando, story.office()).pullUp);
}

TEST_F(OutOfTurn, AnAbsentReviewerWhoSaidSoIsPassedOver)
{
    small.builder.absent(small.suzuki, {}, {}, true);
    small.builder.absent(small.kato, {}, {}, true);
    Story story = begun();

    EXPECT_THAT(std::get<Submitted>(story.history()[0].body).passed,
                ElementsAre(AssignmentRef{1, 1}, AssignmentRef{2, 1}));
    EXPECT_EQ(story.assignment(1), AssignmentState::PostReview);
    EXPECT_EQ(story.assignment(2), AssignmentState::PostReview);
    EXPECT_EQ(story.assignment(3), AssignmentState::Open);
    EXPECT_EQ(story.withdraw(), std::nullopt); // nobody has acted
    EXPECT_EQ(story.assignment(1), AssignmentState::Void);
}

TEST_F(OutOfTurn, NeitherWaitingAbsencesNorDeputiesPassAnybodyOver)
{
    small.builder.absent(small.suzuki);             // waits
    small.builder.absent(small.kato, {}, {}, true); // has a deputy for such days
    small.builder.deputy(small.kato, small.hosaka, {}, {}, true);
    Story story = begun();

    EXPECT_EQ(story.assignment(1), AssignmentState::Open);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.assignment(2), AssignmentState::Open);
    EXPECT_EQ(story.approve(small.hosaka), std::nullopt);
    EXPECT_EQ(story.history().back().capacity.principal, small.kato);
}

TEST_F(OutOfTurn, ADeputyForOtherCasesKeepsNobodyFromBeingPassedOver)
{
    small.builder.absent(small.kato, {}, {}, true);
    small.builder.deputy(small.kato, small.hosaka, {}, {}, true, {QStringLiteral("leave")}, 500'000);
    Story story = begun();
    const auto passedOver = [&](const Matter &matter) {
        Case state = story.state();
        state.matter = matter;
        const auto event = decide(state, Approve{}, small.suzuki, story.office());
        EXPECT_TRUE(event);
        return event && !std::get<Approved>(event->body).passed.empty();
    };

    EXPECT_TRUE(passedOver({QStringLiteral("overtime"), 500'000}));
    EXPECT_TRUE(passedOver({QStringLiteral("leave"), 500'001}));
    EXPECT_TRUE(passedOver({QStringLiteral("leave"), std::nullopt}));
    EXPECT_FALSE(passedOver({QStringLiteral("leave"), 500'000})) << "somebody is there who may act on it";
}

TEST_F(OutOfTurn, ADeputyForAbsencesActsOnThoseDaysOnly)
{
    const QDate away = SmallOffice::today().addDays(1);
    small.builder.absent(small.suzuki, away, away);
    small.builder.deputy(small.suzuki, small.seki, {}, {}, true);
    Story story = begun();
    EXPECT_EQ(story.approve(small.seki), Refusal::NotYourTurn);

    story.moveTo(small.office(away));

    EXPECT_EQ(story.approve(small.seki), std::nullopt); // what was already waiting moved with them
}

TEST_F(OutOfTurn, AnAbsentDeciderIsNeverPassedOver)
{
    small.builder.absent(small.bando, {}, {}, true);
    Story story = beforeTheDirector();

    EXPECT_EQ(story.assignment(3), AssignmentState::Open);
    EXPECT_EQ(story.state().state, CaseState::Running);
}

} // namespace kessai::test

namespace kessai::test {

TEST_F(OutOfTurn, AStandInDecidesWhatAlsoCirculates)
{
    small.builder.absent(small.bando);
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
        {"line":"K","kind":"circulate","who":[{"role":"personnel"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
    Story story(small.office(), *rule, small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.standIn(small.tsugawa), std::nullopt);

    EXPECT_EQ(story.state().state, CaseState::Decided);
}

// 鈴木 also holds the next step, but was passed over at the first: reading that is not approving the next.
TEST_F(OutOfTurn, WhoReadsAfterwardsDoesNotActOnTheirNextStepByIt)
{
    small.builder.appoint(small.suzuki, small.manager, Holding::Concurrent);
    small.builder.absent(small.suzuki, {}, SmallOffice::today(), true);
    Story story = begun();
    EXPECT_EQ(story.assignment(1), AssignmentState::PostReview);
    EXPECT_EQ(story.assignment(2), AssignmentState::Open);
    story.moveTo(small.office(SmallOffice::today().addDays(1)));

    EXPECT_EQ(story.approve(small.suzuki, AssignmentRef{1, 1}), std::nullopt);

    EXPECT_EQ(story.assignment(1), AssignmentState::PostReviewed);
    EXPECT_EQ(story.assignment(2), AssignmentState::Open);
}

// 鈴木 holds the first step and the last; between them one is away and the other there, who has to be asked first.
TEST_F(OutOfTurn, OneOfTwoWhoIsAwayDoesNotPassTheOtherOver)
{
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"R-1","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
        {"line":"R-2","kind":"review","who":[{"post":"zaisei-kacho"},{"post":"soumu-hosa"}],"why":{"ja":"a","en":"a"}},
        {"line":"R-3","kind":"decide","who":[{"head":"section"}],"why":{"ja":"a","en":"a"}}]})");
    ASSERT_TRUE(rule);
    small.builder.appoint(small.suzuki, small.manager, Holding::Concurrent);
    small.builder.absent(small.zaizen, {}, {}, true);
    Story story(small.office(), *rule, small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);

    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.assignment(2, 1), AssignmentState::PostReview);
    EXPECT_EQ(story.assignment(2, 2), AssignmentState::Open);
    EXPECT_EQ(story.assignment(3), AssignmentState::Waiting);
    EXPECT_EQ(story.approve(small.hosaka), std::nullopt);
    EXPECT_EQ(story.assignment(3), AssignmentState::Open);
}

} // namespace kessai::test
