// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/typedfield.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

bool isTyped(const QString &key)
{
    static const QStringList keys{u"ja"_s, u"en"_s, u"source"_s, u"words"_s, u"from"_s, u"width"_s, u"height"_s};
    return keys.contains(key);
}

/// Adds the places in which two values differ; what is left out is what is empty.
void differences(const QString &place, const QString &key, const QJsonValue &before, const QJsonValue &after,
                 QStringList &places)
{
    if (before == after)
        return;
    const QJsonArray was = before.toArray();
    const QJsonArray is = after.toArray();
    if ((before.isObject() || after.isObject()) && !before.isArray() && !after.isArray()) {
        const QJsonObject a = before.toObject();
        const QJsonObject b = after.toObject();
        QStringList keys = a.keys() + b.keys();
        keys.removeDuplicates();
        for (const QString &one : keys)
            differences(place + u'/' + one, one, a.value(one), b.value(one), places);
    } else if (before.isArray() && after.isArray() && was.size() == is.size() && !isTyped(key)) {
        for (qsizetype i = 0; i < was.size(); ++i)
            differences(place + u'/' + QString::number(i), key, was.at(i), is.at(i), places);
    } else {
        places.append(isTyped(key) ? place : QString());
    }
}

} // namespace

QString typedField(const QJsonObject &before, const QJsonObject &after)
{
    QStringList places;
    differences({}, {}, before, after, places);
    return places.size() == 1 ? places.front() : QString();
}

} // namespace kessai
