// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/invariants.h"

#include "core/store/reader.h"
#include "core/store/roundstate.h"

#include <algorithm>
#include <climits>
#include <tuple>

namespace kessai {

namespace {

using State = AssignmentState;

/// Which changes an act may make at all; what they add up to is judged afterwards.
struct AllowedChange {
    const LockedCase &file;
    const EventBody &body;
    const std::vector<Step> &steps;

    bool operator()(const Effects::Change &change, State from) const
    {
        const Step &step = *stepIn(steps, change.on.step);
        return std::visit([&](const auto &act) { return allows(act, change, from, step); }, body);
    }

private:
    static bool ends(State from, State to)
    {
        return (from == State::Open || from == State::Waiting || from == State::PostReview) && to == State::Void;
    }
    bool opens(const Effects::Change &change, State from) const
    {
        return from == State::Waiting
            && (change.to == State::Open || (change.to == State::PostReview && among(passedIn(body), change.on)));
    }
    bool allows(const Submitted &act, const Effects::Change &change, State from, const Step &step) const
    {
        if (opens(change, from))
            return true;
        const bool named = std::find(act.kept.begin(), act.kept.end(), step.no) != act.kept.end();
        return named && from == State::Waiting && keptMark(file, step, change.on.no) == change.to;
    }
    bool allows(const Approved &act, const Effects::Change &change, State from, const Step &step) const
    {
        const State to = change.to;
        if (among(actedOn(body), change.on)) {
            if (circulates(step))
                return from == State::Open && to == State::Read;
            if (from == State::PostReview)
                return to == State::PostReviewed;
            if (act.manner == Manner::Acting)
                return from == State::Open && to == State::PostReview;
            if (act.manner == Manner::PullUp)
                return from == State::Waiting && to == State::Approved;
            return (from == State::Open && to == State::Approved) || (from == State::Waiting && to == State::Open);
        }
        const bool asked = from == State::Open || from == State::Waiting;
        if (opens(change, from))
            return true;
        if (asked && to == State::Skipped && !circulates(step))
            return step.no == act.on.step;
        return act.manner == Manner::PullUp && step.no < act.on.step && step.kind == StepKind::Review && asked
            && to == State::PostReview;
    }
    bool allows(const Returned &act, const Effects::Change &change, State from, const Step &step) const
    {
        if (!act.toStep)
            return judges(act.on, act.manner, State::Returned, change, from);
        const bool done = from == State::Approved || from == State::Skipped || from == State::PostReview
            || from == State::PostReviewed || from == State::Objected;
        if (change.on.step == *act.toStep)
            return change.to == State::Open && done;
        return change.on.step > *act.toStep && change.to == State::Waiting
            && (from == State::Open || (!circulates(step) && done));
    }
    bool allows(const Rejected &act, const Effects::Change &change, State from, const Step &) const
    {
        return judges(act.on, act.manner, State::Rejected, change, from);
    }
    bool allows(const Objected &act, const Effects::Change &change, State from, const Step &step) const
    {
        if (change.on == act.on)
            return from == State::Open && change.to == State::Objected;
        return opens(change, from) || ends(from, change.to)
            || (from == State::Open && change.to == State::Skipped && step.no == act.on.step);
    }
    /// Asked first: the new step opens, and those who were asked wait behind it.
    bool allows(const Extended &act, const Effects::Change &change, State from, const Step &step) const
    {
        if (act.step.no != act.on.step)
            return false;
        return (step.no == act.on.step && from == State::Waiting && change.to == State::Open)
            || (step.no == act.on.step + 1 && from == State::Open && change.to == State::Waiting);
    }
    bool allows(const Withdrawn &, const Effects::Change &change, State from, const Step &) const
    {
        return ends(from, change.to);
    }
    bool allows(const Cancelled &, const Effects::Change &change, State from, const Step &) const
    {
        return ends(from, change.to);
    }
    bool allows(const Commented &, const Effects::Change &, State, const Step &) const { return false; }
    bool allows(const Reminded &, const Effects::Change &, State, const Step &) const { return false; }
    bool allows(const Rerouted &, const Effects::Change &, State, const Step &) const { return false; }

    static bool judges(AssignmentRef on, Manner manner, State mark, const Effects::Change &change, State from)
    {
        if (change.on == on)
            return from == (manner == Manner::PullUp ? State::Waiting : State::Open) && change.to == mark;
        return ends(from, change.to);
    }
};

CaseState endOf(const EventBody &body, CaseState before, const std::vector<Step> &after)
{
    const bool blockingLeft =
        std::any_of(after.begin(), after.end(), [](const Step &step) { return !circulates(step) && !isDone(step); });
    const bool refused = std::any_of(after.begin(), after.end(), [](const Step &step) {
        return !circulates(step) && step.objection == Objection::Returns && cannotAgree(step);
    });
    if (std::holds_alternative<Objected>(body) && refused)
        return CaseState::Returned;
    if (std::holds_alternative<Rejected>(body))
        return CaseState::Rejected;
    if (std::holds_alternative<Withdrawn>(body))
        return CaseState::Withdrawn;
    if (std::holds_alternative<Cancelled>(body))
        return CaseState::Cancelled;
    if (std::holds_alternative<Commented>(body) || std::holds_alternative<Reminded>(body)
        || std::holds_alternative<Rerouted>(body))
        return before;
    if (const auto *returned = std::get_if<Returned>(&body); returned && !returned->toStep)
        return CaseState::Returned;
    return blockingLeft ? CaseState::Running : CaseState::Decided;
}

PostingState ledgerIn(CaseState state)
{
    if (state == CaseState::Running)
        return PostingState::Reserved;
    return state == CaseState::Decided ? PostingState::Used : PostingState::Void;
}

/// Whether a round that goes on, or is decided, stands as it must: up to the first incomplete blocking step everything is done or
/// asked, in it everybody who has not answered is asked, behind it nobody is, though kept marks may stand there up to the decision,
/// unless the case was just returned to a step: whatever came after it is asked again.
bool standsInOrder(const std::vector<Step> &steps, bool rewound)
{
    bool reached = true;      // everything blocking so far is complete
    bool undecided = rewound; // no mark stands behind what is asked
    for (const Step &step : steps) {
        const bool here = reached && !circulates(step) && !isDone(step);
        undecided = undecided || (!reached && step.kind == StepKind::Decide);
        const bool fine = std::all_of(step.assignments.begin(), step.assignments.end(), [&](const Assignment &a) {
            const bool passed = a.state == State::PostReview || a.state == State::PostReviewed;
            if (circulates(step))
                return a.state == State::Read || a.state == (reached ? State::Open : State::Waiting);
            if (here)
                return a.state == State::Approved || a.state == State::Open || a.state == State::Objected || passed;
            if (reached)
                return a.state == State::Approved || a.state == State::Skipped || a.state == State::Objected || passed;
            const bool kept = a.state == State::Approved || a.state == State::PostReviewed
                || (a.state == State::Skipped && enoughAgreed(step));
            return a.state == State::Waiting || (kept && !undecided);
        });
        if (!fine)
            return false;
        undecided = undecided || (here && step.kind == StepKind::Decide);
        reached = reached && !here;
    }
    return true;
}

/// Whether every mark of the steps kept stands, not some of them.
bool marksStand(const LockedCase &file, const Submitted &submitted, const std::vector<Step> &after)
{
    return std::all_of(submitted.kept.begin(), submitted.kept.end(), [&](int number) {
        const Step &step = *stepIn(after, number);
        return std::all_of(step.assignments.begin(), step.assignments.end(), [&](const Assignment &a) {
            return keptMark(file, step, a.no).value_or(a.state) == a.state;
        });
    });
}

/// The number of the first blocking step that is not complete; none when there is none.
std::optional<int> hereIn(const std::vector<Step> &steps)
{
    for (const Step &step : steps) {
        if (!circulates(step) && !isDone(step))
            return step.no;
    }
    return std::nullopt;
}

bool nobodyIsAsked(const std::vector<Step> &steps)
{
    return std::all_of(steps.begin(), steps.end(), [](const Step &step) {
        return std::none_of(step.assignments.begin(), step.assignments.end(), [](const Assignment &a) {
            return a.state == State::Open || a.state == State::Waiting || a.state == State::PostReview;
        });
    });
}

/// Whether the changes come in the one order readers expect: what was acted on first, then along the route.
bool inOrder(const std::vector<Effects::Change> &changes, const EventBody &body)
{
    const auto *returned = std::get_if<Returned>(&body);
    const bool actedFirst =
        !actedOn(body).empty() && !(returned && returned->toStep) && !std::holds_alternative<Extended>(body);
    if (actedFirst && (changes.empty() || changes.front().on != actedOn(body).front()))
        return false;
    const auto place = [](const Effects::Change &c) { return std::tuple(c.on.step, c.on.no, int(c.to)); };
    return std::is_sorted(changes.begin() + (actedFirst ? 1 : 0), changes.end(),
                          [&](const auto &a, const auto &b) { return place(a) < place(b); });
}

/// Whether the readers added are who acted, who was asked or passed over by this act, and at the beginning of a round its line, in this
/// order; neither more nor fewer.
bool grantsAreRight(const LockedCase &file, const ProposedEvent &event, const std::vector<Step> &steps)
{
    std::vector<qint64> expected;
    const auto expect = [&](qint64 party) {
        const auto among = [party](const std::vector<qint64> &all) {
            return std::find(all.begin(), all.end(), party) != all.end();
        };
        if (party != file.drafter.value() && !among(file.access) && !among(expected))
            expected.push_back(party);
    };
    if (!actedOn(event.body).empty())
        expect(event.capacity.actor.value());
    for (const Effects::Change &change : event.effects.changes) {
        if (change.to != State::Open && change.to != State::PostReview)
            continue;
        const Step *step = stepIn(steps, change.on.step);
        for (const Assignment &assignment : step->assignments) {
            if (assignment.no == change.on.no)
                expect(toParty(assignment.who));
        }
    }
    if (const auto *rerouted = std::get_if<Rerouted>(&event.body))
        expect(toParty(rerouted->post));
    // Superiors in the line may look at what is on its way to them.
    if (std::holds_alternative<Submitted>(event.body) || std::holds_alternative<Extended>(event.body)) {
        for (const Step &step : steps) {
            for (const Assignment &assignment : step.assignments) {
                if (isLine(step))
                    expect(toParty(assignment.who));
            }
        }
    }
    if (std::holds_alternative<Submitted>(event.body) && event.capacity.principal)
        expect(event.capacity.actor.value());
    std::vector<qint64> granted;
    for (const Assignee &who : event.effects.access)
        granted.push_back(toParty(who));
    return expected == granted;
}

} // namespace

Result<> checkEffects(const LockedCase &file, const ProposedEvent &event, std::vector<Step> steps)
{
    const Effects &effects = event.effects;
    const bool begins = std::holds_alternative<Submitted>(event.body) || std::holds_alternative<Extended>(event.body);
    if (effects.round != file.round + (begins ? 1 : 0))
        return falseEffects("the effects are on another round");
    if (!inOrder(effects.changes, event.body))
        return falseEffects("the effects are not in order");

    const AllowedChange allowed{file, event.body, steps};
    std::vector<Step> after = steps;
    std::vector<AssignmentRef> passed;
    const std::vector<AssignmentRef> named = passedIn(event.body);
    for (const Effects::Change &change : effects.changes) {
        Assignment *seat = seatIn(after, change.on);
        if (!seat || !allowed(change, seat->state))
            return falseEffects("the effects change what the act does not");
        seat->state = change.to;
        if (change.to == State::PostReview && among(named, change.on))
            passed.push_back(change.on);
    }
    if (passed != named)
        return falseEffects("those passed over are not those named");
    if (const auto *submitted = std::get_if<Submitted>(&event.body); submitted && !marksStand(file, *submitted, after))
        return falseEffects("a mark is kept that does not stand");
    const auto *returned = std::get_if<Returned>(&event.body);
    const bool toStep = returned && returned->toStep;
    // An extension leaves open what it is on, which may have another number in the new round.
    if (!toStep && !std::holds_alternative<Extended>(event.body)) {
        for (const AssignmentRef on : actedOn(event.body)) {
            const Assignment *seat = seatIn(after, on);
            if (!seat || seat->state == State::Open || seat->state == State::Waiting)
                return falseEffects("the effects leave open what was acted on");
        }
    }

    if (effects.state != endOf(event.body, file.state, after))
        return falseEffects("the case's state is not what the act makes it");
    // A decision that stands from the round before is not given anew by whoever submits.
    if (std::holds_alternative<Submitted>(event.body) && effects.state == CaseState::Decided
        && !std::all_of(after.begin(), after.end(), circulates))
        return falseEffects("a round begins in which nobody is asked");
    if (effects.postings != ledgerIn(effects.state))
        return falseEffects("the postings are not in the state of the case");
    const bool goesOn = effects.state == CaseState::Running || effects.state == CaseState::Decided;
    if (goesOn ? !standsInOrder(after, toStep) : !nobodyIsAsked(after))
        return falseEffects("a step is open before its time, or nobody is asked");
    if (goesOn && mannerOf(event.body) == Manner::PullUp
        && hereIn(after).value_or(INT_MAX) < actedOn(event.body).front().step)
        return falseEffects("a pull-up leaves open what it passes over");
    if (!grantsAreRight(file, event, steps))
        return falseEffects("those who may read are not those who were asked");
    if (toStep) {
        const auto &asked = stepIn(after, *returned->toStep)->assignments;
        if (!std::all_of(asked.begin(), asked.end(), [](const Assignment &a) { return a.state == State::Open; }))
            return falseEffects("the step returned to is not open");
    }
    return {};
}

} // namespace kessai
