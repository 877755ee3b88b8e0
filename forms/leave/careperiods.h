// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/cases/posting.h"

namespace kessai {

/// A designated period (指定期間) of family care for one person in one state of need.
struct CarePeriod final {
    QDate from;
    QDate until;
    friend bool operator==(const CarePeriod &, const CarePeriod &) = default;
};

/// The periods a ledger knows: entries of the first day and the number of days; the same one comes once from every request in it.
std::vector<CarePeriod> carePeriods(const std::vector<LedgerEntry> &entries);

/// Months and days of some periods together; thirty days are a month.
struct CareLength final {
    qint64 months = 0;
    qint64 days = 0;
    static CareLength of(const std::vector<CarePeriod> &periods);
    bool within(qint64 limitMonths) const { return months < limitMonths || (months == limitMonths && days == 0); }
    friend bool operator==(const CareLength &, const CareLength &) = default;
};

} // namespace kessai
