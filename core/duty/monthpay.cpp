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

std::vector<PaidMinutes> paidMinutes(const std::vector<RatedStretch> &rated, qint64 timeOff, const NumberOn &numbers)
{
    std::vector<PaidMinutes> paid;
    qint64 hundredths = timeOff * 100;
    for (const RatedStretch &stretch : rated) {
        const int base = percentOf(stretch.rate, false, stretch.day, numbers);
        const int percent = percentOf(stretch.rate, stretch.over60, stretch.day, numbers);
        const PayPart part = stretch.rate == RateClass::Holiday ? PayPart::Holiday : PayPart::Overtime;
        qint64 plain = stretch.hours.minutes();
        if (stretch.over60) {
            const qint64 raise = std::max(1, percent - base);
            plain = std::min(stretch.hours.minutes(), hundredths / raise);
            hundredths -= plain * raise;
        }
        if (plain > 0)
            paid.push_back({base, part, plain});
        if (plain < stretch.hours.minutes())
            paid.push_back({percent, PayPart::Over60, stretch.hours.minutes() - plain});
    }
    return paid;
}

qint64 paidHours(qint64 minutes, const QDate &month, const NumberOn &numbers)
{
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
