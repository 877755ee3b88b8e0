// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QProcess;

namespace kessai::test {

/// A throw-away PostgreSQL server that belongs to this process (database.md section 5): own directory in /tmp, reachable
/// by its Unix socket only. The superuser needs no password there, everybody else SCRAM. It is a child that is told when
/// this process dies, however it dies, and then ends and removes its directory.
class PostgresServer final {
public:
    /// Fills a new template database; gets its name. Runs once per process and template.
    using Fill = std::function<Result<>(const QString &database)>;

    /// The server of this process, started by the first call and stopped after the last test. A server that cannot be started is a
    /// failure of every test that asks for it: `error()` says why.
    static PostgresServer &instance();
    /// Settings ("fsync=on") of a server not started yet, in place of those that make tests quick.
    static void demand(const QStringList &settings);
    /// Stops the server before the last test has run, or where there are no tests.
    static void shutDown();

    bool running() const { return m_error.isEmpty(); }
    QString error() const { return m_error; }

    /// A fresh database copied from the template `name`, which `fill` makes at its first use.
    Result<QString> createDatabase(const QString &name, const Fill &fill);
    /// Cuts its connections and removes the database.
    void dropDatabase(const QString &database);
    /// Runs SQL as the superuser.
    Result<> run(const QString &database, const QString &sql);
    /// Runs a query as the superuser: rows of columns as text, NULL as "NULL".
    Result<QList<QStringList>> rows(const QString &database, const QString &sql);

    /// The postmaster's process, whose children the sessions are; 0 when there is none.
    qint64 processId() const;
    /// Where the socket is; libpq's `host`.
    QString host() const { return m_directory; }
    /// The address of a database for somebody who signs in with `login`.
    QString url(const QString &database, const QString &login) const;
    /// The address for the superuser.
    QString ownerUrl(const QString &database) const { return url(database, superuser()); }
    static QString superuser() { return QStringLiteral("postgres"); }
    /// Stops (-9 when `hard`) and starts the server again on the same data.
    Result<> restart(bool hard);

    ~PostgresServer();

private:
    PostgresServer();
    Result<> start();
    Result<> launch();
    Result<> waitUntilReady();
    void stop();

    QString m_error;
    QString m_directory;
    QString m_binaries;
    QStringList m_drop; ///< the command prefix that drops root's privileges
    std::unique_ptr<QProcess> m_process;
    QHash<QString, QString> m_templates;
    int m_count = 0;
    friend class PostgresEnvironment;
};

/// One database for one test case, dropped at its end.
class ScratchDatabase final {
public:
    ScratchDatabase(const QString &templateName, const PostgresServer::Fill &fill);
    ~ScratchDatabase();
    ScratchDatabase(const ScratchDatabase &) = delete;
    ScratchDatabase &operator=(const ScratchDatabase &) = delete;

    bool ok() const { return m_error.isEmpty(); }
    QString error() const { return m_error; }
    QString name() const { return m_name; }
    QString url(const QString &login) const { return PostgresServer::instance().url(m_name, login); }
    QString ownerUrl() const { return PostgresServer::instance().ownerUrl(m_name); }

private:
    QString m_name;
    QString m_error;
};

} // namespace kessai::test
