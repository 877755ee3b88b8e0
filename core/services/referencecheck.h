// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caseref.h"
#include "core/ports/casestore.h"

#include <functional>

namespace kessai {

/// A decided commitment as its own record has it, for whoever rests on it.
struct Commitment final {
    CaseRef ref; ///< without the drafter's number, which may change
    StaffId drafter;
};

/// Nothing where a case is none that another may rest on: not decided, a cancellation, or one that commits nothing.
std::optional<Commitment> commitmentOf(const CaseRecord &record);

/// Finds a commitment by its case; an error where the reader cannot read it, which leaves the reference to those who can.
using CommitmentLookup = std::function<Result<std::optional<Commitment>>(CaseId)>;

/// How what a case says of the commitments it rests on differs from what they are, in English, by the rules the notaries hold it to when it is
/// filed (core/cases/caseref.h): all of a reference is so, what else the case moves of the budget is on the commitment's line, and
/// no commitment is moved that nothing refers to. Whether either record proves itself, `verifyCase` tells.
QStringList referenceFaults(const CaseRecord &record, const OfficeHistory &office, const CommitmentLookup &find);

} // namespace kessai
