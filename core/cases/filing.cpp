// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/filing.h"

#include "core/cases/strictjson.h"

namespace kessai {

std::optional<StaffId> filedFor(const QJsonObject &fields)
{
    const auto staff = wholeNumber(fields.value(kFiledFor));
    return staff && *staff > 0 ? std::optional(StaffId(*staff)) : std::nullopt;
}

bool shownToFiler(const QString &ledger)
{
    return ledger == QLatin1String("absence.minutes") || ledger.startsWith(QLatin1String("duty."))
        || ledger.startsWith(QLatin1String("overtime.")) || ledger.startsWith(QLatin1String("leave.annual."))
        || ledger.startsWith(QLatin1String("evidence.")) || ledger.startsWith(QLatin1String("travel."))
        || ledger.startsWith(QLatin1String("budget.")) || ledger.startsWith(QLatin1String("commitment."));
}

QJsonObject filingFor(QJsonObject fields, std::optional<StaffId> colleague)
{
    if (colleague)
        fields.insert(kFiledFor, colleague->value());
    else
        fields.remove(kFiledFor);
    return fields;
}

} // namespace kessai
