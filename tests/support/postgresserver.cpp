// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgresserver.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStandardPaths>
#include <QThread>
#include <QVariant>

#include <gtest/gtest.h>
#include <pwd.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace kessai::test {
namespace {

constexpr int kStartTimeout = 60'000;
const QLatin1String kPrefix("kessai-pg-");

std::unique_ptr<PostgresServer> &holder()
{
    static std::unique_ptr<PostgresServer> server;
    return server;
}

QStringList &demands()
{
    static QStringList settings;
    return settings;
}

/// The newest server whose programs are complete; Debian keeps them out of the path.
QString findBinaries()
{
    QDir root(QStringLiteral("/usr/lib/postgresql"));
    QStringList places;
    const QStringList versions = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &version : versions)
        places << root.filePath(version) + QStringLiteral("/bin");
    const QString inPath = QStandardPaths::findExecutable(QStringLiteral("postgres"));
    if (!inPath.isEmpty())
        places << QFileInfo(inPath).absolutePath();
    for (const QString &place : places) {
        if (QFileInfo(place + QStringLiteral("/postgres")).isExecutable()
            && QFileInfo(place + QStringLiteral("/initdb")).isExecutable())
            return place;
    }
    return {};
}

bool alive(const QString &pidFile)
{
    QFile file(pidFile);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const int pid = file.readLine().trimmed().toInt();
    return pid > 0 && (kill(pid, 0) == 0 || errno == EPERM);
}

QList<pid_t> childrenOf(pid_t parent)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
    QList<pid_t> children;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &pid : file.readAll().simplified().split(' '))
            children << pid_t(pid.toInt());
    }
    children.removeAll(0);
    return children;
}

/// Directories that a power cut or a killed wrapper left behind.
void sweep()
{
    const QDir tmp(QStringLiteral("/tmp"));
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-3600);
    const QFileInfoList old = tmp.entryInfoList({kPrefix + QLatin1Char('*')}, QDir::Dirs | QDir::NoSymLinks);
    for (const QFileInfo &info : old) {
        if (info.lastModified() < limit && !alive(info.filePath() + QStringLiteral("/data/postmaster.pid")))
            QDir(info.filePath()).removeRecursively();
    }
}

QString tail(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll().right(1500));
}

} // namespace

/// Stops the server once all tests have run, while there still is an application object.
class PostgresEnvironment final : public ::testing::Environment {
public:
    void TearDown() override { holder().reset(); }
};

namespace {
const ::testing::Environment *const environment = ::testing::AddGlobalTestEnvironment(new PostgresEnvironment);
}

PostgresServer &PostgresServer::instance()
{
    (void)environment;
    if (!holder())
        holder().reset(new PostgresServer);
    return *holder();
}

void PostgresServer::demand(const QStringList &settings)
{
    demands() = settings;
}

void PostgresServer::shutDown()
{
    holder().reset();
}

PostgresServer::PostgresServer()
{
    const Result<> started = start();
    if (!started.ok())
        m_error = started.error().detail;
}

PostgresServer::~PostgresServer()
{
    stop();
}

Result<> PostgresServer::start()
{
    sweep();
    m_binaries = findBinaries();
    if (m_binaries.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("PostgreSQL is missing: install postgresql-15"));

    // A short path: socket names hold at most 107 bytes.
    QByteArray path = "/tmp/" + QByteArray(kPrefix.data(), kPrefix.size()) + "XXXXXX";
    if (!mkdtemp(path.data()))
        return fail(ErrorCode::Internal, QStringLiteral("cannot make a directory in /tmp"));
    m_directory = QString::fromLocal8Bit(path);

    m_drop = QStringList{QStringLiteral("setpriv"), QStringLiteral("--pdeathsig=TERM")};
    if (geteuid() == 0) {
        // The server refuses to run as root.
        const passwd *user = getpwnam("postgres");
        if (!user)
            user = getpwnam("nobody");
        if (!user || chown(path.constData(), user->pw_uid, user->pw_gid) != 0)
            return fail(ErrorCode::Internal, QStringLiteral("there is neither a user postgres nor a user nobody"));
        m_drop << QStringLiteral("--reuid=%1").arg(user->pw_uid) << QStringLiteral("--regid=%1").arg(user->pw_gid)
               << QStringLiteral("--clear-groups");
    }

    QProcess init;
    init.setWorkingDirectory(QStringLiteral("/"));
    init.setProcessChannelMode(QProcess::MergedChannels);
    QStringList command = m_drop;
    command << m_binaries + QStringLiteral("/initdb") << QStringLiteral("--no-sync")
            << QStringLiteral("--no-instructions") << QStringLiteral("--auth=trust")
            << QStringLiteral("--username=") + superuser() << QStringLiteral("--encoding=UTF8")
            << QStringLiteral("--locale=C.UTF-8")
            << QStringLiteral("--pgdata=") + m_directory + QStringLiteral("/data");
    init.start(command.takeFirst(), command);
    if (!init.waitForFinished(kStartTimeout) || init.exitCode() != 0) {
        const QString output = QString::fromUtf8(init.readAll());
        QDir(m_directory).removeRecursively();
        return fail(ErrorCode::Internal, QStringLiteral("initdb failed: ") + output);
    }

    // The superuser is told by the socket's directory, which nobody else can enter; staff must prove themselves.
    QFile hba(m_directory + QStringLiteral("/data/pg_hba.conf"));
    if (!hba.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return fail(ErrorCode::Internal, QStringLiteral("cannot write pg_hba.conf"));
    hba.write("local all postgres trust\nlocal all all scram-sha-256\n");
    hba.close();
    return launch();
}

Result<> PostgresServer::launch()
{
    // The shell stands between: it receives the death signal, ends the server and clears the directory away. SIGTERM, because
    // SIGINT stays ignored in whatever was started in the background of a script.
    static const QString script = QStringLiteral("d=$1; shift; \"$@\" & p=$!; trap 'kill -INT $p 2>/dev/null' TERM;"
                                                 " wait $p; while kill -0 $p 2>/dev/null; do wait $p; done;"
                                                 " [ -e \"$d/keep\" ] || rm -rf \"$d\"");
    m_process = std::make_unique<QProcess>();
    m_process->setWorkingDirectory(QStringLiteral("/"));
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(m_directory + QStringLiteral("/log"), QIODevice::Append);
    QStringList command = m_drop;
    command << QStringLiteral("sh") << QStringLiteral("-c") << script << QStringLiteral("sh") << m_directory
            << m_binaries + QStringLiteral("/postgres") << QStringLiteral("-D") << m_directory + QStringLiteral("/data")
            << QStringLiteral("-k") << m_directory;
    // Nothing here outlives the run, so nothing needs to reach the disk.
    for (const char *setting :
         {"listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=120",
          "shared_buffers=64MB", "autovacuum=off", "log_min_messages=warning", "max_wal_size=256MB",
          "deadlock_timeout=200ms", "timezone=UTC"})
        command << QStringLiteral("-c") << QString::fromLatin1(setting);
    for (const QString &setting : demands())
        command << QStringLiteral("-c") << setting;
    m_process->start(command.takeFirst(), command);
    if (!m_process->waitForStarted(kStartTimeout))
        return fail(ErrorCode::Internal, QStringLiteral("setpriv is missing: install util-linux"));
    return waitUntilReady();
}

Result<> PostgresServer::waitUntilReady()
{
    for (int waited = 0; waited < kStartTimeout; waited += 25) {
        if (m_process->state() != QProcess::Running && m_process->waitForFinished(0))
            break;
        if (rows(QStringLiteral("postgres"), QStringLiteral("SELECT 1")).ok())
            return {};
        QThread::msleep(25);
    }
    return fail(ErrorCode::Unreachable,
                QStringLiteral("the server did not start: ") + tail(m_directory + QStringLiteral("/log")));
}

void PostgresServer::stop()
{
    if (m_process && m_process->state() == QProcess::Running) {
        m_process->terminate();
        if (!m_process->waitForFinished(20'000))
            m_process->kill();
    }
    if (!m_directory.isEmpty())
        QDir(m_directory).removeRecursively();
}

Result<> PostgresServer::restart(bool hard)
{
    QFile keep(m_directory + QStringLiteral("/keep"));
    if (!keep.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Internal, QStringLiteral("cannot mark the directory"));
    keep.close();
    if (hard) {
        const qint64 pid = processId();
        if (pid <= 0)
            return fail(ErrorCode::Internal, QStringLiteral("no server to kill"));
        // Its sessions as well: left alone they would end what they are at, and answer.
        const QList<pid_t> children = childrenOf(pid_t(pid));
        kill(pid_t(pid), SIGKILL);
        for (const pid_t child : children)
            kill(child, SIGKILL);
    } else {
        m_process->terminate();
    }
    if (!m_process->waitForFinished(kStartTimeout))
        return fail(ErrorCode::Internal, QStringLiteral("the server does not end"));

    // One that had just begun notices only after a while that its server is gone; until then a new one finds the old one's memory in use.
    Result<> launched = launch();
    for (int waited = 0; hard && !launched && waited < kStartTimeout; waited += 100) {
        QThread::msleep(100);
        launched = launch();
    }
    keep.remove();
    return launched;
}

qint64 PostgresServer::processId() const
{
    QFile file(m_directory + QStringLiteral("/data/postmaster.pid"));
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
}

QString PostgresServer::url(const QString &database, const QString &login) const
{
    return QStringLiteral("postgresql://%1@/%2?host=%3").arg(login, database, m_directory);
}

Result<QList<QStringList>> PostgresServer::rows(const QString &database, const QString &sql)
{
    const QString name = QStringLiteral("postgresserver-%1").arg(++m_count);
    Result<QList<QStringList>> result = fail(ErrorCode::Internal);
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
        db.setHostName(m_directory);
        db.setDatabaseName(database);
        db.setUserName(superuser());
        if (!db.open()) {
            result = fail(ErrorCode::Unreachable, db.lastError().text());
        } else {
            QSqlQuery query(db);
            query.setForwardOnly(true);
            if (query.exec(sql)) {
                QList<QStringList> all;
                while (query.next()) {
                    QStringList row;
                    for (int i = 0; i < query.record().count(); ++i)
                        row << (query.isNull(i) ? QStringLiteral("NULL") : query.value(i).toString());
                    all << row;
                }
                result = std::move(all);
            } else {
                result = fail(ErrorCode::Internal, query.lastError().text());
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
    return result;
}

Result<> PostgresServer::run(const QString &database, const QString &sql)
{
    const auto result = rows(database, sql);
    return result.ok() ? Result<>() : Result<>(result.failure());
}

Result<QString> PostgresServer::createDatabase(const QString &name, const Fill &fill)
{
    if (!running())
        return fail(ErrorCode::Unreachable, m_error);
    if (!m_templates.contains(name)) {
        const QString made = QStringLiteral("template_") + name;
        Result<> filled = run(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE %1").arg(made));
        if (filled.ok())
            filled = fill(made);
        if (!filled.ok()) {
            dropDatabase(made);
            return filled.failure();
        }
        m_templates.insert(name, made);
    }
    const QString database = QStringLiteral("%1_%2").arg(name).arg(++m_count);
    const Result<> copied =
        run(QStringLiteral("postgres"),
            QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(database, m_templates.value(name)));
    if (!copied.ok())
        return copied.failure();
    // CONNECT is a right on the database itself and is not copied with a template.
    const Result<> closed = run(
        database,
        QStringLiteral("DO $$ DECLARE g name; BEGIN IF to_regprocedure('kessai.staff_group()') IS NOT NULL THEN"
                       " EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());"
                       " EXECUTE 'SELECT kessai.staff_group()' INTO g;"
                       " EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), g); END IF; END $$"));
    if (!closed.ok())
        return closed.failure();
    return database;
}

void PostgresServer::dropDatabase(const QString &database)
{
    // Nothing can be done about a failure here, and the directory goes anyway.
    (void)run(QStringLiteral("postgres"), QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(database));
}

ScratchDatabase::ScratchDatabase(const QString &templateName, const PostgresServer::Fill &fill)
{
    const auto made = PostgresServer::instance().createDatabase(templateName, fill);
    if (made.ok())
        m_name = *made;
    else
        m_error = made.error().detail;
}

ScratchDatabase::~ScratchDatabase()
{
    if (!m_name.isEmpty())
        PostgresServer::instance().dropDatabase(m_name);
}

} // namespace kessai::test
