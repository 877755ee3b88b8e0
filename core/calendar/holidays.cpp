// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holidays.h"

#include "core/base/shippedfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kessai {

using namespace Qt::StringLiterals;

Result<Holidays> Holidays::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return fail(ErrorCode::Invalid, u"holidays: "_s + error.errorString());

    Holidays read;
    const QJsonObject object = document.object();
    for (const QJsonValue &value : object.value(u"holidays"_s).toArray()) {
        const QString text = value[u"day"_s].toString();
        const QDate day = QDate::fromString(text, Qt::ISODate);
        const QString name = value[u"name"_s].toString();
        if (!day.isValid() || name.isEmpty())
            return fail(ErrorCode::Invalid, u"holidays: not a day with a name: "_s + text);
        if (read.m_names.contains(day))
            return fail(ErrorCode::Invalid, u"holidays: twice in the table: "_s + text);
        read.m_firstYear = read.m_names.isEmpty() ? day.year() : qMin(read.m_firstYear, day.year());
        read.m_lastYear = qMax(read.m_lastYear, day.year());
        read.m_names.insert(day, name);
    }
    for (const QJsonValue &value : object.value(u"closing"_s)[u"days"_s].toArray()) {
        // 2000 is a leap year, so that 02-29 would be a day too.
        const QDate day = QDate::fromString(u"2000-"_s + value.toString(), Qt::ISODate);
        if (!day.isValid())
            return fail(ErrorCode::Invalid, u"holidays: not a closing day: "_s + value.toString());
        read.m_closing.insert({day.month(), day.day()});
    }
    return read;
}

DayKind Holidays::kind(const QDate &day) const
{
    if (day.dayOfWeek() >= Qt::Saturday)
        return DayKind::WeeklyOff;
    return isHoliday(day) ? DayKind::Holiday : DayKind::Duty;
}

bool Holidays::isHoliday(const QDate &day) const
{
    return m_names.contains(day) || m_closing.contains({day.month(), day.day()});
}

QString Holidays::name(const QDate &day) const
{
    return m_names.value(day);
}

bool Holidays::covers(const QDate &day) const
{
    return m_firstYear <= day.year() && day.year() <= m_lastYear;
}

QDate Holidays::dutyDayAfter(QDate day, qint64 n) const
{
    while (n > 0 && day.isValid()) {
        day = day.addDays(1);
        if (isDuty(day))
            --n;
    }
    return day;
}

const Holidays &shippedHolidays()
{
    static const Holidays holidays = [] {
        auto read = Holidays::fromJson(shippedFile(u":/kessai/parameters/holidays.json"_s));
        if (!read)
            qFatal("holidays.json: %s", qPrintable(read.error().detail));
        return std::move(read).value();
    }();
    return holidays;
}

} // namespace kessai
