// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/payeestore.h"
#include "core/store/reader.h"

namespace kessai {

// What PayeeStore promises, read.
Result<std::vector<PayeeRef>> findPayees(const Reader &reader, const QString &typed);
Result<std::vector<PayeeRevision>> readPayees(const Reader &reader, const QString &typed, const QString &after,
                                              int most);
Result<std::vector<Payee>> readAllPayees(const Reader &reader);
Result<std::vector<PayeeRevision>> readPayeeRevisions(const Reader &reader, const QString &code);

/// AccessDenied where somebody does not hold the role "accounting" today, in a file; a server's doors see to it themselves.
Result<> checkAccounting(const Reader &reader);

/// Writes a change of payees that makes sense, for the notary in this program, which sees to who makes it, and for the owner of a database,
/// who is nobody in the office. In the caller's transaction.
Result<> writePayees(Database &database, const PayeeChange &change, std::optional<StaffId> madeBy,
                     const QString &madeName, Instant now);

/// A payee as a server's doors take it: the columns of the table `payee`.
QJsonObject payeeRow(const Payee &payee);

} // namespace kessai
