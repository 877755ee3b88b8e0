// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/quantity.h"

#include <QDate>

namespace kessai {

FiscalYear FiscalYear::of(const QDate &day)
{
    return FiscalYear(day.month() >= 4 ? day.year() : day.year() - 1);
}

} // namespace kessai
