// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/authority.h"
#include "tests/core/cases/decidestage.h"

namespace kessai::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(Decide, SubmittingOpensTheFirstStepAndWhatCirculatesBeforeIt)
{
    const Story story = begun(small.sato);

    EXPECT_EQ(story.state().state, CaseState::Running);
    EXPECT_EQ(story.state().round, 1);
    EXPECT_EQ(story.state().revision, 1);
    EXPECT_EQ(story.state().postingState, PostingState::Reserved);
    EXPECT_EQ(story.assignment(1), AssignmentState::Open);
    EXPECT_EQ(story.assignment(2), AssignmentState::Open);
    EXPECT_EQ(story.assignment(3), AssignmentState::Waiting);
    EXPECT_EQ(story.state().currentStep()->no, 2);
    EXPECT_THAT(story.state().access,
                ElementsAre(Assignee(small.senior), Assignee(small.chief), Assignee(small.director)));
    EXPECT_EQ(story.history()[0].capacity, (Capacity{small.sato, small.clerk, std::nullopt}));
    EXPECT_EQ(story.history()[0].actorTitle, QStringLiteral("主事"));
}

TEST_F(Decide, AStepOpensWhenTheOneBeforeIsComplete)
{
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.assignment(2), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(3, 1), AssignmentState::Open);
    EXPECT_EQ(story.assignment(3, 2), AssignmentState::Open);
    EXPECT_EQ(story.assignment(4), AssignmentState::Waiting);
    EXPECT_THAT(story.state().access,
                ElementsAre(Assignee(small.senior), Assignee(small.chief), Assignee(small.director),
                            Assignee(small.suzuki), Assignee(small.financeManager), Assignee(small.viceDirector)));
}

TEST_F(Decide, AllMeansAll)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);

    EXPECT_EQ(story.state().currentStep()->no, 3);
    EXPECT_EQ(story.assignment(4), AssignmentState::Waiting);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.state().currentStep()->no, 4);
}

TEST_F(Decide, AnyTakesTheFirstAndSparesTheRest)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);

    EXPECT_EQ(story.approve(small.shiga), std::nullopt);

    EXPECT_EQ(story.assignment(4, 1), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(4, 2), AssignmentState::Skipped);
    EXPECT_EQ(story.assignment(5), AssignmentState::Open);
    EXPECT_EQ(story.approve(small.shiba), Refusal::AlreadyActed);  // the other holder of the same post
    EXPECT_EQ(story.approve(small.shindo), Refusal::AlreadyActed); // the post that was spared
    EXPECT_EQ(story.approve(small.shindo, AssignmentRef{4, 2}), Refusal::AlreadyActed);
}

TEST_F(Decide, TheLastApprovalDecidesAndOpensWhatCirculatesAfterIt)
{
    const Story story = decided();

    EXPECT_EQ(story.state().state, CaseState::Decided);
    EXPECT_EQ(story.state().postingState, PostingState::Used);
    EXPECT_EQ(story.state().currentStep(), nullptr);
    EXPECT_EQ(story.assignment(1), AssignmentState::Open); // nobody need have read it
    EXPECT_EQ(story.assignment(6, 1), AssignmentState::Open);
    EXPECT_EQ(story.assignment(6, 2), AssignmentState::Open);
}

TEST_F(Decide, CirculatedPapersAreReadAfterTheDecision)
{
    Story story = decided();

    EXPECT_EQ(story.approve(small.kato), std::nullopt);

    EXPECT_EQ(story.assignment(6, 1), AssignmentState::Read);
    EXPECT_EQ(story.state().state, CaseState::Decided);
    EXPECT_EQ(story.approve(small.kato), Refusal::AlreadyDecided);
    EXPECT_EQ(story.approve(small.seki), std::nullopt); // first the papers of step 1, then those of step 6
    EXPECT_EQ(story.approve(small.seki), std::nullopt);
    EXPECT_EQ(story.assignment(1), AssignmentState::Read);
    EXPECT_EQ(story.assignment(6, 2), AssignmentState::Read);
}

TEST_F(Decide, TheDrafterMayReadTheirOwnCirculatingPapers)
{
    Story story = begun(small.seki);

    // 主任 alone holds the post: the papers do not circulate to them at all.
    EXPECT_EQ(story.state().steps[0].line, QStringLiteral("R"));

    small.builder.appoint(small.tanaka, small.senior, Holding::Concurrent);
    Story shared(small.office(), fullRule(), small.seki);
    ASSERT_EQ(shared.submit(), std::nullopt);
    EXPECT_EQ(shared.approve(small.seki), std::nullopt);
    EXPECT_EQ(shared.assignment(1), AssignmentState::Read);
    EXPECT_THAT(shared.history()[1].effects.access, IsEmpty()); // the drafter needs no row
}

TEST_F(Decide, CirculatedPapersAreNotJudged)
{
    Story story = begun(small.sato);

    EXPECT_EQ(story.act(small.seki, Return{AssignmentRef{1, 1}, std::nullopt, QStringLiteral("r")}),
              Refusal::NotYourTurn);
    EXPECT_EQ(story.act(small.seki, Reject{AssignmentRef{1, 1}, QStringLiteral("r")}), Refusal::NotYourTurn);
    EXPECT_EQ(story.giveBack(small.seki), Refusal::NotYourTurn);
}

TEST_F(Decide, OnlyWhoseTurnItIsMayAct)
{
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.bando), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.bando, AssignmentRef{5, 1}), Refusal::NotYourTurn); // still waiting
    EXPECT_EQ(story.approve(small.bando, AssignmentRef{2, 1}), Refusal::NotYourTurn); // somebody else's
    EXPECT_EQ(story.approve(small.suzuki, AssignmentRef{9, 1}), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.suzuki, AssignmentRef{2, 2}), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.suzuki, AssignmentRef{0, 0}), Refusal::NotYourTurn);
    EXPECT_EQ(story.giveBack(small.kato), Refusal::NotYourTurn);
    EXPECT_EQ(story.reject(small.kato), Refusal::NotYourTurn);
}

TEST_F(Decide, NobodyUnknownActs)
{
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(StaffId(999)), Refusal::UnknownStaff);
    EXPECT_EQ(story.act(StaffId(999), Comment{QStringLiteral("x")}), Refusal::UnknownStaff);
}

TEST_F(Decide, NobodyActsOnTheirOwnCase)
{
    small.builder.appoint(small.sato, small.chief, Holding::Concurrent); // one of two holders now
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.sato), Refusal::OwnCase);
    EXPECT_EQ(story.approve(small.sato, AssignmentRef{2, 1}), Refusal::OwnCase);
    EXPECT_EQ(story.giveBack(small.sato), Refusal::OwnCase);
    EXPECT_EQ(story.reject(small.sato), Refusal::OwnCase);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt); // the other holder may
}

TEST_F(Decide, NotEvenAsDeputyNorThroughOne)
{
    small.builder.deputy(small.suzuki, small.sato);                      // the drafter deputises for the chief
    small.builder.appoint(small.sato, small.chief, Holding::Concurrent); // and is one of them
    small.builder.deputy(small.sato, small.tanaka);                      // and has a deputy in their turn
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.sato), Refusal::OwnCase);
    EXPECT_EQ(story.approve(small.sato, AssignmentRef{2, 1}), Refusal::OwnCase);
    EXPECT_EQ(story.approve(small.tanaka), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.tanaka, AssignmentRef{2, 1}), Refusal::NotYourTurn);
}

TEST_F(Decide, ADeputyActsForTheirPrincipalAndBothAreNamed)
{
    small.builder.deputy(small.suzuki, small.hosaka, SmallOffice::today(), SmallOffice::today());
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.hosaka), std::nullopt);

    const Event &event = story.history().back();
    EXPECT_EQ(event.capacity, (Capacity{small.hosaka, small.chief, small.suzuki}));
    EXPECT_EQ(event.actorName, QStringLiteral("保坂 薫"));
    EXPECT_EQ(event.actorTitle, QStringLiteral("係長"));
    EXPECT_EQ(event.principalName, QStringLiteral("鈴木 健一"));
    EXPECT_THAT(story.state().access, ::testing::Contains(Assignee(small.hosaka))); // reads on after the deputyship
}

TEST_F(Decide, ADeputyshipHoldsForItsDays)
{
    small.builder.deputy(small.suzuki, small.hosaka, QDate(2026, 11, 1), SmallOffice::today().addDays(-1));
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.hosaka), Refusal::NotYourTurn);
}

TEST_F(Decide, ADeputyForSomeCasesActsOnThemOnly)
{
    small.builder.deputy(small.suzuki, small.hosaka, {}, {}, false, {QStringLiteral("overtime")}, 500'000);
    const auto office = small.office();
    const auto may = [&](const Matter &matter) {
        Story story = begun(small.sato);
        Case state = story.state();
        state.matter = matter;
        const bool offered = allowedActs(state, small.hosaka, *office).approve;
        EXPECT_EQ(decide(state, Approve{}, small.hosaka, *office).ok(), offered);
        return offered;
    };

    EXPECT_TRUE(may({QStringLiteral("overtime"), 500'000}));
    EXPECT_FALSE(may({QStringLiteral("overtime"), 500'001}));
    EXPECT_FALSE(may({QStringLiteral("overtime"), std::nullopt})) << "nobody knows that it is within the amount";
    EXPECT_FALSE(may({QStringLiteral("leave"), 1}));
    EXPECT_FALSE(may({}));
}

TEST_F(Decide, NoDeputyOfADeputy)
{
    small.builder.deputy(small.suzuki, small.hosaka);
    small.builder.deputy(small.hosaka, small.tanaka);
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.tanaka), Refusal::NotYourTurn);
}

TEST_F(Decide, OwnPostsGoBeforeDeputyships)
{
    small.builder.appoint(small.hosaka, small.chief, Holding::Concurrent);
    small.builder.deputy(small.suzuki, small.hosaka);
    Story story = begun(small.sato);

    EXPECT_EQ(story.approve(small.hosaka), std::nullopt);
    EXPECT_EQ(story.history().back().capacity, (Capacity{small.hosaka, small.chief, std::nullopt}));
}

TEST_F(Decide, ADraftHasNoHistoryToActOn)
{
    Story story(small.office(), fullRule(), small.sato);

    EXPECT_EQ(story.approve(small.suzuki), Refusal::WrongState);
    EXPECT_EQ(story.approve(small.suzuki, AssignmentRef{1, 1}), Refusal::WrongState);
    EXPECT_EQ(story.cancel(), Refusal::WrongState);
    EXPECT_EQ(story.withdraw(), Refusal::WrongState);
    EXPECT_EQ(story.act(small.sato, Comment{QStringLiteral("x")}), Refusal::WrongState);
}

TEST_F(Decide, OnlyTheDrafterSubmits)
{
    Story story(small.office(), fullRule(), small.sato);

    EXPECT_EQ(story.act(small.tanaka, *story.submission()), Refusal::NotDrafter);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.submit(), Refusal::WrongState); // is running
}

TEST_F(Decide, AClerkFilesForColleaguesOfTheSectionOnce)
{
    Story story(small.office(), fullRule(), small.sato);
    EXPECT_EQ(story.act(small.zushi, *story.submission()), Refusal::NotDrafter); // of another section
    EXPECT_EQ(story.act(small.seki, *story.submission()), std::nullopt);

    EXPECT_EQ(story.state().drafter, small.sato);
    EXPECT_EQ(story.state().filer, small.seki);
    EXPECT_EQ(story.history().front().capacity, (Capacity{small.seki, small.clerk, small.sato}));
    EXPECT_TRUE(mayRead(story.state(), small.seki, story.office()));
    EXPECT_EQ(story.act(small.seki, Remind{}), Refusal::NotDrafter);

    // What comes back is the colleague's own.
    EXPECT_EQ(story.act(small.suzuki, Return{std::nullopt, std::nullopt, QStringLiteral("確認")}), std::nullopt);
    EXPECT_EQ(story.act(small.seki, *story.submission()), Refusal::NotDrafter);
    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.state().filer, std::nullopt);
}

TEST_F(Decide, WhoeverFiledForAColleagueMayUndoItUntilTheyFileItThemselves)
{
    Story story(small.office(), fullRule(), small.sato);
    EXPECT_EQ(story.act(small.seki, *story.submission()), std::nullopt);
    const AllowedActs clerks = allowedActs(story.state(), small.seki, story.office());
    EXPECT_TRUE(clerks.withdraw && clerks.cancel);
    EXPECT_FALSE(clerks.edit || clerks.remind);

    EXPECT_EQ(story.act(small.seki, Withdraw{}), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Withdrawn);
    EXPECT_EQ(story.history().back().capacity, (Capacity{small.seki, std::nullopt, std::nullopt}));
    Story other = story;
    EXPECT_EQ(other.act(small.seki, Cancel{QStringLiteral("日付の誤り")}), std::nullopt);
    EXPECT_EQ(other.state().state, CaseState::Cancelled);

    EXPECT_EQ(story.submit(), std::nullopt);
    EXPECT_EQ(story.act(small.seki, Withdraw{}), Refusal::NotDrafter);
    EXPECT_EQ(story.act(small.seki, Cancel{QStringLiteral("日付の誤り")}), Refusal::NotDrafter);
    EXPECT_FALSE(allowedActs(story.state(), small.seki, story.office()).cancel);
}

TEST_F(Decide, WhoeverFilesForAColleagueIsNotAskedAboutIt)
{
    small.builder.role(QStringLiteral("filing"), small.chief);
    Story story(small.office(), fullRule(), small.sato);
    EXPECT_EQ(story.act(small.suzuki, *story.submission()), Refusal::FilerAsked);

    // Nor do they come to it as somebody's deputy.
    small.builder.deputy(small.suzuki, small.seki);
    Story other(small.office(), fullRule(), small.sato);
    EXPECT_EQ(other.act(small.seki, *other.submission()), std::nullopt);
    EXPECT_EQ(other.approve(small.seki, AssignmentRef{2, 1}), Refusal::OwnCase);
    EXPECT_EQ(other.act(small.suzuki, Approve{}), std::nullopt);
}

TEST_F(Decide, ASubmissionMustBeFreshAndWhole)
{
    Story story(small.office(), fullRule(), small.sato);
    const Submit good = *story.submission();
    const auto refused = [&](auto change) {
        Submit bad = good;
        change(bad);
        return decide(story.state(), bad, small.sato, story.office()).error();
    };

    EXPECT_TRUE(decide(story.state(), good, small.sato, story.office()));
    EXPECT_EQ(refused([](Submit &s) { s.basis.day = s.basis.day.addDays(-2); }), Refusal::Stale);
    EXPECT_EQ(refused([](Submit &s) { s.basis.day = s.basis.day.addDays(1); }), Refusal::Stale);
    EXPECT_EQ(refused([](Submit &s) { s.basis.officeRevision = 7; }), Refusal::Stale);
    EXPECT_EQ(refused([&](Submit &s) { s.basis.drafterPost = small.chief; }), Refusal::UnknownStaff);
    EXPECT_EQ(refused([](Submit &s) { s.revision = 0; }), Refusal::ContentInvalid);
    EXPECT_EQ(refused([](Submit &s) { s.contentDigest = "abc"; }), Refusal::ContentInvalid);
    EXPECT_EQ(refused([](Submit &s) { s.contentDigest = s.contentDigest.toUpper(); }), Refusal::ContentInvalid);
    EXPECT_EQ(refused([](Submit &s) { s.route.steps.clear(); }), Refusal::NoDecider);
    EXPECT_EQ(refused([](Submit &s) { s.route.steps.resize(4); }), Refusal::NoDecider);
    EXPECT_EQ(refused([](Submit &s) { s.route.steps[5].kind = StepKind::Review; }), Refusal::NoDecider);
    EXPECT_EQ(refused([](Submit &s) { s.route.steps[2].assignments.clear(); }), Refusal::EmptyStep);
    EXPECT_EQ(refused([](Submit &s) { s.route.steps[2].no = 7; }), Refusal::Damaged);
    EXPECT_EQ(refused([](Submit &s) { s.route.steps[2].needed = 1; }), Refusal::Damaged); // all of two
    EXPECT_EQ(refused([](Submit &s) { s.route.steps[2].assignments[1].no = 3; }), Refusal::Damaged);
    EXPECT_EQ(refused([](Submit &s) { s.route.steps[4].assignments[0].state = AssignmentState::Approved; }),
              Refusal::Damaged);
    // On the stroke of midnight the route of the day before is still good.
    Submit yesterday = good;
    yesterday.basis.day = yesterday.basis.day.addDays(-1);
    EXPECT_TRUE(decide(story.state(), yesterday, small.sato, story.office()));
}

TEST_F(Decide, EveryAssignmentTakesAnActOfItsOwnThoughOnePersonHoldsTwo)
{
    small.builder.appoint(small.zaizen, small.viceDirector, Holding::Concurrent);
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);

    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.assignment(3, 1), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(3, 2), AssignmentState::Open);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.state().currentStep()->no, 4);
}

TEST_F(Decide, ConsultAndExaminationAreNeverTakenAlong)
{
    // The chief of the unit is also consulted, examines and decides: after the review each takes an own act, and the
    // decision is not taken along by the examination (domain.md 8.2 rule 3).
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
        {"line":"C","kind":"consult","who":[{"post":"zaisei-kacho"}],"why":{"ja":"a","en":"a"}},
        {"line":"X","kind":"examine","who":[{"post":"shinsa-kakaricho"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"section"}],"why":{"ja":"a","en":"a"}}]})");
    for (const PostId post : {small.financeManager, small.auditChief, small.manager})
        small.builder.appoint(small.suzuki, post, Holding::Acting);
    Story story(small.office(), *rule, small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);

    for (int step = 1; step <= 4; ++step) {
        EXPECT_EQ(story.state().currentStep()->no, step);
        EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
        EXPECT_TRUE(std::get<Approved>(story.history().back().body).also.empty());
    }
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(Decide, NothingIsTakenAlongWhileOthersStillReview)
{
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"R","kind":"review","who":[{"head":"unit"},{"post":"zaisei-kacho"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"section"}],"why":{"ja":"a","en":"a"}}]})");
    small.builder.appoint(small.suzuki, small.manager, Holding::Acting);
    Story story(small.office(), *rule, small.sato);
    EXPECT_EQ(story.submit(), std::nullopt);

    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.assignment(1, 2), AssignmentState::Open);
    EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
    EXPECT_EQ(story.state().currentStep()->no, 2);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

} // namespace kessai::test
