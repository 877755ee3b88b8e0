// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/strictjson.h"

namespace kessai {

StrictObject::StrictObject(QJsonObject object, QString where) : m_object(std::move(object)), m_where(std::move(where))
{
}

QJsonValue StrictObject::take(const QString &key, QJsonValue::Type type, const char *kind)
{
    const auto it = m_object.constFind(key);
    m_taken.append(key);
    if (it == m_object.constEnd()) {
        blame(QStringLiteral("'%1' is missing").arg(key));
        return {};
    }
    if (it->type() != type) {
        blame(QStringLiteral("'%1' must be %2").arg(key, QLatin1String(kind)));
        return {};
    }
    return it.value();
}

QString StrictObject::text(const QString &key)
{
    return take(key, QJsonValue::String, "a text").toString();
}

QString StrictObject::text(const QString &key, const QString &otherwise)
{
    return has(key) ? text(key) : otherwise;
}

QString StrictObject::filledText(const QString &key)
{
    const QString value = text(key);
    if (value.trimmed().isEmpty())
        blame(QStringLiteral("'%1' is empty").arg(key));
    return value;
}

bool StrictObject::flag(const QString &key, bool otherwise)
{
    return has(key) ? take(key, QJsonValue::Bool, "true or false").toBool() : otherwise;
}

qint64 StrictObject::integer(const QString &key, qint64 least, qint64 most)
{
    const QJsonValue value = take(key, QJsonValue::Double, "a whole number");
    const std::optional<qint64> number = wholeNumber(value);
    if (!number) {
        blame(QStringLiteral("'%1' must be a whole number").arg(key));
        return least;
    }
    if (*number < least || *number > most) {
        blame(QStringLiteral("'%1' is %2, which is not from %3 to %4").arg(key).arg(*number).arg(least).arg(most));
        return least;
    }
    return *number;
}

int StrictObject::count(const QString &key, int least, int most)
{
    return int(integer(key, least, most));
}

int StrictObject::count(const QString &key, int least, int most, int otherwise)
{
    return has(key) ? count(key, least, most) : otherwise;
}

std::optional<qint64> StrictObject::identityOrNull(const QString &key)
{
    if (m_object.value(key).isNull()) {
        m_taken.append(key);
        return std::nullopt;
    }
    return integer(key, 1);
}

QDate StrictObject::day(const QString &key)
{
    const QString value = text(key);
    const QDate day = QDate::fromString(value, Qt::ISODate);
    // fromString is lenient about what follows the day; a record is not.
    if (!day.isValid() || day.toString(Qt::ISODate) != value)
        blame(QStringLiteral("'%1' must be a day such as 2026-11-22").arg(key));
    return day;
}

Bilingual StrictObject::wording(const QString &key)
{
    StrictObject parts(object(key), QStringLiteral("'%1'").arg(key));
    const Bilingual wording{parts.filledText(QStringLiteral("ja")), parts.filledText(QStringLiteral("en"))};
    if (const Result<> read = parts.finish(); !read)
        blame(read.error().detail);
    return wording;
}

Bilingual StrictObject::wordingIfAny(const QString &key)
{
    return has(key) ? wording(key) : Bilingual{};
}

QJsonObject StrictObject::object(const QString &key)
{
    return take(key, QJsonValue::Object, "an object").toObject();
}

QJsonObject StrictObject::objectIfAny(const QString &key)
{
    return has(key) ? object(key) : QJsonObject();
}

QJsonArray StrictObject::array(const QString &key)
{
    return take(key, QJsonValue::Array, "a list").toArray();
}

QJsonArray StrictObject::arrayIfAny(const QString &key)
{
    return has(key) ? array(key) : QJsonArray();
}

int StrictObject::choice(const QString &key, const QStringList &names)
{
    const QString value = text(key);
    const qsizetype at = names.indexOf(value);
    if (at < 0) {
        blame(QStringLiteral("'%1' is '%2', which is none of %3").arg(key, value, names.join(QStringLiteral(", "))));
        return 0;
    }
    return int(at);
}

void StrictObject::blame(const QString &detail)
{
    if (m_problem.isEmpty())
        m_problem = m_where + QStringLiteral(": ") + detail;
}

Result<> StrictObject::finish()
{
    if (m_problem.isEmpty()) {
        for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
            if (!m_taken.contains(it.key())) {
                blame(QStringLiteral("'%1' is not known here").arg(it.key()));
                break;
            }
        }
    }
    if (!m_problem.isEmpty())
        return fail(ErrorCode::Invalid, m_problem);
    return {};
}

Result<std::vector<QJsonObject>> objectsOf(const QJsonArray &array, const QString &where)
{
    std::vector<QJsonObject> objects;
    objects.reserve(size_t(array.size()));
    for (const QJsonValue value : array) {
        if (!value.isObject())
            return fail(ErrorCode::Invalid, where + QStringLiteral(" must hold objects only"));
        objects.push_back(value.toObject());
    }
    return objects;
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    // toInteger answers with its default for everything that is no whole number, so two defaults tell.
    const qint64 number = value.toInteger(0);
    return value.isDouble() && value.toInteger(1) == number ? std::optional(number) : std::nullopt;
}

} // namespace kessai
