// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace kessai::test {

/// What a statement came to.
struct Outcome final {
    bool ok = false;
    QString state;   ///< SQLSTATE of the error; empty when the connection broke
    QString message; ///< its first line, without the word ERROR before it
    QList<QStringList> rows;

    /// The only value of the only row; "NULL" for a null.
    QString value() const { return rows.size() == 1 && rows[0].size() == 1 ? rows[0][0] : QString(); }
};

/// A connection as somebody with psql has it: any SQL, under their own login and with nothing of our program in between.
class Session final {
public:
    Session(const QString &database, const QString &login, const QString &password);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    bool connected() const;
    QString error() const { return m_error; }
    Outcome run(const QString &sql);

private:
    QString m_name;
    QString m_error;
};

/// What the superuser sees of everything an attack could change: rows of all tables, rights, roles, functions, storage.
QStringList fingerprint(const QString &database);

/// Ends what somebody still has open and waits until the server has let go of it: a login has few connections, and one that was
/// closed counts for a moment longer.
bool endSessions(const QString &database, const QString &login);

} // namespace kessai::test
