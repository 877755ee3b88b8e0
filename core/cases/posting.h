// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QDate>
#include <QString>

#include <algorithm>
#include <optional>
#include <vector>

namespace kessai {

inline constexpr int kLastMinuteOfDay = 24 * 60 - 1;

/// A quantity a case puts into a ledger: minutes of overtime, minutes of leave, yen. Belongs to the content revision
/// and is therefore approved with it.
struct Posting final {
    QString ledger;             ///< "overtime.minutes", "leave.annual.minutes", ...
    QString account;            ///< whose or what: "staff:123", "budget:..."
    QDate day;                  ///< the day it counts for
    qint64 amount;              ///< whole minutes or whole yen, as the ledger says
    std::optional<int> start{}; ///< minute of the day at which the minutes begin, where they are a stretch of it
    friend bool operator==(const Posting &, const Posting &) = default;
};

/// Whether any of these is of money: on a line of the budget, or on a commitment.
inline bool movesMoney(const std::vector<Posting> &postings)
{
    return std::any_of(postings.begin(), postings.end(), [](const Posting &posting) {
        return posting.account.startsWith(QLatin1String("budget:"))
            || posting.account.startsWith(QLatin1String("case:"));
    });
}

/// Reserved while the case runs, used once decided, void when it ended otherwise (product.md "posting").
enum class PostingState { Reserved = 0, Used = 1, Void = 2 };

/// What a form wants to know of a ledger before it checks or informs.
struct LedgerQuery final {
    QString name; ///< how the form finds the answer again
    QString ledger;
    QString account;
    QDate from;
    QDate until;          ///< inclusive
    bool entries = false; ///< wants them one by one, not only their sum
    friend bool operator==(const LedgerQuery &, const LedgerQuery &) = default;
};
/// One posting that counts, as a question about a ledger finds it; whose case it is, is not said.
struct LedgerEntry final {
    QDate day;
    qint64 amount;
    std::optional<int> start{}; ///< see Posting::start
    bool used = false;          ///< decided; otherwise reserved
    friend bool operator==(const LedgerEntry &, const LedgerEntry &) = default;
};
struct LedgerAnswer final {
    QString name;
    qint64 used = 0;
    qint64 reserved = 0;
    std::vector<LedgerEntry> entries{}; ///< by day and start, where they were asked for
    friend bool operator==(const LedgerAnswer &, const LedgerAnswer &) = default;
};

} // namespace kessai
