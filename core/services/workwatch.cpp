// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/workwatch.h"

#include "core/duty/evidence.h"
#include "core/duty/limits.h"
#include "core/services/payroll.h"
#include "core/services/timeoff.h"

#include <algorithm>

namespace kessai {

namespace {

/// The postings from which what a month's time off has left is computed.
DayRange periodAround(const QDate &month, const NumberOn &numbers)
{
    return {timeOffPeriod(month).first, compensationWindow(month, numbers).last};
}

Result<std::vector<WorkPosting>> postingsAround(LedgerStore &ledgers, StaffId who, const DayRange &days)
{
    std::vector<WorkPosting> postings;
    for (QDate from = days.first; from <= days.last; from = from.addDays(kReadDays)) {
        const auto part = ledgers.workBook(who, from, std::min(days.last, from.addDays(kReadDays - 1)));
        if (!part)
            return part.failure();
        for (const BookPosting &one : *part)
            postings.push_back(one.posting);
    }
    return postings;
}

} // namespace

std::vector<QDate> expiringMonths(const QDate &today, const NumberOn &numbers)
{
    std::vector<QDate> months;
    const QDate latest = today.addDays(kExpiringDays);
    for (QDate month = monthOf(today).addYears(-1); month <= monthOf(today); month = month.addMonths(1)) {
        const QDate last = compensationWindow(month, numbers).last;
        if (last >= today && last <= latest)
            months.push_back(month);
    }
    return months;
}

std::vector<StaffId> mayHaveEarned(const QDate &month, const std::vector<WorkSum> &sums, const NumberOn &numbers)
{
    std::map<StaffId, qint64> most;
    for (const WorkSum &sum : sums) {
        const bool worked = sum.ledger == QLatin1String("overtime.minutes") && sum.month == month;
        const bool added = sum.ledger == QLatin1String("duty.added.minutes")
            && (sum.month == month || sum.month == month.addMonths(-1));
        if (worked || added)
            most[sum.staff] += sum.used;
    }
    std::vector<StaffId> people;
    for (const auto &[staff, minutes] : most) {
        if (minutes > numbers("overtime.over60_minutes", month))
            people.push_back(staff);
    }
    return people;
}

std::optional<ExpiringTimeOff> expiringFor(StaffId who, const QDate &month, const std::vector<WorkPosting> &postings,
                                           const OfficeHistory &office, const Parameters &parameters)
{
    const Numbers shipped(parameters);
    const NumberOn numbers = numberOn(shipped);
    const StaffDays days(office, office.revision);
    auto work = workByPerson(postings, Known{office.revision});
    PersonWork &person = work[who];
    const RatedWork rated(who, person, days, parameters.holidays(), numbers);
    std::vector<LedgerStretch> taken = person.timeOff;
    for (const WorkPosting &one : postings) {
        if (!one.used && one.start && one.ledger == QLatin1String("overtime.compensated.minutes"))
            taken.push_back({one.day, {*one.start, *one.start + one.amount}});
    }
    const auto earned = earnedMonths(month.addMonths(-kMonthsOfTimeOff), kMonthsOfTimeOff + 1, rated, numbers);
    const qint64 left = drawnFrom(earned, taken, numbers).back().left();
    return left > 0 ? std::optional(ExpiringTimeOff{who, compensationWindow(month, numbers).last, left}) : std::nullopt;
}

Result<WorkWatch> readWorkWatch(LedgerStore &ledgers, const Configuration &configuration, const QDate &today)
{
    const Numbers shipped(configuration.parameters);
    const NumberOn numbers = numberOn(shipped);
    WorkWatch watch;
    auto awaited = ledgers.awaitedEvidence(today.addDays(-numbers("filing.window_days", today)), today);
    if (!awaited)
        return awaited.failure();
    watch.overdue = std::move(*awaited);
    std::erase_if(watch.overdue,
                  [&](const AwaitedEvidence &one) { return evidenceDueBy(one.leaveFrom, numbers) >= today; });
    for (const QDate &month : expiringMonths(today, numbers)) {
        const auto sums = ledgers.workSums(month.addMonths(-1), month.addMonths(1).addDays(-1));
        if (!sums)
            return sums.failure();
        for (const StaffId who : mayHaveEarned(month, *sums, numbers)) {
            const auto postings = postingsAround(ledgers, who, periodAround(month, numbers));
            if (!postings)
                return postings.failure();
            if (auto left = expiringFor(who, month, *postings, configuration.office, configuration.parameters))
                watch.timeOff.push_back(std::move(*left));
        }
    }
    return watch;
}

} // namespace kessai
