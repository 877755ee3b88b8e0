// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/numbers.h"
#include "core/office/sections.h"
#include "core/services/payroll.h"
#include "core/services/worksheet.h"
#include "core/store/database.h"
#include "core/store/newdatabase.h"
#include "core/store/openstore.h"
#include "tests/bench/sections.h"
#include "tests/support/officebuilder.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

#include <QTemporaryDir>

namespace kessai::bench {

namespace {

constexpr int kPaidStaff = 1'000;
constexpr int kPaidMonths = 12;
constexpr int kPayRounds = 7;
/// A month of 1,000 people is closed and paid before anybody looks for the clock.
constexpr double kSecondsAtMost = 5;

/// An office of that many, with personnel among them.
struct PaidOffice final {
    test::SmallOffice small;
    StaffId personnel = small.kato;

    OfficeFounding founding()
    {
        for (int n = int(small.builder.history().staff.size()); n < kPaidStaff; ++n) {
            small.builder.staff(QStringLiteral("clerk%1").arg(n), QStringLiteral("職員"), QString::number(n),
                                small.clerk);
        }
        OfficeFounding founding;
        founding.configuration.officeName = QStringLiteral("見本市役所");
        founding.configuration.office = small.builder.history();
        founding.configuration.parameters = shippedParameters();
        founding.madeBy = QStringLiteral("bench");
        founding.reason = QStringLiteral("bench");
        return founding;
    }
};

QDate firstMonth()
{
    return monthOf(systemClock().now().day()).addMonths(-kPaidMonths);
}

/// A year of evenings: everybody has an order and a result on every third day, a leave now and then, and one exchange of days a
/// quarter across weeks; one in twenty works past 60 hours. Decided long before any closing.
QStringList history(Dialect dialect)
{
    const bool server = dialect == Dialect::PostgreSql;
    const QString tables = server ? QStringLiteral("kessai.") : QString();
    QStringList statements{
        QStringLiteral(
            "INSERT INTO %1case_file (case_id, number, form, drafter_id, drafter_name, drafter_section, title, "
            "state, created_at, changed_at) VALUES (1, 'R8-000001', 'overtime', 1, '', '', '', 4, 1, 1)")
            .arg(tables)};
    const QString numbers =
        QStringLiteral("WITH RECURSIVE person (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM person WHERE id < %1), "
                       "days (n, day) AS (%2) ");
    QStringList days;
    for (int n = 0; n < kPaidMonths * 31 && firstMonth().addDays(n) < firstMonth().addMonths(kPaidMonths); ++n) {
        const QDate day = firstMonth().addDays(n);
        if (shippedHolidays().isDuty(day))
            days += QStringLiteral("SELECT %1, '%2'").arg(QString::number(n), day.toString(Qt::ISODate));
    }
    const auto insert = [&](const QString &ledger, const QString &amount, int start, const QString &which, int no) {
        statements +=
            QStringLiteral("INSERT INTO %1posting (case_id, revision, no, ledger, account, day, amount, starts, "
                           "state, used_at) ")
                .arg(tables)
            + numbers.arg(kPaidStaff).arg(days.join(QStringLiteral(" UNION ALL ")))
            + QStringLiteral("SELECT 1, %1, p.id * 1000 + d.n, '%2', 'staff:' || p.id, d.day, %3, %4, 1, 1 FROM person "
                             "p, days d WHERE %5")
                  .arg(QString::number(no), ledger, amount, QString::number(start), which);
    };
    const QString evening = QStringLiteral("(p.id + d.n) % 3 = 0");
    const QString minutes = QStringLiteral("CASE WHEN p.id % 20 = 0 THEN 360 ELSE 90 + (p.id * 7 + d.n) % 60 END");
    insert(QStringLiteral("overtime.order.minutes"), minutes, 1035, evening, 1);
    insert(QStringLiteral("overtime.minutes"), minutes, 1035, evening, 2);
    insert(QStringLiteral("absence.minutes"), QStringLiteral("210"), 510, QStringLiteral("(p.id + d.n) % 20 = 7"), 3);
    insert(QStringLiteral("duty.removed.minutes"), QStringLiteral("210"), 510, QStringLiteral("(p.id + d.n) % 90 = 1"),
           4);
    insert(QStringLiteral("duty.added.minutes"), QStringLiteral("210"), 1035, QStringLiteral("(p.id + d.n) % 90 = 10"),
           5);
    statements += server ? QStringLiteral("ANALYZE kessai.posting") : QStringLiteral("ANALYZE");
    return statements;
}

Result<> measureOn(Report &report, const QString &name, Database &plain, Store &store, const QString &tables)
{
    const QDate month = firstMonth().addMonths(kPaidMonths - 1);
    Result<> ran;
    const double closing = milliseconds([&] { ran = store.office().change(CloseMonth{month}); });
    if (!ran)
        return ran;
    const auto known = store.office().configuration();
    if (!known)
        return known.failure();
    const DayRange days = payrollPeriod(month);
    const QString sum = QStringLiteral("SELECT count(*) FROM (SELECT account, ledger, sum(amount) FROM %1posting WHERE "
                                       "day BETWEEN '%2' AND '%3' AND state = 1 GROUP BY account, ledger) s")
                            .arg(tables, days.first.toString(Qt::ISODate), days.last.toString(Qt::ISODate));
    std::vector<double> payroll;
    std::vector<double> reading;
    std::vector<double> sums;
    std::vector<double> ratios;
    size_t lines = 0;
    for (int round = 0; round < kPayRounds && ran; ++round) {
        payroll.push_back(milliseconds([&] {
            const auto paid = readPayroll(store.ledgers(), *known, month);
            ran = paid ? Result<>() : Result<>(paid.failure());
            lines = paid ? paid->size() : 0;
        }));
        reading.push_back(milliseconds([&] { std::ignore = store.ledgers().work(days.first, days.last); }));
        sums.push_back(milliseconds([&] { std::ignore = plain.execute(sum); }));
        ratios.push_back(payroll.back() / sums.back());
    }
    if (!ran)
        return ran;
    const auto figure = [](double time) -> QString { return decimals(time, 0) + QStringLiteral(" ms"); };
    const double whole = closing + median(payroll);
    report.line(QStringLiteral("%1: month closed and paid (%2 lines)").arg(name).arg(lines), figure(whole),
                QStringLiteral("a plain sum: ") + figure(median(sums)), decimals(whole / median(sums), 1),
                QStringLiteral("≤ %1 s").arg(kSecondsAtMost), whole <= kSecondsAtMost * 1000);
    report.line(QStringLiteral("%1: closing").arg(name), figure(closing), {}, {}, QStringLiteral("for information"),
                {});
    report.line(QStringLiteral("%1: payroll").arg(name), figure(median(payroll)),
                QStringLiteral("a plain sum: ") + figure(median(sums)), decimals(median(ratios), 1),
                QStringLiteral("for information"), {});
    report.line(QStringLiteral("%1: of it reading the postings").arg(name), figure(median(reading)), {}, {},
                QStringLiteral("for information"), {});
    return {};
}

Result<> fill(Database &database, Dialect dialect)
{
    for (const QString &statement : history(dialect)) {
        if (const Result<> run = database.execute(statement); !run)
            return run;
    }
    return {};
}

Result<> onSqlite(Report &report)
{
    const QTemporaryDir directory(QStringLiteral("/var/tmp/kessai-bench-XXXXXX"));
    const DatabaseUrl url = DatabaseUrl::sqlite(directory.filePath(QStringLiteral("office.db")));
    PaidOffice office;
    auto fresh = NewDatabase::begin(url, systemClock());
    if (!fresh)
        return fresh.failure();
    Result<> made = writeOffice(fresh->database(), office.founding(), systemClock().now());
    if (made)
        made = fill(fresh->database(), Dialect::Sqlite);
    if (made)
        made = fresh->finish();
    if (!made)
        return made;
    const auto plain = Database::open(url);
    const auto store = openStore(url, office.personnel, systemClock());
    if (!plain || !store)
        return plain ? store.failure() : plain.failure();
    return measureOn(report, QStringLiteral("SQLite"), **plain, **store, {});
}

Result<> onPostgres(Report &report)
{
    auto &server = test::PostgresServer::instance();
    const QString name = QStringLiteral("paying");
    PaidOffice office;
    const OfficeFounding founding = office.founding();
    Result<> made = server.run(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ") + name);
    if (made)
        made = test::foundServerOffice(name, founding, systemClock());
    if (!made)
        return made;
    const auto plain = Database::open(test::superuserUrl(name));
    if (!plain)
        return plain.failure();
    if (const Result<> filled = fill(**plain, Dialect::PostgreSql); !filled)
        return filled;
    const QString login =
        founding.configuration.office.at(systemClock().now().day(), 1)->staff(office.personnel)->login;
    const auto store = openStore(test::staffUrl(name, login), std::nullopt, systemClock());
    if (!store)
        return store.failure();
    return measureOn(report, QStringLiteral("PostgreSQL"), **plain, **store, QStringLiteral("kessai."));
}

} // namespace

Result<> measurePaying(Report &report)
{
    report.section(
        QStringLiteral("Closing and paying a month of %1 staff with a year of overtime").arg(kPaidStaff),
        QStringLiteral(
            "Personnel close the last month and make the payroll of it: every posting of it read through the door, "
            "rated minute by minute under the parameters and the office of the closing. Medians of %1 rounds, "
            "alternating with a sum by person and ledger that rates nothing.")
            .arg(kPayRounds));
    const Result<> measured = onPostgres(report);
    return measured ? onSqlite(report) : measured;
}

} // namespace kessai::bench
