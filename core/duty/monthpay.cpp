// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/monthpay.h"

#include <algorithm>
#include <map>

namespace kessai {

namespace {

constexpr qint64 kMonthsOfYear = 12;
constexpr qint64 kWeeksOfYear = 52;

/// Days of duty excused as 休日 in the year of the month, which begins with `pay.holiday_year_start_month`.
qint64 holidaysOfYear(const QDate &month, const Holidays &holidays, const NumberOn &numbers)
{
    const int start = static_cast<int>(numbers("pay.holiday_year_start_month", month));
    const QDate first(month.month() >= start ? month.year() : month.year() - 1, start, 1);
    qint64 count = 0;
    for (QDate day = first; day < first.addYears(1); day = day.addDays(1))
        count += holidays.kind(day) == DayKind::Holiday ? 1 : 0;
    return count;
}

/// Halves are rounded up; nothing here is negative.
qint64 rounded(qint64 dividend, qint64 divisor)
{
    return (2 * dividend + divisor) / (2 * divisor);
}

} // namespace

namespace {

PayPart partOf(const RatedStretch &stretch)
{
    if (stretch.rate == RateClass::Holiday)
        return PayPart::Holiday;
    if (stretch.rate == RateClass::Exchange)
        return PayPart::Exchange;
    return stretch.over60 ? PayPart::Over60 : PayPart::Overtime;
}

/// By how much work past the 60th hour is raised, and for how many minutes of it time off makes good.
std::map<int, qint64> madeGood(const std::vector<RatedStretch> &rated, qint64 timeOff, const NumberOn &numbers)
{
    std::map<int, qint64> minutes;
    qint64 hundredths = timeOff * 100;
    for (const RatedStretch &stretch : rated) {
        if (!stretch.over60)
            continue;
        const int raise =
            percentOf(stretch.rate, true, stretch.day, numbers) - percentOf(stretch.rate, false, stretch.day, numbers);
        if (raise <= 0)
            continue;
        const qint64 plain = std::min(stretch.hours.minutes(), hundredths / raise);
        hundredths -= plain * raise;
        minutes[raise] += plain;
    }
    return minutes;
}

} // namespace

std::vector<PaidMinutes> paidMinutes(const std::vector<RatedStretch> &rated, const NumberOn &numbers)
{
    std::vector<PaidMinutes> paid;
    for (const RatedStretch &stretch : rated) {
        paid.push_back(
            {percentOf(stretch.rate, stretch.over60, stretch.day, numbers), partOf(stretch), stretch.hours.minutes()});
    }
    return paid;
}

std::vector<PaidMinutes> settledTimeOff(const std::vector<RatedStretch> &rated, qint64 before, qint64 after,
                                        const NumberOn &numbers)
{
    std::map<int, qint64> minutes = madeGood(rated, after, numbers);
    for (const auto &[raise, earlier] : madeGood(rated, before, numbers))
        minutes[raise] -= earlier;
    std::vector<PaidMinutes> settled;
    for (const auto &[raise, now] : minutes) {
        if (now != 0)
            settled.push_back({raise, PayPart::TimeOff, -now});
    }
    return settled;
}

qint64 paidHours(qint64 minutes, const QDate &month, const NumberOn &numbers)
{
    if (minutes < 0)
        return -paidHours(-minutes, month, numbers);
    return minutes / 60 + (minutes % 60 >= numbers("pay.round_up_from_minutes", month) ? 1 : 0);
}

qint64 wageDivisor(const QDate &month, const Holidays &holidays, const NumberOn &numbers)
{
    const qint64 whole = numbers("duty.week_minutes", month) * kWeeksOfYear;
    const qint64 day = numbers("duty.day_minutes", month);
    switch (numbers("pay.divisor_method", month)) {
    case 0: return whole;
    case 2: return whole - day * numbers("pay.fixed_holidays", month);
    default: return whole - day * holidaysOfYear(month, holidays, numbers);
    }
}

Yen hourlyWage(Yen monthly, qint64 divisorMinutes)
{
    return Yen(rounded(monthly.amount() * kMonthsOfYear * 60, divisorMinutes));
}

Yen unitPrice(Yen hourly, int percent)
{
    return Yen(rounded(hourly.amount() * percent, 100));
}

namespace {

/// 休日勤務手当 is another allowance than 時間外勤務手当, and never counted or rounded together with it (domain.md 0.3, 1.5).
bool merges(PayPart part)
{
    return part == PayPart::Overtime || part == PayPart::Over60;
}

} // namespace

std::vector<PayLine> monthPay(const std::vector<PaidMinutes> &paid, Yen hourly, const QDate &month,
                              const NumberOn &numbers)
{
    const bool merge = numbers("pay.merge_same_rate", month) != 0;
    std::map<std::pair<int, PayPart>, qint64> sums;
    for (const PaidMinutes &part : paid)
        sums[{part.percent, merge && merges(part.part) ? PayPart::Merged : part.part}] += part.minutes;
    std::vector<PayLine> lines;
    for (const auto &[key, minutes] : sums) {
        const qint64 hours = paidHours(minutes, month, numbers);
        const Yen unit = unitPrice(hourly, key.first);
        lines.push_back({key.first, key.second, minutes, hours, unit, Yen(unit.amount() * hours)});
    }
    return lines;
}

Yen sumOf(const std::vector<PayLine> &lines)
{
    qint64 sum = 0;
    for (const PayLine &line : lines)
        sum += line.pay.amount();
    return Yen(sum);
}

} // namespace kessai
