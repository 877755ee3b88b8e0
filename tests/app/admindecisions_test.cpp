// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What whoever looks after a database adds to an office at work: 専決 tables from a file, and what a newer program brings along.
#include "tests/app/adminrun.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class AdminDecisions : public ::testing::Test {
protected:
    void SetUp() override
    {
        m_path = SampleFile::instance().copyTo(m_directory.path());
        ASSERT_FALSE(m_path.isEmpty()) << SampleFile::instance().trouble.toStdString();
        QFile file(QStringLiteral(KESSAI_SOURCE_DIR "/resources/parameters/decisions.json"));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        shipped = QJsonDocument::fromJson(file.readAll()).array();
        ASSERT_EQ(shipped.size(), 2);
    }

    /// The newest shipped table, from another day on and bent.
    QJsonObject table(const QString &from, const std::function<void(QJsonObject &)> &bend = {}) const
    {
        QJsonObject one = shipped.last().toObject();
        one.insert(u"from"_s, from);
        if (bend)
            bend(one);
        return one;
    }
    AdminRun import(const QByteArray &bytes, const QStringList &more = {}, const QString &language = u"en_GB.UTF-8"_s)
    {
        const QString path = m_directory.filePath(u"tables.json"_s);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        return runAdmin(QStringList{u"import-decisions"_s, url(), path} + more, {{u"LANG"_s, language}});
    }
    AdminRun import(const QJsonArray &tables, const QStringList &more = {}, const QString &language = u"en_GB.UTF-8"_s)
    {
        return import(QJsonDocument(tables).toJson(), more, language);
    }
    QString url() const { return u"sqlite:"_s + m_path; }
    /// Runs a statement on the file; the first column of what it answers.
    QVariantList sql(const QString &text)
    {
        QVariantList values;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"decisions"_s);
            database.setDatabaseName(m_path);
            EXPECT_TRUE(database.open());
            QSqlQuery query(database);
            EXPECT_TRUE(query.exec(text)) << query.lastError().text().toStdString();
            while (query.next())
                values.append(query.value(0));
        }
        QSqlDatabase::removeDatabase(u"decisions"_s);
        return values;
    }

    QJsonArray shipped;

private:
    QTemporaryDir m_directory;
    QString m_path;
};

void withoutRow(QJsonObject &table, const QString &name)
{
    QJsonArray rows = table.value(u"rows"_s).toArray();
    for (qsizetype i = rows.size(); i > 0; --i) {
        if (rows[i - 1].toObject().value(u"row"_s).toString() == name)
            rows.removeAt(i - 1);
    }
    table.insert(u"rows"_s, rows);
}

} // namespace

TEST_F(AdminDecisions, AreLookedAtThenTakenAndThenThereAlready)
{
    const QJsonArray tables = shipped + QJsonValue(table(u"2027-04-01"_s));
    const AdminRun preview = import(tables, {u"--preview"_s, u"--json"_s});
    ASSERT_EQ(preview.exit, 0) << preview.err.toStdString();
    EXPECT_EQ(preview.json()[u"added"_s].toArray().size(), 1);
    EXPECT_EQ(preview.json()[u"same"_s].toArray().size(), 2);
    EXPECT_FALSE(preview.json()[u"written"_s].toBool(true));
    EXPECT_EQ(sql(u"SELECT count(*) FROM decision_table"_s), QVariantList{2});

    const AdminRun taken = import(tables, {u"--json"_s});
    ASSERT_EQ(taken.exit, 0) << taken.err.toStdString();
    EXPECT_TRUE(taken.json()[u"written"_s].toBool());
    EXPECT_EQ(sql(u"SELECT valid_from FROM decision_table ORDER BY revision"_s).last(), u"2027-04-01"_s);
    EXPECT_EQ(
        sql(u"SELECT added_in - (SELECT max(revision) FROM office_revision) FROM decision_table ORDER BY revision"_s)
            .last(),
        0)
        << "in a revision of its own";

    const AdminRun again = import(tables);
    EXPECT_EQ(again.exit, 0) << again.err.toStdString();
    EXPECT_TRUE(again.out.contains(u"has these tables already"_s)) << again.out.toStdString();

    // One of a day that is past is known from now on: what was decided by the one before stays sound.
    const AdminRun past = import({table(u"2025-07-01"_s, [](QJsonObject &one) {
        one.insert(
            u"rows"_s,
            QJsonDocument::fromJson(QJsonDocument(one.value(u"rows"_s).toArray()).toJson().replace("500000", "400000"))
                .array());
    })});
    EXPECT_EQ(past.exit, 0) << past.err.toStdString();
    const AdminRun verify = runAdmin({u"verify"_s, url()});
    EXPECT_EQ(verify.exit, 0) << verify.out.toStdString();
}

TEST_F(AdminDecisions, SayWhatIsWrongWithThemAndThenTakeNone)
{
    const QJsonArray tables{table(u"2027-04-01"_s),
                            table(u"2028-04-01"_s, [](QJsonObject &one) { withoutRow(one, u"PA-1"_s); }),
                            table(u"2029-04-01"_s, [](QJsonObject &one) { one.insert(u"table"_s, u"other"_s); })};

    const AdminRun run = import(tables, {}, u"ja_JP.UTF-8"_s);

    EXPECT_EQ(run.exit, 2);
    EXPECT_TRUE(run.err.contains(u"令和10年4月1日"_s)) << run.err.toStdString();
    EXPECT_TRUE(run.err.contains(u"支出命令を定めた行がありません。"_s)) << run.err.toStdString();
    EXPECT_TRUE(run.err.contains(u"この名前の専決表に決裁をゆだねる様式がありません。"_s)) << run.err.toStdString();
    EXPECT_TRUE(run.err.contains(u"取り込みませんでした"_s)) << run.err.toStdString();
    EXPECT_EQ(sql(u"SELECT count(*) FROM decision_table"_s), QVariantList{2}) << "all of it or nothing";

    const AdminRun twice = import({table(u"2027-04-01"_s), table(u"2027-04-01"_s)});
    EXPECT_EQ(twice.exit, 2);
    EXPECT_TRUE(twice.err.contains(u"two tables of this name and day"_s)) << twice.err.toStdString();
    const AdminRun lacking = import({table(u"2027-04-01"_s, [](QJsonObject &one) {
        QJsonArray acts = one.value(u"acts"_s).toArray();
        acts.removeLast();
        one.insert(u"acts"_s, acts);
        withoutRow(one, u"TR-1"_s);
    })});
    EXPECT_EQ(lacking.exit, 2);
    EXPECT_TRUE(lacking.err.contains(u"Transfer within the budget is not in it"_s)) << lacking.err.toStdString();
    for (const char *bytes : {"", "[", "[]", "7", "[7]", "{\"table\": \"decision\"}"}) {
        const AdminRun broken = import(bytes, {u"--json"_s});
        EXPECT_EQ(broken.exit, 2) << bytes;
        EXPECT_EQ(broken.json()[u"error"_s][u"code"_s].toString(), u"Invalid"_s);
    }
    EXPECT_EQ(runAdmin({u"import-decisions"_s, url()}).exit, 1);
    EXPECT_EQ(sql(u"SELECT count(*) FROM decision_table"_s), QVariantList{2});
}

// An office that a program made which knew less: whatever this one brings is written down once, in a revision of its own.
TEST_F(AdminDecisions, WhatAProgramBringsIsWrittenDownByMigrating)
{
    EXPECT_EQ(sql(u"SELECT count(*) > 100 FROM holiday WHERE kind = 3"_s), QVariantList{1}) << "the law";
    EXPECT_EQ(runAdmin({u"migrate"_s, url(), u"--json"_s}).json()[u"recorded"_s].toInt(-1), 0);

    const QVariantList keys = sql(u"SELECT DISTINCT key FROM parameter ORDER BY key"_s);
    sql(u"DELETE FROM holiday WHERE kind = 3"_s);
    sql(u"DELETE FROM form_revision WHERE form = 'comp_time'"_s);
    sql(u"DELETE FROM rule_revision WHERE form = 'comp_time'"_s);
    const int gone = int(sql(u"DELETE FROM parameter WHERE key = 'reminder.pause_days' RETURNING value"_s).size());
    ASSERT_GT(gone, 0);
    sql(u"UPDATE parameter SET value = value + 1 WHERE key = 'registrations.day_limit'"_s);
    const QVariant limit = sql(u"SELECT value FROM parameter WHERE key = 'registrations.day_limit'"_s).first();
    const AdminRun migrated = runAdmin({u"migrate"_s, url()});
    EXPECT_EQ(migrated.exit, 0) << migrated.err.toStdString();
    EXPECT_TRUE(migrated.out.contains(u"of this program were written down"_s)) << migrated.out.toStdString();

    EXPECT_EQ(sql(u"SELECT DISTINCT key FROM parameter ORDER BY key"_s), keys);
    EXPECT_EQ(sql(u"SELECT value FROM parameter WHERE key = 'registrations.day_limit'"_s), QVariantList{limit})
        << "what the office has is its own";
    EXPECT_EQ(sql(u"SELECT count(*) FROM form_revision WHERE form = 'comp_time'"_s), QVariantList{1});
    EXPECT_EQ(
        sql(u"SELECT added_in = (SELECT max(revision) FROM office_revision) FROM rule_revision WHERE form = 'comp_time'"_s),
        QVariantList{1});
    EXPECT_EQ(sql(u"SELECT count(*) > 100 FROM holiday WHERE kind = 3"_s), QVariantList{1});
    EXPECT_EQ(runAdmin({u"migrate"_s, url(), u"--json"_s}).json()[u"recorded"_s].toInt(-1), 0) << "once";
}

} // namespace kessai::test
