// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databaseurl.h"

#include "tests/store/testoffice.h"

namespace kessai::test {

namespace {

Result<DatabaseUrl> parse(const char *text)
{
    return DatabaseUrl::parse(QString::fromUtf8(text));
}

} // namespace

TEST(DatabaseUrl, ReadsFiles)
{
    EXPECT_EQ(parse("sqlite:office.db")->path(), QStringLiteral("office.db"));
    EXPECT_EQ(parse("sqlite:/srv/見本 市.db")->path(), QStringLiteral("/srv/見本 市.db"));
    EXPECT_EQ(parse("sqlite:///srv/a.db")->path(), QStringLiteral("/srv/a.db"));
    EXPECT_EQ(parse("SQLite:a.db")->dialect(), Dialect::Sqlite);
    EXPECT_EQ(parse("sqlite:a.db")->display(), QStringLiteral("sqlite:a.db"));
}

TEST(DatabaseUrl, ReadsServers)
{
    const auto url =
        parse("postgresql://s10023:p%40ss%3Aw@db.example.jp:5433/kessai?sslmode=require&sslrootcert=/etc/ca.crt");

    ASSERT_TRUE(fine(url));
    EXPECT_EQ(url->dialect(), Dialect::PostgreSql);
    EXPECT_EQ(url->user(), QStringLiteral("s10023"));
    EXPECT_EQ(url->password(), QStringLiteral("p@ss:w"));
    EXPECT_EQ(url->host(), QStringLiteral("db.example.jp"));
    EXPECT_EQ(url->port(), 5433);
    EXPECT_EQ(url->database(), QStringLiteral("kessai"));
    EXPECT_EQ(url->sslMode(), QStringLiteral("require"));
    EXPECT_EQ(url->sslRootCert(), QStringLiteral("/etc/ca.crt"));
    EXPECT_EQ(parse("postgresql://[::1]:5432/k")->host(), QStringLiteral("::1"));
    EXPECT_EQ(parse("postgresql:///k?host=/run/postgresql")->host(), QStringLiteral("/run/postgresql"));
    EXPECT_EQ(parse("postgres://a@h/k")->user(), QStringLiteral("a"));
    EXPECT_EQ(parse("postgresql://u:a@b@h/k")->password(), QStringLiteral("a@b"));
}

TEST(DatabaseUrl, AsksForACheckedServerUnlessToldOtherwise)
{
    EXPECT_EQ(parse("postgresql://db.example.jp/k")->sslMode(), QStringLiteral("verify-full"));
    EXPECT_EQ(parse("postgresql://localhost/k")->sslMode(), QStringLiteral("prefer"));
    EXPECT_EQ(parse("postgresql:///k?host=/run/postgresql")->sslMode(), QStringLiteral("prefer"));
}

TEST(DatabaseUrl, NeverShowsThePassword)
{
    for (const char *text : {"postgresql://u:geheim@h:5432/k?sslmode=require", "postgresql://u:geheim@/k?host=/tmp/x",
                             "postgresql://u:geheim@[::1]/k"}) {
        const auto url = parse(text);
        ASSERT_TRUE(fine(url));
        EXPECT_FALSE(url->display().contains(QStringLiteral("geheim")));
        // What is shown can be read again, and means the same but for the password.
        EXPECT_EQ(DatabaseUrl::parse(url->display())->withCredentials(url->user(), url->password()), *url);
    }
    for (const char *text :
         {"postgresql://u:geheim@h:geheim/k", "postgresql://u:geheim@h/", "postgresql://u:geheim@h/k?x=geheim"})
        EXPECT_FALSE(parse(text).error().detail.contains(QStringLiteral("geheim")));
}

TEST(DatabaseUrl, RefusesWhatIsNoAddress)
{
    for (const char *text : {"",
                             "office.db",
                             "mysql://h/k",
                             "sqlite:",
                             "sqlite://host/share",
                             "sqlite::memory:",
                             "postgresql:k",
                             "postgresql://h",
                             "postgresql://h/",
                             "postgresql://h/a/b",
                             "postgresql://h:0/k",
                             "postgresql://h:x/k",
                             "postgresql://h:/k",
                             "postgresql://[::1/k",
                             "postgresql://h:70000/k",
                             "postgresql://h/k?sslmode=never",
                             "postgresql://h/k?application_name=a",
                             "postgresql://h/k?options=-csearch_path%3Dpublic",
                             "postgresql://h/k?sslrootcert=a;sslmode=disable",
                             "postgresql://h/k?sslmode=disable%00",
                             "postgresql://h%0a/k"})
        EXPECT_TRUE(failed(parse(text), ErrorCode::Invalid)) << text;
}

} // namespace kessai::test
