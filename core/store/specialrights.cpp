// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/specialrights.h"

#include "core/store/officeadditions.h"
#include "core/store/officequeries.h"
#include "core/store/query.h"

namespace kessai {

Result<std::vector<SpecialRight>> readSpecialRights(Database &database)
{
    Query rows(database, QLatin1String("specialRights"));
    return takeAll<SpecialRight>(rows, [](const Query &row) {
        const auto kind = rightNamed(row.text(1));
        return SpecialRight{row.id<StaffId>(0), kind.value_or(SpecialRight::Kind::Auditor), row.day(2), row.day(3)};
    });
}

Result<RightsOutcome> changeRights(const Reader &owner, const ChangeRights &change, const QString &madeBy)
{
    Database &database = owner.database;
    if (change.reason.trimmed().isEmpty() || change.reason.toUtf8().size() > kMostReasonBytes)
        return fail(ErrorCode::Invalid, QStringLiteral("a reason is a line of text"));
    if (database.dialect() == Dialect::PostgreSql) { // a file is this transaction's alone
        Query lock(database, QLatin1String("lockRevisions"));
        if (const Result<> locked = lock.execOne(); !locked)
            return locked.failure();
    }
    const auto configuration = readConfiguration(owner);
    const auto rights = readSpecialRights(database);
    if (!configuration || !rights)
        return configuration ? rights.failure() : configuration.failure();
    const RightsOutcome outcome =
        outcomeOf(change, *rights, *configuration->office.at(owner.today(), configuration->office.revision));
    if (!outcome.problems.empty() || outcome.changed.empty())
        return outcome;
    const auto revision = addRevision(database, *configuration, madeBy, change.reason, owner.clock.now());
    if (!revision)
        return revision.failure();
    Query write(database, change.give ? QLatin1String("rightGive") : QLatin1String("rightTake"));
    for (const StaffId who : outcome.changed) {
        owner.bindTo(write);
        write.bind(QLatin1String("staff_id"), who)
            .bind(QLatin1String("right_name"), toCode(change.kind))
            .bind(QLatin1String("revision"), *revision);
        if (const Result<> written = write.exec(); !written)
            return written.failure();
    }
    return outcome;
}

} // namespace kessai
