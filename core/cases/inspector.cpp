// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/inspector.h"

namespace kessai {

std::optional<StaffId> inspectorIn(const QJsonObject &fields, const Office &office)
{
    const Staff *staff = office.staffByNumber(fields.value(kInspector).toString());
    return staff ? std::optional(staff->id) : std::nullopt;
}

} // namespace kessai
