// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/posting.h"
#include "forms/support/shift.h"

#include <QHash>

namespace kessai {

/// Which minutes of which days a ledger covers, by the stretches of its entries: a minute of duty holds only one absence
/// (domain.md 2.6). What was given back by a cancellation covers nothing.
class DayCoverage final {
public:
    explicit DayCoverage(const std::vector<LedgerEntry> &entries);

    /// The first part of a stretch that is covered; none where nothing of it is.
    std::optional<Stretch> firstCovered(const QDate &day, const Stretch &stretch) const;
    bool covers(const QDate &day, const Stretch &stretch) const;
    /// Covered minutes of a day.
    qint64 minutes(const QDate &day) const;

private:
    struct Part {
        Stretch stretch;
        int sign;
    };
    int depth(const QDate &day, qint64 minute) const;

    QHash<QDate, std::vector<Part>> m_parts;
};

} // namespace kessai
