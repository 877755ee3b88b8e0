// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/worksheet.h"

#include "core/cases/numbers.h"
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
constexpr QLatin1String kEvidenceDue("evidence.due");
constexpr QLatin1String kEvidenceReceived("evidence.received");

/// What one person was ordered and reported.
struct StaffOvertime {
    OvertimeDays days;
    std::map<QDate, qint64> waiting; ///< reported and not confirmed
    std::map<QDate, qint64> papers;  ///< that follow a leave and are not handed in, by its first day
};

std::map<StaffId, StaffOvertime> overtimeByStaff(const std::vector<WorkPosting> &postings)
{
    std::map<StaffId, StaffOvertime> people;
    for (const WorkPosting &one : postings) {
        if (one.ledger == kEvidenceDue || one.ledger == kEvidenceReceived)
            people[one.staff].papers[one.day] += one.ledger == kEvidenceDue ? one.amount : -one.amount;
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

QDate workSumsFrom(const QDate &month, const Parameters &parameters)
{
    const Numbers numbers(parameters);
    return limitsSince(month, numberOn(numbers));
}

namespace {

/// What the postings of one person say of a month.
void addDays(const StaffOvertime &work, const WorkSheet &sheet, const NumberOn &numbers, WorkRow &row)
{
    for (const auto &[day, minutes] : work.days.minutes())
        row.minutes += monthOf(day) == sheet.first ? minutes : 0;
    for (const auto &[day, minutes] : work.waiting)
        row.waiting += monthOf(day) == sheet.first ? minutes : 0;
    for (const QDate &day : work.days.missing())
        row.missing += monthOf(day) == sheet.first && day < sheet.today ? 1 : 0;
    for (const auto &[day, papers] : work.papers) {
        const bool late = day.addDays(numbers("leave.evidence_later_days", day)) < sheet.today;
        row.papers += monthOf(day) == sheet.first && late ? static_cast<int>(std::max<qint64>(0, papers)) : 0;
    }
}

/// The sections in the order of the office, those without anybody left out.
std::vector<SectionWork> sectionsOf(const Office &office, const std::vector<WorkRow> &rows)
{
    std::vector<SectionWork> sections;
    for (const Section &section : office.sections()) {
        SectionWork work{section.id, section.name};
        for (const WorkRow &row : rows) {
            if (row.division != section.id)
                continue;
            ++work.people;
            work.waiting += row.waiting > 0 ? 1 : 0;
            work.missing += row.missing > 0 ? 1 : 0;
        }
        if (work.people > 0)
            sections.push_back(std::move(work));
    }
    return sections;
}

} // namespace

WorkSheet makeWorkSheet(const Office &office, const OfficeHistory &history, const Parameters &parameters,
                        const QDate &month, const std::vector<WorkPosting> &postings, const std::vector<WorkSum> &sums,
                        const std::vector<MonthClose> &closes)
{
    const Numbers shipped(parameters);
    const NumberOn numbers = numberOn(shipped);
    WorkSheet sheet{.first = monthOf(month), .today = office.day(), .rows = {}, .closes = {}, .sections = {}};
    std::copy_if(closes.begin(), closes.end(), std::back_inserter(sheet.closes),
                 [&](const MonthClose &one) { return one.month == sheet.first; });
    const auto people = overtimeByStaff(postings);
    std::map<StaffId, OvertimeMonths> months;
    for (const WorkSum &sum : sums) {
        if (sum.ledger == kWorked && sum.month < sheet.first)
            months[sum.staff][sum.month].minutes += sum.used + sum.reserved;
    }
    const QDate yearStart = limitYearOf(sheet.first, numbers);
    const qint64 percent = numbers("overtime.notice_percent", sheet.first);
    for (const Staff &staff : office.allStaff()) {
        const auto post = office.primaryPost(staff.id);
        if (!post)
            continue;
        const SectionId section = office.post(*post)->section;
        WorkRow row{.id = staff.id,
                    .number = staff.number,
                    .name = staff.name(),
                    .section = office.sectionLabel(section),
                    .division = office.ancestor(section, SectionLevel::Section).value_or(section),
                    .limits = {}};
        if (const auto own = people.find(staff.id); own != people.end())
            addDays(own->second, sheet, numbers, row);
        OvertimeMonths &own = months[staff.id];
        own[sheet.first].minutes = row.minutes;
        for (QDate first = workSumsFrom(sheet.first, parameters); first <= sheet.first; first = first.addMonths(1))
            own[first].busy = history.busyIn(staff.id, first, office.revision());
        for (const auto &[first, one] : own)
            row.year += first >= yearStart ? one.minutes : 0;
        row.limits = limitsOf(sheet.first, own, numbers);
        row.tone = toneOf(row.limits, percent);
        sheet.rows.push_back(std::move(row));
    }
    std::sort(sheet.rows.begin(), sheet.rows.end(),
              [](const WorkRow &a, const WorkRow &b) { return a.number < b.number; });
    sheet.sections = sectionsOf(office, sheet.rows);
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
    return readPayroll(m_store->ledgers(), m_configuration, month);
}

} // namespace kessai
