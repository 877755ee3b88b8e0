// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QDate>
#include <QString>

namespace kessai {

/// A quantity a case puts into a ledger: minutes of overtime, minutes of leave, yen. Belongs to the content revision
/// and is therefore approved with it.
struct Posting final {
    QString ledger;  ///< "overtime.minutes", "leave.annual.minutes", ...
    QString account; ///< whose or what: "staff:123", "budget:..."
    QDate day;       ///< the day it counts for
    qint64 amount;   ///< whole minutes or whole yen, as the ledger says
    friend bool operator==(const Posting &, const Posting &) = default;
};

/// Reserved while the case runs, used once decided, void when it ended otherwise (product.md "posting").
enum class PostingState { Reserved = 0, Used = 1, Void = 2 };

/// A sum over a ledger that a form wants to know before it checks or informs.
struct LedgerQuery final {
    QString name; ///< how the form finds the answer again
    QString ledger;
    QString account;
    QDate from;
    QDate until; ///< inclusive
    friend bool operator==(const LedgerQuery &, const LedgerQuery &) = default;
};
struct LedgerAnswer final {
    QString name;
    qint64 used = 0;
    qint64 reserved = 0;
    friend bool operator==(const LedgerAnswer &, const LedgerAnswer &) = default;
};

} // namespace kessai
