// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/worksheet.h"

#include "core/cases/numbers.h"
#include "core/duty/leaveyear.h"
#include "core/duty/overtimedays.h"
#include "core/services/desk.h"

#include <algorithm>
#include <map>

namespace kessai {

namespace {

/// What one person was ordered and reported.
struct StaffOvertime {
    OvertimeDays days;
    std::map<QDate, qint64> waiting; ///< reported and not confirmed
};

std::map<StaffId, StaffOvertime> overtimeByStaff(const std::vector<WorkPosting> &postings)
{
    std::map<StaffId, StaffOvertime> people;
    for (const WorkPosting &one : postings) {
        const auto entry = overtimeEntry(one.ledger, one.day, one.start, one.amount, one.used);
        if (!entry)
            continue;
        StaffOvertime &work = people[one.staff];
        work.days.add(*entry);
        if (entry->worked && !one.used)
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

/// The month in which somebody's year of annual leave begins.
QDate leaveSince(const QDate &month, const WorkTerms &terms, const NumberOn &numbers)
{
    return monthOf(annualYearStart(month.addMonths(1).addDays(-1), terms, numbers));
}

/// One person's annual leave in minutes, half days by half of their day.
qint64 leaveMinutes(const std::vector<WorkSum> &sums, const QDate &month, const WorkTerms &terms,
                    const NumberOn &numbers)
{
    const QDate begin = leaveSince(month, terms, numbers);
    qint64 doubled = 0; // minutes, twice, so that half a day is whole
    for (const WorkSum &sum : sums) {
        if (sum.month < begin || sum.month > month)
            continue;
        const qint64 amount = sum.used + sum.reserved;
        if (sum.ledger == QLatin1String("leave.annual.minutes"))
            doubled += 2 * amount;
        else if (sum.ledger == QLatin1String("leave.annual.half_days"))
            doubled += terms.dayMinutes * amount;
    }
    return doubled / 2;
}

} // namespace

QDate workSumsFrom(const QDate &month, const Parameters &parameters)
{
    const Numbers shipped(parameters);
    const NumberOn numbers = numberOn(shipped);
    // Nobody's year of leave is longer than one.
    return std::min(limitsSince(month, numbers), monthOf(month).addMonths(-11));
}

namespace {

/// What the postings of one person say of a month.
void addDays(const StaffOvertime &work, const WorkSheet &sheet, WorkRow &row)
{
    const std::map<QDate, qint64> decided = work.days.counted({});
    for (const auto &[day, minutes] : work.days.minutes()) {
        const auto there = decided.find(day);
        const qint64 more = minutes - (there == decided.end() ? 0 : there->second);
        row.asked += monthOf(day) == sheet.first && more > 0 ? more : 0;
    }
    for (const auto &[day, minutes] : work.waiting) {
        if (monthOf(day) != sheet.first)
            continue;
        row.waiting += minutes;
        row.waitingOn.push_back(day);
    }
    for (const QDate &day : work.days.missing()) {
        if (monthOf(day) == sheet.first && day < sheet.today)
            row.missingOn.push_back(day);
    }
    row.missing = int(row.missingOn.size());
}

/// What somebody has to be reminded of.
void addWatched(const WorkWatch &watch, WorkRow &row)
{
    for (const AwaitedEvidence &one : watch.overdue)
        row.evidenceOverdue += one.staff == row.id ? int(one.papers) : 0;
    for (const ExpiringTimeOff &one : watch.timeOff) {
        if (one.staff != row.id)
            continue;
        row.expiring += one.minutes;
        row.expiresOn = row.expiresOn.isValid() ? std::min(row.expiresOn, one.last) : one.last;
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
                        const std::vector<MonthClose> &closes, const WorkWatch &watch,
                        std::map<StaffId, OvertimeMonths> earlier)
{
    const Numbers shipped(parameters);
    const NumberOn numbers = numberOn(shipped);
    WorkSheet sheet{.first = monthOf(month), .today = office.day(), .rows = {}, .closes = {}, .sections = {}};
    std::copy_if(closes.begin(), closes.end(), std::back_inserter(sheet.closes),
                 [&](const MonthClose &one) { return one.month == sheet.first; });
    const auto people = overtimeByStaff(postings);
    const auto counted =
        countedMonths(postings, {sheet.first, sheet.first.addMonths(1).addDays(-1)}, closedMonths(closes));
    std::map<StaffId, std::vector<WorkSum>> leave;
    for (const WorkSum &sum : sums) {
        if (sum.ledger.startsWith(QLatin1String("leave.annual.")))
            leave[sum.staff].push_back(sum);
    }
    const qint64 wanted = numbers("leave.annual.five_days", sheet.first);
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
        if (const auto own = counted.find(staff.id); own != counted.end() && own->second.contains(sheet.first))
            row.minutes = own->second.at(sheet.first).minutes;
        OvertimeMonths &own = earlier[staff.id];
        own[sheet.first].minutes = row.minutes;
        for (QDate first = limitsSince(sheet.first, numbers); first <= sheet.first; first = first.addMonths(1))
            own[first].busy = history.busyIn(staff.id, first, office.revision());
        for (const auto &[first, one] : own)
            row.year += first >= yearStart ? one.minutes : 0;
        row.limits = limitsOf(sheet.first, own, numbers);
        row.tone = toneOf(row.limits, percent);
        const WorkTerms terms = office.workTerms(staff.id);
        row.dayMinutes = terms.dayMinutes;
        row.leaveMinutes = leaveMinutes(leave[staff.id], sheet.first, terms, numbers);
        row.littleLeave = row.leaveMinutes < wanted * row.dayMinutes;
        addWatched(watch, row);
        sheet.rows.push_back(std::move(row));
    }
    std::sort(sheet.rows.begin(), sheet.rows.end(),
              [](const WorkRow &a, const WorkRow &b) { return a.number < b.number; });
    sheet.sections = sectionsOf(office, sheet.rows);
    return sheet;
}

QDate oldestOpenMonth(const std::vector<MonthClose> &closes, const QDate &today)
{
    const QDate before = monthOf(today).addMonths(-1);
    QDate month = before;
    for (const MonthClose &one : closes)
        month = std::min(month, one.month);
    while (month <= before && standingClose(closes, month))
        month = month.addMonths(1);
    return month;
}

Result<WorkSheet> Desk::work(const std::optional<QDate> &month)
{
    if (const auto can = ready(); !can)
        return can.failure();
    LedgerStore &ledgers = m_store->ledgers();
    const auto closes = ledgers.monthCloses();
    if (!closes)
        return closes.failure();
    const QDate first = monthOf(month.value_or(oldestOpenMonth(*closes, now().day())));
    // A night that begins on the last day of the month before belongs there.
    const auto postings = ledgers.work(first.addDays(-1), first.addMonths(1).addDays(-1));
    if (!postings)
        return postings.failure();
    const auto sums = ledgers.workSums(workSumsFrom(first, m_configuration.parameters), first.addMonths(1).addDays(-1));
    if (!sums)
        return sums.failure();
    auto earlier = readCountedMonths(
        ledgers, {limitsSince(first, numberOn(Numbers(m_configuration.parameters))), first.addDays(-1)},
        closedMonths(*closes));
    if (!earlier)
        return earlier.failure();
    const auto watch = readWorkWatch(ledgers, m_configuration, now().day());
    if (!watch)
        return watch.failure();
    return makeWorkSheet(*today(), m_configuration.office, m_configuration.parameters, first, *postings, *sums, *closes,
                         *watch, std::move(*earlier));
}

Result<std::vector<WorkBook>> Desk::books(const QDate &month, std::optional<StaffId> who)
{
    if (const auto can = ready(); !can)
        return can.failure();
    return readWorkBooks(m_store->ledgers(), m_configuration, month, who, who && who == m_me);
}

Result<std::vector<PayrollLine>> Desk::payroll(const QDate &month)
{
    if (const auto can = ready(); !can)
        return can.failure();
    return readPayroll(m_store->ledgers(), m_configuration, month);
}

} // namespace kessai
