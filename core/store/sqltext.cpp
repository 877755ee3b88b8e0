// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqltext.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace kessai {

namespace {

struct SqlBook {
    QHash<QString, QString> queries;
    QHash<QString, QString> fragments;
    QHash<QString, QString> scripts;
    QStringList faults;
};

void readBlocks(SqlBook &book, const QString &path, const QString &dialectName)
{
    static const QRegularExpression head(QStringLiteral("^-- (name|fragment|script): (\\w+)(?: \\((\\w+)\\))?$"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        book.faults += path + QStringLiteral(" cannot be read");
        return;
    }
    QString *into = nullptr;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (const auto match = head.match(line); match.hasMatch()) {
            into = nullptr;
            const QString only = match.captured(3);
            if (!only.isEmpty() && only != dialectName)
                continue;
            const QString kind = match.captured(1);
            auto &texts = kind == QLatin1String("name") ? book.queries
                : kind == QLatin1String("script")       ? book.scripts
                                                        : book.fragments;
            if (texts.contains(match.captured(2)))
                book.faults += QStringLiteral("%1 is there twice").arg(match.captured(2));
            into = &texts[match.captured(2)];
        } else if (into && !line.trimmed().isEmpty() && !line.trimmed().startsWith(QLatin1String("--"))) {
            *into += line.trimmed() + QLatin1Char('\n');
        }
    }
}

/// Puts fragments in the place of their names, also within fragments, which are some deep.
QString assembled(const SqlBook &book, QString text, QStringList &faults)
{
    static const QRegularExpression mark(QStringLiteral("@(\\w+)@"));
    for (int depth = 0; depth < 12; ++depth) {
        QString next;
        qsizetype at = 0;
        bool any = false;
        for (auto it = mark.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const auto fragment = book.fragments.constFind(match.captured(1));
            if (fragment == book.fragments.constEnd())
                faults += QStringLiteral("there is no fragment ") + match.captured(1);
            else
                any = true;
            next += text.mid(at, match.capturedStart() - at)
                + (fragment == book.fragments.constEnd() ? QString() : fragment.value().trimmed());
            at = match.capturedEnd();
        }
        text = next + text.mid(at);
        if (!any)
            break;
    }
    return text.trimmed();
}

SqlBook readBook(Dialect dialect)
{
    const QString dialectName = dialect == Dialect::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
    SqlBook book;
    const QDir folder(QStringLiteral(":/kessai/store/queries"));
    for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name))
        readBlocks(book, folder.filePath(name), dialectName);
    for (auto it = book.queries.begin(); it != book.queries.end(); ++it)
        it.value() = assembled(book, it.value(), book.faults);
    return book;
}

const SqlBook &bookOf(Dialect dialect)
{
    static const SqlBook sqlite = readBook(Dialect::Sqlite);
    static const SqlBook postgreSql = readBook(Dialect::PostgreSql);
    return dialect == Dialect::Sqlite ? sqlite : postgreSql;
}

} // namespace

const QString *namedSql(Dialect dialect, QLatin1String name)
{
    const auto &queries = bookOf(dialect).queries;
    const auto it = queries.constFind(QString(name));
    return it == queries.constEnd() ? nullptr : &it.value();
}

QString namedScript(Dialect dialect, QLatin1String name)
{
    return bookOf(dialect).scripts.value(QString(name));
}

QStringList namedQueries(Dialect dialect)
{
    QStringList names = bookOf(dialect).queries.keys();
    names.sort();
    return names;
}

QStringList sqlTextFaults(Dialect dialect)
{
    return bookOf(dialect).faults;
}

} // namespace kessai
