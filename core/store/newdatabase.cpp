// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/newdatabase.h"

#include "core/store/query.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <fcntl.h>
#include <unistd.h>

namespace kessai {

namespace {

/// PostgreSQL's names have at most 63 bytes; the roles of an office add to its name.
constexpr int kLongestName = 40;

QString quotedName(const QString &name)
{
    QString text = name;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

bool reachedDisk(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool done = ::fsync(file) == 0;
    ::close(file);
    return done;
}

NewDatabase::NewDatabase(DatabaseUrl url) : m_url(std::move(url)) {}

NewDatabase::NewDatabase(NewDatabase &&other) noexcept
    : m_url(std::move(other.m_url)), m_lock(std::move(other.m_lock)), m_database(std::move(other.m_database)),
      m_begun(std::exchange(other.m_begun, false))
{
}

NewDatabase::~NewDatabase()
{
    discard();
}

DatabaseUrl NewDatabase::partUrl() const
{
    return m_url.dialect() == Dialect::Sqlite ? m_url.withPath(m_url.path() + QStringLiteral(".part"))
                                              : m_url.withDatabase(m_url.database() + QStringLiteral("_creating"));
}

Result<NewDatabase> NewDatabase::begin(const DatabaseUrl &url, const Clock &clock, const DatabaseOrigin &origin)
{
    NewDatabase made(url);
    const Result<> begun = url.dialect() == Dialect::Sqlite ? made.beginSqlite(origin.file) : made.beginPostgreSql();
    if (!begun)
        return begun.failure();
    const auto migrated = Migrator(*made.m_database, origin.migrations).migrate(clock);
    if (!migrated)
        return migrated.failure();
    return made;
}

Result<> NewDatabase::beginSqlite(const QString &origin)
{
    const QString path = m_url.path();
    if (QFileInfo::exists(path))
        return fail(ErrorCode::AlreadyExists, path + QStringLiteral(" is there already"));
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir())
        return fail(ErrorCode::NotFound, QStringLiteral("there is no folder ") + folder.filePath());
    if (!folder.isWritable())
        return fail(ErrorCode::AccessDenied, folder.filePath() + QStringLiteral(" may not be written"));
    m_lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0)) {
        return m_lock->error() == QLockFile::LockFailedError
            ? fail(ErrorCode::Busy, path + QStringLiteral(" is being made by another run"))
            : fail(ErrorCode::AccessDenied, folder.filePath() + QStringLiteral(" may not be written"));
    }
    const QString part = partUrl().path();
    for (const char *suffix : {"", "-journal", "-wal", "-shm"})
        QFile::remove(part + QLatin1String(suffix));
    m_begun = true;
    if (!origin.isEmpty() && !QFile::copy(origin, part))
        return fail(ErrorCode::StorageFull, origin + QStringLiteral(" cannot be copied to ") + part);
    auto opened = Database::open(partUrl(), {.purpose = OpenOptions::Purpose::Build, .fileSystemOf = {}});
    if (!opened)
        return opened.failure();
    m_database = std::move(opened).value();
    return {};
}

Result<> NewDatabase::runOnServer(const QStringList &statements)
{
    auto server = Database::open(m_url.withDatabase(QStringLiteral("postgres")),
                                 {.purpose = OpenOptions::Purpose::Bare, .fileSystemOf = {}});
    if (!server)
        return server.failure();
    for (const QString &statement : statements) {
        if (const Result<> run = (*server)->execute(statement); !run)
            return run;
    }
    return {};
}

Result<> NewDatabase::beginPostgreSql()
{
    const QString name = m_url.database();
    if (name.toUtf8().size() > kLongestName)
        return fail(ErrorCode::Invalid, QStringLiteral("the database's name may have %1 bytes").arg(kLongestName));
    {
        const auto there = Database::open(m_url, {.purpose = OpenOptions::Purpose::Bare, .fileSystemOf = {}});
        if (there)
            return fail(ErrorCode::AlreadyExists, QStringLiteral("the database %1 is there already").arg(name));
        if (there.error().code != ErrorCode::NotFound)
            return there.failure();
    }
    const QString part = quotedName(partUrl().database());
    // Whoever is at work on it keeps it from being dropped.
    const Result<> made = runOnServer(
        {QStringLiteral("DROP DATABASE IF EXISTS ") + part,
         QStringLiteral("CREATE DATABASE %1 TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
             .arg(part)});
    if (!made)
        return made;
    m_begun = true;
    auto opened = Database::open(partUrl());
    if (!opened)
        return opened.failure();
    m_database = std::move(opened).value();
    // What is lost in a power cut would have to be made again anyway; `finish` waits for the disk, and so for all before it.
    if (const Result<> hurried = m_database->execute(QStringLiteral("SET synchronous_commit = off")); !hurried)
        return hurried;
    if (const Result<> named =
            m_database->execute(QStringLiteral("SELECT set_config('kessai.office', '%1', false)")
                                    .arg(QString(name).replace(QLatin1Char('\''), QLatin1String("''"))));
        !named)
        return named;
    return m_database->execute(QStringLiteral("CREATE SCHEMA kessai"));
}

Result<> NewDatabase::finish()
{
    return m_url.dialect() == Dialect::Sqlite ? finishSqlite() : finishPostgreSql();
}

Result<> NewDatabase::finishSqlite()
{
    // The journal's mode stays with the file: whoever opens it next finds it as it is to be used.
    if (const Result<> journal = m_database->execute(QStringLiteral("PRAGMA journal_mode = WAL")); !journal)
        return journal;
    m_database.reset();
    const QString part = partUrl().path();
    if (!reachedDisk(part))
        return fail(ErrorCode::StorageFull, QStringLiteral("%1 cannot be written to the disk").arg(part));
    if (QFileInfo::exists(m_url.path()) || !QFile::rename(part, m_url.path()))
        return fail(ErrorCode::AlreadyExists, m_url.path() + QStringLiteral(" appeared meanwhile"));
    reachedDisk(QFileInfo(m_url.path()).absolutePath());
    m_begun = false;
    m_lock.reset();
    return {};
}

Result<> NewDatabase::finishPostgreSql()
{
    m_database.reset();
    const Result<> renamed = runOnServer({QStringLiteral("ALTER DATABASE %1 RENAME TO %2")
                                              .arg(quotedName(partUrl().database()), quotedName(m_url.database()))});
    if (!renamed)
        return renamed;
    m_begun = false;
    return {};
}

void NewDatabase::discard()
{
    m_database.reset();
    if (!std::exchange(m_begun, false))
        return;
    if (m_url.dialect() == Dialect::Sqlite) {
        for (const char *suffix : {"", "-journal", "-wal", "-shm"})
            QFile::remove(partUrl().path() + QLatin1String(suffix));
        m_lock.reset();
        return;
    }
    // What cannot be dropped now is dropped by the next run.
    (void)runOnServer({QStringLiteral("DROP DATABASE IF EXISTS ") + quotedName(partUrl().database())});
}

} // namespace kessai
