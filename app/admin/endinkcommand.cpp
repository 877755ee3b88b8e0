// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/store/inkend.h"
#include "core/store/migrator.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class EndInkText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::EndInkText)

public:
    static QString description()
    {
        return tr(
            "Destroys the private notes on meetings whose rules want it and whose day has come: so many days after "
            "their minutes were decided. Secretaries who open such a meeting do the same; this is for a timer, to "
            "be run once a day by the owner of the database.");
    }
    static QString nothing(const QString &database) { return tr("No notes were to be destroyed in %1.").arg(database); }
    static QString pieces(qint64 count)
    {
        return tr("%n private note(s) were destroyed,", nullptr, static_cast<int>(count));
    }
    static QString meetings(int count) { return tr("on %n meeting(s).", nullptr, count); }
};

} // namespace

Exit runEndInk(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"end-ink"_s, EndInkText::description());
    if (const auto over = arguments.read(given))
        return *over;
    const auto ended = arguments.withPassword([&](const DatabaseUrl &url) -> Result<EndedInk> {
        auto database = Database::open(url);
        if (!database)
            return database.failure();
        if (const Result<> usable = Migrator(**database).usable(); !usable)
            return usable.failure();
        return endInk(**database, clock.now());
    });
    if (!ended)
        return arguments.failed(ended.error());
    const QString where = arguments.database().display();
    if (arguments.json())
        console.sayJson({{u"database"_s, where}, {u"meetings"_s, ended->meetings}, {u"notes"_s, ended->pieces}});
    else if (ended->pieces == 0)
        console.say(EndInkText::nothing(where));
    else
        console.say(EndInkText::pieces(ended->pieces) + u' ' + EndInkText::meetings(ended->meetings));
    return Exit::Fine;
}

} // namespace kessai
