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
        return tr(
            "Gives everybody on the staff of an office on a PostgreSQL server a login role, also those who begin "
            "on a prepared day, and lets those who left in no more. Passwords that are there stay; with "
            "--passwords new roles get invented ones. Run again it changes nothing that is as it should be. With "
            "--shut-out or --let-in it is about one person alone: who is shut out gets in no more from this moment "
            "on, and who is let in again gets a new password with --passwords, such as whoever forgot theirs.");
    }
    static QString shutOut() { return tr("Shuts the person who signs in so out, from this moment on."); }
    static QString letIn()
    {
        return tr("Lets the person who signs in so in again; with --passwords under a new password.");
    }
    static QString either()
    {
        return tr("Nobody is shut out and let in at once, and who is shut out gets no password.");
    }
    static QString nobody() { return tr("Say who is shut out or let in, by what they sign in with."); }
    static QString nobodyOf(const QString &login) { return tr("Nobody on the staff signs in as \"%1\".").arg(login); }
    static QString settled(const QString &login, bool in, bool password)
    {
        if (!in)
            return tr("%1 is shut out.").arg(login);
        return password ? tr("%1 gets in with a new password.").arg(login) : tr("%1 gets in.").arg(login);
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
    arguments.add({u"shut-out"_s, LoginsText::shutOut(), u"LOGIN"_s});
    arguments.add({u"let-in"_s, LoginsText::letIn(), u"LOGIN"_s});
    if (const auto over = arguments.read(given))
        return *over;
    if (arguments.database().dialect() != Dialect::PostgreSql)
        return arguments.misused(LoginsText::kinds());
    const QString list = arguments.value(u"passwords"_s);
    if (!list.isEmpty() && QFile::exists(list)) {
        console.complain(LoginsText::there(list));
        return Exit::Exists;
    }
    const QString out = arguments.value(u"shut-out"_s);
    const QString in = arguments.value(u"let-in"_s);
    const bool one = arguments.has(u"shut-out"_s) || arguments.has(u"let-in"_s);
    if (one && out.isEmpty() && in.isEmpty())
        return arguments.misused(LoginsText::nobody()); // such as a script's variable that nobody set
    if (!out.isEmpty() && (!in.isEmpty() || !list.isEmpty()))
        return arguments.misused(LoginsText::either());
    const auto logins = arguments.withPassword([&](const DatabaseUrl &url) -> Result<GivenLogins> {
        auto database = Database::open(url);
        if (!database)
            return database.failure();
        if (const Result<> usable = Migrator(**database).usable(); !usable)
            return usable.failure();
        return one ? settleLogin(**database, out.isEmpty() ? in : out, out.isEmpty(), list, clock)
                   : giveLogins(**database, list, clock);
    });
    if (!logins)
        return arguments.failed(logins.error());
    if (logins->unwritten)
        return arguments.unusable(*logins->unwritten, {});
    const QString login = out.isEmpty() ? in : out;
    if (logins->nobody)
        return arguments.unusable(LoginsText::nobodyOf(login), {ErrorCode::NotFound, {}, {}});
    if (one && !arguments.json()) {
        console.say(LoginsText::settled(login, out.isEmpty(), !list.isEmpty()));
        return Exit::Fine;
    }
    if (arguments.json()) {
        console.sayJson({{u"database"_s, arguments.database().display()},
                         {u"keptLogins"_s, logins->kept},
                         {u"newLogins"_s, logins->fresh.size()},
                         {u"endedLogins"_s, logins->ended},
                         {u"shutOut"_s, out.isEmpty() ? logins->shutOut : 1}});
        return Exit::Fine;
    }
    for (const QString &sentence : logins->sentences(!list.isEmpty()))
        console.say(sentence);
    return Exit::Fine;
}

} // namespace kessai
