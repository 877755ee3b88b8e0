// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/examination.h"

#include <QStringList>

namespace kessai {

/// Something a voucher says, to be compared with its proof.
struct CheckItem final {
    QString field; ///< what the tick is kept under
    QString label;
    QString value;
    QStringList spellings; ///< how the proof may write it, the likeliest first; empty = it cannot be looked for
    bool amount = false;
    friend bool operator==(const CheckItem &, const CheckItem &) = default;
};

/// What is compared of a voucher, in the order of its form: money, days, payee, line and persons. A payee is three items: the name, the
/// account's last digits, the registration number.
std::vector<CheckItem> checklistOf(const VoucherFile &file);

/// A document that proves something, and whose it is.
struct ProofPaper final {
    Attachment file;
    bool commitments = false; ///< attached to the commitment, not to the voucher
};
/// The voucher's own papers, then those of the commitment; the same file once. Confidential ones the reader may not open are left out.
std::vector<ProofPaper> papersOf(const VoucherFile &file);

/// How many days there are until the voucher is to be paid, in words: "3 days left", "today", "2 days late".
QString daysLeftText(const QDate &day, const QDate &today);

} // namespace kessai
