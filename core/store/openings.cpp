// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/openings.h"

#include "core/store/query.h"

namespace kessai {

Result<> writeOpenings(Database &database, const std::vector<LedgerOpening> &openings, const QString &source,
                       Instant now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.failure();
    Query drop(database, QLatin1String("openingDrop"));
    Query insert(database, QLatin1String("openingInsert"));
    for (const LedgerOpening &opening : openings) {
        for (Query *query : {&drop, &insert}) {
            query->bind(QLatin1String("account"), opening.account)
                .bind(QLatin1String("ledger"), opening.ledger)
                .bind(QLatin1String("day"), opening.day);
        }
        insert.bind(QLatin1String("amount"), opening.amount)
            .bind(QLatin1String("source"), source)
            .bind(QLatin1String("made_at"), now);
        for (Query *query : {&drop, &insert}) {
            if (const Result<> done = query->exec(); !done)
                return done;
        }
    }
    return transaction->commit();
}

} // namespace kessai
