// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/invariants.h"

#include <algorithm>
#include <set>

namespace kessai::test {

namespace {

using Fault = std::optional<std::string>;

std::string text(const Assignee &who)
{
    return toText(who).toStdString();
}

bool everyAssignment(const Step &step, AssignmentState state)
{
    return std::all_of(step.assignments.begin(), step.assignments.end(),
                       [state](const Assignment &a) { return a.state == state; });
}

int countOf(const Step &step, AssignmentState state)
{
    return int(std::count_if(step.assignments.begin(), step.assignments.end(),
                             [state](const Assignment &a) { return a.state == state; }));
}

/// Whether anybody but the drafter could act on it.
bool answerable(const Assignee &who, StaffId drafter, const Office &office)
{
    if (const auto *person = std::get_if<StaffId>(&who))
        return *person != drafter && office.staff(*person);
    const std::vector<StaffId> &holders = office.holders(std::get<PostId>(who));
    return std::any_of(holders.begin(), holders.end(), [drafter](StaffId h) { return h != drafter; });
}

bool isEnd(CaseState state)
{
    return state == CaseState::Decided || state == CaseState::Rejected || state == CaseState::Cancelled;
}

} // namespace

Fault routeFault(const Route &route, const RouteRule &rule, const Office &office, StaffId drafter,
                 const QJsonObject &fields)
{
    int decisions = 0;
    std::set<std::string> asked;
    std::set<QString> lines;
    for (size_t i = 0; i < route.steps.size(); ++i) {
        const Step &step = route.steps[i];
        if (step.no != int(i) + 1)
            return "steps are not numbered in order";
        if (decisions > 0 && step.blocks())
            return "a step blocks after the decision";
        decisions += step.kind == StepKind::Decide ? 1 : 0;
        if (!lines.insert(step.line).second)
            return "a line made two steps";
        if (step.assignments.empty() || step.needed < 1 || step.needed > int(step.assignments.size()))
            return "a step cannot be completed";
        if (!everyAssignment(step, AssignmentState::Waiting))
            return "a new route is not all waiting";
        std::set<std::string> inStep;
        for (const Assignment &a : step.assignments) {
            if (!inStep.insert(text(a.who)).second)
                return "one step asks " + text(a.who) + " twice";
            if (step.blocks() && !answerable(a.who, drafter, office))
                return "nobody can answer for " + text(a.who);
        }
        const bool all = step.needed == int(step.assignments.size());
        if (all && (step.kind == StepKind::Review || step.kind == StepKind::Decide)) {
            for (const std::string &who : inStep) {
                if (!asked.insert(who).second)
                    return who + " is asked at two steps of the line";
            }
        }
    }
    if (decisions != 1)
        return "there is not exactly one decision";
    for (const RouteNote &note : route.dropped)
        lines.insert(note.line);
    for (const RuleLine &line : rule.lines) {
        if (line.when.holds(fields) && !lines.count(line.line))
            return "line " + line.line.toStdString() + " is neither a step nor explained";
    }
    return std::nullopt;
}

Fault caseFault(const Case &c, const Office &office, bool moved)
{
    const Step *current = nullptr;
    bool complete = true;
    for (const Step &step : c.steps) {
        const int open = countOf(step, AssignmentState::Open);
        if (!step.blocks()) {
            const bool may = c.state == CaseState::Running || c.state == CaseState::Decided;
            if (open > 0 && (!may || (c.state == CaseState::Running && !complete)))
                return "papers circulate too early or too late";
            if (c.state == CaseState::Running && complete && countOf(step, AssignmentState::Waiting) > 0)
                return "papers that should circulate do not";
            continue;
        }
        if (c.state == CaseState::Running && current && !everyAssignment(step, AssignmentState::Waiting))
            return "a step after the current one does not wait";
        if (open > 0 && (c.state != CaseState::Running || current))
            return "a step is open that should not be";
        if (!step.complete()) {
            complete = false;
            if (!current)
                current = &step;
        } else if (open > 0) {
            return "a complete step still asks";
        }
    }
    if (c.state == CaseState::Decided && !complete)
        return "decided without every blocking step complete";
    if (c.state == CaseState::Running) {
        if (!current || current != c.currentStep())
            return "running, but there is no current step";
        const int possible = countOf(*current, AssignmentState::Open) + countOf(*current, AssignmentState::Approved);
        if (countOf(*current, AssignmentState::Open) == 0 || possible < current->needed)
            return "the current step cannot be completed";
        const bool somebody =
            std::any_of(current->assignments.begin(), current->assignments.end(), [&](const Assignment &a) {
                return a.state == AssignmentState::Open && answerable(a.who, c.drafter, office);
            });
        if (!somebody && !moved)
            return "nobody in the office can act on the current step";
    }
    std::set<std::string> access;
    for (const Assignee &who : c.access) {
        if (!access.insert(text(who)).second || who == Assignee(c.drafter))
            return "access is granted twice, or to the drafter";
    }
    for (const Step &step : c.steps) {
        for (const Assignment &a : step.assignments) {
            const bool reached = a.state != AssignmentState::Waiting && a.state != AssignmentState::Void;
            if (reached && a.who != Assignee(c.drafter) && !access.count(text(a.who)))
                return text(a.who) + " was asked and may not read";
        }
    }
    const PostingState expected = c.state == CaseState::Running ? PostingState::Reserved
        : c.state == CaseState::Decided                         ? PostingState::Used
                                                                : PostingState::Void;
    if (c.postingState != expected)
        return "postings are in the wrong state";
    if (int(c.past.size()) != std::max(0, c.round - 1))
        return "a past round is missing";
    return std::nullopt;
}

Fault stepFault(const Case &before, const ProposedEvent &event, const Case &after)
{
    if (isEnd(before.state) && after.state != before.state)
        return "an ended case changed its state";
    if (after.seq != before.seq + 1)
        return "the sequence has a gap";
    const bool submitted = std::holds_alternative<Submitted>(event.body);
    if (after.round != before.round + (submitted ? 1 : 0))
        return "the round is wrong";
    if (before.access.size() > after.access.size()
        || !std::equal(before.access.begin(), before.access.end(), after.access.begin()))
        return "somebody lost access";

    // The store applies the changes one after the other; the notary watches each of them.
    Case applied = after;
    if (submitted) {
        applied.steps = std::get<Submitted>(event.body).route.steps;
        std::vector<std::vector<Step>> past = before.past;
        if (before.round > 0)
            past.push_back(before.steps);
        if (past != after.past)
            return "a past round changed";
    } else {
        applied.steps = before.steps;
        if (before.past != after.past)
            return "a past round changed";
    }
    for (const Effects::Change &change : event.effects.changes) {
        const Assignment *there = applied.assignment(change.on);
        if (!there)
            return "an effect is on nothing";
        Step &step = applied.steps[size_t(change.on.step) - 1];
        const bool rewinding = std::holds_alternative<Returned>(event.body);
        if (change.to == AssignmentState::Open && !rewinding) {
            for (const Step &earlier : applied.steps) {
                if (earlier.no < step.no && earlier.blocks() && !earlier.complete())
                    return "a step opened before those that block it were complete";
            }
        }
        if (change.to == AssignmentState::Approved && there->state != AssignmentState::Open)
            return "something was approved that was not open";
        if (change.to == AssignmentState::Approved && !step.blocks())
            return "circulating papers were approved";
        step.assignments[size_t(change.on.no) - 1].state = change.to;
    }
    if (applied.steps != after.steps)
        return "the effects do not lead to the state";

    const bool judges = std::holds_alternative<Returned>(event.body) || std::holds_alternative<Rejected>(event.body)
        || std::any_of(event.effects.changes.begin(), event.effects.changes.end(),
                       [](const Effects::Change &c) { return c.to == AssignmentState::Approved; });
    if (judges && (event.capacity.actor == before.drafter || event.capacity.principal == before.drafter))
        return "somebody acted on their own case";
    if (const auto *approved = std::get_if<Approved>(&event.body)) {
        for (const AssignmentRef also : approved->also) {
            const StepKind kind = after.step(also.step)->kind;
            if (kind != StepKind::Review && kind != StepKind::Decide)
                return "a consultation or examination was taken along";
        }
    }
    return std::nullopt;
}

Fault offerFault(const Case &c, StaffId actor, const Office &office)
{
    const AllowedActs acts = allowedActs(c, actor, office);
    const QString reason = QStringLiteral("reason");
    const auto succeeds = [&](const Command &command) { return decide(c, command, actor, office).ok(); };

    if ((acts.approve || acts.read) != succeeds(Approve{std::nullopt, {}}))
        return "approving is offered wrongly";
    if (acts.returnToDrafter != succeeds(Return{std::nullopt, std::nullopt, reason}))
        return "returning is offered wrongly";
    if (acts.reject != succeeds(Reject{std::nullopt, reason}))
        return "rejecting is offered wrongly";
    if (acts.withdraw != succeeds(Withdraw{{}}))
        return "withdrawing is offered wrongly";
    if (acts.cancel != succeeds(Cancel{reason}))
        return "cancelling is offered wrongly";
    if (acts.comment != succeeds(Comment{reason}))
        return "remarking is offered wrongly";
    for (int step = 0; step <= int(c.steps.size()) + 1; ++step) {
        const bool offered =
            std::find(acts.returnToSteps.begin(), acts.returnToSteps.end(), step) != acts.returnToSteps.end();
        if (offered != succeeds(Return{std::nullopt, step, reason}))
            return "returning to step " + std::to_string(step) + " is offered wrongly";
    }
    for (const Turn &turn : turnsOf(c, actor, office)) {
        if (!succeeds(Approve{turn.on, {}}))
            return "a turn cannot be taken";
    }
    return std::nullopt;
}

} // namespace kessai::test
