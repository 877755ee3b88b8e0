// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/cases/posting.h"

#include <functional>

namespace kessai {

/// A run of sick leave up to the end of a request, the runs joined to it included: what the limit of consecutive days and the day
/// from which a certificate is needed are counted by (domain.md 2.2).
struct SickRun final {
    QDate since;       ///< first day of all that is joined
    qint64 before = 0; ///< days of it before the request
    qint64 days = 0;   ///< of the request itself

    qint64 total() const { return before + days; }
    /// The last day that a limit of so many days leaves for a request from a day on.
    QDate lastWithin(qint64 limit, const QDate &from) const { return from.addDays(limit - before - 1); }
};

/// The run that a request from one day until another ends. Days of sick leave count by the calendar, one a day however little of it
/// was taken; days without duty between two of them count as well. After enough days in a row a later leave is joined, as long as
/// fewer days than the parameter says were actually worked in between; `worked` says that of a day of duty.
SickRun sickRun(const std::vector<LedgerEntry> &sickDays, const QDate &from, const QDate &until,
                const std::function<bool(const QDate &)> &worked, const Numbers &numbers);

} // namespace kessai
