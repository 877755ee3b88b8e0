// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/store/healthqueries.h"
#include "core/store/openstore.h"
#include "ui/admin/healthtext.h"

#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class HealthCommandText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::HealthCommandText)

public:
    static QString description()
    {
        return tr(
            "Tells how the database is doing, as the settings of the window show it: backups, verification, "
            "anchors, connections, load, size. For monitoring: ends with 0 when all is well, with 5 when somebody "
            "should see to something, with 6 when somebody has to act.");
    }
    static QString disk()
    {
        return tr("The folder the server keeps its data in: how much room is left there is told, and written down for "
                  "the page in the settings. Only the owner of the database can do so.");
    }
    static QString noFolder(const QString &folder) { return tr("There is no folder %1.").arg(folder); }
    static QString line(const HealthText &text) { return tr("%1 | %2: %3").arg(text.word, text.title, text.value); }
};

Exit exitFor(HealthLevel level)
{
    switch (level) {
    case HealthLevel::Fine:
    case HealthLevel::Unknown: break;
    case HealthLevel::Watch: return Exit::Watch;
    case HealthLevel::Urgent: return Exit::Urgent;
    }
    return Exit::Fine;
}

} // namespace

Exit runHealth(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"health"_s, HealthCommandText::description());
    arguments.add({u"disk"_s, HealthCommandText::disk(), u"FOLDER"_s});
    if (const auto over = arguments.read(given))
        return *over;
    std::optional<qint64> free;
    if (const QString folder = arguments.value(u"disk"_s); !folder.isEmpty()) {
        free = freeBytes(folder);
        if (!free)
            return arguments.misused(HealthCommandText::noFolder(folder));
    }
    const auto health = arguments.withPassword([&](const DatabaseUrl &url) -> Result<OfficeHealth> {
        if (free) {
            auto database = Database::open(url);
            if (!database)
                return database.failure();
            if (const Result<> noted = recordUpkeep(**database, Upkeep::Disk, *free, clock.now()); !noted)
                return noted.failure();
        }
        const auto store = openStore(url, std::nullopt, clock);
        return store ? (*store)->office().health() : Result<OfficeHealth>(store.failure());
    });
    if (!health)
        return arguments.failed(health.error());
    const std::vector<HealthLine> lines = healthReport(*health);
    const HealthLevel level = worst(lines);
    if (arguments.json()) {
        QJsonArray all;
        for (const HealthLine &line : lines) {
            const HealthText text = healthText(line, *health);
            all.append(QJsonObject{{u"what"_s, toCode(line.kind)},
                                   {u"level"_s, toCode(line.level)},
                                   {u"value"_s, text.value},
                                   {u"advice"_s, text.advice}});
        }
        console.sayJson({{u"database"_s, arguments.database().display()},
                         {u"level"_s, toCode(level)},
                         {u"migration"_s, health->migration},
                         {u"bytes"_s, health->bytes},
                         {u"lines"_s, all}});
        return exitFor(level);
    }
    for (const HealthLine &line : lines) {
        const HealthText text = healthText(line, *health);
        console.say(HealthCommandText::line(text));
        if (!text.advice.isEmpty())
            console.say(u"    "_s + text.advice);
    }
    return exitFor(level);
}

} // namespace kessai
