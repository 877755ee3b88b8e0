// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sample office of a file moved to a server, compared there, and both written out in open formats.
#include "core/store/officecopy.h"
#include "tests/app/adminrun.h"
#include "tests/support/postgresserver.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace kessai::test {

namespace {

using ::testing::HasSubstr;

const QString kMoved = QStringLiteral("mihon_moved");

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

QByteArray digestOf(const QString &path)
{
    return QCryptographicHash::hash(bytesOf(path), QCryptographicHash::Sha256).toHex();
}

/// Changes an office behind the program's back.
void runIn(const QString &file, const QString &sql)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("behind"));
        db.setDatabaseName(file);
        ASSERT_TRUE(db.open());
        QSqlQuery query(db);
        ASSERT_TRUE(query.exec(sql)) << query.lastError().text().toStdString();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("behind"));
}

QString onServer(const QString &sql)
{
    const auto rows = PostgresServer::instance().rows(kMoved, sql);
    EXPECT_TRUE(rows) << sql.toStdString();
    return rows && !rows->isEmpty() ? rows->front().join(QLatin1Char('|')) : QString();
}

class AdminMove : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder.emplace();
        s_file = SampleFile::instance().copyTo(s_folder->path());
        if (s_file.isEmpty() || !PostgresServer::instance().running())
            return;
        s_before = digestOf(s_file);
        s_run = runAdmin({QStringLiteral("move"), QStringLiteral("sqlite:") + s_file,
                          PostgresServer::instance().ownerUrl(kMoved), QStringLiteral("--passwords"), in("new.csv"),
                          QStringLiteral("--json")});
    }
    static void TearDownTestSuite() { s_folder.reset(); }
    void SetUp() override
    {
        ASSERT_TRUE(PostgresServer::instance().running()) << PostgresServer::instance().error().toStdString();
        ASSERT_EQ(s_run.exit, 0) << s_run.err.toStdString() << SampleFile::instance().trouble.toStdString();
    }
    static QString in(const char *name) { return s_folder->filePath(QLatin1String(name)); }
    static qint64 rowsOf(const char *table)
    {
        return s_run.json().value(QLatin1String("rows")).toObject().value(QLatin1String(table)).toInteger();
    }
    static QStringList differences()
    {
        auto file = Database::open(*DatabaseUrl::parse(QStringLiteral("sqlite:") + s_file));
        auto server = Database::open(*DatabaseUrl::parse(PostgresServer::instance().ownerUrl(kMoved)));
        if (!file || !server)
            return {(file ? server : file).error().detail};
        const auto found = officeDifferences(**file, **server, 5, [](const QString &, int, int) {});
        EXPECT_TRUE(found) << found.error().detail.toStdString();
        return found ? *found : QStringList();
    }

    static std::optional<QTemporaryDir> s_folder;
    static QString s_file;
    static QByteArray s_before;
    static AdminRun s_run;
};

std::optional<QTemporaryDir> AdminMove::s_folder;
QString AdminMove::s_file;
QByteArray AdminMove::s_before;
AdminRun AdminMove::s_run;

} // namespace

TEST_F(AdminMove, BringsEveryCaseWithItsHistoryAndLeavesTheFileAlone)
{
    EXPECT_GT(rowsOf("case_file"), 1000);
    EXPECT_GT(rowsOf("event"), 3000);
    EXPECT_GT(rowsOf("blob_chunk"), 10);
    EXPECT_GT(rowsOf("meeting_act"), 20);
    EXPECT_GT(rowsOf("ink"), 2);
    EXPECT_EQ(digestOf(s_file), s_before);
    EXPECT_EQ(onServer(QStringLiteral("SELECT count(*) FROM kessai.event")).toLongLong(), rowsOf("event"));

    // The same by what both prove themselves
    const AdminRun there =
        runAdmin({QStringLiteral("verify"), PostgresServer::instance().ownerUrl(kMoved), QStringLiteral("--json")});
    EXPECT_EQ(there.exit, 0) << there.out.toStdString();
    EXPECT_EQ(there.json().value(QLatin1String("cases")).toInteger(), rowsOf("case_file"));
    EXPECT_EQ(differences(), QStringList());
    // Which it has found out itself, and who looks after the office
    EXPECT_EQ(s_run.json().value(QLatin1String("verified")).toInteger(), rowsOf("case_file"));
    EXPECT_EQ(s_run.json().value(QLatin1String("damaged")).toInteger(-1), 0);
    EXPECT_THAT(s_run.json().value(QLatin1String("administrators")).toArray().at(0).toString().toStdString(),
                HasSubstr("s10015"));
}

TEST_F(AdminMove, GoesOnNumberingAndLetsEverybodySignIn)
{
    EXPECT_EQ(onServer(QStringLiteral("SELECT nextval(pg_get_serial_sequence('kessai.case_file', 'case_id')) - "
                                      "max(case_id) FROM kessai.case_file")),
              QStringLiteral("1"));
    const qint64 kept = s_run.json().value(QLatin1String("keptLogins")).toInteger();
    const qint64 fresh = s_run.json().value(QLatin1String("newLogins")).toInteger();
    EXPECT_EQ(
        onServer(
            QStringLiteral(
                "SELECT count(DISTINCT r.rolname) FROM pg_roles r JOIN kessai.staff s ON s.login = r.rolname WHERE "
                "r.rolcanlogin AND pg_has_role(r.rolname, kessai.staff_group(), 'MEMBER') AND "
                "has_database_privilege(r.rolname, current_database(), 'CONNECT')"))
            .toLongLong(),
        kept + fresh);
    EXPECT_GT(kept + fresh, 400);
    EXPECT_EQ(bytesOf(in("new.csv")).count('\n'), qMax(fresh, qint64(1)));
    EXPECT_FALSE(QFileInfo(in("new.csv")).permission(QFile::ReadOther));
    // Whoever is in a meeting that runs hears it
    EXPECT_EQ(onServer(QStringLiteral("SELECT count(*) > 0, bool_and(channel <> '') FROM kessai.meeting_live")),
              QStringLiteral("true|true"));
}

TEST_F(AdminMove, TellsWhatIsNotTheSame)
{
    const QString first =
        onServer(QStringLiteral("SELECT case_id, title FROM kessai.case_file ORDER BY 1 OFFSET 9 LIMIT 1"));
    const QString id = first.section(QLatin1Char('|'), 0, 0);
    auto &server = PostgresServer::instance();
    ASSERT_TRUE(
        server.run(kMoved, QStringLiteral("UPDATE kessai.case_file SET title = title || 'x' WHERE case_id = ") + id));

    EXPECT_EQ(differences(), QStringList{QStringLiteral("case_file: case_id ") + id});

    ASSERT_TRUE(server.run(
        kMoved, QStringLiteral("UPDATE kessai.case_file SET title = left(title, -1) WHERE case_id = ") + id));
}

TEST_F(AdminMove, MakesNothingOverWhatIsThereAndLeavesNothingHalfMade)
{
    auto &server = PostgresServer::instance();
    const QString file = QStringLiteral("sqlite:") + s_file;
    EXPECT_EQ(runAdmin({QStringLiteral("move"), file, server.ownerUrl(kMoved)}).exit, 4);
    EXPECT_EQ(runAdmin({QStringLiteral("move"), file, file}).exit, 1);
    EXPECT_EQ(runAdmin({QStringLiteral("move"), file}).exit, 1);

    // A file holds what no server takes, and the copy is nearly done when it comes to it
    const QString broken = in("broken.db");
    ASSERT_TRUE(QFile::copy(s_file, broken));
    runIn(broken, QStringLiteral("UPDATE ink SET version = 'x' WHERE rowid = (SELECT min(rowid) FROM ink)"));
    const AdminRun run = runAdmin(
        {QStringLiteral("move"), QStringLiteral("sqlite:") + broken, server.ownerUrl(QStringLiteral("mihon_half"))});

    EXPECT_EQ(run.exit, 2);
    EXPECT_THAT(run.err.toStdString(), HasSubstr("ink"));
    EXPECT_EQ(onServer(QStringLiteral("SELECT count(*) FROM pg_database WHERE datname LIKE 'mihon_half%'")),
              QStringLiteral("0"));
}

TEST_F(AdminMove, SaysOfAnOfficeThatCannotBeReadThatItIsSo)
{
    const QString broken = in("unread.db");
    ASSERT_TRUE(QFile::copy(s_file, broken));
    runIn(broken, QStringLiteral("UPDATE rule_revision SET rule = replace(rule, '\"lines\"', '\"ways\"')"));

    const AdminRun run = runAdmin({QStringLiteral("move"), QStringLiteral("sqlite:") + broken,
                                   PostgresServer::instance().ownerUrl(QStringLiteral("mihon_unread"))});

    EXPECT_NE(run.exit, 0);
    EXPECT_EQ(run.err.indexOf(QStringLiteral("not what the file has")), -1) << run.err.toStdString();
    EXPECT_EQ(onServer(QStringLiteral("SELECT count(*) FROM pg_database WHERE datname LIKE 'mihon_unread%'")),
              QStringLiteral("0"));
}

TEST_F(AdminMove, WritesTheSameOfBothInOpenFormats)
{
    const auto exported = [](const QString &url, const char *folder) {
        return runAdmin({QStringLiteral("export"), url, QStringLiteral("--out"), in(folder), QStringLiteral("--json")});
    };
    const AdminRun ofFile = exported(QStringLiteral("sqlite:") + s_file, "file");
    const AdminRun ofServer = exported(PostgresServer::instance().ownerUrl(kMoved), "server");
    ASSERT_EQ(ofFile.exit, 0) << ofFile.err.toStdString();
    ASSERT_EQ(ofServer.exit, 0) << ofServer.err.toStdString();
    EXPECT_FALSE(QFileInfo(in("file")).permission(QFile::ReadOther));

    const QString readme = QString::fromUtf8(bytesOf(in("file/README.md")));
    int tables = 0;
    int files = 0;
    for (QDirIterator it(in("file"), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        const QString other = in("server") + path.mid(in("file").size());
        if (path.contains(QLatin1String("/tables/"))) {
            ++tables;
            const QString table = QFileInfo(path).completeBaseName();
            EXPECT_TRUE(readme.contains(QStringLiteral("| `%1` |").arg(table))) << table.toStdString();
            EXPECT_EQ(bytesOf(path).count('\n'), bytesOf(other).count('\n')) << table.toStdString();
        } else {
            files += path.contains(QLatin1String("/files/")) ? 1 : 0;
            EXPECT_EQ(bytesOf(path), bytesOf(other)) << path.toStdString();
        }
    }
    EXPECT_EQ(tables, ofFile.json().value(QLatin1String("tables")).toInt());
    EXPECT_EQ(files, ofFile.json().value(QLatin1String("files")).toInt());
    EXPECT_GT(files, 20);
    const QByteArray acts = bytesOf(in("file/tables/event.jsonl"));
    EXPECT_EQ(acts.count('\n'), rowsOf("event"));
    EXPECT_FALSE(QJsonDocument::fromJson(acts.left(acts.indexOf('\n')))
                     .object()
                     .value(QLatin1String("hash"))
                     .toString()
                     .isEmpty());
    const QList<QByteArray> sums = bytesOf(in("file/SHA256SUMS")).trimmed().split('\n');
    EXPECT_EQ(sums.size(), files);
    for (const QByteArray &line : sums)
        EXPECT_EQ(digestOf(in("file/") + QString::fromUtf8(line.mid(66))), line.left(64)) << line.toStdString();

    EXPECT_EQ(exported(QStringLiteral("sqlite:") + s_file, "file").exit, 4);
    EXPECT_EQ(runAdmin({QStringLiteral("export"), QStringLiteral("sqlite:") + s_file}).exit, 1);

    // A file that is not what its digest says is not passed on
    const QString broken = in("torn.db");
    ASSERT_TRUE(QFile::copy(s_file, broken));
    runIn(broken,
          QStringLiteral("UPDATE blob_chunk SET data = x'00' WHERE blob_id = (SELECT max(blob_id) FROM attachment)"));
    EXPECT_EQ(exported(QStringLiteral("sqlite:") + broken, "torn").exit, 3);
    EXPECT_FALSE(QFileInfo::exists(in("torn")) || QFileInfo::exists(in("torn.part")));
}

} // namespace kessai::test
