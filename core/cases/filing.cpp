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

QJsonObject filingFor(QJsonObject fields, std::optional<StaffId> colleague)
{
    if (colleague)
        fields.insert(kFiledFor, colleague->value());
    else
        fields.remove(kFiledFor);
    return fields;
}

} // namespace kessai
