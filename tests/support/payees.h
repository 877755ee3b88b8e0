// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payee.h"

namespace kessai::test {

/// A payee that may be registered as it is.
inline Payee somePayee(const QString &code)
{
    return {code,
            0,
            QStringLiteral("株式会社協和"),
            QStringLiteral("カブシキガイシャキョウワ"),
            PayeeKind::Corporation,
            QStringLiteral("T7123456789012"),
            {QStringLiteral("0123"), QStringLiteral("ﾐﾎﾝ"), QStringLiteral("045"), QStringLiteral("ﾎﾝﾃﾝ"),
             AccountType::Ordinary, QStringLiteral("0345678"), QStringLiteral("ｶ)ｷﾖｳﾜ")},
            false,
            {},
            {}};
}

/// One that was registered.
inline Payee knownPayee()
{
    Payee payee = somePayee(QStringLiteral("12"));
    payee.revision = 1;
    return payee;
}

} // namespace kessai::test
