// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// People and posts as whoever looks after a database takes them from a table, and the first of April tried beforehand.
#include "tests/app/adminrun.h"

#include <QFile>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

const QString kHead = u"職員番号,氏,名,ふりがな,ログイン名,職,任用,区分\n"_s;
const QString kApril = u"2090-04-01"_s;

class AdminStaff : public ::testing::Test {
protected:
    void SetUp() override
    {
        m_path = SampleFile::instance().copyTo(m_directory.path());
        ASSERT_FALSE(m_path.isEmpty()) << SampleFile::instance().trouble.toStdString();
    }
    AdminRun import(const QString &rows, const QStringList &more = {})
    {
        const QString path = m_directory.filePath(u"meibo.csv"_s);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write((kHead + rows).toUtf8());
        file.close();
        return runAdmin(QStringList{u"import-staff"_s, u"sqlite:"_s + m_path, path} + more,
                        {{u"LANG"_s, u"ja_JP.UTF-8"_s}});
    }
    /// So many people who hold one post that is theirs alone and heads nothing, each moved to the next one's.
    QString transfers(int people)
    {
        QStringList numbers;
        QStringList posts;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"staff"_s);
            database.setDatabaseName(m_path);
            EXPECT_TRUE(database.open());
            QSqlQuery query(
                u"SELECT f.number, p.code FROM appointment a JOIN staff f ON f.staff_id = a.staff_id AND f.valid_until "
                u"IS NULL"
                " JOIN post p ON p.post_id = a.post_id AND p.head = 0 AND p.valid_until IS NULL"
                " WHERE a.valid_until IS NULL AND a.removed_in IS NULL"
                " AND (SELECT count(*) FROM appointment b WHERE b.staff_id = a.staff_id AND b.valid_until IS NULL) = 1"
                " GROUP BY p.post_id HAVING count(*) = 1 ORDER BY p.post_id"_s,
                database);
            while (query.next() && numbers.size() < people) {
                numbers << query.value(0).toString();
                posts << query.value(1).toString();
            }
        }
        QSqlDatabase::removeDatabase(u"staff"_s);
        EXPECT_EQ(numbers.size(), people);
        QString rows;
        for (qsizetype i = 0; i < numbers.size(); ++i)
            rows += numbers[i] + u",,,,,"_s + posts[(i + 7) % posts.size()] + u",,\n"_s;
        return rows;
    }

    QTemporaryDir m_directory;
    QString m_path;
};

} // namespace

TEST_F(AdminStaff, FortyTransfersArePreviewedPreparedAndTheDayIsTried)
{
    const QString rows = transfers(40);

    const AdminRun preview = import(rows, {u"--from"_s, kApril, u"--preview"_s, u"--json"_s});
    ASSERT_EQ(preview.exit, 0) << preview.err.toStdString();
    EXPECT_EQ(preview.json()[u"changes"_s].toArray().size(), 40);
    EXPECT_FALSE(preview.json()[u"written"_s].toBool(true));
    const AdminRun taken = import(rows, {u"--from"_s, kApril, u"--reason"_s, u"人事異動"_s, u"--json"_s});
    ASSERT_EQ(taken.exit, 0) << taken.err.toStdString();
    EXPECT_TRUE(taken.json()[u"written"_s].toBool());
    const AdminRun again = import(rows, {u"--from"_s, kApril});
    EXPECT_EQ(again.exit, 0) << again.err.toStdString();
    EXPECT_TRUE(again.out.contains(u"すでにこのとおりです"_s)) << again.out.toStdString();

    const AdminRun tried =
        runAdmin({u"dry-run"_s, u"sqlite:"_s + m_path, u"--day"_s, kApril}, {{u"LANG"_s, u"ja_JP.UTF-8"_s}});
    ASSERT_EQ(tried.exit, 0) << tried.err.toStdString();
    EXPECT_TRUE(tried.out.contains(u"異動 40人"_s)) << tried.out.toStdString();
    const AdminRun before =
        runAdmin({u"dry-run"_s, u"sqlite:"_s + m_path, u"--day"_s, u"2090-03-31"_s}, {{u"LANG"_s, u"ja_JP.UTF-8"_s}});
    EXPECT_TRUE(before.out.contains(u"異動 0人"_s)) << before.out.toStdString();
}

TEST_F(AdminStaff, ATableThatIsNotAsItShouldBeIsToldRowByRowAndChangesNothing)
{
    QString rows = transfers(2);
    rows += u"99999,新,人,しん じん,,どこにもない職,,\n"_s;

    const AdminRun broken = import(rows);

    EXPECT_EQ(broken.exit, 2);
    EXPECT_TRUE(broken.err.contains(u"4行目"_s)) << broken.err.toStdString();
    EXPECT_TRUE(import(transfers(2), {u"--preview"_s, u"--json"_s}).json()[u"changes"_s].toArray().size() == 2);
    EXPECT_EQ(runAdmin({u"import-staff"_s, u"sqlite:"_s + m_path}).exit, 1);
    EXPECT_EQ(import(transfers(2), {u"--from"_s, u"tomorrow"_s}).exit, 1);
    EXPECT_EQ(import(transfers(2), {u"--from"_s, u"2020-04-01"_s}).exit, 1) << "nothing reaches back";
}

} // namespace kessai::test
