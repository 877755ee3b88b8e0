// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/filing.h"
#include "core/services/desk.h"
#include "tests/store/testoffice.h"

#include <random>

// The contract of cases that an administrator addresses to another post, the same on every database.

namespace kessai::test {

namespace {

class RerouteContract : public OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        ASSERT_TRUE(fine(office.tamper(
            QStringLiteral("INSERT INTO special_right (staff_id, right_name, valid_from) VALUES (%1, 'administrator', "
                           "'2020-04-01')")
                .arg(admin.value()))));
    }
    Desk &at(StaffId who)
    {
        auto &desk = m_desks[who];
        if (!desk) {
            desk = std::make_unique<Desk>(std::move(office.open(who)).value(), memoForms(), office.clock());
            EXPECT_TRUE(fine(desk->start()));
        }
        EXPECT_TRUE(fine(desk->pulse()));
        return *desk;
    }
    CaseId filed(const QJsonObject &content = memo(QStringLiteral("備品の購入")))
    {
        const auto id = at(people.sato).saveDraft(std::nullopt, {QStringLiteral("memo"), 1, content, {}});
        EXPECT_TRUE(fine(id));
        EXPECT_TRUE(fine(at(people.sato).submit(*id, freshRequestId(), {})));
        return *id;
    }
    Result<Event> approve(StaffId who, CaseId id)
    {
        const auto view = at(who).open(id);
        return view ? at(who).act(id, view->record.history.back().seq, freshRequestId(), Approve{}) : view.failure();
    }
    Case stateOf(CaseId id)
    {
        const auto view = at(people.sato).open(id);
        EXPECT_TRUE(fine(view));
        for (const Damage &damage : view ? view->verified.damage : std::vector<Damage>())
            ADD_FAILURE() << damage.detail.toStdString();
        return view ? view->verified.state : newCase(id, people.sato);
    }
    AssignmentRef seatOf(CaseId id)
    {
        const Case state = stateOf(id);
        for (const Step &step : state.steps) {
            for (const Assignment &assignment : step.assignments) {
                if (step.blocks() && assignment.state == AssignmentState::Open)
                    return {step.no, assignment.no};
            }
        }
        ADD_FAILURE() << "nothing waits";
        return {0, 0};
    }
    Result<> reroute(StaffId who, CaseId id, PostId post, const QString &reason = QStringLiteral("長期の療養"))
    {
        office.wait();
        return at(who).reroute(id, stateOf(id).seq, freshRequestId(), Reroute{seatOf(id), post, reason});
    }
    bool waitsFor(StaffId who, CaseId id)
    {
        const auto page = at(who).list({});
        EXPECT_TRUE(fine(page));
        return std::any_of(page->rows.begin(), page->rows.end(), [id](const CaseRow &row) { return row.id == id; });
    }

    const StaffId admin = people.fukui; // heads 福祉課, and has no part in what 総務課 files

private:
    std::map<StaffId, std::unique_ptr<Desk>> m_desks;
};
KESSAI_ON_BOTH_DATABASES(RerouteContract);

} // namespace

TEST_P(RerouteContract, WhatWaitsGoesOnAtAnotherPostAndTheRecordSaysWhy)
{
    const CaseId id = filed();
    ASSERT_TRUE(waitsFor(people.suzuki, id));

    ASSERT_TRUE(fine(reroute(admin, id, people.senior)));

    EXPECT_TRUE(waitsFor(people.seki, id));
    EXPECT_FALSE(waitsFor(people.suzuki, id));
    const auto view = at(people.sato).open(id);
    ASSERT_TRUE(fine(view));
    EXPECT_TRUE(view->verified.sound());
    const HistoryLine &line = view->history.back();
    EXPECT_EQ(line.code, QStringLiteral("rerouted"));
    EXPECT_EQ(line.text, QStringLiteral("長期の療養"));
    EXPECT_EQ(line.actorName, QStringLiteral("福井 恵"));
    EXPECT_TRUE(line.subject.contains(QStringLiteral("主任"))) << line.subject.toStdString();
    ASSERT_TRUE(fine(approve(people.seki, id)));
    EXPECT_TRUE(waitsFor(people.kato, id));
    (void)stateOf(id);
}

TEST_P(RerouteContract, TheAdministratorReadsNothingByIt)
{
    const CaseId id = filed();
    EXPECT_TRUE(failed(at(admin).open(id), ErrorCode::NotFound));
    const auto route = at(admin).openRoute(id);
    ASSERT_TRUE(fine(route));
    EXPECT_EQ(route->drafter, people.sato);
    EXPECT_EQ(route->steps, [&] {
        std::vector<Step> steps = stateOf(id).steps;
        for (Step &step : steps)
            step.notes.clear();
        return steps;
    }());
    EXPECT_TRUE(route->postings.empty());
    EXPECT_TRUE(route->contentDigest.isEmpty());

    ASSERT_TRUE(fine(reroute(admin, id, people.senior)));

    EXPECT_TRUE(failed(at(admin).open(id), ErrorCode::NotFound));
    EXPECT_FALSE(waitsFor(admin, id));
    EXPECT_TRUE(failed(at(people.suzuki).openRoute(id), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(at(admin).openRoute(CaseId(99'999)), ErrorCode::NotFound));
    const auto draft =
        at(people.sato).saveDraft(std::nullopt, {QStringLiteral("memo"), 1, memo(QStringLiteral("下書き")), {}});
    ASSERT_TRUE(fine(draft));
    EXPECT_TRUE(failed(at(admin).openRoute(*draft), ErrorCode::NotFound)) << "a draft is nobody's to know of";
}

TEST_P(RerouteContract, IsForAdministratorsWithoutAPartInTheCase)
{
    const CaseId id = filed();

    EXPECT_TRUE(failed(reroute(people.zama, id, people.senior), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(reroute(people.suzuki, id, people.senior), ErrorCode::AccessDenied));
    EXPECT_TRUE(refused(reroute(people.kato, id, people.senior), Refusal::PartTaken)) << "an administrator who reviews";
    EXPECT_TRUE(refused(reroute(admin, id, people.careManager), Refusal::SelfAppointed));
    EXPECT_TRUE(refused(reroute(admin, id, people.welfareDirector), Refusal::EmptyStep));
    EXPECT_TRUE(refused(reroute(admin, id, people.senior, QStringLiteral(" ")), Refusal::ReasonMissing));
    EXPECT_TRUE(refused(reroute(admin, id, people.chief), Refusal::NoSuchStep));
    EXPECT_EQ(stateOf(id).seq, 1) << "nothing was recorded";
    EXPECT_TRUE(waitsFor(people.suzuki, id));
}

TEST_P(RerouteContract, ADecisionGoesUpwardsOnly)
{
    const CaseId id = filed();
    for (const StaffId who : {people.suzuki, people.kato})
        ASSERT_TRUE(fine(approve(who, id)));
    ASSERT_EQ(stateOf(id).currentStep()->kind, StepKind::Decide);

    EXPECT_TRUE(refused(reroute(admin, id, people.viceDirector), Refusal::NoDecider));
    EXPECT_TRUE(refused(reroute(admin, id, people.manager), Refusal::NoDecider));
    ASSERT_TRUE(fine(reroute(admin, id, people.mayor)));
    EXPECT_TRUE(waitsFor(people.ichikawa, id));
    ASSERT_TRUE(fine(approve(people.ichikawa, id)));
    EXPECT_EQ(stateOf(id).state, CaseState::Decided);
    EXPECT_TRUE(refused(at(admin).reroute(id, stateOf(id).seq, freshRequestId(),
                                          Reroute{{1, 1}, people.mayor, QStringLiteral("x")}),
                        Refusal::AlreadyDecided)
                || failed(at(admin).openRoute(id), ErrorCode::NotFound));
}

TEST_P(RerouteContract, OneOfTwoWinsAndALostAnswerIsAskedForAgain)
{
    const CaseId id = filed();
    const auto route = at(admin).openRoute(id);
    ASSERT_TRUE(fine(route));
    const auto event =
        decide(*route, Reroute{{1, 1}, people.senior, QStringLiteral("療養")}, admin, *office.officeToday());
    ASSERT_TRUE(event);
    const AppendRequest request{id, route->seq, freshRequestId(), *event};
    auto store = office.open(admin);
    ASSERT_TRUE(fine(store));

    const auto first = (*store)->cases().append(request);
    ASSERT_TRUE(fine(first));
    const auto again = (*store)->cases().append(request);
    ASSERT_TRUE(fine(again));
    EXPECT_EQ(again->hash, first->hash);
    EXPECT_TRUE(refused((*store)->cases().append({id, route->seq, freshRequestId(), *event}), Refusal::Stale));
    EXPECT_EQ(stateOf(id).seq, 2);
}

TEST_P(RerouteContract, TheDrafterMayStillTakeItBackAndNobodyElseMayUndoIt)
{
    const CaseId id = filed();
    ASSERT_TRUE(fine(reroute(admin, id, people.senior)));
    EXPECT_TRUE(failed(approve(people.zushi, id), ErrorCode::NotFound));

    ASSERT_TRUE(fine(at(people.sato).act(id, stateOf(id).seq, freshRequestId(), Withdraw{})));
    EXPECT_EQ(stateOf(id).state, CaseState::Withdrawn);
}

/// Whatever is claimed to have come of it: the notary takes what the engine makes of the act and nothing else.
TEST_P(RerouteContract, TheNotaryTakesWhatTheEngineSaysAndNothingElse)
{
    std::mt19937 random{20261127};
    const auto below = [&](int most) { return int(random() % unsigned(most)); };
    auto store = office.open(admin);
    ASSERT_TRUE(fine(store));
    const std::vector<StaffId> line{people.suzuki, people.kato, people.zaizen};
    int taken = 0;
    int refusedActs = 0;
    CaseId last{0};
    // A review, another one, a consultation, the decision
    for (int n = 0; n < 160; ++n) {
        const CaseId id = n % 40 == 0 ? filed(memo(QStringLiteral("机"), 150'000)) : last;
        for (int i = 0; n % 40 == 0 && i < n / 40; ++i)
            ASSERT_TRUE(fine(approve(line[size_t(i)], id)));
        last = id;
        office.wait();
        const Case state = stateOf(id);
        const AssignmentRef seat = below(4) > 0 ? seatOf(id) : AssignmentRef{1 + below(5), 1 + below(2)};
        const Reroute act{seat, PostId(1 + below(19)), below(8) == 0 ? QStringLiteral("　") : QStringLiteral("療養")};
        const auto allowed = decide(state, act, admin, *office.officeToday());
        ProposedEvent event = allowed
            ? *allowed
            : ProposedEvent{{admin, std::nullopt, std::nullopt},
                            Rerouted{act.seat, act.post, act.reason},
                            {CaseState::Running, state.round, {}, {act.post}, PostingState::Reserved}};
        const int lie = allowed ? std::min(below(12), 6) : 6;
        switch (lie) {
        case 0: event.effects.access.push_back(people.fuji); break;
        case 1: event.effects.changes.push_back({act.seat, AssignmentState::Approved}); break;
        case 2: event.effects.state = CaseState::Decided; break;
        case 3: ++event.effects.round; break;
        case 4: event.capacity.principal = people.bando; break;
        case 5: event.effects.postings = PostingState::Used; break;
        default: break;
        }
        const auto done = (*store)->cases().append({id, state.seq, freshRequestId(), event});
        const bool honest = allowed && lie == 6;
        EXPECT_EQ(done.ok(), honest) << "way " << lie << ", step " << act.seat.step << ", post " << act.post.value();
        if (!allowed)
            EXPECT_TRUE(refused(done, allowed.error())) << "step " << act.seat.step << ", post " << act.post.value();
        taken += done.ok() ? 1 : 0;
        refusedActs += done.ok() ? 0 : 1;
    }
    EXPECT_GT(taken, 3);
    EXPECT_GT(refusedActs, 60);
    (void)stateOf(last); // the record proves itself
}

} // namespace kessai::test
