// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/paymentstore.h"
#include "core/store/reader.h"

namespace kessai {

// What PaymentStore promises, read.
Result<std::vector<PaymentDue>> readPaymentsDue(const Reader &reader, const QDate &until);
Result<std::vector<PaymentDue>> readPaymentsNow(const Reader &reader);
Result<std::vector<WithheldTax>> readWithheldTax(const Reader &reader, const QDate &from, const QDate &until);
/// In the caller's transaction: batches, their lines and what was done to them are read one after another, and belong together.
Result<std::vector<PaymentBatch>> readBatches(const Reader &reader, const QDate &since);
Result<PaymentRecord> readPaymentRecord(const Reader &reader);
Result<std::optional<SourceRevision>> readTransferSource(const Reader &reader);
Result<std::vector<PaymentState>> readPaymentStates(const Reader &reader, const std::vector<CaseId> &cases);
Result<CommitmentStanding> readCommitmentStanding(const Reader &reader, CaseId commitment);
Result<std::vector<Unpaid>> readUnpaid(const Reader &reader);
Result<std::vector<InvoiceTwin>> readInvoiceTwins(const Reader &reader, const InvoiceMarks &marks,
                                                  std::optional<CaseId> except);

/// Writes a change of payments that makes sense, for the notary in this program, which sees to who makes it. In the caller's transaction.
Result<BatchId> writePayments(Database &database, const PaymentChange &change, StaffId madeBy, const QString &madeName,
                              Instant now);

/// An order as a case that rests on it says it; nothing where it was not paid, or is cancelled.
Result<std::optional<PaidRef>> readPaid(Database &database, CaseId order);
Result<std::vector<PaidOffer>> readPaidInCharge(const Reader &reader);
/// Writes down that money came in, for whoever records it among the acts of payments; answers what is recorded.
Result<QJsonObject> writeReceipt(Database &database, const RecordReceipt &receipt, const QDate &today);

/// What a change is called where staff ask a server; one statement.
Result<BatchId> callPayments(Database &database, const PaymentChange &change);

/// A row with the columns of the table `payee` from `first` on, without who made it.
Payee payeeAt(const Query &row, int first);

} // namespace kessai
