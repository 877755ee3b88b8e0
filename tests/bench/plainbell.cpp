// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/plainbell.h"

#include "tests/support/postgresserver.h"

#include <QByteArray>

#include <libpq-fe.h>
#include <poll.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <mutex>
#include <thread>

namespace kessai::bench {

namespace {

using Time = std::chrono::steady_clock::time_point;

constexpr int kRows = 40;
constexpr auto kPause = std::chrono::milliseconds(250);

struct Connection final {
    explicit Connection(const QByteArray &conninfo) : line(PQconnectdb(conninfo.constData())) {}
    ~Connection() { PQfinish(line); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// The first value; empty where there is none, or it failed.
    QByteArray run(const char *sql)
    {
        PGresult *result = PQexec(line, sql);
        const QByteArray value = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
        well = PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
        PQclear(result);
        return value;
    }

    PGconn *line;
    bool well = true;
};

bool rang(Connection &connection)
{
    pollfd news{PQsocket(connection.line), POLLIN, 0};
    if (poll(&news, 1, 50) > 0)
        PQconsumeInput(connection.line);
    bool any = false;
    while (PGnotify *notice = PQnotifies(connection.line)) {
        PQfreemem(notice);
        any = true;
    }
    return any;
}

} // namespace

Result<std::vector<double>> plainBell(const QString &database, int listeners)
{
    const QByteArray conninfo =
        QStringLiteral("host=%1 user=%2 dbname=%3")
            .arg(test::PostgresServer::instance().host(), test::PostgresServer::superuser(), database)
            .toUtf8();
    Connection writer(conninfo);
    writer.run("CREATE TABLE public.place AS SELECT 0 AS page");
    std::vector<Time> sent(kRows + 1);
    std::vector<double> took;
    std::mutex mutex; // guards both
    std::atomic<bool> over{false};
    std::atomic<bool> well{writer.well};
    std::latch ready(listeners + 1);
    std::vector<std::thread> threads;
    for (int i = 0; i < listeners; ++i) {
        threads.emplace_back([&] {
            Connection own(conninfo);
            own.run("LISTEN place");
            ready.arrive_and_wait();
            int known = 0;
            while (!over) {
                if (!rang(own))
                    continue;
                const int page = own.run("SELECT page FROM public.place").toInt();
                const Time at = std::chrono::steady_clock::now();
                const std::lock_guard lock(mutex);
                for (; known < page; ++known)
                    took.push_back(std::chrono::duration<double, std::milli>(at - sent[size_t(known) + 1]).count());
            }
            if (!own.well)
                well = false;
        });
    }
    ready.arrive_and_wait();
    for (int row = 1; row <= kRows && writer.well; ++row) {
        std::this_thread::sleep_for(kPause);
        {
            const std::lock_guard lock(mutex);
            sent[size_t(row)] = std::chrono::steady_clock::now();
        }
        writer.run(
            "BEGIN; SET LOCAL synchronous_commit = off; UPDATE public.place SET page = page + 1; NOTIFY place; COMMIT");
    }
    std::this_thread::sleep_for(2 * kPause);
    over = true;
    for (std::thread &thread : threads)
        thread.join();
    if (!well || !writer.well || took.size() != size_t(kRows) * size_t(listeners))
        return fail(ErrorCode::Internal, QStringLiteral("plain listeners missed something"));
    return took;
}

} // namespace kessai::bench
