// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/splitorders.h"

#include <QStringList>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kMostNamed = 5;

QString grouped(qint64 yen)
{
    QString digits = QString::number(yen);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, QLatin1Char(','));
    return digits;
}

} // namespace

std::optional<SplitOrders> splitOf(qint64 amount, const std::vector<NearOrder> &others,
                                   const std::vector<OrderLimit> &limits)
{
    std::optional<SplitOrders> found;
    for (const OrderLimit &limit : limits) {
        if (amount >= limit.first || (found && limit.first <= found->limit.first))
            continue;
        SplitOrders split{limit, {}, amount};
        for (const NearOrder &other : others) {
            if (other.amount >= limit.first)
                continue;
            split.others.push_back(other);
            split.sum += other.amount;
        }
        if (split.sum >= limit.first)
            found = std::move(split);
    }
    return found;
}

Bilingual splitText(const SplitOrders &split, qint64 days)
{
    QStringList ja;
    QStringList en;
    for (size_t i = 0; i < split.others.size() && i < kMostNamed; ++i) {
        const NearOrder &one = split.others[i];
        ja.append(QStringLiteral("%1 %2円").arg(one.number, grouped(one.amount)));
        en.append(QStringLiteral("%1 ¥%2").arg(one.number, grouped(one.amount)));
    }
    if (split.others.size() > kMostNamed) {
        ja.append(QStringLiteral("ほか"));
        en.append(QStringLiteral("and more"));
    }
    const QString count = QString::number(split.others.size() + 1);
    const QString span = QString::number(days);
    return {QStringLiteral("同じ相手方・同じ科目で%1日以内に%2件、合計%3円になり（%4）、%"
                           "5を超えます。分割発注でないか確かめてください")
                .arg(span, count, grouped(split.sum), ja.join(QStringLiteral("、")), split.limit.name.ja),
            QStringLiteral("%2 orders from the same payee on the same line within %1 days make ¥%3 (%4), which is "
                           "beyond %5: please check "
                           "that no order was split")
                .arg(span, count, grouped(split.sum), en.join(QStringLiteral(", ")), split.limit.name.en)};
}

} // namespace kessai
