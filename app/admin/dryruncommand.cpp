// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/services/dryrun.h"
#include "core/store/migrator.h"
#include "core/store/officequeries.h"
#include "core/store/reorganisations.h"
#include "forms/catalog.h"
#include "ui/admin/dayruntext.h"

#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class DryRunText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::DryRunText)

public:
    static QString description()
    {
        return tr(
            "Tries a day before it comes, with all that is prepared until then: vacant posts, routes that find nobody, "
            "deputyships that lapse, and how many waiting cases become whose. It looks into no case and changes "
            "nothing.");
    }
    static QString day() { return tr("The day, as 2027-04-01; the first of April that comes unless it is said."); }
    static QString noDay(const QString &day) { return tr("\"%1\" is no day.").arg(day); }
};

QDate nextApril(const QDate &today)
{
    const QDate april(today.year(), 4, 1);
    return today < april ? april : april.addYears(1);
}

Result<DryRun> tryDay(const DatabaseUrl &url, const QDate &day, const Clock &clock)
{
    auto database = Database::open(url);
    if (!database)
        return database.failure();
    if (const Result<> usable = Migrator(**database).usable(); !usable)
        return usable.failure();
    const Reader owner{**database, clock, std::nullopt, Sight::All};
    const auto configuration = readConfiguration(owner);
    const auto prepared = readPreparedChanges(owner);
    const auto waiting = readWaitingCounts(owner);
    if (!configuration)
        return configuration.failure();
    if (!prepared || !waiting)
        return prepared ? waiting.failure() : prepared.failure();
    return dryRun(*configuration, *makeCatalog(), appliedUntil(configuration->office, *prepared, day),
                  clock.now().day(), day, *waiting);
}

} // namespace

Exit runDryRun(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"dry-run"_s, DryRunText::description());
    arguments.add({u"day"_s, DryRunText::day(), u"day"_s});
    if (const auto over = arguments.read(given))
        return *over;
    const QDate day = arguments.has(u"day"_s) ? QDate::fromString(arguments.value(u"day"_s), Qt::ISODate)
                                              : nextApril(clock.now().day());
    if (!day.isValid())
        return arguments.misused(DryRunText::noDay(arguments.value(u"day"_s)));
    const auto run = arguments.withPassword([&](const DatabaseUrl &url) { return tryDay(url, day, clock); });
    if (!run)
        return arguments.failed(run.error());
    if (arguments.json()) {
        QJsonArray parts;
        for (const DayRunPart &part : dayRunParts(*run))
            parts.append(QJsonObject{{u"title"_s, part.title},
                                     {u"lines"_s, QJsonArray::fromStringList(part.lines)},
                                     {u"serious"_s, part.serious}});
        console.sayJson({{u"database"_s, arguments.database().display()},
                         {u"day"_s, day.toString(Qt::ISODate)},
                         {u"found"_s, parts}});
        return Exit::Fine;
    }
    console.say(adminDay(day));
    for (const DayRunPart &part : dayRunParts(*run)) {
        console.say(part.title);
        for (const QString &text : part.lines)
            console.say(u"  "_s + text);
    }
    return Exit::Fine;
}

} // namespace kessai
