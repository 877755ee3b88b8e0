// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/dutyday.h"

namespace kessai {

/// A stretch of hours on a day as a ledger keeps it; a cancellation takes back one that was entered before.
struct LedgerStretch final {
    QDate day;
    Stretch hours;
    bool takenBack = false;
    friend bool operator==(const LedgerStretch &, const LedgerStretch &) = default;
};

/// The hours of a day that are entered at least `times` times and not taken back, in order, none touching the next.
std::vector<Stretch> stretchesOn(const QDate &day, const std::vector<LedgerStretch> &entries, int times = 1);
/// The hours of `from` that are in none of `taken`; both in order.
std::vector<Stretch> without(const std::vector<Stretch> &from, const std::vector<Stretch> &taken);
/// The hours that are in both; both in order.
std::vector<Stretch> shared(const std::vector<Stretch> &a, const std::vector<Stretch> &b);
qint64 minutesOf(const std::vector<Stretch> &hours);

/// What orders did to somebody's days of duty (domain.md 1.8): the ledgers "duty.added.minutes", "duty.removed.minutes" and
/// "duty.daikyu.minutes".
struct DutyChanges final {
    std::vector<LedgerStretch> added;   ///< hours of duty on a day off
    std::vector<LedgerStretch> removed; ///< hours that fall away for them on another day
    std::vector<LedgerStretch> daikyu;  ///< the hours of a 代休日
};

/// The regular hours of a day of duty: the shift of the office, for those with fewer hours a day from its begin on.
std::vector<Stretch> regularHours(const QDate &day, const NumberOn &numbers, int dayMinutes);

/// The days of one person as they are after 週休日の振替, 4時間の割振り変更 and 代休日の指定:
/// - hours added to a 週休日 make it a day of duty with just these; a day whose hours have all fallen away is a 週休日;
/// - a 休日 whose hours are added as well is a day of duty like any other, for a 代休日 makes good for it; the 代休日 keeps its hours,
///   which are excused like those of a 休日;
/// - a holiday on a Saturday or Sunday that is made a day of duty is a 休日 from then on where the parameter
///   `duty.weekend_holiday` is 2, and added once more for its 代休日 a day of duty (domain.md 1.8, three patterns).
class DutyCalendar final {
public:
    /// `holidays` outlive the calendar.
    DutyCalendar(const Holidays &holidays, NumberOn numbers, TermsOn terms, DutyChanges changes = {});
    /// Of somebody whose terms are the same on every day.
    DutyCalendar(const Holidays &holidays, NumberOn numbers, const WorkTerms &terms, DutyChanges changes = {});

    DutyDay on(const QDate &day) const;
    DutyDays days() const;
    const DutyChanges &changes() const { return m_changes; }
    /// The same person with further changes.
    DutyCalendar with(const DutyChanges &more) const;

private:
    const Holidays *m_holidays;
    NumberOn m_numbers;
    TermsOn m_terms;
    DutyChanges m_changes;
};

/// The hours of a day at which somebody has to be there, and for which leave can be asked: none on a 週休日, 休日 or 代休日, and
/// on a day changed by an exchange those it has now (domain.md 2.6).
std::vector<Stretch> hoursOfDuty(const DutyDay &day);

} // namespace kessai
