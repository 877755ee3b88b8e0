// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/bankaccount.h"
#include "core/base/bilingual.h"
#include "core/base/quantity.h"
#include "core/base/result.h"

#include <QDate>

#include <optional>
#include <vector>

namespace kessai {

/// Who orders transfers, and the account they are paid from: the head of a file.
struct TransferSource final {
    QString code; ///< the number the bank gave, up to ten digits
    BankAccount account;
    friend bool operator==(const TransferSource &, const TransferSource &) = default;
};

/// One transfer. The customer codes come back with what the bank says of it: up to ten digits each.
struct Transfer final {
    BankAccount account;
    Yen amount{0};
    QString customer1;
    QString customer2;
    friend bool operator==(const Transfer &, const Transfer &) = default;
};

/// 総合振込: what one bank is to pay on one day.
struct TransferFile final {
    TransferSource source;
    QDate day; ///< a day on which banks work
    std::vector<Transfer> transfers;
    friend bool operator==(const TransferFile &, const TransferFile &) = default;
};

/// Why a file cannot be written.
struct ZenginProblem final {
    std::optional<size_t> transfer; ///< which one; none = the head, or the file as a whole
    Bilingual text;
};

enum class LineEnds {
    None, ///< 120 bytes a record
    CrLf, ///< 122
};

/// The bytes of a 総合振込 file in the format of 全銀協 (domain.md 5.9): records of 120 bytes in CP932, one head, one a transfer, the sum and
/// the end. Names are written as banks take them (toBankKana); one that is too long is a problem and never cut silently.
Result<QByteArray, ZenginProblem> writeZengin(const TransferFile &file, LineEnds lineEnds = LineEnds::CrLf);

} // namespace kessai
