// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"

#include <variant>

namespace kessai {

/// The official list, or a part of it, by day: it stands for the years it contains instead of what was known of them. Years it does
/// not contain stay.
struct ImportHolidays final {
    std::vector<OfficialDay> days;
};

/// A holiday of the city's own: one day, or that day of every year from then on.
struct AddLocalDay final {
    QDate day;
    bool everyYear;
    QString name;
};

/// A holiday of the city's own ends: one day is taken back, one of every year ends with yesterday. It is the one that began on a day
/// and was added in a revision.
struct EndLocalDay final {
    QDate day;
    int addedIn;
};

/// What an administrator registers about holidays. Nothing is deleted by it.
using HolidayChange = std::variant<ImportHolidays, AddLocalDay, EndLocalDay>;

// More than anybody needs: the official list has a thousand days.
inline constexpr int kMostImportedDays = 5000;
inline constexpr int kMostLocalDays = 100;
inline constexpr int kMostNameLength = 100;

/// Whether a change makes sense today, whoever makes it; what has ended does not end again. The notary inside PostgreSQL says the same (migration 0016).
Result<> checkChange(const HolidayChange &change, const Holidays &known, const QDate &today);
/// The rows of the office after a change that makes sense, made in a revision.
std::vector<Holiday> applied(const HolidayChange &change, const Holidays &known, int revision, const QDate &today);

// How far the law is written down around a day; no request speaks of days further away.
inline constexpr int kLawfulYearsBefore = 2;
inline constexpr int kLawfulYearsAfter = 10;

/// The rows of the office with what the law, as this program knows it, says of the years around a day, written down in a revision.
std::vector<Holiday> withLaw(const Holidays &known, int revision, const QDate &today);

/// What an import changes in the years it contains.
struct HolidayDiff final {
    struct Renamed {
        QDate day;
        QString before;
        QString after;
        friend bool operator==(const Renamed &, const Renamed &) = default;
    };
    std::vector<OfficialDay> added;
    std::vector<OfficialDay> removed;
    std::vector<Renamed> renamed;
    std::vector<QDate> otherKind; ///< days that are another kind of day after it
    std::vector<int> newYears;    ///< years that were known by the law alone, or not at all
    int firstYear = 0;
    int lastYear = 0;
    /// Whether importing would record anything.
    bool changes() const { return !added.empty() || !removed.empty() || !renamed.empty() || !newYears.empty(); }
    friend bool operator==(const HolidayDiff &, const HolidayDiff &) = default;
};
HolidayDiff diffOf(const ImportHolidays &import, const Holidays &known);

} // namespace kessai
