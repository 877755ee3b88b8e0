// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/desk.h"

// What administrators do about units, posts and people.

namespace kessai {

Result<OrganisationSheet> Desk::organisation()
{
    if (const auto can = ready(); !can)
        return can.failure();
    if (const auto news = pulse(); !news) // all of it as it is now, or what is prepared would not fit what is known
        return news.failure();
    auto prepared = m_store->office().preparedChanges();
    if (!prepared)
        return prepared.failure();
    auto failed = m_store->office().failedChanges();
    if (!failed)
        return failed.failure();
    return OrganisationSheet{m_configuration.office, std::move(prepared).value(), std::move(failed).value(),
                             now().day(), m_configuration.office.revision};
}

Result<std::vector<PreparedChange>> Desk::failedChanges()
{
    if (const auto can = ready(); !can)
        return can.failure();
    return m_store->office().failedChanges();
}

Result<> Desk::reorganise(const Reorganise &change)
{
    if (const auto can = ready(); !can)
        return can;
    if (const auto done = m_store->office().reorganise(change); !done)
        return done;
    const auto news = pulse();
    return news ? Result<>() : news.failure();
}

Result<> Desk::takeBack(int number, int seenRevision)
{
    if (const auto can = ready(); !can)
        return can;
    if (const auto done = m_store->office().takeBack(number, seenRevision); !done)
        return done;
    const auto news = pulse();
    return news ? Result<>() : news.failure();
}

Result<DryRun> Desk::dryRun(const Reorganisation &change)
{
    const auto sheet = organisation();
    if (!sheet)
        return sheet.failure();
    const auto waiting = m_store->office().waitingCounts();
    if (!waiting)
        return waiting.failure();
    const OfficeHistory expected = appliedUntil(sheet->history, sheet->prepared, change.from);
    return kessai::dryRun(m_configuration, m_catalog, applied(expected, change, expected.revision + 1), sheet->today,
                          change.from, *waiting);
}

} // namespace kessai
