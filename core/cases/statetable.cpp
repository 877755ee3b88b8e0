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
    {ActKind::Submit, CaseState::Draft, CaseState::Decided}, // nobody is above the drafter: others are only told
    {ActKind::Submit, CaseState::Withdrawn, CaseState::Decided},
    {ActKind::Submit, CaseState::Returned, CaseState::Decided},
    {ActKind::Approve, CaseState::Running, CaseState::Running},
    {ActKind::Approve, CaseState::Running, CaseState::Decided},
    {ActKind::Read, CaseState::Running, CaseState::Running},
    {ActKind::Read, CaseState::Decided, CaseState::Decided},
    {ActKind::ReturnToDrafter, CaseState::Running, CaseState::Returned},
    {ActKind::ReturnToStep, CaseState::Running, CaseState::Running},
    {ActKind::Reject, CaseState::Running, CaseState::Rejected},
    {ActKind::Object, CaseState::Running, CaseState::Running},
    {ActKind::Object, CaseState::Running, CaseState::Returned},
    {ActKind::Extend, CaseState::Running, CaseState::Running},
    {ActKind::Withdraw, CaseState::Running, CaseState::Withdrawn},
    {ActKind::Cancel, CaseState::Running, CaseState::Cancelled},
    {ActKind::Cancel, CaseState::Returned, CaseState::Cancelled},
    {ActKind::Cancel, CaseState::Withdrawn, CaseState::Cancelled},
    {ActKind::Remind, CaseState::Running, CaseState::Running},
    {ActKind::Reroute, CaseState::Running, CaseState::Running},
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
    {AssignmentState::Waiting, AssignmentState::Open},
    {AssignmentState::Waiting, AssignmentState::Void},
    {AssignmentState::Open, AssignmentState::Approved},
    {AssignmentState::Open, AssignmentState::Read},
    {AssignmentState::Open, AssignmentState::Returned},
    {AssignmentState::Open, AssignmentState::Rejected},
    {AssignmentState::Open, AssignmentState::Objected},
    {AssignmentState::Open, AssignmentState::Skipped},
    {AssignmentState::Open, AssignmentState::Void},
    // Passed over: by an absence, by a stand-in, by a superior; and read afterwards.
    {AssignmentState::Waiting, AssignmentState::PostReview},
    {AssignmentState::Open, AssignmentState::PostReview},
    {AssignmentState::PostReview, AssignmentState::PostReviewed},
    {AssignmentState::PostReview, AssignmentState::Void},
    // Acted on before its turn by a superior.
    {AssignmentState::Waiting, AssignmentState::Approved},
    {AssignmentState::Waiting, AssignmentState::Returned},
    {AssignmentState::Waiting, AssignmentState::Rejected},
    // Kept from the last round; Waiting to Approved is above.
    {AssignmentState::Waiting, AssignmentState::Skipped},
    {AssignmentState::Waiting, AssignmentState::Read},
    {AssignmentState::Waiting, AssignmentState::PostReviewed},
    // Returned to an earlier step, or somebody was asked before: whatever was done from there on is asked again.
    {AssignmentState::Open, AssignmentState::Waiting},
    {AssignmentState::Approved, AssignmentState::Waiting},
    {AssignmentState::Approved, AssignmentState::Open},
    {AssignmentState::Skipped, AssignmentState::Waiting},
    {AssignmentState::Skipped, AssignmentState::Open},
    {AssignmentState::Objected, AssignmentState::Waiting},
    {AssignmentState::Objected, AssignmentState::Open},
    {AssignmentState::PostReview, AssignmentState::Waiting},
    {AssignmentState::PostReview, AssignmentState::Open},
    {AssignmentState::PostReviewed, AssignmentState::Waiting},
    {AssignmentState::PostReviewed, AssignmentState::Open},
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
