// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "app/admin/officemaker.h"
#include "core/store/migrator.h"
#include "core/store/officequeries.h"

#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class MigrateText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::MigrateText)

public:
    static QString description()
    {
        return tr(
            "Brings the database up to date with this program. Nothing is done twice, and a step that fails leaves "
            "nothing behind. Then it writes down the numbers and forms that came with this program, and the public "
            "holidays as the law gives them, so that a later program changes nothing of what was decided by them. On a "
            "server it is run by the owner of the database.");
    }
    static QString done(const QString &database, qsizetype steps)
    {
        return steps == 0 ? tr("%1 is up to date.").arg(database)
                          : tr("%1 was brought up to date in %n step(s).", nullptr, int(steps)).arg(database);
    }
    static QString recorded(int rows)
    {
        return tr("%n number(s), form(s) and holiday(s) of this program were written down.", nullptr, rows);
    }
};

struct Migrated final {
    std::vector<int> steps;
    int recorded = 0; ///< of what the program brings
};

Result<int> recordShipped(Database &database, const Clock &clock)
{
    const auto shipped = shippedData();
    if (!shipped)
        return shipped.failure();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.failure();
    const auto configuration = readConfiguration(Reader{database, clock, std::nullopt, Sight::All});
    if (!configuration)
        return configuration.failure();
    auto recorded = addShipped(database, *configuration, *shipped, clock.now());
    if (!recorded)
        return recorded;
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.failure();
    return recorded;
}

} // namespace

Exit runMigrate(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"migrate"_s, MigrateText::description());
    if (const auto over = arguments.read(given))
        return *over;
    const auto ran = arguments.withPassword([&](const DatabaseUrl &url) -> Result<Migrated> {
        auto database = Database::open(url);
        if (!database)
            return database.failure();
        Migrator migrator(**database);
        const auto state = migrator.state();
        if (!state)
            return state.failure();
        // An empty database is no office: making one is what create is for.
        if (*state == SchemaState::Fresh)
            return fail(ErrorCode::NotADatabase);
        auto steps = migrator.migrate(clock);
        if (!steps)
            return steps.failure();
        const auto recorded = recordShipped(**database, clock);
        if (!recorded)
            return recorded.failure();
        return Migrated{std::move(steps).value(), *recorded};
    });
    if (!ran)
        return arguments.failed(ran.error());
    const QString where = arguments.database().display();
    if (arguments.json()) {
        QJsonArray steps;
        for (const int number : ran->steps)
            steps.append(number);
        console.sayJson({{u"database"_s, where}, {u"steps"_s, steps}, {u"recorded"_s, ran->recorded}});
    } else {
        console.say(MigrateText::done(where, qsizetype(ran->steps.size())));
        if (ran->recorded > 0)
            console.say(MigrateText::recorded(ran->recorded));
    }
    return Exit::Fine;
}

} // namespace kessai
