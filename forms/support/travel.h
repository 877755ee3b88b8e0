// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/cases/numbers.h"

namespace kessai {

// What an order to travel and its settlement have in common (domain.md 5.10). The state pays what a trip costs, up to limits, since 2025-04-01
// (国家公務員等の旅費に関する法律; 令和6年政令第306号); what the city's own 旅費条例 says has to be asked, so that all numbers are parameters.

/// Days of one trip at most: keeps slips of a year out, and is no rule.
inline constexpr qint64 kMostTripDays = 92;

/// The days of a trip: as many as somebody may be sent for at once at most.
struct Trip final {
    QDate from;
    QDate until;
    int days() const { return int(from.daysTo(until)) + 1; }
    int nights() const { return days() - 1; }
};

/// From "from" and "until"; none where they are no trip.
std::optional<Trip> tripIn(const QJsonObject &fields);
/// The last day lies before the first, or the trip is too long.
std::vector<Finding> tripFindings(const QJsonObject &fields);

/// The most that is paid for lodging of so many nights in an area ("tokyo", "other", "near"), beginning on a day.
Yen lodgingLimit(const QString &area, qint64 nights, const QDate &day, const Numbers &numbers);
/// 宿泊手当 of so many nights.
Yen nightAllowance(qint64 nights, const QDate &day, const Numbers &numbers);
/// Lodging beyond the limit needs its reason (同法施行令: やむを得ない事情); `nights` are those one sleeps away.
std::vector<Finding> lodgingFindings(const QJsonObject &fields, qint64 nights, const QDate &day,
                                     const Numbers &numbers);
/// Lodging beside its limit; none where nobody sleeps away.
std::optional<Insight> lodgingInsight(const QJsonObject &fields, qint64 nights, const QDate &day,
                                      const Numbers &numbers);
/// Whether the line is one of 旅費; what is not there is somebody else's finding.
std::vector<Finding> travelLineFindings(const QJsonObject &fields, const Parameters &parameters);

/// The first day that may belong to the same stay away as a day: as far back as one trip reaches.
QDate earliestOnTheWayTo(const QDate &day);

/// One for each day of a trip, on the traveller's account.
std::vector<Posting> dayPostings(const QString &ledger, const Trip &trip, StaffId traveller);

// Days, one by one: as ordered, and as settled.
inline constexpr QLatin1String kTravelOrdered("duty.travel.days");
inline constexpr QLatin1String kTravelSettled("duty.travel.settled.days");
// 概算払 in yen, on the first day of the trip: as ordered, and as settled.
inline constexpr QLatin1String kAdvanceOrdered("travel.advance");
inline constexpr QLatin1String kAdvanceSettled("travel.advance.settled");

} // namespace kessai
