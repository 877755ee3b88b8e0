// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "app/admin/officemaker.h"
#include "app/admin/password.h"
#include "core/base/posttitle.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The day of the plan whose budget the sample office has; any other number gives another office like it.
constexpr quint64 kDefaultSeed = 20230331;

QString fromEnvironment(const char *name)
{
    return qEnvironmentVariable(name);
}

class CreateText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::CreateText)

public:
    static QString description()
    {
        return tr(
            "Makes a new office. Without --sample it has one administrator and nothing else; with --sample it is an "
            "invented city of some 450 people with three months of history, to try the program with. An office that "
            "is there already is not touched, and nothing is left of one that could not be finished.\n\n"
            "On a server everybody in the office gets a login of their own. The administrator's password is taken "
            "from KESSAI_ADMIN_PASSWORD or asked for; it is never printed.");
    }
    static QString sample() { return tr("Makes the sample office."); }
    static QString officeName() { return tr("The name of the office."); }
    static QString name() { return tr("NAME"); }
    static QString adminLogin() { return tr("The administrator's login (default: admin)."); }
    static QString login() { return tr("LOGIN"); }
    static QString adminName() { return tr("The administrator's family and given name, parted by a space."); }
    static QString samplePassword()
    {
        return tr("On a server: the password of all the invented people. Default: one is made up and printed.");
    }
    static QString password() { return tr("PASSWORD"); }
    static QString seed() { return tr("Another number gives another sample office like it."); }
    static QString number() { return tr("NUMBER"); }
    static QString onlySample(const QString &option) { return tr("--%1 goes with --sample only.").arg(option); }
    static QString notSample(const QString &option) { return tr("--%1 does not go with --sample.").arg(option); }
    static QString badLogin(const QString &login)
    {
        return tr("\"%1\" cannot be a login: use 1 to 40 small letters, digits, - and _, a letter first.").arg(login);
    }
    static QString badSeed() { return tr("--seed needs a whole number."); }
    static QString noPassword()
    {
        return tr("The administrator needs a password: set KESSAI_ADMIN_PASSWORD or run this at a terminal.");
    }
    static QString askAdminPassword(const QString &login) { return tr("New password for %1: ").arg(login); }
    static QString askAgain() { return tr("Once more: "); }
    static QString differ() { return tr("The two passwords differ."); }
    static QString progress() { return tr("Making the sample office"); }
    static QString made(const QString &office, const QString &database)
    {
        return tr("%1 was made: %2").arg(office, database);
    }
    static QString figures(const OfficeMade &made)
    {
        const QLocale locale;
        return tr("%1 people, %2 cases with %3 acts and %4 attached files.")
            .arg(locale.toString(made.staff), locale.toString(made.sample->cases), locale.toString(made.sample->events),
                 locale.toString(made.sample->files));
    }
    static QString noFolder(const QString &database) { return tr("%1: there is no such folder.").arg(database); }
    static QString signIns() { return tr("Sign in as one of these, to begin with:"); }
    static QString kept(int count)
    {
        return tr("%n of them could sign in to this server already and keep(s) the password of before.", nullptr,
                  count);
    }
    static QString passwordLine(const QString &password)
    {
        return tr("Password of all the invented people: %1").arg(password);
    }
};

QString codeOf(CaseState state)
{
    switch (state) {
    case CaseState::Draft: return u"draft"_s;
    case CaseState::Running: return u"running"_s;
    case CaseState::Returned: return u"returned"_s;
    case CaseState::Withdrawn: return u"withdrawn"_s;
    case CaseState::Decided: return u"decided"_s;
    case CaseState::Rejected: return u"rejected"_s;
    case CaseState::Cancelled: return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

bool isLogin(const QString &login)
{
    const auto isSmall = [](QChar c) { return c >= u'a' && c <= u'z'; };
    return !login.isEmpty() && login.size() <= 40 && isSmall(login.front())
        && std::all_of(login.begin(), login.end(),
                       [&](QChar c) { return isSmall(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_'; });
}

/// Reads the wish from the arguments; how the run ends where it makes no sense.
class CreateArguments final {
public:
    explicit CreateArguments(Console &console)
        : m_console(console), m_arguments(console, u"create"_s, CreateText::description())
    {
        m_arguments.add({u"sample"_s, CreateText::sample()});
        m_arguments.add({u"office-name"_s, CreateText::officeName(), CreateText::name()});
        m_arguments.add({u"admin-login"_s, CreateText::adminLogin(), CreateText::login(), u"admin"_s});
        m_arguments.add({u"admin-name"_s, CreateText::adminName(), CreateText::name(), u"システム 管理者"_s});
        m_arguments.add({u"sample-password"_s, CreateText::samplePassword(), CreateText::password()});
        m_arguments.add({u"seed"_s, CreateText::seed(), CreateText::number(), QString::number(kDefaultSeed)});
    }

    Arguments &arguments() { return m_arguments; }
    const OfficeWish &wish() const { return m_wish; }

    std::optional<Exit> read(const QStringList &given)
    {
        if (const auto over = m_arguments.read(given))
            return over;
        m_wish.sample = m_arguments.has(u"sample"_s);
        for (const QString &option : {u"admin-login"_s, u"admin-name"_s}) {
            if (m_wish.sample && m_arguments.has(option))
                return m_arguments.misused(CreateText::notSample(option));
        }
        for (const QString &option : {u"sample-password"_s, u"seed"_s}) {
            if (!m_wish.sample && m_arguments.has(option))
                return m_arguments.misused(CreateText::onlySample(option));
        }
        m_wish.officeName = m_arguments.value(u"office-name"_s).simplified();
        m_wish.adminLogin = m_arguments.value(u"admin-login"_s);
        m_wish.adminName = m_arguments.value(u"admin-name"_s).simplified();
        if (!isLogin(m_wish.adminLogin))
            return m_arguments.misused(CreateText::badLogin(m_wish.adminLogin));
        bool isNumber = false;
        m_wish.seed = m_arguments.value(u"seed"_s).toULongLong(&isNumber);
        if (!isNumber)
            return m_arguments.misused(CreateText::badSeed());
        return m_arguments.database().dialect() == Dialect::PostgreSql ? readPassword() : std::nullopt;
    }

private:
    std::optional<Exit> readPassword()
    {
        if (m_wish.sample) {
            m_wish.password = m_arguments.value(u"sample-password"_s);
            if (m_wish.password.isEmpty())
                m_wish.password = inventPassword();
            return std::nullopt;
        }
        m_wish.password = fromEnvironment("KESSAI_ADMIN_PASSWORD");
        if (!m_wish.password.isEmpty())
            return std::nullopt;
        const auto typed = m_console.askPassword(CreateText::askAdminPassword(m_wish.adminLogin));
        if (!typed || typed->isEmpty())
            return m_arguments.misused(CreateText::noPassword());
        if (m_console.askPassword(CreateText::askAgain()) != typed)
            return m_arguments.misused(CreateText::differ());
        m_wish.password = *typed;
        return std::nullopt;
    }

    Console &m_console;
    Arguments m_arguments;
    OfficeWish m_wish;
};

QJsonObject toJson(const SignInHint &hint)
{
    return {{u"login"_s, hint.login},
            {u"name"_s, hint.name},
            {u"section"_s, hint.section},
            {u"title"_s, hint.title},
            {u"note"_s, QJsonObject{{u"ja"_s, hint.noteJa}, {u"en"_s, hint.noteEn}}}};
}

QJsonObject toJson(const OfficeMade &made, const DatabaseUrl &url, qint64 milliseconds)
{
    QJsonObject json{{u"database"_s, url.display()},
                     {u"office"_s, made.officeName},
                     {u"staff"_s, made.staff},
                     {u"milliseconds"_s, milliseconds}};
    if (made.sample) {
        QJsonObject states;
        for (const auto &[state, count] : made.sample->byState)
            states.insert(codeOf(state), count);
        json.insert(u"cases"_s, made.sample->cases);
        json.insert(u"states"_s, states);
        json.insert(u"events"_s, made.sample->events);
        json.insert(u"files"_s, made.sample->files);
    }
    if (url.dialect() == Dialect::Sqlite)
        json.insert(u"bytes"_s, QFileInfo(url.path()).size());
    if (url.dialect() == Dialect::PostgreSql)
        json.insert(u"keptLogins"_s, QJsonArray::fromStringList(made.keptLogins));
    QJsonArray signIns;
    for (const SignInHint &hint : made.signIns)
        signIns.append(toJson(hint));
    json.insert(u"signIns"_s, signIns);
    return json;
}

void tell(Console &console, const OfficeMade &made, const DatabaseUrl &url)
{
    console.say(CreateText::made(made.officeName, url.display()));
    if (made.sample)
        console.say(CreateText::figures(made));
    console.say({});
    console.say(CreateText::signIns());
    const bool japanese = QLocale().language() == QLocale::Japanese;
    for (const SignInHint &hint : made.signIns) {
        // "総務課長", "総務課 庶務係長", "総務課 庶務係 主事"
        console.say(u"  %1  %2（%3）  %4"_s.arg(hint.login, hint.name, joinTitle(hint.section, hint.title, u" "),
                                                japanese ? hint.noteJa : hint.noteEn));
    }
}

} // namespace

Exit runCreate(const QStringList &given, Console &console, const Clock &clock)
{
    CreateArguments create(console);
    if (const auto over = create.read(given))
        return *over;
    Arguments &arguments = create.arguments();
    QElapsedTimer timer;
    timer.start();
    const auto made = arguments.withPassword([&](const DatabaseUrl &url) {
        return makeOffice(url, create.wish(), clock.now(),
                          [&](int done, int all) { console.progress(CreateText::progress(), done, all); });
    });
    console.endProgress();
    if (!made && made.error().code == ErrorCode::NotFound && arguments.database().dialect() == Dialect::Sqlite) {
        console.complain(CreateText::noFolder(arguments.database().display()));
        return Exit::Unusable;
    }
    if (!made)
        return arguments.failed(made.error());

    const DatabaseUrl &url = arguments.database();
    const bool hasNewcomers = url.dialect() == Dialect::PostgreSql && made->keptLogins.size() < made->staff;
    if (arguments.json()) {
        QJsonObject json = toJson(*made, url, timer.elapsed());
        if (hasNewcomers && create.wish().sample)
            json.insert(u"samplePassword"_s, create.wish().password);
        console.sayJson(json);
    } else {
        tell(console, *made, url);
        if (hasNewcomers && create.wish().sample)
            console.say(u'\n' + CreateText::passwordLine(create.wish().password));
        if (!made->keptLogins.isEmpty())
            console.say(CreateText::kept(int(made->keptLogins.size())));
    }
    return Exit::Fine;
}

} // namespace kessai
