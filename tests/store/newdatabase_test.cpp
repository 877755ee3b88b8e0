// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/newdatabase.h"

#include "tests/store/testoffice.h"
#include "tests/support/postgresserver.h"

#include <QDir>
#include <QFile>

namespace kessai::test {

namespace {

/// A place where an office can be made.
class Making : public ::testing::TestWithParam<Dialect> {
protected:
    DatabaseUrl url() const
    {
        if (GetParam() == Dialect::Sqlite)
            return DatabaseUrl::sqlite(m_directory.filePath(QStringLiteral("office.db")));
        return *DatabaseUrl::parse(PostgresServer::instance().ownerUrl(QStringLiteral("made_office")));
    }
    void TearDown() override
    {
        if (GetParam() == Dialect::PostgreSql)
            PostgresServer::instance().dropDatabase(QStringLiteral("made_office"));
    }
    /// What is there by now.
    QStringList leftovers() const
    {
        if (GetParam() == Dialect::Sqlite)
            return QDir(m_directory.path()).entryList(QDir::Files, QDir::Name);
        QStringList names;
        const auto rows = PostgresServer::instance().rows(
            QStringLiteral("postgres"),
            QStringLiteral("SELECT datname FROM pg_database WHERE datname LIKE 'made!_%' ESCAPE '!'"
                           " UNION ALL SELECT rolname FROM pg_roles WHERE rolname LIKE '%!_creating!_%' ESCAPE '!'"));
        for (const QStringList &row : *rows)
            names += row.first();
        return names;
    }

    SmallOffice people;
    SystemClock clock;
    QTemporaryDir m_directory;
};
KESSAI_ON_BOTH_DATABASES(Making);

} // namespace

TEST_P(Making, PutsAWholeOfficeInItsPlace)
{
    auto made = NewDatabase::begin(url(), clock);
    ASSERT_TRUE(fine(made));
    EXPECT_TRUE(failed(Database::open(url()), ErrorCode::NotFound));
    ASSERT_TRUE(fine(writeOffice(made->database(), smallFounding(people), clock.now())));
    EXPECT_TRUE(failed(writeOffice(made->database(), smallFounding(people), clock.now()), ErrorCode::AlreadyExists));

    ASSERT_TRUE(fine(made->finish()));

    EXPECT_EQ(leftovers().size(), 1) << leftovers().join(QLatin1Char(' ')).toStdString();
    auto store = openStore(url(), std::nullopt, clock);
    ASSERT_TRUE(fine(store));
    EXPECT_EQ((*store)->office().configuration()->officeName, QStringLiteral("見本市役所"));
    store->reset();
    EXPECT_TRUE(failed(NewDatabase::begin(url(), clock), ErrorCode::AlreadyExists));
}

TEST_P(Making, LeavesNothingBehindWhenItIsGivenUp)
{
    {
        auto made = NewDatabase::begin(url(), clock);
        ASSERT_TRUE(fine(made));
        NewDatabase moved = std::move(*made);
        ASSERT_TRUE(fine(writeOffice(moved.database(), smallFounding(people), clock.now())));
    }
    EXPECT_EQ(leftovers(), QStringList());
    EXPECT_TRUE(failed(openStore(url(), std::nullopt, clock), ErrorCode::NotFound));
}

TEST_P(Making, OneRunAtATime)
{
    auto first = NewDatabase::begin(url(), clock);
    ASSERT_TRUE(fine(first));

    EXPECT_TRUE(failed(NewDatabase::begin(url(), clock), ErrorCode::Busy));

    ASSERT_TRUE(fine(writeOffice(first->database(), smallFounding(people), clock.now())));
    EXPECT_TRUE(fine(first->finish()));
}

TEST_P(Making, ClearsAwayWhatAKilledRunLeft)
{
    if (GetParam() == Dialect::Sqlite) {
        QFile part(url().path() + QStringLiteral(".part"));
        ASSERT_TRUE(part.open(QIODevice::WriteOnly));
        part.write("half of something");
    } else {
        ASSERT_TRUE(fine(PostgresServer::instance().run(QStringLiteral("postgres"),
                                                        QStringLiteral("CREATE DATABASE made_office_creating"))));
    }

    auto made = NewDatabase::begin(url(), clock);

    ASSERT_TRUE(fine(made));
    EXPECT_TRUE(fine(made->finish()));
}

TEST(MakingAFile, SaysWhereItCannot)
{
    QTemporaryDir directory;
    const auto begin = [](const QString &path) { return NewDatabase::begin(DatabaseUrl::sqlite(path), SystemClock()); };

    EXPECT_TRUE(failed(begin(directory.filePath(QStringLiteral("no/such/folder.db"))), ErrorCode::NotFound));
    EXPECT_TRUE(failed(begin(directory.path()), ErrorCode::AlreadyExists));
}

} // namespace kessai::test
