// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <vector>

namespace kessai {

/// A public holiday as the law gives it.
struct StatutoryHoliday final {
    QDate day;
    QString name;             ///< 休日 where the day only follows from others (祝日法 3条 2項, 3項)
    bool provisional = false; ///< it hangs on an equinox that has not been announced
    friend bool operator==(const StatutoryHoliday &, const StatutoryHoliday &) = default;
};

// The years for which the equinoxes can be computed (domain.md 3.1).
inline constexpr int kFirstRuleYear = 1980;
inline constexpr int kLastRuleYear = 2099;

/// The last year whose equinoxes were announced (官報, each 1 February for the year after) when this program was made.
inline constexpr int kAnnouncedThrough = 2027;

/// The public holidays of a year by 国民の祝日に関する法律 as it stood in that year, by day; none for years it cannot say.
const std::vector<StatutoryHoliday> &statutoryHolidays(int year);

} // namespace kessai
