// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures what quality.md promises and prints it as one table, each figure beside a limit measured in the same run.

#include "tests/bench/sections.h"
#include "tests/support/postgresserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace kessai;
using namespace kessai::bench;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures engine, store and search against limits of the same run."));
    parser.addHelpOption();
    const QCommandLineOption only(QStringLiteral("only"),
                                  QStringLiteral("Only some of engine, write, pay, meeting, read, search."),
                                  QStringLiteral("parts"), QStringLiteral("engine,write,pay,meeting,read,search"));
    const QCommandLineOption cases(QStringLiteral("cases"), QStringLiteral("Cases in the large office."),
                                   QStringLiteral("number"), QStringLiteral("1300000"));
    const QCommandLineOption small(QStringLiteral("small"), QStringLiteral("Cases in the small office."),
                                   QStringLiteral("number"), QStringLiteral("10000"));
    const QCommandLineOption seconds(QStringLiteral("seconds"), QStringLiteral("How long each writing lasts."),
                                     QStringLiteral("seconds"), QStringLiteral("3"));
    const QCommandLineOption clients(QStringLiteral("clients"), QStringLiteral("How many write at once."),
                                     QStringLiteral("numbers"), QStringLiteral("1,8,50"));
    const QCommandLineOption pages(QStringLiteral("pages"), QStringLiteral("Pages the presenter turns."),
                                   QStringLiteral("number"), QStringLiteral("300"));
    const QCommandLineOption keep(QStringLiteral("keep"),
                                  QStringLiteral("Wait for Enter before the server is cleared away."));
    parser.addOptions({only, cases, small, seconds, clients, pages, keep});
    parser.process(application);
    const QStringList parts = parser.value(only).split(QLatin1Char(','));

    // As an office runs it (packaging/postgresql/kessai.conf), on a machine smaller than it asks for.
    test::PostgresServer::demand({QStringLiteral("fsync=on"), QStringLiteral("synchronous_commit=on"),
                                  QStringLiteral("full_page_writes=on"), QStringLiteral("max_connections=320"),
                                  QStringLiteral("shared_buffers=2GB"), QStringLiteral("effective_cache_size=8GB"),
                                  QStringLiteral("work_mem=8MB"), QStringLiteral("max_wal_size=4GB"),
                                  QStringLiteral("autovacuum=on")});
    Report report;
    Result<> ran;
    if (ran && parts.contains(QStringLiteral("engine")))
        ran = measureEngine(report);
    if (ran && parts.contains(QStringLiteral("write")))
        ran = measureWriting(report, parser.value(clients).split(QLatin1Char(',')), parser.value(seconds).toDouble());
    if (ran && parts.contains(QStringLiteral("pay")))
        ran = measurePaying(report);
    if (ran && parts.contains(QStringLiteral("meeting")))
        ran = measureMeeting(report, parser.value(pages).toInt());
    const bool read = parts.contains(QStringLiteral("read"));
    const bool search = parts.contains(QStringLiteral("search"));
    if (ran && (read || search))
        ran = measureReading(report, parser.value(small).toLongLong(), parser.value(cases).toLongLong(), read, search);
    if (parser.isSet(keep)) {
        report.note(test::PostgresServer::instance().host());
        (void)getchar();
    }
    test::PostgresServer::shutDown();
    if (!ran) {
        report.note(QStringLiteral("stopped: ") + toCode(ran.error().code) + QLatin1Char(' ') + ran.error().detail);
        return 2;
    }
    return report.allMet() ? 0 : 1;
}
