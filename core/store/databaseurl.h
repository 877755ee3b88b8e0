// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace kessai {

/// The two databases an office can live in.
enum class Dialect { Sqlite, PostgreSql };

/// Where an office's database is: `sqlite:PATH` or
/// `postgresql://[user[:password]@][host[:port]]/name[?sslmode=..&sslrootcert=..&host=/socket/directory]`.
/// Only these options exist, because a free-form one could switch TLS off (database.md 3.2).
class DatabaseUrl final {
public:
    /// Reads an address; Invalid with what is wrong with it. The password never gets into an error.
    static Result<DatabaseUrl> parse(const QString &text);
    static DatabaseUrl sqlite(const QString &path);

    Dialect dialect() const { return m_dialect; }
    /// The file; SQLite only.
    QString path() const { return m_path; }
    /// A host name, an address, or the directory of a Unix socket; empty = libpq's own default socket.
    QString host() const { return m_host; }
    int port() const { return m_port; } ///< 0 = the default
    QString user() const { return m_user; }
    QString password() const { return m_password; }
    QString database() const { return m_database; }
    /// What was asked for, or verify-full for a server on another machine: whoever wants less must say so.
    QString sslMode() const;
    QString sslRootCert() const { return m_sslRootCert; }

    DatabaseUrl withCredentials(const QString &user, const QString &password) const;
    DatabaseUrl withDatabase(const QString &name) const;
    DatabaseUrl withPath(const QString &path) const;

    /// The address for people and logs: everything but the password.
    QString display() const;
    friend bool operator==(const DatabaseUrl &, const DatabaseUrl &) = default;

private:
    DatabaseUrl() = default;

    Dialect m_dialect = Dialect::Sqlite;
    QString m_path;
    QString m_host;
    int m_port = 0;
    QString m_user;
    QString m_password;
    QString m_database;
    QString m_sslMode;
    QString m_sslRootCert;
};

} // namespace kessai
