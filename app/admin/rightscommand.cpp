// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/store/migrator.h"
#include "core/store/officequeries.h"
#include "core/store/specialrights.h"

#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using RightKind = SpecialRight::Kind;

class RightsText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::RightsText)

public:
    static QString description()
    {
        return tr("Tells who administers the office and who audits it. With --give or --take people get one of these "
                  "rights or lose it, from this moment on, also in windows that are open, for a reason that the "
                  "history of changes keeps. Who audits does not administer, and an administrator is always left; two "
                  "are better than one. The owner of the database runs it.");
    }
    static QString logins() { return tr("Who gets the right or loses it, by what they sign in with."); }
    static QString give() { return tr("Gives this right: administrator or auditor."); }
    static QString take() { return tr("Takes this right: administrator or auditor."); }
    static QString reason() { return tr("Why, in a line."); }
    static QString either() { return tr("A right is either given or taken."); }
    static QString noRight(const QString &right)
    {
        return tr("\"%1\" is neither administrator nor auditor.").arg(right);
    }
    static QString noLogin() { return tr("Say who gets the right or loses it, by what they sign in with."); }
    static QString noReason() { return tr("--reason is missing, or longer than a line."); }
    static QString nothingAsked() { return tr("Logins and a reason go with --give or --take."); }
    static QString nobodyOf(const QString &login) { return tr("Nobody signs in as \"%1\".").arg(login); }
    static QString problem(RightProblemKind kind, const QString &who);
    static QString line(const QString &who, RightKind kind, const QString &since, bool here);
    static QString changed(const QString &who, RightKind kind, bool given);
    static QString same() { return tr("This is so already; nothing was changed."); }
};

QString RightsText::problem(RightProblemKind kind, const QString &who)
{
    switch (kind) {
    case RightProblemKind::NotOnStaff: return tr("%1 is not on the staff today.").arg(who);
    case RightProblemKind::HasTheOther:
        return tr("%1 has the other right: nobody administers and audits an office at once.").arg(who);
    case RightProblemKind::LastAdministrator:
        return tr("%1 is the last administrator: give somebody else the right first.").arg(who);
    }
    return {};
}

QString RightsText::line(const QString &who, RightKind kind, const QString &since, bool here)
{
    const QString text = kind == RightKind::Administrator ? tr("Administrator: %1, since %2").arg(who, since)
                                                          : tr("Auditor: %1, since %2").arg(who, since);
    return here ? text : tr("%1 (not on the staff today)").arg(text);
}

QString RightsText::changed(const QString &who, RightKind kind, bool given)
{
    if (kind == RightKind::Administrator)
        return given ? tr("%1 is an administrator now.").arg(who) : tr("%1 is no administrator any more.").arg(who);
    return given ? tr("%1 is an auditor now.").arg(who) : tr("%1 is no auditor any more.").arg(who);
}

/// Whom a person is called by: the name they had last, and their login.
QString personNamed(const OfficeHistory &office, StaffId who)
{
    const Staff *person = office.lastKnown(who);
    return person ? u"%1 (%2)"_s.arg(person->name(), person->login) : QString();
}

struct RightsWish final {
    ChangeRights change;
    QStringList logins;
    bool changes = false; ///< else they are listed
};

struct RightsTold final {
    OfficeHistory office;
    std::shared_ptr<const Office> here; ///< as it stands today
    std::vector<SpecialRight> now;
    RightsOutcome outcome;
    QString unknown; ///< a login that is nobody's
    QString who(StaffId one) const { return personNamed(office, one); }
    bool isHere(StaffId one) const { return here->staff(one); }
};

Result<RightsTold> seeToRights(const DatabaseUrl &url, RightsWish wish, const Clock &clock)
{
    auto database = Database::open(url);
    if (!database)
        return database.failure();
    if (const Result<> usable = Migrator(**database).usable(); !usable)
        return usable.failure();
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return transaction.failure();
    const Reader owner{**database, clock, std::nullopt, Sight::All};
    auto configuration = readConfiguration(owner);
    if (!configuration)
        return configuration.failure();
    RightsTold told;
    told.office = std::move(configuration->office);
    told.here = told.office.at(owner.today(), told.office.revision);
    for (const QString &login : wish.logins) {
        const auto row = std::find_if(told.office.staff.begin(), told.office.staff.end(),
                                      [&](const Dated<Staff> &one) { return one.value.login == login; });
        if (row == told.office.staff.end()) {
            told.unknown = login;
            return told;
        }
        wish.change.people.push_back(row->value.id);
    }
    if (wish.changes) {
        auto outcome = changeRights(owner, wish.change, u"kessai-admin"_s);
        if (!outcome)
            return outcome.failure();
        told.outcome = std::move(*outcome);
    }
    auto rights = readSpecialRights(**database);
    if (!rights)
        return rights.failure();
    std::erase_if(*rights, [&](const SpecialRight &one) { return !one.holdsOn(owner.today()); });
    told.now = std::move(*rights);
    const Result<> committed = transaction->commit();
    return committed ? Result<RightsTold>(std::move(told)) : Result<RightsTold>(committed.failure());
}

/// What is asked for; how the run ends where that makes no sense.
Result<RightsWish, Exit> wishOf(Arguments &arguments)
{
    RightsWish wish;
    wish.logins = arguments.names();
    wish.change.give = arguments.has(u"give"_s);
    wish.change.reason = arguments.value(u"reason"_s).simplified();
    wish.changes = wish.change.give || arguments.has(u"take"_s);
    if (!wish.changes)
        return wish.logins.isEmpty() && wish.change.reason.isEmpty()
            ? Result<RightsWish, Exit>(wish)
            : fail(arguments.misused(RightsText::nothingAsked()));
    if (wish.change.give && arguments.has(u"take"_s))
        return fail(arguments.misused(RightsText::either()));
    const QString right = arguments.value(wish.change.give ? u"give"_s : u"take"_s);
    const auto kind = rightNamed(right);
    if (!kind)
        return fail(arguments.misused(RightsText::noRight(right)));
    if (wish.logins.isEmpty() || wish.logins.contains(QString()))
        return fail(arguments.misused(RightsText::noLogin())); // such as a script's variable that nobody set
    if (wish.change.reason.isEmpty() || wish.change.reason.toUtf8().size() > kMostReasonBytes)
        return fail(arguments.misused(RightsText::noReason()));
    wish.change.kind = *kind;
    return wish;
}

QJsonObject jsonOf(const RightsTold &told, const RightsWish &wish)
{
    QJsonArray rights, changed;
    const auto loginOf = [&](StaffId who) {
        const Staff *person = told.office.lastKnown(who);
        return person ? person->login : QString();
    };
    for (const SpecialRight &one : told.now)
        rights.append(QJsonObject{{u"right"_s, QString(toCode(one.kind))},
                                  {u"login"_s, loginOf(one.staff)},
                                  {u"since"_s, one.from.toString(Qt::ISODate)},
                                  {u"onStaff"_s, told.isHere(one.staff)}});
    for (const StaffId who : told.outcome.changed)
        changed.append(loginOf(who));
    QJsonObject json{{u"rights"_s, rights}};
    if (wish.changes)
        json.insert(u"changed"_s, changed);
    return json;
}

} // namespace

Exit runRights(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"rights"_s, RightsText::description());
    arguments.addNames(u"LOGIN"_s, RightsText::logins());
    arguments.add({u"give"_s, RightsText::give(), u"RIGHT"_s});
    arguments.add({u"take"_s, RightsText::take(), u"RIGHT"_s});
    arguments.add({u"reason"_s, RightsText::reason(), u"text"_s});
    if (const auto over = arguments.read(given))
        return *over;
    const auto wish = wishOf(arguments);
    if (!wish)
        return wish.error();
    const auto told = arguments.withPassword([&](const DatabaseUrl &url) { return seeToRights(url, *wish, clock); });
    if (!told)
        return arguments.failed(told.error());
    if (!told->unknown.isEmpty())
        return arguments.unusable(RightsText::nobodyOf(told->unknown), {ErrorCode::NotFound, {}, {}});
    if (!told->outcome.problems.empty()) {
        QStringList sentences;
        for (const RightProblem &one : told->outcome.problems)
            sentences.append(RightsText::problem(one.kind, told->who(one.staff)));
        return arguments.unusable(sentences.join(u'\n'), {ErrorCode::Invalid, {}, {}});
    }
    if (arguments.json()) {
        QJsonObject json = jsonOf(*told, *wish);
        json.insert(u"database"_s, arguments.database().display());
        console.sayJson(json);
        return Exit::Fine;
    }
    for (const StaffId who : told->outcome.changed)
        console.say(RightsText::changed(told->who(who), wish->change.kind, wish->change.give));
    if (wish->changes && told->outcome.changed.empty())
        console.say(RightsText::same());
    for (const SpecialRight &one : told->now) {
        if (!wish->changes)
            console.say(RightsText::line(told->who(one.staff), one.kind, adminDay(one.from), told->isHere(one.staff)));
    }
    return Exit::Fine;
}

} // namespace kessai
