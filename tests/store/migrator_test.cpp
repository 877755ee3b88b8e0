// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrator.h"

#include "tests/store/testoffice.h"
#include "tests/support/postgresserver.h"

#include <map>
#include <thread>

namespace kessai::test {

namespace {

Migration step(int number, const QString &sql, int oldestClient = 1, std::optional<Dialect> only = std::nullopt)
{
    return {number, QStringLiteral("step%1").arg(number), only, oldestClient, sql};
}

/// An empty database on each kind of server.
class Migrating : public ::testing::TestWithParam<Dialect> {
protected:
    void SetUp() override
    {
        if (GetParam() == Dialect::PostgreSql) {
            const auto made =
                PostgresServer::instance().createDatabase(QStringLiteral("bare"), [](const QString &name) {
                    return PostgresServer::instance().run(name, QStringLiteral("CREATE SCHEMA kessai"));
                });
            ASSERT_TRUE(fine(made));
            m_name = *made;
            m_url = DatabaseUrl::parse(PostgresServer::instance().ownerUrl(m_name)).value();
        } else {
            m_url = DatabaseUrl::sqlite(m_directory.filePath(QStringLiteral("office.db")));
            ASSERT_TRUE(fine(Database::open(*m_url, {.purpose = OpenOptions::Purpose::Build, .fileSystemOf = {}})));
        }
        database = open();
    }
    void TearDown() override
    {
        database.reset();
        if (!m_name.isEmpty())
            PostgresServer::instance().dropDatabase(m_name);
    }
    std::unique_ptr<Database> open()
    {
        auto opened = Database::open(
            *m_url,
            {.purpose = GetParam() == Dialect::Sqlite ? OpenOptions::Purpose::Build : OpenOptions::Purpose::Use,
             .fileSystemOf = {}});
        EXPECT_TRUE(fine(opened));
        return std::move(opened).value();
    }
    bool has(const QString &table) { return database->execute(QStringLiteral("SELECT * FROM %1").arg(table)).ok(); }

    const FixedClock clock{Instant(1)};
    std::unique_ptr<Database> database;

private:
    std::optional<DatabaseUrl> m_url;
    QString m_name;
    QTemporaryDir m_directory;
};
KESSAI_ON_BOTH_DATABASES(Migrating);

} // namespace

TEST_P(Migrating, AFreshDatabaseGetsEverythingAndASecondTimeNothing)
{
    EXPECT_EQ(*Migrator(*database).state(), SchemaState::Fresh);
    EXPECT_TRUE(failed(Migrator(*database).usable(), ErrorCode::NotADatabase));

    const auto first = Migrator(*database).migrate(clock);
    const auto second = Migrator(*database).migrate(clock);

    ASSERT_TRUE(fine(first));
    EXPECT_GE(first->size(), GetParam() == Dialect::Sqlite ? 1U : 2U);
    EXPECT_EQ(first->front(), 1);
    ASSERT_TRUE(fine(second));
    EXPECT_TRUE(second->empty());
    EXPECT_EQ(*Migrator(*database).state(), SchemaState::Current);
    EXPECT_TRUE(fine(Migrator(*database).usable()));
    EXPECT_TRUE(has(QStringLiteral("case_file")));
}

TEST_P(Migrating, RunsOnlyWhatIsMissing)
{
    const std::vector<Migration> old{step(1, QStringLiteral("CREATE TABLE a (x INTEGER)"))};
    std::vector<Migration> now = old;
    now.push_back(step(2, QStringLiteral("CREATE TABLE b (x INTEGER); CREATE TABLE c (x INTEGER);")));
    now.push_back(step(3, QStringLiteral("CREATE TABLE d (x INTEGER)"), 1,
                       GetParam() == Dialect::Sqlite ? Dialect::PostgreSql : Dialect::Sqlite));
    ASSERT_TRUE(fine(Migrator(*database, old).migrate(clock)));

    EXPECT_EQ(*Migrator(*database, now).state(), SchemaState::Older);
    EXPECT_TRUE(failed(Migrator(*database, now).usable(), ErrorCode::DatabaseTooOld));
    EXPECT_EQ(*Migrator(*database, now).migrate(clock), std::vector<int>{2});

    EXPECT_EQ(*Migrator(*database, now).state(), SchemaState::Current);
    EXPECT_TRUE(has(QStringLiteral("c")));
    EXPECT_FALSE(has(QStringLiteral("d")));
}

TEST_P(Migrating, GoesOnWithANewerDatabaseThatAllowsIt)
{
    const std::vector<Migration> mine{step(1, QStringLiteral("CREATE TABLE a (x INTEGER)"))};
    std::vector<Migration> theirs = mine;
    theirs.push_back(step(2, QStringLiteral("CREATE TABLE b (x INTEGER)"), 1));
    ASSERT_TRUE(fine(Migrator(*database, theirs).migrate(clock)));

    EXPECT_EQ(*Migrator(*database, mine).state(), SchemaState::NewerCompatible);
    EXPECT_TRUE(fine(Migrator(*database, mine).usable()));
    EXPECT_TRUE(Migrator(*database, mine).migrate(clock)->empty());
}

TEST_P(Migrating, StopsAtANewerDatabaseThatDoesNot)
{
    const std::vector<Migration> mine{step(1, QStringLiteral("CREATE TABLE a (x INTEGER)"))};
    std::vector<Migration> theirs = mine;
    theirs.push_back(step(2, QStringLiteral("DROP TABLE a"), 2));
    ASSERT_TRUE(fine(Migrator(*database, theirs).migrate(clock)));

    EXPECT_EQ(*Migrator(*database, mine).state(), SchemaState::NewerRefused);
    EXPECT_TRUE(failed(Migrator(*database, mine).usable(), ErrorCode::ClientTooOld));
    EXPECT_TRUE(failed(Migrator(*database, mine).migrate(clock), ErrorCode::ClientTooOld));
}

TEST_P(Migrating, AFailingStepLeavesNothing)
{
    const std::vector<Migration> broken{
        step(1, QStringLiteral("CREATE TABLE a (x INTEGER)")),
        step(2, QStringLiteral("CREATE TABLE b (x INTEGER); INSERT INTO b VALUES (1); CREATE TABLE a (x INTEGER);"))};

    const auto result = Migrator(*database, broken).migrate(clock);

    ASSERT_FALSE(result.ok());
    EXPECT_TRUE(result.error().detail.contains(QStringLiteral("migration 2 (step2)")))
        << result.error().detail.toStdString();
    EXPECT_TRUE(has(QStringLiteral("a")));
    EXPECT_FALSE(has(QStringLiteral("b")));
    EXPECT_EQ(*Migrator(*database, broken).state(), SchemaState::Older);
    // Mended, it goes on from there.
    const std::vector<Migration> mended{broken[0], step(2, QStringLiteral("CREATE TABLE b (x INTEGER)"))};
    EXPECT_EQ(*Migrator(*database, mended).migrate(clock), std::vector<int>{2});
}

TEST_P(Migrating, TwoAtOnceDoItOnce)
{
    const std::vector<Migration> steps{step(1, QStringLiteral("CREATE TABLE a (x INTEGER)")),
                                       step(2, QStringLiteral("INSERT INTO a VALUES (1)")),
                                       step(3, QStringLiteral("INSERT INTO a VALUES (2)")),
                                       step(4, QStringLiteral("CREATE UNIQUE INDEX ax ON a (x)"))};
    std::atomic<int> ran{0};
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i) {
        threads.emplace_back([&] {
            auto own = open();
            const auto result = Migrator(*own, steps).migrate(clock);
            if (result)
                ran += int(result->size());
            else
                ++failures;
        });
    }
    for (std::thread &thread : threads)
        thread.join();

    EXPECT_EQ(failures, 0);
    EXPECT_EQ(ran, 4);
    EXPECT_EQ(*Migrator(*database, steps).state(), SchemaState::Current);
}

TEST_P(Migrating, LeavesTablesAloneThatAreNotOurs)
{
    ASSERT_TRUE(fine(database->execute(QStringLiteral("CREATE TABLE notes (x INTEGER)"))));

    EXPECT_TRUE(failed(Migrator(*database).state(), ErrorCode::NotADatabase));
    EXPECT_TRUE(failed(Migrator(*database).migrate(clock), ErrorCode::NotADatabase));
    EXPECT_FALSE(has(QStringLiteral("case_file")));
}

TEST(Migrations, HaveNamesNumbersAndClients)
{
    const auto read = [](const char *name, const char *text) {
        return Migrator::parse(QString::fromLatin1(name), QString::fromLatin1(text));
    };

    const auto both = read("0007_topic.sql", "-- oldest client: 5\nSELECT 1;");
    ASSERT_TRUE(fine(both));
    EXPECT_EQ(both->number, 7);
    EXPECT_EQ(both->topic, QStringLiteral("topic"));
    EXPECT_EQ(both->oldestClient, 5);
    EXPECT_EQ(both->only, std::nullopt);
    EXPECT_EQ(read("0008_x.sqlite.sql", "-- oldest client: 1\n")->only, Dialect::Sqlite);
    EXPECT_EQ(read("0008_x.postgresql.sql", "-- oldest client: 1\n")->only, Dialect::PostgreSql);
    EXPECT_TRUE(failed(read("8_x.sql", "-- oldest client: 1\n"), ErrorCode::Invalid));
    EXPECT_TRUE(failed(read("0008_x.mysql.sql", "-- oldest client: 1\n"), ErrorCode::Invalid));
    EXPECT_TRUE(failed(read("0008_x.sql", "SELECT 1;"), ErrorCode::Invalid));

    // What both databases need and say differently may have one number; each database knows it once.
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
        int last = 0;
        for (const Migration &migration : Migrator::shipped()) {
            if (migration.only && *migration.only != dialect)
                continue;
            EXPECT_GT(migration.number, last);
            EXPECT_LE(migration.oldestClient, migration.number);
            last = migration.number;
        }
        EXPECT_GE(last, 1);
    }
}

TEST(Migrations, KeepOlderProgramsFromBothDatabases)
{
    // What an older program would get wrong it would in a file as at a server; but 27 and 42 are about what one of the two does by itself.
    std::map<int, int> kept;
    for (const Migration &migration : Migrator::shipped()) {
        if (migration.oldestClient == migration.number)
            kept[migration.number] += migration.only ? 1 : 2;
    }
    ASSERT_TRUE(kept.contains(50));
    for (const auto &[number, databases] : kept) {
        if (number != 27 && number != 42) {
            EXPECT_EQ(databases, 2) << number;
        }
    }
}

TEST(Migrations, AreCutIntoStatementsForSqlite)
{
    const QString text =
        QStringLiteral("-- head; with a semicolon\nCREATE TABLE a (x TEXT DEFAULT ';--');\n"
                       "INSERT INTO a VALUES ('it''s; fine'); /* not; here */\n"
                       "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = 1; DELETE FROM a; END;\n"
                       "SELECT \"odd;name\" FROM a\n;\n-- the end;");

    const QStringList statements = sqliteStatements(text);

    ASSERT_EQ(statements.size(), 4);
    EXPECT_EQ(statements[0], QStringLiteral("CREATE TABLE a (x TEXT DEFAULT ';--')"));
    EXPECT_EQ(statements[1], QStringLiteral("INSERT INTO a VALUES ('it''s; fine')"));
    EXPECT_TRUE(statements[2].endsWith(QStringLiteral("DELETE FROM a; END")));
    EXPECT_EQ(statements[3], QStringLiteral("SELECT \"odd;name\" FROM a"));
    EXPECT_TRUE(sqliteStatements(QStringLiteral("\n-- nothing\n;;")).isEmpty());
}

} // namespace kessai::test
