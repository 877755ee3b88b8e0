// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/paidref.h"

#include "core/accounting/budget.h"
#include "core/cases/strictjson.h"

#include <QJsonObject>

namespace kessai {

namespace {

constexpr qsizetype kMostText = 300;
constexpr QLatin1String kPaidPayee("payee");
constexpr QLatin1String kPaidMethod("method");
constexpr QLatin1String kPaidCommitment("commitment");

bool isGoodText(const QString &text)
{
    return !text.trimmed().isEmpty() && text.size() <= kMostText;
}

} // namespace

QString PaidRef::text() const
{
    return number + QStringLiteral("　") + title;
}

std::optional<PaidRef> paidRefIn(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const auto id = wholeNumber(object.value(QLatin1String("case")));
    const auto amount = wholeNumber(object.value(QLatin1String("amount")));
    if (!id || *id < 1 || !amount || *amount < 1)
        return std::nullopt;
    PaidRef ref{.id = CaseId(*id),
                .number = object.value(QLatin1String("number")).toString(),
                .title = object.value(QLatin1String("title")).toString(),
                .line = object.value(QLatin1String("line")).toString(),
                .drafter = object.value(QLatin1String("drafter")).toString(),
                .amount = *amount,
                .payee = object.value(kPaidPayee).toString(),
                .method = object.value(kPaidMethod).toString(),
                .commitment = {}};
    if (object.contains(kPaidCommitment)) {
        const auto commitment = wholeNumber(object.value(kPaidCommitment));
        if (!commitment || *commitment < 1)
            return std::nullopt;
        ref.commitment = CaseId(*commitment);
    }
    const bool texts =
        isGoodText(ref.number) && isGoodText(ref.title) && isGoodText(ref.drafter) && isBudgetKey(ref.line);
    // What else there is, or is written another way, makes it another object.
    return texts && toJson(ref).toObject() == object ? std::optional(ref) : std::nullopt;
}

QJsonValue toJson(const PaidRef &ref)
{
    QJsonObject object{{QStringLiteral("case"), ref.id.value()}, {QStringLiteral("number"), ref.number},
                       {QStringLiteral("title"), ref.title},     {QStringLiteral("line"), ref.line},
                       {QStringLiteral("drafter"), ref.drafter}, {QStringLiteral("amount"), ref.amount}};
    if (!ref.payee.isEmpty())
        object.insert(kPaidPayee, ref.payee);
    if (!ref.method.isEmpty())
        object.insert(kPaidMethod, ref.method);
    if (ref.commitment)
        object.insert(kPaidCommitment, ref.commitment->value());
    return object;
}

} // namespace kessai
