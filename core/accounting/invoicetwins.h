// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <vector>

namespace kessai {

/// What tells that an order of payment is of the same debt as another, whichever form either has: the payee and the amount with the day or
/// the number of the invoice, or a file that is attached to both. A debt is paid once (地方自治法232条の4第2項: 債務の確定).
struct InvoiceMarks final {
    QString payee{}; ///< code
    qint64 amount = 0;
    QDate invoicedOn{};              ///< invalid where no invoice says it
    QString number{};                ///< of the invoice, as it was typed
    std::vector<QByteArray> files{}; ///< SHA-256 in hex
    QString commitment{}; ///< the account of the commitment it rests on; its contract is attached to every part payment
    QDate from{};         ///< the days of payment looked at
    QDate until{};
    friend bool operator==(const InvoiceMarks &, const InvoiceMarks &) = default;
};

/// An order of payment that runs or is decided and may be of the same debt: whoever pays is told which, and nothing else of it.
struct InvoiceTwin final {
    QString number;  ///< of its case
    QString section; ///< of its drafter
    bool sameFile;   ///< one is attached to both; otherwise payee, amount and invoice are the same
    friend bool operator==(const InvoiceTwin &, const InvoiceTwin &) = default;
};

/// The number of an invoice as it is compared: compatibility forms, letter case, spaces, dashes and other marks between its parts make no
/// difference. The door in PostgreSQL says the same (migration 0036).
QString foldInvoiceNumber(const QString &number);

/// "R8-000123（総務課）: 債権者・金額・請求書が同じ …".
Bilingual twinsText(const std::vector<InvoiceTwin> &twins);

} // namespace kessai
