// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rule.h"
#include "core/cases/strictjson.h"

#include <QStringList>

#include <algorithm>

namespace kessai {

namespace {

// Deeper than any rule needs; keeps a hostile file from exhausting the stack.
constexpr int kDeepest = 32;

enum class Comparison { Eq, Ne, Lt, Le, Gt, Ge, In };

std::optional<Comparison> comparisonNamed(const QString &name)
{
    static const QStringList kNames = {QStringLiteral("eq"), QStringLiteral("ne"), QStringLiteral("lt"),
                                       QStringLiteral("le"), QStringLiteral("gt"), QStringLiteral("ge"),
                                       QStringLiteral("in")};
    const qsizetype at = kNames.indexOf(name);
    return at < 0 ? std::nullopt : std::optional(Comparison(at));
}

bool isScalar(const QJsonValue &value)
{
    return value.isString() || value.isDouble() || value.isBool();
}

bool isOrdered(const QJsonValue &value)
{
    return value.isString() || value.isDouble();
}

/// Negative, zero or positive; only for two ordered values of one kind.
int order(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isString())
        return a.toString().compare(b.toString());
    const qint64 left = a.toInteger();
    const qint64 right = b.toInteger();
    return left < right ? -1 : left > right ? 1 : 0;
}

bool compares(const QJsonValue &field, Comparison how, const QJsonValue &with)
{
    if (how == Comparison::In) {
        const QJsonArray values = with.toArray();
        return std::any_of(values.begin(), values.end(), [&](const QJsonValue &v) { return v == field; });
    }
    if (field.type() != with.type())
        return false;
    switch (how) {
    case Comparison::Eq: return field == with;
    case Comparison::Ne: return field != with;
    case Comparison::Lt: return order(field, with) < 0;
    case Comparison::Le: return order(field, with) <= 0;
    case Comparison::Gt: return order(field, with) > 0;
    case Comparison::Ge: return order(field, with) >= 0;
    case Comparison::In: break;
    }
    return false;
}

Fail<Error> wrong(const QString &detail)
{
    return fail(ErrorCode::Invalid, QStringLiteral("condition: ") + detail);
}

Result<> validate(const QJsonObject &json, int depth);

Result<> validateList(const QString &key, const QJsonValue &value, int depth)
{
    const QJsonArray parts = value.toArray();
    if (parts.isEmpty())
        return wrong(QStringLiteral("'%1' must be a list of conditions").arg(key));
    for (const QJsonValue part : parts) {
        if (!part.isObject())
            return wrong(QStringLiteral("'%1' must hold objects only").arg(key));
        if (Result<> valid = validate(part.toObject(), depth + 1); !valid)
            return valid;
    }
    return {};
}

Result<> validateTest(const QJsonObject &json)
{
    if (json.value(QLatin1String("field")).toString().isEmpty())
        return wrong(QStringLiteral("'field' must name a field"));
    if (json.size() < 2)
        return wrong(QStringLiteral("compares the field with nothing"));
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (it.key() == QLatin1String("field"))
            continue;
        const std::optional<Comparison> how = comparisonNamed(it.key());
        if (!how)
            return wrong(QStringLiteral("'%1' is no comparison").arg(it.key()));
        const QJsonValue with = it.value();
        if (*how == Comparison::In) {
            const QJsonArray values = with.toArray();
            if (!with.isArray() || !std::all_of(values.begin(), values.end(), isScalar))
                return wrong(QStringLiteral("'in' must be a list of plain values"));
        } else if (*how == Comparison::Eq || *how == Comparison::Ne) {
            if (!isScalar(with))
                return wrong(QStringLiteral("'%1' must be a plain value").arg(it.key()));
        } else if (!isOrdered(with)) {
            return wrong(QStringLiteral("'%1' must be a number or a text").arg(it.key()));
        }
        // Limits are whole minutes or yen; a fraction would silently compare as something else.
        if (with.isDouble() && !wholeNumber(with))
            return wrong(QStringLiteral("'%1' must be a whole number").arg(it.key()));
    }
    return {};
}

Result<> validate(const QJsonObject &json, int depth)
{
    if (depth > kDeepest)
        return wrong(QStringLiteral("nested too deeply"));
    if (json.contains(QLatin1String("field")))
        return validateTest(json);
    if (json.size() != 1)
        return wrong(QStringLiteral("must have 'field', or one of 'all', 'any' and 'not'"));
    const QString key = json.constBegin().key();
    const QJsonValue value = json.constBegin().value();
    if (key == QLatin1String("all") || key == QLatin1String("any"))
        return validateList(key, value, depth);
    if (key == QLatin1String("not") && value.isObject())
        return validate(value.toObject(), depth + 1);
    return wrong(QStringLiteral("'%1' is not known here").arg(key));
}

bool holdsFor(const QJsonObject &json, const QJsonObject &fields);

bool holdsTest(const QJsonObject &json, const QString &name, const QJsonObject &fields)
{
    const QJsonValue field = fields.value(name);
    if (!isScalar(field) || (field.isDouble() && !wholeNumber(field)))
        return false;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const std::optional<Comparison> how = comparisonNamed(it.key());
        if (how && !compares(field, *how, it.value()))
            return false;
    }
    return true;
}

bool holdsFor(const QJsonObject &json, const QJsonObject &fields)
{
    const auto part = [&](const QJsonValue &value) { return holdsFor(value.toObject(), fields); };
    if (const auto field = json.constFind(QLatin1String("field")); field != json.constEnd())
        return holdsTest(json, field->toString(), fields);
    if (const auto all = json.constFind(QLatin1String("all")); all != json.constEnd()) {
        const QJsonArray parts = all->toArray();
        return std::all_of(parts.begin(), parts.end(), part);
    }
    if (const auto any = json.constFind(QLatin1String("any")); any != json.constEnd()) {
        const QJsonArray parts = any->toArray();
        return std::any_of(parts.begin(), parts.end(), part);
    }
    return !part(json.value(QLatin1String("not")));
}

} // namespace

Result<Condition> Condition::fromJson(const QJsonObject &json)
{
    Condition condition;
    if (json.isEmpty())
        return condition;
    if (const Result<> valid = validate(json, 0); !valid)
        return valid.failure();
    condition.m_json = json;
    return condition;
}

QJsonObject Condition::toJson() const
{
    return m_json;
}

bool Condition::holds(const QJsonObject &fields) const
{
    return m_json.isEmpty() || holdsFor(m_json, fields);
}

} // namespace kessai
