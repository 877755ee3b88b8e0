// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/office/office.h"
#include "core/ports/ledgerstore.h"

namespace kessai {

/// Whether and how somebody is away on a day, as their colleagues may know it: a leave is a leave, whatever it is for (domain.md 2.6).
struct AwayDay final {
    qint64 used = 0;                       ///< minutes of leave that was decided
    qint64 reserved = 0;                   ///< and of leave that still waits
    std::optional<AbsenceKind> registered; ///< a whole day registered under 不在, or of a trip that was ordered
    bool away() const { return used > 0 || reserved > 0 || registered; }
    bool waits() const { return used <= 0 && !registered && reserved > 0; }
    friend bool operator==(const AwayDay &, const AwayDay &) = default;
};

/// The days of a month of one section: people by days.
struct SectionSheet final {
    struct Day {
        QDate day;
        DayKind kind;
        QString holiday;
        int away = 0;         ///< how many of the people, those who wait included
        bool crowded = false; ///< more than the office's parameter says
        friend bool operator==(const Day &, const Day &) = default;
    };
    struct Person {
        StaffId id;
        QString name;
        QString title; ///< "庶務係 主事"
        int dayMinutes;
        std::vector<AwayDay> days;
        friend bool operator==(const Person &, const Person &) = default;
    };
    struct Choice {
        SectionId id;
        QString label;
        friend bool operator==(const Choice &, const Choice &) = default;
    };
    QDate first;
    QDate today;
    SectionId section{0};
    std::vector<Choice> sections; ///< those the reader may look at
    std::vector<Day> days;
    std::vector<Person> people; ///< by rank and reading
    friend bool operator==(const SectionSheet &, const SectionSheet &) = default;
};

/// Puts a sheet together. `percent` of the people away makes a day crowded.
SectionSheet makeSectionSheet(const Office &office, const OfficeHistory &history, const Holidays &holidays,
                              SectionId section, const QDate &first, const std::vector<AwayMinutes> &away,
                              qint64 percent);

} // namespace kessai
