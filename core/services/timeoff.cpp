// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/timeoff.h"

#include "core/duty/limits.h"
#include "core/services/payroll.h"

#include <algorithm>

namespace kessai {

namespace {

/// What falls away of the months before.
std::vector<PaidMinutes> settledIn(const QDate &month, const PersonWork &person, const RatedWork &rated,
                                   const NumberOn &numbers)
{
    std::vector<LedgerStretch> until = person.timeOff;
    std::erase_if(until, [&](const LedgerStretch &one) { return one.day >= month.addMonths(1); });
    std::vector<LedgerStretch> before = until;
    std::erase_if(before, [&](const LedgerStretch &one) { return one.day >= month; });
    if (before.size() == until.size())
        return {};
    const std::vector<EarnedMonth> months =
        earnedMonths(month.addMonths(-kMonthsOfTimeOff), kMonthsOfTimeOff, rated, numbers);
    const std::vector<EarnedMonth> then = drawnFrom(months, before, numbers);
    const std::vector<EarnedMonth> now = drawnFrom(months, until, numbers);
    std::vector<PaidMinutes> settled;
    for (size_t i = 0; i < months.size(); ++i) {
        if (then[i].taken == now[i].taken)
            continue;
        const auto part = settledTimeOff(rated.month(now[i].month), then[i].taken, now[i].taken, numbers);
        settled.insert(settled.end(), part.begin(), part.end());
    }
    return settled;
}

} // namespace

bool settlesTimeOff(const QDate &month, const std::vector<WorkPosting> &postings)
{
    return std::any_of(postings.begin(), postings.end(), [&](const WorkPosting &one) {
        return one.ledger == QLatin1String("overtime.compensated.minutes") && one.used
            && monthOf(one.day) == monthOf(month);
    });
}

DayRange timeOffPeriod(const QDate &month)
{
    const QDate first = monthOf(month);
    return {payrollPeriod(first.addMonths(-kMonthsOfTimeOff)).first, payrollPeriod(first).first.addDays(-1)};
}

std::vector<EarnedMonth> earnedMonths(const QDate &first, int count, const RatedWork &rated, const NumberOn &numbers)
{
    std::vector<EarnedMonth> months;
    for (int n = 0; n < count; ++n) {
        const QDate one = first.addMonths(n);
        months.push_back({one, compensationEarned(minutesByRate(rated.month(one)), one, numbers)});
    }
    return months;
}

std::vector<PaidMinutes> paidIn(const QDate &month, const PersonWork &person, const RatedWork &rated,
                                const NumberOn &numbers)
{
    std::vector<PaidMinutes> paid = paidMinutes(rated.month(month), numbers);
    const std::vector<PaidMinutes> settled = settledIn(month, person, rated, numbers);
    paid.insert(paid.end(), settled.begin(), settled.end());
    return paid;
}

} // namespace kessai
