// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databaseurl.h"

#include <QStringList>
#include <QUrl>

namespace kessai {

namespace {

QString percentDecoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString percentEncoded(const QString &text, const QByteArray &keep = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, keep));
}

Fail<Error> notAnAddress(const QString &why)
{
    return fail(ErrorCode::Invalid, QStringLiteral("not a database address: ") + why);
}

const QStringList &sslModes()
{
    static const QStringList modes{QStringLiteral("disable"),   QStringLiteral("allow"),
                                   QStringLiteral("prefer"),    QStringLiteral("require"),
                                   QStringLiteral("verify-ca"), QStringLiteral("verify-full")};
    return modes;
}

bool onThisMachine(const QString &host)
{
    return host.isEmpty() || host.startsWith(QLatin1Char('/')) || host == QLatin1String("localhost")
        || host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
}

bool hasControlCharacter(const QString &value)
{
    for (const QChar c : value) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return true;
    }
    return false;
}

/// Host and port of "host:5432", "[::1]:5432" or "host".
Result<std::pair<QString, int>> parseHost(const QString &text)
{
    QString host = text;
    QString port;
    if (text.startsWith(QLatin1Char('['))) {
        const auto end = text.indexOf(QLatin1Char(']'));
        if (end < 0 || (end + 1 < text.size() && text[end + 1] != QLatin1Char(':')))
            return notAnAddress(QStringLiteral("a host in [ ] must end with ] or ]:port"));
        host = text.mid(1, end - 1);
        port = text.mid(end + 2);
    } else if (const auto colon = text.indexOf(QLatin1Char(':')); colon >= 0) {
        host = text.left(colon);
        port = text.mid(colon + 1);
        if (port.isEmpty())
            return notAnAddress(QStringLiteral("there is no port after the colon"));
    }
    if (port.isEmpty())
        return std::pair(percentDecoded(host), 0);
    bool isNumber = false;
    const int number = port.toInt(&isNumber);
    if (!isNumber || number < 1 || number > 65535)
        return notAnAddress(QStringLiteral("the port must be a number from 1 to 65535"));
    return std::pair(percentDecoded(host), number);
}

} // namespace

DatabaseUrl DatabaseUrl::sqlite(const QString &path)
{
    DatabaseUrl url;
    url.m_path = path;
    return url;
}

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    const auto colon = text.indexOf(QLatin1Char(':'));
    const QString scheme = colon < 0 ? QString() : text.left(colon).toLower();
    if (scheme == QLatin1String("sqlite")) {
        QString path = text.mid(colon + 1);
        if (path.startsWith(QLatin1String("///")))
            path.remove(0, 2);
        if (path.isEmpty() || path.startsWith(QLatin1String("//")))
            return notAnAddress(QStringLiteral("sqlite: needs the path of a file, e.g. sqlite:office.db"));
        if (path == QLatin1String(":memory:") || path.contains(QChar(0)))
            return notAnAddress(QStringLiteral("an office needs a file"));
        return sqlite(path);
    }
    if ((scheme != QLatin1String("postgresql") && scheme != QLatin1String("postgres"))
        || text.mid(colon, 3) != QLatin1String("://"))
        return notAnAddress(QStringLiteral("it must begin with sqlite: or postgresql://"));

    DatabaseUrl url;
    url.m_dialect = Dialect::PostgreSql;
    QString rest = text.mid(colon + 3);
    QString options;
    if (const auto mark = rest.indexOf(QLatin1Char('?')); mark >= 0) {
        options = rest.mid(mark + 1);
        rest.truncate(mark);
    }
    const auto slash = rest.indexOf(QLatin1Char('/'));
    if (slash < 0 || slash + 1 == rest.size())
        return notAnAddress(QStringLiteral("the database's name is missing: postgresql://host/name"));
    url.m_database = percentDecoded(rest.mid(slash + 1));
    QString server = rest.left(slash);
    if (const auto at = server.lastIndexOf(QLatin1Char('@')); at >= 0) {
        const QString user = server.left(at);
        const auto parted = user.indexOf(QLatin1Char(':'));
        url.m_user = percentDecoded(parted < 0 ? user : user.left(parted));
        url.m_password = parted < 0 ? QString() : percentDecoded(user.mid(parted + 1));
        server = server.mid(at + 1);
    }
    const auto host = parseHost(server);
    if (!host)
        return host.failure();
    url.m_host = host->first;
    url.m_port = host->second;

    for (const QString &option : options.split(QLatin1Char('&'), Qt::SkipEmptyParts)) {
        const auto equals = option.indexOf(QLatin1Char('='));
        const QString key = option.left(equals < 0 ? option.size() : equals);
        const QString value = equals < 0 ? QString() : percentDecoded(option.mid(equals + 1));
        if (key == QLatin1String("sslmode")) {
            if (!sslModes().contains(value))
                return notAnAddress(QStringLiteral("sslmode must be one of ") + sslModes().join(QLatin1String(", ")));
            url.m_sslMode = value;
        } else if (key == QLatin1String("sslrootcert")) {
            url.m_sslRootCert = value;
        } else if (key == QLatin1String("host")) {
            url.m_host = value;
        } else {
            return notAnAddress(QStringLiteral("the option %1 is not known; known are sslmode, sslrootcert and host")
                                    .arg(key.left(40)));
        }
    }
    for (const QString &value : {url.m_host, url.m_database, url.m_user, url.m_password, url.m_sslRootCert}) {
        if (hasControlCharacter(value))
            return notAnAddress(QStringLiteral("it contains a control character"));
    }
    // Qt parts the options of a connection with semicolons and has no way to quote one.
    if (url.m_sslRootCert.contains(QLatin1Char(';')))
        return notAnAddress(QStringLiteral("sslrootcert must not contain a semicolon"));
    if (url.m_database.contains(QLatin1Char('/')))
        return notAnAddress(QStringLiteral("the database's name must not contain a slash"));
    return url;
}

QString DatabaseUrl::sslMode() const
{
    if (!m_sslMode.isEmpty())
        return m_sslMode;
    return onThisMachine(m_host) ? QStringLiteral("prefer") : QStringLiteral("verify-full");
}

DatabaseUrl DatabaseUrl::withCredentials(const QString &user, const QString &password) const
{
    DatabaseUrl url = *this;
    url.m_user = user;
    url.m_password = password;
    return url;
}

DatabaseUrl DatabaseUrl::withDatabase(const QString &name) const
{
    DatabaseUrl url = *this;
    url.m_database = name;
    return url;
}

DatabaseUrl DatabaseUrl::withPath(const QString &path) const
{
    DatabaseUrl url = *this;
    url.m_path = path;
    return url;
}

QString DatabaseUrl::display() const
{
    if (m_dialect == Dialect::Sqlite)
        return QStringLiteral("sqlite:") + m_path;
    QString text = QStringLiteral("postgresql://");
    if (!m_user.isEmpty())
        text += percentEncoded(m_user) + QLatin1Char('@');
    const bool socket = m_host.startsWith(QLatin1Char('/'));
    if (!socket && m_host.contains(QLatin1Char(':')))
        text += QLatin1Char('[') + m_host + QLatin1Char(']');
    else if (!socket)
        text += percentEncoded(m_host);
    if (m_port > 0)
        text += QLatin1Char(':') + QString::number(m_port);
    text += QLatin1Char('/') + percentEncoded(m_database);
    QStringList options;
    if (socket)
        options += QStringLiteral("host=") + percentEncoded(m_host, "/");
    if (!m_sslMode.isEmpty())
        options += QStringLiteral("sslmode=") + m_sslMode;
    if (!m_sslRootCert.isEmpty())
        options += QStringLiteral("sslrootcert=") + percentEncoded(m_sslRootCert, "/");
    if (!options.isEmpty())
        text += QLatin1Char('?') + options.join(QLatin1Char('&'));
    return text;
}

} // namespace kessai
