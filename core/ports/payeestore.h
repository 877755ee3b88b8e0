// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payee.h"

namespace kessai {

/// How many payees `find` answers at most.
inline constexpr int kMostPayeesFound = 20;
/// How many payees `registered` answers at most at a time.
inline constexpr int kMostPayeesListed = 1000;

/// Payees and their accounts. Accounts are for holders of the role "accounting" and whoever owns the database; AccessDenied to others.
class PayeeStore {
public:
    virtual ~PayeeStore() = default;
    /// Whom to pay, the likeliest first: payees that may be chosen today in which all typed words occur. For everybody.
    virtual Result<std::vector<PayeeRef>> find(const QString &typed) = 0;
    /// The newest revisions in which all typed words occur, by code, from after a code on.
    virtual Result<std::vector<PayeeRevision>> registered(const QString &typed, const QString &after, int most) = 0;
    /// The newest revision of every payee, by code.
    virtual Result<std::vector<Payee>> allPayees() = 0;
    /// Every revision of a payee, the newest first.
    virtual Result<std::vector<PayeeRevision>> payeeRevisions(const QString &code) = 0;
    /// Registers payees (checkChange says what makes sense). Stale where somebody was faster, AlreadyExists where nothing would change.
    virtual Result<> changePayees(const PayeeChange &change) = 0;
};

} // namespace kessai
