// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leavespan.h"

#include "forms/support/fields.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

std::optional<LeaveUnit> unitNamed(const QString &name)
{
    if (name == u"day"_s)
        return LeaveUnit::Day;
    if (name == u"morning"_s)
        return LeaveUnit::Morning;
    if (name == u"afternoon"_s)
        return LeaveUnit::Afternoon;
    if (name == u"hours"_s)
        return LeaveUnit::Hours;
    return std::nullopt;
}

/// What one counted day costs, and which ledger of the kind it goes into.
struct DayCost {
    QString ledger;
    qint64 amount;
};

DayCost costOf(const LeaveSpan &span, const QDate &day, const Numbers &numbers)
{
    const QString kind = span.special ? u"leave.special."_s + span.special->code : u"leave.annual"_s;
    switch (span.unit) {
    case LeaveUnit::Day: return {kind + u".minutes"_s, numbers.at("leave.day_minutes", day)};
    case LeaveUnit::Morning:
    case LeaveUnit::Afternoon: {
        const qint64 minutes = numbers.at("leave.half_day_minutes", day);
        return minutes > 0 ? DayCost{kind + u".minutes"_s, minutes} : DayCost{kind + u".half_days"_s, 1};
    }
    case LeaveUnit::Hours: return {kind + u".minutes"_s, span.regularMinutes(numbers)};
    }
    Q_UNREACHABLE();
}

qint64 absentMinutes(const LeaveSpan &span, const QDate &day, const Numbers &numbers)
{
    const Shift shift = Shift::on(day, numbers);
    switch (span.unit) {
    case LeaveUnit::Day: return shift.morning.minutes() + shift.afternoon.minutes();
    case LeaveUnit::Morning: return shift.morning.minutes();
    case LeaveUnit::Afternoon: return shift.afternoon.minutes();
    case LeaveUnit::Hours: return span.regularMinutes(numbers);
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<LeaveSpan> LeaveSpan::read(const QJsonObject &json, const Numbers &numbers)
{
    const Fields fields(json);
    const QString kind = fields.code("kind");
    const SpecialLeave *special = kind == u"special"_s ? specialLeave(fields.code("special_kind")) : nullptr;
    const auto unit = unitNamed(fields.code("unit"));
    const auto from = fields.day("from");
    if ((kind != u"annual"_s && !special) || !unit || !from || !isPlausible(*from))
        return std::nullopt;

    LeaveSpan span{special, *unit, *from, *from, {0, 0}};
    if (span.unit == LeaveUnit::Day) {
        span.until = fields.day("until").value_or(*from);
        const qint64 days = span.from.daysTo(span.until) + 1;
        if (days < 1 || days > numbers.at("leave.range_max_days", span.from))
            return std::nullopt;
    }
    if (span.unit == LeaveUnit::Hours) {
        const auto start = fields.number("start", 0, kMinutesOfDay);
        const auto end = fields.number("end", 0, kMinutesOfDay);
        if (!start || !end || *end <= *start)
            return std::nullopt;
        span.hours = {*start, *end};
    }
    return span;
}

std::vector<QDate> LeaveSpan::countedDays(const Numbers &numbers) const
{
    std::vector<QDate> days;
    for (QDate day = from; day <= until; day = day.addDays(1)) {
        if (calendar() || numbers.holidays().isDuty(day))
            days.push_back(day);
    }
    return days;
}

qint64 LeaveSpan::regularMinutes(const Numbers &numbers) const
{
    return Shift::on(from, numbers).within(hours);
}

std::vector<Posting> leavePostings(const LeaveSpan &span, StaffId drafter, const Numbers &numbers)
{
    std::vector<Posting> postings;
    const QString account = staffAccount(drafter);
    for (const QDate &day : span.countedDays(numbers)) {
        const DayCost cost = costOf(span, day, numbers);
        if (cost.amount == 0)
            continue;
        postings.push_back({cost.ledger, account, day, cost.amount});
        if (numbers.holidays().isDuty(day))
            postings.push_back({u"absence.minutes"_s, account, day, absentMinutes(span, day, numbers)});
    }
    return postings;
}

} // namespace kessai
