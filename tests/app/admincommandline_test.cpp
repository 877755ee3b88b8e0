// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What kessai-admin says to command lines, before and beside its work on databases.
#include "tests/app/adminrun.h"

#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

namespace {

using ::testing::HasSubstr;

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

TEST(AdminHelp, NamesEveryCommandAndExitCode)
{
    const AdminRun run = runAdmin({QStringLiteral("--help")});

    EXPECT_EQ(run.exit, 0);
    EXPECT_TRUE(run.err.isEmpty()) << run.err.toStdString();
    for (const char *word : {"anchor", "create", "migrate", "verify", "sqlite:PATH", "postgresql://", "\n  0  ",
                             "\n  1  ", "\n  2  ", "\n  3  ", "\n  4  "})
        EXPECT_THAT(run.out.toStdString(), HasSubstr(word));
}

TEST(AdminHelp, ExplainsEachCommandWithItsOptions)
{
    const struct {
        const char *command;
        std::vector<const char *> words;
    } table[] = {
        {"create",
         {"--sample", "--office-name", "--admin-login", "--admin-name", "--sample-password", "--seed", "--json"}},
        {"migrate", {"--json", "DATABASE"}},
        {"anchor", {"--json", "DATABASE", "--out", "--number"}},
        {"verify", {"--json", "DATABASE", "PGPASSWORD", "--anchor", "--anchor-only"}}};
    for (const auto &row : table) {
        const AdminRun run = runAdmin({QString::fromUtf8(row.command), QStringLiteral("--help")});

        EXPECT_EQ(run.exit, 0) << row.command;
        EXPECT_THAT(run.out.toStdString(), HasSubstr("Usage: kessai-admin " + std::string(row.command) + " ["));
        for (const char *word : row.words)
            EXPECT_THAT(run.out.toStdString(), HasSubstr(word)) << row.command;
    }
}

TEST(AdminHelp, TellsTheVersion)
{
    const AdminRun run = runAdmin({QStringLiteral("--version")});

    EXPECT_EQ(run.exit, 0);
    EXPECT_TRUE(run.out.startsWith(QLatin1String("kessai-admin "))) << run.out.toStdString();
}

class AdminMisuse : public ::testing::TestWithParam<const char *> {};

TEST_P(AdminMisuse, EndsWithOneAndOneLine)
{
    const AdminRun run = runAdmin(words(GetParam()));

    EXPECT_EQ(run.exit, 1) << run.err.toStdString();
    EXPECT_TRUE(run.out.isEmpty()) << run.out.toStdString();
    EXPECT_TRUE(run.err.startsWith(QLatin1String("kessai-admin: "))) << run.err.toStdString();
    EXPECT_EQ(run.err.count(QLatin1Char('\n')), 1) << run.err.toStdString();
}

INSTANTIATE_TEST_SUITE_P(CommandLines, AdminMisuse,
                         ::testing::Values("", "frobnicate", "create", "verify", "migrate", "verify --frob sqlite:a.db",
                                           "verify a.db", "verify mysql://host/db",
                                           "verify sqlite:", "verify postgresql://", "verify sqlite:a.db sqlite:b.db",
                                           "create postgresql://host/db?sslmode=disable&application_name=x --sample",
                                           "create sqlite:/nowhere/a.db --sample --admin-login x",
                                           "create sqlite:/nowhere/a.db --seed 3",
                                           "create sqlite:/nowhere/a.db --sample --seed three",
                                           "create sqlite:/nowhere/a.db --admin-login Admin",
                                           "create sqlite:/nowhere/a.db --admin-login a;b"));

TEST(AdminMisuseOfServers, WantsTheAdministratorsPasswordBeforeItBegins)
{
    const AdminRun run =
        runAdmin({QStringLiteral("create"), QStringLiteral("postgresql://nobody@/x?host=/nonexistent")});

    EXPECT_EQ(run.exit, 1);
    EXPECT_THAT(run.err.toStdString(), HasSubstr("KESSAI_ADMIN_PASSWORD"));
}

class AdminUnusable : public ::testing::TestWithParam<const char *> {};

TEST_P(AdminUnusable, EndsWithTwoAndOneLine)
{
    const AdminRun run = runAdmin(words(GetParam()));

    EXPECT_EQ(run.exit, 2) << run.err.toStdString();
    EXPECT_EQ(run.err.count(QLatin1Char('\n')), 1) << run.err.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Databases, AdminUnusable,
                         ::testing::Values("verify sqlite:/nonexistent/office.db",
                                           "migrate sqlite:/nonexistent/office.db", "verify sqlite:/etc/hostname",
                                           "migrate sqlite:/etc/hostname", "verify sqlite:/etc",
                                           "create sqlite:/nonexistent/office.db",
                                           "create sqlite:/proc/office.db --sample",
                                           "verify postgresql://nobody@/x?host=/nonexistent"));

TEST(AdminUnusableFolder, IsSaidToBeUnwritable)
{
    const AdminRun run =
        runAdmin({QStringLiteral("create"), QStringLiteral("sqlite:/proc/office.db"), QStringLiteral("--json")});

    EXPECT_EQ(run.exit, 2);
    EXPECT_EQ(run.json().value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString(),
              QStringLiteral("AccessDenied"));
}

TEST(AdminUnusableFile, IsTheSameAfterwards)
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("notes.txt"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("not an office");
    file.close();

    const AdminRun verified = runAdmin({QStringLiteral("verify"), QStringLiteral("sqlite:") + path});
    const AdminRun migrated = runAdmin({QStringLiteral("migrate"), QStringLiteral("sqlite:") + path});

    EXPECT_EQ(verified.exit, 2);
    EXPECT_EQ(migrated.exit, 2);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArray("not an office"));
}

TEST(AdminErrors, SpeakTheLanguageOfTheEnvironment)
{
    const QStringList arguments{QStringLiteral("verify"), QStringLiteral("sqlite:/nonexistent/office.db")};

    const AdminRun japanese = runAdmin(arguments, {{QStringLiteral("LANG"), QStringLiteral("ja_JP.UTF-8")}});
    const AdminRun german = runAdmin(arguments, {{QStringLiteral("LANG"), QStringLiteral("de_DE.UTF-8")}});

    EXPECT_TRUE(japanese.err.contains(QStringLiteral("ません"))) << japanese.err.toStdString();
    EXPECT_TRUE(german.err.contains(QStringLiteral("there is no such office"))) << german.err.toStdString();
}

TEST(AdminErrors, SayInJapaneseWhatToDoNext)
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("empty.db"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.close();
    const QHash<QString, QString> japanese{{QStringLiteral("LANG"), QStringLiteral("ja_JP.UTF-8")}};

    const AdminRun empty = runAdmin({QStringLiteral("changes"), QStringLiteral("sqlite:") + path}, japanese);
    const AdminRun none =
        runAdmin({QStringLiteral("verify"), QStringLiteral("sqlite:/nonexistent/office.db")}, japanese);

    EXPECT_TRUE(empty.err.contains(QStringLiteral("kessai-admin create で庁を作れます"))) << empty.err.toStdString();
    EXPECT_TRUE(none.err.contains(QStringLiteral("技術情報"))) << none.err.toStdString();
}

TEST(AdminErrors, AreJsonWhereJsonIsAskedFor)
{
    const AdminRun run =
        runAdmin({QStringLiteral("verify"), QStringLiteral("sqlite:/nonexistent/office.db"), QStringLiteral("--json")});

    EXPECT_EQ(run.exit, 2);
    const QJsonObject error = run.json().value(QLatin1String("error")).toObject();
    EXPECT_EQ(error.value(QLatin1String("code")).toString(), QStringLiteral("NotFound"));
    EXPECT_FALSE(error.value(QLatin1String("text")).toString().isEmpty());
}

TEST(AdminErrors, NeverNameThePassword)
{
    const AdminRun run =
        runAdmin({QStringLiteral("verify"), QStringLiteral("postgresql://me:sesame99@/x?host=/nonexistent"),
                  QStringLiteral("--json")});

    EXPECT_EQ(run.exit, 2);
    EXPECT_FALSE(QString(run.out + run.err).contains(QLatin1String("sesame99"))) << run.err.toStdString();
}

} // namespace kessai::test
