// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "app/admin/logins.h"
#include "core/store/backup.h"

#include <QFile>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class RestoreText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::RestoreText)

public:
    static QString description()
    {
        return tr("Makes a new database of what backup kept, brings it up to date with this program, and holds it to "
                  "the anchor that "
                  "was kept with it. Nothing is left of a database that is not what was backed up. On a server "
                  "everybody gets "
                  "a login role again; passwords are no part of a backup, and --passwords makes new ones for those who "
                  "have none.");
    }
    static QString from() { return tr("The folder backup made."); }
    static QString passwords()
    {
        return tr("Invents a password for everybody whose login role the server does not have yet, and writes them to "
                  "a file.");
    }
    static QString noFolder() { return tr("--from FOLDER is missing."); }
    static QString noBackup(const QString &why) { return tr("This cannot be restored (%1).").arg(why); }
    static QString notWhatWas(const QString &why)
    {
        return tr("The backup is not what was backed up, and nothing was restored (%1).").arg(why);
    }
    static QString there(const QString &path) { return tr("%1 is there already; it was not touched.").arg(path); }
    static QString restored(const QString &database, const Backup &backup)
    {
        return tr("%1 is what it was on %2 (Japan): cases %3 (drafts apart), acts %4. See verify for the rest.")
            .arg(database, adminTime(backup.at))
            .arg(backup.anchor.cases)
            .arg(backup.anchor.acts);
    }
};

Result<GivenLogins> giveLoginsAt(const DatabaseUrl &url, const QString &list, const Clock &clock)
{
    auto database = Database::open(url);
    return database ? giveLogins(**database, list, clock) : Result<GivenLogins>(database.failure());
}

} // namespace

Exit runRestore(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"restore"_s, RestoreText::description());
    arguments.add({u"from"_s, RestoreText::from(), u"FOLDER"_s});
    arguments.add({u"passwords"_s, RestoreText::passwords(), u"FILE"_s});
    if (const auto over = arguments.read(given))
        return *over;
    const QString folder = arguments.value(u"from"_s);
    if (folder.isEmpty())
        return arguments.misused(RestoreText::noFolder());
    const QString list = arguments.value(u"passwords"_s);
    if (!list.isEmpty() && QFile::exists(list)) {
        console.complain(RestoreText::there(list));
        return Exit::Exists;
    }
    const auto backup = readBackup(folder);
    if (!backup)
        return arguments.unusable(RestoreText::noBackup(backup.error().detail), backup.error());
    const auto restored =
        arguments.withPassword([&](const DatabaseUrl &url) { return restoreBackup(folder, *backup, url, clock); });
    if (!restored && restored.error().code == ErrorCode::Damaged) {
        (void)arguments.unusable(RestoreText::notWhatWas(restored.error().detail), restored.error());
        return Exit::Damaged;
    }
    if (!restored && restored.error().code == ErrorCode::Invalid)
        return arguments.unusable(RestoreText::noBackup(restored.error().detail), restored.error());
    if (!restored)
        return arguments.failed(restored.error());

    GivenLogins logins;
    if (backup->dialect == Dialect::PostgreSql) {
        auto made = arguments.withPassword([&](const DatabaseUrl &url) { return giveLoginsAt(url, list, clock); });
        if (!made)
            return arguments.failed(made.error());
        logins = std::move(made).value();
    }
    if (logins.unwritten)
        return arguments.unusable(*logins.unwritten, {});
    const QString where = arguments.database().display();
    if (arguments.json()) {
        console.sayJson({{u"database"_s, where},
                         {u"cases"_s, backup->anchor.cases},
                         {u"acts"_s, backup->anchor.acts},
                         {u"keptLogins"_s, logins.kept},
                         {u"newLogins"_s, logins.fresh.size()}});
        return Exit::Fine;
    }
    console.say(RestoreText::restored(where, *backup));
    if (backup->dialect == Dialect::PostgreSql) {
        for (const QString &sentence : logins.sentences(!list.isEmpty()))
            console.say(sentence);
    }
    return Exit::Fine;
}

} // namespace kessai
