// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/invariants.h"

#include "core/store/reader.h"

#include <algorithm>
#include <tuple>

namespace kessai {

namespace {

using State = AssignmentState;

Fail<Error> no(Refusal refusal)
{
    return fail(Error::refused(refusal));
}

Fail<Error> falseEffects(const char *why)
{
    return fail(ErrorCode::Invalid, QLatin1String(why));
}

bool circulates(const Step &step)
{
    return step.kind == StepKind::Circulate;
}

bool enoughAgreed(const Step &step)
{
    const auto agreed = std::count_if(step.assignments.begin(), step.assignments.end(), [](const Assignment &a) {
        return a.state == State::Approved || a.state == State::Read;
    });
    return agreed >= step.needed;
}

Assignment *seatIn(std::vector<Step> &steps, AssignmentRef on)
{
    for (Step &step : steps) {
        if (step.no != on.step)
            continue;
        for (Assignment &assignment : step.assignments) {
            if (assignment.no == on.no)
                return &assignment;
        }
    }
    return nullptr;
}

const Step *stepIn(const std::vector<Step> &steps, int number)
{
    for (const Step &step : steps) {
        if (step.no == number)
            return &step;
    }
    return nullptr;
}

bool blank(const QString &text)
{
    return text.trimmed().isEmpty();
}

Fail<Error> wrongIn(CaseState state)
{
    return no(state == CaseState::Decided ? Refusal::AlreadyDecided : Refusal::WrongState);
}

bool mayBeCorrected(CaseState state)
{
    return state == CaseState::Returned || state == CaseState::Withdrawn;
}

/// Which changes an act may make at all; what they add up to is judged afterwards.
struct AllowedChange {
    const EventBody &body;
    const std::vector<Step> &steps;

    bool operator()(const Effects::Change &change, State from) const
    {
        const auto acted = actedOn(body);
        const bool own = std::find(acted.begin(), acted.end(), change.on) != acted.end();
        const Step *step = stepIn(steps, change.on.step);
        const State to = change.to;
        const bool ends = (from == State::Open || from == State::Waiting) && to == State::Void;
        if (std::holds_alternative<Submitted>(body))
            return from == State::Waiting && to == State::Open;
        if (std::holds_alternative<Approved>(body)) {
            if (own && from == State::Open)
                return to == (circulates(*step) ? State::Read : State::Approved);
            return (from == State::Waiting && to == State::Open)
                || (from == State::Open && to == State::Skipped && !circulates(*step));
        }
        if (const auto *returned = std::get_if<Returned>(&body)) {
            if (!returned->toStep)
                return own ? from == State::Open && to == State::Returned : ends;
            if (change.on.step == *returned->toStep)
                return to == State::Open && (from == State::Approved || from == State::Skipped);
            return change.on.step > *returned->toStep && to == State::Waiting
                && (from == State::Open || (!circulates(*step) && (from == State::Approved || from == State::Skipped)));
        }
        if (std::holds_alternative<Rejected>(body))
            return own ? from == State::Open && to == State::Rejected : ends;
        if (std::holds_alternative<Commented>(body))
            return false;
        return ends; // withdrawn, cancelled
    }
};

CaseState endOf(const EventBody &body, CaseState before, bool blockingLeft)
{
    if (std::holds_alternative<Rejected>(body))
        return CaseState::Rejected;
    if (std::holds_alternative<Withdrawn>(body))
        return CaseState::Withdrawn;
    if (std::holds_alternative<Cancelled>(body))
        return CaseState::Cancelled;
    if (std::holds_alternative<Commented>(body))
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
/// asked, in it everybody who has not agreed is asked, behind it nobody is.
bool standsInOrder(const std::vector<Step> &steps)
{
    bool reached = true; // everything blocking so far is complete
    for (const Step &step : steps) {
        const bool here = reached && !circulates(step) && !enoughAgreed(step);
        const bool fine = std::all_of(step.assignments.begin(), step.assignments.end(), [&](const Assignment &a) {
            if (circulates(step))
                return a.state == State::Read || a.state == (reached ? State::Open : State::Waiting);
            if (here)
                return a.state == State::Approved || a.state == State::Open;
            return reached ? a.state == State::Approved || a.state == State::Skipped : a.state == State::Waiting;
        });
        if (!fine)
            return false;
        reached = reached && !here;
    }
    return true;
}

bool nobodyIsAsked(const std::vector<Step> &steps)
{
    return std::all_of(steps.begin(), steps.end(), [](const Step &step) {
        return std::none_of(step.assignments.begin(), step.assignments.end(),
                            [](const Assignment &a) { return a.state == State::Open || a.state == State::Waiting; });
    });
}

/// Whether the changes come in the one order readers expect: what was acted on first, then along the route.
bool inOrder(const std::vector<Effects::Change> &changes, const EventBody &body)
{
    const auto *returned = std::get_if<Returned>(&body);
    const bool actedFirst = !actedOn(body).empty() && !(returned && returned->toStep);
    if (actedFirst && (changes.empty() || changes.front().on != actedOn(body).front()))
        return false;
    const auto place = [](const Effects::Change &c) { return std::tuple(c.on.step, c.on.no, int(c.to)); };
    return std::is_sorted(changes.begin() + (actedFirst ? 1 : 0), changes.end(),
                          [&](const auto &a, const auto &b) { return place(a) < place(b); });
}

/// Whether the readers added are who acted and who was asked by this act, in this order; neither more nor fewer.
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
        if (change.to != State::Open)
            continue;
        const Step *step = stepIn(steps, change.on.step);
        for (const Assignment &assignment : step->assignments) {
            if (assignment.no == change.on.no)
                expect(toParty(assignment.who));
        }
    }
    std::vector<qint64> granted;
    for (const Assignee &who : event.effects.access)
        granted.push_back(toParty(who));
    return expected == granted;
}

} // namespace

std::vector<AssignmentRef> actedOn(const EventBody &body)
{
    if (const auto *approved = std::get_if<Approved>(&body)) {
        std::vector<AssignmentRef> all{approved->on};
        all.insert(all.end(), approved->also.begin(), approved->also.end());
        return all;
    }
    if (const auto *returned = std::get_if<Returned>(&body))
        return {returned->on};
    if (const auto *rejected = std::get_if<Rejected>(&body))
        return {rejected->on};
    return {};
}

Result<> checkDraftersAct(const LockedCase &file, const ProposedEvent &event)
{
    if (event.capacity.actor != file.drafter)
        return no(Refusal::NotDrafter);
    const bool submits = std::holds_alternative<Submitted>(event.body);
    const bool fits = submits ? file.state == CaseState::Draft || mayBeCorrected(file.state)
        : std::holds_alternative<Withdrawn>(event.body)
        ? file.state == CaseState::Running
        : file.state == CaseState::Running || mayBeCorrected(file.state);
    if (!fits)
        return wrongIn(file.state);
    if (event.capacity.principal || (event.capacity.post && !submits))
        return no(Refusal::NotDrafter);
    if (std::holds_alternative<Withdrawn>(event.body) && file.moved)
        return no(Refusal::AlreadyMoved);
    if (const auto *cancelled = std::get_if<Cancelled>(&event.body); cancelled && blank(cancelled->reason))
        return no(Refusal::ReasonMissing);
    return {};
}

Result<> checkTurn(const LockedCase &file, const ProposedEvent &event)
{
    const std::vector<AssignmentRef> acted = actedOn(event.body);
    std::vector<Step> steps = file.steps;
    const Assignment *seat = seatIn(steps, acted.front());
    if (!seat)
        return file.state == CaseState::Running ? no(Refusal::NotYourTurn) : wrongIn(file.state);
    const Step &step = *stepIn(steps, acted.front().step);
    const Capacity &who = event.capacity;
    if (!circulates(step) && (who.actor == file.drafter || who.principal == file.drafter))
        return no(Refusal::OwnCase);
    const bool reads = circulates(step) && file.state == CaseState::Decided;
    if (file.state != CaseState::Running && !reads)
        return wrongIn(file.state);
    if (circulates(step) && (!std::holds_alternative<Approved>(event.body) || acted.size() > 1))
        return no(Refusal::NotYourTurn);
    if (seat->state == State::Waiting || seat->state == State::Void)
        return no(Refusal::NotYourTurn);
    if (seat->state != State::Open)
        return no(Refusal::AlreadyActed);

    // One act for several steps is for a reviewer who stands alone on the next ones of the line (domain.md 8.2 rule 3).
    StepKind before = step.kind;
    int last = step.no;
    for (size_t i = 1; i < acted.size(); ++i) {
        const Step *next = stepIn(steps, acted[i].step);
        if (before != StepKind::Review || !next || next->no <= last || next->assignments.size() != 1
            || (next->kind != StepKind::Review && next->kind != StepKind::Decide))
            return no(Refusal::NotYourTurn);
        before = next->kind;
        last = next->no;
    }
    if (const auto *returned = std::get_if<Returned>(&event.body)) {
        if (blank(returned->reason))
            return no(Refusal::ReasonMissing);
        const Step *target = returned->toStep ? stepIn(steps, *returned->toStep) : nullptr;
        if (returned->toStep && (!target || circulates(*target) || target->no >= step.no))
            return no(Refusal::NoSuchStep);
    }
    if (const auto *rejected = std::get_if<Rejected>(&event.body)) {
        if (step.kind == StepKind::Consult)
            return no(Refusal::ConsultCannotReject);
        if (blank(rejected->reason))
            return no(Refusal::ReasonMissing);
    }
    return {};
}

Result<> checkRoute(const Route &route)
{
    int stepNo = 0;
    const Step *lastBlocking = nullptr;
    int deciders = 0;
    for (const Step &step : route.steps) {
        const int asked = int(step.assignments.size());
        if (asked == 0)
            return no(Refusal::EmptyStep);
        const bool fits = step.rule == StepRule::All ? step.needed == asked
            : step.rule == StepRule::Any             ? step.needed == 1
                                                     : step.needed >= 1 && step.needed <= asked;
        if (step.no != ++stepNo || !fits)
            return falseEffects("the route's steps are not in order");
        int seatNo = 0;
        for (const Assignment &assignment : step.assignments) {
            if (assignment.no != ++seatNo || assignment.state != State::Waiting || toParty(assignment.who) == 0)
                return falseEffects("the route's assignments are not in order");
        }
        deciders += step.kind == StepKind::Decide ? 1 : 0;
        if (!circulates(step))
            lastBlocking = &step;
    }
    if (!lastBlocking || lastBlocking->kind != StepKind::Decide || deciders != 1)
        return no(Refusal::NoDecider);
    return {};
}

Result<> checkEffects(const LockedCase &file, const ProposedEvent &event, std::vector<Step> steps)
{
    const Effects &effects = event.effects;
    const bool submits = std::holds_alternative<Submitted>(event.body);
    if (effects.round != file.round + (submits ? 1 : 0))
        return falseEffects("the effects are on another round");
    if (!inOrder(effects.changes, event.body))
        return falseEffects("the effects are not in order");
    const AllowedChange allowed{event.body, steps};
    std::vector<Step> after = steps;
    for (const Effects::Change &change : effects.changes) {
        Assignment *seat = seatIn(after, change.on);
        if (!seat || !allowed(change, seat->state))
            return falseEffects("the effects change what the act does not");
        seat->state = change.to;
    }
    const auto acted = actedOn(event.body);
    const bool toStep = std::holds_alternative<Returned>(event.body) && std::get<Returned>(event.body).toStep;
    for (const AssignmentRef on : acted) {
        const Assignment *seat = seatIn(after, on);
        if (!seat || (!toStep && seat->state == State::Open))
            return falseEffects("the effects leave open what was acted on");
    }

    const bool blockingLeft = std::any_of(after.begin(), after.end(),
                                          [](const Step &step) { return !circulates(step) && !enoughAgreed(step); });
    if (effects.state != endOf(event.body, file.state, blockingLeft))
        return falseEffects("the case's state is not what the act makes it");
    if (effects.postings != ledgerIn(effects.state))
        return falseEffects("the postings are not in the state of the case");
    const bool goesOn = effects.state == CaseState::Running || effects.state == CaseState::Decided;
    if (goesOn ? !standsInOrder(after) : !nobodyIsAsked(after))
        return falseEffects("a step is open before its time, or nobody is asked");
    if (!grantsAreRight(file, event, steps))
        return falseEffects("those who may read are not those who were asked");
    if (toStep) {
        const auto &asked = stepIn(after, *std::get<Returned>(event.body).toStep)->assignments;
        if (!std::all_of(asked.begin(), asked.end(), [](const Assignment &a) { return a.state == State::Open; }))
            return falseEffects("the step returned to is not open");
    }
    return {};
}

} // namespace kessai
