// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case.h"

#include <algorithm>

namespace kessai {

const Step *Case::step(int no) const
{
    return no >= 1 && size_t(no) <= steps.size() ? &steps[size_t(no) - 1] : nullptr;
}

const Assignment *Case::assignment(AssignmentRef ref) const
{
    const Step *at = step(ref.step);
    return at && ref.no >= 1 && size_t(ref.no) <= at->assignments.size() ? &at->assignments[size_t(ref.no) - 1]
                                                                         : nullptr;
}

bool Case::movesMoney() const
{
    return kessai::movesMoney(postings);
}

bool Case::tookOtherPart(StaffId staff, StepKind kind) const
{
    const bool examines = kind == StepKind::Examine;
    if (!examines && kind != StepKind::Review && kind != StepKind::Decide)
        return false;
    const std::vector<StaffId> &others = examines ? ordered : examined;
    const bool examinedHere =
        std::any_of(steps.begin(), steps.end(), [](const Step &one) { return one.kind == StepKind::Examine; });
    const bool inspected = kind != StepKind::Review && inspector == staff;
    return examinedHere && (inspected || std::find(others.begin(), others.end(), staff) != others.end())
        && movesMoney();
}

bool Case::contested() const
{
    return std::any_of(steps.begin(), steps.end(), [](const Step &one) { return one.standing() == Standing::Failed; });
}

const Step *Case::currentStep() const
{
    if (state != CaseState::Running)
        return nullptr;
    for (const Step &one : steps) {
        if (one.blocks() && !one.complete())
            return &one;
    }
    return nullptr;
}

bool Case::awaitsExamination() const
{
    const Step *now = currentStep();
    return now && isBehindDecision(steps, *now);
}

Projection projectionOf(const Case &c)
{
    Projection projection{c.state, c.round,  c.seq,      c.revision,     c.headHash,
                          c.past,  c.access, c.postings, c.postingState, c.awaitsExamination()};
    if (c.round > 0)
        projection.rounds.push_back(c.steps);
    for (std::vector<Step> &round : projection.rounds) {
        for (Step &one : round)
            one.notes.clear();
    }
    return projection;
}

Case newCase(CaseId id, StaffId drafter)
{
    return Case{.id = id,
                .drafter = drafter,
                .contentDigest = {},
                .basis = {},
                .steps = {},
                .past = {},
                .postings = {},
                .access = {},
                .headHash = {}};
}

} // namespace kessai
