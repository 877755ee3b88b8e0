// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"
#include "core/store/newdatabase.h"
#include "core/store/openstore.h"
#include "core/store/searchtext.h"
#include "tests/bench/sections.h"
#include "tests/bench/servertime.h"
#include "tests/bench/writers.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

#include <QTemporaryDir>

#include <atomic>
#include <barrier>
#include <mutex>
#include <thread>

namespace kessai::bench {

namespace {

constexpr int kMostClients = 50;
constexpr int kWarmUp = 8;      ///< jobs of each client before anything is counted
constexpr int kMostOnAFile = 8; ///< a file is for one PC
constexpr int kAlternations = 3;
constexpr int kPeople = 4; ///< who work on a job

/// A way to write, and the writer of one client.
struct Way final {
    QString name;
    std::function<Result<std::unique_ptr<Writer>>(int client)> writer;
};

/// What some clients came to.
struct Rate final {
    double jobs = 0;   ///< a second
    double server = 0; ///< milliseconds of processor time a job, in the server's processes
};

/// Some clients at once, each on a thread and connections of its own.
Result<Rate> rateOf(const Way &way, int clients, double seconds)
{
    std::atomic<int> done{0};
    std::atomic<bool> over{false};
    std::mutex mutex;
    Result<> outcome;
    std::barrier ready(clients + 1);
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            auto writer = way.writer(client);
            Result<> ran = writer ? Result<>() : Result<>(writer.failure());
            // A session is quick once the server has seen its statements a few times.
            for (int job = 0; job < kWarmUp && ran; ++job)
                ran = (*writer)->job();
            ready.arrive_and_wait();
            while (ran && !over) {
                ran = (*writer)->job();
                if (ran && !over)
                    ++done;
            }
            if (!ran) {
                const std::lock_guard lock(mutex);
                outcome = ran;
            }
        });
    }
    ready.arrive_and_wait();
    const double before = serverTime();
    const double spent = milliseconds([&] { std::this_thread::sleep_for(std::chrono::duration<double>(seconds)); });
    const int counted = done;
    const double used = serverTime() - before;
    over = true;
    for (std::thread &thread : threads)
        thread.join();
    return outcome ? Result<Rate>(Rate{counted * 1000.0 / spent, used / std::max(counted, 1)})
                   : Result<Rate>(outcome.failure());
}

/// Does one job through the store and answers what it wrote.
Result<WrittenJob> exampleOf(const WritersOffice &office, const OpenAs &open, const DatabaseUrl &owner)
{
    auto writer = storeWriter(office, 0, open);
    if (!writer)
        return writer.failure();
    if (const Result<> done = (*writer)->job(); !done)
        return done.failure();
    auto store = openStore(owner, std::nullopt, systemClock());
    if (!store)
        return store.failure();
    const auto ids = (*store)->cases().ids({}, 1);
    if (!ids)
        return ids.failure();
    auto record = (*store)->cases().load(ids->front());
    if (!record)
        return record.failure();
    const QString text = foldText(record->number) + QLatin1Char('\n')
        + searchableText(record->title, record->drafterName, record->revisions.front().content.fields);
    return WrittenJob{std::move(record).value(), text, gramsOf(text)};
}

/// Lets the ways take turns and prints how the first ones do against the others.
struct Bar final {
    size_t way;
    size_t limit;
    std::optional<double> target; ///< of the ratio
};
Result<> compare(Report &report, const std::vector<Way> &ways, const std::vector<Bar> &bars, int clients,
                 double seconds)
{
    std::vector<std::vector<double>> rates(ways.size());
    std::vector<std::vector<double>> costs(ways.size());
    for (int round = 0; round < kAlternations; ++round) {
        for (size_t i = 0; i < ways.size(); ++i) {
            const auto jobs = rateOf(ways[i], clients, seconds);
            if (!jobs)
                return jobs.failure();
            rates[i].push_back(jobs->jobs);
            costs[i].push_back(jobs->server);
        }
    }
    const auto figure = [&](size_t way) -> QString {
        const double cost = median(costs[way]);
        return QStringLiteral("%1 jobs/s").arg(decimals(median(rates[way]), 0))
            + (cost > 0 ? QStringLiteral(" (%1 ms)").arg(decimals(cost, 1)) : QString());
    };
    for (const Bar &bar : bars) {
        std::vector<double> ratios;
        for (size_t round = 0; round < size_t(kAlternations); ++round)
            ratios.push_back(rates[bar.way][round] / rates[bar.limit][round]);
        const double ratio = median(ratios);
        report.line(QStringLiteral("%1, %2 client(s)").arg(ways[bar.way].name).arg(clients), figure(bar.way),
                    QStringLiteral("%1: %2").arg(ways[bar.limit].name, figure(bar.limit)),
                    QStringLiteral("%1 (%2–%3)")
                        .arg(decimals(ratio), decimals(percentile(ratios, 1)), decimals(percentile(ratios, 100))),
                    bar.target ? QStringLiteral("≥ %1").arg(*bar.target) : QStringLiteral("for information"),
                    bar.target ? std::optional(ratio >= *bar.target) : std::nullopt);
    }
    return {};
}

Result<> onPostgres(Report &report, const WritersOffice &office, const std::vector<int> &numbers, double seconds)
{
    auto &server = test::PostgresServer::instance();
    const QString name = QStringLiteral("writing");
    Result<> made = server.run(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ") + name);
    if (made)
        made = test::foundServerOffice(name, office.founding(), systemClock(), {}, 10);
    if (made)
        made = server.run(name, writingFunctions());
    if (made)
        made = server.run(name, QStringLiteral("ANALYZE"));
    if (!made)
        return made;
    const auto people = office.founding().configuration.office.at(systemClock().now().day(), 1);
    const OpenAs open = [&](StaffId who) {
        return openStore(test::staffUrl(name, people->staff(who)->login), std::nullopt, systemClock());
    };
    const auto job = exampleOf(office, open, test::superuserUrl(name));
    if (!job)
        return job.failure();
    const QString conninfo = QStringLiteral("host=%1 user=%2 dbname=%3 options='-c search_path=kessai,pg_temp'")
                                 .arg(server.host(), test::PostgresServer::superuser(), name);
    const std::vector<Way> ways{
        {QStringLiteral("store"), [&](int client) { return storeWriter(office, client, open); }},
        {QStringLiteral("desk"), [&](int client) { return deskWriter(office, client, open); }},
        {QStringLiteral("plain SQL"), [&](int) { return plainPostgres(*job, conninfo, 1); }},
        {QStringLiteral("one function an act, hash chain"), [&](int) { return functionPostgres(*job, conninfo, 1); }},
        {QStringLiteral("plain SQL, four sessions"), [&](int) { return plainPostgres(*job, conninfo, kPeople); }},
        {QStringLiteral("one function an act, four sessions"),
         [&](int) { return functionPostgres(*job, conninfo, kPeople); }}};
    report.section(
        QStringLiteral("Writing on PostgreSQL, fsync on"),
        QStringLiteral(
            "A job is a draft saved, submitted, approved three times and decided: five commits. Store: engine and "
            "notary, "
            "real logins, row-level security, hash chain, access rows. Desk: besides that the case opened, replayed "
            "and "
            "verified before every act, and the form's checks. Every client has connections of its own, the store and "
            "the desk "
            "one for each of the four people, the limits one, and four for information; median of %1 "
            "alternating rounds of %2 s, the ratio's range in brackets; with the figures the "
            "milliseconds of processor time a job costs the server.")
            .arg(kAlternations)
            .arg(seconds));
    for (const int clients : numbers) {
        const Result<> compared = compare(report, ways,
                                          {{0, 2, 1.0},
                                           {0, 3, 0.7},
                                           {0, 4, std::nullopt},
                                           {0, 5, std::nullopt},
                                           {1, 2, std::nullopt},
                                           {1, 3, std::nullopt}},
                                          clients, seconds);
        if (!compared)
            return compared;
    }
    return {};
}

Result<> onSqlite(Report &report, const WritersOffice &office, const std::vector<int> &numbers, double seconds)
{
    // Not in memory: what is measured is how acts reach the disk.
    const QTemporaryDir directory(QStringLiteral("/var/tmp/kessai-bench-XXXXXX"));
    const QString path = directory.filePath(QStringLiteral("office.db"));
    auto fresh = NewDatabase::begin(DatabaseUrl::sqlite(path), systemClock());
    if (!fresh)
        return fresh.failure();
    Result<> made = writeOffice(fresh->database(), office.founding(), systemClock().now());
    if (made)
        made = fresh->finish();
    if (!made)
        return made;
    const OpenAs open = [&](StaffId who) { return openStore(DatabaseUrl::sqlite(path), who, systemClock()); };
    const auto job = exampleOf(office, open, DatabaseUrl::sqlite(path));
    if (!job)
        return job.failure();
    const std::vector<Way> ways{
        {QStringLiteral("store"), [&](int client) { return storeWriter(office, client, open); }},
        {QStringLiteral("desk"), [&](int client) { return deskWriter(office, client, open); }},
        {QStringLiteral("plain SQL"), [&](int) { return plainSqlite(*job, path); }}};
    report.section(QStringLiteral("Writing on SQLite, synchronous FULL"), {});
    for (const int clients : numbers) {
        if (clients > kMostOnAFile)
            continue;
        const Result<> compared = compare(report, ways, {{0, 2, 0.5}, {1, 2, std::nullopt}}, clients, seconds);
        if (!compared)
            return compared;
    }
    return {};
}

} // namespace

Result<> measureWriting(Report &report, const QStringList &clients, double seconds)
{
    const WritersOffice office(kMostClients);
    std::vector<int> numbers;
    for (const QString &number : clients)
        numbers.push_back(std::clamp(number.toInt(), 1, kMostClients));
    if (const Result<> measured = onPostgres(report, office, numbers, seconds); !measured)
        return measured;
    return onSqlite(report, office, numbers, seconds);
}

} // namespace kessai::bench
