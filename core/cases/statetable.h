// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/event.h"

namespace kessai {

/// The acts as the table of state changes tells them apart.
enum class ActKind {
    Submit,
    Approve,
    Read, ///< of circulated papers, and of what somebody was passed over with
    ReturnToDrafter,
    ReturnToStep,
    Reject,
    Object,
    Extend,
    Withdraw,
    Cancel,
    Comment,
    Remind,
    Reroute,
};

/// Whether an act may happen to a case in this state at all. The one table of allowed state changes.
bool mayHappen(ActKind act, CaseState from);
/// Whether the act may take a case from one state to the other.
bool mayChange(ActKind act, CaseState from, CaseState to);
/// Whether an assignment may ever go from one state to the other in one change.
bool mayMove(AssignmentState from, AssignmentState to);
/// Postings are reserved while a case runs, used once it is decided, and void otherwise.
PostingState postingStateIn(CaseState state);
/// Why an act is refused in a state that does not allow it.
Refusal refusalIn(CaseState state);

} // namespace kessai
