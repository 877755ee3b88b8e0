// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/invariants.h"

#include <algorithm>
#include <tuple>

namespace kessai::test {

namespace {

using Fault = std::optional<std::string>;
using State = AssignmentState;

bool isEnd(CaseState state)
{
    return state == CaseState::Decided || state == CaseState::Rejected || state == CaseState::Cancelled;
}

bool says(const QString &text)
{
    return !text.trimmed().isEmpty();
}

/// What an act on an assignment says of itself.
struct Claim {
    AssignmentRef on;
    Manner manner = Manner::Own;
    QString words;
};

std::optional<Claim> claimOf(const EventBody &body)
{
    if (const auto *approved = std::get_if<Approved>(&body))
        return Claim{approved->on, approved->manner, approved->comment};
    if (const auto *returned = std::get_if<Returned>(&body))
        return Claim{returned->on, returned->manner, returned->reason};
    if (const auto *rejected = std::get_if<Rejected>(&body))
        return Claim{rejected->on, rejected->manner, rejected->reason};
    if (const auto *objected = std::get_if<Objected>(&body))
        return Claim{objected->on, Manner::Own, objected->reason};
    if (const auto *extended = std::get_if<Extended>(&body))
        return Claim{extended->on, Manner::Own, extended->reason};
    return std::nullopt;
}

bool contains(const std::vector<AssignmentRef> &refs, AssignmentRef on)
{
    return std::find(refs.begin(), refs.end(), on) != refs.end();
}

/// The steps an event works on, written down from its body.
std::vector<Step> stepsUnder(const Case &before, const EventBody &body)
{
    if (const auto *submitted = std::get_if<Submitted>(&body))
        return submitted->route.steps;
    std::vector<Step> steps = before.steps;
    if (const auto *extended = std::get_if<Extended>(&body)) {
        if (extended->raise)
            steps[size_t(extended->on.step) - 1].kind = StepKind::Review;
        steps.insert(steps.begin() + (extended->step.no - 1), extended->step);
        for (size_t i = 0; i < steps.size(); ++i)
            steps[i].no = int(i) + 1;
    }
    return steps;
}

/// Earlier rounds stay as they are; the one that a new round replaces keeps its marks, and asks nobody any more where it was extended.
Fault pastFault(const Case &before, const EventBody &body, const Case &after)
{
    std::vector<std::vector<Step>> past = before.past;
    const bool extended = std::holds_alternative<Extended>(body);
    if (extended || (std::holds_alternative<Submitted>(body) && before.round > 0))
        past.push_back(before.steps);
    if (extended) {
        for (Step &step : past.back()) {
            for (Assignment &a : step.assignments) {
                if (a.state == State::Open || a.state == State::Waiting || a.state == State::PostReview)
                    a.state = State::Void;
            }
        }
    }
    return past == after.past ? std::nullopt : Fault("a past round changed");
}

/// Within a chain of rounds of one submission a route only gets longer, and nobody asked before is left out.
Fault lengthFault(const Case &before, const EventBody &body, const Case &after)
{
    if (std::holds_alternative<Submitted>(body))
        return std::nullopt;
    const auto *extended = std::get_if<Extended>(&body);
    if (after.steps.size() != before.steps.size() + (extended ? 1 : 0))
        return "the route got shorter, or longer by itself";
    size_t at = 0;
    for (const Step &step : before.steps) {
        if (extended && at + 1 == size_t(extended->step.no))
            ++at;
        const Step &now = after.steps[at++];
        const bool raised = extended && extended->raise && step.no == extended->on.step;
        const bool same = now.rule == step.rule && now.needed == step.needed && now.line == step.line
            && now.objection == step.objection && now.kind == (raised ? StepKind::Review : step.kind)
            && std::equal(now.assignments.begin(), now.assignments.end(), step.assignments.begin(),
                          step.assignments.end(), [](const auto &x, const auto &y) { return x.who == y.who; });
        if (!same)
            return "a step changed whom it asks";
    }
    const auto decides = [](const Step &step) { return step.kind == StepKind::Decide; };
    if (std::count_if(after.steps.begin(), after.steps.end(), decides)
        != std::count_if(before.steps.begin(), before.steps.end(), decides))
        return "the extended route has not one decision";
    return std::nullopt;
}

/// A mark that stands from the round before is one that step had, given to the same people for the same thing; and nobody else is
/// asked only where such marks are enough.
bool stood(const Case &before, const Submitted &body, const Effects::Change &change)
{
    const Step &step = body.route.steps[size_t(change.on.step) - 1];
    if (std::find(body.kept.begin(), body.kept.end(), step.no) == body.kept.end())
        return false;
    if (step.kind == StepKind::Decide
        && (body.contentDigest != before.contentDigest || body.postings != before.postings))
        return false; // what was decided was something else
    return std::any_of(before.steps.begin(), before.steps.end(), [&](const Step &old) {
        int given = 0;
        for (const Assignment &a : old.assignments)
            given += a.state == State::Approved || a.state == State::Read || a.state == State::PostReviewed ? 1 : 0;
        return sameStep(old, step)
            && (change.to == State::Skipped ? given >= step.needed
                                            : old.assignments[size_t(change.on.no) - 1].state == change.to);
    });
}

/// One change, watched as the store applies it.
Fault changeFault(const Case &before, const ProposedEvent &event, const std::vector<Step> &steps,
                  const Effects::Change &change)
{
    const Step &step = steps[size_t(change.on.step) - 1];
    const State from = step.assignments[size_t(change.on.no) - 1].state;
    const auto claim = claimOf(event.body);
    const bool acted = claim && claim->on == change.on;
    const bool pulls = claim && claim->manner == Manner::PullUp;
    const auto *submitted = std::get_if<Submitted>(&event.body);
    const bool kept = submitted && stood(before, *submitted, change);
    const bool rewinding = std::holds_alternative<Returned>(event.body) || std::holds_alternative<Extended>(event.body);
    switch (change.to) {
    case State::Open:
        for (const Step &earlier : steps) {
            if (!rewinding && earlier.no < step.no && earlier.blocks() && !earlier.complete())
                return "a step opened before those that block it were complete";
        }
        return std::nullopt;
    case State::Approved:
        if (!step.blocks())
            return "circulating papers were approved";
        return from == State::Open || kept || (pulls && acted && from == State::Waiting)
            ? std::nullopt
            : Fault("something was approved that was not asked");
    case State::Objected:
        return from == State::Open && acted && step.kind == StepKind::Consult ? std::nullopt
                                                                              : Fault("an objection out of place");
    case State::PostReview: {
        const bool away =
            contains(passedIn(event.body), change.on) && step.kind == StepKind::Review && step.rule == StepRule::All;
        const bool over = pulls && step.no < claim->on.step && step.kind == StepKind::Review;
        const bool inPlace = claim && claim->manner == Manner::Acting && acted && step.kind == StepKind::Decide;
        return away || over || inPlace ? std::nullopt : Fault("somebody was passed over who may not be");
    }
    case State::PostReviewed:
        return (from == State::PostReview && acted) || kept ? std::nullopt : Fault("read afterwards out of place");
    case State::Read:
        return (from == State::Open && acted) || kept ? std::nullopt : Fault("papers were read by nobody");
    case State::Skipped: return !submitted || kept ? std::nullopt : Fault("somebody was left out of a new round");
    case State::Waiting:
    case State::Returned:
    case State::Rejected:
    case State::Void: return std::nullopt;
    }
    return std::nullopt;
}

/// The one order readers and notaries expect: what was acted on first, then along the route.
Fault orderFault(const ProposedEvent &event)
{
    const std::vector<Effects::Change> &changes = event.effects.changes;
    const auto claim = claimOf(event.body);
    const auto *returned = std::get_if<Returned>(&event.body);
    const bool first = claim && !(returned && returned->toStep) && !std::holds_alternative<Extended>(event.body);
    if (first && (changes.empty() || changes.front().on != claim->on))
        return "the effects do not begin with what was acted on";
    const auto place = [](const Effects::Change &c) { return std::tuple(c.on.step, c.on.no, int(c.to)); };
    return std::is_sorted(changes.begin() + (first ? 1 : 0), changes.end(),
                          [&](const auto &a, const auto &b) { return place(a) < place(b); })
        ? std::nullopt
        : Fault("the effects are not in order");
}

bool deputises(StaffId deputy, StaffId principal, const Matter &matter, const Office &office)
{
    const std::vector<StaffId> &principals = office.principalsOf(deputy);
    const std::vector<Deputyship> &limited = office.limitedDeputyships(deputy);
    return deputy != principal
        && (std::find(principals.begin(), principals.end(), principal) != principals.end()
            || std::any_of(limited.begin(), limited.end(), [&](const Deputyship &one) {
                   return one.principal == principal && (one.forms.isEmpty() || one.forms.contains(matter.form))
                       && (!one.upTo || (matter.amount && *matter.amount <= *one.upTo));
               }));
}

/// Whether somebody is away, asked not to be waited for, and nobody may act for them on such a case.
bool isPassed(StaffId staff, const Matter &matter, const Office &office)
{
    const std::vector<StaffId> &deputies = office.deputiesOf(staff);
    return office.passesOver(staff, matter) && std::none_of(deputies.begin(), deputies.end(), [&](StaffId one) {
               return deputises(one, staff, matter, office);
           });
}

/// 代決: nobody who holds the deciding post is there, the actor is, and holds the first listed post at which anybody is.
Fault standInFault(const Case &before, const Capacity &who, const Step &step, const Assignee &asked,
                   const Office &office)
{
    const auto *post = std::get_if<PostId>(&asked);
    if (!post || step.kind != StepKind::Decide || !who.post || who.principal)
        return "somebody stood in at something else than a decision";
    if (before.important || before.contested())
        return "somebody stood in on an important or disputed case";
    const PostId decider = office.current(*post);
    if (office.attended(decider, before.filers()))
        return "somebody stood in for a decider who is there";
    if (!office.holds(who.actor, *who.post) || office.absent(who.actor))
        return "a stand-in is away, or holds no such post";
    const Post *line = office.post(office.current(before.basis->drafterPost));
    for (const PostId listed : office.standInsFor(decider, line->section)) {
        if (listed == *who.post)
            return std::nullopt;
        if (office.attended(listed, before.filers()))
            return "somebody stood in before their turn";
    }
    return "somebody stood in who is not listed";
}

} // namespace

Fault stepFault(const Case &before, const ProposedEvent &event, const Case &after)
{
    if (isEnd(before.state) && after.state != before.state)
        return "an ended case changed its state";
    if (after.seq != before.seq + 1)
        return "the sequence has a gap";
    const bool begins = std::holds_alternative<Submitted>(event.body) || std::holds_alternative<Extended>(event.body);
    if (after.round != before.round + (begins ? 1 : 0))
        return "the round is wrong";
    if (before.access.size() > after.access.size()
        || !std::equal(before.access.begin(), before.access.end(), after.access.begin()))
        return "somebody lost access";
    if (const Fault fault = pastFault(before, event.body, after))
        return fault;
    if (const Fault fault = lengthFault(before, event.body, after))
        return fault;

    if (const Fault fault = orderFault(event))
        return fault;

    // The store applies the changes one after the other; the notary watches each of them.
    std::vector<Step> steps = stepsUnder(before, event.body);
    for (const Effects::Change &change : event.effects.changes) {
        if (change.on.step < 1 || size_t(change.on.step) > steps.size() || change.on.no < 1
            || size_t(change.on.no) > steps[size_t(change.on.step) - 1].assignments.size())
            return "an effect is on nothing";
        if (const Fault fault = changeFault(before, event, steps, change))
            return fault;
        steps[size_t(change.on.step) - 1].assignments[size_t(change.on.no) - 1].state = change.to;
    }
    if (steps != after.steps)
        return "the effects do not lead to the state";
    const auto blocks = [](const Step &step) { return step.blocks(); };
    if (std::holds_alternative<Submitted>(event.body) && after.state == CaseState::Decided
        && std::any_of(after.steps.begin(), after.steps.end(), blocks))
        return "whoever submitted decided";
    if ((std::holds_alternative<Rejected>(event.body) || std::holds_alternative<Extended>(event.body))
        && before.awaitsExamination() && before.step(claimOf(event.body)->on.step)->kind == StepKind::Examine)
        return "what was ordered was ended or sent elsewhere by its examiner";
    if (std::holds_alternative<Objected>(event.body) && after.state != CaseState::Running
        && after.state != CaseState::Returned)
        return "an objection decided a case";
    return std::nullopt;
}

Fault authorityFault(const Case &before, const ProposedEvent &event, const Office &office)
{
    const Capacity &who = event.capacity;
    const std::vector<Step> steps = stepsUnder(before, event.body);
    for (const AssignmentRef on : passedIn(event.body)) {
        const Assignee &asked = steps[size_t(on.step) - 1].assignments[size_t(on.no) - 1].who;
        const auto *post = std::get_if<PostId>(&asked);
        const std::vector<StaffId> holders = post ? office.holders(*post) : std::vector{std::get<StaffId>(asked)};
        if (holders.empty() || !std::all_of(holders.begin(), holders.end(), [&](StaffId h) {
                return isPassed(h, before.matter, office);
            }))
            return "somebody was passed over who did not ask for it";
    }
    const auto claim = claimOf(event.body);
    if (!claim) {
        const bool own = who.actor == before.drafter || std::holds_alternative<Commented>(event.body);
        return own && !who.principal ? std::nullopt : Fault("somebody else did what is the drafter's");
    }
    const Step &step = before.steps[size_t(claim->on.step) - 1];
    if (step.blocks() && (who.actor == before.drafter || who.principal == before.drafter))
        return "somebody acted on their own case";
    const auto *approved = std::get_if<Approved>(&event.body);
    if ((!approved || claim->manner == Manner::PullUp) && !says(claim->words))
        return "no reason was given";
    const Assignment &seat = step.assignments[size_t(claim->on.no) - 1];
    if (claim->manner == Manner::Acting)
        return standInFault(before, who, step, seat.who, office);
    if (seat.state == State::PostReview && who.principal)
        return "somebody read afterwards for somebody else";
    if (who.principal && !deputises(who.actor, *who.principal, before.matter, office))
        return "somebody acted for whom they do not deputise";

    std::vector<AssignmentRef> all{claim->on};
    if (approved)
        all.insert(all.end(), approved->also.begin(), approved->also.end());
    const StaffId person = who.principal.value_or(who.actor);
    for (const AssignmentRef on : all) {
        const Step &one = before.steps[size_t(on.step) - 1];
        const Assignee &asked = one.assignments[size_t(on.no) - 1].who;
        const auto *post = std::get_if<PostId>(&asked);
        if (post ? !office.holds(person, *post) : std::get<StaffId>(asked) != person)
            return "somebody acted without being asked";
        if (on != claim->on && !one.inLine())
            return "a consultation or examination was taken along";
    }
    return std::nullopt;
}

} // namespace kessai::test
