// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query.h"

#include "core/store/dialect.h"
#include "core/store/sqltext.h"
#include "core/store/statement.h"

#include <QSqlError>

namespace kessai {

Query::Query(Database &database, QLatin1String name) : m_database(database), m_generation(database.m_generation)
{
    const QString *sql = namedSql(database.dialect(), name);
    if (!sql) {
        m_misuse = Error{ErrorCode::Internal, QStringLiteral("there is no query ") + name, std::nullopt};
        return;
    }
    prepare(*sql);
}

Query::Query(Database &database, const MadeSql &sql) : m_database(database), m_generation(database.m_generation)
{
    prepare(sql.text);
    if (m_statement)
        m_statement->query.setForwardOnly(true);
}

void Query::prepare(const QString &sql)
{
    if (!m_database.isOpen()) {
        m_misuse = Error{ErrorCode::ConnectionLost, QStringLiteral("the connection is closed"), std::nullopt};
        return;
    }
    m_statement = m_database.statementFor(sql);
    m_statement->busy = true;
    if (m_statement->error)
        m_database.m_failed = true;
}

Query::~Query()
{
    if (!m_statement)
        return;
    if (m_generation == m_database.m_generation)
        m_statement->query.finish();
    m_statement->busy = false;
}

bool Query::has(QLatin1String name) const
{
    return m_statement && m_statement->names.contains(QLatin1Char(':') + QString(name));
}

Query &Query::bindVariant(QLatin1String name, const QVariant &value)
{
    if (!m_statement || m_statement->error)
        return *this;
    const QString placeholder = QLatin1Char(':') + QString(name);
    if (m_statement->names.contains(placeholder))
        m_statement->query.bindValue(placeholder, value);
    else if (!m_misuse)
        m_misuse = Error{ErrorCode::Internal, QStringLiteral("the query has no ") + placeholder, std::nullopt};
    return *this;
}

Query &Query::bind(QLatin1String name, const QString &text)
{
    // A null string would be bound as NULL; an absent text is an empty one here.
    QString clean = text.isNull() ? QStringLiteral("") : text;
    if (clean.contains(QChar(0)))
        clean.remove(QChar(0));
    return bindVariant(name, clean);
}

Query &Query::bind(QLatin1String name, const QDate &day)
{
    return day.isValid() ? bind(name, toText(day)) : bindNull(name);
}

Query &Query::bindNull(QLatin1String name)
{
    return bindVariant(name, QVariant(QMetaType::fromType<qint64>()));
}

Fail<Error> Query::failure()
{
    m_database.m_failed = true;
    return fail(errorOf(m_database.dialect(), m_statement->query.lastError(), m_database.isOpen()));
}

Result<> Query::prepared() const
{
    if (m_misuse)
        return fail(*m_misuse);
    if (m_statement->error)
        return fail(*m_statement->error);
    // The driver of a closed connection is gone, and asking it anything would never return.
    if (m_generation != m_database.m_generation)
        return fail(ErrorCode::ConnectionLost, QStringLiteral("the connection was opened again"));
    return {};
}

Result<> Query::exec()
{
    if (const Result<> ready = prepared(); !ready)
        return ready;
    const bool well = m_statement->query.exec();
    m_database.tellNews();
    return well ? Result<>() : Result<>(failure());
}

Result<bool> Query::next()
{
    if (const Result<> ready = prepared(); !ready)
        return ready.failure();
    if (m_statement->query.next())
        return true;
    if (m_statement->query.lastError().type() != QSqlError::NoError)
        return failure();
    return false;
}

Result<> Query::execOne()
{
    if (const Result<> run = exec(); !run)
        return run;
    const Result<bool> found = next();
    if (!found)
        return found.failure();
    if (!*found)
        return fail(ErrorCode::NotFound, QStringLiteral("there is no such row"));
    return {};
}

int Query::affected() const
{
    return m_statement->query.numRowsAffected();
}

bool Query::isNull(int column) const
{
    return m_statement->query.isNull(column);
}

double Query::real(int column) const
{
    return m_statement->query.value(column).toDouble();
}

qint64 Query::integer(int column) const
{
    return m_statement->query.value(column).toLongLong();
}

QString Query::text(int column) const
{
    // A null number would otherwise read as "0".
    return isNull(column) ? QString() : m_statement->query.value(column).toString();
}

QByteArray Query::bytes(int column) const
{
    return m_statement->query.value(column).toByteArray();
}

QDate Query::day(int column) const
{
    return isNull(column) ? QDate() : QDate::fromString(text(column), Qt::ISODate);
}

std::optional<qint64> Query::maybeInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

QString toText(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

} // namespace kessai
