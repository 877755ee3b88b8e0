// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/reroute.h"
#include "core/services/desk.h"
#include "core/services/verifier.h"
#include "tests/store/hand.h"
#include "tests/support/casebuilder.h"

#include <map>

namespace kessai::test {

/// An office with an administrator who has no part in its cases, and people at their desks.
class RerouteOffice : public OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        ASSERT_TRUE(fine(office.makeAdministrator(admin)));
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
    /// They sign in anew: nobody is told of what was changed past all doors.
    void signInAnew(StaffId who) { m_desks.erase(who); }
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
    /// The case as an administrator has it, who cannot read it.
    Case routeOf(CaseId id)
    {
        auto route = at(admin).openRoute(id);
        EXPECT_TRUE(fine(route));
        return route ? std::move(route).value() : newCase(id, people.sato);
    }
    AssignmentRef seatOf(CaseId id)
    {
        const Case state = routeOf(id);
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
        return at(who).reroute(id, routeOf(id).seq, freshRequestId(), Reroute{seatOf(id), post, reason});
    }
    /// They are away for long yet.
    void away(const std::vector<StaffId> &these)
    {
        for (const StaffId who : these)
            ASSERT_TRUE(fine(office.setAbsent(who, false, kLongAbsence)));
    }
    /// What a reader finds wrong with a record in which an administrator addressed the open seat as they please, written past all doors.
    QString damageOf(CaseId id, PostId post, StaffId by)
    {
        CaseRecord record = *office.owner().cases().load(id);
        const Case state = replay(id, record.drafter, record.history).value();
        const ProposedEvent forged{{by, std::nullopt, std::nullopt},
                                   Rerouted{seatOf(id), post, QStringLiteral("療養")},
                                   {CaseState::Running, state.round, {}, {}, PostingState::Reserved}};
        ProposedEvent event = forged;
        if (std::find(state.access.begin(), state.access.end(), Assignee(post)) == state.access.end())
            event.effects.access = {post};
        record.history.push_back(
            test::record(state, event, *office.officeToday(), office.clock().now(), freshRequestId()));
        const auto after = fold(state, record.history.back());
        EXPECT_TRUE(fine(after));
        record.projection = projectionOf(*after);
        const Verified verified = verifyCase(record, office.configuration(), memoForms());
        return verified.sound()
            ? QString()
            : toCode(verified.damage.front().kind) + QStringLiteral(": ") + verified.damage.front().detail;
    }
    /// The office as the database has it, with what was written past its doors, to whoever addresses what waits.
    std::shared_ptr<const Office> officeInForce()
    {
        const auto configuration = office.owner().office().configuration();
        EXPECT_TRUE(fine(configuration));
        return officeToReaddress(configuration->office, {}, admin, office.clock().now().day(), kLongAbsence);
    }
    bool waitsFor(StaffId who, CaseId id)
    {
        const auto page = at(who).list({});
        EXPECT_TRUE(fine(page));
        return std::any_of(page->rows.begin(), page->rows.end(), [id](const CaseRow &row) { return row.id == id; });
    }

    std::vector<CaseId> strandedCases()
    {
        const auto steps = at(admin).stranded();
        EXPECT_TRUE(fine(steps));
        std::vector<CaseId> ids;
        for (const StrandedStep &step : steps ? *steps : std::vector<StrandedStep>())
            ids.push_back(step.id);
        return ids;
    }
    /// Whoever decides in 総務部長's place.
    const std::vector<StaffId> standIns{people.tsugawa, people.kato, people.zaizen};
    QDate day() { return office.clock().now().day(); }

    const StaffId admin = people.fukui; // heads 福祉課, and has no part in what 総務課 files

private:
    std::map<StaffId, std::unique_ptr<Desk>> m_desks;
};

} // namespace kessai::test
