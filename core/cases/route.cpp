// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/route.h"

#include <algorithm>

namespace kessai {

bool agrees(AssignmentState state)
{
    return state == AssignmentState::Approved || state == AssignmentState::Read || state == AssignmentState::PostReview
        || state == AssignmentState::PostReviewed;
}

bool mayBeKept(AssignmentState mark)
{
    return mark == AssignmentState::Approved || mark == AssignmentState::Read || mark == AssignmentState::PostReviewed;
}

Standing standing(int asked, int needed, int agreed, int objected)
{
    if (agreed >= needed)
        return Standing::Agreed;
    return asked - objected < needed ? Standing::Failed : Standing::Undecided;
}

int neededBy(StepRule rule, int asked, int count)
{
    switch (rule) {
    case StepRule::All: return asked;
    case StepRule::Any: return 1;
    case StepRule::Count: return count;
    case StepRule::Majority: return asked / 2 + 1;
    }
    return asked;
}

Standing Step::standing() const
{
    int agreed = 0;
    int objected = 0;
    for (const Assignment &assignment : assignments) {
        agreed += agrees(assignment.state) ? 1 : 0;
        objected += assignment.state == AssignmentState::Objected ? 1 : 0;
    }
    return kessai::standing(int(assignments.size()), needed, agreed, objected);
}

bool Step::completeAt(Standing now) const
{
    return now == Standing::Agreed || (now == Standing::Failed && objection == Objection::Refers);
}

bool isBehindDecision(const std::vector<Step> &steps, const Step &step)
{
    return std::any_of(steps.begin(), steps.end(),
                       [&](const Step &one) { return one.kind == StepKind::Decide && one.no < step.no; });
}

bool sameStep(const Step &a, const Step &b)
{
    return a.kind == b.kind && a.rule == b.rule && a.needed == b.needed && a.line == b.line
        && a.objection == b.objection
        && std::equal(a.assignments.begin(), a.assignments.end(), b.assignments.begin(), b.assignments.end(),
                      [](const Assignment &x, const Assignment &y) { return x.who == y.who; });
}

} // namespace kessai
