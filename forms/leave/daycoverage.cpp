// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/daycoverage.h"

#include "forms/support/fields.h"

namespace kessai {

DayCoverage::DayCoverage(const std::vector<LedgerEntry> &entries)
{
    for (const LedgerEntry &entry : entries) {
        if (!entry.start)
            continue;
        m_parts[entry.day].push_back({{*entry.start, *entry.start + qAbs(entry.amount)}, entry.amount < 0 ? -1 : 1});
    }
}

int DayCoverage::depth(const QDate &day, qint64 minute) const
{
    int depth = 0;
    const auto parts = m_parts.constFind(day);
    if (parts == m_parts.constEnd())
        return 0;
    for (const Part &part : *parts)
        depth += part.stretch.from <= minute && minute < part.stretch.until ? part.sign : 0;
    return depth;
}

std::optional<Stretch> DayCoverage::firstCovered(const QDate &day, const Stretch &stretch) const
{
    if (!m_parts.contains(day))
        return std::nullopt;
    qint64 from = stretch.from;
    while (from < stretch.until && depth(day, from) <= 0)
        ++from;
    qint64 until = from;
    while (until < stretch.until && depth(day, until) > 0)
        ++until;
    return from < until ? std::optional(Stretch{from, until}) : std::nullopt;
}

bool DayCoverage::covers(const QDate &day, const Stretch &stretch) const
{
    return firstCovered(day, stretch) == stretch;
}

qint64 DayCoverage::minutes(const QDate &day) const
{
    qint64 sum = 0;
    if (m_parts.contains(day)) {
        for (qint64 minute = 0; minute < kMinutesOfDay; ++minute)
            sum += depth(day, minute) > 0 ? 1 : 0;
    }
    return sum;
}

} // namespace kessai
