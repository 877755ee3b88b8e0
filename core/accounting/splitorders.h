// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace kessai {

/// An order of the same kind from the same payee, in the days looked at.
struct NearOrder final {
    QString number; ///< of its case
    QDate day;
    qint64 amount = 0; ///< yen with tax
    friend bool operator==(const NearOrder &, const NearOrder &) = default;
};

/// A line somebody draws for one contract: to negotiate it, to do with one quotation, to decide it.
struct OrderLimit final {
    Bilingual name;   ///< "課長の専決"
    qint64 first = 0; ///< the first whole yen that is beyond it
    friend bool operator==(const OrderLimit &, const OrderLimit &) = default;
};

/// What may be one order in parts (分割発注): together they are beyond the limit, and each alone is not.
struct SplitOrders final {
    OrderLimit limit;
    std::vector<NearOrder> others;
    qint64 sum = 0; ///< of them and the one in question
    friend bool operator==(const SplitOrders &, const SplitOrders &) = default;
};

/// Whether an order is one of several that stay below a limit only because they are several (domain.md 5.4: "splitting must be detected: same
/// vendor and same 節 within N days"): by the highest limit it comes beyond. What is beyond a limit by itself splits nothing.
std::optional<SplitOrders> splitOf(qint64 amount, const std::vector<NearOrder> &others,
                                   const std::vector<OrderLimit> &limits);
/// "同じ相手方・同じ科目で30日以内に3件、合計720,000円 …".
Bilingual splitText(const SplitOrders &split, qint64 days);

} // namespace kessai
