// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bilingual.h"

#include <QJsonObject>
#include <QJsonValue>

namespace kessai {

using namespace Qt::StringLiterals;

Bilingual Bilingual::fromJson(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return {object.value(QLatin1String("ja")).toString(), object.value(QLatin1String("en")).toString()};
}

QJsonValue Bilingual::toJson() const
{
    return QJsonObject{{u"ja"_s, ja}, {u"en"_s, en}};
}

} // namespace kessai
