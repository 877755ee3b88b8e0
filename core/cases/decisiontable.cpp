// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decisiontable.h"

#include "core/cases/strictjson.h"

#include <QLocale>

#include <algorithm>

namespace kessai {

namespace {

std::optional<qint64> amountIn(const QJsonObject &facts)
{
    return wholeNumber(facts.value(QLatin1String("amount")));
}

QString yenText(qint64 yen)
{
    return QLocale(QLocale::Japanese).toString(yen);
}

/// "500,000円未満", the Japanese and the English of how far a level decides and from where on.
Bilingual rangeText(const DecisionLimit *below, const DecisionLimit &own)
{
    Bilingual text;
    if (below) {
        const bool reached = below->kind == DecisionLimit::Kind::Below;
        const QString from = yenText(below->amount.amount());
        text.ja = from + (reached ? QStringLiteral("円以上") : QStringLiteral("円を超え"));
        text.en = (reached ? QStringLiteral("from %1 yen") : QStringLiteral("above %1 yen")).arg(from);
    }
    const QString to = yenText(own.amount.amount());
    if (own.kind == DecisionLimit::Kind::Below || own.kind == DecisionLimit::Kind::UpTo) {
        const bool exclusive = own.kind == DecisionLimit::Kind::Below;
        text.ja += to + (exclusive ? QStringLiteral("円未満") : QStringLiteral("円以下"));
        text.en += (text.en.isEmpty() ? QString() : QStringLiteral(" "))
            + (exclusive ? QStringLiteral("below %1 yen") : QStringLiteral("up to %1 yen")).arg(to);
    } else if (!below) {
        text = {QStringLiteral("全額"), QStringLiteral("whatever the amount")};
    }
    if (text.ja.endsWith(QStringLiteral("超え")))
        text.ja += QStringLiteral("る額");
    return text;
}

} // namespace

std::optional<qint64> DecisionLimit::end() const
{
    switch (kind) {
    case Kind::None: return 0;
    case Kind::Below: return amount.amount();
    case Kind::UpTo: return amount.amount() + 1;
    case Kind::All: return std::nullopt;
    }
    return 0;
}

bool DecisionLimit::covers(std::optional<qint64> yen) const
{
    if (kind == Kind::None)
        return false;
    const std::optional<qint64> beyond = end();
    return !beyond || (yen && *yen < *beyond);
}

bool DecisionConsult::asksAt(std::optional<qint64> yen) const
{
    // Whatever has no amount cannot be shown to be below it.
    return !from || !yen || (beyond ? *yen > from->amount() : *yen >= from->amount());
}

std::optional<DecisionCell> DecisionTable::cellFor(const QJsonObject &facts) const
{
    const QString act = facts.value(QLatin1String("act")).toString();
    const QString item = facts.value(QLatin1String("item")).toString();
    const DecisionRow *found = nullptr;
    for (const DecisionRow &one : rows) {
        if (!one.acts.contains(act))
            continue;
        if (one.items.contains(item)) {
            found = &one;
            break;
        }
        if (one.items.isEmpty())
            found = &one;
    }
    for (size_t level = 0; found && level < found->limits.size(); ++level) {
        if (found->limits[level].covers(amountIn(facts)))
            return DecisionCell{found, level};
    }
    return std::nullopt;
}

std::optional<size_t> DecisionTable::levelNamed(const QString &level) const
{
    const auto it =
        std::find_if(levels.begin(), levels.end(), [&](const DecisionLevel &l) { return l.term.code == level; });
    return it == levels.end() ? std::nullopt : std::optional(size_t(it - levels.begin()));
}

const DecisionRow *DecisionTable::row(const QString &wanted) const
{
    const auto it = std::find_if(rows.begin(), rows.end(), [&](const DecisionRow &r) { return r.row == wanted; });
    return it == rows.end() ? nullptr : &*it;
}

const Selector &DecisionTable::decider(const DecisionCell &cell) const
{
    const std::optional<Selector> &own = cell.row->limits.at(cell.level).who;
    return own ? *own : levels.at(cell.level).who;
}

Bilingual DecisionTable::subject(const DecisionRow &row) const
{
    const auto names = [](const std::vector<DecisionTerm> &terms, const QStringList &codes) {
        QStringList ja;
        QStringList en;
        for (const DecisionTerm &term : terms) {
            if (codes.contains(term.code)) {
                ja.append(term.name.ja);
                en.append(term.name.text(true));
            }
        }
        return Bilingual{ja.join(QStringLiteral("・")), en.join(QStringLiteral(", "))};
    };
    Bilingual text = names(acts, row.acts);
    if (const Bilingual named = names(items, row.items); !row.items.isEmpty()) {
        text.ja += QStringLiteral("（%1）").arg(named.ja);
        text.en += QStringLiteral(" (%1)").arg(named.en);
    }
    return text;
}

Bilingual DecisionTable::reason(const DecisionRow &row, size_t level) const
{
    const DecisionLimit *below = nullptr;
    for (size_t lower = 0; lower < level; ++lower) {
        if (row.limits[lower].kind != DecisionLimit::Kind::None)
            below = &row.limits[lower];
    }
    const Bilingual about = subject(row);
    const Bilingual range = rangeText(below, row.limits[level]);
    const Bilingual &name = levels[level].term.name;
    return {QStringLiteral("%1は、%2を%3が決裁します（%4）。").arg(about.ja, range.ja, name.ja, row.article.ja),
            QStringLiteral("%1, %2: decided by the %3 (%4).")
                .arg(about.en, range.en, name.text(true), row.article.text(true))};
}

Bilingual DecisionTable::consultReason(const DecisionRow &row) const
{
    const Bilingual about = subject(row);
    return {QStringLiteral("%1は、決裁の前に合議を受けます（%2）。").arg(about.ja, row.article.ja),
            QStringLiteral("%1: agreed with others before the decision (%2).").arg(about.en, row.article.text(true))};
}

QString cellName(const DecisionTable &table, const DecisionCell &cell)
{
    return cell.row->row + QLatin1Char('/') + table.levels.at(cell.level).term.code;
}

std::optional<DecisionCell> cellNamed(const DecisionTable &table, const QString &name)
{
    const DecisionRow *row = table.row(name.section(QLatin1Char('/'), 0, 0));
    const auto level = table.levelNamed(name.section(QLatin1Char('/'), 1));
    return row && level ? std::optional(DecisionCell{row, *level}) : std::nullopt;
}

} // namespace kessai
