// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/form.h"
#include "core/cases/numbers.h"
#include "core/ports/paymentstore.h"

namespace kessai {

class Store;

/// What is to be paid and what was.
struct PaymentSheet final {
    QDate today;
    Holidays holidays;
    std::vector<PaymentDue> due; ///< by day
    std::vector<PaymentBatch>
        batches; ///< since the day that was asked for, and those that are not done with, the oldest first
    std::optional<SourceRevision> source{};

    /// What is to be done by today: vouchers that may be paid, and batches whose day has come and that nobody confirmed.
    int toDo() const;
};

/// The tax withheld from what was to be paid in a month.
struct WithheldSheet final {
    QDate month;                   ///< its first day
    QDate payBy;                   ///< the last day on which it is paid on in time (納付期限)
    std::vector<WithheldTax> rows; ///< by day
    Yen sum() const;               ///< of what was paid; not of what came back or is not confirmed
};

/// How a decided commitment stands beside everything that rests on it.
struct CommitmentUse final {
    CommitmentStanding standing;
    qint64 running = 0;     ///< ordered to be paid by cases that are not decided yet, or being examined
    bool changed = false;   ///< a change of it runs, or what it is about is another sum by now
    LedgerAnswer balance{}; ///< see kCommitmentBalance

    qint64 ordered() const { return standing.ordered + running; }
};
/// Asks for it; with what runs, whoever asks. Fails as the store does.
Result<CommitmentUse> useOf(Store &store, CaseId commitment, const QDate &today);

/// What keeps a commitment from being cancelled, said before anybody writes why, as the notary says it when it is sent: a change of it runs or
/// stands, or payments are ordered of it.
std::optional<Finding> restingFinding(Store &store, const QJsonObject &fields, const std::vector<Posting> &postings,
                                      const QDate &day);

/// By when what was withheld in a month is paid on: the day of the next month that the parameter withholding.due_day gives, or the first working
/// day after it (所得税法183条, 国税通則法10条2項).
QDate withheldPayBy(const QDate &month, const Numbers &numbers);

/// By when an advance is settled: so many days after it was paid, or what it was paid for is there (settlement.term_days); of a trip after its last
/// day, whenever it was paid (travel.settle_days), as the form of the settlement says. Both as they are on the day one counts from.
QDate settledBy(const Unpaid &advance, const Numbers &numbers);

} // namespace kessai
