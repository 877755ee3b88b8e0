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

namespace {

/// The year of annual leave in which a month lies.
QDate leaveYearOf(const QDate &month, const NumberOn &numbers)
{
    const int begins = int(numbers("leave.year_start_month", month));
    return {month.month() < begins ? month.year() - 1 : month.year(), begins, 1};
}

/// Annual leave by person in tenths of a day, of which half days are taken as such; what is less than a tenth is not counted.
std::map<StaffId, qint64> leaveTenths(const std::vector<WorkSum> &sums, const QDate &month, const NumberOn &numbers)
{
    constexpr qint64 kTenths = 10;
    const QDate begin = leaveYearOf(month, numbers);
    const qint64 dayMinutes = numbers("leave.day_minutes", month);
    std::map<StaffId, qint64> doubled; // minutes, twice, so that half a day is whole
    for (const WorkSum &sum : sums) {
        if (sum.month < begin || sum.month > month)
            continue;
        const qint64 amount = sum.used + sum.reserved;
        if (sum.ledger == QLatin1String("leave.annual.minutes"))
            doubled[sum.staff] += 2 * amount;
        else if (sum.ledger == QLatin1String("leave.annual.half_days"))
            doubled[sum.staff] += dayMinutes * amount;
    }
    for (auto &[staff, taken] : doubled)
        taken = taken * kTenths / (2 * dayMinutes);
    return doubled;
}

} // namespace

QDate workSumsFrom(const QDate &month, const Parameters &parameters)
{
    const Numbers shipped(parameters);
    const NumberOn numbers = numberOn(shipped);
    return std::min(limitsSince(month, numbers), leaveYearOf(month, numbers));
}

namespace {

/// What the postings of one person say of a month.
void addDays(const StaffOvertime &work, const WorkSheet &sheet, WorkRow &row)
{
    for (const auto &[day, minutes] : work.days.minutes())
        row.minutes += monthOf(day) == sheet.first ? minutes : 0;
    for (const auto &[day, minutes] : work.waiting)
        row.waiting += monthOf(day) == sheet.first ? minutes : 0;
    for (const QDate &day : work.days.missing()) {
        if (monthOf(day) == sheet.first && day < sheet.today)
            row.missingOn.push_back(day);
    }
    row.missing = int(row.missingOn.size());
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
    const auto leave = leaveTenths(sums, sheet.first, numbers);
    const qint64 wanted = numbers("leave.annual.five_days", sheet.first) * 10;
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
            addDays(own->second, sheet, row);
        OvertimeMonths &own = months[staff.id];
        own[sheet.first].minutes = row.minutes;
        for (QDate first = limitsSince(sheet.first, numbers); first <= sheet.first; first = first.addMonths(1))
            own[first].busy = history.busyIn(staff.id, first, office.revision());
        for (const auto &[first, one] : own)
            row.year += first >= yearStart ? one.minutes : 0;
        row.limits = limitsOf(sheet.first, own, numbers);
        row.tone = toneOf(row.limits, percent);
        if (const auto taken = leave.find(staff.id); taken != leave.end())
            row.leaveTenths = taken->second;
        row.littleLeave = row.leaveTenths < wanted;
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
    const auto sums = ledgers.workSums(workSumsFrom(first, m_configuration.parameters), first.addMonths(1).addDays(-1));
    if (!sums)
        return sums.failure();
    const auto closes = ledgers.monthCloses();
    if (!closes)
        return closes.failure();
    return makeWorkSheet(*today(), m_configuration.office, m_configuration.parameters, first, *postings, *sums,
                         *closes);
}

namespace {

/// Confirmed overtime by month, before one: of everybody for personnel, else of the reader.
Result<std::map<StaffId, OvertimeMonths>> earlierMonths(LedgerStore &ledgers, const QDate &from, const QDate &month,
                                                        std::optional<StaffId> own)
{
    std::map<StaffId, OvertimeMonths> months;
    if (!own) {
        const auto sums = ledgers.workSums(from, month.addDays(-1));
        if (!sums)
            return sums.failure();
        for (const WorkSum &sum : *sums) {
            if (sum.ledger == kWorked)
                months[sum.staff][sum.month].minutes += sum.used;
        }
        return months;
    }
    const auto postings = ledgers.own(from, month.addDays(-1));
    if (!postings)
        return postings.failure();
    for (const OwnPosting &one : *postings) {
        if (one.used && one.posting.ledger == kWorked)
            months[*own][monthOf(one.posting.day)].minutes += one.posting.amount;
    }
    return months;
}

} // namespace

Result<std::vector<WorkBook>> Desk::books(const QDate &month, std::optional<StaffId> who)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const QDate first = monthOf(month);
    LedgerStore &ledgers = m_store->ledgers();
    const DayRange period = payrollPeriod(first);
    const auto postings = ledgers.workBook(who, period.first, period.last);
    if (!postings)
        return postings.failure();
    const auto closes = ledgers.monthCloses();
    if (!closes)
        return closes.failure();
    auto earlier = earlierMonths(ledgers, workSumsFrom(first, m_configuration.parameters), first,
                                 who == m_me ? m_me : std::nullopt);
    if (!earlier)
        return earlier.failure();
    const OfficeHistory &office = m_configuration.office;
    return makeWorkBooks({office, m_configuration.parameters, first, knownFor(*closes, first, office.revision),
                          standingClose(*closes, first)},
                         *postings, std::move(*earlier));
}

Result<std::vector<PayrollLine>> Desk::payroll(const QDate &month)
{
    if (const auto can = ready(); !can)
        return can.failure();
    return readPayroll(m_store->ledgers(), m_configuration, month);
}

} // namespace kessai
