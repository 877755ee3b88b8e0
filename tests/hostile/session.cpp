// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/session.h"

#include "tests/support/postgresserver.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

#include <atomic>

namespace kessai::test {

Session::Session(const QString &database, const QString &login, const QString &password)
{
    static std::atomic<int> count{0};
    m_name = QStringLiteral("session-%1").arg(++count);
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
    db.setHostName(PostgresServer::instance().host());
    db.setDatabaseName(database);
    db.setUserName(login);
    db.setPassword(password);
    if (!db.open())
        m_error = db.lastError().databaseText();
}

Session::~Session()
{
    QSqlDatabase::removeDatabase(m_name);
}

bool Session::connected() const
{
    return QSqlDatabase::database(m_name, false).isOpen();
}

Outcome Session::run(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    Outcome outcome;
    outcome.ok = query.exec(sql);
    if (!outcome.ok) {
        outcome.state = query.lastError().nativeErrorCode();
        const QString line = query.lastError().databaseText().section(QLatin1Char('\n'), 0, 0);
        outcome.message = line.mid(line.indexOf(QLatin1Char(':')) + 1).trimmed();
        return outcome;
    }
    while (query.next()) {
        QStringList row;
        for (int i = 0; i < query.record().count(); ++i)
            row << (query.isNull(i) ? QStringLiteral("NULL") : query.value(i).toString());
        outcome.rows << row;
    }
    return outcome;
}

bool endSessions(const QString &database, const QString &login)
{
    return PostgresServer::instance()
        .run(database,
             QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '%1'")
                 .arg(login))
        .ok();
}

QStringList fingerprint(const QString &database)
{
    PostgresServer &server = PostgresServer::instance();
    const auto tables =
        server.rows(database, QStringLiteral("SELECT tablename FROM pg_tables WHERE schemaname = 'kessai' ORDER BY 1"));
    if (!tables)
        return {QStringLiteral("no fingerprint: ") + tables.error().detail};
    QStringList parts;
    for (const QStringList &row : *tables)
        parts << QStringLiteral(
                     "SELECT '%1', md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM kessai.%1 t")
                     .arg(row[0]);
    // What is not in tables: who may do what, what there is, and what is stored elsewhere.
    parts << QStringLiteral(
        "SELECT 'relations', md5(string_agg(concat(relname, relkind, relowner, relacl, relrowsecurity, relnamespace), "
        "'|' ORDER BY oid)) FROM pg_class WHERE relname !~ '^pg_toast'")
          << QStringLiteral("SELECT 'functions', md5(string_agg(concat(proname, proowner, proacl, prosrc, proconfig, "
                            "prosecdef), '|' ORDER BY oid)) FROM pg_proc")
          << QStringLiteral("SELECT 'policies', md5(string_agg(concat(polname, polrelid, pg_get_expr(polqual, "
                            "polrelid)), '|' ORDER BY oid)) FROM pg_policy")
          << QStringLiteral("SELECT 'triggers', count(*)::text FROM pg_trigger")
          << QStringLiteral("SELECT 'schemas', md5(string_agg(concat(nspname, nspowner, nspacl), '|' ORDER BY oid)) "
                            "FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp'")
          << QStringLiteral("SELECT 'roles', md5(string_agg(concat(rolname, rolsuper, rolcreaterole, rolcreatedb, "
                            "rolcanlogin, rolbypassrls, rolpassword), '|' ORDER BY oid)) FROM pg_authid")
          << QStringLiteral("SELECT 'members', md5(string_agg(concat(roleid, member, admin_option), '|' ORDER BY "
                            "roleid, member)) FROM pg_auth_members")
          << QStringLiteral(
                 "SELECT 'database', md5(concat(datacl, datdba)) FROM pg_database WHERE datname = current_database()")
          << QStringLiteral("SELECT 'defaults', count(*)::text FROM pg_default_acl")
          << QStringLiteral("SELECT 'extensions', count(*)::text FROM pg_extension")
          << QStringLiteral("SELECT 'operators', concat((SELECT count(*) FROM pg_operator), ',', (SELECT count(*) FROM "
                            "pg_cast), ',', (SELECT count(*) FROM pg_type))")
          << QStringLiteral("SELECT 'large objects', count(*)::text FROM pg_largeobject_metadata")
          << QStringLiteral("SELECT 'comments', md5(string_agg(concat(objoid, classoid, description), '|' ORDER BY "
                            "objoid, classoid, objsubid)) FROM pg_description WHERE objoid > 16383")
          << QStringLiteral("SELECT 'advisory locks', count(*)::text FROM pg_locks WHERE locktype = 'advisory'");
    QStringList result;
    const auto rows = server.rows(database, parts.join(QLatin1String(" UNION ALL ")));
    if (!rows)
        return {QStringLiteral("no fingerprint: ") + rows.error().detail};
    for (const QStringList &row : *rows)
        result << row.join(QLatin1Char(' '));
    result.sort(); // the server gives large tables when it has read them
    return result;
}

} // namespace kessai::test
