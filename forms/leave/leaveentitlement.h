// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/cases/numbers.h"

#include <QJsonObject>

namespace kessai {

/// What the chosen kind of leave grants, in the numbers in force on a day and, where an event is filled in, with its days; empty for
/// annual leave, whose balance is shown instead, and where no kind is chosen.
Bilingual entitlementText(const QJsonObject &fields, const QDate &day, const Numbers &numbers);

} // namespace kessai
