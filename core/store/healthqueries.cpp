// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/healthqueries.h"

#include "core/store/officequeries.h"

#include <QFileInfo>

#include <filesystem>

namespace kessai {

namespace {

QLatin1String codeOf(Upkeep what)
{
    switch (what) {
    case Upkeep::Backup: return QLatin1String("backup");
    case Upkeep::Verification: return QLatin1String("verify");
    case Upkeep::Disk: return QLatin1String("disk");
    }
    return {};
}

/// Takes one thing the database says: what it is, a name, two numbers.
void take(OfficeHealth &health, const QString &what, const QString &name, qint64 number, qint64 more)
{
    if (what == QLatin1String("now"))
        health.at = Instant(number);
    else if (what == QLatin1String("migration"))
        health.migration = int(number);
    else if (what == QLatin1String("bytes"))
        health.bytes = number;
    else if (what == QLatin1String("limit"))
        health.mostClients = int(number);
    else if (what == QLatin1String("client"))
        health.clients.push_back({name, int(number)});
    else if (what == QLatin1String("door"))
        health.doors.push_back({name, number, more});
    else if (what == QLatin1String("load"))
        health.load = OfficeHealth::Load{int(number), int(more), name.toLongLong()};
    else if (what == codeOf(Upkeep::Backup))
        health.backedUp = Instant(number);
    else if (what == codeOf(Upkeep::Verification))
        health.verified = OfficeHealth::Verification{Instant(number), more};
    else if (what == codeOf(Upkeep::Disk))
        health.disk = OfficeHealth::Disk{more, Instant(number)};
    else if (what == QLatin1String("anchor"))
        health.anchored = Instant(number);
    else if (what == QLatin1String("uploads"))
        health.uploads = int(number);
    else if (what == QLatin1String("stranded"))
        health.stranded = int(number);
}

/// What a server says in one answer, and a file's owner has to find out.
Result<> lookAround(const Reader &reader, OfficeHealth &health)
{
    const Database &database = reader.database;
    health.at = reader.clock.now();
    if (const auto free = freeBytes(QFileInfo(database.url().path()).absolutePath()))
        health.disk = OfficeHealth::Disk{*free, health.at};
    const auto steps = readStranded(reader);
    if (!steps)
        return steps.failure();
    health.stranded = int(steps->size());
    return {};
}

} // namespace

Result<OfficeHealth> readHealth(const Reader &reader)
{
    const bool server = reader.database.dialect() == Dialect::PostgreSql;
    if (!server && reader.me) {
        const auto rights = readRights(reader);
        if (!rights)
            return rights.failure();
        if (!rights->administrator)
            return fail(ErrorCode::AccessDenied, QStringLiteral("this is for administrators"));
    }
    OfficeHealth health;
    health.server = server;
    Query rows(reader.database, QLatin1String("health"));
    reader.bindTo(rows);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            break;
        take(health, rows.text(0), rows.text(1), rows.integer(2), rows.integer(3));
    }
    if (const Result<> looked = server ? Result<>() : lookAround(reader, health); !looked)
        return looked.failure();
    return health;
}

std::optional<qint64> freeBytes(const QString &folder)
{
    std::error_code fault;
    const auto space = std::filesystem::space(QFileInfo(folder).filesystemAbsoluteFilePath(), fault);
    return fault ? std::nullopt : std::optional(qint64(space.available));
}

Result<> recordUpkeep(Database &owner, Upkeep what, qint64 outcome, Instant at)
{
    Query record(owner, QLatin1String("recordUpkeep"));
    record.bind(QLatin1String("kind"), QString(codeOf(what)))
        .bind(QLatin1String("done_at"), at)
        .bind(QLatin1String("outcome"), outcome);
    return record.exec();
}

} // namespace kessai
