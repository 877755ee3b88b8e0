// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "app/admin/logins.h"
#include "core/store/migrator.h"

#include <QFile>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class LoginsText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::LoginsText)

public:
    static QString description()
    {
        return tr("Gives everybody on the staff of an office on a PostgreSQL server a login role, also those who begin "
                  "on a prepared day, and lets those who left in no more. Passwords that are there stay; with "
                  "--passwords new roles get invented ones. Run again it changes nothing that is as it should be.");
    }
    static QString passwords() { return tr("Invents a password for every new login role, and writes them to a file."); }
    static QString kinds()
    {
        return tr("Login roles are those of a PostgreSQL server; in a file everybody may choose.");
    }
    static QString there(const QString &path) { return tr("%1 is there already; it was not touched.").arg(path); }
};

} // namespace

Exit runLogins(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"logins"_s, LoginsText::description());
    arguments.add({u"passwords"_s, LoginsText::passwords(), u"FILE"_s});
    if (const auto over = arguments.read(given))
        return *over;
    if (arguments.database().dialect() != Dialect::PostgreSql)
        return arguments.misused(LoginsText::kinds());
    const QString list = arguments.value(u"passwords"_s);
    if (!list.isEmpty() && QFile::exists(list)) {
        console.complain(LoginsText::there(list));
        return Exit::Exists;
    }
    const auto logins = arguments.withPassword([&](const DatabaseUrl &url) -> Result<GivenLogins> {
        auto database = Database::open(url);
        if (!database)
            return database.failure();
        if (const Result<> usable = Migrator(**database).usable(); !usable)
            return usable.failure();
        return giveLogins(**database, list, clock);
    });
    if (!logins)
        return arguments.failed(logins.error());
    if (logins->unwritten)
        return arguments.unusable(*logins->unwritten, {});
    if (arguments.json()) {
        console.sayJson({{u"database"_s, arguments.database().display()},
                         {u"keptLogins"_s, logins->kept},
                         {u"newLogins"_s, logins->fresh.size()},
                         {u"endedLogins"_s, logins->ended}});
        return Exit::Fine;
    }
    for (const QString &sentence : logins->sentences(!list.isEmpty()))
        console.say(sentence);
    return Exit::Fine;
}

} // namespace kessai
