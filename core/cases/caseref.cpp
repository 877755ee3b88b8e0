// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caseref.h"

#include "core/accounting/budget.h"
#include "core/cases/strictjson.h"

namespace kessai {

namespace {

constexpr qsizetype kLongestText = 300;
constexpr QLatin1String kPayee("payee");

bool isShort(const QString &text)
{
    return !text.trimmed().isEmpty() && text.size() <= kLongestText;
}

} // namespace

QString CaseRef::text() const
{
    return number + QStringLiteral("　") + title;
}

std::optional<CaseRef> caseRefIn(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const auto id = wholeNumber(object.value(QLatin1String("case")));
    const bool named = object.contains(kPayee);
    if (object.size() != (named ? 6 : 5) || !id || *id < 1)
        return std::nullopt;
    CaseRef ref{CaseId(*id),
                object.value(QLatin1String("number")).toString(),
                object.value(QLatin1String("title")).toString(),
                object.value(QLatin1String("line")).toString(),
                object.value(QLatin1String("drafter")).toString(),
                object.value(kPayee).toString()};
    if ((named && !isShort(ref.payee)) || !isShort(ref.number) || !isShort(ref.title) || !isShort(ref.drafter)
        || !isBudgetKey(ref.line))
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
    return object;
}

} // namespace kessai
