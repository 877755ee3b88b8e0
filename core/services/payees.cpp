// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/desk.h"

// Whom the office pays.

namespace kessai {

Result<std::vector<PayeeRef>> Desk::findPayees(const QString &typed)
{
    return m_store->payees().find(typed);
}

Result<std::vector<PayeeRevision>> Desk::payees(const QString &typed, const QString &after, int most)
{
    return m_store->payees().registered(typed, after, most);
}

Result<std::vector<PayeeRevision>> Desk::payeeRevisions(const QString &code)
{
    return m_store->payees().payeeRevisions(code);
}

Result<> Desk::changePayees(const PayeeChange &change)
{
    return m_store->payees().changePayees(change);
}

Result<PayeeDiff> Desk::previewPayees(const std::vector<Payee> &imported)
{
    const auto known = m_store->payees().allPayees();
    if (!known)
        return known.failure();
    return diffOf(imported, *known);
}

} // namespace kessai
