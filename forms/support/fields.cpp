// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/fields.h"

namespace kessai {

QString Fields::code(const char *key) const
{
    return m_json.value(QLatin1String(key)).toString();
}

QString Fields::prose(const char *key) const
{
    return code(key).trimmed();
}

std::optional<QDate> Fields::day(const char *key) const
{
    const QString text = m_json.value(QLatin1String(key)).toString();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    // The one stored form is YYYY-MM-DD; Qt would read more than that.
    if (!day.isValid() || day.toString(Qt::ISODate) != text)
        return std::nullopt;
    return day;
}

std::optional<qint64> Fields::number(const char *key, qint64 least, qint64 most) const
{
    const QJsonValue value = m_json.value(QLatin1String(key));
    if (!value.isDouble())
        return std::nullopt;
    const qint64 none = least - 1;
    const qint64 number = value.toInteger(none);
    if (number < least || number > most)
        return std::nullopt;
    return number;
}

bool isPlausible(const QDate &day)
{
    return QDate(1900, 1, 1) <= day && day <= QDate(2999, 12, 31);
}

bool Fields::flag(const char *key) const
{
    return m_json.value(QLatin1String(key)).toBool();
}

} // namespace kessai
