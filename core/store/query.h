// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/store/database.h"

#include <QLatin1String>
#include <QVariant>

#include <optional>
#include <vector>

namespace kessai {

/// A statement made of what a database says of its own tables (officecopy.h). Everything else is a named query.
struct MadeSql final {
    QString text;
};

/// One named query of core/store/sql, prepared on construction, read forward only. Values are bound by name; what is wrong
/// with any of it comes out of `exec`.
class Query final {
public:
    Query(Database &database, QLatin1String name);
    /// Its rows are fetched one by one: on PostgreSQL nothing else may run on the connection until the last.
    Query(Database &database, const MadeSql &sql);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// Whether the database took the text.
    Result<> prepared() const;
    /// Whether the text has a placeholder of that name, without the colon; dialects differ in a few.
    bool has(QLatin1String name) const;
    /// Binds a value; texts lose U+0000, which would cut the statement short on PostgreSQL (database.md 3.4).
    Query &bind(QLatin1String name, qint64 value) { return bindVariant(name, value); }
    Query &bind(QLatin1String name, int value) { return bindVariant(name, qint64(value)); }
    Query &bind(QLatin1String name, double value) { return bindVariant(name, value); }
    Query &bind(QLatin1String name, bool value) { return bindVariant(name, qint64(value ? 1 : 0)); }
    Query &bind(QLatin1String name, const QString &text);
    /// Hexadecimal digests and JSON, which are text in the database.
    Query &bindAscii(QLatin1String name, const QByteArray &utf8) { return bind(name, QString::fromUtf8(utf8)); }
    Query &bindBytes(QLatin1String name, const QByteArray &bytes) { return bindVariant(name, bytes); }
    Query &bind(QLatin1String name, Instant at) { return bind(name, at.microseconds()); }
    Query &bind(QLatin1String name, const QDate &day);
    template <class Tag>
    Query &bind(QLatin1String name, Id<Tag> id)
    {
        return bind(name, id.value());
    }
    template <class T>
    Query &bind(QLatin1String name, const std::optional<T> &value)
    {
        return value ? bind(name, *value) : bindNull(name);
    }
    Query &bindNull(QLatin1String name);

    /// Runs the query; again with new values if it was run before.
    Result<> exec();
    /// Steps to the next row; false after the last one.
    Result<bool> next();
    /// Runs the query and steps to its only row; NotFound when there is none.
    Result<> execOne();
    /// How many rows the statement changed.
    int affected() const;

    // Columns of the current row, by position.
    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    int number(int column) const { return int(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }
    QString text(int column) const;
    QByteArray ascii(int column) const { return text(column).toUtf8(); }
    QByteArray bytes(int column) const;
    QDate day(int column) const; ///< invalid where the column is null
    Instant instant(int column) const { return Instant(integer(column)); }
    template <class IdType>
    IdType id(int column) const
    {
        return IdType(integer(column));
    }
    std::optional<qint64> maybeInteger(int column) const;
    template <class T>
    std::optional<T> maybe(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional<T>(T(integer(column)));
    }

private:
    void prepare(const QString &sql);
    Query &bindVariant(QLatin1String name, const QVariant &value);
    Fail<Error> failure();

    Database &m_database;
    std::shared_ptr<Statement> m_statement;
    int m_generation; ///< of the connection the statement belongs to
    std::optional<Error> m_misuse;
};

/// A day as the database writes it, 'YYYY-MM-DD'.
QString toText(const QDate &day);

/// Runs a query and makes a value of each of its rows.
template <class T, class Take>
Result<std::vector<T>> takeAll(Query &rows, Take take)
{
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    std::vector<T> all;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return all;
        all.push_back(take(rows));
    }
}

} // namespace kessai
