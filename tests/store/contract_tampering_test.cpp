// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/verifier.h"
#include "tests/store/hand.h"

// Whatever is changed behind the notary's back is noticed by whoever opens the case (quality.md "forged records show").

namespace kessai::test {

namespace {

enum class ColumnKind { Number, Flag, Text, Bytes };

struct StoredColumn {
    const char *table;
    const char *name;
    ColumnKind kind;
    const char *rows; ///< how a row is told from the others of the case
};

constexpr StoredColumn kColumns[] = {
    {"case_file", "number", ColumnKind::Text, ""},
    {"case_file", "form", ColumnKind::Text, ""},
    {"case_file", "drafter_id", ColumnKind::Number, ""},
    {"case_file", "drafter_name", ColumnKind::Text, ""},
    {"case_file", "drafter_section", ColumnKind::Text, ""},
    {"case_file", "title", ColumnKind::Text, ""},
    {"case_file", "amount", ColumnKind::Number, ""},
    {"case_file", "urgent", ColumnKind::Flag, ""},
    {"case_file", "important", ColumnKind::Flag, ""},
    {"case_file", "state", ColumnKind::Number, ""},
    {"case_file", "round", ColumnKind::Number, ""},
    {"case_file", "seq", ColumnKind::Number, ""},
    {"case_file", "revision", ColumnKind::Number, ""},
    {"case_file", "posting_state", ColumnKind::Number, ""},
    {"case_file", "ordered", ColumnKind::Flag, ""},
    {"case_file", "head_hash", ColumnKind::Text, ""},
    {"case_file", "attachments", ColumnKind::Number, ""},
    {"case_file", "submitted_at", ColumnKind::Number, ""},
    {"case_file", "changed_at", ColumnKind::Number, ""},
    {"content", "revision", ColumnKind::Number, "revision"},
    {"content", "form_revision", ColumnKind::Number, "revision"},
    {"content", "fields", ColumnKind::Text, "revision"},
    {"content", "title", ColumnKind::Text, "revision"},
    {"content", "amount", ColumnKind::Number, "revision"},
    {"content", "sealed", ColumnKind::Flag, "revision"},
    {"content", "confidential_digest", ColumnKind::Text, "revision"},
    {"content_confidential", "revision", ColumnKind::Number, "revision"},
    {"content_confidential", "salt", ColumnKind::Text, "revision"},
    {"content_confidential", "fields", ColumnKind::Text, "revision"},
    {"attachment", "confidential", ColumnKind::Flag, "revision"},
    {"attachment", "revision", ColumnKind::Number, "revision"},
    {"attachment", "no", ColumnKind::Number, "revision"},
    {"attachment", "blob_id", ColumnKind::Number, "revision"},
    {"attachment", "name", ColumnKind::Text, "revision"},
    {"attachment", "media_type", ColumnKind::Text, "revision"},
    {"attachment", "size", ColumnKind::Number, "revision"},
    {"attachment", "sha256", ColumnKind::Text, "revision"},
    {"attachment", "chunks", ColumnKind::Text, "revision"},
    {"event", "case_id", ColumnKind::Number, "seq"},
    {"event", "seq", ColumnKind::Number, "seq"},
    {"event", "code", ColumnKind::Text, "seq"},
    {"event", "actor_id", ColumnKind::Number, "seq"},
    {"event", "post_id", ColumnKind::Number, "seq"},
    {"event", "principal_id", ColumnKind::Number, "seq"},
    {"event", "actor_name", ColumnKind::Text, "seq"},
    {"event", "actor_title", ColumnKind::Text, "seq"},
    {"event", "actor_section", ColumnKind::Text, "seq"},
    {"event", "principal_name", ColumnKind::Text, "seq"},
    {"event", "at", ColumnKind::Number, "seq"},
    {"event", "request_id", ColumnKind::Text, "seq"},
    {"event", "payload", ColumnKind::Text, "seq"},
    {"event", "effects", ColumnKind::Text, "seq"},
    {"event", "previous_hash", ColumnKind::Text, "seq"},
    {"event", "hash", ColumnKind::Text, "seq"},
    {"step", "round", ColumnKind::Number, "round * 1000 + step_no"},
    {"step", "step_no", ColumnKind::Number, "round * 1000 + step_no"},
    {"step", "kind", ColumnKind::Number, "round * 1000 + step_no"},
    {"step", "rule", ColumnKind::Number, "round * 1000 + step_no"},
    {"step", "needed", ColumnKind::Number, "round * 1000 + step_no"},
    {"step", "line", ColumnKind::Text, "round * 1000 + step_no"},
    {"step", "objection", ColumnKind::Number, "round * 1000 + step_no"},
    {"assignment", "round", ColumnKind::Number, "round * 1000 + step_no"},
    {"assignment", "step_no", ColumnKind::Number, "round * 1000 + step_no"},
    {"assignment", "no", ColumnKind::Number, "round * 1000 + step_no"},
    {"assignment", "party", ColumnKind::Number, "round * 1000 + step_no"},
    {"assignment", "state", ColumnKind::Number, "round * 1000 + step_no"},
    {"assignment", "arrived_at", ColumnKind::Number, "round * 1000 + step_no"},
    {"case_access", "party", ColumnKind::Number, "position"},
    {"case_access", "position", ColumnKind::Number, "position"},
    {"posting", "revision", ColumnKind::Number, "no"},
    {"posting", "no", ColumnKind::Number, "no"},
    {"posting", "ledger", ColumnKind::Text, "no"},
    {"posting", "account", ColumnKind::Text, "no"},
    {"posting", "amount", ColumnKind::Number, "no"},
    {"posting", "state", ColumnKind::Number, "no"},
    {"posting", "used_at", ColumnKind::Number, "no"},
    {"blob_chunk", "no", ColumnKind::Number, "no"},
    {"blob_chunk", "data", ColumnKind::Bytes, "no"},
};

class Tampering : public OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        const auto filed = fileRichCase(office);
        ASSERT_TRUE(fine(filed));
        id = *filed;
        database = office.ownersDatabase().value();
        // Whoever has the file or the server is not bound by keys.
        ASSERT_TRUE(fine(database->execute(GetParam() == Dialect::Sqlite
                                               ? QStringLiteral("PRAGMA foreign_keys = OFF")
                                               : QStringLiteral("SET session_replication_role = replica"))));
        ASSERT_EQ(damage(), QString());
    }

    /// What a reader finds wrong with the case now; empty when it proves itself.
    QString damage()
    {
        const auto record = office.owner().cases().load(id);
        if (!record)
            return toCode(record.error().code);
        const Verified verified = verifyCase(*record, office.configuration(), memoForms());
        return verified.sound() ? QString() : toCode(verified.damage.front().kind);
    }

    QString where(const StoredColumn &column, int row) const
    {
        const QLatin1String key(column.rows);
        if (qstrcmp(column.table, "blob_chunk") == 0)
            return QStringLiteral("no = %1").arg(row);
        const QString own = QStringLiteral("case_id = %1").arg(id.value());
        return key.isEmpty() ? own : own + QStringLiteral(" AND %1 = %2").arg(key).arg(row);
    }

    /// Changes one value; where it was null it becomes something.
    QString changed(const StoredColumn &column) const
    {
        const QLatin1String name(column.name);
        switch (column.kind) {
        case ColumnKind::Number: return QStringLiteral("coalesce(%1, 41) + 1000").arg(name);
        case ColumnKind::Flag: return QStringLiteral("1 - %1").arg(name);
        case ColumnKind::Text: return QStringLiteral("coalesce(%1, '') || ' '").arg(name);
        case ColumnKind::Bytes:
            return GetParam() == Dialect::Sqlite ? QStringLiteral("CAST(%1 || x'00' AS BLOB)").arg(name)
                                                 : QStringLiteral("%1 || '\\x00'::bytea").arg(name);
        }
        return {};
    }

    /// Makes a copy of the rows that can be put back.
    void run(const QString &sql) { ASSERT_TRUE(fine(database->execute(sql))) << sql.toStdString(); }
    void keep(const QString &table) { run(QStringLiteral("CREATE TABLE kept AS SELECT * FROM %1").arg(table)); }
    void restore(const QString &table)
    {
        run(QStringLiteral("DELETE FROM %1").arg(table));
        run(QStringLiteral("INSERT INTO %1 SELECT * FROM kept").arg(table));
        run(QStringLiteral("DROP TABLE kept"));
    }
    static std::vector<int> rowsOf(const StoredColumn &column)
    {
        const QLatin1String key(column.rows);
        if (key.isEmpty())
            return {0};
        std::vector<int> rows;
        if (key == QLatin1String("round * 1000 + step_no"))
            rows = {1001, 1003, 2001, 2004, 2005};
        else if (key == QLatin1String("seq"))
            rows = {1, 2, 3, 6, 9, 12};
        else if (qstrcmp(column.table, "blob_chunk") == 0)
            rows = {0, 1};
        else
            rows = {1, 2};
        return rows;
    }

    CaseId id{0};
    std::unique_ptr<Database> database;
};
KESSAI_ON_BOTH_DATABASES(Tampering);

} // namespace

TEST_P(Tampering, IsNoticedInEveryColumnOfEveryRow)
{
    int tried = 0;
    for (const StoredColumn &column : kColumns) {
        keep(QLatin1String(column.table));
        for (const int row : rowsOf(column)) {
            const QLatin1String table(column.table);
            run(QStringLiteral("UPDATE %1 SET %2 = %3 WHERE %4")
                    .arg(table, QLatin1String(column.name), changed(column), where(column, row)));
            EXPECT_NE(damage(), QString()) << column.table << '.' << column.name << " of row " << row;
            run(QStringLiteral("DELETE FROM %1").arg(table));
            run(QStringLiteral("INSERT INTO %1 SELECT * FROM kept").arg(table));
            ++tried;
        }
        run(QStringLiteral("DROP TABLE kept"));
        ASSERT_EQ(damage(), QString()) << column.table << " was not put back";
    }
    EXPECT_GT(tried, 150);
}

TEST_P(Tampering, IsNoticedInTheUrgencyOfTheCurrentRevision)
{
    // Earlier ones are not sealed with it, and show nowhere.
    run(QStringLiteral("UPDATE content SET urgent = 1 WHERE case_id = %1 AND revision = 2").arg(id.value()));

    EXPECT_EQ(damage(), QStringLiteral("projection"));
}

TEST_P(Tampering, IsNoticedWhereRowsAreMissingOrTooMany)
{
    const QStringList changes{
        QStringLiteral("event:DELETE FROM event WHERE case_id = %1 AND seq = 12"),
        QStringLiteral("event:DELETE FROM event WHERE case_id = %1 AND seq = 3"),
        QStringLiteral("event:DELETE FROM event WHERE case_id = %1"),
        QStringLiteral("posting:DELETE FROM posting WHERE case_id = %1 AND no = 2"),
        QStringLiteral(
            "posting:INSERT INTO posting SELECT case_id, 1, 3, ledger, account, day, amount, NULL, 1, NULL FROM posting"
            " WHERE case_id = %1 AND no = 1"),
        QStringLiteral("posting:UPDATE posting SET day = '2026-11-25' WHERE case_id = %1 AND no = 1"),
        QStringLiteral("posting:UPDATE posting SET starts = 600 WHERE case_id = %1 AND no = 1"),
        QStringLiteral("assignment:DELETE FROM assignment WHERE case_id = %1 AND round = 1 AND step_no = 2"),
        QStringLiteral("case_access:DELETE FROM case_access WHERE case_id = %1 AND position = 1"),
        QStringLiteral("case_access:INSERT INTO case_access (case_id, party, position) VALUES (%1, 15, 99)"),
        QStringLiteral("attachment:DELETE FROM attachment WHERE case_id = %1 AND revision = 2"),
        QStringLiteral("content:DELETE FROM content WHERE case_id = %1 AND revision = 1"),
        QStringLiteral("blob_chunk:DELETE FROM blob_chunk WHERE no = 1"),
        QStringLiteral("content_confidential:DELETE FROM content_confidential WHERE case_id = %1 AND revision = 1"),
        QStringLiteral(
            "content_confidential:UPDATE content_confidential SET fields = '{\"amount\":1}' WHERE case_id = %1"),
    };
    for (const QString &change : changes) {
        const QString table = change.section(QLatin1Char(':'), 0, 0);
        keep(table);
        run(change.section(QLatin1Char(':'), 1).replace(QLatin1String("%1"), QString::number(id.value())));
        EXPECT_NE(damage(), QString()) << change.toStdString();
        restore(table);
    }
    EXPECT_EQ(damage(), QString());
}

TEST_P(Tampering, IsNoticedInTheBytesOfAFileWhenItIsRead)
{
    const auto record = office.owner().cases().load(id);
    const QByteArray file = record->revisions.at(0).content.attachments.at(0).sha256;
    ASSERT_TRUE(fine(office.as(people.sato).blobs().chunk(file, 0)));

    run(QStringLiteral("UPDATE blob_chunk SET data = (SELECT data FROM blob_chunk WHERE no = 1) WHERE no = 0"));

    EXPECT_TRUE(failed(office.as(people.sato).blobs().chunk(file, 0), ErrorCode::Damaged));
}

TEST_P(Tampering, OfAnEventThatCannotBeReadAnyMoreIsDamageAndNoError)
{
    run(QStringLiteral("UPDATE event SET payload = 'not json', effects = '{}' WHERE case_id = %1 AND seq = 2")
            .arg(id.value()));

    EXPECT_TRUE(fine(office.owner().cases().load(id)));
    EXPECT_EQ(damage(), QStringLiteral("chain"));

    run(QStringLiteral("UPDATE event SET version = 99 WHERE case_id = %1 AND seq = 2").arg(id.value()));
    EXPECT_TRUE(failed(office.owner().cases().load(id), ErrorCode::ClientTooOld));
}

} // namespace kessai::test
