// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/base/wholefile.h"
#include "core/store/anchors.h"
#include "core/store/healthqueries.h"
#include "core/store/migrator.h"
#include "core/store/newdatabase.h"
#include "core/store/newfolder.h"
#include "core/store/query.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

namespace kessai {

namespace {

const QLatin1String kAbout("backup.json");
const QLatin1String kAnchorFile("anchor.json");

QLatin1String officeFile(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? QLatin1String("office.db") : QLatin1String("office.dump");
}

Result<> writeWhole(const QString &path, const QByteArray &bytes)
{
    const Result<> written = writeWholeFile(path, bytes);
    return written ? written : fail(ErrorCode::StorageFull, path + QStringLiteral(": ") + written.error().detail);
}

Result<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, path + QStringLiteral(": ") + file.errorString());
    return file.readAll();
}

/// Runs one of the server's own programs against a database. The password is in the program's environment, which nobody else may see.
Result<> runTool(const QString &name, const QStringList &arguments, const DatabaseUrl &url)
{
    const QString program = QStandardPaths::findExecutable(name);
    if (program.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("%1 is not installed (postgresql-client)").arg(name));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto set = [&environment](const char *variable, const QString &value) {
        if (value.isEmpty())
            environment.remove(QLatin1String(variable));
        else
            environment.insert(QLatin1String(variable), value);
    };
    set("PGHOST", url.host());
    set("PGPORT", url.port() > 0 ? QString::number(url.port()) : QString());
    set("PGUSER", url.user());
    set("PGPASSWORD", url.password());
    set("PGDATABASE", url.database());
    set("PGSSLMODE", url.sslMode());
    set("PGSSLROOTCERT", url.sslRootCert());
    set("PGOPTIONS", QStringLiteral("-c statement_timeout=0 -c lock_timeout=60000"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(-1))
        return fail(ErrorCode::Internal, name + QStringLiteral(": ") + process.errorString());
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    const QString said = QString::fromUtf8(process.readAllStandardError()).section(QLatin1Char('\n'), 0, 1).trimmed();
    return fail(ErrorCode::Unreachable, said.isEmpty() ? name + QStringLiteral(" failed") : said);
}

Result<int> newestMigration(Database &database)
{
    Query query(database, QLatin1String("appliedMigrations"));
    if (const Result<> run = query.exec(); !run)
        return run.failure();
    int newest = 0;
    while (true) {
        const Result<bool> row = query.next();
        if (!row)
            return row.failure();
        if (!*row)
            return newest;
        newest = std::max(newest, query.number(0));
    }
}

Result<> copyOffice(Database &database, const DatabaseUrl &url, const QString &path)
{
    if (url.dialect() == Dialect::Sqlite)
        return database.execute(
            QStringLiteral("VACUUM INTO '%1'").arg(QString(path).replace(QLatin1Char('\''), QLatin1String("''"))));
    return runTool(QStringLiteral("pg_dump"),
                   {QStringLiteral("--format=custom"), QStringLiteral("--data-only"), QStringLiteral("--schema=kessai"),
                    QStringLiteral("--exclude-table=kessai.schema_version"), QStringLiteral("--file=") + path},
                   url);
}

/// Makes the folder's contents; the file that makes it a backup comes last.
Result<Backup> fillBackup(const DatabaseUrl &url, const QDir &folder, const Clock &clock)
{
    auto database = Database::open(url);
    if (!database)
        return database.failure();
    if (const Result<> usable = Migrator(**database).usable(); !usable)
        return usable.failure();
    const Instant began = clock.now();
    auto anchor = takeAnchor(**database, clock);
    // Somebody has just taken one: it is as good.
    if (!anchor && anchor.error().code == ErrorCode::Busy)
        anchor = readAnchor(**database, std::nullopt);
    if (!anchor)
        return anchor.failure();
    const auto migration = newestMigration(**database);
    if (!migration)
        return migration.failure();
    const Backup backup{
        .dialect = url.dialect(), .migration = *migration, .at = began, .anchor = std::move(anchor).value()};
    const QString office = folder.filePath(officeFile(backup.dialect));
    if (const Result<> copied = copyOffice(**database, url, office); !copied)
        return copied.failure();
    if (!reachedDisk(office))
        return fail(ErrorCode::StorageFull, office + QStringLiteral(" cannot be written to the disk"));
    if (const Result<> written = writeWhole(folder.filePath(kAnchorFile), anchorFile(backup.anchor)); !written)
        return written.failure();
    const QJsonObject about{
        {QStringLiteral("database"),
         url.dialect() == Dialect::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql")},
        {QStringLiteral("migration"), backup.migration},
        {QStringLiteral("at"), backup.at.microseconds()}};
    if (const Result<> written = writeWhole(folder.filePath(kAbout), QJsonDocument(about).toJson()); !written)
        return written.failure();
    return backup;
}

/// For whoever watches over the database, once the backup lies where it should. It is one also where that cannot be written down.
void noteBackup(const DatabaseUrl &url, Instant at)
{
    if (auto database = Database::open(url))
        (void)recordUpkeep(**database, Upkeep::Backup, 0, at);
}

std::vector<Migration> migrationsUpTo(int newest)
{
    std::vector<Migration> migrations;
    for (const Migration &migration : Migrator::shipped()) {
        if (migration.number <= newest)
            migrations.push_back(migration);
    }
    return migrations;
}

} // namespace

Result<Backup> makeBackup(const DatabaseUrl &url, const QString &folder, const Clock &clock)
{
    auto fresh = NewFolder::begin(folder);
    if (!fresh)
        return fresh.failure();
    auto backup = fillBackup(url, fresh->folder(), clock);
    if (!backup)
        return backup;
    if (const Result<> finished = fresh->finish(); !finished)
        return finished.failure();
    noteBackup(url, backup->at);
    return backup;
}

Result<Backup> readBackup(const QString &folder)
{
    const QDir where(folder);
    const auto about = readWhole(where.filePath(kAbout));
    if (!about)
        return fail(ErrorCode::Invalid, folder + QStringLiteral(" is no backup: ") + about.error().detail);
    const QJsonObject json = QJsonDocument::fromJson(*about).object();
    const QString database = json.value(QLatin1String("database")).toString();
    const bool known = database == QLatin1String("sqlite") || database == QLatin1String("postgresql");
    const Dialect dialect = database == QLatin1String("sqlite") ? Dialect::Sqlite : Dialect::PostgreSql;
    const int migration = json.value(QLatin1String("migration")).toInt();
    if (!known || migration < 1 || !QFileInfo(where.filePath(officeFile(dialect))).isFile())
        return fail(ErrorCode::Invalid, folder + QStringLiteral(" is no whole backup"));
    if (migration > Migrator::shipped().back().number)
        return fail(ErrorCode::ClientTooOld, QStringLiteral("the backup is of a newer program"));
    const auto anchor = readWhole(where.filePath(kAnchorFile));
    if (!anchor)
        return fail(ErrorCode::Invalid, folder + QStringLiteral(" is no whole backup: ") + anchor.error().detail);
    auto read = anchorFromFile(*anchor);
    if (!read)
        return fail(ErrorCode::Invalid, folder + QStringLiteral(": ") + read.error().detail);
    return Backup{.dialect = dialect,
                  .migration = migration,
                  .at = Instant(json.value(QLatin1String("at")).toInteger()),
                  .anchor = std::move(read).value()};
}

Result<> restoreBackup(const QString &folder, const Backup &backup, const DatabaseUrl &url, const Clock &clock)
{
    if (url.dialect() != backup.dialect)
        return fail(ErrorCode::Invalid, QStringLiteral("a backup comes back as the kind of database it was made of"));
    const QString office = QDir(folder).filePath(officeFile(backup.dialect));
    const bool file = backup.dialect == Dialect::Sqlite;
    auto made = NewDatabase::begin(url, clock, {file ? office : QString(), migrationsUpTo(backup.migration)});
    if (!made)
        return made.failure();
    Database &database = made->database();
    if (!file) {
        const Result<> filled = runTool(QStringLiteral("pg_restore"),
                                        {QStringLiteral("--data-only"), QStringLiteral("--single-transaction"),
                                         QStringLiteral("--exit-on-error"),
                                         QStringLiteral("--dbname=") + database.url().database(), office},
                                        database.url());
        if (!filled)
            return filled;
        if (const Result<> counted = database.execute(QStringLiteral("ANALYZE")); !counted)
            return counted;
    }
    if (const auto migrated = Migrator(database).migrate(clock); !migrated)
        return migrated.failure();
    const auto findings = checkAnchor(database, backup.anchor);
    if (!findings)
        return findings.failure();
    if (!findings->breaches.empty())
        return fail(ErrorCode::Damaged,
                    QStringLiteral("%1 case(s) are not what the backup's anchor says").arg(findings->breaches.size()));
    if (findings->payments)
        return fail(ErrorCode::Damaged, QStringLiteral("the payments are not what the backup's anchor says"));
    Query forget(database, QLatin1String("forgetUpkeep"));
    if (const Result<> forgotten = forget.exec(); !forgotten)
        return forgotten;
    return made->finish();
}

} // namespace kessai
