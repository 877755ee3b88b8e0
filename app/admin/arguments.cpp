// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"

#include "app/admin/admintext.h"

#include <QFile>

namespace kessai {

using namespace Qt::StringLiterals;

Arguments::Arguments(Console &console, const QString &command, const QString &description)
    : m_console(console), m_command(command)
{
    m_parser.setApplicationDescription(description);
    m_parser.addPositionalArgument(u"DATABASE"_s,
                                   tr("Where the office is: sqlite:PATH or postgresql://[user@]host[:port]/name. "
                                      "A password comes from PGPASSWORD or ~/.pgpass, or is asked for."),
                                   u"DATABASE"_s);
    m_parser.addOption({{u"h"_s, u"help"_s}, tr("Shows this help.")});
    m_parser.addOption({u"json"_s, tr("Prints the result as JSON.")});
}

void Arguments::addFile(const QString &description)
{
    m_second = u"FILE"_s;
    m_parser.addPositionalArgument(m_second, description, m_second);
}

void Arguments::addTarget(const QString &name, const QString &description)
{
    m_second = name;
    m_wantsTarget = true;
    m_parser.addPositionalArgument(name, description, name);
}

void Arguments::addNames(const QString &name, const QString &description)
{
    m_takesNames = true;
    m_parser.addPositionalArgument(name, description, u"[%1...]"_s.arg(name));
}

std::optional<Exit> Arguments::read(const QStringList &arguments)
{
    const bool understood = m_parser.parse(arguments);
    if (m_parser.isSet(u"help"_s)) {
        // The usage names the program as it was called, path and all, and knows no commands.
        const QString text = m_parser.helpText().trimmed();
        const QString usage = text.section(u'\n', 0, 0);
        const QString called = QCoreApplication::arguments().constFirst();
        m_console.say(QString(usage).replace(called, u"kessai-admin "_s + m_command) + text.mid(usage.size()));
        return Exit::Fine;
    }
    if (!understood)
        return misused(m_parser.errorText());
    const QStringList given = m_parser.positionalArguments();
    if (given.isEmpty())
        return misused(tr("DATABASE is missing."));
    const bool two = !m_second.isEmpty();
    if (two && given.size() < 2)
        return misused(tr("%1 is missing.").arg(m_second));
    const qsizetype most = two ? 2 : 1;
    if (given.size() > most && !m_takesNames)
        return misused(tr("\"%1\" is one argument too many.").arg(given[most]));
    m_names = given.mid(most);
    m_file = two ? given[1] : QString();
    for (auto [text, address] : {std::pair(given[0], &m_database), std::pair(m_file, &m_target)}) {
        if (address == &m_target && !m_wantsTarget)
            continue;
        auto url = DatabaseUrl::parse(text);
        if (!url) {
            const QString form = tr("DATABASE is sqlite:PATH or postgresql://[user@]host[:port]/name.");
            return misused(withDetail(form, readsEnglish() ? url.error().detail : QString()));
        }
        *address = std::move(url).value();
    }
    return std::nullopt;
}

Result<QByteArray, Exit> Arguments::fileBytes(qint64 most)
{
    const Error error{ErrorCode::FileUnreadable, {}, {}};
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return fail(unusable(tr("%1 cannot be read (%2).").arg(m_file, file.errorString()), error));
    QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return fail(unusable(tr("%1 holds more than %2 MB.").arg(m_file).arg(most / (1024 * 1024)), error));
    return bytes;
}

Exit Arguments::misused(const QString &why)
{
    m_console.complain(tr("%1 See kessai-admin %2 --help.").arg(why, m_command));
    return Exit::Usage;
}

Exit Arguments::failedAt(const DatabaseUrl &where, const Error &error)
{
    tell(adminErrorText(error, where.display()), where, error);
    return exitAfter(error);
}

Exit Arguments::unusable(const QString &sentence, const Error &error)
{
    tell(withDetail(sentence, adminDetail(error)), *m_database, error);
    return Exit::Unusable;
}

void Arguments::tell(const QString &text, const DatabaseUrl &where, const Error &error)
{
    if (json()) {
        m_console.sayJson(
            {{u"database"_s, where.display()},
             {u"error"_s,
              QJsonObject{{u"code"_s, toCode(error.code)}, {u"text"_s, text}, {u"detail"_s, error.detail}}}});
    }
    m_console.complain(text);
}

bool Arguments::wantsPassword(const Error &error) const
{
    return error.code == ErrorCode::SignInRejected && asked().dialect() == Dialect::PostgreSql && m_asked < 3;
}

bool Arguments::askPassword()
{
    ++m_asked;
    const auto typed = m_console.askPassword(tr("Password for %1: ").arg(asked().display()));
    if (!typed)
        return false;
    asked() = asked().withCredentials(asked().user(), *typed);
    return true;
}

} // namespace kessai
