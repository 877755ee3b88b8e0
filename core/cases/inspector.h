// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

#include <QJsonObject>

namespace kessai {

/// The member of a content that says, by staff number, who inspected what it pays (検収者). Where a case moves money, they neither
/// draft it, nor the commitment it pays of, nor decide on it nor examine it (地方自治法234条の2; domain.md 5.5); engine and notaries hold to
/// that whatever the form.
inline constexpr QLatin1String kInspector("inspector");

/// Who that is in an office; none where the content names nobody of it.
std::optional<StaffId> inspectorIn(const QJsonObject &fields, const Office &office);

} // namespace kessai
