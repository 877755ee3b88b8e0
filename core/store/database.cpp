// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/dialect.h"
#include "core/store/listener.h"
#include "core/store/statement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QStorageInfo>

#include <libpq-fe.h>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

#include <algorithm>
#include <atomic>

namespace kessai {

namespace {

/// Written into every office, so that somebody else's SQLite file is told apart: "KSSD".
constexpr int kApplicationId = 0x4b535344;

QString nextConnectionName()
{
    static std::atomic<quint64> count{0};
    return QStringLiteral("kessai-%1").arg(++count);
}

QByteArray fileSystemOf(const QString &path)
{
    const QFileInfo info(path);
    return QStorageInfo(info.exists() ? info.filePath() : info.absolutePath()).fileSystemType();
}

Result<> checkFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, QStringLiteral("there is no file ") + path);
    if (!info.isFile())
        return fail(ErrorCode::NotADatabase, path + QStringLiteral(" is not a file"));
    // Never opened here: closing it again would take from this program's other connections the locks SQLite has on it (fcntl(2)).
    if (!info.isReadable())
        return fail(ErrorCode::FileUnreadable, path + QStringLiteral(" may not be read"));
    if (!info.isWritable())
        return fail(ErrorCode::AccessDenied, path + QStringLiteral(" may not be written"));
    return {};
}

/// Which file a path leads to; empty where there is none, or where nobody can take a file away that is open.
QByteArray identityOf(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) == 0)
        return QByteArray::number(qulonglong(found.st_dev)) + ':' + QByteArray::number(qulonglong(found.st_ino));
#else
    Q_UNUSED(path)
#endif
    return {};
}

/// The file SQLite writes into first; it lies beside the file itself, not beside a link to it.
QString logOf(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return (real.isEmpty() ? path : real) + QLatin1String("-wal");
}

QString quotedOption(const QString &value)
{
    QString text = value;
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

/// How the server calls this program ("kessai/0.1.0"), which health looks at; nothing that could add an option.
QString programName()
{
    static const QRegularExpression plain(QStringLiteral("^kessai(-[a-z]{1,20})?$"));
    static const QRegularExpression number(QStringLiteral("^[0-9.]{1,20}$"));
    const QString name = QCoreApplication::applicationName();
    const QString version = QCoreApplication::applicationVersion();
    return (plain.match(name).hasMatch() ? name : QStringLiteral("kessai"))
        + (number.match(version).hasMatch() ? QLatin1Char('/') + version : QString());
}

/// What libpq is told besides host, database and person (database.md 3.2).
QString connectOptions(const DatabaseUrl &url, OpenOptions::Purpose purpose)
{
    QStringList options{QStringLiteral("sslmode=") + url.sslMode(),
                        QStringLiteral("connect_timeout=5"),
                        QStringLiteral("keepalives_idle=30"),
                        QStringLiteral("keepalives_interval=5"),
                        QStringLiteral("keepalives_count=3"),
                        QStringLiteral("tcp_user_timeout=20000"),
                        QStringLiteral("application_name=") + programName()};
    if (!url.sslRootCert().isEmpty())
        options += QStringLiteral("sslrootcert=") + quotedOption(url.sslRootCert());
    // Opening a case looks dear to the planner, policies and all, and is over in milliseconds: compiling it would take seconds.
    QString settings = QStringLiteral("-c statement_timeout=30000 -c lock_timeout=5000 -c jit=off"
                                      " -c idle_in_transaction_session_timeout=60000 -c client_min_messages=warning");
    if (purpose != OpenOptions::Purpose::Bare)
        settings += QStringLiteral(" -c search_path=kessai,pg_temp");
    options += QStringLiteral("options=") + quotedOption(settings);
    return options.join(QLatin1Char(';'));
}

Result<> runOn(QSqlDatabase &db, Dialect dialect, const QString &sql)
{
    QSqlQuery query(db);
    // QPSQL runs a text of several statements to its end or first error, but tells only of the first one at once.
    bool well = query.exec(sql);
    while (well && query.nextResult()) {
    }
    well = well && query.lastError().type() == QSqlError::NoError;
    return well ? Result<>() : Result<>(fail(errorOf(dialect, query.lastError(), db.isOpen())));
}

Result<qint64> numberFrom(QSqlDatabase &db, Dialect dialect, const QString &sql)
{
    QSqlQuery query(db);
    if (query.exec(sql) && query.next())
        return query.value(0).toLongLong();
    return fail(errorOf(dialect, query.lastError(), db.isOpen()));
}

/// libpq's connection under Qt's; none on SQLite.
PGconn *connectionOf(const QSqlDatabase &db)
{
    const QVariant native = db.driver()->handle();
    const QLatin1String type(native.typeName());
    const bool postgres = type == QLatin1String("PGconn*") || type == QLatin1String("pg_conn*");
    return postgres ? *static_cast<PGconn *const *>(native.constData()) : nullptr;
}

/// A name that needs no quotes.
bool isChannel(const QByteArray &channel)
{
    return channel.size() < 64 && channel.front() >= 'a' && channel.front() <= 'z'
        && std::all_of(channel.begin(), channel.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

} // namespace

/// What another thread needs to end a statement: a copy of where the server is, made when the connection was opened.
struct Database::Canceller final {
    explicit Canceller(PGcancel *c) : cancel(c) {}
    ~Canceller() { PQfreeCancel(cancel); }
    Canceller(const Canceller &) = delete;
    Canceller &operator=(const Canceller &) = delete;

    PGcancel *cancel;
};

Database::Database(DatabaseUrl url, OpenOptions options) : m_url(std::move(url)), m_options(std::move(options)) {}

Database::~Database()
{
    disconnect();
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseUrl &url, const OpenOptions &options)
{
    std::unique_ptr<Database> database(new Database(url, options));
    const Result<> connected = database->connect();
    if (!connected)
        return connected.failure();
    return database;
}

QSqlDatabase Database::handle() const
{
    return QSqlDatabase::database(m_connection, false);
}

Result<> Database::connect()
{
    m_connection = nextConnectionName();
    const bool sqlite = dialect() == Dialect::Sqlite;
    Result<> result;
    {
        QSqlDatabase db =
            QSqlDatabase::addDatabase(sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), m_connection);
        if (!db.isValid())
            result = fail(ErrorCode::Internal, QStringLiteral("the Qt driver for this database is not installed"));
        else
            result = sqlite ? connectSqlite(db) : connectPostgreSql(db);
    }
    if (!result)
        disconnect();
    return result;
}

Result<> Database::connectSqlite(QSqlDatabase &db)
{
    const bool building = m_options.purpose == OpenOptions::Purpose::Build;
    const QString path = m_url.path();
    const QByteArray type = m_options.fileSystemOf ? m_options.fileSystemOf(path) : fileSystemOf(path);
    if (isNetworkFileSystem(type))
        return fail(ErrorCode::NetworkShare,
                    QStringLiteral("%1 lies on a network share (%2), where SQLite's locks do not hold")
                        .arg(path, QString::fromLatin1(type)));
    if (!building) {
        if (const Result<> checked = checkFile(path); !checked)
            return checked;
    }

    db.setDatabaseName(path);
    db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!db.open())
        return fail(openingErrorOf(Dialect::Sqlite, db.lastError()));
    const auto id = numberFrom(db, Dialect::Sqlite, QStringLiteral("PRAGMA application_id"));
    if (!id)
        return id.failure();
    if (building) {
        const Result<> marked =
            runOn(db, Dialect::Sqlite, QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
        if (!marked)
            return marked;
    } else if (*id != kApplicationId) {
        return fail(ErrorCode::NotADatabase, path + QStringLiteral(" is not an office of Kessai Desk"));
    }
    const QStringList settings{building ? QStringLiteral("journal_mode = MEMORY")
                                        : QStringLiteral("journal_mode = WAL"),
                               building ? QStringLiteral("synchronous = OFF") : QStringLiteral("synchronous = FULL"),
                               QStringLiteral("foreign_keys = ON"), QStringLiteral("trusted_schema = OFF"),
                               QStringLiteral("temp_store = MEMORY")};
    for (const QString &setting : settings) {
        if (const Result<> set = runOn(db, Dialect::Sqlite, QStringLiteral("PRAGMA ") + setting); !set)
            return set;
    }
    m_logPath = logOf(path);
    m_log = building ? QByteArray() : identityOf(m_logPath);
    return {};
}

Result<> Database::connectPostgreSql(QSqlDatabase &db)
{
    db.setHostName(m_url.host());
    if (m_url.port() > 0)
        db.setPort(m_url.port());
    db.setDatabaseName(m_url.database());
    db.setUserName(m_url.user());
    db.setPassword(m_url.password());
    db.setConnectOptions(connectOptions(m_url, m_options.purpose));
    if (!db.open())
        return fail(openingErrorOf(Dialect::PostgreSql, db.lastError()));

    if (PGconn *connection = connectionOf(db)) {
        const std::lock_guard lock(m_cancelMutex);
        m_canceller = std::make_unique<Canceller>(PQgetCancel(connection));
    }
    return {};
}

void Database::disconnect()
{
    m_listener.reset();
    m_log.clear();
    {
        const std::lock_guard lock(m_cancelMutex);
        m_canceller.reset();
    }
    // The driver goes before its statements: they would otherwise each ask the server, which may be gone, to forget them.
    const auto statements = std::exchange(m_statements, {});
    ++m_generation;
    if (!m_connection.isEmpty())
        QSqlDatabase::removeDatabase(std::exchange(m_connection, {}));
}

/// Whatever opens and closes the file within this program, such as a list of a folder that looks into its files, takes SQLite's locks away;
/// the next program to leave then believes to be the last one and deletes the log. What was written into it after that would be lost.
bool Database::isOpen() const
{
    return !m_connection.isEmpty() && handle().isOpen() && (m_log.isEmpty() || m_log == identityOf(m_logPath));
}

Result<> Database::reconnect()
{
    disconnect();
    if (const Result<> connected = connect(); !connected)
        return connected;
    return startListening();
}

Result<> Database::listen(const QByteArray &channel, std::function<void(const QByteArray &payload)> heard)
{
    if (!channel.isEmpty() && !isChannel(channel))
        return fail(ErrorCode::Invalid, QStringLiteral("that is no channel"));
    if (dialect() == Dialect::Sqlite)
        return {};
    m_channel = channel;
    m_heard = std::move(heard);
    return startListening();
}

Result<> Database::startListening()
{
    if (!m_listener && m_channel.isEmpty())
        return {};
    if (!isOpen())
        return fail(ErrorCode::ConnectionLost, QStringLiteral("the connection is closed"));
    if (!m_listener) {
        PGconn *connection = connectionOf(handle());
        if (!connection)
            return fail(ErrorCode::Internal, QStringLiteral("the driver does not show its connection"));
        m_listener = std::make_unique<Listener>(
            connection,
            [this](const QByteArray &channel, const QByteArray &payload) {
                if (channel == m_channel) // what was on its way when another was chosen is nobody's
                    m_heard(payload);
            },
            [this] {
                if (!m_channel.isEmpty())
                    m_heard({});
            });
    }
    return execute(m_channel.isEmpty() ? QStringLiteral("UNLISTEN *")
                                       : QStringLiteral("UNLISTEN *; LISTEN ") + QLatin1String(m_channel));
}

void Database::tellNews()
{
    if (m_listener)
        m_listener->tell();
}

void Database::cancel()
{
    const std::lock_guard lock(m_cancelMutex);
    if (!m_canceller || !m_canceller->cancel)
        return;
    char why[256] = {};
    PQcancel(m_canceller->cancel, why, int(sizeof(why)));
}

Result<> Database::execute(const QString &sql)
{
    if (!isOpen())
        return fail(ErrorCode::ConnectionLost, QStringLiteral("the connection is closed"));
    QSqlDatabase db = handle();
    const Result<> run = runOn(db, dialect(), sql);
    m_failed = m_failed || !run;
    tellNews();
    return run;
}

std::shared_ptr<Statement> Database::statementFor(const QString &sql)
{
    const auto known = m_statements.constFind(sql);
    if (known != m_statements.constEnd() && !known.value()->busy)
        return known.value();

    auto statement = std::make_shared<Statement>();
    const QSqlDatabase db = handle();
    statement->query = QSqlQuery(db);
    // QPSQL's forward-only mode loses the rest of the rows when another query runs in between (database.md 3.4).
    statement->query.setForwardOnly(dialect() == Dialect::Sqlite);
    if (!statement->query.prepare(sql)) {
        statement->error = errorOf(dialect(), statement->query.lastError(), isOpen());
        return statement;
    }
    static const QRegularExpression placeholder(QStringLiteral("(?<![:\\w]):(\\w+)"));
    for (auto it = placeholder.globalMatch(sql); it.hasNext();)
        statement->names += it.next().captured(0);
    statement->names.removeDuplicates();
    if (known == m_statements.constEnd())
        m_statements.insert(sql, statement);
    return statement;
}

Result<Transaction> Transaction::begin(Database &database)
{
    const bool sqlite = database.dialect() == Dialect::Sqlite;
    const Result<> begun = database.execute(sqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
    if (!begun)
        return begun.failure();
    database.m_failed = false;
    return Transaction(database);
}

Result<Transaction> Transaction::beginReading(Database &database)
{
    const bool sqlite = database.dialect() == Dialect::Sqlite;
    const Result<> begun =
        database.execute(sqlite ? QStringLiteral("BEGIN")
                                : QStringLiteral("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    if (!begun)
        return begun.failure();
    database.m_failed = false;
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    // A connection that broke has rolled back by itself; there is nobody left to tell.
    if (m_database && m_database->isOpen())
        (void)m_database->execute(QStringLiteral("ROLLBACK"));
}

Result<> Transaction::commit()
{
    if (m_database->m_failed)
        return fail(ErrorCode::Internal,
                    QStringLiteral("a transaction in which a statement failed cannot be committed"));
    const Result<> committed = m_database->execute(QStringLiteral("COMMIT"));
    if (!committed)
        return fail(outcomeOf(committed.error()));
    if (!m_database->isOpen()) // what it wrote nobody reads
        return fail(ErrorCode::OutcomeUnknown, QStringLiteral("the file's log was taken away meanwhile"));
    m_database = nullptr;
    return {};
}

} // namespace kessai
