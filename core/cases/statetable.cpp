// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/statetable.h"

#include <algorithm>
#include <iterator>

namespace kessai {

namespace {

struct StateChange {
    Act act;
    CaseState from;
    CaseState to;
};

// Every way a case may go (domain.md 8.1). What is not here does not happen: decide refuses it, fold calls it damage.
constexpr StateChange kStateChanges[] = {
    {Act::Submit, CaseState::Draft, CaseState::Running},
    {Act::Submit, CaseState::Returned, CaseState::Running},
    {Act::Submit, CaseState::Withdrawn, CaseState::Running},
    {Act::Approve, CaseState::Running, CaseState::Running},
    {Act::Approve, CaseState::Running, CaseState::Decided},
    {Act::Read, CaseState::Running, CaseState::Running},
    {Act::Read, CaseState::Decided, CaseState::Decided},
    {Act::ReturnToDrafter, CaseState::Running, CaseState::Returned},
    {Act::ReturnToStep, CaseState::Running, CaseState::Running},
    {Act::Reject, CaseState::Running, CaseState::Rejected},
    {Act::Withdraw, CaseState::Running, CaseState::Withdrawn},
    {Act::Cancel, CaseState::Running, CaseState::Cancelled},
    {Act::Cancel, CaseState::Returned, CaseState::Cancelled},
    {Act::Cancel, CaseState::Withdrawn, CaseState::Cancelled},
    {Act::Comment, CaseState::Running, CaseState::Running},
    {Act::Comment, CaseState::Returned, CaseState::Returned},
    {Act::Comment, CaseState::Withdrawn, CaseState::Withdrawn},
    {Act::Comment, CaseState::Decided, CaseState::Decided},
    {Act::Comment, CaseState::Rejected, CaseState::Rejected},
    {Act::Comment, CaseState::Cancelled, CaseState::Cancelled},
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

bool mayHappen(Act act, CaseState from)
{
    return std::any_of(std::begin(kStateChanges), std::end(kStateChanges),
                       [=](const StateChange &c) { return c.act == act && c.from == from; });
}

bool mayChange(Act act, CaseState from, CaseState to)
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
