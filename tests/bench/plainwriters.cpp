// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the store is compared with: the same rows, written by whoever owns the tables and without asking anything.

#include "core/base/canonical.h"
#include "core/store/reader.h"
#include "tests/bench/writers.h"

#include <QFile>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <libpq-fe.h>

#include <algorithm>
#include <vector>

namespace kessai::bench {

namespace {

/// One connection that runs prepared statements with '?' for values, a round trip each, and answers the first value.
class Plain {
public:
    virtual ~Plain() = default;
    virtual Result<QString> run(const char *sql, const QStringList &values) = 0;
    virtual const char *beginning() const = 0;
    virtual const char *lookAtCase() const = 0;
};

class Postgres final : public Plain {
public:
    static Result<std::unique_ptr<Postgres>> open(const QString &conninfo)
    {
        PGconn *connection = PQconnectdb(conninfo.toUtf8().constData());
        std::unique_ptr<Postgres> made(new Postgres(connection));
        if (PQstatus(connection) != CONNECTION_OK)
            return fail(ErrorCode::Unreachable, QString::fromUtf8(PQerrorMessage(connection)));
        return made;
    }
    ~Postgres() override { PQfinish(m_connection); }

    Result<QString> run(const char *sql, const QStringList &values) override
    {
        auto name = m_prepared.constFind(sql);
        if (name == m_prepared.constEnd()) {
            QByteArray text;
            int no = 0;
            for (const char *c = sql; *c; ++c)
                text += *c == '?' ? '$' + QByteArray::number(++no) : QByteArray(1, *c);
            name = m_prepared.insert(sql, 's' + QByteArray::number(m_prepared.size()));
            PQclear(PQprepare(m_connection, name->constData(), text.constData(), 0, nullptr));
        }
        std::vector<QByteArray> texts;
        std::vector<const char *> pointers;
        for (const QString &value : values)
            texts.push_back(value.toUtf8());
        for (int i = 0; i < values.size(); ++i)
            pointers.push_back(values[i].isNull() ? nullptr : texts[size_t(i)].constData());
        PGresult *result =
            PQexecPrepared(m_connection, name->constData(), int(values.size()), pointers.data(), nullptr, nullptr, 0);
        const ExecStatusType status = PQresultStatus(result);
        const bool well = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
        const QString answer = well && PQntuples(result) > 0 ? QString::fromUtf8(PQgetvalue(result, 0, 0)) : QString();
        PQclear(result);
        return well ? Result<QString>(answer)
                    : Result<QString>(fail(ErrorCode::Internal, QString::fromUtf8(PQerrorMessage(m_connection))));
    }
    const char *beginning() const override { return "BEGIN"; }
    const char *lookAtCase() const override
    {
        return "SELECT seq, state, head_hash FROM case_file WHERE case_id = ? FOR NO KEY UPDATE";
    }

private:
    explicit Postgres(PGconn *connection) : m_connection(connection) {}

    PGconn *m_connection;
    QHash<const char *, QByteArray> m_prepared;
};

class Sqlite final : public Plain {
public:
    static Result<std::unique_ptr<Sqlite>> open(const QString &path)
    {
        std::unique_ptr<Sqlite> made(new Sqlite);
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), made->m_name);
        db.setDatabaseName(path);
        db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=20000"));
        if (!db.open())
            return fail(ErrorCode::FileUnreadable, db.lastError().text());
        for (const char *setting :
             {"journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"})
            QSqlQuery(db).exec(QStringLiteral("PRAGMA ") + QLatin1String(setting));
        return made;
    }
    ~Sqlite() override
    {
        m_prepared.clear();
        QSqlDatabase::removeDatabase(m_name);
    }

    Result<QString> run(const char *sql, const QStringList &values) override
    {
        auto query = m_prepared.find(sql);
        if (query == m_prepared.end()) {
            query = m_prepared.insert(sql, QSqlQuery(QSqlDatabase::database(m_name)));
            query->setForwardOnly(true);
            query->prepare(QLatin1String(sql));
        }
        for (int i = 0; i < values.size(); ++i)
            query->bindValue(i, values[i].isNull() ? QVariant() : QVariant(values[i]));
        if (!query->exec())
            return fail(ErrorCode::Internal, query->lastError().text());
        const QString answer = query->next() ? query->value(0).toString() : QString();
        query->finish();
        return answer;
    }
    const char *beginning() const override { return "BEGIN IMMEDIATE"; }
    const char *lookAtCase() const override { return "SELECT seq, state, head_hash FROM case_file WHERE case_id = ?"; }

private:
    Sqlite() : m_name(QUuid::createUuid().toString()) {}

    QString m_name;
    QHash<const char *, QSqlQuery> m_prepared;
};

QString number(qint64 value)
{
    return QString::number(value);
}

QString maybe(const std::optional<PostId> &post)
{
    return post ? number(post->value()) : QString();
}

/// The sessions of those who work on a job: the drafter's, and everybody's who approves; or one for all of them.
class Sessions final {
public:
    explicit Sessions(std::vector<std::unique_ptr<Plain>> sessions) : m_sessions(std::move(sessions)) {}
    Plain &of(size_t person) const { return *m_sessions[std::min(person, m_sessions.size() - 1)]; }

private:
    std::vector<std::unique_ptr<Plain>> m_sessions;
};

class PlainWriter : public Writer {
public:
    PlainWriter(const WrittenJob &job, Sessions sessions, bool keepsGrams)
        : m_job(job), m_sessions(std::move(sessions)), m_keepsGrams(keepsGrams)
    {
    }

    Result<> job() override
    {
        m_outcome = {};
        m_plain = &m_sessions.of(0);
        const QString id = draft();
        submit(id);
        for (size_t seq = 2; seq <= m_job.record.history.size(); ++seq) {
            m_plain = &m_sessions.of(seq - 1);
            approve(id, m_job.record.history[seq - 1]);
        }
        return m_outcome;
    }

private:
    QString run(const char *sql, const QStringList &values)
    {
        if (!m_outcome)
            return {};
        const auto answer = m_plain->run(sql, values);
        if (!answer) {
            m_outcome = answer.failure();
            (void)m_plain->run("ROLLBACK", {});
        }
        return answer ? *answer : QString();
    }

    QString draft()
    {
        const CaseRecord &r = m_job.record;
        const auto &content = r.revisions.front();
        const QString at = number(SystemClock().now().microseconds());
        run(m_plain->beginning(), {});
        const QString id =
            run("INSERT INTO case_file (number, form, drafter_id, drafter_name, drafter_section, title, amount, urgent,"
                " attachments, created_at, changed_at) VALUES ('', ?, ?, ?, ?, ?, ?, 0, 0, ?, ?) RETURNING case_id",
                {r.form, number(r.drafter.value()), r.drafterName, r.history.front().actorSection, r.title,
                 number(r.amount.value_or(0)), at, at});
        run("UPDATE case_file SET number = ?, search_text = ? WHERE case_id = ?",
            {r.number, m_job.text.section(QLatin1Char('\n'), 0, 2), id});
        run("INSERT INTO content (case_id, revision, form_revision, fields, title, amount, urgent) VALUES (?, 1, 1, ?, "
            "?, ?, 0)",
            {id, QString::fromUtf8(canonicalJson(content.content.fields)), r.title, number(r.amount.value_or(0))});
        const QString text =
            run("INSERT INTO case_text (case_id, revision, fold, text) VALUES (?, 1, 1, ?) RETURNING text_id",
                {id, m_job.text});
        if (m_keepsGrams)
            run("INSERT INTO case_gram (rowid, grams) VALUES (?, ?)", {text, m_job.grams});
        run("COMMIT", {});
        return id;
    }

    void submit(const QString &id)
    {
        const CaseRecord &r = m_job.record;
        const Event &event = r.history.front();
        const QString at = number(SystemClock().now().microseconds());
        run(m_plain->beginning(), {});
        run(m_plain->lookAtCase(), {id});
        run("UPDATE content SET sealed = 1 WHERE case_id = ? AND revision = 1", {id});
        for (const Step &step : std::get<Submitted>(event.body).route.steps) {
            run("INSERT INTO step (case_id, round, step_no, kind, rule, needed, line) VALUES (?, 1, ?, ?, ?, ?, ?)",
                {id, number(step.no), number(int(step.kind)), number(int(step.rule)), number(step.needed), step.line});
            for (const Assignment &assignment : step.assignments)
                run("INSERT INTO assignment (case_id, round, step_no, no, party) VALUES (?, 1, ?, ?, ?)",
                    {id, number(step.no), number(assignment.no), number(toParty(assignment.who))});
        }
        finish(id, event, at);
    }

    void approve(const QString &id, const Event &event)
    {
        const QString at = number(SystemClock().now().microseconds());
        run(m_plain->beginning(), {});
        run(m_plain->lookAtCase(), {id});
        finish(id, event, at);
    }

    void finish(const QString &id, const Event &event, const QString &at)
    {
        for (const Effects::Change &change : event.effects.changes) {
            const bool opens = change.to == AssignmentState::Open;
            run("UPDATE assignment SET state = ?, arrived_at = coalesce(?, arrived_at) WHERE case_id = ? AND round = 1"
                " AND step_no = ? AND no = ?",
                {number(int(change.to)), opens ? at : QString(), id, number(change.on.step), number(change.on.no)});
        }
        for (const Assignee &who : event.effects.access)
            run("INSERT INTO case_access (case_id, party, position) VALUES (?, ?, ?)",
                {id, number(toParty(who)), number(++m_position)});
        const QString hash = QString::fromLatin1(event.hash);
        run("INSERT INTO event (case_id, seq, code, version, actor_id, post_id, actor_name, actor_title, actor_section,"
            " principal_name, at, request_id, payload, effects, previous_hash, hash)"
            " VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?)",
            {id, number(event.seq), event.code, number(event.capacity.actor.value()), maybe(event.capacity.post),
             event.actorName, event.actorTitle, event.actorSection, at,
             QUuid::createUuid().toString(QUuid::WithoutBraces), QString::fromUtf8(event.payload),
             QString::fromUtf8(event.effectsText), QString::fromLatin1(event.previousHash), hash});
        const bool over = event.effects.state != CaseState::Running;
        run("UPDATE case_file SET state = ?, round = 1, seq = ?, revision = 1, head_hash = ?, posting_state = ?, "
            "now_with = ?,"
            " submitted_at = coalesce(submitted_at, ?), changed_at = ? WHERE case_id = ?",
            {number(int(event.effects.state)), number(event.seq), hash, number(int(event.effects.postings)),
             over ? QStringLiteral("") : QStringLiteral("第1課長"), at, at, id});
        run("COMMIT", {});
        m_position = over ? 0 : m_position;
    }

    const WrittenJob &m_job;
    const Sessions m_sessions;
    Plain *m_plain = nullptr; ///< of whoever acts
    const bool m_keepsGrams;
    Result<> m_outcome;
    int m_position = 0;
};

/// One call for each act.
class FunctionWriter final : public Writer {
public:
    FunctionWriter(const WrittenJob &job, Sessions sessions) : m_job(job), m_sessions(std::move(sessions)) {}

    Result<> job() override
    {
        const CaseRecord &r = m_job.record;
        const auto id =
            m_sessions.of(0).run("SELECT bench.draft(?, ?, ?, ?, ?, ?, ?, ?)",
                                 {r.form, number(r.drafter.value()), r.drafterName, r.history.front().actorSection,
                                  r.title, number(r.amount.value_or(0)),
                                  QString::fromUtf8(canonicalJson(r.revisions.front().content.fields)), m_job.text});
        if (!id)
            return id.failure();
        for (const Event &event : r.history) {
            const auto acted = m_sessions.of(size_t(event.seq - 1))
                                   .run("SELECT bench.act(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                        {*id, event.code, number(event.capacity.actor.value()),
                                         maybe(event.capacity.post), event.actorName, event.actorTitle,
                                         event.actorSection, QUuid::createUuid().toString(QUuid::WithoutBraces),
                                         QString::fromUtf8(event.payload), QString::fromUtf8(event.effectsText)});
            if (!acted)
                return acted.failure();
        }
        return {};
    }

private:
    const WrittenJob &m_job;
    const Sessions m_sessions;
};

Result<Sessions> openSessions(const QString &conninfo, int number)
{
    std::vector<std::unique_ptr<Plain>> sessions;
    for (int i = 0; i < number; ++i) {
        auto plain = Postgres::open(conninfo);
        if (!plain)
            return plain.failure();
        sessions.push_back(std::move(plain).value());
    }
    return Sessions(std::move(sessions));
}

} // namespace

Result<std::unique_ptr<Writer>> plainPostgres(const WrittenJob &job, const QString &conninfo, int sessions)
{
    auto opened = openSessions(conninfo, sessions);
    if (!opened)
        return opened.failure();
    return std::unique_ptr<Writer>(std::make_unique<PlainWriter>(job, std::move(opened).value(), false));
}

Result<std::unique_ptr<Writer>> functionPostgres(const WrittenJob &job, const QString &conninfo, int sessions)
{
    auto opened = openSessions(conninfo, sessions);
    if (!opened)
        return opened.failure();
    return std::unique_ptr<Writer>(std::make_unique<FunctionWriter>(job, std::move(opened).value()));
}

Result<std::unique_ptr<Writer>> plainSqlite(const WrittenJob &job, const QString &path)
{
    auto plain = Sqlite::open(path);
    if (!plain)
        return plain.failure();
    std::vector<std::unique_ptr<Plain>> session;
    session.push_back(std::move(plain).value());
    return std::unique_ptr<Writer>(std::make_unique<PlainWriter>(job, Sessions(std::move(session)), true));
}

QString writingFunctions()
{
    QFile file(QStringLiteral(KESSAI_BENCH_DIR "/writing.sql"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace kessai::bench
