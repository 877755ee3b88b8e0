// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/effects.h"

#include "core/cases/engine.h"
#include "core/cases/extension.h"
#include "core/cases/statetable.h"
#include "core/cases/workings.h"

#include <algorithm>

namespace kessai {

namespace {

/// What a route must be for a round to begin with it, whoever resolved it. A route nobody decides on, because nobody is above the
/// drafter, only tells others (domain.md 8.2 rule 2).
std::optional<Refusal> routeProblem(const Route &route)
{
    bool blocks = false;
    bool decided = false;
    for (size_t i = 0; i < route.steps.size(); ++i) {
        const Step &step = route.steps[i];
        const int asked = int(step.assignments.size());
        if (asked == 0)
            return Refusal::EmptyStep;
        if (decided && step.blocks() && step.kind != StepKind::Examine)
            return Refusal::NoDecider; // the decision would not be the last word of the line
        decided = decided || step.kind == StepKind::Decide;
        blocks = blocks || step.blocks();
        const bool fits = step.needed >= 1 && step.needed <= asked
            && step.needed == neededBy(step.rule, asked, step.needed)
            && (step.kind == StepKind::Consult || step.objection == Objection::Returns);
        if (step.no != int(i) + 1 || !fits)
            return Refusal::Damaged;
        for (size_t k = 0; k < step.assignments.size(); ++k) {
            const Assignment &assignment = step.assignments[k];
            if (assignment.no != int(k) + 1 || assignment.state != AssignmentState::Waiting)
                return Refusal::Damaged;
        }
    }
    return decided == blocks && !route.steps.empty() ? std::nullopt : std::optional(Refusal::NoDecider);
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

bool tookOtherPart(const Case &before, const Capacity &capacity, StepKind kind)
{
    return before.tookOtherPart(capacity.actor, kind)
        || (capacity.principal && before.tookOtherPart(*capacity.principal, kind));
}

/// Whether somebody claims to act on an assignment in a capacity in which it can be acted on at all. Who holds the post, and who
/// is a listed stand-in, is for decide and the notary to know; this is what the record alone can tell.
std::optional<Refusal> capacityProblem(const Case &before, const Capacity &capacity, Manner manner, const Step &step,
                                       const Assignment &assignment)
{
    if (step.blocks()
        && (before.filedBy(capacity.actor) || (capacity.principal && before.filedBy(*capacity.principal))))
        return Refusal::OwnCase;
    if (assignment.state != AssignmentState::PostReview && tookOtherPart(before, capacity, step.kind))
        return Refusal::PartTaken;
    if (capacity.principal == capacity.actor)
        return Refusal::NotYourTurn;
    const auto *post = std::get_if<PostId>(&assignment.who);
    if (manner == Manner::Acting) {
        // A stand-in acts for the post that is listed, in person.
        const bool fits = post && capacity.post && *capacity.post != *post && !capacity.principal;
        return fits ? std::nullopt : std::optional(Refusal::NotYourTurn);
    }
    if (assignment.state == AssignmentState::PostReview && capacity.principal)
        return Refusal::NotYourTurn; // what passed somebody over they read themselves
    if (post)
        return capacity.post == *post ? std::nullopt : std::optional(Refusal::NotYourTurn);
    const StaffId person = std::get<StaffId>(assignment.who);
    const bool fits = !capacity.post && capacity.principal.value_or(capacity.actor) == person;
    return fits ? std::nullopt : std::optional(Refusal::NotYourTurn);
}

/// An act of the drafter on their own case, not on an assignment: neither for a post nor for somebody else. The first submission may be
/// filed for them; who may do that is for decide and the notary to know. Whoever did takes it back and gives it up as they could.
std::optional<Refusal> drafterProblem(const Case &before, const Capacity &capacity, ActKind act)
{
    const bool filed = act == ActKind::Submit && before.seq == 0 && capacity.principal == before.drafter
        && capacity.actor != before.drafter;
    const bool filersOwn = capacity.actor == before.filer && (act == ActKind::Withdraw || act == ActKind::Cancel);
    if (capacity.actor != before.drafter && !filed && !filersOwn)
        return Refusal::NotDrafter;
    if (!mayHappen(act, before.state))
        return refusalIn(before.state);
    if ((capacity.principal && !filed) || (capacity.post && act != ActKind::Submit))
        return Refusal::NotDrafter;
    return std::nullopt;
}

/// Whether an assignment that is not open may be acted on out of turn: everything that is missing before it is reviews of the line.
std::optional<Refusal> pullUpProblem(const Workings &work, const Case &before, const Step &step, AssignmentState state)
{
    if (!step.inLine() || state != AssignmentState::Waiting)
        return state == AssignmentState::Open || state == AssignmentState::Waiting ? Refusal::NotYourTurn
                                                                                   : Refusal::AlreadyActed;
    for (const Step &earlier : before.steps) {
        if (earlier.no < step.no && earlier.blocks() && earlier.kind != StepKind::Review && !work.complete(earlier))
            return Refusal::OthersFirst;
    }
    return std::nullopt;
}

/// Whether a stand-in may decide at all.
std::optional<Refusal> actingProblem(const Case &before, const Step &step, AssignmentState state)
{
    if (step.kind != StepKind::Decide || state != AssignmentState::Open)
        return Refusal::NotYourTurn;
    return before.important || before.contested() ? std::optional(Refusal::DeciderOnly) : std::nullopt;
}

/// Whether the assignment an act names is there to be acted on, by this actor in this manner.
std::optional<Refusal> turnProblem(const Workings &work, const Case &before, const Capacity &capacity, ActKind act,
                                   AssignmentRef on, Manner manner = Manner::Own)
{
    const Assignment *assignment = work.assignment(on);
    if (!assignment)
        return mayHappen(act, before.state) ? Refusal::NotYourTurn : refusalIn(before.state);
    const Step &step = *work.step(on.step);
    const AssignmentState state = assignment->state;
    const auto capacityFault = capacityProblem(before, capacity, manner, step, *assignment);
    if (capacityFault == Refusal::OwnCase || capacityFault == Refusal::PartTaken)
        return capacityFault;
    const bool reads = !step.blocks() || state == AssignmentState::PostReview;
    if (!mayHappen(reads ? ActKind::Read : act, before.state))
        return refusalIn(before.state);
    if (reads && (act != ActKind::Approve || manner != Manner::Own))
        return Refusal::NotYourTurn; // what is only to be read can be read, not judged
    if (manner == Manner::PullUp) {
        if (const auto problem = pullUpProblem(work, before, step, state))
            return problem;
        return capacityFault;
    }
    if (manner == Manner::Acting) {
        if (const auto problem = actingProblem(before, step, state))
            return problem;
        return capacityFault;
    }
    switch (state) {
    case AssignmentState::Open:
    case AssignmentState::PostReview: return capacityFault;
    case AssignmentState::Approved:
    case AssignmentState::Read:
    case AssignmentState::Skipped:
    case AssignmentState::Returned:
    case AssignmentState::Rejected:
    case AssignmentState::PostReviewed:
    case AssignmentState::Objected: return Refusal::AlreadyActed;
    case AssignmentState::Waiting:
    case AssignmentState::Void: return Refusal::NotYourTurn;
    }
    return Refusal::NotYourTurn;
}

/// Whether a submission is of what the round before was about: the same content, file by file, which moves the same.
bool saysTheSame(const Case &before, const Submitted &body)
{
    return body.contentDigest == before.contentDigest && body.postings == before.postings;
}

/// Keeps the marks of those steps that stood in the last round exactly as they stand in the new one. Where they are enough the others
/// are not asked; where they are not, everybody else is, whatever became of them.
std::optional<Refusal> keepMarks(Workings &work, const Case &before, const Submitted &body)
{
    int last = 0;
    for (const int no : body.kept) {
        const Step *step = work.step(no);
        if (no <= last || !step || (step->kind == StepKind::Decide && !saysTheSame(before, body)))
            return Refusal::Damaged;
        last = no;
        const auto old = std::find_if(before.steps.begin(), before.steps.end(),
                                      [&](const Step &earlier) { return sameStep(earlier, *step); });
        if (before.round < 1 || old == before.steps.end())
            return Refusal::Damaged;
        const auto stand = std::count_if(old->assignments.begin(), old->assignments.end(),
                                         [](const Assignment &a) { return mayBeKept(a.state); });
        if (stand == 0)
            return Refusal::Damaged;
        for (const Assignment &assignment : old->assignments) {
            if (mayBeKept(assignment.state))
                work.keep({no, assignment.no}, assignment.state);
            else if (step->blocks() && stand >= step->needed)
                work.keep({no, assignment.no}, AssignmentState::Skipped);
        }
    }
    return std::nullopt;
}

/// Whether marks stand where they may: a decision does only where whatever is asked again lies behind it, and behind one that is asked
/// again nothing does, since what was examined is what was ordered.
bool standInOrder(const Workings &work, const Route &route, const std::vector<int> &kept)
{
    bool asked = false;
    bool decisionAsked = false;
    bool decisionStands = false;
    for (const Step &step : route.steps) {
        const bool stands = std::find(kept.begin(), kept.end(), step.no) != kept.end();
        const bool decides = step.kind == StepKind::Decide;
        if (stands && step.blocks() && (decisionAsked || (decides && asked)))
            return false;
        asked = asked || (step.blocks() && !work.complete(step));
        decisionAsked = decisionAsked || (decides && asked);
        decisionStands = decisionStands || (decides && stands);
    }
    return asked || !decisionStands; // nobody but an examiner sends a decided case on
}

/// Superiors in the line may look at what is on its way to them, so that they can pull it up.
void grantLine(Workings &work, const std::vector<Step> &steps)
{
    for (const Step &step : steps) {
        if (!step.inLine())
            continue;
        for (const Assignment &assignment : step.assignments)
            work.grant(assignment.who);
    }
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
    work.passOver(body.passed);
    if (const auto problem = keepMarks(work, before, body))
        return fail(*problem);
    const bool asks = work.openNext();
    if (!standInOrder(work, body.route, body.kept))
        return fail(Refusal::Damaged);
    if (!asks)
        work.become(CaseState::Decided);
    grantLine(work, body.route.steps);
    if (capacity.principal)
        work.grant(capacity.actor);
    return work.finish(ActKind::Submit);
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Approved &body)
{
    Workings work(before, before.steps, before.round, before.state);
    work.passOver(body.passed);
    if (const auto problem = turnProblem(work, before, capacity, ActKind::Approve, body.on, body.manner))
        return fail(*problem);
    const Step *step = work.step(body.on.step);
    const bool afterwards = work.state(body.on) == AssignmentState::PostReview;
    work.grant(capacity.actor);
    if (!step->blocks() || afterwards) {
        work.set(body.on, afterwards ? AssignmentState::PostReviewed : AssignmentState::Read);
        return body.also.empty() ? work.finish(ActKind::Read) : fail(Refusal::NotYourTurn);
    }
    if (body.manner != Manner::Own && !body.also.empty())
        return fail(Refusal::NotYourTurn);
    if (body.manner == Manner::PullUp && saysNothing(body.comment))
        return fail(Refusal::ReasonMissing);
    work.set(body.on, body.manner == Manner::Acting ? AssignmentState::PostReview : AssignmentState::Approved);
    if (body.manner == Manner::PullUp)
        work.passOverBefore(*step);

    bool running = true;
    const auto advance = [&] {
        if (work.complete(*step))
            work.skipRest(*step);
        running = work.openNext();
    };
    advance();
    // 兼務: a person who reviewed is not asked again where they alone come next in the line; whoever is consulted or
    // examines speaks in another capacity and says so by an own act (domain.md 8.2 rule 3).
    bool mayFollow = step->kind == StepKind::Review;
    for (const AssignmentRef also : body.also) {
        const Assignment *assignment = work.assignment(also);
        const Step *next = work.step(also.step);
        if (!mayFollow || !assignment || work.state(also) != AssignmentState::Open || next->assignments.size() != 1
            || !next->inLine())
            return fail(Refusal::NotYourTurn);
        if (tookOtherPart(before, capacity, next->kind))
            return fail(Refusal::PartTaken);
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
    if (const auto problem = turnProblem(work, before, capacity, act, body.on, body.manner))
        return fail(*problem);
    if (saysNothing(body.reason))
        return fail(Refusal::ReasonMissing);
    if (body.manner == Manner::Acting)
        return fail(Refusal::NotYourTurn); // a stand-in decides or leaves it to the decider
    work.grant(capacity.actor);
    if (!body.toStep) {
        work.set(body.on, AssignmentState::Returned);
        work.voidRest();
        work.become(CaseState::Returned);
        return work.finish(act);
    }
    const Step *target = work.step(*body.toStep);
    if (!target || !target->blocks() || target->no >= body.on.step || body.manner != Manner::Own)
        return fail(Refusal::NoSuchStep);
    work.rewindTo(*target);
    return work.finish(act);
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Rejected &body)
{
    Workings work(before, before.steps, before.round, CaseState::Rejected);
    if (const auto problem = turnProblem(work, before, capacity, ActKind::Reject, body.on, body.manner))
        return fail(*problem);
    if (work.step(body.on.step)->kind == StepKind::Consult)
        return fail(Refusal::ConsultCannotReject);
    if (isBehindDecision(before.steps, *work.step(body.on.step)))
        return fail(Refusal::OrderedCannotReject);
    if (saysNothing(body.reason))
        return fail(Refusal::ReasonMissing);
    if (body.manner == Manner::Acting)
        return fail(Refusal::NotYourTurn);
    work.grant(capacity.actor);
    work.set(body.on, AssignmentState::Rejected);
    work.voidRest();
    return work.finish(ActKind::Reject);
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Objected &body)
{
    Workings work(before, before.steps, before.round, CaseState::Running);
    work.passOver(body.passed);
    if (const auto problem = turnProblem(work, before, capacity, ActKind::Object, body.on))
        return fail(*problem);
    const Step &step = *work.step(body.on.step);
    if (step.kind != StepKind::Consult)
        return fail(Refusal::NotYourTurn); // whoever is in the line returns or rejects
    if (saysNothing(body.reason))
        return fail(Refusal::ReasonMissing);
    work.grant(capacity.actor);
    work.set(body.on, AssignmentState::Objected);
    if (work.standing(step) == Standing::Failed) {
        if (step.objection == Objection::Refers) {
            work.skipRest(step);
            work.openNext();
        } else {
            work.voidRest();
            work.become(CaseState::Returned);
        }
    }
    return work.finish(ActKind::Object);
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Extended &body)
{
    const Workings sofar(before, before.steps, before.round, before.state);
    if (const auto problem = turnProblem(sofar, before, capacity, ActKind::Extend, body.on))
        return fail(*problem);
    if (saysNothing(body.reason))
        return fail(Refusal::ReasonMissing);
    const auto steps = extendedSteps(before.steps, body);
    if (!steps)
        return fail(Refusal::NoSuchStep);
    const bool asksDrafter =
        std::any_of(body.step.assignments.begin(), body.step.assignments.end(), [&](const Assignment &a) {
            const auto *person = std::get_if<StaffId>(&a.who);
            return person && before.filedBy(*person);
        });
    if (body.step.blocks() && asksDrafter)
        return fail(Refusal::OwnCase);
    Workings work(before, *steps, before.round + 1, CaseState::Running);
    work.grant(capacity.actor);
    if (body.step.no == body.on.step) {
        // Asked before: the new step opens, and the actor's own waits for it, unless it only tells others.
        work.openNext();
        if (body.step.blocks()) {
            for (const Assignment &assignment : (*steps)[size_t(body.on.step)].assignments)
                work.set({body.on.step + 1, assignment.no}, AssignmentState::Waiting);
        }
    }
    grantLine(work, *steps);
    return work.finish(ActKind::Extend);
}

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Withdrawn &)
{
    if (const auto problem = drafterProblem(before, capacity, ActKind::Withdraw))
        return fail(*problem);
    if (before.awaitsExamination())
        return fail(Refusal::OrderStands);
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
    if (before.awaitsExamination())
        return fail(Refusal::OrderStands);
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

Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Reminded &)
{
    if (const auto problem = drafterProblem(before, capacity, ActKind::Remind))
        return fail(*problem);
    return Workings(before, before.steps, before.round, before.state).finish(ActKind::Remind);
}

/// Nothing that was done changes, and nobody else is asked: what waits waits for another post.
Result<Effects, Refusal> effects(const Case &before, const Capacity &capacity, const Rerouted &body)
{
    if (!mayHappen(ActKind::Reroute, before.state))
        return fail(refusalIn(before.state));
    if (capacity.post || capacity.principal)
        return fail(Refusal::NotYourTurn);
    if (before.filedBy(capacity.actor))
        return fail(Refusal::OwnCase);
    Workings work(before, before.steps, before.round, before.state);
    const Assignment *seat = work.assignment(body.seat);
    if (!seat || seat->state != AssignmentState::Open)
        return fail(Refusal::NoSuchStep);
    const Step &step = *work.step(body.seat.step);
    const bool there = std::any_of(step.assignments.begin(), step.assignments.end(),
                                   [&](const Assignment &one) { return one.who == Assignee(body.post); });
    if (!step.blocks() || there)
        return fail(Refusal::NoSuchStep);
    if (saysNothing(body.reason))
        return fail(Refusal::ReasonMissing);
    work.grant(body.post);
    return work.finish(ActKind::Reroute);
}

/// Those of `named` whom the effects do pass over, in the order of the effects.
std::vector<AssignmentRef> reallyPassed(const std::vector<AssignmentRef> &named, const Effects &effects)
{
    std::vector<AssignmentRef> passed;
    for (const Effects::Change &change : effects.changes) {
        if (change.to == AssignmentState::PostReview && std::find(named.begin(), named.end(), change.on) != named.end())
            passed.push_back(change.on);
    }
    return passed;
}

Result<Effects, Refusal> effectsOfAny(const Case &before, const Capacity &capacity, const EventBody &body)
{
    return std::visit([&](const auto &b) { return effects(before, capacity, b); }, body);
}

} // namespace

Result<ProposedEvent, Refusal> proposeEvent(const Case &before, const Capacity &capacity, EventBody body)
{
    auto effects = effectsOfAny(before, capacity, body);
    if (!effects)
        return fail(effects.error());
    std::visit(
        [&](auto &b) {
            if constexpr (requires { b.passed; })
                b.passed = reallyPassed(b.passed, *effects);
        },
        body);
    return ProposedEvent{capacity, std::move(body), std::move(effects).value()};
}

Result<Effects, Refusal> effectsOf(const Case &before, const Capacity &capacity, const EventBody &body)
{
    auto effects = effectsOfAny(before, capacity, body);
    const std::vector<AssignmentRef> passed = passedIn(body);
    if (effects && reallyPassed(passed, *effects) != passed)
        return fail(Refusal::Damaged);
    return effects;
}

} // namespace kessai
