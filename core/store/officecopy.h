// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query.h"

#include <QMap>
#include <QStringList>

namespace kessai {

/// One table of an office, as its database describes it.
struct OfficeTable final {
    struct Column final {
        enum class Kind { Plain, Bytes, Real };
        QString name;
        Kind kind;
    };
    QString name;
    std::vector<Column> columns;
    QStringList key; ///< the columns that tell one row from another, in order
    QString counter; ///< the column that numbers itself; empty where there is none
};

/// The tables an office consists of, each after those it refers to. What belongs to a database and not to the office that lies in it
/// (how new its schema is, when it was backed up, what things are found by) is none of them.
Result<std::vector<OfficeTable>> officeTables(Database &database);

/// The rows of a table in the order of its key, one after the other: the connection is busy with them until the last.
class TableRows final {
public:
    TableRows(Database &database, const OfficeTable &table);
    /// Steps to the next row; false after the last one.
    Result<bool> next();
    /// The row as a JSON object by columns; bytes are hexadecimal digits after `\x`.
    QByteArray json() const { return m_rows.ascii(0); }

private:
    Query m_rows;
    bool m_begun = false;
};

/// Tells how far it has come: with which table, and how many of all are done.
using CopyProgress = std::function<void(const QString &table, int done, int all)>;
/// How many rows there are, by table.
using RowCounts = QMap<QString, qint64>;

/// Copies an office out of a file, as it is at one moment, into a new and empty database of a server, with everything it knows. ClientTooOld
/// where this program does not know all of it. What only the server can give (channels of running meetings) is made anew.
Result<RowCounts> copyOffice(Database &from, Database &to, const CopyProgress &progress);

/// Compares two offices row by row and names up to `most` rows that are not the same in both.
Result<QStringList> officeDifferences(Database &one, Database &other, int most, const CopyProgress &progress);

} // namespace kessai
