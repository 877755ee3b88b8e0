// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/paymentcheck.h"

#include <algorithm>

namespace kessai {

QString paymentFault(const PaymentLine &line, const CaseRecord &record)
{
    const auto said = [&line](const char *what) -> QString {
        return QStringLiteral("payment of %1: ").arg(line.number) + QLatin1String(what);
    };
    if (record.projection.state != CaseState::Decided)
        return said("the case is not decided");
    const auto &cancelled = record.cancelledBy;
    if (!line.returned
        && std::any_of(cancelled.begin(), cancelled.end(), [](const CancellationLink &one) { return one.decided; }))
        return said("the case is cancelled");
    const auto content =
        std::find_if(record.revisions.rbegin(), record.revisions.rend(),
                     [&record](const CaseRecord::Revision &one) { return one.no == record.projection.revision; });
    if (content == record.revisions.rend())
        return said("the case has no content");
    const QJsonObject &fields = content->content.fields;
    qint64 amount = -fields.value(QLatin1String("withheld")).toInteger();
    for (const Posting &posting : record.projection.postings) {
        if (posting.ledger == QLatin1String("commitment.paid") || posting.ledger == QLatin1String("budget.payment"))
            amount += posting.amount;
    }
    if (amount != line.amount.amount())
        return said("the amount is not the one that was decided");
    const auto payee = PayeeRef::fromJson(fields.value(QLatin1String("payee")));
    if (!payee || payee->code != line.payee || payee->name != line.name || payee->revision > line.revision)
        return said("the payee is not the one that was decided");
    return {};
}

} // namespace kessai
