// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/dialect.h"
#include "core/store/query.h"
#include "tests/store/hand.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

#include <QFile>

#include <thread>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#endif

namespace kessai::test {

namespace {

class Connection : public OnBothDatabases {
protected:
    Result<qint64> migrations(Database &database)
    {
        Query query(database, QLatin1String("hasTable"));
        const auto run = query.bind(QLatin1String("name"), QStringLiteral("event")).execOne();
        return run ? Result<qint64>(query.integer(0)) : Result<qint64>(run.failure());
    }
    static QString take(int number)
    {
        return QStringLiteral(
                   "INSERT INTO schema_version (number, oldest_client, topic, applied_at) VALUES (%1, 1, 'x', 0)")
            .arg(number);
    }
    int taken(Database &database)
    {
        Query rows(database, QLatin1String("appliedMigrations"));
        EXPECT_TRUE(fine(rows.exec()));
        int count = 0;
        while (*rows.next())
            ++count;
        return count;
    }
};
KESSAI_ON_BOTH_DATABASES(Connection);

DatabaseUrl fileUrl(const QTemporaryDir &directory, const char *name)
{
    return DatabaseUrl::sqlite(directory.filePath(QLatin1String(name)));
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

TEST_P(Connection, RollsBackUnlessCommitted)
{
    const auto database = office.ownersDatabase();
    const int before = taken(**database);
    {
        auto transaction = Transaction::begin(**database);
        ASSERT_TRUE(fine(transaction));
        ASSERT_TRUE(fine((*database)->execute(take(900))));
        EXPECT_EQ(taken(**database), before + 1);
    }
    EXPECT_EQ(taken(**database), before);
    {
        auto transaction = Transaction::begin(**database);
        ASSERT_TRUE(fine((*database)->execute(take(901))));
        Transaction moved = std::move(*transaction);
        EXPECT_TRUE(fine(moved.commit()));
    }
    EXPECT_EQ(taken(**database), before + 1);
}

TEST_P(Connection, RefusesToCommitAfterAStatementFailed)
{
    const auto database = office.ownersDatabase();
    const int before = taken(**database);
    {
        auto transaction = Transaction::begin(**database);
        ASSERT_TRUE(fine((*database)->execute(take(902))));
        EXPECT_TRUE(failed((*database)->execute(take(1)), ErrorCode::AlreadyExists));
        EXPECT_TRUE(failed(transaction->commit(), ErrorCode::Internal));
    }
    EXPECT_EQ(taken(**database), before);
    auto next = Transaction::begin(**database);
    ASSERT_TRUE(fine((*database)->execute(take(903))));
    EXPECT_TRUE(fine(next->commit()));
}

TEST_P(Connection, TellsConstraintsApart)
{
    const auto database = office.ownersDatabase();

    EXPECT_TRUE(failed((*database)->execute(take(1)), ErrorCode::AlreadyExists));
    EXPECT_TRUE(
        failed((*database)->execute(QStringLiteral(
                   "INSERT INTO schema_version (number, oldest_client, topic, applied_at) VALUES (950, 1, NULL, 0)")),
               ErrorCode::Invalid));
    EXPECT_TRUE(
        failed((*database)->execute(QStringLiteral("INSERT INTO blob_chunk (blob_id, no, data) VALUES (77, 0, '')")),
               ErrorCode::Invalid));
    EXPECT_TRUE(failed((*database)->execute(QStringLiteral("SELEKT")), ErrorCode::Internal));
}

TEST_P(Connection, WritersWaitForEachOtherInsteadOfFailing)
{
    const auto url = (*office.ownersDatabase())->url();
    std::vector<std::thread> writers;
    std::atomic<int> done{0};
    for (int w = 0; w < 4; ++w) {
        writers.emplace_back([&, w] {
            const auto database = Database::open(url);
            for (int i = 0; i < 10; ++i) {
                auto transaction = Transaction::begin(**database);
                if (transaction && migrations(**database) && (*database)->execute(take(1000 + w * 100 + i))
                    && transaction->commit())
                    ++done;
            }
        });
    }
    for (std::thread &writer : writers)
        writer.join();

    EXPECT_EQ(done, 40);
}

TEST_P(Connection, ReconnectsAndForgetsItsStatements)
{
    const auto database = office.ownersDatabase();
    ASSERT_TRUE(fine(migrations(**database)));
    {
        // A query that outlives its connection must not bring anything down.
        Query before(**database, QLatin1String("appliedMigrations"));
        ASSERT_TRUE(fine((*database)->reconnect()));
        EXPECT_TRUE(!before.exec().ok());
    }
    EXPECT_EQ(*migrations(**database), 1);
}

TEST(SqliteFile, OpensNothingThatIsNotAnOffice)
{
    QTemporaryDir directory;
    const DatabaseUrl url = fileUrl(directory, "office.db");
    EXPECT_TRUE(failed(Database::open(url), ErrorCode::NotFound));
    EXPECT_FALSE(QFile::exists(url.path()));

    writeFile(url.path(), QByteArray());
    EXPECT_TRUE(failed(Database::open(url), ErrorCode::NotADatabase));
    writeFile(url.path(), QByteArray(4096, 'x'));
    EXPECT_TRUE(failed(Database::open(url), ErrorCode::NotADatabase));
    writeFile(url.path(), QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\x7f'));
    EXPECT_TRUE(failed(Database::open(url), ErrorCode::NotADatabase));
    EXPECT_TRUE(failed(Database::open(DatabaseUrl::sqlite(directory.path())), ErrorCode::NotADatabase));
}

#ifdef Q_OS_LINUX
/// Whether this process has locks on a file as SQLite takes them. The file stays open: closing it would take them away.
bool isLocked(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    struct flock wanted = {};
    wanted.l_type = F_WRLCK;
    return file >= 0 && ::fcntl(file, F_OFD_GETLK, &wanted) == 0 && wanted.l_type != F_UNLCK;
}

TEST(SqliteFile, KeepsItsLocksWhereTheProgramOpensItAgain)
{
    TestOffice office(Dialect::Sqlite);
    ASSERT_EQ(office.problem(), QString());
    const auto first = Database::open(DatabaseUrl::sqlite(office.sqlitePath()));
    ASSERT_TRUE(fine(first));
    ASSERT_TRUE(isLocked(office.sqlitePath()));
    {
        const auto second = Database::open(DatabaseUrl::sqlite(office.sqlitePath()));
        ASSERT_TRUE(fine(second));
    }
    EXPECT_TRUE(isLocked(office.sqlitePath()));
}
#endif

TEST(SqliteFile, WritesNothingIntoALogThatWasTakenAway)
{
    TestOffice office(Dialect::Sqlite);
    ASSERT_EQ(office.problem(), QString());
    auto database = Database::open(DatabaseUrl::sqlite(office.sqlitePath()));
    ASSERT_TRUE(fine(database));
    auto writing = Transaction::begin(**database);
    ASSERT_TRUE(fine(writing));
    ASSERT_TRUE(fine((*database)->execute(QStringLiteral("CREATE TABLE notes (text TEXT)"))));
    ASSERT_TRUE(QFile::remove(office.sqlitePath() + QStringLiteral("-wal")));

    EXPECT_TRUE(failed(writing->commit(), ErrorCode::OutcomeUnknown));
    EXPECT_TRUE(failed((*database)->execute(QStringLiteral("SELECT 1")), ErrorCode::ConnectionLost));

    ASSERT_TRUE(fine((*database)->reconnect()));
    EXPECT_TRUE(fine((*database)->execute(QStringLiteral("CREATE TABLE notes (text TEXT)")))) << "nothing half written";
}

TEST(SqliteFile, OfSomebodyElseIsRefused)
{
    QTemporaryDir directory;
    const DatabaseUrl url = fileUrl(directory, "notes.db");
    {
        const auto other = Database::open(url, {.purpose = OpenOptions::Purpose::Build, .fileSystemOf = {}});
        ASSERT_TRUE(fine(other));
        ASSERT_TRUE(fine((*other)->execute(QStringLiteral("CREATE TABLE notes (text TEXT)"))));
        ASSERT_TRUE(fine((*other)->execute(QStringLiteral("PRAGMA application_id = 4711"))));
    }
    EXPECT_TRUE(failed(Database::open(url), ErrorCode::NotADatabase));
}

TEST(SqliteFile, OnANetworkShareIsRefused)
{
    TestOffice office(Dialect::Sqlite);
    ASSERT_EQ(office.problem(), QString());
    const auto on = [&](const QByteArray &type) {
        return Database::open(
            DatabaseUrl::sqlite(office.sqlitePath()),
            {.purpose = OpenOptions::Purpose::Use, .fileSystemOf = [type](const QString &) { return type; }});
    };

    for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "SMB2", "fuse.sshfs", "9p", "glusterfs", "afs"})
        EXPECT_TRUE(failed(on(type), ErrorCode::NetworkShare)) << type;
    for (const char *type : {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "apfs", "ntfs", ""})
        EXPECT_TRUE(fine(on(type))) << type;
}

TEST(SqliteFile, KeepsItsSettings)
{
    TestOffice office(Dialect::Sqlite);
    const auto database = office.ownersDatabase();
    const auto setting = [&](const QString &pragma) {
        // A table made of the pragma's answer fails unless it is the expected one.
        return (*database)
                   ->execute(
                       QStringLiteral("CREATE TEMP TABLE t AS SELECT abs(-9223372036854775808) WHERE NOT EXISTS (%1)")
                           .arg(pragma))
                   .ok()
            && (*database)->execute(QStringLiteral("DROP TABLE temp.t")).ok();
    };

    EXPECT_TRUE(setting(QStringLiteral("SELECT 1 FROM pragma_journal_mode WHERE journal_mode = 'wal'")));
    EXPECT_TRUE(setting(QStringLiteral("SELECT 1 FROM pragma_foreign_keys WHERE foreign_keys = 1")));
    EXPECT_TRUE(setting(QStringLiteral("SELECT 1 FROM pragma_synchronous WHERE synchronous = 2")));
    EXPECT_TRUE(setting(QStringLiteral("SELECT 1 FROM pragma_busy_timeout WHERE timeout = 5000")));
    EXPECT_FALSE(setting(QStringLiteral("SELECT 1 FROM pragma_journal_mode WHERE journal_mode = 'delete'")));
}

TEST(SqliteFile, WritesNothingWhereNobodyReadsIt)
{
    TestOffice office(Dialect::Sqlite);
    const auto database = office.ownersDatabase();
    const QString path = (*database)->url().path();
    const auto write = [&](const QString &topic) -> Result<> {
        auto transaction = Transaction::begin(**database);
        if (!transaction)
            return transaction.failure();
        const Result<> written =
            (*database)->execute(QStringLiteral("INSERT INTO schema_version (number, oldest_client, topic, applied_at) "
                                                "VALUES ((SELECT max(number) + 1 FROM schema_version), 1, '%1', 0)")
                                     .arg(topic));
        return written ? transaction->commit() : written;
    };
    ASSERT_TRUE(fine(write(QStringLiteral("before"))));

    // As another program does that finds the locks gone and is the last to leave.
    ASSERT_TRUE(fine((*database)->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"))));
    ASSERT_TRUE(QFile::remove(path + QStringLiteral("-wal")));
    ASSERT_TRUE(QFile::remove(path + QStringLiteral("-shm")));

    EXPECT_TRUE(failed(write(QStringLiteral("lost")), ErrorCode::ConnectionLost));
    EXPECT_FALSE((*database)->isOpen());
    ASSERT_TRUE(fine((*database)->reconnect()));
    ASSERT_TRUE(fine(write(QStringLiteral("after"))));
    const auto other = Database::open((*database)->url());
    ASSERT_TRUE(other.ok());
    EXPECT_TRUE(fine((*other)->execute(QStringLiteral("CREATE TEMP TABLE t AS SELECT abs(-9223372036854775808) WHERE "
                                                      "(SELECT group_concat(topic) FROM schema_version WHERE topic IN "
                                                      "('before', 'lost', 'after')) IS NOT 'before,after'"))));
}

TEST(SqliteFile, SaysWhenTheDiskIsFull)
{
    TestOffice office(Dialect::Sqlite);
    const auto database = office.ownersDatabase();
    // The page limit stands for the disk's end: SQLite answers both alike.
    ASSERT_TRUE(fine((*database)->execute(QStringLiteral("PRAGMA max_page_count = 1"))));

    const auto result = (*database)->execute(QStringLiteral("CREATE TABLE big AS SELECT zeroblob(9000000) AS data"));

    EXPECT_TRUE(failed(result, ErrorCode::StorageFull));
}

TEST(ServerConnection, IsLostWhenTheServerCutsIt)
{
    TestOffice office(Dialect::PostgreSql);
    ASSERT_EQ(office.problem(), QString());
    Hand sato(office, office.people().sato);
    const auto id = sato.draft(memo(QStringLiteral("切断")));
    ASSERT_TRUE(fine(id));
    const auto event = sato.proposeSubmission(*id);
    ASSERT_TRUE(fine(event));
    const auto cut = [&] {
        return office.tamper(QStringLiteral("DO $$ BEGIN PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                                            " WHERE usename = 'sato' AND datname = current_database(); END $$"));
    };

    ASSERT_TRUE(fine(cut()));
    EXPECT_TRUE(failed(sato.store().cases().pulse(), ErrorCode::ConnectionLost));
    EXPECT_FALSE(sato.store().connected());
    EXPECT_TRUE(failed(sato.store().cases().pulse(), ErrorCode::ConnectionLost));
    ASSERT_TRUE(fine(sato.store().reconnect()));
    EXPECT_TRUE(fine(sato.store().cases().pulse()));

    // Whether an act arrived cannot be known; the same request tells.
    ASSERT_TRUE(fine(cut()));
    const QString request = freshRequestId();
    EXPECT_TRUE(failed(sato.append(*id, *event, 0, request), ErrorCode::OutcomeUnknown));
    ASSERT_TRUE(fine(sato.store().reconnect()));
    ASSERT_TRUE(fine(sato.append(*id, *event, 0, request)));
    EXPECT_TRUE(fine(sato.append(*id, *event, 0, request)));
    EXPECT_EQ(sato.load(*id)->history.size(), 1U);
}

TEST(ServerConnection, LosesTheOutcomeOfACommit)
{
    TestOffice office(Dialect::PostgreSql);
    const auto database = office.ownersDatabase();
    auto transaction = Transaction::begin(**database);
    ASSERT_TRUE(fine(transaction));
    ASSERT_TRUE(fine((*database)->execute(QStringLiteral("CREATE TABLE marker (backend integer)"))));
    const QString name = (*database)->url().database();
    ASSERT_TRUE(fine(PostgresServer::instance().run(
        QStringLiteral("postgres"),
        QStringLiteral(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '%1' AND usename = 'postgres'"
            " AND pid <> pg_backend_pid()")
            .arg(name))));

    EXPECT_TRUE(failed(transaction->commit(), ErrorCode::OutcomeUnknown));
}

TEST(ServerConnection, CanBeInterruptedFromAnotherThread)
{
    TestOffice office(Dialect::PostgreSql);
    const auto database = office.ownersDatabase();
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        (*database)->cancel();
    });

    const auto result = (*database)->execute(QStringLiteral("SELECT pg_sleep(20)"));
    other.join();

    EXPECT_TRUE(failed(result, ErrorCode::Cancelled));
    EXPECT_TRUE(fine((*database)->execute(QStringLiteral("SELECT 1"))));
}

TEST(ServerConnection, TellsWhyItCannotBeOpened)
{
    TestOffice office(Dialect::PostgreSql);
    const DatabaseUrl good = (*office.ownersDatabase())->url();

    EXPECT_TRUE(failed(Database::open(good.withDatabase(QStringLiteral("nowhere"))), ErrorCode::NotFound));
    EXPECT_TRUE(failed(Database::open(good.withCredentials(QStringLiteral("sato"), QStringLiteral("wrong"))),
                       ErrorCode::SignInRejected));
    EXPECT_TRUE(failed(Database::open(good.withCredentials(QStringLiteral("nobody"), QStringLiteral("x"))),
                       ErrorCode::SignInRejected));
    EXPECT_TRUE(failed(Database::open(*DatabaseUrl::parse(QStringLiteral("postgresql:///x?host=/nowhere"))),
                       ErrorCode::Unreachable));
    EXPECT_TRUE(
        failed(Database::open(*DatabaseUrl::parse(QStringLiteral("postgresql://127.0.0.1:1/x?sslmode=disable"))),
               ErrorCode::Unreachable));
}

TEST(ServerConnection, IsSetUpAgainstHangingAndLookingElsewhere)
{
    TestOffice office(Dialect::PostgreSql);
    const auto database = office.ownersDatabase();
    const auto holds = [&](const QString &condition) {
        return (*database)->execute(QStringLiteral("SELECT 1 / (CASE WHEN %1 THEN 1 ELSE 0 END)").arg(condition)).ok();
    };

    EXPECT_TRUE(holds(QStringLiteral("current_setting('search_path') = 'kessai,pg_temp'")));
    EXPECT_TRUE(holds(QStringLiteral("current_setting('statement_timeout') = '30s'")));
    EXPECT_TRUE(holds(QStringLiteral("current_setting('lock_timeout') = '5s'")));
    EXPECT_TRUE(holds(QStringLiteral("current_setting('jit') = 'off'")));
    EXPECT_TRUE(holds(QStringLiteral("current_setting('idle_in_transaction_session_timeout') = '1min'")));
    EXPECT_TRUE(holds(QStringLiteral("current_setting('transaction_isolation') = 'read committed'")));
    EXPECT_FALSE(holds(QStringLiteral("current_setting('search_path') = 'public'")));
}

} // namespace kessai::test
