// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/verifier.h"
#include "core/store/openstore.h"
#include "forms/catalog.h"
#include "tests/bench/city.h"
#include "tests/bench/sections.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

#include <map>

namespace kessai::bench {

namespace {

constexpr int kRounds = 200;
constexpr int kSearchRounds = 15;
constexpr int kVerified = 300;

QString password()
{
    return QStringLiteral("mihon-no-password-1");
}

/// Somebody signed in to one office, and the cases they may open.
struct Person final {
    std::unique_ptr<Store> store;
    std::vector<CaseId> readable;
};

/// What somebody is, and how to find one; %1 is put before the ends.
struct Role final {
    QString name;
    QString login; ///< SQL
};

std::vector<Role> roles()
{
    const QString head = QStringLiteral("SELECT s.login FROM kessai.staff s JOIN kessai.appointment a USING (staff_id) "
                                        "JOIN kessai.post p USING (post_id)"
                                        " WHERE a.holding = 0 AND %1 LIMIT 1");
    // A clerk who has filed more than three quarters of their colleagues have.
    const QString clerk = QStringLiteral(
        "SELECT login FROM (SELECT s.login, ntile(4) OVER (ORDER BY count(*)) AS quarter, count(*) AS filed FROM "
        "kessai.case_file c"
        " JOIN kessai.staff s ON s.staff_id = c.drafter_id GROUP BY 1) f WHERE quarter = 4 ORDER BY filed LIMIT 1");
    return {{QStringLiteral("clerk"), clerk},
            {QStringLiteral("section head"),
             head.arg(QStringLiteral(
                 "-p.post_id = (SELECT x.party FROM kessai.case_access x JOIN kessai.post q ON q.post_id = -x.party"
                 " WHERE q.title LIKE '%課長' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)"))},
            {QStringLiteral("mayor"), head.arg(QStringLiteral("p.code = 'mayor'"))}};
}

Role auditor()
{
    return {QStringLiteral("auditor"),
            QStringLiteral("SELECT login FROM kessai.staff JOIN kessai.special_right USING (staff_id)"
                           " WHERE right_name = 'auditor' LIMIT 1")};
}

Result<Person> signIn(const QString &database, const Role &role)
{
    auto &server = test::PostgresServer::instance();
    const auto login = server.rows(database, role.login);
    if (!login || login->isEmpty())
        return fail(ErrorCode::NotFound, role.name);
    const QString name = (*login)[0][0];
    const auto url = DatabaseUrl::parse(server.url(database, name));
    auto store = openStore(url->withCredentials(name, password()), std::nullopt, systemClock());
    if (!store)
        return store.failure();
    const auto ids = server.rows(
        database,
        QStringLiteral(
            "SELECT case_id FROM (SELECT x.case_id FROM kessai.case_access x WHERE x.party IN (SELECT -a.post_id"
            " FROM kessai.appointment a JOIN kessai.staff s USING (staff_id) WHERE s.login = '%1')"
            " UNION SELECT c.case_id FROM kessai.case_file c JOIN kessai.staff s ON s.staff_id = c.drafter_id"
            " WHERE s.login = '%1') r ORDER BY hashint8(case_id) LIMIT %2")
            .arg(name)
            .arg(kRounds));
    if (!ids)
        return ids.failure();
    Person person{std::move(store).value(), {}};
    for (const QStringList &row : *ids)
        person.readable.push_back(CaseId(row[0].toLongLong()));
    return person;
}

/// Replays cases picked all over an office, as `kessai-admin verify` does, and counts those that do not prove themselves.
Result<int> countUnsound(const QString &database)
{
    auto owner = openStore(test::superuserUrl(database), std::nullopt, systemClock());
    if (!owner)
        return owner.failure();
    const auto configuration = (*owner)->office().configuration();
    if (!configuration)
        return configuration.failure();
    const auto catalog = makeCatalog();
    const auto ids = test::PostgresServer::instance().rows(
        database,
        QStringLiteral("SELECT case_id FROM kessai.case_file TABLESAMPLE BERNOULLI (10) REPEATABLE (1)"
                       " ORDER BY hashint8(case_id) LIMIT %1")
            .arg(kVerified));
    if (!ids)
        return ids.failure();
    int unsound = 0;
    for (const QStringList &row : *ids) {
        const auto record = (*owner)->cases().load(CaseId(row[0].toLongLong()));
        if (!record)
            return record.failure();
        unsound += verifyCase(*record, *configuration, *catalog).sound() ? 0 : 1;
    }
    return unsound;
}

using Read = std::function<Result<>(Person &, int round)>;

template <class T>
Result<> outcome(const Result<T> &result)
{
    return result ? Result<>() : Result<>(result.failure());
}

Read listing(ListKind kind, int limit, const QString &text = {})
{
    return [=](Person &person, int) {
        return outcome(
            person.store->cases().list({.kind = kind, .forms = {}, .text = text, .after = {}, .limit = limit}));
    };
}

/// The times of a read in one office.
Result<std::vector<double>> timed(Person &person, const Read &read, int rounds)
{
    std::vector<double> times;
    Result<> ran;
    for (int i = -rounds / 10 - 1; i < rounds && ran; ++i) {
        const double time = milliseconds([&] { ran = read(person, std::abs(i)); });
        if (i >= 0) // the first ones prepare the statements
            times.push_back(time);
    }
    return ran ? Result<std::vector<double>>(times) : Result<std::vector<double>>(ran.failure());
}

QString times(const std::vector<double> &values)
{
    return QStringLiteral("p50 %1 ms, p99 %2 ms")
        .arg(decimals(percentile(values, 50)), decimals(percentile(values, 99)));
}

struct Offices final {
    QString few = QStringLiteral("city_small");
    QString many = QStringLiteral("city_large");
};

Result<> readAll(Report &report, const Offices &offices)
{
    struct Kind {
        QString name;
        Read read;
    };
    const std::vector<Kind> kinds{
        {QStringLiteral("badge counts"), [](Person &p, int) { return outcome(p.store->cases().pulse()); }},
        {QStringLiteral("tray"), listing(ListKind::Tray, 200)},
        {QStringLiteral("own list, 20 rows"), listing(ListKind::Own, 20)},
        {QStringLiteral("open a case"),
         [](Person &p, int round) {
             return p.readable.empty() ? Result<>()
                                       : outcome(p.store->cases().load(p.readable[size_t(round) % p.readable.size()]));
         }},
    };
    report.section(
        QStringLiteral("Reading, with row-level security and real logins"),
        QStringLiteral("Through the store over a Unix socket; the limit is the same read in the small office."));
    for (const Role &role : roles()) {
        auto few = signIn(offices.few, role);
        auto many = signIn(offices.many, role);
        if (!few || !many)
            return few ? many.failure() : few.failure();
        for (const Kind &kind : kinds) {
            std::vector<double> inFew;
            std::vector<double> inMany;
            for (int turn = 0; turn < 4; ++turn) { // alternating, so that a noisy neighbour meets both
                const auto here = timed(*few, kind.read, kRounds / 4);
                const auto there = timed(*many, kind.read, kRounds / 4);
                if (!here || !there)
                    return here ? there.failure() : here.failure();
                inFew.insert(inFew.end(), here->begin(), here->end());
                inMany.insert(inMany.end(), there->begin(), there->end());
            }
            const double growth = median(inMany) / median(inFew);
            report.line(kind.name + QStringLiteral(", ") + role.name, times(inMany), times(inFew), decimals(growth),
                        QStringLiteral("p50 ≤ 3, p99 ≤ 15, ratio ≤ 1.3"),
                        median(inMany) <= 3 && percentile(inMany, 99) <= 15 && growth <= 1.3);
        }
        for (const auto &[name, kind] : {std::pair(QStringLiteral("own list, 200 rows, "), ListKind::Own),
                                         std::pair(QStringLiteral("everything readable, 200 rows, "), ListKind::All)}) {
            const auto page = timed(*many, listing(kind, 200), kRounds / 4);
            const auto pageOfFew = timed(*few, listing(kind, 200), kRounds / 4);
            if (!page || !pageOfFew)
                return page ? pageOfFew.failure() : page.failure();
            report.line(name + role.name, times(*page), times(*pageOfFew), decimals(median(*page) / median(*pageOfFew)),
                        QStringLiteral("p50 ≤ 3, p99 ≤ 15"), median(*page) <= 3 && percentile(*page, 99) <= 15);
        }
    }
    return {};
}

Result<> searchAll(Report &report, const Offices &offices)
{
    const std::vector<std::pair<QString, QString>> terms{
        {QStringLiteral("two characters, rare"), CityWords::rarePair()},
        {QStringLiteral("seven characters, rare"), CityWords::rareLong()},
        {QStringLiteral("two characters, frequent"), CityWords::frequent().left(2)},
        {QStringLiteral("five characters, frequent"), CityWords::frequent()},
        {QStringLiteral("two words"), CityWords::frequent() + QStringLiteral(" 安以")},
        {QStringLiteral("one character"), QStringLiteral("峡")},
        {QStringLiteral("not there"), QStringLiteral("麒麟")},
        {QStringLiteral("a number"), QStringLiteral("-0123")},
    };
    report.section(QStringLiteral("Searching, first page of 200"), QStringLiteral("The limit is the small office."));
    std::vector<Role> people = roles();
    people.push_back(auditor());
    std::vector<double> every;
    for (const Role &role : people) {
        auto few = signIn(offices.few, role);
        auto many = signIn(offices.many, role);
        if (!few || !many)
            return few ? many.failure() : few.failure();
        for (const auto &[name, term] : terms) {
            const auto there = timed(*many, listing(ListKind::All, 200, term), kSearchRounds);
            const auto here = timed(*few, listing(ListKind::All, 200, term), kSearchRounds);
            const auto page = many->store->cases().list(
                {.kind = ListKind::All, .forms = {}, .text = term, .after = {}, .limit = 200});
            if (!there || !here || !page)
                return there ? here ? page.failure() : here.failure() : there.failure();
            every.insert(every.end(), there->begin(), there->end());
            report.line(QStringLiteral("%1, %2 (%3%4 found)")
                            .arg(name, role.name)
                            .arg(page->rows.size())
                            .arg(page->next ? QStringLiteral("+") : QString()),
                        times(*there), times(*here), decimals(median(*there) / median(*here)),
                        QStringLiteral("p50 ≤ 100, p99 ≤ 500"), median(*there) <= 100 && percentile(*there, 99) <= 500);
        }
    }
    report.line(QStringLiteral("all searches"), times(every), {}, {}, QStringLiteral("p50 ≤ 100, p99 ≤ 500"),
                median(every) <= 100 && percentile(every, 99) <= 500);
    return {};
}

} // namespace

Result<> measureReading(Report &report, qint64 few, qint64 many, bool read, bool search)
{
    const Offices offices;
    for (const auto &[name, cases] : {std::pair(offices.few, few), std::pair(offices.many, many)}) {
        Result<> built;
        const double time = milliseconds([&] { built = buildCity(name, cases, password()); });
        if (!built)
            return built;
        const auto unsound = countUnsound(name);
        const auto size = test::PostgresServer::instance().rows(
            name,
            QStringLiteral(
                "SELECT pg_size_pretty(pg_database_size(current_database())), (SELECT count(*) FROM kessai.case_file),"
                " (SELECT count(*) FROM kessai.event)"));
        if (!unsound || !size)
            return unsound ? size.failure() : unsound.failure();
        report.note(
            QStringLiteral(
                "An office of %1 cases, %2 events, %3, made in %4 s; of %5 cases replayed and verified, %6 unsound.")
                .arg((*size)[0][1], (*size)[0][2], (*size)[0][0], decimals(time / 1000, 0))
                .arg(kVerified)
                .arg(*unsound));
        if (*unsound > 0)
            return fail(ErrorCode::Damaged, QStringLiteral("the generated office does not prove itself"));
    }
    Result<> ran;
    if (read)
        ran = readAll(report, offices);
    if (ran && search)
        ran = searchAll(report, offices);
    return ran;
}

} // namespace kessai::bench
