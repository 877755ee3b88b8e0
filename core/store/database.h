// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/databaseurl.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <memory>
#include <mutex>

class QSqlDatabase;

namespace kessai {

class Listener;
struct Statement;

/// How to open a database.
struct OpenOptions final {
    enum class Purpose {
        Use,   ///< an office that is there
        Build, ///< a new SQLite file, fast and unsafe against a power cut, to be put in its place only when it is whole
        Bare,  ///< a PostgreSQL database without the schema `kessai`, to create and drop databases from
    };
    Purpose purpose = Purpose::Use;
    /// Names the file system a path lies on; the operating system's own answer where none is given.
    std::function<QByteArray(const QString &path)> fileSystemOf;
};

/// One connection to one database, on the thread that opened it (database.md section 3.2 and 3.9 give the options).
class Database final {
public:
    /// Opens an SQLite file (NotFound, NotADatabase, NetworkShare, AccessDenied) or signs in to a server (Unreachable,
    /// SignInRejected, NotFound, Busy).
    static Result<std::unique_ptr<Database>> open(const DatabaseUrl &url, const OpenOptions &options = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Dialect dialect() const { return m_url.dialect(); }
    const DatabaseUrl &url() const { return m_url; }
    /// Whether the connection is still there as far as can be known without asking the server; of a file, whether what is written still
    /// goes where others read it.
    bool isOpen() const;
    /// Closes what is left of the connection and opens it again; back-off is the caller's.
    Result<> reconnect();
    /// Ends a statement under way, which then fails as Cancelled. The one function that may be called from any thread; it opens
    /// a socket and takes some 10 ms. SQLite statements are short and not cancelled.
    void cancel();
    /// Hears one channel of a server in place of the former one; with an empty name none. `heard` is called on this thread, whose event
    /// loop runs, with what was said, and with nothing when the line was lost. Heard again after `reconnect`; a file says nothing.
    Result<> listen(const QByteArray &channel, std::function<void(const QByteArray &payload)> heard);
    /// Runs SQL without parameters or rows: on PostgreSQL several statements at once, on SQLite one.
    Result<> execute(const QString &sql);

private:
    friend class Query;
    friend class Transaction;

    Database(DatabaseUrl url, OpenOptions options);
    Result<> connect();
    Result<> connectSqlite(QSqlDatabase &db);
    Result<> connectPostgreSql(QSqlDatabase &db);
    void disconnect();
    Result<> startListening();
    QSqlDatabase handle() const;
    /// A prepared statement for the text: kept for the next time, so that over a slow line a query costs one round trip.
    std::shared_ptr<Statement> statementFor(const QString &sql);

    /// After every statement, whose answer may have brought what was said on the channel.
    void tellNews();

    struct Canceller;

    DatabaseUrl m_url;
    OpenOptions m_options;
    QString m_connection; ///< Qt's name of the connection
    QString m_logPath;
    QByteArray m_log; ///< which file SQLite writes into first; empty where that is not watched
    QHash<QString, std::shared_ptr<Statement>> m_statements;
    int m_generation = 0;  ///< counts connections, so that statements of a former one are left alone
    bool m_failed = false; ///< a statement failed since the transaction began
    QByteArray m_channel;  ///< that is listened to, over whatever connection
    std::function<void(const QByteArray &)> m_heard;
    std::unique_ptr<Listener> m_listener; ///< of this connection; none where nothing is listened to
    std::mutex m_cancelMutex;
    std::unique_ptr<Canceller> m_canceller; ///< guarded by m_cancelMutex
};

/// One transaction: rolls back unless committed. Immediate on SQLite, because a transaction that begins with reading cannot
/// wait for its turn to write (database.md 3.9); READ COMMITTED on PostgreSQL.
class [[nodiscard]] Transaction final {
public:
    static Result<Transaction> begin(Database &database);
    /// One state of the database for several reads.
    static Result<Transaction> beginReading(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    /// OutcomeUnknown when the connection broke meanwhile; refuses after a statement that failed, whose transaction
    /// PostgreSQL would quietly roll back.
    Result<> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}

    Database *m_database; ///< null once committed or moved from
};

} // namespace kessai
