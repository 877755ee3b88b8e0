// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/reroute.h"

#include "tests/core/cases/decidestage.h"

#include <functional>

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
    /// Makes people away, from now on.
    void away(Story &story, std::initializer_list<StaffId> people)
    {
        for (const StaffId who : people)
            small.builder.absent(who);
        story.moveTo(small.office());
    }
    /// A case of money: 庶務係長 reviews, 審査担当 or 審査係長 examines, 総務部長 decides.
    Story payment(bool money = true)
    {
        const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
            {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
            {"line":"X","kind":"examine","rule":"any","who":[{"post":"shinsa"},{"post":"shinsa-kakaricho"}],
             "why":{"ja":"a","en":"a"}},
            {"line":"D","kind":"decide","who":[{"post":"soumu-bucho"}],"why":{"ja":"a","en":"a"}}]})");
        Story story(small.office(), *rule, small.sato);
        auto command = story.submission();
        EXPECT_TRUE(command);
        if (money)
            command->postings = {{QStringLiteral("commitment.paid"), QStringLiteral("case:7"), small.today(), 1000}};
        EXPECT_EQ(story.act(small.sato, *command), std::nullopt);
        return story;
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
    away(story, {small.suzuki});
    const Step before = story.state().steps[1];

    EXPECT_EQ(reroute(story, {2, 1}, small.assistant), std::nullopt);

    const Step &after = story.state().steps[1];
    EXPECT_EQ(after.assignments, (std::vector<Assignment>{{1, small.assistant, AssignmentState::Open}}));
    EXPECT_EQ(std::pair(after.kind, after.line), std::pair(before.kind, before.line));
    ASSERT_FALSE(after.notes.empty());
    EXPECT_EQ(after.notes.back(), (RouteNote{RouteNoteKind::Rerouted, QStringLiteral("1"), small.chief}));
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
    away(story, {small.suzuki});
    EXPECT_EQ(reroute(story, {2, 1}, small.assistant), std::nullopt);
    EXPECT_EQ(story.act(small.sato, Withdraw{}), std::nullopt);
}

TEST_F(Rerouting, ADecisionGoesToASuperiorOfItsDeciderOnly)
{
    Story story = waitingForDecision();
    away(story, {small.bando});

    EXPECT_EQ(reroute(story, {5, 1}, small.viceDirector), Refusal::NoDecider) << "below";
    EXPECT_EQ(reroute(story, {5, 1}, small.manager), Refusal::NoDecider);
    EXPECT_EQ(reroute(story, {5, 1}, small.treasurer), Refusal::NoDecider) << "beside";
    EXPECT_EQ(reroute(story, {5, 1}, small.director), Refusal::NoSuchStep) << "where it is";
    EXPECT_EQ(reroute(story, {5, 1}, small.mayor), std::nullopt);
    EXPECT_EQ(story.approve(small.bando), Refusal::NotYourTurn);
    EXPECT_EQ(story.approve(small.ichikawa), std::nullopt);
    EXPECT_EQ(story.state().state, CaseState::Decided);
}

TEST_F(Rerouting, AReviewGoesUpTheLineOrToAPostOfItsSectionThatIsNotBelow)
{
    Story story = begun(small.sato);
    away(story, {small.suzuki});

    EXPECT_EQ(reroute(story, {2, 1}, small.senior), Refusal::NoSuchStep) << "below 係長";
    EXPECT_EQ(reroute(story, {2, 1}, small.clerk), Refusal::NoSuchStep);
    EXPECT_EQ(reroute(story, {2, 1}, small.financeManager), Refusal::NoSuchStep) << "another section";
    EXPECT_EQ(reroute(story, {2, 1}, small.viceDirector), Refusal::NoSuchStep) << "beside the line";
    EXPECT_THAT(postsToReroute(story.state(), {2, 1}, small.fukui, story.office()),
                ElementsAre(small.mayor, small.director, small.manager, small.assistant));
}

TEST_F(Rerouting, AnExaminationStaysInItsSection)
{
    Story story = begun(small.sato);
    for (const StaffId who : {small.suzuki, small.zaizen, small.tsugawa})
        EXPECT_EQ(story.approve(who), std::nullopt);
    away(story, {small.shiba, small.shiga});

    EXPECT_EQ(reroute(story, {4, 1}, small.financeChief), Refusal::NoSuchStep);
    EXPECT_EQ(reroute(story, {4, 1}, small.auditChief), Refusal::NoSuchStep) << "they are asked already";
    EXPECT_EQ(reroute(story, {4, 1}, small.mayor), Refusal::NoSuchStep) << "above the section";
    EXPECT_EQ(reroute(story, {4, 1}, small.treasurer), std::nullopt) << "who heads the 課";
    EXPECT_EQ(story.approve(small.kaita), std::nullopt);
    EXPECT_EQ(story.assignment(5, 1), AssignmentState::Open);
}

TEST_F(Rerouting, AConsultationStaysInTheSectionThatIsConsultedOrGoesUp)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    away(story, {small.zaizen, small.tsugawa});

    EXPECT_EQ(reroute(story, {3, 1}, small.assistant), Refusal::NoSuchStep) << "財政課長 is consulted, not 総務課";
    EXPECT_EQ(reroute(story, {3, 2}, small.viceMayor), Refusal::NoSuchStep);
    EXPECT_THAT(postsToReroute(story.state(), {3, 1}, small.fukui, story.office()),
                ElementsAre(small.mayor, small.director, small.financeChief, small.financeClerk));
    EXPECT_EQ(reroute(story, {3, 1}, small.director), std::nullopt) << "the head of both";
    EXPECT_EQ(reroute(story, {3, 2}, small.director), Refusal::NoSuchStep) << "who is asked already";
}

TEST_F(Rerouting, NothingIsTakenFromSomebodyWhoIsThere)
{
    Story story = begun(small.sato);
    EXPECT_FALSE(waitsForNobody(story.state(), {2, 1}, story.office()));
    EXPECT_EQ(reroute(story, {2, 1}, small.assistant), Refusal::Attended);
    EXPECT_THAT(postsToReroute(story.state(), {2, 1}, small.fukui, story.office()), IsEmpty());

    small.builder.deputy(small.suzuki, small.seki, {}, {}, true, {QStringLiteral("overtime")});
    away(story, {small.suzuki});
    EXPECT_TRUE(waitsForNobody(story.state(), {2, 1}, story.office())) << "a deputy for other cases";
    EXPECT_FALSE(waitsForNobody(story.state(), {3, 1}, story.office())) << "has not come yet";

    small.builder.deputy(small.suzuki, small.seki, {}, {}, true);
    story.moveTo(small.office());
    EXPECT_EQ(reroute(story, {2, 1}, small.assistant), Refusal::Attended) << "their deputy is there";
}

TEST_F(Rerouting, WhatSomebodyDecidesInTheDecidersPlaceDoesNotWaitForNobody)
{
    small.builder.standIn(small.director, small.viceDirector).standIn(small.director, small.financeManager);
    Story story = waitingForDecision();
    away(story, {small.bando});
    EXPECT_FALSE(waitsForNobody(story.state(), {5, 1}, story.office()));
    EXPECT_EQ(reroute(story, {5, 1}, small.mayor), Refusal::Attended);

    Case important = story.state();
    important.important = true;
    EXPECT_TRUE(waitsForNobody(important, {5, 1}, story.office())) << "the decider's own";
    away(story, {small.tsugawa});
    EXPECT_FALSE(waitsForNobody(story.state(), {5, 1}, story.office())) << "the next of the list";
    away(story, {small.zaizen});
    EXPECT_TRUE(waitsForNobody(story.state(), {5, 1}, story.office()));
}

TEST_F(Rerouting, WhoeverIsBackWithinTheDaysOfTheOfficeIsThere)
{
    const QDate today = small.today();
    OfficeHistory history = small.builder.history();
    const auto seenWith = [&](int moreDays, const OwnRegistrations &own = {}, int days = 7) {
        OfficeHistory now = history;
        now.absences = {{{.staff = small.suzuki, .id = AbsenceId(7)}, today, today.addDays(moreDays)}};
        return officeToReaddress(now, own, small.fukui, today, days);
    };
    EXPECT_FALSE(seenWith(6)->absent(small.suzuki));
    EXPECT_TRUE(seenWith(7)->absent(small.suzuki));
    EXPECT_TRUE(seenWith(6, {}, 6)->absent(small.suzuki)) << "in an office that waits for less";
    EXPECT_FALSE(seenWith(7, {{AbsenceId(7)}, {}})->absent(small.suzuki)) << "sent away by whoever asks";
    EXPECT_TRUE(seenWith(7, {{AbsenceId(8)}, {}})->absent(small.suzuki));
}

TEST_F(Rerouting, WhoeverIsAwayByOneLeaveAfterTheOtherIsAwayForLong)
{
    const QDate today = small.today();
    OfficeHistory history = small.builder.history();
    const auto awayWith = [&](int until, int from) {
        OfficeHistory now = history;
        now.absences = {{{.staff = small.suzuki, .id = AbsenceId(7)}, today, today.addDays(until)},
                        {{.staff = small.suzuki, .id = AbsenceId(8)}, today.addDays(from), today.addDays(30)}};
        return officeToReaddress(now, {}, small.fukui, today, 7)->absent(small.suzuki);
    };
    EXPECT_TRUE(awayWith(3, 4));
    EXPECT_FALSE(awayWith(3, 8)) << "back by then, be it for a day";
}

TEST_F(Rerouting, ADeputyWhomOneTookAwayIsStillOne)
{
    small.builder.deputy(small.suzuki, small.seki).deputy(small.suzuki, small.fukui);
    OfficeHistory history = small.builder.history();
    history.revision = 3;
    for (Dated<Deputyship> &row : history.deputyships)
        row.removedIn = 2;
    const auto seen = [&](const OwnRegistrations &own) {
        return officeToReaddress(history, own, small.fukui, small.today(), 7)->deputiesOf(small.suzuki);
    };
    EXPECT_THAT(seen({}), IsEmpty());
    EXPECT_THAT(seen({{}, {2}}), ElementsAre(small.seki)) << "but not they themselves";
    EXPECT_THAT(seen({{}, {3}}), IsEmpty());
}

/// 福井 changes the office since the case was filed, in revision 2.
TEST_F(Rerouting, WhatOneChangedOneselfLeavesNobodyWithoutWhatWaitsForThem)
{
    small.builder.standIn(small.director, small.viceDirector);
    OfficeHistory history = small.builder.history();
    history.revision = 2;
    const QDate today = small.today();
    for (Dated<Appointment> &row : history.appointments) {
        if (row.value.post == small.chief)
            row.removedIn = 2;
    }
    for (Dated<StandIn> &row : history.standIns)
        row.removedIn = 2;
    const auto changed = [&](std::vector<int> changes) {
        return officeToReaddress(history, {{}, {}, std::move(changes)}, small.fukui, today, 7);
    };
    Story story = begun(small.sato);
    story.moveTo(changed({}));
    EXPECT_TRUE(waitsForNobody(story.state(), {2, 1}, story.office())) << "somebody else emptied the chair";
    story.moveTo(changed({2}));
    ASSERT_NE(story.office().before(), nullptr);
    EXPECT_THAT(story.office().holders(small.chief), IsEmpty());
    EXPECT_THAT(story.office().before()->holders(small.chief), ElementsAre(small.suzuki));
    EXPECT_FALSE(waitsForNobody(story.state(), {2, 1}, story.office()));
    EXPECT_EQ(reroute(story, {2, 1}, small.assistant), Refusal::Attended);

    history.absences = {{{.staff = small.bando, .id = AbsenceId(7)}, today, today.addDays(30)}};
    Case deciding = waitingForDecision().state();
    EXPECT_TRUE(waitsForNobody(deciding, {5, 1}, *changed({})));
    EXPECT_FALSE(waitsForNobody(deciding, {5, 1}, *changed({2})));
}

TEST_F(Rerouting, WhatOthersChangedSinceStays)
{
    OfficeHistory history = small.builder.history();
    const QDate today = small.today();
    const auto holding = [&](StaffId who, int added, int removed) {
        return Dated<Appointment>{{who, small.chief, Holding::Primary}, QDate(2020, 4, 1), {}, added, removed};
    };
    std::erase_if(history.appointments, [&](const auto &row) { return row.value.post == small.chief; });
    const auto holders = [&](const std::vector<Dated<Appointment>> &rows) {
        OfficeHistory changed = history;
        changed.revision = 9;
        changed.appointments.insert(changed.appointments.end(), rows.begin(), rows.end());
        return changed.without({2, 4}, today).at(today, 9)->holders(small.chief);
    };
    EXPECT_THAT(holders({holding(small.suzuki, 1, 2), holding(small.seki, 2, 0)}), ElementsAre(small.suzuki));
    EXPECT_THAT(holders({holding(small.suzuki, 1, 3)}), IsEmpty()) << "somebody else took it";
    EXPECT_THAT(holders({holding(small.suzuki, 1, 2), holding(small.suzuki, 2, 3), holding(small.suzuki, 3, 4)}),
                ElementsAre(small.suzuki))
        << "once";
    EXPECT_THAT(holders({holding(small.suzuki, 1, 2), holding(small.suzuki, 3, 0)}), ElementsAre(small.suzuki));
    EXPECT_THAT(holders({holding(small.seki, 2, 4)}), IsEmpty()) << "given and taken by oneself";
}

TEST_F(Rerouting, AVacantChairWaitsForNobody)
{
    Story story = begun(small.sato);
    small.builder.release(small.suzuki, small.chief, small.today().addDays(-1));
    story.moveTo(small.office());

    EXPECT_TRUE(waitsForNobody(story.state(), {2, 1}, story.office()));
    EXPECT_EQ(reroute(story, {2, 1}, small.manager), std::nullopt);
    EXPECT_EQ(story.approve(small.kato), std::nullopt);
}

TEST_F(Rerouting, WhatWaitsForAPersonWhoLeftGoesWhereTheySat)
{
    Story story = begun(small.sato);
    ASSERT_EQ(story.add(small.suzuki, StepKind::Review, {small.seki}, true), std::nullopt);
    const Step *now = story.state().currentStep();
    ASSERT_NE(now, nullptr);
    const AssignmentRef seat{now->no, 1};
    ASSERT_EQ(story.state().assignment(seat)->who, Assignee(small.seki));
    EXPECT_EQ(reroute(story, seat, small.assistant), Refusal::Attended);

    OfficeHistory history = small.builder.history();
    for (Dated<Staff> &row : history.staff) {
        if (row.value.id == small.seki)
            row.until = small.today().addDays(-1);
    }
    for (Dated<Appointment> &row : history.appointments) {
        if (row.value.staff == small.seki)
            row.until = small.today().addDays(-1);
    }
    story.moveTo(history.at(small.today(), history.revision));

    EXPECT_EQ(story.office().lastPost(small.seki), small.senior);
    EXPECT_EQ(reroute(story, seat, small.clerk), Refusal::NoSuchStep) << "below 主任";
    EXPECT_EQ(reroute(story, seat, small.financeChief), Refusal::NoSuchStep);
    EXPECT_EQ(reroute(story, seat, small.assistant), std::nullopt);
    EXPECT_EQ(story.approve(small.hosaka), std::nullopt);
}

TEST_F(Rerouting, NobodyIsAskedTwiceInAStep)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    small.builder.release(small.bando, small.director, small.today().addDays(-1));
    small.builder.appoint(small.tsugawa, small.director, Holding::Acting);
    away(story, {small.zaizen});

    EXPECT_EQ(reroute(story, {3, 1}, small.director), Refusal::PartTaken) << "次長 is asked beside";
    EXPECT_EQ(reroute(story, {3, 1}, small.mayor), std::nullopt);
}

TEST_F(Rerouting, WhoeverIsStillToExamineMoneyDoesNotComeToOrderIt)
{
    small.builder.release(small.kato, small.manager, small.today().addDays(-1));
    small.builder.appoint(small.shiba, small.manager, Holding::Acting);
    Story story = payment();
    Story hours = payment(false);
    away(story, {small.suzuki});
    hours.moveTo(small.office());

    EXPECT_EQ(reroute(story, {1, 1}, small.manager), Refusal::PartTaken);
    EXPECT_EQ(reroute(hours, {1, 1}, small.manager), std::nullopt) << "nothing is paid";
    EXPECT_EQ(reroute(story, {1, 1}, small.assistant), std::nullopt);
    EXPECT_EQ(story.approve(small.hosaka), std::nullopt);

    small.builder.appoint(small.bando, small.treasurer, Holding::Concurrent);
    small.builder.release(small.kaita, small.treasurer, small.today().addDays(-1));
    away(story, {small.shiba, small.shiga});
    EXPECT_EQ(reroute(story, {2, 1}, small.treasurer), Refusal::PartTaken) << "who is to decide it";
}

TEST_F(Rerouting, NobodyDoesItWithAPartInTheCaseOrToGetOne)
{
    Story story = begun(small.sato);
    const QString why = QStringLiteral("療養");

    EXPECT_EQ(story.act(small.sato, Reroute{{2, 1}, small.assistant, why}), Refusal::OwnCase);
    EXPECT_EQ(story.act(small.bando, Reroute{{2, 1}, small.assistant, why}), Refusal::PartTaken) << "who decides";
    EXPECT_EQ(story.act(small.kato, Reroute{{2, 1}, small.assistant, why}), Refusal::PartTaken) << "who is told";
    EXPECT_EQ(reroute(story, {2, 1}, small.careManager), Refusal::SelfAppointed);
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    small.builder.release(small.suzuki, small.chief, small.today().addDays(-1));
    away(story, {small.zaizen});
    EXPECT_EQ(story.act(small.suzuki, Reroute{{3, 1}, small.financeChief, why}), Refusal::PartTaken)
        << "who acted and has another post today";
    Case inspected = story.state();
    inspected.inspector = small.fukui;
    const auto act = decide(inspected, Reroute{{3, 1}, small.financeChief, why}, small.fukui, story.office());
    ASSERT_FALSE(act);
    EXPECT_EQ(act.error(), Refusal::PartTaken) << "who inspected what is paid";
    EXPECT_EQ(reroute(story, {3, 1}, small.financeChief), std::nullopt);
}

TEST_F(Rerouting, NothingGoesToWhomOneActsForSomeDay)
{
    const auto refusalOf = [&](const std::function<void(SmallOffice &)> &arrange) {
        SmallOffice with;
        with.builder.absent(with.bando);
        arrange(with);
        Story story = waitingForDecision();
        story.moveTo(with.office());
        return story.act(small.fukui, Reroute{{5, 1}, small.mayor, QStringLiteral("療養")});
    };
    const QDate tomorrow = small.today().addDays(1);

    EXPECT_EQ(refusalOf([](SmallOffice &) {}), std::nullopt);
    EXPECT_EQ(refusalOf([](SmallOffice &with) { with.builder.standIn(with.mayor, with.careManager); }),
              Refusal::SelfAppointed)
        << "who decides while they are away";
    EXPECT_EQ(refusalOf([](SmallOffice &with) { with.builder.deputy(with.ichikawa, with.fukui, {}, {}, true); }),
              Refusal::SelfAppointed)
        << "a deputy on days of absence";
    EXPECT_EQ(refusalOf([&](SmallOffice &with) { with.builder.deputy(with.ichikawa, with.fukui, tomorrow); }),
              Refusal::SelfAppointed)
        << "a deputy from tomorrow on";
    EXPECT_EQ(refusalOf([&](SmallOffice &with) {
                  with.builder.deputy(with.ichikawa, with.fukui, {}, {}, false, {QStringLiteral("overtime")}, 1);
              }),
              Refusal::SelfAppointed)
        << "a deputy for other cases";
    EXPECT_EQ(refusalOf([&](SmallOffice &with) {
                  with.builder.deputy(with.ichikawa, with.fukui, {}, small.today().addDays(-1));
              }),
              std::nullopt)
        << "a deputy until yesterday";
    EXPECT_EQ(
        refusalOf([&](SmallOffice &with) { with.builder.appoint(with.fukui, with.mayor, Holding::Acting, tomorrow); }),
        Refusal::SelfAppointed)
        << "who is to hold the post";
    EXPECT_EQ(refusalOf([](SmallOffice &with) { with.builder.standIn(with.director, with.careManager); }),
              Refusal::PartTaken)
        << "who decides in the place of whom it waits for";
}

TEST_F(Rerouting, NothingGoesWhereNobodyCouldActOnIt)
{
    Story story = begun(small.sato);

    EXPECT_EQ(reroute(story, {2, 1}, small.welfareDirector), Refusal::EmptyStep) << "vacant";
    EXPECT_EQ(reroute(story, {2, 1}, PostId(999)), Refusal::UnknownStaff);
    away(story, {small.suzuki, small.hosaka});
    EXPECT_EQ(reroute(story, {2, 1}, small.assistant), Refusal::EmptyStep) << "away";
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
    away(story, {small.bando});

    const std::vector<PostId> posts = postsToReroute(story.state(), {5, 1}, small.fukui, story.office());

    EXPECT_THAT(posts, ElementsAre(small.mayor));
    EXPECT_THAT(postsToReroute(story.state(), {5, 1}, small.zaizen, story.office()), IsEmpty()) << "has a part";
}

} // namespace kessai::test
