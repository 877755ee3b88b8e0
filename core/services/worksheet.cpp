// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/worksheet.h"

#include "core/cases/numbers.h"
#include "core/services/desk.h"

#include <algorithm>
#include <map>
#include <set>

namespace kessai {

namespace {

constexpr QLatin1String kOrdered("overtime.order.minutes");
constexpr QLatin1String kWorked("overtime.minutes");
constexpr QLatin1String kHolidayOrdered("overtime.holiday.order.minutes");
constexpr QLatin1String kHolidayWorked("overtime.holiday.minutes");
constexpr int kMonthsBack = 5; ///< of the longest mean

/// The work of one day, with what went on past its midnight.
struct WorkDay {
    qint64 ordered = 0; ///< within the month of the sheet, as all of these
    qint64 worked = 0;
    qint64 waiting = 0;
    qint64 orders = 0;  ///< decided and not taken back
    qint64 results = 0; ///< waiting or decided, and not taken back
};

bool isOrder(const WorkPosting &one)
{
    return one.ledger == kOrdered || one.ledger == kHolidayOrdered;
}
bool isResult(const WorkPosting &one)
{
    return one.ledger == kWorked || one.ledger == kHolidayWorked;
}

/// The days on which orders or results reach midnight: what begins at 0:00 after one of them goes on from it.
template <class Which>
std::set<QDate> daysToMidnight(const std::vector<WorkPosting> &postings, Which which)
{
    std::vector<LedgerStretch> all;
    for (const WorkPosting &one : postings) {
        if (which(one) && one.start)
            all.push_back({one.day, {*one.start, *one.start + qAbs(one.amount)}, one.amount < 0});
    }
    std::set<QDate> days;
    for (const LedgerStretch &one : all) {
        const auto standing = stretchesOn(one.day, all);
        if (!standing.empty() && standing.back().until == kMinutesOfDay)
            days.insert(one.day);
    }
    return days;
}

/// By the day the work begins on; a result is reported for that day, whatever day it ends on.
std::map<QDate, WorkDay> daysOf(const std::vector<WorkPosting> &postings, const QDate &month)
{
    const std::set<QDate> orders = daysToMidnight(postings, isOrder);
    const std::set<QDate> results = daysToMidnight(postings, isResult);
    std::map<QDate, WorkDay> days;
    for (const WorkPosting &one : postings) {
        if (!isOrder(one) && !isResult(one))
            continue;
        const QDate before = one.day.addDays(-1);
        const bool goesOn = one.start == 0 && (isOrder(one) ? orders : results).contains(before);
        WorkDay &day = days[goesOn ? before : one.day];
        const qint64 here = monthOf(one.day) == month ? one.amount : 0;
        if (one.ledger == kOrdered)
            day.ordered += here;
        if (one.ledger == kWorked)
            day.worked += here;
        if (isResult(one)) {
            day.results += one.amount;
            day.waiting += one.used ? 0 : here;
        } else if (one.used) {
            day.orders += one.amount;
        }
    }
    return days;
}

std::map<StaffId, std::vector<WorkPosting>> byPerson(const std::vector<WorkPosting> &postings)
{
    std::map<StaffId, std::vector<WorkPosting>> people;
    for (const WorkPosting &one : postings)
        people[one.staff].push_back(one);
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
    return std::min({limitYearOf(month, numbers), leaveYearOf(month, numbers), monthOf(month).addMonths(-kMonthsBack)});
}

namespace {

/// What the postings of one person say of a month.
void addDays(const std::vector<WorkPosting> &postings, const WorkSheet &sheet, WorkRow &row)
{
    for (const auto &[day, one] : daysOf(postings, sheet.first)) {
        row.minutes += one.results > 0 ? one.worked : one.ordered;
        row.waiting += one.waiting;
        const bool missing = one.orders > 0 && one.results <= 0;
        if (missing && monthOf(day) == sheet.first && day < sheet.today)
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

WorkSheet makeWorkSheet(const Office &office, const Parameters &parameters, const QDate &month,
                        const std::vector<WorkPosting> &postings, const std::vector<WorkSum> &sums,
                        const std::vector<MonthClose> &closes)
{
    const Numbers shipped(parameters);
    const NumberOn numbers = numberOn(shipped);
    WorkSheet sheet{.first = monthOf(month), .today = office.day(), .rows = {}, .closes = {}, .sections = {}};
    std::copy_if(closes.begin(), closes.end(), std::back_inserter(sheet.closes),
                 [&](const MonthClose &one) { return one.month == sheet.first; });
    const auto people = byPerson(postings);
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
        for (auto &[first, one] : own) {
            one.busy = office.busy(section);
            row.year += first >= yearStart ? one.minutes : 0;
        }
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
    // What was begun on the evening before may go on in the month.
    const auto postings = ledgers.work(first.addDays(-1), first.addMonths(1).addDays(-1));
    if (!postings)
        return postings.failure();
    const auto sums = ledgers.workSums(workSumsFrom(first, m_configuration.parameters), first.addMonths(1).addDays(-1));
    if (!sums)
        return sums.failure();
    const auto closes = ledgers.monthCloses();
    if (!closes)
        return closes.failure();
    return makeWorkSheet(*today(), m_configuration.parameters, first, *postings, *sums, *closes);
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
