// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/statetable.h"

#include <algorithm>
#include <iterator>

namespace kessai {

namespace {

struct StateChange {
    ActKind act;
    CaseState from;
    CaseState to;
};

// Every way a case may go (domain.md 8.1). What is not here does not happen: decide refuses it, fold calls it damage.
constexpr StateChange kStateChanges[] = {
    {ActKind::Submit, CaseState::Draft, CaseState::Running},
    {ActKind::Submit, CaseState::Returned, CaseState::Running},
    {ActKind::Submit, CaseState::Withdrawn, CaseState::Running},
    {ActKind::Approve, CaseState::Running, CaseState::Running},
    {ActKind::Approve, CaseState::Running, CaseState::Decided},
    {ActKind::Read, CaseState::Running, CaseState::Running},
    {ActKind::Read, CaseState::Decided, CaseState::Decided},
    {ActKind::ReturnToDrafter, CaseState::Running, CaseState::Returned},
    {ActKind::ReturnToStep, CaseState::Running, CaseState::Running},
    {ActKind::Reject, CaseState::Running, CaseState::Rejected},
    {ActKind::Withdraw, CaseState::Running, CaseState::Withdrawn},
    {ActKind::Cancel, CaseState::Running, CaseState::Cancelled},
    {ActKind::Cancel, CaseState::Returned, CaseState::Cancelled},
    {ActKind::Cancel, CaseState::Withdrawn, CaseState::Cancelled},
    {ActKind::Comment, CaseState::Running, CaseState::Running},
    {ActKind::Comment, CaseState::Returned, CaseState::Returned},
    {ActKind::Comment, CaseState::Withdrawn, CaseState::Withdrawn},
    {ActKind::Comment, CaseState::Decided, CaseState::Decided},
    {ActKind::Comment, CaseState::Rejected, CaseState::Rejected},
    {ActKind::Comment, CaseState::Cancelled, CaseState::Cancelled},
};

struct Move {
    AssignmentState from;
    AssignmentState to;
};

constexpr Move kMoves[] = {
    {AssignmentState::Waiting, AssignmentState::Open},     {AssignmentState::Waiting, AssignmentState::Void},
    {AssignmentState::Open, AssignmentState::Approved},    {AssignmentState::Open, AssignmentState::Read},
    {AssignmentState::Open, AssignmentState::Returned},    {AssignmentState::Open, AssignmentState::Rejected},
    {AssignmentState::Open, AssignmentState::Skipped},     {AssignmentState::Open, AssignmentState::Void},
    {AssignmentState::Open, AssignmentState::Waiting},     // returned to an earlier step
    {AssignmentState::Approved, AssignmentState::Waiting}, // likewise
    {AssignmentState::Approved, AssignmentState::Open},    // likewise, of the step returned to
    {AssignmentState::Skipped, AssignmentState::Waiting},  {AssignmentState::Skipped, AssignmentState::Open},
};

} // namespace

bool mayHappen(ActKind act, CaseState from)
{
    return std::any_of(std::begin(kStateChanges), std::end(kStateChanges),
                       [=](const StateChange &c) { return c.act == act && c.from == from; });
}

bool mayChange(ActKind act, CaseState from, CaseState to)
{
    return std::any_of(std::begin(kStateChanges), std::end(kStateChanges),
                       [=](const StateChange &c) { return c.act == act && c.from == from && c.to == to; });
}

bool mayMove(AssignmentState from, AssignmentState to)
{
    return std::any_of(std::begin(kMoves), std::end(kMoves),
                       [=](const Move &m) { return m.from == from && m.to == to; });
}

PostingState postingStateIn(CaseState state)
{
    switch (state) {
    case CaseState::Running: return PostingState::Reserved;
    case CaseState::Decided: return PostingState::Used;
    case CaseState::Draft:
    case CaseState::Returned:
    case CaseState::Withdrawn:
    case CaseState::Rejected:
    case CaseState::Cancelled: return PostingState::Void;
    }
    return PostingState::Void;
}

Refusal refusalIn(CaseState state)
{
    return state == CaseState::Decided ? Refusal::AlreadyDecided : Refusal::WrongState;
}

} // namespace kessai
