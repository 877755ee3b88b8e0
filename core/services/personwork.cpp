// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/personwork.h"

#include "core/duty/limits.h"

#include <algorithm>
#include <set>

namespace kessai {

namespace {

constexpr QLatin1String kWorked("overtime.minutes");

/// Where a posting belongs; nothing for orders, and for ledgers that are no working time.
std::vector<LedgerStretch> *listFor(const QString &ledger, PersonWork &person)
{
    if (ledger == kWorked || ledger == QLatin1String("overtime.holiday.minutes"))
        return &person.worked;
    if (ledger == QLatin1String("overtime.compensated.minutes"))
        return &person.timeOff;
    if (ledger == QLatin1String("absence.minutes"))
        return &person.leave;
    if (ledger == QLatin1String("duty.added.minutes"))
        return &person.changes.added;
    if (ledger == QLatin1String("duty.removed.minutes"))
        return &person.changes.removed;
    if (ledger == QLatin1String("duty.daikyu.minutes"))
        return &person.changes.daikyu;
    return nullptr;
}

/// Whether a row was there in a revision.
template <class T>
bool stoodIn(const Dated<T> &row, int revision)
{
    return row.addedIn <= revision && (row.removedIn == 0 || row.removedIn > revision);
}

} // namespace

std::optional<MonthClose> standingClose(const std::vector<MonthClose> &closes, const QDate &month)
{
    std::optional<MonthClose> last;
    for (const MonthClose &one : closes) {
        if (one.month == month)
            last = one.closed ? std::optional(one) : std::nullopt;
    }
    return last;
}

std::optional<Refusal> closedFor(const std::vector<Posting> &postings, LedgerStore &ledgers)
{
    std::set<QDate> months;
    for (const Posting &posting : postings) {
        if (posting.ledger.startsWith(QLatin1String("overtime.")) || posting.ledger.startsWith(QLatin1String("duty.")))
            months.insert(monthOf(posting.day));
    }
    if (months.empty())
        return std::nullopt;
    const auto closes = ledgers.monthCloses();
    const bool closed = closes && std::any_of(months.begin(), months.end(), [&](const QDate &month) {
                            return standingClose(*closes, month).has_value();
                        });
    return closed ? std::optional(Refusal::MonthClosed) : std::nullopt;
}

Known knownFor(const std::vector<MonthClose> &closes, const QDate &month, int newest)
{
    const auto close = standingClose(closes, month);
    return close ? Known{close->revision, close->at} : Known{newest};
}

std::set<QDate> closedMonths(const std::vector<MonthClose> &closes)
{
    std::set<QDate> closed;
    for (const MonthClose &one : closes) {
        if (one.closed)
            closed.insert(one.month);
        else
            closed.erase(one.month);
    }
    return closed;
}

std::optional<OvertimeEntry> overtimeEntry(const QString &ledger, const QDate &day, std::optional<int> start,
                                           qint64 amount, bool used)
{
    const bool worked = ledger == kWorked || ledger == QLatin1String("overtime.holiday.minutes");
    const bool counts = ledger == kWorked || ledger == QLatin1String("overtime.order.minutes");
    if (!worked && !counts && ledger != QLatin1String("overtime.holiday.order.minutes"))
        return std::nullopt;
    return OvertimeEntry{day, start, amount, worked, used, counts};
}

std::map<StaffId, OvertimeMonths> countedMonths(const std::vector<WorkPosting> &postings, const DayRange &days,
                                                const std::set<QDate> &closed)
{
    std::map<StaffId, OvertimeDays> people;
    for (const WorkPosting &one : postings) {
        if (const auto entry = overtimeEntry(one.ledger, one.day, one.start, one.amount, one.used))
            people[one.staff].add(*entry);
    }
    std::map<StaffId, OvertimeMonths> months;
    for (const auto &[staff, work] : people) {
        for (const auto &[day, minutes] : work.counted(closed)) {
            if (days.contains(day))
                months[staff][monthOf(day)].minutes += minutes;
        }
    }
    return months;
}

Result<std::map<StaffId, OvertimeMonths>> readCountedMonths(LedgerStore &ledgers, const DayRange &days,
                                                            const std::set<QDate> &closed, std::optional<StaffId> own)
{
    if (days.last < days.first)
        return std::map<StaffId, OvertimeMonths>{};
    if (own) {
        const auto read = ledgers.own(days.first.addDays(-1), days.last);
        if (!read)
            return read.failure();
        std::vector<WorkPosting> postings;
        for (const OwnPosting &one : *read) {
            const Posting &posting = one.posting;
            postings.push_back({*own, posting.ledger, posting.day, posting.start, posting.amount, one.used});
        }
        return countedMonths(postings, days, closed);
    }
    // Of closed months the sums are enough; only those that are open, which are few, are read day by day.
    std::map<StaffId, OvertimeMonths> months;
    const auto sums = ledgers.workSums(days.first, days.last);
    if (!sums)
        return sums.failure();
    for (const WorkSum &sum : *sums) {
        if (sum.ledger == kWorked && closed.contains(sum.month))
            months[sum.staff][sum.month].minutes += sum.used;
    }
    for (QDate first = days.first; first <= days.last; first = first.addMonths(1)) {
        if (closed.contains(first))
            continue;
        const DayRange month{first, first.addMonths(1).addDays(-1)};
        const auto postings = ledgers.work(first.addDays(-1), month.last);
        if (!postings)
            return postings.failure();
        for (const auto &[staff, counted] : countedMonths(*postings, month, closed))
            months[staff].insert(counted.begin(), counted.end());
    }
    return months;
}

std::map<StaffId, PersonWork> workByPerson(const std::vector<WorkPosting> &postings, const Known &known)
{
    std::map<StaffId, PersonWork> people;
    for (const WorkPosting &one : postings) {
        if (!one.start || !known.counts(one))
            continue;
        if (auto *list = listFor(one.ledger, people[one.staff]))
            list->push_back({one.day, {*one.start, *one.start + qAbs(one.amount)}, one.amount < 0});
    }
    return people;
}

StaffDays::StaffDays(const OfficeHistory &history, int revision) : m_history(history), m_revision(revision)
{
    for (const Dated<WorkTerms> &row : history.workTerms) {
        if (stoodIn(row, revision))
            m_terms[row.value.staff].push_back(&row);
    }
    for (const Dated<Staff> &row : history.staff) {
        if (stoodIn(row, revision))
            m_staff[row.value.id].push_back(&row);
    }
}

WorkTerms StaffDays::terms(StaffId id, const QDate &day) const
{
    WorkTerms terms{.staff = id};
    for (const Dated<WorkTerms> *row : m_terms.value(id)) {
        if (row->holds(day, m_revision))
            terms = row->value;
    }
    return terms;
}

std::optional<QDate> StaffDays::lastDay(StaffId id, const QDate &until) const
{
    std::optional<QDate> last;
    for (const Dated<Staff> *row : m_staff.value(id)) {
        const QDate end = row->until.isValid() ? std::min(row->until, until) : until;
        if (row->from <= end && (!last || *last < end))
            last = end;
    }
    return last;
}

std::shared_ptr<const Office> StaffDays::office(const QDate &day)
{
    auto &office = m_offices[day];
    if (!office)
        office = m_history.at(day, m_revision);
    return office;
}

RatedWork::RatedWork(StaffId id, const PersonWork &work, const StaffDays &days, const Holidays &holidays,
                     NumberOn numbers)
    : m_work(work), m_terms([id, &days](const QDate &day) { return days.terms(id, day); }),
      m_numbers(std::move(numbers)), m_calendar(holidays, m_numbers, m_terms, work.changes)
{
}

std::vector<RatedStretch> RatedWork::month(const QDate &first) const
{
    const DayRange days{first, first.addMonths(1).addDays(-1)};
    std::set<QDate> worked;
    for (const LedgerStretch &one : m_work.worked) {
        if (days.contains(one.day) && !m_terms(one.day).managerial)
            worked.insert(one.day);
    }
    std::vector<WorkedStretch> work;
    for (const QDate &day : worked) {
        for (const Stretch &hours : stretchesOn(day, m_work.worked))
            work.push_back({day, hours});
    }
    auto weeks = weekExcesses(days, m_calendar, m_numbers, [this](const QDate &day) {
        return absentMinutes(m_calendar.on(day), stretchesOn(day, m_work.leave), stretchesOn(day, m_work.timeOff));
    });
    std::erase_if(weeks, [this](const WeekExcess &week) { return m_terms(week.saturday).managerial; });
    return rateClasses(std::move(work), m_calendar.days(), m_terms, m_numbers, weeks);
}

} // namespace kessai
