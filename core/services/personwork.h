// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/duty/exchange.h"
#include "core/duty/limits.h"
#include "core/duty/overtimedays.h"
#include "core/ports/ledgerstore.h"

#include <map>
#include <set>

namespace kessai {

/// As many days as the ledgers give of working time at once.
inline constexpr int kReadDays = 60;

/// As of when a month is computed. One that is closed stays what it was: it goes by what the office knew and what had been decided when
/// it was closed, whatever is changed, decided or cancelled later. One that is open goes by all that is known.
struct Known final {
    int revision; ///< of the office
    std::optional<Instant> at{};

    bool counts(const WorkPosting &posting) const
    {
        return posting.used && (!at || (posting.usedAt && *posting.usedAt <= *at));
    }
    friend bool operator==(const Known &, const Known &) = default;
};
/// The closing that holds for a month, if it is closed; the closings are oldest first.
std::optional<MonthClose> standingClose(const std::vector<MonthClose> &closes, const QDate &month);
/// Of a closed month no overtime and no duty is filed any more, as the notaries see to; so that it is said as soon as the day is chosen.
/// Where the closings cannot be read, it is said when it is filed.
std::optional<Refusal> closedFor(const std::vector<Posting> &postings, LedgerStore &ledgers);
/// `newest` is the newest revision of the office.
Known knownFor(const std::vector<MonthClose> &closes, const QDate &month, int newest);

/// The first days of the months that are closed.
std::set<QDate> closedMonths(const std::vector<MonthClose> &closes);

/// Whether a posting is ordered or reported overtime, that of 休日勤務 included, as an entry of somebody's days.
std::optional<OvertimeEntry> overtimeEntry(const QString &ledger, const QDate &day, std::optional<int> start,
                                           qint64 amount, bool used);
/// Everybody's overtime of the months of `days` as it counts into the limits and the year (OvertimeDays::counted). A night that begins on
/// the day before belongs there, so the postings begin one day earlier.
std::map<StaffId, OvertimeMonths> countedMonths(const std::vector<WorkPosting> &postings, const DayRange &days,
                                                const std::set<QDate> &closed);
/// The same read from the ledgers: of everybody for those who read it, or of the reader alone.
Result<std::map<StaffId, OvertimeMonths>> readCountedMonths(LedgerStore &ledgers, const DayRange &days,
                                                            const std::set<QDate> &closed,
                                                            std::optional<StaffId> own = std::nullopt);

/// What was decided of one person's working time.
struct PersonWork final {
    std::vector<LedgerStretch> worked;  ///< 時間外勤務 and 休日勤務
    std::vector<LedgerStretch> timeOff; ///< 時間外代休時間
    std::vector<LedgerStretch> leave;
    DutyChanges changes;
};
std::map<StaffId, PersonWork> workByPerson(const std::vector<WorkPosting> &postings, const Known &known);

/// Everybody by day, as one revision of the office knew them: the terms of each day, and who has left since.
class StaffDays final {
public:
    /// `history` outlives it.
    StaffDays(const OfficeHistory &history, int revision);

    /// Those of regular staff where nothing is recorded.
    WorkTerms terms(StaffId id, const QDate &day) const;
    /// The last day until `until` on which somebody is on the staff; none when there was none.
    std::optional<QDate> lastDay(StaffId id, const QDate &until) const;
    std::shared_ptr<const Office> office(const QDate &day);

private:
    const OfficeHistory &m_history;
    int m_revision;
    QHash<StaffId, std::vector<const Dated<WorkTerms> *>> m_terms;
    QHash<StaffId, std::vector<const Dated<Staff> *>> m_staff;
    std::map<QDate, std::shared_ptr<const Office>> m_offices;
};

/// One person's work under the rules. `work`, `days`, `numbers` and the holidays outlive it.
class RatedWork final {
public:
    RatedWork(StaffId id, const PersonWork &work, const StaffDays &days, const Holidays &holidays, NumberOn numbers);

    /// What is paid of a month by class, in order: every minute by its own day, duty beyond a week by its Saturday. Days on which
    /// somebody receives 管理職手当 are not in it.
    std::vector<RatedStretch> month(const QDate &first) const;
    const DutyCalendar &calendar() const { return m_calendar; }

private:
    const PersonWork &m_work;
    TermsOn m_terms;
    NumberOn m_numbers;
    DutyCalendar m_calendar;
};

} // namespace kessai
