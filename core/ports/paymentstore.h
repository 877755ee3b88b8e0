// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/invoicetwins.h"
#include "core/accounting/payments.h"
#include "core/base/result.h"
#include "core/cases/paidref.h"

namespace kessai {

/// An order that was paid, and how many yen of it may still be given back.
struct PaidOffer final {
    PaidRef ref;
    qint64 left = 0;
    friend bool operator==(const PaidOffer &, const PaidOffer &) = default;
};

/// What the office pays. Batches are for holders of the role "accounting", auditors read them too; AccessDenied to others.
class PaymentStore {
public:
    virtual ~PaymentStore() = default;
    /// Decided vouchers that are to be paid until a day and are in no batch, by day; those that may not be paid as well (staysOut).
    virtual Result<std::vector<PaymentDue>> due(const QDate &until) = 0;
    /// Those of them that are to be paid by today, of the years whose books are open: each order of these years is looked up, and nothing of what
    /// was paid before, for who counts them.
    virtual Result<std::vector<PaymentDue>> dueNow() = 0;
    /// The tax withheld from what was to be paid on these days, by day, and what became of each.
    virtual Result<std::vector<WithheldTax>> withheldTax(const QDate &from, const QDate &until) = 0;
    /// Batches of days from `since` on, and all that are not done with, the oldest first.
    virtual Result<std::vector<PaymentBatch>> batches(const QDate &since) = 0;
    /// All of them, and everything done to payments.
    virtual Result<PaymentRecord> paymentRecord() = 0;
    /// The account paid from, as it is registered now; none where nobody registered one.
    virtual Result<std::optional<SourceRevision>> transferSource() = 0;
    /// Changes payments (checkChange says what makes sense), and answers the batch. Refused as NotPayable, with the case's id as the
    /// detail, where a case may not be paid; as WrongState where a batch has gone another way; as Stale where somebody was faster.
    virtual Result<BatchId> changePayments(const PaymentChange &change) = 0;

    /// How far cases have come that the reader may read; those in no batch are left out. What gives money back is Paid on the day it came in.
    /// For everybody.
    virtual Result<std::vector<PaymentState>> paymentStates(const std::vector<CaseId> &cases) = 0;
    /// How much of a decided commitment is ordered to be paid, and how much is paid; for who may read it or is in charge of its line.
    virtual Result<CommitmentStanding> commitmentStanding(CaseId commitment) = 0;
    /// What is not paid on the lines in the reader's charge: money that is to come back, advances that are not settled, then vouchers, decided or
    /// under way, by day, then commitments, the newest first, of the fiscal years whose books are open. One more than kMostUnpaid where there are
    /// more. For everybody.
    virtual Result<std::vector<Unpaid>> unpaid() = 0;
    /// Other orders of payment that run or are decided and may be of the same debt, by case; of very many the first 20. For everybody.
    virtual Result<std::vector<InvoiceTwin>> invoiceTwins(const InvoiceMarks &marks, std::optional<CaseId> except) = 0;
    /// Orders that were paid on lines of the reader's sections, of years whose books are open, the newest first, and of very many the newest
    /// 500: what one may give back of. For everybody.
    virtual Result<std::vector<PaidOffer>> paidInCharge() = 0;
};

} // namespace kessai
