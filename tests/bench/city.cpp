// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/city.h"

#include "core/base/textfold.h"
#include "core/store/database.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

#include <QFile>
#include <QProcess>

#include <atomic>
#include <mutex>
#include <thread>

namespace kessai::bench {

namespace {

constexpr qint64 kChunk = 20'000;

/// A connection of the superuser that no statement of this size is too long for.
Result<std::unique_ptr<Database>> superuser(const QString &database)
{
    auto opened = Database::open(test::superuserUrl(database));
    if (!opened)
        return opened;
    const Result<> set =
        (*opened)->execute(QStringLiteral("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;"
                                          " SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'"));
    if (!set)
        return set.failure();
    return opened;
}

Result<> makeSample(const QString &database, const QString &password)
{
    QProcess admin;
    admin.setProcessChannelMode(QProcess::MergedChannels);
    admin.start(QStringLiteral(KESSAI_ADMIN),
                {QStringLiteral("create"), test::PostgresServer::instance().ownerUrl(database),
                 QStringLiteral("--sample"), QStringLiteral("--sample-password"), password});
    if (!admin.waitForFinished(900'000) || admin.exitCode() != 0)
        return fail(ErrorCode::Internal, QString::fromUtf8(admin.readAll()));
    return {};
}

/// Words of two characters in a made-up language, so that what searches look for is there only where it was put.
QString vocabulary()
{
    const QString characters =
        QStringLiteral("安以宇永於加木久計己左之寸世曽太知川天止奈二奴根乃波比不部保末美武女毛也由与良利留礼呂和遠无"
                       "山川田畑林森水火土金石草花鳥風月雨雪雲空");
    QString rows;
    int no = 0;
    for (const QChar first : characters) {
        for (const QChar second : characters) {
            const QString word = QString(first) + second;
            rows += QStringLiteral("%1(%2,'%3','%4')")
                        .arg(no == 0 ? QString() : QStringLiteral(","), QString::number(no), word, foldText(word));
            ++no;
        }
    }
    return QStringLiteral("INSERT INTO bench.word VALUES ") + rows;
}

Result<> runAll(const QString &database, const QStringList &statements)
{
    auto connection = superuser(database);
    if (!connection)
        return connection.failure();
    for (const QString &statement : statements) {
        if (const Result<> run = (*connection)->execute(statement); !run)
            return run;
    }
    return {};
}

/// Runs the statements over two connections at once, one for each core of a small machine.
Result<> runInParallel(const QString &database, const QStringList &statements)
{
    std::atomic<qsizetype> next{0};
    std::mutex mutex;
    Result<> outcome;
    const auto work = [&] {
        auto connection = superuser(database);
        Result<> run = connection ? Result<>() : Result<>(connection.failure());
        while (run) {
            const qsizetype mine = next.fetch_add(1);
            if (mine >= statements.size())
                return;
            run = (*connection)->execute(statements[mine]);
        }
        const std::lock_guard lock(mutex);
        outcome = run;
    };
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
    return outcome;
}

} // namespace

Result<> buildCity(const QString &database, qint64 cases, const QString &password)
{
    auto &server = test::PostgresServer::instance();
    if (const Result<> made = makeSample(database, password); !made)
        return made;
    QFile file(QStringLiteral(KESSAI_BENCH_DIR "/city.sql"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, file.fileName());
    const Result<> prepared = runAll(database, {QString::fromUtf8(file.readAll()), vocabulary()});
    if (!prepared)
        return prepared;

    const auto last = server.rows(database, QStringLiteral("SELECT max(case_id), count(*) FROM kessai.case_file"));
    const auto later = server.rows(database, QStringLiteral("SELECT name, definition FROM bench.later"));
    if (!last || !later)
        return last ? later.failure() : last.failure();
    QStringList drops;
    QStringList makes;
    for (const QStringList &index : *later) {
        drops << QStringLiteral("DROP INDEX ") + index[0];
        makes << index[1];
    }
    QStringList chunks;
    qint64 at = (*last)[0][0].toLongLong() + 1;
    for (qint64 left = cases - (*last)[0][1].toLongLong(); left > 0; left -= kChunk, at += kChunk)
        chunks << QStringLiteral("SELECT bench.multiply(%1, %2)").arg(at).arg(std::min(left, kChunk));

    if (const Result<> dropped = runAll(database, drops); !dropped)
        return dropped;
    if (const Result<> multiplied = runInParallel(database, chunks); !multiplied)
        return multiplied;
    if (const Result<> indexed = runInParallel(database, makes); !indexed)
        return indexed;
    return runAll(
        database,
        {QStringLiteral("SELECT setval('kessai.case_file_case_id_seq', (SELECT max(case_id) FROM kessai.case_file))"),
         QStringLiteral("DROP SCHEMA bench CASCADE"), QStringLiteral("VACUUM ANALYZE")});
}

} // namespace kessai::bench
