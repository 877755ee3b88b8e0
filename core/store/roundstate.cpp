// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/roundstate.h"

#include <algorithm>

namespace kessai {

namespace {

using State = AssignmentState;

/// How the answers of a step stand: agreed and objected.
struct Answers {
    int agreed = 0;
    int objected = 0;
};

Answers answersOf(const Step &step)
{
    Answers answers;
    for (const Assignment &a : step.assignments) {
        const bool agreed = a.state == State::Approved || a.state == State::Read || a.state == State::PostReview
            || a.state == State::PostReviewed;
        answers.agreed += agreed ? 1 : 0;
        answers.objected += a.state == State::Objected ? 1 : 0;
    }
    return answers;
}

bool asksTheSame(const Step &a, const Step &b)
{
    if (a.kind != b.kind || a.rule != b.rule || a.needed != b.needed || a.line != b.line || a.objection != b.objection
        || a.assignments.size() != b.assignments.size())
        return false;
    for (size_t i = 0; i < a.assignments.size(); ++i) {
        if (a.assignments[i].who != b.assignments[i].who)
            return false;
    }
    return true;
}

} // namespace

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
    return answersOf(step).agreed >= step.needed;
}

bool cannotAgree(const Step &step)
{
    return !enoughAgreed(step) && int(step.assignments.size()) - answersOf(step).objected < step.needed;
}

bool isDone(const Step &step)
{
    return enoughAgreed(step) || (step.objection == Objection::Refers && cannotAgree(step));
}

bool isLine(const Step &step)
{
    return step.kind == StepKind::Review || step.kind == StepKind::Decide;
}

bool isBehindOrder(const std::vector<Step> &steps, const Step &step)
{
    for (const Step &one : steps) {
        if (one.kind == StepKind::Decide)
            return one.no < step.no;
    }
    return false;
}

bool among(const std::vector<AssignmentRef> &refs, AssignmentRef on)
{
    return std::find(refs.begin(), refs.end(), on) != refs.end();
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

const Step *earlierStep(const LockedCase &file, const Step &step)
{
    for (const Step &old : file.steps) {
        if (asksTheSame(old, step))
            return &old;
    }
    return nullptr;
}

std::optional<AssignmentState> keptMark(const LockedCase &file, const Step &step, int no)
{
    const Step *old = earlierStep(file, step);
    if (!old)
        return std::nullopt;
    const auto given = [](const Assignment &a) {
        return a.state == State::Approved || a.state == State::Read || a.state == State::PostReviewed;
    };
    const Assignment &seat = old->assignments[size_t(no) - 1];
    if (given(seat))
        return seat.state;
    const bool enough = std::count_if(old->assignments.begin(), old->assignments.end(), given) >= old->needed;
    return enough && !circulates(*old) ? std::optional(State::Skipped) : std::nullopt;
}

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
    if (const auto *objected = std::get_if<Objected>(&body))
        return {objected->on};
    if (const auto *extended = std::get_if<Extended>(&body))
        return {extended->on};
    return {};
}

Manner mannerOf(const EventBody &body)
{
    if (const auto *approved = std::get_if<Approved>(&body))
        return approved->manner;
    if (const auto *returned = std::get_if<Returned>(&body))
        return returned->manner;
    if (const auto *rejected = std::get_if<Rejected>(&body))
        return rejected->manner;
    return Manner::Own;
}

bool disputed(const std::vector<Step> &steps)
{
    return std::any_of(steps.begin(), steps.end(), [](const Step &step) { return cannotAgree(step); });
}

} // namespace kessai
