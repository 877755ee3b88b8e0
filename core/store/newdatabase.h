// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/database.h"
#include "core/store/migrator.h"

class QLockFile;

namespace kessai {

/// What a new database begins with.
struct DatabaseOrigin final {
    QString file;                                            ///< SQLite only: a copy of this one; empty = nothing
    std::vector<Migration> migrations = Migrator::shipped(); ///< those that are run
};

/// Makes sure that a file or a directory's entries have reached the disk.
bool reachedDisk(const QString &path);

/// An office's database in the making. It is built aside (`<path>.part`, `<name>_creating`), migrated, and put in its place only by
/// `finish`; otherwise nothing is left of it, and what a killed run left is cleared away by the next.
class NewDatabase final {
public:
    /// AlreadyExists where there is one, Busy where another run is making it.
    static Result<NewDatabase> begin(const DatabaseUrl &url, const Clock &clock, const DatabaseOrigin &origin = {});
    NewDatabase(NewDatabase &&other) noexcept;
    NewDatabase &operator=(NewDatabase &&) = delete;
    ~NewDatabase();

    /// The migrated database, to be filled.
    Database &database() { return *m_database; }
    /// Closes it and puts it in its place, whole.
    Result<> finish();

private:
    explicit NewDatabase(DatabaseUrl url);
    Result<> beginSqlite(const QString &origin);
    Result<> beginPostgreSql();
    Result<> finishSqlite();
    Result<> finishPostgreSql();
    Result<> runOnServer(const QStringList &statements);
    void discard();
    DatabaseUrl partUrl() const;

    DatabaseUrl m_url;
    std::unique_ptr<QLockFile> m_lock; ///< SQLite only
    std::unique_ptr<Database> m_database;
    bool m_begun = false;
};

} // namespace kessai
