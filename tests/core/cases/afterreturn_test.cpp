// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/ground.h"
#include "core/cases/reroute.h"
#include "tests/core/cases/decidestage.h"

#include <array>

// What becomes of an approval that somebody gave in another's place when the case goes back (domain.md 8.2 rules 5, 6 and 9): whoever was named for
// somebody gave what stands like theirs; whoever was passed over gave nothing, and is asked; a decision in the decider's place (代決) stands once the
// decider has read it, and is made again before; and what an administrator addressed elsewhere goes where the rules say.

namespace kessai::test {

namespace {

using State = AssignmentState;
using States = std::array<State, 4>;

constexpr State kOpen = State::Open;
constexpr State kWaits = State::Waiting;
constexpr State kGiven = State::Approved;
constexpr State kPassed = State::PostReview;

enum class Way { Own, ForAPeriod, ForALeave, PassedOver, PulledUp, Acting, ActingAndRead, Rerouted };

struct Row final {
    const char *name;
    Way way;
    std::vector<int> kept; ///< of a case that is filed again unchanged
    States unchanged;
    States toTheReview;   ///< sent back to 係長
    States toTheDecision; ///< sent back to whoever decided
};

std::ostream &operator<<(std::ostream &out, const Row &row)
{
    return out << row.name;
}

/// 庶務係長 and 総務課長 review, 部長 orders, 審査担当 examines, and sends it back.
class AfterReturn : public ::testing::TestWithParam<Row> {
protected:
    static RouteRule rule()
    {
        const auto read = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
            {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
            {"line":"S","kind":"review","who":[{"head":"section"}],"why":{"ja":"a","en":"a"}},
            {"line":"D","kind":"decide","who":[{"post":"soumu-bucho"}],"why":{"ja":"a","en":"a"}},
            {"line":"X","kind":"examine","who":[{"post":"shinsa"}],"why":{"ja":"a","en":"a"}}]})");
        EXPECT_TRUE(read);
        return *read;
    }
    static Content content(int amount)
    {
        Content content;
        content.fields = {{QStringLiteral("amount"), amount}};
        return content;
    }
    void SetUp() override
    {
        small.builder.standIn(small.director, small.viceDirector);
        switch (GetParam().way) {
        case Way::ForAPeriod: small.builder.deputy(small.suzuki, small.seki); break;
        case Way::ForALeave: small.builder.deputy(small.suzuki, small.seki, {}, {}, true).absent(small.suzuki); break;
        case Way::PassedOver: small.builder.absent(small.suzuki, {}, {}, true); break;
        case Way::Rerouted: small.builder.absent(small.suzuki); break;
        case Way::Acting:
        case Way::ActingAndRead: small.builder.absent(small.bando); break;
        case Way::Own:
        case Way::PulledUp: break;
        }
        story.moveTo(small.office());
        auto command = story.submission();
        ASSERT_TRUE(command);
        command->postings = {{QStringLiteral("commitment.paid"), QStringLiteral("case:7"), small.today(), 1000}};
        ASSERT_EQ(story.act(small.sato, *command), std::nullopt);
        approveAll();
        ASSERT_TRUE(story.state().awaitsExamination());
    }
    void approveAll()
    {
        const Way way = GetParam().way;
        switch (way) {
        case Way::ForAPeriod:
        case Way::ForALeave: ASSERT_EQ(story.approve(small.seki), std::nullopt); break;
        case Way::Rerouted:
            ASSERT_EQ(story.act(small.fukui, Reroute{{1, 1}, small.assistant, QStringLiteral("療養")}), std::nullopt);
            ASSERT_EQ(story.approve(small.hosaka), std::nullopt);
            break;
        case Way::PassedOver:
        case Way::PulledUp: break;
        default: ASSERT_EQ(story.approve(small.suzuki), std::nullopt); break;
        }
        ASSERT_EQ(way == Way::PulledUp ? story.pullUp(small.kato) : story.approve(small.kato), std::nullopt);
        const bool acting = way == Way::Acting || way == Way::ActingAndRead;
        ASSERT_EQ(acting ? story.standIn(small.tsugawa) : story.approve(small.bando), std::nullopt);
        if (way == Way::ActingAndRead) {
            everybodyIsBack();
            ASSERT_EQ(story.approve(small.bando, AssignmentRef{3, 1}), std::nullopt);
        }
    }
    void everybodyIsBack()
    {
        small.builder.everybodyPresent();
        story.moveTo(small.office());
    }
    std::vector<int> kept(int amount) const
    {
        FormDefinition form;
        FieldDefinition field;
        field.key = QStringLiteral("amount");
        form.fields = {field};
        return keptSteps(story.state().steps, story.submission()->route, rule(), form, content(1), content(amount));
    }
    States states() const
    {
        return {story.assignment(1), story.assignment(2), story.assignment(3), story.assignment(4)};
    }

    SmallOffice small;
    Story story{small.office(), rule(), small.sato};
};

const std::array kRows{
    Row{"Own",
        Way::Own,
        {1, 2, 3},
        {kGiven, kGiven, kGiven, kOpen},
        {kOpen, kWaits, kWaits, kWaits},
        {kGiven, kGiven, kOpen, kWaits}},
    Row{"DeputyForAPeriod",
        Way::ForAPeriod,
        {1, 2, 3},
        {kGiven, kGiven, kGiven, kOpen},
        {kOpen, kWaits, kWaits, kWaits},
        {kGiven, kGiven, kOpen, kWaits}},
    Row{"DeputyForALeave",
        Way::ForALeave,
        {1, 2, 3},
        {kGiven, kGiven, kGiven, kOpen},
        {kOpen, kWaits, kWaits, kWaits},
        {kGiven, kGiven, kOpen, kWaits}},
    Row{"PassedOver",
        Way::PassedOver,
        {2},
        {kOpen, kGiven, kWaits, kWaits},
        {kOpen, kWaits, kWaits, kWaits},
        {kPassed, kGiven, kOpen, kWaits}},
    Row{"PulledUp",
        Way::PulledUp,
        {2},
        {kOpen, kGiven, kWaits, kWaits},
        {kOpen, kWaits, kWaits, kWaits},
        {kPassed, kGiven, kOpen, kWaits}},
    Row{"Acting",
        Way::Acting,
        {1, 2},
        {kGiven, kGiven, kOpen, kWaits},
        {kOpen, kWaits, kWaits, kWaits},
        {kGiven, kGiven, kOpen, kWaits}},
    Row{"ActingAndRead",
        Way::ActingAndRead,
        {1, 2, 3},
        {kGiven, kGiven, State::PostReviewed, kOpen},
        {kOpen, kWaits, kWaits, kWaits},
        {kGiven, kGiven, kOpen, kWaits}},
    Row{"Rerouted",
        Way::Rerouted,
        {2},
        {kOpen, kGiven, kWaits, kWaits},
        {kOpen, kWaits, kWaits, kWaits},
        {kGiven, kGiven, kOpen, kWaits}},
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Ways, AfterReturn, ::testing::ValuesIn(kRows),
                         [](const ::testing::TestParamInfo<Row> &row) { return std::string(row.param.name); });

TEST_P(AfterReturn, UnchangedItGoesToWhoeverHasNotGivenWhatStands)
{
    ASSERT_EQ(story.giveBack(small.shiba), std::nullopt);
    everybodyIsBack();

    EXPECT_EQ(kept(1), GetParam().kept);
    auto command = story.submission();
    ASSERT_TRUE(command);
    command->contentDigest = story.state().contentDigest;
    command->postings = story.state().postings;
    command->kept = kept(1);
    ASSERT_EQ(story.act(small.sato, *command), std::nullopt);

    EXPECT_EQ(states(), GetParam().unchanged);
    EXPECT_EQ(story.state().assignment({1, 1})->who, Assignee(small.chief)) << "whom the rules ask";
    EXPECT_TRUE(replay(story.state().id, small.sato, story.history()));
}

TEST_P(AfterReturn, ChangedItIsAskedOfEverybody)
{
    ASSERT_EQ(story.giveBack(small.shiba), std::nullopt);
    everybodyIsBack();

    EXPECT_EQ(kept(2), std::vector<int>());
    ASSERT_EQ(story.submit(), std::nullopt);

    EXPECT_EQ(states(), (States{kOpen, kWaits, kWaits, kWaits}));
    for (const StaffId who : {small.suzuki, small.kato, small.bando})
        EXPECT_EQ(story.approve(who), std::nullopt);
    EXPECT_TRUE(story.state().awaitsExamination());
}

TEST_P(AfterReturn, SentBackToAStepItIsAskedAgainOfWhoeverIsThere)
{
    ASSERT_EQ(story.giveBack(small.shiba, 1), std::nullopt);
    EXPECT_EQ(states(), GetParam().toTheReview);

    everybodyIsBack();
    const bool rerouted = GetParam().way == Way::Rerouted;
    if (GetParam().way == Way::ForALeave) {
        EXPECT_EQ(story.approve(small.seki), Refusal::NotYourTurn) << "the leave is over";
    }
    EXPECT_EQ(story.approve(rerouted ? small.hosaka : small.suzuki), std::nullopt);
    for (const StaffId who : {small.kato, small.bando, small.shiba})
        EXPECT_EQ(story.approve(who), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_P(AfterReturn, SentBackToWhoeverDecidedItIsDecidedAgain)
{
    ASSERT_EQ(story.giveBack(small.shiba, 3), std::nullopt);
    EXPECT_EQ(states(), GetParam().toTheDecision);

    if (GetParam().way == Way::Acting) {
        ASSERT_EQ(story.standIn(small.tsugawa), std::nullopt) << "the decider is away yet";
        EXPECT_EQ(story.assignment(3), kPassed);
    } else {
        everybodyIsBack();
        ASSERT_EQ(story.approve(small.bando), std::nullopt);
    }
    EXPECT_EQ(story.approve(small.shiba), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

} // namespace kessai::test
