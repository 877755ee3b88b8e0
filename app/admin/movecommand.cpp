// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "app/admin/logins.h"
#include "app/admin/verification.h"
#include "core/store/newdatabase.h"
#include "core/store/officecopy.h"
#include "core/store/openstore.h"
#include "core/store/reorganisations.h"

#include <QFile>
#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostNamed = 20; ///< of rows that differ

class MoveText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::MoveText)

public:
    static QString description()
    {
        return tr("Makes an office on a PostgreSQL server of one in a file, with everything it knows: cases with their "
                  "histories, files, meetings, ink, numbers. Then both are compared row by row, and nothing is left on "
                  "the server where anything differs or goes wrong, and everything is replayed there as verify does. "
                  "Everybody gets a login role; a file knows no "
                  "passwords, so that those without a role on the server get none, or with --passwords invented ones. "
                  "The file is not touched: put it away, so that nobody goes on working in it.");
    }
    static QString target() { return tr("The database to be made: postgresql://[user@]host[:port]/name."); }
    static QString passwords()
    {
        return tr("Invents a password for everybody whose login role the server does not have yet, and writes them to "
                  "a file.");
    }
    static QString kinds() { return tr("An office is moved from sqlite:PATH to postgresql://…/name."); }
    static QString there(const QString &path) { return tr("%1 is there already; it was not touched.").arg(path); }
    static QString copying(const QString &table) { return tr("Copying %1").arg(table); }
    static QString comparing(const QString &table) { return tr("Comparing %1").arg(table); }
    static QString differs(const QString &rows)
    {
        return tr("The copy is not what the file has, and nothing was left of it: %1").arg(rows);
    }
    static QString unreadable(const QString &detail)
    {
        return tr("The office cannot be read as a whole, so that nothing was moved and nothing is left on the server: "
                  "%1")
            .arg(detail);
    }
    static QString moved(const QString &from, const QString &to, const RowCounts &rows)
    {
        return tr("%1 is in %2 now: cases %3, acts %4, files %5, meetings %6, ink %7. Compared row by row: the same.")
            .arg(from, to)
            .arg(rows.value(u"case_file"_s))
            .arg(rows.value(u"event"_s))
            .arg(rows.value(u"blob"_s))
            .arg(rows.value(u"meeting"_s))
            .arg(rows.value(u"ink"_s));
    }
    static QString afterwards() { return tr("Put the file away: what is changed in it now is not in the database."); }
    static QString unverified(const QString &detail)
    {
        return tr("It is there, but could not be verified: %1. Verify it by kessai-admin verify.").arg(detail);
    }
    static QString administrators(const QStringList &names)
    {
        return names.isEmpty() ? tr("It has no administrator: nobody can change its settings.")
                               : tr("Its administrators: %1").arg(names.join(u", "_s));
    }
};

struct Moved final {
    RowCounts rows;
    GivenLogins logins;
    QStringList administrators; ///< "name (login)"
    VerifiedOffice verified{};
    std::optional<Error> unseen{}; ///< why it could not be looked at, once it was there
};

/// Who is an administrator there today.
Result<QStringList> administratorsOf(const DatabaseUrl &url, const Clock &clock)
{
    const auto database = Database::open(url);
    const auto store = openStore(url, std::nullopt, clock);
    if (!database || !store)
        return database ? store.failure() : database.failure();
    const auto all = readAdministrators(**database);
    const auto configuration = (*store)->office().configuration();
    if (!all || !configuration)
        return all ? configuration.failure() : all.failure();
    const QDate today = clock.now().day();
    const auto office = configuration->office.at(today, configuration->office.revision);
    QStringList names;
    for (const Dated<StaffId> &one : *all) {
        const Staff *staff = one.holds(today, 0) ? office->staff(one.value) : nullptr;
        if (staff)
            names.append(u"%1 (%2)"_s.arg(staff->name(), staff->login));
    }
    return names;
}

/// Makes the copy, whole and compared, or nothing; where it is not what the file has, `differing` names the rows.
Result<Moved> moveOffice(Database &file, const DatabaseUrl &target, const QString &list, Console &console,
                         const Clock &clock, QString &differing)
{
    auto made = NewDatabase::begin(target, clock);
    if (!made)
        return made.failure();
    auto rows = copyOffice(file, made->database(), [&](const QString &table, int done, int all) {
        console.progress(MoveText::copying(table), done, all);
    });
    if (!rows)
        return rows.failure();
    const auto differences =
        officeDifferences(file, made->database(), kMostNamed, [&](const QString &table, int done, int all) {
            console.progress(MoveText::comparing(table), done, all);
        });
    if (!differences)
        return differences.failure();
    differing = differences->join(u"; "_s);
    if (!differing.isEmpty())
        return fail(ErrorCode::Damaged, differing);
    auto logins = giveLogins(made->database(), list, clock);
    if (!logins)
        return logins.failure();
    if (logins->unwritten)
        return Moved{{}, std::move(logins).value(), {}};
    if (const Result<> finished = made->finish(); !finished)
        return finished.failure();
    return Moved{std::move(rows).value(), std::move(logins).value(), {}};
}

/// What is to be known of the office once it is there: it proves itself, and somebody looks after it.
Result<Moved> lookAt(Result<Moved> moved, const DatabaseUrl &target, Console &console, const Clock &clock, bool quietly)
{
    if (!moved || moved->logins.unwritten)
        return moved;
    auto administrators = administratorsOf(target, clock);
    const auto verified = verifyOffice(target, console, clock, quietly);
    if (!administrators || !verified) {
        moved->unseen = administrators ? verified.error() : administrators.error();
        return moved; // it is there all the same
    }
    moved->administrators = std::move(administrators).value();
    moved->verified = *verified;
    return moved;
}

QJsonObject toJson(const RowCounts &rows)
{
    QJsonObject json;
    for (auto it = rows.begin(); it != rows.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

} // namespace

Exit runMove(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"move"_s, MoveText::description());
    arguments.addTarget(u"SERVER"_s, MoveText::target());
    arguments.add({u"passwords"_s, MoveText::passwords(), u"FILE"_s});
    if (const auto over = arguments.read(given))
        return *over;
    const DatabaseUrl &from = arguments.database();
    if (from.dialect() != Dialect::Sqlite || arguments.target().dialect() != Dialect::PostgreSql)
        return arguments.misused(MoveText::kinds());
    const QString list = arguments.value(u"passwords"_s);
    if (!list.isEmpty() && QFile::exists(list)) {
        console.complain(MoveText::there(list));
        return Exit::Exists;
    }
    const auto file = Database::open(from);
    if (!file)
        return arguments.failed(file.error());
    QString differing;
    const auto moved = arguments.withPassword([&](const DatabaseUrl &target) {
        return lookAt(moveOffice(**file, target, list, console, clock, differing), target, console, clock,
                      arguments.json());
    });
    console.endProgress();
    if (!moved && moved.error().code == ErrorCode::Damaged) {
        const QString said =
            differing.isEmpty() ? MoveText::unreadable(moved.error().detail) : MoveText::differs(differing);
        (void)arguments.unusable(said, Error{ErrorCode::Damaged, {}, {}});
        return Exit::Damaged;
    }
    if (!moved)
        return arguments.failedAt(arguments.target(), moved.error());
    if (moved->logins.unwritten)
        return arguments.unusable(*moved->logins.unwritten, {});
    const QString where = arguments.target().display();
    const Exit ending = moved->unseen ? Exit::Unusable : moved->verified.damaged == 0 ? Exit::Fine : Exit::Damaged;
    if (arguments.json()) {
        QJsonObject told{{u"from"_s, from.display()},
                         {u"database"_s, where},
                         {u"rows"_s, toJson(moved->rows)},
                         {u"keptLogins"_s, moved->logins.kept},
                         {u"newLogins"_s, moved->logins.fresh.size()},
                         {u"administrators"_s, QJsonArray::fromStringList(moved->administrators)},
                         {u"verified"_s, moved->verified.cases},
                         {u"damaged"_s, moved->verified.damaged}};
        if (moved->unseen)
            told.insert(u"unverified"_s, moved->unseen->detail);
        console.sayJson(told);
        return ending;
    }
    console.say(MoveText::moved(from.display(), where, moved->rows));
    for (const QString &sentence : moved->logins.sentences(!list.isEmpty()))
        console.say(sentence);
    if (moved->unseen)
        console.complain(MoveText::unverified(moved->unseen->detail));
    else
        console.say(MoveText::administrators(moved->administrators));
    console.say(MoveText::afterwards());
    return ending;
}

} // namespace kessai
