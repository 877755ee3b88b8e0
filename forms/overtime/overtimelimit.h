// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "forms/overtime/overtimespan.h"

namespace kessai {

/// An upper limit of overtime. The month of a workplace with externally driven work is "less than 100 hours" (未満), every
/// other one "up to" (domain.md 1.4 L-M45, L-M100, L-Y360, L-Y720).
struct OvertimeLimit final {
    QString rule;
    qint64 minutes;
    bool exclusive;

    bool allows(qint64 total) const { return exclusive ? total < minutes : total <= minutes; }
    friend bool operator==(const OvertimeLimit &, const OvertimeLimit &) = default;
};

/// What a month or a year becomes with an order: actual minutes, never hours rounded for pay.
struct OvertimeForecast final {
    enum class Period { Month, Year };
    Period period;
    QDate first;   ///< first day of the period
    qint64 before; ///< used and reserved by other cases
    qint64 added;
    OvertimeLimit limit;

    qint64 total() const { return before + added; }
    bool allowed() const { return limit.allows(total()); }
    friend bool operator==(const OvertimeForecast &, const OvertimeForecast &) = default;
};

/// The sums the forecasts need, for every month and year the parts touch.
std::vector<LedgerQuery> overtimeQuestions(const std::vector<OvertimePart> &parts, StaffId drafter,
                                           const Numbers &numbers);

/// One forecast for every month and year the parts touch, months first. Months and years go by the person, so hours before
/// a transfer count (OT-L11); which limit holds is the workplace of the drafter's primary post: a section, or one above it,
/// is named as externally driven by the parameter "overtime.busy.<section code>".
std::vector<OvertimeForecast> overtimeForecasts(const std::vector<OvertimePart> &parts, const FormContext &context,
                                                const Numbers &numbers);

/// "45時間以内", "100時間未満".
Bilingual limitWords(const OvertimeLimit &limit);

} // namespace kessai
