// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/conditionrows.h"

namespace kessai {

bool ConditionRow::plain() const
{
    return json.size() == 2 && !field().isEmpty();
}

QString ConditionRow::comparison() const
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (it.key() != QLatin1String("field"))
            return it.key();
    }
    return {};
}

ConditionRow ConditionRow::of(const QString &field, const QString &comparison, const QJsonValue &value)
{
    return {{{QStringLiteral("field"), field}, {comparison, value}}};
}

ConditionRows ConditionRows::of(const Condition &condition)
{
    const QJsonObject json = condition.toJson();
    if (json.isEmpty())
        return {};
    for (const bool any : {false, true}) {
        const QJsonArray parts = json.value(any ? QLatin1String("any") : QLatin1String("all")).toArray();
        if (json.contains(QLatin1String("field")) || parts.size() < 2)
            continue; // a list of one would not come back as it was
        ConditionRows rows{any, {}};
        for (const QJsonValue part : parts)
            rows.rows.push_back({part.toObject()});
        return rows;
    }
    return {false, {ConditionRow{json}}};
}

Result<Condition> ConditionRows::condition() const
{
    if (rows.empty())
        return Condition();
    if (rows.size() == 1)
        return Condition::fromJson(rows.front().json);
    QJsonArray parts;
    for (const ConditionRow &row : rows)
        parts.append(row.json);
    return Condition::fromJson({{any ? QStringLiteral("any") : QStringLiteral("all"), parts}});
}

} // namespace kessai
