// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/database.h"

#include <QStringList>

#include <vector>

namespace kessai {

/// One numbered step of the schema; forward only, never edited once released.
struct Migration final {
    int number;
    QString topic;               ///< "schema"
    std::optional<Dialect> only; ///< the one database it is for, or both
    int oldestClient;            ///< the lowest newest-known migration a program must have to go on using the database
    QString text;
};

/// How a database stands to this program.
enum class SchemaState {
    Fresh, ///< empty, to be migrated
    Current,
    Older,           ///< an administrator has to migrate it before this program can use it
    NewerCompatible, ///< newer than this program, which may go on using it
    NewerRefused,    ///< too new for this program
};

/// Brings a database to the schema this program knows. On PostgreSQL only `kessai-admin` does so, as the owner.
class Migrator final {
public:
    explicit Migrator(Database &database);
    /// For tests: other migrations than the shipped ones.
    Migrator(Database &database, std::vector<Migration> migrations);

    /// The shipped migrations, in order.
    static const std::vector<Migration> &shipped();
    /// Reads one file; its name gives number, topic and database, its first line the oldest client.
    static Result<Migration> parse(const QString &fileName, const QString &text);

    /// NotADatabase where there are tables, but not ours.
    Result<SchemaState> state();
    /// `state` as what it means for somebody who only wants to use the database: DatabaseTooOld or ClientTooOld, or nothing.
    Result<> usable();
    /// Runs what is missing, each migration in a transaction of its own whose first statement takes its number; tells the
    /// numbers it ran. Two at once do everything once. ClientTooOld on a database that is too new.
    Result<std::vector<int>> migrate(const Clock &clock);

private:
    Result<bool> hasTable(const QString &name);
    Result<std::vector<std::pair<int, int>>> applied();
    Result<bool> apply(const Migration &migration, Instant now);
    int newestKnown() const;

    Database &m_database;
    std::vector<Migration> m_migrations; ///< those for this database
    int m_client = 0;                    ///< newest number known for any database
};

/// The statements of an SQLite migration: parted at the semicolons that end them, without comments, which QSQLITE refuses
/// after the last one. Bodies of triggers stay whole.
QStringList sqliteStatements(const QString &text);

} // namespace kessai
