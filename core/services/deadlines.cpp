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

/// By the number in force on the day it arrived, but never later than what arrives after a number has changed: else the tray would call
/// the newer one late before the older.
std::optional<QDate> Deadlines::after(const QString &key, const QDate &day) const
{
    std::optional<QDate> due;
    const auto atMost = [&](const QDate &from) {
        const auto days = m_parameters.value(key, from);
        const auto then = days ? std::optional(m_holidays.dutyDayAfter(from, *days)) : std::nullopt;
        if (then && (!due || *then < *due))
            due = then;
    };
    atMost(day);
    for (const Parameters::Row &row : m_parameters.rows()) {
        if (row.key == key && row.from > day)
            atMost(row.from);
    }
    return due;
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

/// The beginning of the day after the last one on which something that is late may have arrived: as many working days as were in force on
/// it, or more, lie in between.
Instant Deadlines::lateBefore(const QString &key, const QDate &today) const
{
    qint64 between = 0;
    for (QDate next = today;; next = next.addDays(-1)) {
        const QDate day = next.addDays(-1);
        const auto days = m_parameters.value(key, day);
        if (!days)
            return Instant(0);
        if (between >= *days)
            return Instant::fromTokyo(next, QTime(0, 0));
        between += m_holidays.isDuty(day) ? 1 : 0;
    }
}

int Deadlines::reminderPause(const QDate &today) const
{
    const qint64 days = m_parameters.value(QStringLiteral("reminder.pause_days"), today).value_or(0);
    return int(std::min<qint64>(days, std::numeric_limits<int>::max()));
}

} // namespace kessai
