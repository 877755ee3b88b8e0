// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/form.h"
#include "core/ports/casestore.h"

namespace kessai {

/// By when somebody is to see to what waits for them, in working days of the office's parameters ("deadline.review_days",
/// "deadline.returned_days", ...; none = no deadline). A number that changes counts from its day on for what waits already, where that ends
/// sooner. A day that passes is shown and may be reminded of; nothing is ever approved,
/// returned or passed on by it (domain.md 8.2 rule 11).
class Deadlines final {
public:
    /// Parameters and holidays outlive the deadlines.
    Deadlines(const Parameters &parameters, const Holidays &holidays) : m_parameters(parameters), m_holidays(holidays)
    {
    }

    /// The last day on which what a step of this kind asked at an instant is not late.
    std::optional<QDate> due(StepKind kind, Instant asked) const;
    /// The last day on which what came back to its drafter at an instant, and was not filed again, does not lie forgotten.
    std::optional<QDate> resume(Instant since) const;
    /// The same turned round, for those who look for what is late on a day.
    LateBefore lateOn(const QDate &today) const;
    /// After how many days a case may be reminded of again.
    int reminderPause(const QDate &today) const;

private:
    std::optional<QDate> after(const QString &key, const QDate &day) const;
    Instant lateBefore(const QString &key, const QDate &today) const;

    const Parameters &m_parameters;
    const Holidays &m_holidays;
};

} // namespace kessai
