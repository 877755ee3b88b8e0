// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchtext.h"

#include "core/base/textfold.h"

#include <QJsonArray>
#include <QSet>

namespace kessai {

namespace {

constexpr QLatin1Char kLineEnd('\n');

void addTexts(QString &lines, const QJsonValue &value)
{
    if (lines.size() > kMaxSearchText)
        return;
    if (value.isString()) {
        const QString folded = foldText(value.toString());
        if (!folded.isEmpty())
            lines += kLineEnd + folded;
    } else if (value.isArray()) {
        for (const QJsonValue item : value.toArray())
            addTexts(lines, item);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            addTexts(lines, it.value());
    }
}

QString hex(QChar c)
{
    return QStringLiteral("%1").arg(ushort(c.unicode()), 4, 16, QLatin1Char('0'));
}

} // namespace

QString searchableText(const QString &title, const QString &drafter, const QJsonObject &fields)
{
    QString lines = foldText(title) + kLineEnd + foldText(drafter);
    addTexts(lines, fields);
    return lines.left(kMaxSearchText);
}

QString gramsOf(const QString &folded)
{
    QSet<QString> grams;
    for (const QString &line : folded.split(kLineEnd)) {
        for (qsizetype i = 0; i < line.size(); ++i)
            grams.insert(i + 1 < line.size() ? hex(line[i]) + hex(line[i + 1]) : hex(line[i]));
    }
    QString words;
    for (const QString &gram : qAsConst(grams))
        words += gram + QLatin1Char(' ');
    return words;
}

QString gramQuery(const QStringList &words)
{
    QStringList grams;
    for (const QString &word : words) {
        if (word.size() == 1)
            grams += hex(word[0]) + QLatin1Char('*');
        for (qsizetype i = 0; i + 1 < word.size(); ++i)
            grams += hex(word[i]) + hex(word[i + 1]);
    }
    grams.removeDuplicates();
    return grams.join(QLatin1String(" AND "));
}

} // namespace kessai
