// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/officecopy.h"

#include "core/store/migrator.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

namespace {

using Column = OfficeTable::Column;

// So many rows go to the server at once: few enough to lie in memory, enough that the line's latency does not count.
constexpr int kRowsAtOnce = 1000;
constexpr qsizetype kBytesAtOnce = 4 * 1024 * 1024;

QString quoted(const QString &name)
{
    return QLatin1Char('"') + name + QLatin1Char('"');
}

QString quotedList(const QStringList &names)
{
    QStringList all;
    std::transform(names.begin(), names.end(), std::back_inserter(all), &quoted);
    return all.join(QLatin1String(", "));
}

QStringList namesOf(const std::vector<Column> &columns)
{
    QStringList names;
    for (const Column &column : columns)
        names += column.name;
    return names;
}

/// A column's value as it goes into JSON. SQLite would round what is no whole number, and has no JSON for bytes.
QString sqliteValue(const Column &column)
{
    switch (column.kind) {
    case Column::Kind::Plain: break;
    case Column::Kind::Bytes: return QStringLiteral("'\\x' || lower(hex(%1))").arg(quoted(column.name));
    case Column::Kind::Real: return QStringLiteral("json(printf('%!.17g', %1))").arg(quoted(column.name));
    }
    return quoted(column.name);
}

/// On PostgreSQL only bytes need a word: Qt's driver has them written otherwise.
QString postgresValue(const Column &column)
{
    return column.kind == Column::Kind::Bytes
        ? QStringLiteral("'\\x' || encode(%1, 'hex') AS %1").arg(quoted(column.name))
        : quoted(column.name);
}

MadeSql rowsOf(Dialect dialect, const OfficeTable &table)
{
    QStringList values;
    if (dialect == Dialect::PostgreSql) {
        for (const Column &column : table.columns)
            values += postgresValue(column);
        return {QStringLiteral("SELECT row_to_json(r) FROM (SELECT %1 FROM kessai.%2 ORDER BY %3) r")
                    .arg(values.join(QLatin1String(", ")), quoted(table.name), quotedList(table.key))};
    }
    for (const Column &column : table.columns)
        values += QStringLiteral("'%1', %2").arg(column.name, sqliteValue(column));
    return {QStringLiteral("SELECT json_object(%1) FROM %2 ORDER BY %3")
                .arg(values.join(QLatin1String(", ")), quoted(table.name), quotedList(table.key))};
}

MadeSql insertInto(const OfficeTable &table)
{
    const QString columns = quotedList(namesOf(table.columns));
    const QString name = QStringLiteral("kessai.") + quoted(table.name);
    return {
        QStringLiteral("INSERT INTO %1 (%2) SELECT %2 FROM json_populate_recordset(NULL::%1, CAST(:rows AS json)) AS r")
            .arg(name, columns)};
}

Result<qint64> copyTable(Database &from, Database &to, const OfficeTable &table)
{
    TableRows rows(from, table);
    Query insert(to, insertInto(table));
    qint64 copied = 0;
    int waiting = 0;
    QByteArray batch;
    const auto send = [&]() -> Result<> {
        if (waiting == 0)
            return {};
        insert.bindAscii(QLatin1String("rows"), '[' + batch + ']');
        copied += waiting;
        waiting = 0;
        batch.clear();
        return insert.exec();
    };
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            break;
        batch += (waiting > 0 ? "," : "") + rows.json();
        if (++waiting < kRowsAtOnce && batch.size() < kBytesAtOnce)
            continue;
        if (const Result<> sent = send(); !sent)
            return sent.failure();
    }
    if (const Result<> sent = send(); !sent)
        return sent.failure();
    return copied;
}

/// What comes next is numbered on from there, past what was removed.
Result<> goOnCounting(Database &from, Database &to, const OfficeTable &table)
{
    if (table.counter.isEmpty())
        return {};
    Query last(from, QLatin1String("counterOf"));
    last.bind(QLatin1String("name"), table.name);
    if (const Result<> read = last.execOne(); !read)
        return read;
    if (last.integer(0) == 0)
        return {};
    Query set(to, QLatin1String("setCounter"));
    set.bind(QLatin1String("name"), QString(QStringLiteral("kessai.") + table.name))
        .bind(QLatin1String("counter"), table.counter)
        .bind(QLatin1String("last"), last.integer(0));
    return set.execOne();
}

/// How a row is called for people: its table and its key.
QString nameOfRow(const OfficeTable &table, const QJsonObject &row)
{
    QStringList parts;
    for (const QString &column : table.key)
        parts += column + QLatin1Char(' ') + row.value(column).toVariant().toString();
    return table.name + QStringLiteral(": ") + parts.join(QLatin1String(", "));
}

/// A row to be compared, without what each database has of its own.
QJsonObject comparable(const OfficeTable &table, const QByteArray &json)
{
    QJsonObject row = QJsonDocument::fromJson(json).object();
    if (table.name == QLatin1String("meeting_live"))
        row.remove(QStringLiteral("channel"));
    return row;
}

Result<> compareTable(Database &one, Database &other, const OfficeTable &table, int most, QStringList &differences)
{
    TableRows left(one, table);
    TableRows right(other, table);
    while (differences.size() < most) {
        const Result<bool> leftRow = left.next();
        const Result<bool> rightRow = right.next();
        if (!leftRow || !rightRow)
            return leftRow ? rightRow.failure() : leftRow.failure();
        if (!*leftRow && !*rightRow)
            return {};
        const QJsonObject a = *leftRow ? comparable(table, left.json()) : QJsonObject();
        const QJsonObject b = *rightRow ? comparable(table, right.json()) : QJsonObject();
        if (a == b && !a.isEmpty()) // what cannot be read is like nothing
            continue;
        differences += nameOfRow(table, *leftRow ? a : b);
        const bool sameKey = *leftRow && *rightRow
            && std::all_of(table.key.begin(), table.key.end(),
                           [&](const QString &column) { return a.value(column) == b.value(column); });
        // From a row that one of them lacks on, nothing lies beside its like any more.
        if (!sameKey)
            return {};
    }
    return {};
}

} // namespace

Result<std::vector<OfficeTable>> officeTables(Database &database)
{
    std::vector<OfficeTable> tables;
    QMap<int, QString> key;
    Query rows(database, QLatin1String("officeColumns"));
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        const QString name = *row ? rows.text(0) : QString();
        if (!tables.empty() && tables.back().name != name) {
            tables.back().key = key.values();
            key.clear();
        }
        if (!*row)
            return tables;
        if (tables.empty() || tables.back().name != name)
            tables.push_back({name, {}, {}, {}});
        const QString type = rows.text(2).toLower();
        const Column::Kind kind = type == QLatin1String("bytea") || type == QLatin1String("blob") ? Column::Kind::Bytes
            : type == QLatin1String("double precision")                                           ? Column::Kind::Real
                                                                                                  : Column::Kind::Plain;
        tables.back().columns.push_back({rows.text(1), kind});
        if (rows.number(3) > 0)
            key.insert(rows.number(3), rows.text(1));
        if (rows.flag(4))
            tables.back().counter = rows.text(1);
    }
}

TableRows::TableRows(Database &database, const OfficeTable &table) : m_rows(database, rowsOf(database.dialect(), table))
{
}

Result<bool> TableRows::next()
{
    if (!m_begun) {
        m_begun = true;
        if (const Result<> run = m_rows.exec(); !run)
            return run.failure();
    }
    return m_rows.next();
}

Result<RowCounts> copyOffice(Database &from, Database &to, const CopyProgress &progress)
{
    auto reading = Transaction::beginReading(from);
    if (!reading)
        return reading.failure();
    Migrator migrator(from);
    if (const Result<> usable = migrator.usable(); !usable)
        return usable.failure();
    if (const auto state = migrator.state(); !state || *state != SchemaState::Current)
        return fail(ErrorCode::ClientTooOld, QStringLiteral("the office has what this program does not know"));
    const auto tables = officeTables(from);
    if (!tables)
        return tables.failure();

    auto writing = Transaction::begin(to);
    if (!writing)
        return writing.failure();
    RowCounts counts;
    for (const OfficeTable &table : *tables) {
        progress(table.name, int(counts.size()), int(tables->size()));
        const auto copied = copyTable(from, to, table);
        if (!copied)
            return fail(Error{copied.error().code, table.name + QStringLiteral(": ") + copied.error().detail, {}});
        if (const Result<> counted = goOnCounting(from, to, table); !counted)
            return counted.failure();
        counts.insert(table.name, *copied);
    }
    Query channels(to, QLatin1String("freshChannels"));
    if (const Result<> given = channels.exec(); !given)
        return given.failure();
    if (const Result<> committed = writing->commit(); !committed)
        return committed.failure();
    if (const Result<> counted = to.execute(QStringLiteral("ANALYZE")); !counted)
        return counted.failure();
    return counts;
}

Result<QStringList> officeDifferences(Database &one, Database &other, int most, const CopyProgress &progress)
{
    auto left = Transaction::beginReading(one);
    if (!left)
        return left.failure();
    auto right = Transaction::beginReading(other);
    if (!right)
        return right.failure();
    const auto tables = officeTables(one);
    if (!tables)
        return tables.failure();
    const auto others = officeTables(other);
    if (!others)
        return others.failure();
    QStringList differences;
    int done = 0;
    for (const OfficeTable &table : *tables) {
        progress(table.name, done++, int(tables->size()));
        const auto same =
            std::find_if(others->begin(), others->end(), [&](const OfficeTable &it) { return it.name == table.name; });
        if (same == others->end()) {
            differences += table.name;
            continue;
        }
        if (const Result<> compared = compareTable(one, other, table, most, differences); !compared)
            return compared.failure();
    }
    for (const OfficeTable &table : *others) {
        if (std::none_of(tables->begin(), tables->end(), [&](const OfficeTable &it) { return it.name == table.name; }))
            differences += table.name;
    }
    return differences;
}

} // namespace kessai
