// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/store/migrator.h"

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
            "nothing behind. On a server it is run by the owner of the database.");
    }
    static QString done(const QString &database, qsizetype steps)
    {
        return steps == 0 ? tr("%1 is up to date.").arg(database)
                          : tr("%1 was brought up to date in %n step(s).", nullptr, int(steps)).arg(database);
    }
};

} // namespace

Exit runMigrate(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"migrate"_s, MigrateText::description());
    if (const auto over = arguments.read(given))
        return *over;
    const auto ran = arguments.withPassword([&](const DatabaseUrl &url) -> Result<std::vector<int>> {
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
        return migrator.migrate(clock);
    });
    if (!ran)
        return arguments.failed(ran.error());
    const QString where = arguments.database().display();
    if (arguments.json()) {
        QJsonArray steps;
        for (const int number : *ran)
            steps.append(number);
        console.sayJson({{u"database"_s, where}, {u"steps"_s, steps}});
    } else {
        console.say(MigrateText::done(where, qsizetype(ran->size())));
    }
    return Exit::Fine;
}

} // namespace kessai
