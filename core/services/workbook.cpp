// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/workbook.h"

#include "core/base/posttitle.h"
#include "core/services/payroll.h"
#include "core/services/timeoff.h"

#include <algorithm>

namespace kessai {

namespace {

bool isOrderLedger(const QString &ledger)
{
    return ledger == QLatin1String("overtime.order.minutes")
        || ledger == QLatin1String("overtime.holiday.order.minutes");
}
bool isResultLedger(const QString &ledger)
{
    return ledger == QLatin1String("overtime.minutes") || ledger == QLatin1String("overtime.holiday.minutes");
}

std::optional<DayMark> markFor(const QString &ledger)
{
    if (ledger == QLatin1String("duty.added.minutes"))
        return DayMark::ExtraDuty;
    if (ledger == QLatin1String("duty.removed.minutes"))
        return DayMark::FreedDuty;
    if (ledger == QLatin1String("duty.daikyu.minutes"))
        return DayMark::Daikyu;
    if (ledger == QLatin1String("overtime.compensated.minutes"))
        return DayMark::TimeOff;
    if (ledger == QLatin1String("absence.minutes"))
        return DayMark::Leave;
    return std::nullopt;
}

/// Without what was taken back, what took it back, and what came too late; what still waits stays.
std::vector<BookPosting> standing(const std::vector<BookPosting> &all, const Known &known)
{
    std::vector<BookPosting> left;
    for (const BookPosting &one : all) {
        if (one.posting.amount > 0 && (known.counts(one.posting) || (!one.posting.used && !known.at)))
            left.push_back(one);
    }
    for (const BookPosting &taken : all) {
        if (taken.posting.amount > 0 || !known.counts(taken.posting))
            continue;
        const auto it = std::find_if(left.begin(), left.end(), [&](const BookPosting &one) {
            return one.posting.used && one.posting.ledger == taken.posting.ledger
                && one.posting.day == taken.posting.day && one.posting.start == taken.posting.start
                && one.posting.amount == -taken.posting.amount;
        });
        if (it != left.end())
            left.erase(it);
    }
    return left;
}

QString decider(const BookPosting &one)
{
    if (one.by.isEmpty())
        return {};
    return joinTitle(one.section, one.title) + QLatin1Char(' ') + one.by;
}

void addHours(std::vector<Stretch> &hours, const Stretch &more)
{
    hours.push_back(more);
    std::sort(hours.begin(), hours.end(), [](const Stretch &a, const Stretch &b) { return a.from < b.from; });
    std::vector<Stretch> joined;
    for (const Stretch &one : hours) {
        if (!joined.empty() && joined.back().until == one.from)
            joined.back().until = one.until;
        else
            joined.push_back(one);
    }
    hours = std::move(joined);
}

void addEntry(std::vector<BookEntry> &entries, const BookPosting &one, const Stretch &hours)
{
    auto same = std::find_if(entries.begin(), entries.end(),
                             [&](const BookEntry &entry) { return entry.number == one.number; });
    if (same == entries.end()) {
        entries.push_back({one.number, {}, decider(one), one.principal, one.posting.usedAt});
        same = entries.end() - 1;
    }
    addHours(same->hours, hours);
}

void addMark(std::vector<BookMark> &marks, DayMark mark, const Stretch &hours)
{
    auto same = std::find_if(marks.begin(), marks.end(), [&](const BookMark &one) { return one.mark == mark; });
    if (same == marks.end()) {
        marks.push_back({mark, {}});
        same = marks.end() - 1;
    }
    addHours(same->hours, hours);
}

/// The days of a month, by day; leave only where there is anything else.
std::map<QDate, BookDay> daysIn(const QDate &month, const std::vector<BookPosting> &postings)
{
    std::map<QDate, BookDay> days;
    const auto add = [&](bool leave) {
        for (const BookPosting &one : postings) {
            const WorkPosting &posting = one.posting;
            const auto mark = markFor(posting.ledger);
            if (!posting.start || monthOf(posting.day) != month || (mark == DayMark::Leave) != leave
                || (leave && !days.contains(posting.day)))
                continue;
            BookDay &day = days[posting.day];
            const Stretch hours{*posting.start, *posting.start + posting.amount};
            if (isOrderLedger(posting.ledger))
                addEntry(day.orders, one, hours);
            else if (isResultLedger(posting.ledger))
                addEntry(day.results, one, hours);
            else if (mark == DayMark::ExtraDuty)
                addEntry(day.orders, one, hours); // duty on a day off is ordered like overtime
            if (mark && posting.used)
                addMark(day.marks, *mark, hours);
        }
    };
    add(false);
    add(true);
    return days;
}

/// The minutes of a day by the columns of its month.
std::vector<qint64> minutesOn(const QDate &day, const std::vector<RatedStretch> &rated,
                              const std::vector<PayLine> &columns, const NumberOn &numbers)
{
    std::vector<RatedStretch> own;
    std::copy_if(rated.begin(), rated.end(), std::back_inserter(own),
                 [&](const RatedStretch &one) { return one.day == day; });
    std::vector<qint64> minutes(columns.size(), 0);
    for (const PayLine &part : monthPay(paidMinutes(own, numbers), Yen(0), monthOf(day), numbers)) {
        for (size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].percent == part.percent && columns[i].part == part.part)
                minutes[i] += part.minutes;
        }
    }
    return minutes;
}

std::vector<WorkPosting> plainOf(const std::vector<BookPosting> &postings)
{
    std::vector<WorkPosting> plain;
    for (const BookPosting &one : postings)
        plain.push_back(one.posting);
    return plain;
}

WorkBook bookOf(StaffId id, const BookBasis &basis, const std::vector<BookPosting> &postings, StaffDays &people,
                const Holidays &holidays, const NumberOn &numbers)
{
    auto work = workByPerson(plainOf(postings), basis.known);
    const PersonWork &person = work[id];
    const RatedWork rated(id, person, people, holidays, numbers);
    const std::vector<RatedStretch> month = rated.month(basis.month);

    WorkBook book{.id = id, .number = {}, .name = {}, .section = {}, .title = {}, .month = basis.month};
    book.close = basis.close;
    book.columns = monthPay(paidIn(basis.month, person, rated, numbers), Yen(0), basis.month, numbers);
    auto days = daysIn(basis.month, standing(postings, basis.known));
    for (const RatedStretch &one : month) // duty beyond a week stands on its Saturday
        days[one.day];
    for (auto &[day, one] : days) {
        one.day = day;
        one.kind = rated.calendar().on(day).kind;
        one.minutes = minutesOn(day, month, book.columns, numbers);
        book.days.push_back(std::move(one));
    }
    return book;
}

} // namespace

qint64 BookEntry::rest() const
{
    return hours.empty() ? 0 : hours.back().until - hours.front().from - minutesOf(hours);
}

std::vector<WorkBook> makeWorkBooks(const BookBasis &basis, const std::vector<BookPosting> &postings,
                                    std::map<StaffId, OvertimeMonths> earlier)
{
    const Parameters parameters = basis.parameters.knownIn(basis.known.revision);
    const Numbers shipped(parameters);
    const NumberOn numbers = numberOn(shipped);
    StaffDays people(basis.office, basis.known.revision);
    std::map<StaffId, std::vector<BookPosting>> byPerson;
    for (const BookPosting &one : postings)
        byPerson[one.posting.staff].push_back(one);
    const std::set<QDate> closed = basis.known.at ? std::set{basis.month} : std::set<QDate>{};
    std::vector<WorkBook> books;
    for (const auto &[id, own] : byPerson) {
        const auto lastDay = people.lastDay(id, basis.month.addMonths(1).addDays(-1));
        if (!lastDay)
            continue;
        WorkBook book = bookOf(id, basis, own, people, parameters.holidays(), numbers);
        if (book.days.empty())
            continue;
        const auto office = people.office(*lastDay);
        const Staff &staff = *office->staff(id);
        book.number = staff.number;
        book.name = staff.name();
        OvertimeMonths &months = earlier[id];
        std::vector<WorkPosting> counting = plainOf(own);
        std::erase_if(counting, [&](const WorkPosting &one) { return !basis.known.counts(one); });
        months.merge(countedMonths(counting, {basis.month, basis.month.addMonths(1).addDays(-1)}, closed)[id]);
        if (const auto post = office->primaryPost(id)) {
            const SectionId section = office->post(*post)->section;
            book.section = office->sectionLabel(section);
            book.title = office->post(*post)->title;
            book.division = office->ancestor(section, SectionLevel::Section).value_or(section);
        }
        // Each month by the workplace of that month, as the limits want it (core/duty/limits.h).
        for (QDate first = limitsSince(basis.month, numbers); first <= basis.month; first = first.addMonths(1))
            months[first].busy = basis.office.busyIn(id, first, basis.known.revision);
        book.limits = limitsOf(basis.month, months, numbers);
        books.push_back(std::move(book));
    }
    std::sort(books.begin(), books.end(), [](const WorkBook &a, const WorkBook &b) { return a.number < b.number; });
    return books;
}

namespace {

Result<> addPostings(LedgerStore &ledgers, std::optional<StaffId> who, const DayRange &days,
                     std::vector<BookPosting> &postings)
{
    for (QDate from = days.first; from <= days.last; from = from.addDays(kReadDays)) {
        auto part = ledgers.workBook(who, from, std::min(days.last, from.addDays(kReadDays - 1)));
        if (!part)
            return part.failure();
        std::move(part->begin(), part->end(), std::back_inserter(postings));
    }
    return {};
}

} // namespace

Result<std::vector<WorkBook>> readWorkBooks(LedgerStore &ledgers, const Configuration &configuration,
                                            const QDate &month, std::optional<StaffId> who, bool own)
{
    const QDate first = monthOf(month);
    std::vector<BookPosting> postings;
    if (const Result<> read = addPostings(ledgers, who, payrollPeriod(first), postings); !read)
        return read.failure();
    if (settlesTimeOff(first, plainOf(postings))) {
        if (const Result<> read = addPostings(ledgers, who, timeOffPeriod(first), postings); !read)
            return read.failure();
    }
    const auto closes = ledgers.monthCloses();
    if (!closes)
        return closes.failure();
    const Numbers shipped(configuration.parameters);
    auto earlier = readCountedMonths(ledgers, {limitsSince(first, numberOn(shipped)), first.addDays(-1)},
                                     closedMonths(*closes), own ? who : std::nullopt);
    if (!earlier)
        return earlier.failure();
    const OfficeHistory &office = configuration.office;
    return makeWorkBooks({office, configuration.parameters, first, knownFor(*closes, first, office.revision),
                          standingClose(*closes, first)},
                         postings, std::move(*earlier));
}

} // namespace kessai
