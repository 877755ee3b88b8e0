// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/authority.h"
#include "core/cases/engine.h"
#include "core/cases/statetable.h"

#include <algorithm>

namespace kessai {

namespace {

/// The capacity for an assignee, passing over one principal nobody may stand in for.
std::optional<Capacity> capacityExcept(const Assignee &who, StaffId actor, std::optional<StaffId> barred,
                                       const Office &office)
{
    const std::vector<StaffId> &principals = office.principalsOf(actor);
    if (const auto *post = std::get_if<PostId>(&who)) {
        if (office.holds(actor, *post))
            return Capacity{actor, *post, std::nullopt};
        for (const StaffId principal : principals) {
            if (principal != barred && office.holds(principal, *post))
                return Capacity{actor, *post, principal};
        }
        return std::nullopt;
    }
    const StaffId person = std::get<StaffId>(who);
    if (person == actor)
        return Capacity{actor, std::nullopt, std::nullopt};
    if (person != barred && std::find(principals.begin(), principals.end(), person) != principals.end())
        return Capacity{actor, std::nullopt, person};
    return std::nullopt;
}

} // namespace

std::optional<Capacity> capacityFor(const Assignee &who, StaffId actor, const Office &office)
{
    return capacityExcept(who, actor, std::nullopt, office);
}

std::optional<Capacity> capacityOn(const Step &step, const Assignment &assignment, StaffId drafter, StaffId actor,
                                   const Office &office)
{
    if (!step.blocks())
        return capacityExcept(assignment.who, actor, std::nullopt, office);
    return actor == drafter ? std::nullopt : capacityExcept(assignment.who, actor, drafter, office);
}

bool fallsTo(const Assignee &who, const Capacity &capacity, const Office &office)
{
    const StaffId person = capacity.principal.value_or(capacity.actor);
    const auto *post = std::get_if<PostId>(&who);
    return post ? office.holds(person, *post) : std::get<StaffId>(who) == person;
}

bool mayRead(const Case &c, StaffId reader, const Office &office)
{
    return c.drafter == reader || std::any_of(c.access.begin(), c.access.end(), [&](const Assignee &who) {
               return capacityFor(who, reader, office).has_value();
           });
}

std::vector<Turn> turnsOf(const Case &c, StaffId actor, const Office &office)
{
    std::vector<Turn> turns;
    if (!office.staff(actor))
        return turns;
    for (const Step &step : c.steps) {
        for (const Assignment &assignment : step.assignments) {
            if (assignment.state != AssignmentState::Open)
                continue;
            if (const auto capacity = capacityOn(step, assignment, c.drafter, actor, office))
                turns.push_back({{step.no, assignment.no}, *capacity});
        }
    }
    return turns;
}

AllowedActs allowedActs(const Case &c, StaffId actor, const Office &office)
{
    AllowedActs acts;
    if (!office.staff(actor))
        return acts;
    for (const Turn &turn : turnsOf(c, actor, office)) {
        const Step &step = *c.step(turn.on.step);
        if (!step.blocks()) {
            acts.read = acts.read || mayHappen(ActKind::Read, c.state);
            continue;
        }
        // Only one blocking step is open at a time, so these are the same for every turn in it.
        acts.approve = mayHappen(ActKind::Approve, c.state);
        acts.returnToDrafter = mayHappen(ActKind::ReturnToDrafter, c.state);
        acts.reject = mayHappen(ActKind::Reject, c.state) && step.kind != StepKind::Consult;
        acts.returnToSteps.clear();
        for (const Step &earlier : c.steps) {
            if (earlier.blocks() && earlier.no < step.no)
                acts.returnToSteps.push_back(earlier.no);
        }
    }
    if (actor == c.drafter) {
        acts.withdraw = mayHappen(ActKind::Withdraw, c.state) && !c.moved;
        acts.cancel = mayHappen(ActKind::Cancel, c.state);
        acts.edit = c.state == CaseState::Returned || c.state == CaseState::Withdrawn;
    }
    acts.comment = mayHappen(ActKind::Comment, c.state) && mayRead(c, actor, office);
    return acts;
}

} // namespace kessai
