// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/engine.h"
#include "core/cases/statetable.h"
#include "core/cases/workings.h"

#include <algorithm>

namespace kessai {

namespace {

/// What a route must be for a round to begin with it, whoever resolved it.
std::optional<Refusal> routeProblem(const Route &route)
{
    bool decided = false;
    for (size_t i = 0; i < route.steps.size(); ++i) {
        const Step &step = route.steps[i];
        const int asked = int(step.assignments.size());
        if (asked == 0)
            return Refusal::EmptyStep;
        if (decided && step.blocks())
            return Refusal::NoDecider; // the decision would not be the last word
        decided = decided || step.kind == StepKind::Decide;
        const bool fits = step.rule == StepRule::All ? step.needed == asked
            : step.rule == StepRule::Any             ? step.needed == 1
                                                     : step.needed >= 1 && step.needed <= asked;
        if (step.no != int(i) + 1 || !fits)
            return Refusal::Damaged;
        for (size_t k = 0; k < step.assignments.size(); ++k) {
            const Assignment &assignment = step.assignments[k];
            if (assignment.no != int(k) + 1 || assignment.state != AssignmentState::Waiting)
                return Refusal::Damaged;
        }
    }
    return decided ? std::nullopt : std::optional(Refusal::NoDecider);
}

bool isDigest(const QByteArray &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

bool saysNothing(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

/// Whether somebody claims to act on an assignment in a capacity in which it can be acted on at all. Who holds the post is
/// for decide and the notary to know; this is what the record alone can tell.
std::optional<Refusal> capacityProblem(const Case &before, const Capacity &capacity, const Step &step,
                                       const Assignment &assignment)
{
    if (step.blocks() && (capacity.actor == before.drafter || capacity.principal == before.drafter))
        return Refusal::OwnCase;
    if (capacity.principal == capacity.actor)
        return Refusal::NotYourTurn;
    if (const auto *post = std::get_if<PostId>(&assignment.who))
        return capacity.post == *post ? std::nullopt : std::optional(Refusal::NotYourTurn);
    const StaffId person = std::get<StaffId>(assignment.who);
    const bool fits = !capacity.post && capacity.principal.value_or(capacity.actor) == person;
    return fits ? std::nullopt : std::optional(Refusal::NotYourTurn);
}

/// An act of the drafter on their own case, not on an assignment: neither for a post nor for somebody else.
std::optional<Refusal> drafterProblem(const Case &before, const Capacity &capacity, ActKind act)
{
    if (capacity.actor != before.drafter)
        return Refusal::NotDrafter;
    if (!mayHappen(act, before.state))
        return refusalIn(before.state);
    if (capacity.principal || (capacity.post && act != ActKind::Submit))
        return Refusal::NotDrafter;
    return std::nullopt;
}

/// Whether the assignment an act names is there to be acted on, by this actor.
std::optional<Refusal> turnProblem(const Workings &work, const Case &before, const Capacity &capacity, ActKind act,
                                   AssignmentRef on)
{
    const Assignment *assignment = work.assignment(on);
    if (!assignment)
        return mayHappen(act, before.state) ? Refusal::NotYourTurn : refusalIn(before.state);
    const Step &step = *work.step(on.step);
    if (const auto problem = capacityProblem(before, capacity, step, *assignment); problem == Refusal::OwnCase)
        return problem;
    if (!mayHappen(step.blocks() ? act : ActKind::Read, before.state))
        return refusalIn(before.state);
    if (!step.blocks() && act != ActKind::Approve)
        return Refusal::NotYourTurn; // circulated papers can be read, not judged
    switch (assignment->state) {
    case AssignmentState::Open: return capacityProblem(before, capacity, step, *assignment);
    case AssignmentState::Approved:
    case AssignmentState::Read:
    case AssignmentState::Skipped:
    case AssignmentState::Returned:
    case AssignmentState::Rejected: return Refusal::AlreadyActed;
    case AssignmentState::Waiting:
    case AssignmentState::Void: return Refusal::NotYourTurn;
    }
    return Refusal::NotYourTurn;
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Submitted &body)
{
    if (const auto problem = drafterProblem(before, capacity, ActKind::Submit))
        return fail(*problem);
    if (capacity.post != body.basis.drafterPost)
        return fail(Refusal::UnknownStaff);
    // The same revision may be sent again unchanged; an older one, or another text under the same number, may not.
    const bool same = body.revision == before.revision && body.contentDigest == before.contentDigest;
    if (body.revision < 1 || (body.revision <= before.revision && !same) || !isDigest(body.contentDigest))
        return fail(Refusal::ContentInvalid);
    if (const auto problem = routeProblem(body.route))
        return fail(*problem);

    Workings work(before, body.route.steps, before.round + 1, CaseState::Running);
    work.openNext();
    return work.finish(ActKind::Submit);
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Approved &body)
{
    Workings work(before, before.steps, before.round, before.state);
    if (const auto problem = turnProblem(work, before, capacity, ActKind::Approve, body.on))
        return fail(*problem);
    const Step *step = work.step(body.on.step);
    work.grant(capacity.actor);
    if (!step->blocks()) {
        work.set(body.on, AssignmentState::Read);
        return body.also.empty() ? work.finish(ActKind::Read) : fail(Refusal::NotYourTurn);
    }

    work.set(body.on, AssignmentState::Approved);
    bool running = true;
    const auto advance = [&] {
        if (work.complete(*step)) {
            work.skipRest(*step);
            running = work.openNext();
        }
    };
    advance();
    // 兼務: a person who reviewed is not asked again where they alone come next in the line; whoever is consulted or
    // examines speaks in another capacity and says so by an own act (domain.md 8.2 rule 3).
    bool mayFollow = step->kind == StepKind::Review;
    for (const AssignmentRef also : body.also) {
        const Assignment *assignment = work.assignment(also);
        const Step *next = work.step(also.step);
        if (!mayFollow || !assignment || work.state(also) != AssignmentState::Open || next->assignments.size() != 1
            || (next->kind != StepKind::Review && next->kind != StepKind::Decide))
            return fail(Refusal::NotYourTurn);
        if (const auto *person = std::get_if<StaffId>(&assignment->who);
            person && *person != capacity.principal.value_or(capacity.actor))
            return fail(Refusal::NotYourTurn);
        step = next;
        mayFollow = step->kind == StepKind::Review;
        work.set(also, AssignmentState::Approved);
        advance();
    }
    work.become(running ? CaseState::Running : CaseState::Decided);
    return work.finish(ActKind::Approve);
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Returned &body)
{
    const ActKind act = body.toStep ? ActKind::ReturnToStep : ActKind::ReturnToDrafter;
    Workings work(before, before.steps, before.round, before.state);
    if (const auto problem = turnProblem(work, before, capacity, act, body.on))
        return fail(*problem);
    if (saysNothing(body.reason))
        return fail(Refusal::ReasonMissing);
    work.grant(capacity.actor);
    if (!body.toStep) {
        work.set(body.on, AssignmentState::Returned);
        work.voidRest();
        work.become(CaseState::Returned);
        return work.finish(act);
    }
    const Step *target = work.step(*body.toStep);
    if (!target || !target->blocks() || target->no >= body.on.step)
        return fail(Refusal::NoSuchStep);
    work.rewindTo(*target);
    return work.finish(act);
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Rejected &body)
{
    Workings work(before, before.steps, before.round, CaseState::Rejected);
    if (const auto problem = turnProblem(work, before, capacity, ActKind::Reject, body.on))
        return fail(*problem);
    if (work.step(body.on.step)->kind == StepKind::Consult)
        return fail(Refusal::ConsultCannotReject);
    if (saysNothing(body.reason))
        return fail(Refusal::ReasonMissing);
    work.grant(capacity.actor);
    work.set(body.on, AssignmentState::Rejected);
    work.voidRest();
    return work.finish(ActKind::Reject);
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Withdrawn &)
{
    if (const auto problem = drafterProblem(before, capacity, ActKind::Withdraw))
        return fail(*problem);
    if (before.moved)
        return fail(Refusal::AlreadyMoved);
    Workings work(before, before.steps, before.round, CaseState::Withdrawn);
    work.voidRest();
    return work.finish(ActKind::Withdraw);
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Cancelled &body)
{
    if (const auto problem = drafterProblem(before, capacity, ActKind::Cancel))
        return fail(*problem);
    if (saysNothing(body.reason))
        return fail(Refusal::ReasonMissing);
    Workings work(before, before.steps, before.round, CaseState::Cancelled);
    work.voidRest();
    return work.finish(ActKind::Cancel);
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Commented &body)
{
    if (!mayHappen(ActKind::Comment, before.state))
        return fail(refusalIn(before.state));
    if (capacity.post || capacity.principal)
        return fail(Refusal::NotYourTurn); // a remark is everybody's own
    if (saysNothing(body.text))
        return fail(Refusal::ReasonMissing);
    Workings work(before, before.steps, before.round, before.state);
    return work.finish(ActKind::Comment);
}

} // namespace

Result<Effects, Refusal> effectsOf(const Case &before, const Capacity &capacity, const EventBody &body)
{
    return std::visit([&](const auto &b) { return effects(before, capacity, b); }, body);
}

} // namespace kessai
