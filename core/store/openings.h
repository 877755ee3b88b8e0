// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/database.h"

#include <QDate>

#include <vector>

namespace kessai {

/// What an account of a ledger held on a day, before anything the office's cases put into it.
struct LedgerOpening final {
    QString account;
    QString ledger;
    QDate day;
    qint64 amount;
    friend bool operator==(const LedgerOpening &, const LedgerOpening &) = default;
};

/// Writes openings in one transaction, in place of those of the same accounts, ledgers and days; `source` says where they come from.
/// Only the owner of a database may.
Result<> writeOpenings(Database &database, const std::vector<LedgerOpening> &openings, const QString &source,
                       Instant now);

} // namespace kessai
