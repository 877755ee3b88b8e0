// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/support/fields.h"
#include "forms/support/overtimework.h"
#include "forms/support/timeliness.h"

#include <QJsonObject>

namespace kessai {

/// The ordered span: a start on `day`, an end that may lie past midnight, a break somewhere inside.
struct OvertimeSpan final {
    QDate day;
    Stretch hours;
    qint64 rest;

    /// The span a content describes; none unless it is a span that can be worked: end after start, break shorter than it.
    static std::optional<OvertimeSpan> read(const QJsonObject &fields);
    qint64 minutes() const { return hours.minutes() - rest; }
    /// What is worked of it. An order names only the length of the break: it lies in the noon break as far as the span covers that;
    /// what is left of it, in the middle of the longest stretch, the earlier one of equal ones.
    std::vector<WorkPiece> work(const Numbers &numbers) const;
    /// The day on which the span ends.
    QDate lastDay() const { return hours.until > kMinutesOfDay ? day.addDays(1) : day; }
};

/// The noon break of a day off, which is not ordered (domain.md 1.2 `off_day_break`).
Stretch noonBreak(const QDate &day, const Numbers &numbers);
/// How much of the noon break of its days off a span covers.
qint64 noonOverlap(const OvertimeSpan &span, const Numbers &numbers);

/// What a rule may ask of the day of work: "weekly_off" and "holiday".
QJsonObject workDayFacts(const Fields &fields, const Parameters &parameters);
/// "11月28日・土 8:30〜9:30" as the parts of a title: when the work of a content is, as far as it says.
QStringList titleOfWork(const Fields &fields);
/// How an order words that it is late.
LateWording orderLateWording();
/// Times that are there but do not make a span.
std::vector<Finding> spanFindings(const Fields &fields);
/// Breaks that are missing on a day off (domain.md 1.2 `off_day_break`).
std::vector<Finding> breakFindings(const OvertimeSpan &span, const Numbers &numbers);

} // namespace kessai
