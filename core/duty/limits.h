// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/dutyday.h"

#include <QString>

#include <map>
#include <optional>

namespace kessai {

/// The upper limits of overtime (domain.md 1.4; 人事院規則15-14 第16条の2の2).
enum class LimitRule {
    Month45,     ///< L-M45: a month of ordinary work, up to 45 hours
    Year360,     ///< L-Y360: the year of ordinary work, up to 360 hours
    Month100,    ///< L-M100: a month of 他律的 work, less than 100 hours
    Year720,     ///< L-Y720: the year of 他律的 work, up to 720 hours
    Mean80,      ///< L-AVG80: the mean of the last two to six months, each up to 80 hours
    SixMonths45, ///< L-6X45: up to six months of the year with more than 45 hours
    AfterMove30, ///< L-MOVED: after 他律的 work in the same year, 30 hours for each ordinary month left of it
};
/// "L-M45", as domain.md names it.
QString codeOf(LimitRule rule);

/// One month of one person: the actual minutes that count into limits, over all workplaces, and whether any of them was 他律的.
struct OvertimeMonth final {
    qint64 minutes = 0;
    bool busy = false;
    friend bool operator==(const OvertimeMonth &, const OvertimeMonth &) = default;
};
/// By the first day of the month; months that are not there had no overtime in ordinary work.
using OvertimeMonths = std::map<QDate, OvertimeMonth>;

/// How far one limit is used at the end of a month. `reached` and `limit` are minutes, months for L-6X45; those of L-AVG80 are the sum of
/// the `months` months and 80 hours times their number, so that nothing is rounded.
struct LimitState final {
    LimitRule rule;
    QDate first;    ///< of the period
    int months = 1; ///< how long it is, up to and with the month asked for; a year counts from its first month
    qint64 reached = 0;
    qint64 limit = 0;
    bool exclusive = false; ///< 未満

    bool allowed() const { return exclusive ? reached < limit : reached <= limit; }
    /// Whether so much of it is used as is worth saying: 80 % by default (`overtime.notice_percent`).
    bool near(qint64 percent) const { return reached * 100 >= limit * percent; }
    friend bool operator==(const LimitState &, const LimitState &) = default;
};

/// The limits that hold for a month, month first, then year; of the means only the tightest window. Windows reach back over the
/// fiscal year; a year counts all workplaces; whoever had 他律的 work in it has its yearly limit, and after the move 45 hours a month.
std::vector<LimitState> limitsOf(const QDate &month, const OvertimeMonths &months, const NumberOn &numbers);
/// The means of two to six months, the shortest window first.
std::vector<LimitState> meansOf(const QDate &month, const OvertimeMonths &months, const NumberOn &numbers);

/// Whether a doctor is to be seen for the hours worked (domain.md 1.4 "Health").
enum class Interview { None, OnRequest, Required };
/// For a month of at least 100 hours or a mean of two to six months above 80 it is required; above 80 in the month, on request.
Interview interviewFor(const QDate &month, const OvertimeMonths &months, const NumberOn &numbers);

/// The first day of the year of limits a day lies in (`overtime.limit_year_start_month`).
QDate limitYearOf(const QDate &day, const NumberOn &numbers);
QDate monthOf(const QDate &day);
/// The first day that counts into any limit of a month: of its year, or of its longest mean (`overtime.busy_mean_months`).
QDate limitsSince(const QDate &day, const NumberOn &numbers);
/// By when the causes of work beyond a limit for 特例業務 are to be sorted, analysed and verified: six months after the year.
QDate analysisDue(const QDate &day, const NumberOn &numbers);

} // namespace kessai
