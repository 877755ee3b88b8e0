// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"
#include "core/store/roundstate.h"

#include <algorithm>

namespace kessai {

namespace {

using State = AssignmentState;

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

} // namespace

Result<> checkDraftersAct(const LockedCase &file, const ProposedEvent &event)
{
    const bool submits = std::holds_alternative<Submitted>(event.body);
    const bool filed = submits && file.filer == event.capacity.actor && event.capacity.principal == file.drafter;
    const bool filersOwn = event.capacity.actor == file.filer
        && (std::holds_alternative<Withdrawn>(event.body) || std::holds_alternative<Cancelled>(event.body));
    if (event.capacity.actor != file.drafter && !filed && !filersOwn)
        return no(Refusal::NotDrafter);
    const bool fits = submits ? file.state == CaseState::Draft || mayBeCorrected(file.state)
        : std::holds_alternative<Withdrawn>(event.body) || std::holds_alternative<Reminded>(event.body)
        ? file.state == CaseState::Running
        : file.state == CaseState::Running || mayBeCorrected(file.state);
    if (!fits)
        return wrongIn(file.state);
    if ((event.capacity.principal && !filed) || (event.capacity.post && !submits))
        return no(Refusal::NotDrafter);
    const bool takesBack =
        std::holds_alternative<Withdrawn>(event.body) || std::holds_alternative<Cancelled>(event.body);
    const auto open = std::find_if(file.steps.begin(), file.steps.end(),
                                   [](const Step &step) { return !circulates(step) && !isDone(step); });
    if (takesBack && file.state == CaseState::Running && open != file.steps.end() && isBehindOrder(file.steps, *open))
        return no(Refusal::OrderStands);
    if (std::holds_alternative<Withdrawn>(event.body) && file.moved)
        return no(Refusal::AlreadyMoved);
    if (const auto *cancelled = std::get_if<Cancelled>(&event.body); cancelled && blank(cancelled->reason))
        return no(Refusal::ReasonMissing);
    return {};
}

namespace {

bool tookOtherPart(const LockedCase &file, const Step &step, const Capacity &who)
{
    return tookOtherPart(file, step, who.actor) || (who.principal && tookOtherPart(file, step, *who.principal));
}

/// 引上げ: the step is of the line, and nothing but reviews is missing before it.
Result<> checkPullUp(const LockedCase &file, const Step &step)
{
    if (!isLine(step))
        return no(Refusal::NotYourTurn);
    for (const Step &earlier : file.steps) {
        if (earlier.no < step.no && !circulates(earlier) && earlier.kind != StepKind::Review && !isDone(earlier))
            return no(Refusal::OthersFirst);
    }
    return {};
}

/// The words an act has to say, if it has to say any.
std::optional<QString> reasonOf(const EventBody &body)
{
    if (const auto *approved = std::get_if<Approved>(&body))
        return approved->manner == Manner::PullUp ? std::optional(approved->comment) : std::nullopt;
    if (const auto *returned = std::get_if<Returned>(&body))
        return returned->reason;
    if (const auto *rejected = std::get_if<Rejected>(&body))
        return rejected->reason;
    if (const auto *objected = std::get_if<Objected>(&body))
        return objected->reason;
    if (const auto *extended = std::get_if<Extended>(&body))
        return extended->reason;
    return std::nullopt;
}

} // namespace

/// Whoever examines money neither reviews nor decides on it, and the other way round; whoever inspected what it pays neither decides nor
/// examines.
bool tookOtherPart(const LockedCase &file, const Step &step, StaffId staff)
{
    const auto among = [staff](const std::vector<StaffId> &people) {
        return std::find(people.begin(), people.end(), staff) != people.end();
    };
    const bool judges = step.kind == StepKind::Examine || step.kind == StepKind::Decide;
    return (step.kind == StepKind::Examine ? among(file.ordered) : isLine(step) && among(file.examined))
        || (judges && among(file.inspected));
}

Result<> checkReroute(const LockedCase &file, const ProposedEvent &event)
{
    const auto &body = std::get<Rerouted>(event.body);
    const Capacity &who = event.capacity;
    if (file.state != CaseState::Running)
        return wrongIn(file.state);
    if (who.post || who.principal)
        return no(Refusal::NotYourTurn);
    if (who.actor == file.drafter || who.actor == file.filer)
        return no(Refusal::OwnCase);
    std::vector<Step> steps = file.steps;
    const Assignment *seat = seatIn(steps, body.seat);
    if (!seat || seat->state != State::Open)
        return no(Refusal::NoSuchStep);
    const Step &step = *stepIn(steps, body.seat.step);
    const bool there = std::any_of(step.assignments.begin(), step.assignments.end(),
                                   [&](const Assignment &one) { return one.who == Assignee(body.post); });
    if (circulates(step) || there)
        return no(Refusal::NoSuchStep);
    return blank(body.reason) ? Result<>(no(Refusal::ReasonMissing)) : Result<>();
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
    if (!circulates(step)
        && (who.actor == file.drafter || who.actor == file.filer || who.principal == file.drafter
            || (who.principal && who.principal == file.filer)))
        return no(Refusal::OwnCase);
    if (seat->state != State::PostReview && tookOtherPart(file, step, who))
        return no(Refusal::PartTaken);
    const Manner manner = mannerOf(event.body);
    const bool reads = circulates(step) || seat->state == State::PostReview;
    if (file.state != CaseState::Running && !(reads && file.state == CaseState::Decided))
        return wrongIn(file.state);
    if (reads && (!std::holds_alternative<Approved>(event.body) || manner != Manner::Own || acted.size() > 1))
        return no(Refusal::NotYourTurn);
    if (manner == Manner::PullUp && seat->state == State::Waiting) {
        if (const Result<> pulls = checkPullUp(file, step); !pulls)
            return pulls;
    } else if (seat->state == State::Waiting || seat->state == State::Void
               || (manner == Manner::PullUp && seat->state == State::Open)) {
        return no(Refusal::NotYourTurn);
    } else if (seat->state != State::Open && seat->state != State::PostReview) {
        return no(Refusal::AlreadyActed);
    }
    if (manner == Manner::Acting) {
        if (step.kind != StepKind::Decide || !std::holds_alternative<Approved>(event.body) || acted.size() > 1)
            return no(Refusal::NotYourTurn);
        if (file.important || disputed(steps))
            return no(Refusal::DeciderOnly);
    }
    if (manner == Manner::PullUp && acted.size() > 1)
        return no(Refusal::NotYourTurn);
    // One act for several steps is for a reviewer who stands alone on the next ones of the line (domain.md 8.2 rule 3).
    StepKind before = step.kind;
    int last = step.no;
    for (size_t i = 1; i < acted.size(); ++i) {
        const Step *next = stepIn(steps, acted[i].step);
        if (before != StepKind::Review || !next || !seatIn(steps, acted[i]) || next->no <= last
            || next->assignments.size() != 1 || (next->kind != StepKind::Review && next->kind != StepKind::Decide))
            return no(Refusal::NotYourTurn);
        if (tookOtherPart(file, *next, who))
            return no(Refusal::PartTaken);
        before = next->kind;
        last = next->no;
    }
    if (std::holds_alternative<Objected>(event.body) && step.kind != StepKind::Consult)
        return no(Refusal::NotYourTurn);
    if (std::holds_alternative<Rejected>(event.body) && step.kind == StepKind::Consult)
        return no(Refusal::ConsultCannotReject);
    if (std::holds_alternative<Rejected>(event.body) && isBehindOrder(steps, step))
        return no(Refusal::OrderedCannotReject);
    if (const auto reason = reasonOf(event.body); reason && blank(*reason))
        return no(Refusal::ReasonMissing);
    if (const auto *returned = std::get_if<Returned>(&event.body); returned && returned->toStep) {
        const Step *target = stepIn(steps, *returned->toStep);
        if (!target || circulates(*target) || target->no >= step.no || manner != Manner::Own)
            return no(Refusal::NoSuchStep);
    }
    return {};
}

Result<> checkStep(const Step &step)
{
    const int asked = int(step.assignments.size());
    if (asked == 0)
        return no(Refusal::EmptyStep);
    int needed = asked;
    switch (step.rule) {
    case StepRule::All: break;
    case StepRule::Any: needed = 1; break;
    case StepRule::Count: needed = std::clamp(step.needed, 1, asked); break;
    case StepRule::Majority: needed = asked / 2 + 1; break;
    }
    if (step.needed != needed || (step.objection == Objection::Refers && step.kind != StepKind::Consult))
        return falseEffects("a step of the route is not one");
    int seatNo = 0;
    for (const Assignment &assignment : step.assignments) {
        if (assignment.no != ++seatNo || assignment.state != State::Waiting || toParty(assignment.who) == 0)
            return falseEffects("the route's assignments are not in order");
    }
    return {};
}

Result<> checkRoute(const Route &route, bool atTheTop)
{
    int stepNo = 0;
    bool blocks = false;
    int deciders = 0;
    for (const Step &step : route.steps) {
        if (step.no != ++stepNo)
            return falseEffects("the route's steps are not in order");
        if (const Result<> one = checkStep(step); !one)
            return one;
        // Behind the decision nothing blocks but examinations of what it orders.
        if (deciders > 0 && !circulates(step) && step.kind != StepKind::Examine)
            return no(Refusal::NoDecider);
        deciders += step.kind == StepKind::Decide ? 1 : 0;
        blocks = blocks || !circulates(step);
    }
    if (!blocks)
        return atTheTop && stepNo > 0 ? Result<>() : no(Refusal::NoDecider);
    return deciders == 1 ? Result<>() : no(Refusal::NoDecider);
}

Result<> checkKept(const LockedCase &file, const Submitted &submitted, const std::optional<Submitted> &before)
{
    int last = 0;
    for (const int number : submitted.kept) {
        const Step *step = stepIn(submitted.route.steps, number);
        const bool stands = step
            && std::any_of(step->assignments.begin(), step->assignments.end(),
                           [&](const Assignment &a) { return keptMark(file, *step, a.no).has_value(); });
        if (number <= last || !stands)
            return falseEffects("a step is kept whose marks cannot stand");
        if (step->kind == StepKind::Decide
            && (!before || before->contentDigest != submitted.contentDigest || before->postings != submitted.postings))
            return falseEffects("a decision is kept of what was not decided");
        last = number;
    }
    return {};
}

Result<std::vector<Step>> extendedRound(const LockedCase &file, const Extended &extended)
{
    const Step &added = extended.step;
    const Step *acted = stepIn(file.steps, extended.on.step);
    const auto deciding = std::find_if(file.steps.begin(), file.steps.end(),
                                       [](const Step &step) { return step.kind == StepKind::Decide; });
    if (!acted || deciding == file.steps.end())
        return no(Refusal::NoSuchStep);
    const bool behind = added.no == acted->no + 1;
    const bool untouched = std::all_of(acted->assignments.begin(), acted->assignments.end(),
                                       [](const Assignment &a) { return a.state == State::Open; });
    const bool asks = added.kind == StepKind::Review || added.kind == StepKind::Consult;
    // Of a superior and somebody beside them either would do.
    const bool oneSuperior = added.rule == StepRule::All && added.assignments.size() == 1
        && std::holds_alternative<PostId>(added.assignments.front().who);
    const bool fits = extended.raise
        ? added.kind == StepKind::Decide && acted->kind == StepKind::Decide && behind && oneSuperior
        : (asks || circulates(added)) && (behind || (added.no == acted->no && untouched)) && acted->no <= deciding->no
            && (circulates(added) || added.no <= deciding->no);
    if (!fits || added.line != QLatin1String("+") || added.objection != Objection::Returns)
        return no(Refusal::NoSuchStep);
    if (const Result<> one = checkStep(added); !one)
        return one.failure();
    std::vector<Step> steps;
    for (const Step &step : file.steps) {
        if (step.no == added.no)
            steps.push_back(added);
        steps.push_back(step);
        if (extended.raise && step.no == acted->no)
            steps.back().kind = StepKind::Review;
    }
    if (added.no == int(file.steps.size()) + 1)
        steps.push_back(added);
    for (size_t i = 0; i < steps.size(); ++i)
        steps[i].no = int(i) + 1;
    return steps;
}

} // namespace kessai
