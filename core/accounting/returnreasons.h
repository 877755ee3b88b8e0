// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace kessai {

/// Why the accounting section sends a voucher back, as a list offers it. The words go into the act as they are in Japanese, so that they
/// can be counted: returns are what makes payments late.
struct VoucherFault final {
    QString code;
    Bilingual words;
    QDate from;                 ///< the first day it is offered
    std::optional<QDate> until; ///< the last one
    QString source;             ///< the rule the voucher breaks
    friend bool operator==(const VoucherFault &, const VoucherFault &) = default;
};

/// The faults offered on a day (":/kessai/parameters/returnreasons.json"), in their order.
std::vector<VoucherFault> voucherFaultsOn(const QDate &day);

/// The reason an act gives: the words, and what is said besides.
QString returnReason(const VoucherFault &fault, const QString &besides);
/// Which fault a reason was written from, whenever that was; none where it was written by hand.
std::optional<VoucherFault> voucherFaultIn(const QString &reason);

} // namespace kessai
