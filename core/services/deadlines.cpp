// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deadlines.h"

#include <limits>

namespace kessai {

namespace {

QString keyOf(StepKind kind)
{
    switch (kind) {
    case StepKind::Review: return QStringLiteral("deadline.review_days");
    case StepKind::Consult: return QStringLiteral("deadline.consult_days");
    case StepKind::Examine: return QStringLiteral("deadline.examine_days");
    case StepKind::Decide: return QStringLiteral("deadline.decide_days");
    case StepKind::Circulate: return QStringLiteral("deadline.circulate_days");
    }
    return {};
}

QString returnedKey()
{
    return QStringLiteral("deadline.returned_days");
}

} // namespace

std::optional<QDate> Deadlines::due(StepKind kind, Instant asked) const
{
    return after(keyOf(kind), asked.day());
}

std::optional<QDate> Deadlines::resume(Instant since) const
{
    return after(returnedKey(), since.day());
}

std::optional<QDate> Deadlines::after(const QString &key, const QDate &day) const
{
    const auto days = m_parameters.value(key, day);
    return days ? std::optional(m_holidays.dutyDayAfter(day, *days)) : std::nullopt;
}

LateBefore Deadlines::lateOn(const QDate &today) const
{
    return {.review = lateBefore(keyOf(StepKind::Review), today),
            .consult = lateBefore(keyOf(StepKind::Consult), today),
            .examine = lateBefore(keyOf(StepKind::Examine), today),
            .decide = lateBefore(keyOf(StepKind::Decide), today),
            .circulate = lateBefore(keyOf(StepKind::Circulate), today),
            .returned = lateBefore(returnedKey(), today)};
}

/// The beginning of the first day on which something may have begun that is not late: fewer working days lie between than it has.
Instant Deadlines::lateBefore(const QString &key, const QDate &today) const
{
    const auto days = m_parameters.value(key, today);
    if (!days)
        return Instant(0);
    QDate first = today;
    for (qint64 between = 0; between < *days; between += m_holidays.isDuty(first) ? 1 : 0)
        first = first.addDays(-1);
    return Instant::fromTokyo(first, QTime(0, 0));
}

int Deadlines::reminderPause(const QDate &today) const
{
    const qint64 days = m_parameters.value(QStringLiteral("reminder.pause_days"), today).value_or(0);
    return int(std::min<qint64>(days, std::numeric_limits<int>::max()));
}

} // namespace kessai
