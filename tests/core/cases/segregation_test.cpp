// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/decidestage.h"

// Whoever orders a payment does not examine it (domain.md 5.1, 8.2 rule 3, WF-15).

namespace kessai::test {

class Segregation : public ::testing::Test {
protected:
    /// 庶務係長 reviews, 審査担当 or 審査係長 examines, the rest as said.
    static RouteRule rule(const char *decider, bool apart = false, const char *examiner = "shinsa")
    {
        const QByteArray text = QByteArray(R"({"form":"draft","from":"2025-04-01","lines":[
            {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
            {"line":"X","kind":"examine","rule":"any","who":[{"post":"shinsa-kakaricho"},{"post":")")
            + examiner + R"("}],)" + (apart ? R"("apart":true,)" : "") + R"("why":{"ja":"a","en":"a"}},
            {"line":"D","kind":"decide","who":[{"post":")"
            + decider + R"("}],"why":{"ja":"a","en":"a"}}]})";
        const auto read = ruleFromText(text.constData());
        EXPECT_TRUE(read);
        return *read;
    }
    /// A case of the clerk's that moves money, or working time.
    Story begun(const RouteRule &with, bool money = true)
    {
        Story story(small.office(), with, small.sato);
        auto command = story.submission();
        EXPECT_TRUE(command);
        if (money)
            command->postings = {
                {QStringLiteral("commitment.paid"), QStringLiteral("case:7"), story.office().day(), 1000}};
        EXPECT_EQ(story.act(small.sato, *command), std::nullopt);
        return story;
    }

    SmallOffice small;
};

TEST_F(Segregation, WhoeverReviewedAPaymentDoesNotExamineIt)
{
    small.builder.appoint(small.shiba, small.chief, Holding::Concurrent);
    Story story = begun(rule("soumu-bucho"));
    ASSERT_EQ(story.approve(small.shiba), std::nullopt); // as 庶務係長

    EXPECT_EQ(story.approve(small.shiba), Refusal::PartTaken);
    EXPECT_EQ(story.approve(small.shiba, AssignmentRef{2, 1}), Refusal::PartTaken);
    EXPECT_TRUE(turnsOf(story.state(), small.shiba, story.office()).empty());
    EXPECT_FALSE(allowedActs(story.state(), small.shiba, story.office()).approve);
}

TEST_F(Segregation, WhoeverExaminedAPaymentDoesNotOrderIt)
{
    Story story = begun(rule("shinsa"));
    ASSERT_EQ(story.approve(small.suzuki), std::nullopt);
    ASSERT_EQ(story.approve(small.shiba), std::nullopt); // examines

    EXPECT_EQ(story.approve(small.shiba), Refusal::PartTaken);
    EXPECT_EQ(story.giveBack(small.shiba), Refusal::PartTaken);
    EXPECT_EQ(story.state().state, CaseState::Running);
}

TEST_F(Segregation, WhoeverInspectedWhatIsPaidNeitherExaminesNorDecides)
{
    Story story = begun(rule("soumu-bucho"));
    const auto allows = [&](StaffId inspector, StaffId actor) {
        Case state = story.state();
        state.inspector = inspector;
        const auto act = decide(state, Approve{}, actor, story.office());
        EXPECT_TRUE(act || act.error() == Refusal::PartTaken);
        EXPECT_EQ(allowedActs(state, actor, story.office()).approve, act.ok());
        return act.ok();
    };

    EXPECT_TRUE(allows(small.suzuki, small.suzuki)) << "who only reviews may have inspected";
    ASSERT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_FALSE(allows(small.shiba, small.shiba));
    EXPECT_TRUE(allows(small.suzuki, small.shiba));
    ASSERT_EQ(story.approve(small.shiba), std::nullopt);
    EXPECT_FALSE(allows(small.bando, small.bando));
    EXPECT_TRUE(allows(small.suzuki, small.bando));
}

TEST_F(Segregation, WhoeverInspectedDoesNotDecideByTheActOfTheirReview)
{
    small.builder.appoint(small.bando, small.chief, Holding::Concurrent);
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"X","kind":"examine","who":[{"post":"shinsa"}],"why":{"ja":"a","en":"a"}},
        {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"post":"soumu-bucho"}],"why":{"ja":"a","en":"a"}}]})");
    ASSERT_TRUE(rule);
    Story story = begun(*rule);
    ASSERT_EQ(story.approve(small.shiba), std::nullopt);
    const auto also = [&](std::optional<StaffId> inspector) {
        Case state = story.state();
        state.inspector = inspector;
        const auto act = decide(state, Approve{}, small.bando, story.office());
        EXPECT_TRUE(act);
        return act ? std::get<Approved>(act->body).also.size() : 0;
    };

    EXPECT_EQ(also(std::nullopt), 1U);
    EXPECT_EQ(also(small.bando), 0U);
    Case state = story.state();
    state.inspector = small.bando;
    const Approved forged{.on = {2, 1}, .also = {{3, 1}}, .comment = {}, .manner = Manner::Own, .passed = {}};
    const auto effects = effectsOf(state, {small.bando, small.chief, std::nullopt}, forged);
    ASSERT_FALSE(effects);
    EXPECT_EQ(effects.error(), Refusal::PartTaken);
}

TEST_F(Segregation, IsAboutMoneyAlone)
{
    Story story = begun(rule("shinsa"), false);
    ASSERT_EQ(story.approve(small.suzuki), std::nullopt);
    ASSERT_EQ(story.approve(small.shiba), std::nullopt);

    EXPECT_EQ(story.approve(small.shiba), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(Segregation, AHistoryInWhichOneDidBothIsDamaged)
{
    Story story = begun(rule("shinsa"));
    ASSERT_EQ(story.approve(small.suzuki), std::nullopt);
    ASSERT_EQ(story.approve(small.shiba), std::nullopt);
    const Approved forged{.on = {3, 1}, .also = {}, .comment = {}, .manner = Manner::Own, .passed = {}};

    const auto effects = effectsOf(story.state(), {small.shiba, small.examiner, std::nullopt}, forged);

    ASSERT_FALSE(effects);
    EXPECT_EQ(effects.error(), Refusal::PartTaken);
}

TEST_F(Segregation, Wf15AsksAnotherExaminerOrNobody)
{
    const auto office = small.office();
    const auto route = [&](const RouteRule &with, StaffId drafter) {
        return resolveRoute(with, *office, drafter, *office->primaryPost(drafter), {});
    };

    const auto apart = route(rule("shinsa-kakaricho", true), small.sato);
    ASSERT_TRUE(apart);
    EXPECT_EQ(apart->steps[1].assignments, (std::vector<Assignment>{{1, small.examiner, AssignmentState::Waiting}}));

    const auto nobody = route(rule("shinsa-kakaricho", true, "shinsa-kakaricho"), small.sato);
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error(), Refusal::EmptyStep);
}

} // namespace kessai::test
