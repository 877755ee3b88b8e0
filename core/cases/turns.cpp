// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/authority.h"
#include "core/cases/engine.h"
#include "core/cases/nextdecision.h"
#include "core/cases/statetable.h"

#include <algorithm>

namespace kessai {

namespace {

/// Whether somebody has no part in a step of a case, whoever acts for them: they filed it, or examine what the others order.
bool isBarred(const Case &c, const Step &step, const Assignment &assignment, StaffId staff)
{
    return c.filedBy(staff) || (assignment.state != AssignmentState::PostReview && c.tookOtherPart(staff, step.kind));
}

/// Somebody for whom `deputy` may act on such a case, of whom something is so.
template <class Fits>
std::optional<StaffId> principalWho(StaffId deputy, const Matter &matter, const Office &office, Fits fits)
{
    for (const StaffId principal : office.principalsOf(deputy)) {
        if (fits(principal))
            return principal;
    }
    for (const Deputyship &one : office.limitedDeputyships(deputy)) {
        if (one.covers(matter) && fits(one.principal))
            return one.principal;
    }
    return std::nullopt;
}

/// The capacity for an assignee, passing over principals nobody may stand in for.
template <class Barred>
std::optional<Capacity> capacityExcept(const Assignee &who, StaffId actor, Barred barred, const Matter &matter,
                                       const Office &office)
{
    const auto *post = std::get_if<PostId>(&who);
    const auto asked = [&](StaffId staff) {
        return post ? office.holds(staff, *post) : std::get<StaffId>(who) == staff;
    };
    const auto as = post ? std::optional(*post) : std::nullopt;
    if (asked(actor))
        return Capacity{actor, as, std::nullopt};
    const auto principal = principalWho(actor, matter, office, [&](StaffId one) { return !barred(one) && asked(one); });
    return principal ? std::optional(Capacity{actor, as, principal}) : std::nullopt;
}

} // namespace

std::optional<Capacity> capacityFor(const Assignee &who, StaffId actor, const Office &office, const Matter &matter)
{
    return capacityExcept(
        who, actor, [](StaffId) { return false; }, matter, office);
}

std::optional<Capacity> capacityOn(const Case &c, const Step &step, const Assignment &assignment, StaffId actor,
                                   const Office &office)
{
    if (!step.blocks())
        return capacityFor(assignment.who, actor, office, c.matter);
    const auto barred = [&](StaffId staff) { return isBarred(c, step, assignment, staff); };
    return barred(actor) ? std::nullopt : capacityExcept(assignment.who, actor, barred, c.matter, office);
}

std::optional<Capacity> capacityIn(Manner manner, const Case &c, const Step &step, const Assignment &assignment,
                                   StaffId actor, const Office &office)
{
    if (manner != Manner::Acting)
        return capacityOn(c, step, assignment, actor, office);
    const auto *decider = std::get_if<PostId>(&assignment.who);
    if (!decider || step.kind != StepKind::Decide || isBarred(c, step, assignment, actor) || !c.basis)
        return std::nullopt;
    const PostId post = office.current(*decider);
    const Post *line = office.post(office.current(c.basis->drafterPost));
    if (!line || office.attended(post, c.filers()))
        return std::nullopt;
    for (const PostId standIn : office.standInsFor(post, line->section)) {
        if (office.holds(actor, standIn) && !office.absent(actor))
            return Capacity{actor, standIn, std::nullopt};
        if (office.attended(standIn, c.filers()))
            return std::nullopt; // they come first
    }
    return std::nullopt;
}

std::vector<AssignmentRef> passedOverIn(const std::vector<Step> &steps, const Matter &matter, const Office &office)
{
    const auto away = [&](const Assignee &who) {
        const auto *post = std::get_if<PostId>(&who);
        if (!post)
            return office.passesOver(std::get<StaffId>(who), matter);
        const std::vector<StaffId> &holders = office.holders(*post);
        return !holders.empty()
            && std::all_of(holders.begin(), holders.end(), [&](StaffId one) { return office.passesOver(one, matter); });
    };
    std::vector<AssignmentRef> passed;
    for (const Step &step : steps) {
        if (step.kind != StepKind::Review || step.rule != StepRule::All)
            continue;
        for (const Assignment &assignment : step.assignments) {
            if (assignment.state == AssignmentState::Waiting && away(assignment.who))
                passed.push_back({step.no, assignment.no});
        }
    }
    return passed;
}

bool fallsTo(const Assignee &who, const Capacity &capacity, const Office &office)
{
    const StaffId person = capacity.principal.value_or(capacity.actor);
    const auto *post = std::get_if<PostId>(&who);
    return post ? office.holds(person, *post) : std::get<StaffId>(who) == person;
}

bool mayRead(const Case &c, StaffId reader, const Office &office)
{
    const std::vector<PostId> stood = office.standsInFor(reader, c.filers());
    return c.drafter == reader || std::any_of(c.access.begin(), c.access.end(), [&](const Assignee &who) {
               const auto *post = std::get_if<PostId>(&who);
               return capacityFor(who, reader, office, c.matter).has_value()
                   || (post && std::find(stood.begin(), stood.end(), *post) != stood.end());
           });
}

std::vector<Turn> turnsOf(const Case &c, StaffId actor, const Office &office)
{
    std::vector<Turn> turns;
    if (!office.staff(actor))
        return turns;
    for (const Step &step : c.steps) {
        for (const Assignment &assignment : step.assignments) {
            const bool afterwards = assignment.state == AssignmentState::PostReview;
            if (assignment.state != AssignmentState::Open && !afterwards)
                continue;
            const auto capacity = capacityOn(c, step, assignment, actor, office);
            if (capacity && !(afterwards && capacity->principal))
                turns.push_back({{step.no, assignment.no}, *capacity});
        }
    }
    return turns;
}

std::vector<Turn> turnsOutOfOrder(const Case &c, StaffId actor, const Office &office, Manner manner)
{
    std::vector<Turn> turns;
    if (!office.staff(actor) || manner == Manner::Own || c.state != CaseState::Running)
        return turns;
    const AssignmentState wanted = manner == Manner::Acting ? AssignmentState::Open : AssignmentState::Waiting;
    if (manner == Manner::Acting && (c.important || c.contested()))
        return turns;
    for (const Step &step : c.steps) {
        for (const Assignment &assignment : step.assignments) {
            if (assignment.state != wanted || !step.inLine())
                continue;
            if (const auto capacity = capacityIn(manner, c, step, assignment, actor, office))
                turns.push_back({{step.no, assignment.no}, *capacity, manner});
        }
        // Only reviews are passed over; whoever stands behind anything else that is missing waits for it.
        if (manner == Manner::PullUp && step.blocks() && step.kind != StepKind::Review && !step.complete())
            break;
    }
    return turns;
}

std::optional<AssignmentRef> nextDecision(const Case &c, StaffId actor, const Office &office)
{
    const std::vector<Turn> turns = turnsOf(c, actor, office);
    const auto own = std::find_if(turns.begin(), turns.end(), [&](const Turn &turn) {
        return c.step(turn.on.step)->kind == StepKind::Consult && !turn.capacity.principal
            && c.assignment(turn.on)->state == AssignmentState::Open;
    });
    if (own == turns.end() || !mayHappen(ActKind::Approve, c.state))
        return std::nullopt;
    for (const Step &step : c.steps) {
        if (!step.blocks() || step.complete())
            continue;
        const auto agreed = std::count_if(step.assignments.begin(), step.assignments.end(),
                                          [](const Assignment &a) { return agrees(a.state); });
        if (step.no == own->on.step && agreed + 1 >= step.needed)
            continue; // complete once they have agreed
        const AssignmentRef on{step.no, step.assignments.front().no};
        const bool theirs = step.kind == StepKind::Decide && step.assignments.size() == 1
            && fallsTo(step.assignments.front().who, own->capacity, office)
            && capacityOn(c, step, step.assignments.front(), actor, office);
        return theirs ? std::optional(on) : std::nullopt;
    }
    return std::nullopt;
}

namespace {

void allowOnBlocking(AllowedActs &acts, const Case &c, const Step &step, StaffId actor, const Office &office)
{
    // Only one blocking step is open at a time, so these are the same for every turn in it.
    acts.approve = mayHappen(ActKind::Approve, c.state);
    acts.returnToDrafter = mayHappen(ActKind::ReturnToDrafter, c.state);
    const bool ordered = isBehindDecision(c.steps, step);
    acts.reject = mayHappen(ActKind::Reject, c.state) && step.kind != StepKind::Consult && !ordered;
    acts.object = mayHappen(ActKind::Object, c.state) && step.kind == StepKind::Consult;
    acts.addStep = mayHappen(ActKind::Extend, c.state) && !ordered;
    acts.addBefore = acts.addStep
        && std::all_of(step.assignments.begin(), step.assignments.end(),
                       [](const Assignment &a) { return a.state == AssignmentState::Open; });
    acts.raise = acts.addStep && step.kind == StepKind::Decide && decide(c, Raise{QStringLiteral("?")}, actor, office);
    acts.returnToSteps.clear();
    for (const Step &earlier : c.steps) {
        if (earlier.blocks() && earlier.no < step.no)
            acts.returnToSteps.push_back(earlier.no);
    }
}

} // namespace

AllowedActs allowedActs(const Case &c, StaffId actor, const Office &office)
{
    AllowedActs acts;
    if (!office.staff(actor))
        return acts;
    for (const Turn &turn : turnsOf(c, actor, office)) {
        const Step &step = *c.step(turn.on.step);
        if (c.assignment(turn.on)->state == AssignmentState::PostReview)
            acts.postReview = acts.postReview || mayHappen(ActKind::Read, c.state);
        else if (!step.blocks())
            acts.read = acts.read || mayHappen(ActKind::Read, c.state);
        else
            allowOnBlocking(acts, c, step, actor, office);
    }
    if (!acts.approve) {
        acts.standIn = !turnsOutOfOrder(c, actor, office, Manner::Acting).empty();
        acts.pullUp = !turnsOutOfOrder(c, actor, office, Manner::PullUp).empty();
    }
    if (c.filedBy(actor)) {
        const bool ordered = c.awaitsExamination();
        acts.withdraw = mayHappen(ActKind::Withdraw, c.state) && !c.moved && !ordered;
        acts.cancel = mayHappen(ActKind::Cancel, c.state) && !ordered;
    }
    if (actor == c.drafter) {
        acts.remind = mayHappen(ActKind::Remind, c.state);
        acts.edit = c.state == CaseState::Returned || c.state == CaseState::Withdrawn;
    }
    acts.comment = mayHappen(ActKind::Comment, c.state) && mayRead(c, actor, office);
    return acts;
}

} // namespace kessai
