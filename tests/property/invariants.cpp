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

/// What the table says of a content: the row and level that decide, which somebody may have chosen higher (domain.md 8.2 rule 7).
struct Authority {
    std::optional<DecisionCell> cell; ///< as the amount gives it
    size_t level = 0;
};

Authority authorityOf(const Regulation &regulation, const QJsonObject &fields)
{
    if (!regulation.table)
        return {};
    Authority authority{regulation.table->cellFor(fields), 0};
    if (!authority.cell)
        return authority;
    const QString chosen = fields.value(regulation.rule.table->least).toString();
    authority.level = std::max(authority.cell->level, regulation.table->levelNamed(chosen).value_or(0));
    return authority;
}

/// Whether a line asks those whom the table's row wants consulted, and there is nobody at this amount.
bool consultsNobody(const RuleLine &line, const Authority &authority, const QJsonObject &fields)
{
    const QJsonValue amount = fields.value(QLatin1String("amount"));
    const auto yen = amount.isUndefined() ? std::nullopt : std::optional(amount.toInteger());
    const bool byTable = line.who.front().kind == Selector::Kind::Table && line.kind == StepKind::Consult;
    const auto &consults = authority.cell ? authority.cell->row->consults : std::vector<DecisionConsult>();
    return byTable
        && std::none_of(consults.begin(), consults.end(), [&](const auto &consult) { return consult.asksAt(yen); });
}

} // namespace

Fault routeFault(const Route &route, const Regulation &regulation, const Office &office, StaffId drafter,
                 PostId drafterPost, const QJsonObject &content)
{
    const RouteRule &rule = regulation.rule;
    const Post *own = office.post(office.current(drafterPost));
    const bool onlyTells = office.section(own->section)->level == SectionLevel::City
        && std::find(rule.top.begin(), rule.top.end(), own->code) != rule.top.end();
    // At the very top nobody is asked, and the table neither (domain.md 8.2 rule 2).
    const Authority authority = onlyTells ? Authority() : authorityOf(regulation, content);
    QJsonObject fields = content;
    if (authority.cell)
        fields.insert(QStringLiteral("authority"), int(authority.level) + 1);
    else if (regulation.table && !onlyTells)
        return "a route by a table that decides nothing of the kind";
    int decisions = 0;
    std::set<std::string> asked;
    std::set<QString> lines;
    for (size_t i = 0; i < route.steps.size(); ++i) {
        const Step &step = route.steps[i];
        if (step.no != int(i) + 1)
            return "steps are not numbered in order";
        if (decisions > 0 && step.blocks() && step.kind != StepKind::Examine)
            return "a step blocks after the decision";
        decisions += step.kind == StepKind::Decide ? 1 : 0;
        if (!lines.insert(step.line).second)
            return "a line made two steps";
        if (step.assignments.empty() || step.needed < 1 || step.needed > int(step.assignments.size()))
            return "a step cannot be completed";
        const RuleLine *made = rule.line(step.line);
        const bool cites = std::any_of(step.notes.begin(), step.notes.end(), [&](const RouteNote &note) {
            return authority.cell && note.kind == RouteNoteKind::Table
                && note.line == cellName(*regulation.table, *authority.cell);
        });
        if (made && made->who.front().kind == Selector::Kind::Table && !cites)
            return "a step does not name the row of the table that made it";
        if (!made || step.objection != made->objection)
            return "a step is not what its line says";
        if (step.rule == StepRule::Majority && step.needed * 2 <= int(step.assignments.size()))
            return "a tie would be a majority";
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
    const bool asks =
        std::any_of(route.steps.begin(), route.steps.end(), [](const Step &step) { return step.blocks(); });
    if (onlyTells ? asks : decisions != 1)
        return "there is not exactly one decision";
    for (const RouteNote &note : route.dropped)
        lines.insert(note.line);
    for (const RuleLine &line : rule.lines) {
        const bool left = onlyTells && line.kind != StepKind::Circulate;
        if (line.when.holds(fields) && !left && !lines.count(line.line) && !consultsNobody(line, authority, fields))
            return "line " + line.line.toStdString() + " is neither a step nor explained";
    }
    return std::nullopt;
}

namespace {

/// What may be seen of a blocking step before, at and behind the one that is being asked, and from a decision on that is not given.
enum class Place { Done, Here, Ahead, Undecided };

bool fits(AssignmentState state, const Step &step, Place place)
{
    switch (state) {
    case AssignmentState::Waiting: return place == Place::Ahead || place == Place::Undecided;
    case AssignmentState::Open: return place == Place::Here;
    case AssignmentState::Approved: return place != Place::Undecided;
    case AssignmentState::Skipped: // whoever is left out is so because enough agreed, or could not agree any more
        return place == Place::Done || (place == Place::Ahead && step.standing() == Standing::Agreed);
    case AssignmentState::PostReview:
        return place <= Place::Here && (step.kind == StepKind::Review || step.kind == StepKind::Decide);
    case AssignmentState::PostReviewed:
        return place != Place::Undecided && (step.kind == StepKind::Review || step.kind == StepKind::Decide);
    case AssignmentState::Objected: return place <= Place::Here && step.kind == StepKind::Consult;
    case AssignmentState::Read:
    case AssignmentState::Returned:
    case AssignmentState::Rejected:
    case AssignmentState::Void: return false;
    }
    return false;
}

bool isDecided(const Case &c)
{
    const auto decides = [](const Step &step) { return step.kind == StepKind::Decide; };
    const auto decision = std::find_if(c.steps.begin(), c.steps.end(), decides);
    return decision != c.steps.end() && decision->complete();
}

/// A round that goes on or was decided: everything in order along the route, marks of an earlier round behind the current step
/// included.
Fault orderFault(const Case &c)
{
    const Step *current = nullptr;
    bool undecided = false;
    for (const Step &step : c.steps) {
        if (step.blocks() && !current && !step.complete())
            current = &step;
        const bool here = &step == current;
        undecided = undecided || (current && !here && step.kind == StepKind::Decide);
        const Place place = here ? Place::Here : undecided ? Place::Undecided : current ? Place::Ahead : Place::Done;
        for (const Assignment &a : step.assignments) {
            const AssignmentState asked = current ? AssignmentState::Waiting : AssignmentState::Open;
            if (step.blocks() ? !fits(a.state, step, place) : a.state != AssignmentState::Read && a.state != asked)
                return "step " + std::to_string(step.no) + " stands wrongly";
        }
        undecided = undecided || (here && step.kind == StepKind::Decide);
    }
    if (c.awaitsExamination() != (current && current->kind == StepKind::Examine && !undecided && isDecided(c)))
        return "what was ordered and waits to be examined does not say so";
    if (bool(current) != (c.state == CaseState::Running) || current != c.currentStep())
        return "the case runs without a current step, or is decided with one";
    return std::nullopt;
}

/// A case that runs has somebody who can carry it on; after the office moved they may have to be found first.
Fault ownerFault(const Case &c, const Office &office, bool moved)
{
    const Step *current = c.currentStep();
    if (!current)
        return std::nullopt;
    if (current->standing() != Standing::Undecided || countOf(*current, AssignmentState::Open) == 0)
        return "the current step cannot be completed";
    const bool somebody =
        std::any_of(current->assignments.begin(), current->assignments.end(), [&](const Assignment &a) {
            return a.state == AssignmentState::Open && answerable(a.who, c.drafter, office);
        });
    return somebody || moved ? std::nullopt : Fault("nobody in the office can act on the current step");
}

/// A round that ended otherwise asks nobody any more.
Fault endFault(const Case &c)
{
    for (const Step &step : c.steps) {
        for (const AssignmentState asks :
             {AssignmentState::Waiting, AssignmentState::Open, AssignmentState::PostReview}) {
            if (countOf(step, asks) > 0)
                return "somebody is still asked in a round that ended";
        }
    }
    return std::nullopt;
}

} // namespace

Fault caseFault(const Case &c, const Office &office, bool moved)
{
    const bool goesOn = c.state == CaseState::Running || c.state == CaseState::Decided;
    if (const Fault fault = goesOn ? orderFault(c) : endFault(c))
        return fault;
    if (const Fault fault = ownerFault(c, office, moved))
        return fault;
    std::set<std::string> access;
    for (const Assignee &who : c.access) {
        if (!access.insert(text(who)).second || who == Assignee(c.drafter))
            return "access is granted twice, or to the drafter";
    }
    for (const Step &step : c.steps) {
        for (const Assignment &a : step.assignments) {
            const bool reached =
                step.inLine() || (a.state != AssignmentState::Waiting && a.state != AssignmentState::Void);
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

Fault offerFault(const Case &c, StaffId actor, const Office &office)
{
    const AllowedActs acts = allowedActs(c, actor, office);
    const QString reason = QStringLiteral("reason");
    const auto succeeds = [&](const Command &command) { return decide(c, command, actor, office).ok(); };

    const auto outOfTurn = [&](Manner manner) { return succeeds(Approve{std::nullopt, reason, manner}); };
    const auto somebody = std::find_if(office.allStaff().begin(), office.allStaff().end(),
                                       [&](const Staff &staff) { return staff.id != c.drafter; });

    const auto taken = decide(c, Approve{std::nullopt, {}}, actor, office);
    if ((acts.approve || acts.read || acts.postReview) != taken.ok())
        return "approving is offered wrongly: " + (taken ? "it succeeds" : toCode(taken.error()).toStdString());
    if (acts.object != succeeds(Object{std::nullopt, reason}))
        return "objecting is offered wrongly";
    if (acts.standIn != (!acts.approve && outOfTurn(Manner::Acting)))
        return "deciding in somebody's place is offered wrongly";
    if (acts.pullUp != (!acts.approve && outOfTurn(Manner::PullUp)))
        return "pulling up is offered wrongly";
    if (acts.pullUp
        && !(succeeds(Return{std::nullopt, std::nullopt, reason, Manner::PullUp})
             && succeeds(Reject{std::nullopt, reason, Manner::PullUp})))
        return "what is pulled up cannot be returned or rejected";
    if (acts.raise != succeeds(Raise{reason}))
        return "raising the decision is offered wrongly";
    if (somebody != office.allStaff().end()) {
        // Telling somebody is possible at every place, asking them not behind the decision.
        const std::vector<Assignee> them{somebody->id};
        if (acts.addStep != succeeds(AddStep{StepKind::Circulate, StepRule::All, them, false, reason}))
            return "adding a step is offered wrongly";
        if (acts.addBefore != succeeds(AddStep{StepKind::Review, StepRule::All, them, true, reason}))
            return "adding a step before one's own is offered wrongly";
    }
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
    bool afterwards = false;
    for (const Turn &turn : turnsOf(c, actor, office)) {
        if (const auto one = decide(c, Approve{turn.on, {}}, actor, office); !one)
            return "a turn cannot be taken: " + toCode(one.error()).toStdString() + " at step "
                + std::to_string(turn.on.step);
        afterwards = afterwards || c.assignment(turn.on)->state == AssignmentState::PostReview;
    }
    if (acts.postReview != afterwards)
        return "reading afterwards is offered wrongly";
    for (const Manner manner : {Manner::Acting, Manner::PullUp}) {
        for (const Turn &turn : turnsOutOfOrder(c, actor, office, manner)) {
            if (const auto one = decide(c, Approve{turn.on, reason, manner}, actor, office); !one)
                return "a turn out of order cannot be taken: " + toCode(one.error()).toStdString() + " at step "
                    + std::to_string(turn.on.step);
        }
    }
    return std::nullopt;
}

} // namespace kessai::test
