// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/worksheet.h"

#include "core/duty/overtimedays.h"
#include "core/services/desk.h"

#include <algorithm>
#include <map>

namespace kessai {

namespace {

constexpr QLatin1String kOrdered("overtime.order.minutes");
constexpr QLatin1String kWorked("overtime.minutes");
constexpr QLatin1String kHolidayOrdered("overtime.holiday.order.minutes");
constexpr QLatin1String kHolidayWorked("overtime.holiday.minutes");
constexpr qint64 kNearPercent = 80;

NumberOn numbersOf(const Parameters &parameters)
{
    return [&parameters](const char *key, const QDate &day) {
        return parameters.value(QLatin1String(key), day).value_or(0);
    };
}

/// An office that was founded without the numbers of overtime has no limits to hold anybody against.
bool knowsLimits(const Parameters &parameters, const QDate &month)
{
    return parameters.value(QStringLiteral("overtime.limit_year_start_month"), month).has_value();
}

/// What one person was ordered and reported.
struct StaffOvertime {
    OvertimeDays days;
    std::map<QDate, qint64> waiting; ///< reported and not confirmed
};

std::map<StaffId, StaffOvertime> overtimeByStaff(const std::vector<WorkPosting> &postings)
{
    std::map<StaffId, StaffOvertime> people;
    for (const WorkPosting &one : postings) {
        const bool worked = one.ledger == kWorked || one.ledger == kHolidayWorked;
        if (!worked && one.ledger != kOrdered && one.ledger != kHolidayOrdered)
            continue;
        StaffOvertime &work = people[one.staff];
        const bool counts = one.ledger == kWorked || one.ledger == kOrdered;
        work.days.add({one.day, one.start, one.amount, worked, one.used, counts});
        if (worked && !one.used)
            work.waiting[one.day] += one.amount;
    }
    return people;
}

LimitTone toneOf(const std::vector<LimitState> &limits, qint64 percent)
{
    LimitTone tone = LimitTone::Fine;
    for (const LimitState &state : limits) {
        if (!state.allowed())
            return LimitTone::Over;
        if (state.reached > 0 && state.near(percent))
            tone = LimitTone::Near;
    }
    return tone;
}

} // namespace

bool isClosed(const std::vector<MonthClose> &closes, const QDate &month)
{
    bool closed = false;
    for (const MonthClose &one : closes)
        closed = one.month == month ? one.closed : closed;
    return closed;
}

QDate workSumsFrom(const QDate &month, const Parameters &parameters)
{
    return knowsLimits(parameters, month) ? limitsSince(month, numbersOf(parameters)) : monthOf(month);
}

WorkSheet makeWorkSheet(const Office &office, const OfficeHistory &history, const Parameters &parameters,
                        const QDate &month, const std::vector<WorkPosting> &postings, const std::vector<WorkSum> &sums,
                        const std::vector<MonthClose> &closes)
{
    const NumberOn numbers = numbersOf(parameters);
    WorkSheet sheet{.first = monthOf(month), .today = office.day(), .rows = {}, .closes = {}};
    std::copy_if(closes.begin(), closes.end(), std::back_inserter(sheet.closes),
                 [&](const MonthClose &one) { return one.month == sheet.first; });
    const auto work = overtimeByStaff(postings);
    std::map<StaffId, OvertimeMonths> months;
    for (const WorkSum &sum : sums) {
        if (sum.ledger == kWorked && sum.month < sheet.first)
            months[sum.staff][sum.month].minutes += sum.used + sum.reserved;
    }
    const bool limited = knowsLimits(parameters, sheet.first);
    const QDate yearStart = limited ? limitYearOf(sheet.first, numbers) : sheet.first;
    const qint64 percent =
        parameters.value(QStringLiteral("overtime.notice_percent"), sheet.first).value_or(kNearPercent);
    for (const Staff &staff : office.allStaff()) {
        const auto post = office.primaryPost(staff.id);
        if (!post)
            continue;
        const SectionId section = office.post(*post)->section;
        WorkRow row{.id = staff.id,
                    .number = staff.number,
                    .name = staff.name(),
                    .section = office.sectionLabel(section),
                    .limits = {}};
        if (const auto own = work.find(staff.id); own != work.end()) {
            for (const auto &[day, minutes] : own->second.days.minutes())
                row.minutes += monthOf(day) == sheet.first ? minutes : 0;
            for (const auto &[day, minutes] : own->second.waiting)
                row.waiting += monthOf(day) == sheet.first ? minutes : 0;
            for (const QDate &day : own->second.days.missing())
                row.missing += monthOf(day) == sheet.first && day < sheet.today ? 1 : 0;
        }
        OvertimeMonths &own = months[staff.id];
        own[sheet.first].minutes = row.minutes;
        for (QDate first = workSumsFrom(sheet.first, parameters); first <= sheet.first; first = first.addMonths(1))
            own[first].busy = history.busyIn(staff.id, first, office.revision());
        for (const auto &[first, one] : own)
            row.year += first >= yearStart ? one.minutes : 0;
        if (limited)
            row.limits = limitsOf(sheet.first, own, numbers);
        row.tone = toneOf(row.limits, percent);
        sheet.rows.push_back(std::move(row));
    }
    std::sort(sheet.rows.begin(), sheet.rows.end(),
              [](const WorkRow &a, const WorkRow &b) { return a.number < b.number; });
    return sheet;
}

Result<WorkSheet> Desk::work(const QDate &month)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const QDate first = monthOf(month);
    LedgerStore &ledgers = m_store->ledgers();
    // A night that begins on the last day of the month before belongs there.
    const auto postings = ledgers.work(first.addDays(-1), first.addMonths(1).addDays(-1));
    if (!postings)
        return postings.failure();
    const auto sums = ledgers.workSums(workSumsFrom(first, m_configuration.parameters), first.addDays(-1));
    if (!sums)
        return sums.failure();
    const auto closes = ledgers.monthCloses();
    if (!closes)
        return closes.failure();
    return makeWorkSheet(*today(), m_configuration.office, m_configuration.parameters, first, *postings, *sums,
                         *closes);
}

Result<std::vector<PayrollLine>> Desk::payroll(const QDate &month)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const auto closes = m_store->ledgers().monthCloses();
    if (!closes)
        return closes.failure();
    if (!isClosed(*closes, monthOf(month)))
        return fail(Error::refused(Refusal::PeriodInvalid, QStringLiteral("the month is not closed")));
    const PayrollPeriod period = payrollPeriod(month);
    const auto postings = m_store->ledgers().work(period.from, period.until);
    if (!postings)
        return postings.failure();
    const auto office = m_offices.at(monthOf(month).addMonths(1).addDays(-1), m_configuration.office.revision);
    return payrollOf(*office, m_configuration.parameters, month, *postings);
}

} // namespace kessai
