// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leavewindow.h"

#include <QJsonArray>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDaysOfWeek = 7;
constexpr qint64 kFarthest = 1000; ///< in any unit; keeps a slip in a parameter within the calendar

std::optional<WindowEdge::Unit> windowUnitNamed(const QString &name)
{
    if (name == u"days"_s)
        return WindowEdge::Unit::Days;
    if (name == u"weeks"_s)
        return WindowEdge::Unit::Weeks;
    if (name == u"months"_s)
        return WindowEdge::Unit::Months;
    if (name == u"years"_s)
        return WindowEdge::Unit::Years;
    if (name == u"school years"_s)
        return WindowEdge::Unit::SchoolYears;
    return std::nullopt;
}

/// An age is reached on the day before the birthday (年齢計算ニ関スル法律).
QDate schoolYearEnd(const QDate &birth, int age)
{
    const QDate reached = birth.addYears(age).addDays(-1);
    const QDate end(reached.year(), 3, 31);
    return reached <= end ? end : end.addYears(1);
}

QDate shifted(const QDate &day, int by, WindowEdge::Unit unit)
{
    switch (unit) {
    case WindowEdge::Unit::Days: return day.addDays(by);
    case WindowEdge::Unit::Weeks: return day.addDays(by * kDaysOfWeek);
    case WindowEdge::Unit::Months: return day.addMonths(by);
    case WindowEdge::Unit::Years: return day.addYears(by);
    case WindowEdge::Unit::SchoolYears: return schoolYearEnd(day, by);
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<qint64> WindowEdge::count(const QString &prefix, bool extended, const QDate &on,
                                        const Numbers &numbers) const
{
    if (number.isEmpty())
        return std::nullopt;
    const auto longer = extended ? numbers.find(prefix + u"extended_"_s + number, on) : std::nullopt;
    return longer ? longer : numbers.find(prefix + number, on);
}

std::optional<QDate> WindowEdge::day(const QString &prefix, const Fields &fields, bool extended, const QDate &on,
                                     const Numbers &numbers) const
{
    for (const QString &event : events) {
        const auto happened = fields.day(event.toLatin1().constData());
        if (!happened || !isPlausible(*happened))
            continue;
        const qint64 far = std::clamp<qint64>(count(prefix, extended, on, numbers).value_or(0), 0, kFarthest);
        return shifted(*happened, static_cast<int>(back ? -far : far), unit).addDays(offset);
    }
    return std::nullopt;
}

Result<WindowEdge> windowEdgeFromJson(const QJsonObject &json)
{
    WindowEdge edge;
    for (const QJsonValue event : json.value(u"events"_s).toArray())
        edge.events += event.toString();
    edge.number = json.value(u"number"_s).toString();
    edge.back = json.value(u"back"_s).toBool();
    edge.offset = json.value(u"offset"_s).toInt();
    const auto unit = windowUnitNamed(json.value(u"unit"_s).toString(u"days"_s));
    if (!unit || edge.events.isEmpty() || edge.events.contains(QString()))
        return fail(ErrorCode::Invalid, u"a window's edge is not understood"_s);
    edge.unit = *unit;
    return edge;
}

} // namespace kessai
