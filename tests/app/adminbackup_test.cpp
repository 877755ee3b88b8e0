// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Backups of a file, and what is made of them; those of a server are in adminserver_test.cpp.
#include "tests/app/adminrun.h"
#include "tests/support/rewriting.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

class AdminBackup : public ::testing::Test {
protected:
    void SetUp() override
    {
        const QString path = SampleFile::instance().copyTo(m_directory.path());
        ASSERT_FALSE(path.isEmpty()) << SampleFile::instance().trouble.toStdString();
        m_url = QStringLiteral("sqlite:") + path;
    }

    QString in(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    AdminRun backup(const char *folder)
    {
        return runAdmin(
            {QStringLiteral("backup"), m_url, QStringLiteral("--out"), in(folder), QStringLiteral("--json")});
    }
    AdminRun restore(const char *folder, const char *file)
    {
        return runAdmin({QStringLiteral("restore"), QStringLiteral("sqlite:") + in(file), QStringLiteral("--from"),
                         in(folder), QStringLiteral("--json")});
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
        return file.readAll();
    }

    QTemporaryDir m_directory;
    QString m_url;
};

} // namespace

TEST_F(AdminBackup, GivesBackAnOfficeThatProvesItselfCaseByCase)
{
    const AdminRun made = backup("kept");
    ASSERT_EQ(made.exit, 0) << made.err.toStdString();
    EXPECT_FALSE(QFileInfo(in("kept")).permission(QFile::ReadOther));
    EXPECT_FALSE(QFileInfo::exists(in("kept.part")));

    const AdminRun restored = restore("kept", "again.db");
    ASSERT_EQ(restored.exit, 0) << restored.err.toStdString();
    EXPECT_EQ(restored.json().value(QLatin1String("cases")), made.json().value(QLatin1String("cases")));

    // Held to the anchor of the backup, and replayed whole: the same cases with the same acts.
    const auto verify = [&](const QString &url) {
        return runAdmin({QStringLiteral("verify"), url, QStringLiteral("--anchor"), in("kept/anchor.json"),
                         QStringLiteral("--json")});
    };
    const AdminRun was = verify(m_url);
    const AdminRun is = verify(QStringLiteral("sqlite:") + in("again.db"));
    EXPECT_EQ(is.exit, 0) << is.out.toStdString();
    EXPECT_EQ(is.json().value(QLatin1String("cases")), was.json().value(QLatin1String("cases")));
    EXPECT_EQ(is.json().value(QLatin1String("events")), was.json().value(QLatin1String("events")));
    EXPECT_GT(is.json().value(QLatin1String("cases")).toInt(), 1000);
}

TEST_F(AdminBackup, TouchesNothingThatIsThere)
{
    ASSERT_EQ(backup("kept").exit, 0);
    const QByteArray about = bytesOf(in("kept/backup.json"));
    EXPECT_EQ(backup("kept").exit, 4);
    EXPECT_EQ(bytesOf(in("kept/backup.json")), about);

    const QByteArray office = bytesOf(QString(m_url).remove(0, 7));
    const AdminRun over =
        runAdmin({QStringLiteral("restore"), m_url, QStringLiteral("--from"), in("kept"), QStringLiteral("--json")});
    EXPECT_NE(over.exit, 0);
    EXPECT_EQ(bytesOf(QString(m_url).remove(0, 7)), office);
}

TEST_F(AdminBackup, RefusesWhatIsNoBackupOrNotAllOfIt)
{
    EXPECT_EQ(runAdmin({QStringLiteral("backup"), m_url}).exit, 1);
    EXPECT_EQ(runAdmin({QStringLiteral("restore"), m_url}).exit, 1);
    EXPECT_EQ(restore("nothing", "again.db").exit, 2);
    ASSERT_EQ(backup("kept").exit, 0);
    EXPECT_EQ(runAdmin({QStringLiteral("restore"), QStringLiteral("postgresql://nobody@/x"), QStringLiteral("--from"),
                        in("kept")})
                  .exit,
              2);

    // Anything of it missing, or cut short
    for (const char *part : {"kept/anchor.json", "kept/office.db", "kept/backup.json"}) {
        ASSERT_TRUE(QFile::rename(in(part), in("aside")));
        EXPECT_EQ(restore("kept", "again.db").exit, 2) << part;
        ASSERT_TRUE(QFile::rename(in("aside"), in(part)));
    }
    QFile office(in("kept/office.db"));
    ASSERT_TRUE(office.resize(office.size() / 2));
    EXPECT_NE(restore("kept", "again.db").exit, 0);
    EXPECT_FALSE(QFileInfo::exists(in("again.db")));
    EXPECT_FALSE(QFileInfo::exists(in("again.db.part")));
}

TEST_F(AdminBackup, RestoresNothingThatWasRewrittenInTheBackup)
{
    ASSERT_EQ(backup("kept").exit, 0);
    ASSERT_NE(rewriteNewest(*DatabaseUrl::parse(QStringLiteral("sqlite:") + in("kept/office.db"))), CaseId(0));

    const AdminRun run = restore("kept", "again.db");

    EXPECT_EQ(run.exit, 3) << run.err.toStdString();
    EXPECT_FALSE(QFileInfo::exists(in("again.db")));
}

} // namespace kessai::test
