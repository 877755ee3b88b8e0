// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes the sample office's file with plain SQLite, as somebody with the file could, and lets verify find it.
#include "tests/app/adminrun.h"

#include <QJsonArray>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>

#include <gtest/gtest.h>

#include <functional>

namespace kessai::test {

namespace {

/// The office's file in somebody's hands.
class Intruder final {
public:
    explicit Intruder(const QString &path) : m_name(QStringLiteral("intruder"))
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(path);
        EXPECT_TRUE(database.open());
        change(QStringLiteral("PRAGMA foreign_keys = OFF"));
    }
    ~Intruder()
    {
        QSqlDatabase::database(m_name).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    Intruder(const Intruder &) = delete;
    Intruder &operator=(const Intruder &) = delete;

    /// Runs a statement; how many rows it changed.
    int change(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        EXPECT_TRUE(query.exec()) << sql.toStdString() << ": " << query.lastError().text().toStdString();
        return query.numRowsAffected();
    }
    QVariantList column(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        EXPECT_TRUE(query.exec()) << sql.toStdString() << ": " << query.lastError().text().toStdString();
        QVariantList all;
        while (query.next())
            all.append(query.value(0));
        return all;
    }
    QVariant one(const QString &sql, const QVariantList &values = {}) { return column(sql, values).value(0); }

private:
    QString m_name;
};

/// One byte of a text or a blob becomes another; a quote or a comma stays, so that JSON stays JSON.
QByteArray withOneByteChanged(QByteArray bytes)
{
    for (qsizetype i = bytes.size() / 2; i < bytes.size(); ++i) {
        if ((bytes[i] >= 'a' && bytes[i] < 'z') || (bytes[i] >= '0' && bytes[i] < '9')) {
            ++bytes[i];
            return bytes;
        }
    }
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
    return bytes;
}

/// One way to tamper with a case: which cases it suits, what is done to one of them, and what verify must call it.
struct Tampering {
    const char *name;
    const char *suits; ///< SQL condition on case_file c
    std::function<void(Intruder &, qint64 id)> act;
    QStringList kinds; ///< one of these is among what is found
};

const std::vector<Tampering> &tamperings()
{
    static const QStringList kChain{QStringLiteral("chain")};
    static const QStringList kProjection{QStringLiteral("projection")};
    static const QStringList kContent{QStringLiteral("content")};
    static const auto sql = [](const char *text) {
        return [text](Intruder &intruder, qint64 id) {
            EXPECT_EQ(intruder.change(QString::fromUtf8(text), {id}), 1) << text;
        };
    };
    static const auto byteOf = [](const char *table, const char *column, const char *where) {
        return [=](Intruder &intruder, qint64 id) {
            const QString from = QStringLiteral("FROM %1 WHERE %2").arg(QLatin1String(table), QLatin1String(where));
            const QByteArray before =
                intruder.one(QStringLiteral("SELECT %1 %2").arg(QLatin1String(column), from), {id}).toString().toUtf8();
            EXPECT_EQ(intruder.change(QStringLiteral("UPDATE %1 SET %2 = ? WHERE %3")
                                          .arg(QLatin1String(table), QLatin1String(column), QLatin1String(where)),
                                      {QString::fromUtf8(withOneByteChanged(before)), id}),
                      1)
                << table << '.' << column;
        };
    };
    static const std::vector<Tampering> all{
        {"one byte of an event's payload", "c.state = 4", byteOf("event", "payload", "case_id = ? AND seq = 1"),
         kChain},
        {"one byte of an event's effects", "c.state = 4", byteOf("event", "effects", "case_id = ? AND seq = 2"),
         kChain},
        {"one digit of an event's hash", "c.state = 4", byteOf("event", "hash", "case_id = ? AND seq = 2"), kChain},
        {"who acted", "c.state = 4", sql("UPDATE event SET actor_name = '誰か 別人' WHERE case_id = ? AND seq = 2"),
         kChain},
        {"when it was decided", "c.state = 4",
         sql("UPDATE event SET at = at - 86400000000 WHERE case_id = ? AND seq = 2"), kChain},
        {"an event taken out at the end", "c.state = 4 AND c.form = 'overtime' AND c.seq >= 3",
         sql("DELETE FROM event WHERE rowid = (SELECT max(rowid) FROM event WHERE case_id = ?)"), kProjection},
        {"an event taken out in the middle", "c.state = 4 AND c.seq >= 3",
         sql("DELETE FROM event WHERE case_id = ? AND seq = 2"), kChain},
        {"the head hash", "c.state = 4", byteOf("case_file", "head_hash", "case_id = ?"), kProjection},
        {"the state of a case", "c.state = 5", sql("UPDATE case_file SET state = 4 WHERE case_id = ?"), kProjection},
        {"the state of an assignment", "c.state = 1",
         sql("UPDATE assignment SET state = 2 WHERE rowid = (SELECT max(rowid) FROM assignment WHERE case_id = ?)"),
         kProjection},
        {"whom an assignment is for", "c.state = 1",
         sql("UPDATE assignment SET party = 77 WHERE rowid = (SELECT max(rowid) FROM assignment WHERE case_id = ?)"),
         kProjection},
        {"one more reader", "c.state = 4 AND c.form = 'draft'",
         sql("INSERT INTO case_access (case_id, party, position) SELECT ?, 5, 1000"), kProjection},
        {"the minutes of a posting", "c.state = 4 AND c.form = 'overtime'",
         sql("UPDATE posting SET amount = amount - 60 WHERE rowid = (SELECT min(rowid) FROM posting WHERE case_id = "
             "?)"),
         kProjection},
        {"a content's field", "c.state = 4 AND c.form = 'draft'",
         byteOf("content", "fields", "case_id = ? AND revision = 1"), kContent},
        {"the title in lists", "c.state = 4", sql("UPDATE case_file SET title = '別の件名' WHERE case_id = ?"),
         kProjection},
        {"an attachment taken off", "c.state = 4 AND c.attachments = 1",
         sql("DELETE FROM attachment WHERE rowid = (SELECT min(rowid) FROM attachment WHERE case_id = ?)"), kContent},
        {"an unsealed content", "c.state = 4", sql("UPDATE content SET sealed = 0 WHERE case_id = ? AND revision = 1"),
         kContent},
    };
    return all;
}

/// The cases verify names, with the kinds of damage of each.
QHash<qint64, QStringList> damageIn(const AdminRun &run)
{
    QHash<qint64, QStringList> damage;
    for (const auto &value : run.json().value(QLatin1String("damaged")).toArray()) {
        const QJsonObject one = value.toObject();
        QStringList &kinds = damage[one.value(QLatin1String("id")).toInteger()];
        for (const auto &what : one.value(QLatin1String("damage")).toArray())
            kinds.append(what.toObject().value(QLatin1String("kind")).toString());
        EXPECT_TRUE(one.value(QLatin1String("number")).toString().startsWith(QLatin1Char('R')));
    }
    return damage;
}

AdminRun verify(const QString &path)
{
    return runAdmin({QStringLiteral("verify"), QStringLiteral("sqlite:") + path, QStringLiteral("--json")});
}

class AdminTampering : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_FALSE(SampleFile::instance().path.isEmpty()) << SampleFile::instance().trouble.toStdString();
        m_path = SampleFile::instance().copyTo(m_directory.path());
        ASSERT_FALSE(m_path.isEmpty());
    }

    QTemporaryDir m_directory;
    QString m_path;
};

} // namespace

TEST_F(AdminTampering, IsFoundInExactlyTheCasesTamperedWith)
{
    QHash<qint64, const Tampering *> victims;
    {
        Intruder intruder(m_path);
        for (const Tampering &tampering : tamperings()) {
            const QVariantList suited =
                intruder.column(QStringLiteral("SELECT c.case_id FROM case_file c WHERE %1 ORDER BY c.case_id")
                                    .arg(QLatin1String(tampering.suits)));
            const auto free = std::find_if(suited.begin(), suited.end(),
                                           [&](const QVariant &id) { return !victims.contains(id.toLongLong()); });
            ASSERT_NE(free, suited.end()) << tampering.name;
            victims.insert(free->toLongLong(), &tampering);
            tampering.act(intruder, free->toLongLong());
        }
    }

    const AdminRun run = verify(m_path);

    EXPECT_EQ(run.exit, 3) << run.err.toStdString();
    const QHash<qint64, QStringList> damage = damageIn(run);
    for (auto it = victims.begin(); it != victims.end(); ++it) {
        const QStringList kinds = damage.value(it.key());
        EXPECT_FALSE(kinds.isEmpty()) << it.value()->name << " was not found";
        EXPECT_TRUE(kinds.isEmpty() || kinds.contains(it.value()->kinds.front()))
            << it.value()->name << " was called " << kinds.join(QLatin1Char(' ')).toStdString();
    }
    // What rests on a case that was tampered with is named for that, and for nothing else.
    for (auto it = damage.begin(); it != damage.end(); ++it)
        EXPECT_TRUE(victims.contains(it.key()) || it.value() == QStringList(QStringLiteral("reference")))
            << "case " << it.key() << " was not tampered with";
}

TEST_F(AdminTampering, OfAFileIsFoundInEveryCaseItIsAttachedTo)
{
    QSet<qint64> attached;
    {
        Intruder intruder(m_path);
        const qint64 blob =
            intruder
                .one(QStringLiteral("SELECT a.blob_id FROM attachment a JOIN content c USING (case_id, revision) "
                                    "WHERE c.sealed = 1 GROUP BY a.blob_id ORDER BY count(*) LIMIT 1"))
                .toLongLong();
        for (const QVariant &id : intruder.column(
                 QStringLiteral("SELECT DISTINCT a.case_id FROM attachment a JOIN content c USING (case_id, revision) "
                                "WHERE c.sealed = 1 AND a.blob_id = ?"),
                 {blob}))
            attached.insert(id.toLongLong());
        const QByteArray data =
            intruder.one(QStringLiteral("SELECT data FROM blob_chunk WHERE blob_id = ? AND no = 0"), {blob})
                .toByteArray();
        ASSERT_EQ(intruder.change(QStringLiteral("UPDATE blob_chunk SET data = ? WHERE blob_id = ? AND no = 0"),
                                  {withOneByteChanged(data), blob}),
                  1);
    }
    ASSERT_FALSE(attached.isEmpty());

    const AdminRun run = verify(m_path);

    EXPECT_EQ(run.exit, 3) << run.err.toStdString();
    const QHash<qint64, QStringList> damage = damageIn(run);
    EXPECT_EQ(QSet<qint64>(damage.keyBegin(), damage.keyEnd()), attached);
    for (const QStringList &kinds : damage)
        EXPECT_EQ(kinds, QStringList{QStringLiteral("attachment")});
}

TEST_F(AdminTampering, OfMeetingsIsFound)
{
    ASSERT_EQ(verify(m_path).exit, 0) << "the sample's meetings are what was done to them";
    const QStringList changes{
        QStringLiteral("UPDATE meeting_act SET made_name = '別人' WHERE meeting_id = 2 AND seq = 3"),
        QStringLiteral("DELETE FROM meeting_hidden WHERE meeting_id = 2"),
        QStringLiteral("UPDATE meeting_action SET due = '2099-12-31' WHERE meeting_id = 1 AND done_at = 0"),
        QStringLiteral("UPDATE blob_chunk SET data = zeroblob(length(data)) WHERE blob_id IN "
                       "(SELECT blob_id FROM meeting_file WHERE meeting_id = 1)")};
    for (const QString &change : changes) {
        EXPECT_GT(Intruder(m_path).change(change), 0) << change.toStdString();

        const AdminRun run = runAdmin({QStringLiteral("verify"), QStringLiteral("sqlite:") + m_path});

        EXPECT_EQ(run.exit, 3) << change.toStdString();
        EXPECT_TRUE(run.out.contains(QStringLiteral("庁議 (id "))) << run.out.toStdString();
    }
}

TEST_F(AdminTampering, NamesTheCaseToPeopleToo)
{
    QString number;
    {
        Intruder intruder(m_path);
        const qint64 id =
            intruder.one(QStringLiteral("SELECT min(case_id) FROM case_file WHERE state = 4")).toLongLong();
        number = intruder.one(QStringLiteral("SELECT number FROM case_file WHERE case_id = ?"), {id}).toString();
        ASSERT_EQ(intruder.change(QStringLiteral("UPDATE event SET actor_title = '市長' WHERE case_id = ? AND seq = 1"),
                                  {id}),
                  1);
    }

    const AdminRun run = runAdmin({QStringLiteral("verify"), QStringLiteral("sqlite:") + m_path});

    EXPECT_EQ(run.exit, 3);
    EXPECT_TRUE(run.out.contains(number)) << run.out.toStdString();
    EXPECT_TRUE(run.out.contains(QLatin1String("chain"))) << run.out.toStdString();
}

} // namespace kessai::test
