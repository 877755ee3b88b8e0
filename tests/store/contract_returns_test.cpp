// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/rerouteoffice.h"

// The contract of what others gave in somebody's place when a case goes back and comes again, the same on every database; what the engine makes of
// it stands in tests/core/cases/afterreturn_test.cpp.

namespace kessai::test {

namespace {

using State = AssignmentState;

enum class Way { Own, ForAPeriod, ForALeave, PulledUp, Acting };

/// 庶務係長 and 総務課長 review, it circulates, 部長 orders, 審査担当 examines.
class ReturnsContract : public RerouteOffice {
protected:
    static constexpr int kDecision = 4;

    Result<Event> act(StaffId who, CaseId id, const Act &what)
    {
        office.wait(1'000);
        const auto view = at(who).open(id);
        return view ? at(who).act(id, view->record.history.back().seq, freshRequestId(), what) : view.failure();
    }
    /// Goes from the step that waits to the examination.
    void approveAll(Way way, CaseId id, const std::vector<int> &steps)
    {
        const bool leave = way == Way::ForALeave;
        for (const int step : steps) {
            const Act plain = Approve{};
            const Act pulled = Approve{std::nullopt, QStringLiteral("急ぐため"), Manner::PullUp};
            const Act acting = Approve{std::nullopt, QString(), Manner::Acting};
            if (step == 1 && way != Way::PulledUp) {
                ASSERT_TRUE(fine(act(leave || way == Way::ForAPeriod ? people.tanaka : people.suzuki, id, plain)));
            } else if (step == 2) {
                ASSERT_TRUE(fine(act(people.kato, id, way == Way::PulledUp ? pulled : plain)));
            } else if (step == kDecision) {
                ASSERT_TRUE(fine(
                    act(way == Way::Acting ? people.tsugawa : people.bando, id, way == Way::Acting ? acting : plain)));
            }
        }
        ASSERT_TRUE(stateOf(id).awaitsExamination());
    }
    Result<Event> giveBack(CaseId id, std::optional<int> toStep = std::nullopt)
    {
        return act(people.shiba, id, Return{std::nullopt, toStep, QStringLiteral("確認してください")});
    }
    void sendAgain(CaseId id, const QJsonObject &fields)
    {
        office.wait(1'000);
        ASSERT_TRUE(fine(at(people.sato).saveDraft(id, {QStringLiteral("memo"), 1, fields, {}})));
        ASSERT_TRUE(fine(at(people.sato).submit(id, freshRequestId(), {})));
    }
    std::vector<State> statesOf(CaseId id)
    {
        std::vector<State> states;
        const Case state = stateOf(id);
        for (const Step &step : state.steps) {
            if (step.blocks())
                states.push_back(step.assignments.front().state);
        }
        return states;
    }
    static QJsonObject order(qint64 yen)
    {
        QJsonObject fields =
            moving(QStringLiteral("budget.commitment"), budgetLine(kStationery, SectionId(1)).account(), yen);
        fields.insert(QStringLiteral("orders"), true);
        return fields;
    }
    void goThrough(Way way)
    {
        const std::vector<State> sentBack{State::Open, State::Waiting, State::Waiting, State::Waiting};
        const CaseId id = filed(order(20'000));
        approveAll(way, id, {1, 2, kDecision});

        // To whoever ordered it, and to whoever reviewed it
        ASSERT_TRUE(fine(giveBack(id, kDecision)));
        EXPECT_EQ(statesOf(id)[2], State::Open) << "of those that block";
        approveAll(way, id, {kDecision});
        ASSERT_TRUE(fine(giveBack(id, 1)));
        EXPECT_EQ(statesOf(id), sentBack);
        approveAll(way, id, {1, 2, kDecision});

        // To the drafter, who changes nothing
        ASSERT_TRUE(fine(giveBack(id)));
        sendAgain(id, order(20'000));
        const std::vector<State> after = statesOf(id);
        switch (way) {
        case Way::PulledUp:
            EXPECT_EQ(after, (std::vector{State::Open, State::Approved, State::Waiting, State::Waiting}));
            ASSERT_TRUE(fine(act(people.suzuki, id, Approve{})));
            ASSERT_TRUE(fine(act(people.bando, id, Approve{})));
            break;
        case Way::Acting:
            EXPECT_EQ(after, (std::vector{State::Approved, State::Approved, State::Open, State::Waiting}));
            approveAll(way, id, {kDecision});
            break;
        default: EXPECT_EQ(after, (std::vector{State::Approved, State::Approved, State::Approved, State::Open})); break;
        }

        // And who changes what it is about
        ASSERT_TRUE(fine(giveBack(id)));
        sendAgain(id, order(30'000));
        EXPECT_EQ(statesOf(id), sentBack);
        approveAll(way, id, {1, 2, kDecision});
        ASSERT_TRUE(fine(act(people.shiba, id, Approve{})));
        EXPECT_EQ(stateOf(id).state, CaseState::Decided);
    }
    void name(const char *whenAbsent)
    {
        ASSERT_TRUE(fine(office.tamper(
            QStringLiteral("INSERT INTO deputyship (principal_id, deputy_id, valid_from, added_in, when_absent) "
                           "VALUES (%1, %2, '2020-04-01', 1, %3)")
                .arg(QString::number(people.suzuki.value()), QString::number(people.tanaka.value()),
                     QLatin1String(whenAbsent)))));
    }
};
KESSAI_ON_BOTH_DATABASES(ReturnsContract);

} // namespace

TEST_P(ReturnsContract, WhatOneGaveOneselfStands)
{
    goThrough(Way::Own);
}

TEST_P(ReturnsContract, WhatADeputyGaveStandsLikeTheirPrincipals)
{
    name("0");
    goThrough(Way::ForAPeriod);
}

TEST_P(ReturnsContract, WhatADeputyGaveDuringALeaveStandsLikeTheirPrincipals)
{
    name("1");
    away({people.suzuki});
    goThrough(Way::ForALeave);
}

TEST_P(ReturnsContract, WhoeverWasPassedOverIsAsked)
{
    goThrough(Way::PulledUp);
}

TEST_P(ReturnsContract, ADecisionInTheDecidersPlaceIsMadeAgain)
{
    away({people.bando});
    goThrough(Way::Acting);
}

TEST_P(ReturnsContract, ADecisionInTheDecidersPlaceThatTheyReadStands)
{
    const CaseId id = filed(order(20'000));
    away({people.bando});
    approveAll(Way::Acting, id, {1, 2, kDecision});
    ASSERT_TRUE(fine(office.setPresent()));
    ASSERT_TRUE(fine(act(people.bando, id, Approve{AssignmentRef{kDecision, 1}})));
    ASSERT_TRUE(fine(giveBack(id)));
    sendAgain(id, order(20'000));

    EXPECT_EQ(statesOf(id), (std::vector{State::Approved, State::Approved, State::PostReviewed, State::Open}));
    ASSERT_TRUE(fine(act(people.shiba, id, Approve{})));
    EXPECT_EQ(stateOf(id).state, CaseState::Decided);
}

} // namespace kessai::test
