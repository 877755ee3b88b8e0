// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/quantity.h"
#include "core/duty/rateclasses.h"

namespace kessai {

/// What is paid for: parts of the same rate may be rounded each for itself.
enum class PayPart {
    Merged,   ///< 時間外勤務手当 of one rate together
    Overtime, ///< 時間外勤務手当 within 60 hours
    Over60,   ///< past them
    Holiday,  ///< 休日勤務手当
    Exchange, ///< hours past 38:45 of a week that a 振替 made longer
    TimeOff,  ///< what falls away again for 時間外代休時間: less than nothing
};

/// Minutes of a month that are paid at one rate, in hundredths of the hourly wage.
struct PaidMinutes final {
    int percent;
    PayPart part;
    qint64 minutes;
    friend bool operator==(const PaidMinutes &, const PaidMinutes &) = default;
};

/// A line of the pay of a month: the hours after rounding, what one hour is paid at and the sum.
struct PayLine final {
    int percent;
    PayPart part;
    qint64 minutes;
    qint64 hours;
    Yen unit;
    Yen pay;
    friend bool operator==(const PayLine &, const PayLine &) = default;
};

/// What the classes of a month are paid at.
std::vector<PaidMinutes> paidMinutes(const std::vector<RatedStretch> &rated, const NumberOn &numbers);

/// What falls away of the pay of a month by taking 時間外代休時間 for it: the raised part of the work past the 60th hour for which
/// the time off makes good, the earliest first (domain.md 1.6; 給与法16条4項). The minutes are negative, at the rate by which they had been
/// raised. `before` and `after` are the minutes of time off taken until then and with it.
std::vector<PaidMinutes> settledTimeOff(const std::vector<RatedStretch> &rated, qint64 before, qint64 after,
                                        const NumberOn &numbers);

/// The hours that are paid for: rounded once for the whole month and rate, 30 minutes up (`pay.round_up_from_minutes`), less cut;
/// never by the day (domain.md 1.7; 昭63.3.14基発150号). What falls away is rounded like what is paid.
qint64 paidHours(qint64 minutes, const QDate &month, const NumberOn &numbers);

/// The working minutes of a year by which the hourly wage is divided: 52 weeks (`pay.divisor_method` 0 = A), less the days of duty
/// that are 休日 in the fiscal or calendar year of the month (1 = B), or less a fixed number of them (2 = C).
qint64 wageDivisor(const QDate &month, const Holidays &holidays, const NumberOn &numbers);
/// 勤務1時間当たりの給与額: a year's monthly pay over the divisor; 50銭 and more are rounded up, less is cut.
Yen hourlyWage(Yen monthly, qint64 divisorMinutes);
/// What an hour is paid at; 50銭 and more are rounded up, less is cut.
Yen unitPrice(Yen hourly, int percent);

/// The pay of a month, a line for each rate in ascending order. Parts of the same rate are rounded as one where
/// `pay.merge_same_rate` is set, and each for itself where it is not.
std::vector<PayLine> monthPay(const std::vector<PaidMinutes> &paid, Yen hourly, const QDate &month,
                              const NumberOn &numbers);
Yen sumOf(const std::vector<PayLine> &lines);

} // namespace kessai
