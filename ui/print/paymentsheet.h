// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/accounting/paymentmodel.h"

class QPrinter;

namespace kessai {

/// A list of payments as it is printed: which, of what office, and, of a batch, who did what to it and when, in the place of seals, and the hash of what
/// was done last, which says on paper what no one can change in the database any more.
struct PaymentPaper final {
    QString office;
    QString name; ///< "令和8年11月26日 第3号"
    std::vector<PaymentRow> rows;
    QByteArray hash{};
    std::vector<PaymentAct> acts{};
};

/// Prints the list on A4, as many pages as it takes, with its count and sum and what was done; an error where the printer does not begin.
Result<> printPayments(const PaymentPaper &paper, QPrinter &printer);
/// Writes the same as a PDF.
Result<> savePaymentsPdf(const PaymentPaper &paper, const QString &path);

} // namespace kessai
