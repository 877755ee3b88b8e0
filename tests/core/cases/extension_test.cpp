// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/decidestage.h"

// Consultations that count votes, and routes that get longer while a case runs.

namespace kessai::test {

class Consultation : public ::testing::TestWithParam<std::tuple<const char *, const char *, CaseState>> {};

/// Votes of 財政課長, 福祉課長, 総務課長: a agrees, o objects; what becomes of the case.
TEST_P(Consultation, EndsAsEarlyAsItsOutcomeIsFixed)
{
    const auto [rule, votes, expected] = GetParam();
    const QByteArray text = QByteArray(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"C","kind":"consult",)")
        + rule + R"("who":[{"post":"zaisei-kacho"},{"post":"fukushi-kacho"},{"post":"soumu-kacho"}],
         "why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})";
    SmallOffice small;
    Story story(small.office(), *ruleFromText(text.constData()), small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    const StaffId voters[] = {small.zaizen, small.fukui, small.kato};

    for (size_t i = 0; votes[i] != 0; ++i)
        EXPECT_EQ(votes[i] == 'a' ? story.approve(voters[i]) : story.object(voters[i]), std::nullopt);

    EXPECT_EQ(story.state().state, expected);
    if (expected == CaseState::Running) {
        EXPECT_EQ(story.assignment(2), AssignmentState::Open); // went on to the decider
    }
}

INSTANTIATE_TEST_SUITE_P(
    Votes, Consultation,
    ::testing::Values(std::tuple("", "aao", CaseState::Returned), std::tuple("", "o", CaseState::Returned),
                      std::tuple(R"("rule":"any",)", "a", CaseState::Running),
                      std::tuple(R"("rule":"any",)", "ooa", CaseState::Running),
                      std::tuple(R"("rule":"any",)", "ooo", CaseState::Returned),
                      std::tuple(R"("rule":"majority",)", "aa", CaseState::Running),
                      std::tuple(R"("rule":"majority",)", "aoa", CaseState::Running),
                      std::tuple(R"("rule":"majority",)", "oo", CaseState::Returned),
                      std::tuple(R"("rule":"majority",)", "aoo", CaseState::Returned),
                      std::tuple(R"("rule":"count","count":1,)", "a", CaseState::Running),
                      std::tuple(R"("rule":"count","count":2,)", "oo", CaseState::Returned),
                      std::tuple(R"("objection":"refers",)", "o", CaseState::Running),
                      std::tuple(R"("rule":"majority","objection":"refers",)", "oo", CaseState::Running)));

class Extension : public Decide {};

TEST_F(Extension, ATieIsNoMajority)
{
    EXPECT_EQ(neededBy(StepRule::Majority, 4, 0), 3);
    EXPECT_EQ(standing(4, 3, 2, 1), Standing::Undecided);
    EXPECT_EQ(standing(4, 3, 2, 2), Standing::Failed);
}

TEST_F(Extension, OnlyAConsultedPostObjects)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.object(small.suzuki), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.act(small.zaizen, Object{std::nullopt, QStringLiteral(" ")}), Refusal::ReasonMissing);
    EXPECT_EQ(story.object(small.zaizen), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Returned);
    EXPECT_EQ(story.assignment(3, 1), AssignmentState::Objected);
    EXPECT_EQ(story.assignment(3, 2), AssignmentState::Void);
}

TEST_F(Extension, SomebodyElseIsAskedAfterOneself)
{
    Story story = begun(small.sato);

    EXPECT_EQ(story.add(small.suzuki, StepKind::Review, {small.assistant}), std::nullopt);

    EXPECT_EQ(story.state().round, 2);
    EXPECT_EQ(story.state().revision, 1);
    ASSERT_EQ(story.state().steps.size(), 7u);
    EXPECT_EQ(story.state().steps[2].assignments[0].who, Assignee(small.assistant));
    EXPECT_EQ(story.assignment(2), AssignmentState::Open); // still the turn of whoever added them
    EXPECT_EQ(story.state().past[0][1].assignments[0].state, AssignmentState::Void); // asked in the new round only
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.approve(small.hosaka), std::nullopt);
    EXPECT_EQ(story.assignment(4, 1), AssignmentState::Open);
}

TEST_F(Extension, SomebodyElseIsAskedBeforeOneself)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.seki), std::nullopt); // read
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);
    EXPECT_EQ(story.approve(small.shiba), std::nullopt);

    EXPECT_EQ(story.add(small.bando, StepKind::Consult, {small.careManager}, true), std::nullopt);

    EXPECT_EQ(story.assignment(1), AssignmentState::Read); // what was done stands
    EXPECT_EQ(story.assignment(3, 2), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(4, 2), AssignmentState::Skipped);
    EXPECT_EQ(story.assignment(5), AssignmentState::Open);
    EXPECT_EQ(story.assignment(6), AssignmentState::Waiting);
    EXPECT_EQ(story.approve(small.bando), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.fukui), std::nullopt);
    EXPECT_EQ(story.approve(small.bando), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
    EXPECT_EQ(story.withdraw(), Refusal::AlreadyDecided);
}

TEST_F(Extension, TellingSomebodyHoldsNothingUp)
{
    Story story = begun(small.sato);

    EXPECT_EQ(story.add(small.suzuki, StepKind::Circulate, {small.assistant}, true), std::nullopt);

    EXPECT_EQ(story.assignment(2), AssignmentState::Open); // the new one
    EXPECT_EQ(story.assignment(3), AssignmentState::Open); // whose turn it was
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
}

TEST_F(Extension, NobodyComesBeforeSomebodyWhoHasActed)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);

    EXPECT_FALSE(allowedActs(story.state(), small.tsugawa, story.office()).addBefore);
    EXPECT_EQ(story.add(small.tsugawa, StepKind::Review, {small.assistant}, true), Refusal::NoSuchStep);
    EXPECT_EQ(story.add(small.tsugawa, StepKind::Review, {small.assistant}), std::nullopt);
}

TEST_F(Extension, NothingWaitsBehindTheDecisionAndNobodyAddsTheDrafter)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.add(small.suzuki, StepKind::Review, {small.sato}), Refusal::OwnCase);
    EXPECT_EQ(story.add(small.suzuki, StepKind::Review, {}), Refusal::EmptyStep);
    EXPECT_EQ(story.add(small.suzuki, StepKind::Review, {PostId(999)}), Refusal::UnknownStaff);
    EXPECT_EQ(story.add(small.suzuki, StepKind::Decide, {small.assistant}), Refusal::NoSuchStep);
    EXPECT_EQ(story.add(small.kato, StepKind::Review, {small.assistant}), Refusal::NotYourTurn);
    EXPECT_EQ(story.act(small.suzuki, AddStep{StepKind::Review, StepRule::All, {small.assistant}, false, QString()}),
              Refusal::ReasonMissing);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);
    EXPECT_EQ(story.approve(small.shiba), std::nullopt);
    EXPECT_EQ(story.add(small.bando, StepKind::Review, {small.assistant}), Refusal::NoSuchStep);
    EXPECT_EQ(story.add(small.bando, StepKind::Circulate, {small.assistant}), std::nullopt);
    EXPECT_EQ(story.approve(small.bando), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
    EXPECT_EQ(story.approve(small.hosaka), std::nullopt); // reads
}

TEST_F(Extension, TheDeciderPutsItBeforeTheirSuperior)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.raise(small.suzuki), Refusal::NoSuchStep); // only who decides
    for (const StaffId one : {small.suzuki, small.zaizen, small.tsugawa, small.shiba})
        EXPECT_EQ(story.approve(one), std::nullopt);
    EXPECT_TRUE(allowedActs(story.state(), small.bando, story.office()).raise);

    EXPECT_EQ(story.raise(small.bando), std::nullopt);

    EXPECT_EQ(story.state().steps[4].kind, StepKind::Review);
    EXPECT_EQ(story.state().steps[5].kind, StepKind::Decide);
    EXPECT_EQ(story.state().steps[5].assignments[0].who, Assignee(small.mayor));
    EXPECT_EQ(story.approve(small.bando), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Running);
    EXPECT_FALSE(allowedActs(story.state(), small.ichikawa, story.office()).raise); // nobody is above
    EXPECT_EQ(story.raise(small.ichikawa), Refusal::NoDecider);
    EXPECT_EQ(story.approve(small.ichikawa), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

// Whoever writes the record themselves does not put a friend beside the superior, or the drafter in the way.
TEST_F(Extension, ARecordPutsNoOtherDeciderAndNoDrafterIntoTheRoute)
{
    Story story = begun(small.sato);
    for (const StaffId one : {small.suzuki, small.zaizen, small.tsugawa, small.shiba})
        EXPECT_EQ(story.approve(one), std::nullopt);
    const auto honest = decide(story.state(), Raise{QStringLiteral("重要")}, small.bando, story.office());
    ASSERT_TRUE(honest);
    const auto refusalOf = [&](const std::function<void(Extended &)> &bend) -> std::optional<Refusal> {
        auto extended = std::get<Extended>(honest->body);
        bend(extended);
        const auto effects = effectsOf(story.state(), honest->capacity, extended);
        return effects ? std::nullopt : std::optional(effects.error());
    };

    EXPECT_EQ(refusalOf([](Extended &) {}), std::nullopt);
    EXPECT_EQ(refusalOf([&](Extended &e) {
                  e.step.assignments.push_back({2, small.fuji, AssignmentState::Waiting});
                  e.step.rule = StepRule::Any;
              }),
              Refusal::NoSuchStep);
    EXPECT_EQ(refusalOf([&](Extended &e) { e.step.assignments[0].who = small.ichikawa; }), Refusal::NoSuchStep);
    EXPECT_EQ(refusalOf([&](Extended &e) {
                  e.raise = false;
                  e.step.no = e.on.step;
                  e.step.kind = StepKind::Consult;
                  e.step.assignments[0].who = small.sato;
              }),
              Refusal::OwnCase);
}

// Of three who must all agree one agreed, one objected, so that the third was not asked any more. When the case comes again the
// third has to be asked: nobody has agreed in their place.
TEST(KeptMarks, LeaveNobodyOutBecauseOthersObjected)
{
    SmallOffice small;
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"C","kind":"consult","objection":"refers",
         "who":[{"post":"zaisei-kacho"},{"post":"soumu-jicho"},{"post":"fukushi-kacho"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
    ASSERT_TRUE(rule);
    Story story(small.office(), *rule, small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.object(small.tsugawa), std::nullopt);
    EXPECT_EQ(story.assignment(1, 3), AssignmentState::Skipped);
    EXPECT_EQ(story.giveBack(small.bando), std::nullopt);

    auto again = story.submission();
    ASSERT_TRUE(again);
    again->kept = {1};
    EXPECT_EQ(story.act(small.sato, *again), std::nullopt);

    EXPECT_EQ(story.assignment(1, 1), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(1, 2), AssignmentState::Open);
    EXPECT_EQ(story.assignment(1, 3), AssignmentState::Open);
    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);
    EXPECT_EQ(story.approve(small.fukui), std::nullopt);
    EXPECT_EQ(story.assignment(2), AssignmentState::Open);
}

// One of two was enough, though the other had objected before: neither is asked again.
TEST(KeptMarks, AskNobodyWhereTheyAreEnough)
{
    SmallOffice small;
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"C","kind":"consult","rule":"any","who":[{"post":"zaisei-kacho"},{"post":"soumu-jicho"}],
         "why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
    ASSERT_TRUE(rule);
    Story story(small.office(), *rule, small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.object(small.zaizen), std::nullopt);
    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);
    EXPECT_EQ(story.giveBack(small.bando), std::nullopt);

    auto again = story.submission();
    ASSERT_TRUE(again);
    again->kept = {1};
    EXPECT_EQ(story.act(small.sato, *again), std::nullopt);

    EXPECT_EQ(story.assignment(1, 1), AssignmentState::Skipped);
    EXPECT_EQ(story.assignment(1, 2), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(2), AssignmentState::Open);
}

// Whoever is asked again stands before whose mark is kept: the effects go along the route all the same.
TEST(KeptMarks, AreWrittenInTheOrderOfTheRoute)
{
    SmallOffice small;
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"C","kind":"consult","who":[{"post":"zaisei-kacho"},{"post":"soumu-jicho"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
    ASSERT_TRUE(rule);
    Story story(small.office(), *rule, small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);
    EXPECT_EQ(story.giveBack(small.zaizen), std::nullopt);

    auto again = story.submission();
    ASSERT_TRUE(again);
    again->kept = {1};
    EXPECT_EQ(story.act(small.sato, *again), std::nullopt);

    const auto &changes = story.history().back().effects.changes;
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0], (Effects::Change{{1, 1}, AssignmentState::Open}));
    EXPECT_EQ(changes[1], (Effects::Change{{1, 2}, AssignmentState::Approved}));
}

} // namespace kessai::test
