// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/rateclasses.h"
#include "forms/support/overtimework.h"

#include <QJsonObject>

#include <array>

namespace kessai {

/// The fields of the up to three stretches of a day; what lies between two of them is a break.
struct ResultFields final {
    const char *start;
    const char *end;
};
inline constexpr std::array kResultFields{ResultFields{"start", "end"}, ResultFields{"start2", "end2"},
                                          ResultFields{"start3", "end3"}};

/// What somebody says they worked on one day, which may go on past midnight.
struct OvertimeResult final {
    QDate day;
    std::vector<Stretch> work; ///< in order, in minutes from the midnight of `day`

    /// What a content says; none unless its stretches are whole and follow each other.
    static std::optional<OvertimeResult> read(const QJsonObject &fields);
    std::vector<WorkPiece> pieces(const Numbers &numbers) const { return workPieces(day, work, numbers); }
    qint64 minutes() const { return kessai::minutesOf(work); }
    QDate lastDay() const { return work.back().until > kMinutesOfDay ? day.addDays(1) : day; }
};

/// What is known of the day of a result and the days beside it.
class ResultDays final {
public:
    /// What has to be asked for it; the ledgers by their own names.
    static std::vector<LedgerQuery> questions(const OvertimeResult &result, StaffId staff, const Numbers &numbers);
    /// `numbers` and the context's parameters outlive it.
    ResultDays(const FormContext &context, const Numbers &numbers);

    const DutyCalendar &calendar() const { return m_calendar; }
    /// What was ordered and decided for a day.
    std::vector<Stretch> ordered(const QDate &day) const { return stretchesOn(day, m_decided); }
    /// What was ordered or is asked for.
    std::vector<Stretch> asked(const QDate &day) const { return stretchesOn(day, m_asked); }
    /// What other results report of a day.
    std::vector<Stretch> reported(const QDate &day) const { return stretchesOn(day, m_reported); }
    /// The other results of a day, without what goes on from the day before past midnight.
    std::vector<Stretch> reportedForDay(const QDate &day) const;
    /// The rate classes of a result, past the 60th hour where the other results of its month say so.
    std::vector<RatedMinutes> rates(const OvertimeResult &result, const FormContext &context,
                                    const Numbers &numbers) const;

private:
    DutyCalendar m_calendar;
    std::vector<LedgerStretch> m_decided;
    std::vector<LedgerStretch> m_asked;
    std::vector<LedgerStretch> m_reported;
};

} // namespace kessai
