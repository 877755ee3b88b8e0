// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caseref.h"
#include "core/cases/paidref.h"
#include "core/ports/casestore.h"

#include <functional>

namespace kessai {

/// Whether a case commits and orders a payment at once, as no form does and the notaries let nobody file any more: its account says neither what is
/// left of the one nor of the other, so that nothing may rest on it.
bool commitsAndPays(const std::vector<Posting> &postings);

/// A decided commitment as its own record has it, for whoever rests on it.
struct Commitment final {
    CaseRef ref; ///< without the drafter's number, which may change
    StaffId drafter;
};

/// Nothing where a case is none that another may rest on: not decided, a cancellation, one that commits nothing, or pays as well.
std::optional<Commitment> commitmentOf(const CaseRecord &record);

/// An order of payment as its own record has it, for whoever gives back of it or settles it.
struct PaymentOrder final {
    PaidRef ref; ///< without the drafter's number and, where it pays of a commitment, without its line
    StaffId drafter;
};

/// Nothing where a case is none: not decided, a cancellation, one that orders nothing to be paid, or commits as well.
std::optional<PaymentOrder> paymentOrderOf(const CaseRecord &record);

/// What another case may rest on in a record.
struct Referred final {
    std::optional<Commitment> commitment;
    std::optional<PaymentOrder> order;
};
Referred referredOf(const CaseRecord &record);

/// How what a case rests on is found.
struct ReferenceLookup final {
    /// By its case; an error where the reader cannot read it, which leaves the reference to those who can.
    std::function<Result<Referred>(CaseId)> find;
    /// Whether a batch ever paid it; none where the reader knows nothing of payments.
    std::function<std::optional<bool>(CaseId)> paid = [](CaseId) { return std::optional<bool>(); };
};

/// How what a case says of what it rests on differs from what that is, in English, by the rules the notaries hold it to when it is
/// filed (core/cases/caseref.h, core/cases/paidref.h): all of a reference is so, an order was paid, what else the case moves of the budget is
/// on the commitment's line, and no commitment is moved that nothing refers to. Whether either record proves itself, `verifyCase` tells.
QStringList referenceFaults(const CaseRecord &record, const OfficeHistory &office, const ReferenceLookup &lookup);

} // namespace kessai
