// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caseref.h"

#include "core/accounting/budget.h"
#include "core/cases/strictjson.h"

namespace kessai {

namespace {

constexpr qsizetype kLongestText = 300;
constexpr QLatin1String kPayee("payee");
constexpr QLatin1String kContract("contract");

bool isShort(const QString &text)
{
    return !text.trimmed().isEmpty() && text.size() <= kLongestText;
}

} // namespace

QString CaseRef::text() const
{
    return number + QStringLiteral("　") + title;
}

QString contractIn(const QJsonObject &fields)
{
    const QString kind = fields.value(QLatin1String("contract_kind")).toString();
    const QString method = fields.value(QLatin1String("method")).toString();
    return kind.isEmpty() || method.isEmpty() ? QString() : kind + QLatin1Char('/') + method;
}

std::optional<CaseRef> caseRefIn(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const auto id = wholeNumber(object.value(QLatin1String("case")));
    const bool named = object.contains(kPayee);
    const bool contracted = object.contains(kContract);
    if (object.size() != 5 + (named ? 1 : 0) + (contracted ? 1 : 0) || !id || *id < 1)
        return std::nullopt;
    CaseRef ref{CaseId(*id),
                object.value(QLatin1String("number")).toString(),
                object.value(QLatin1String("title")).toString(),
                object.value(QLatin1String("line")).toString(),
                object.value(QLatin1String("drafter")).toString(),
                object.value(kPayee).toString(),
                object.value(kContract).toString()};
    if ((named && !isShort(ref.payee)) || (contracted && !isShort(ref.contract)) || !isShort(ref.number)
        || !isShort(ref.title) || !isShort(ref.drafter) || !isBudgetKey(ref.line))
        return std::nullopt;
    return ref;
}

QJsonValue toJson(const CaseRef &ref)
{
    QJsonObject object{{QStringLiteral("case"), ref.id.value()},
                       {QStringLiteral("number"), ref.number},
                       {QStringLiteral("title"), ref.title},
                       {QStringLiteral("line"), ref.line},
                       {QStringLiteral("drafter"), ref.drafter}};
    if (!ref.payee.isEmpty())
        object.insert(kPayee, ref.payee);
    if (!ref.contract.isEmpty())
        object.insert(kContract, ref.contract);
    return object;
}

} // namespace kessai
