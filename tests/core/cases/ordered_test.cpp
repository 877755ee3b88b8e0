// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/decidestage.h"

// What was ordered is examined, and only then paid (地方自治法232条の4, domain.md 5.1 ③→④→⑤).

namespace kessai::test {

class Ordered : public ::testing::Test {
protected:
    static constexpr AssignmentRef kDecision{2, 1};
    static constexpr AssignmentRef kExamination{3, 1};

    /// 庶務係長 reviews, 部長 orders, 審査担当 examines.
    static RouteRule rule(const char *more = "")
    {
        const QByteArray text = QByteArray(R"({"form":"draft","from":"2025-04-01","lines":[
            {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
            {"line":"D","kind":"decide","who":[{"post":"soumu-bucho"}],"why":{"ja":"a","en":"a"}},
            {"line":"X","kind":"examine","rule":"any","who":[{"post":"shinsa"},{"post":"shinsa-kakaricho"}],
             "why":{"ja":"a","en":"a"}})")
            + more + "]}";
        const auto read = ruleFromText(text.constData());
        EXPECT_TRUE(read) << qPrintable(read ? QString() : read.error().detail);
        return *read;
    }
    Story begun(const RouteRule &with)
    {
        Story story(small.office(), with, small.sato);
        auto command = story.submission();
        EXPECT_TRUE(command);
        command->postings = {{QStringLiteral("commitment.paid"), QStringLiteral("case:7"), story.office().day(), 1000}};
        EXPECT_EQ(story.act(small.sato, *command), std::nullopt);
        return story;
    }
    Story begun() { return begun(rule()); }
    Story ordered()
    {
        Story story = begun();
        EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
        EXPECT_EQ(story.approve(small.bando), std::nullopt);
        return story;
    }
    /// Sends it again as it was, or with another content, keeping these steps.
    std::optional<Refusal> resend(Story &story, std::vector<int> kept)
    {
        auto command = story.submission();
        if (!command)
            return command.error();
        command->contentDigest = story.state().contentDigest;
        command->postings = story.state().postings;
        command->kept = std::move(kept);
        return story.act(small.sato, *command);
    }

    SmallOffice small;
};

TEST_F(Ordered, IsDecidedOnlyWhenItWasExamined)
{
    Story story = ordered();

    EXPECT_EQ(story.state().state, CaseState::Running);
    EXPECT_TRUE(story.state().awaitsExamination());
    EXPECT_EQ(story.state().postingState, PostingState::Reserved) << "nothing may be paid of it yet";
    EXPECT_EQ(story.assignment(2), AssignmentState::Approved);

    ASSERT_EQ(story.approve(small.shiba), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
    EXPECT_FALSE(story.state().awaitsExamination());
    EXPECT_EQ(story.state().postingState, PostingState::Used);
}

TEST_F(Ordered, NobodyExaminesBeforeTheOrder)
{
    Story story = begun();
    ASSERT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.approve(small.shiba), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.shiba, kExamination), Refusal::NotYourTurn);
    EXPECT_EQ(story.pullUp(small.shiba), Refusal::NotYourTurn);
}

TEST_F(Ordered, WhoeverOrderedDoesNotExamine)
{
    small.builder.appoint(small.bando, small.examiner, Holding::Concurrent);
    Story story = ordered();

    EXPECT_EQ(story.approve(small.bando), Refusal::PartTaken);
    EXPECT_EQ(story.giveBack(small.bando), Refusal::PartTaken);
    EXPECT_FALSE(allowedActs(story.state(), small.bando, story.office()).approve);
    EXPECT_EQ(story.approve(small.shiba), std::nullopt);
}

TEST_F(Ordered, ItsExaminerPassesItOrSendsItBackAndNothingElse)
{
    Story story = ordered();

    const AllowedActs acts = allowedActs(story.state(), small.shiba, story.office());
    EXPECT_TRUE(acts.approve);
    EXPECT_TRUE(acts.returnToDrafter);
    EXPECT_EQ(acts.returnToSteps, (std::vector<int>{1, 2}));
    EXPECT_FALSE(acts.reject);
    EXPECT_FALSE(acts.addStep);
    EXPECT_FALSE(acts.raise);
    EXPECT_EQ(story.reject(small.shiba), Refusal::OrderedCannotReject);
    EXPECT_EQ(story.add(small.shiba, StepKind::Circulate, {small.chief}), Refusal::NoSuchStep);
    EXPECT_EQ(story.add(small.shiba, StepKind::Consult, {small.financeManager}, true), Refusal::NoSuchStep);
    EXPECT_EQ(story.raise(small.shiba), Refusal::NoSuchStep);
}

TEST_F(Ordered, SentBackToWhoeverOrderedItIsOrderedAgain)
{
    Story story = ordered();

    ASSERT_EQ(story.giveBack(small.shiba, 2), std::nullopt);

    EXPECT_FALSE(story.state().awaitsExamination());
    EXPECT_EQ(story.assignment(2), AssignmentState::Open);
    EXPECT_EQ(story.assignment(3), AssignmentState::Waiting);
    EXPECT_EQ(story.approve(small.shiba), Refusal::NotYourTurn);
    ASSERT_EQ(story.approve(small.bando), std::nullopt);
    ASSERT_EQ(story.approve(small.shiga), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(Ordered, SentBackUnchangedItGoesStraightToItsExaminer)
{
    Story story = ordered();
    ASSERT_EQ(story.giveBack(small.shiba), std::nullopt);
    EXPECT_EQ(story.state().postingState, PostingState::Void);

    ASSERT_EQ(resend(story, {1, 2}), std::nullopt);

    EXPECT_TRUE(story.state().awaitsExamination());
    EXPECT_EQ(story.assignment(2), AssignmentState::Approved) << "the order stands";
    EXPECT_EQ(story.assignment(3), AssignmentState::Open);
    ASSERT_EQ(story.approve(small.shiba), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(Ordered, AnOrderIsOneOfThisContentAndOfTheseSums)
{
    Story story = ordered();
    ASSERT_EQ(story.giveBack(small.shiba), std::nullopt);
    auto another = story.submission();
    ASSERT_TRUE(another);
    another->postings = story.state().postings;
    another->kept = {1, 2};
    ASSERT_NE(another->contentDigest, story.state().contentDigest);
    auto more = *another;
    more.contentDigest = story.state().contentDigest;
    more.postings.front().amount += 1;

    EXPECT_EQ(story.act(small.sato, *another), Refusal::Damaged) << "a file was exchanged, or a word";
    EXPECT_EQ(story.act(small.sato, more), Refusal::Damaged) << "more is to be paid";
    another->kept = {1};
    EXPECT_EQ(story.act(small.sato, *another), std::nullopt) << "what else was given may stand";
    EXPECT_EQ(story.assignment(2), AssignmentState::Open);
}

TEST_F(Ordered, ItsDrafterDoesNotTakeItBack)
{
    Story story = ordered();

    EXPECT_FALSE(allowedActs(story.state(), small.sato, story.office()).cancel);
    EXPECT_EQ(story.act(small.sato, Cancel{QStringLiteral("不要")}), Refusal::OrderStands);
    EXPECT_EQ(story.withdraw(), Refusal::OrderStands);

    ASSERT_EQ(story.giveBack(small.shiba), std::nullopt);
    EXPECT_TRUE(allowedActs(story.state(), small.sato, story.office()).cancel);
    ASSERT_EQ(resend(story, {1, 2}), std::nullopt);
    EXPECT_FALSE(story.state().moved);
    EXPECT_FALSE(allowedActs(story.state(), small.sato, story.office()).withdraw);
    EXPECT_EQ(story.withdraw(), Refusal::OrderStands) << "nobody acted since, and yet it is ordered";
    ASSERT_EQ(story.giveBack(small.shiba), std::nullopt);
    EXPECT_EQ(story.act(small.sato, Cancel{QStringLiteral("不要")}), std::nullopt);
}

TEST_F(Ordered, AnOrderStandsOnlyWhereAllThatIsAskedAgainLiesBehindIt)
{
    Story story = ordered();
    ASSERT_EQ(story.giveBack(small.shiba), std::nullopt);

    EXPECT_EQ(resend(story, {2}), Refusal::Damaged) << "the review is asked again";
    EXPECT_EQ(resend(story, {1}), std::nullopt);
    EXPECT_EQ(story.assignment(2), AssignmentState::Open);
}

TEST_F(Ordered, NothingThatWasExaminedStandsBehindAnotherOrder)
{
    const RouteRule twice =
        rule(R"(,{"line":"Y","kind":"examine","who":[{"post":"kaikei-kanrisha"}],"why":{"ja":"a","en":"a"}})");
    Story story = begun(twice);
    for (const StaffId who : {small.suzuki, small.bando, small.shiba})
        ASSERT_EQ(story.approve(who), std::nullopt);
    ASSERT_TRUE(story.state().awaitsExamination());
    const auto holders = story.office().holders(std::get<PostId>(story.state().steps[3].assignments[0].who));
    ASSERT_EQ(story.giveBack(holders.front()), std::nullopt);

    EXPECT_EQ(resend(story, {1, 3}), Refusal::Damaged) << "the order is asked again";
    EXPECT_EQ(resend(story, {1, 2, 3}), std::nullopt);
    EXPECT_EQ(story.state().currentStep()->no, 4);
}

TEST_F(Ordered, NobodyDecidesByReSubmitting)
{
    Story story = ordered();
    ASSERT_EQ(story.giveBack(small.shiba), std::nullopt);
    auto command = story.submission();
    ASSERT_TRUE(command);
    command->route.steps.pop_back(); // whatever made the rules leave the examination out
    command->contentDigest = story.state().contentDigest;
    command->postings = story.state().postings;
    command->kept = {1, 2};

    EXPECT_EQ(story.act(small.sato, *command), Refusal::Damaged);
}

TEST_F(Ordered, AStandInOrdersAndTheExaminationFollows) // 代決
{
    small.builder.standIn(small.director, small.viceDirector);
    small.builder.absent(small.bando);
    Story story = begun();
    ASSERT_EQ(story.approve(small.suzuki), std::nullopt);
    const StaffId standIn = small.tsugawa;
    ASSERT_EQ(story.standIn(standIn), std::nullopt);

    EXPECT_TRUE(story.state().awaitsExamination());
    EXPECT_EQ(story.assignment(2), AssignmentState::PostReview);
    ASSERT_EQ(story.approve(small.shiba), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(Ordered, APullUpPassesOverReviewsOnly) // 引上げ
{
    Story story = begun();
    ASSERT_EQ(story.pullUp(small.bando), std::nullopt);

    EXPECT_TRUE(story.state().awaitsExamination());
    EXPECT_EQ(story.assignment(1), AssignmentState::PostReview);
    EXPECT_EQ(story.state().state, CaseState::Running);
}

TEST_F(Ordered, RaisedItIsOrderedAboveAndExaminedThen) // 上位決裁
{
    Story story = begun();
    ASSERT_EQ(story.approve(small.suzuki), std::nullopt);
    ASSERT_EQ(story.raise(small.bando), std::nullopt);
    ASSERT_EQ(story.approve(small.bando), std::nullopt);

    EXPECT_FALSE(story.state().awaitsExamination());
    EXPECT_EQ(story.state().currentStep()->kind, StepKind::Decide);
    ASSERT_EQ(story.approve(small.ichikawa), std::nullopt);
    EXPECT_TRUE(story.state().awaitsExamination());
    EXPECT_EQ(story.state().currentStep()->no, 4);
}

TEST_F(Ordered, NothingButAnExaminationBlocksBehindTheDecision)
{
    const auto problem = [](const char *behind) {
        const QByteArray text = QByteArray(R"({"form":"draft","from":"2025-04-01","lines":[
            {"line":"D","kind":"decide","who":[{"post":"soumu-bucho"}],"why":{"ja":"a","en":"a"}},)")
            + behind + "]}";
        const auto read = ruleFromText(text.constData());
        return read ? QString() : read.error().detail;
    };

    EXPECT_EQ(problem(R"({"line":"X","kind":"examine","who":[{"post":"shinsa"}],"why":{"ja":"a","en":"a"}},
                         {"line":"C","kind":"circulate","who":[{"post":"shinsa"}],"why":{"ja":"a","en":"a"}})"),
              QString());
    for (const char *kind : {"review", "consult"}) {
        const QByteArray behind =
            QByteArray(R"({"line":"X","kind":")") + kind + R"(","who":[{"post":"shinsa"}],"why":{"ja":"a","en":"a"}})";
        EXPECT_TRUE(problem(behind.constData()).contains(QLatin1String("'X'"))) << kind;
    }
    EXPECT_TRUE(problem(R"({"line":"X","kind":"examine","who":[{"post":"shinsa"}],"why":{"ja":"a","en":"a"}},
                           {"line":"E","kind":"decide","who":[{"post":"soumu-bucho"}],"why":{"ja":"a","en":"a"}})")
                    .contains(QLatin1String("'E'")));
}

} // namespace kessai::test
