// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/quantity.h"

#include <QDate>
#include <QString>

namespace kessai {

/// Days from the first to the last, both inclusive.
struct DayRange final {
    QDate first;
    QDate last;
    bool contains(const QDate &day) const { return first <= day && day <= last; }
    friend bool operator==(const DayRange &, const DayRange &) = default;
};

// The parts of a fiscal year (domain.md section 4).

/// 4/1 to 3/31.
DayRange daysOf(FiscalYear year);
/// 上半期 (1) and 下半期 (2).
DayRange halfOf(FiscalYear year, int half);
int halfOf(const QDate &day);
/// 第1四半期 (4 to 6月) to 第4四半期 (1 to 3月).
DayRange quarterOf(FiscalYear year, int quarter);
int quarterOf(const QDate &day);
/// 出納整理期間: 4/1 to 5/31 after the year, in which what belongs to it is still received and paid.
DayRange settlementOf(FiscalYear year);
/// "令和8年度"; the year in which an era began bears the new name as a whole (令和元年度).
QString fiscalYearText(FiscalYear year);

} // namespace kessai
