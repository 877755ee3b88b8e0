// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/weekend_duty/dutyorder.h"

#include "forms/support/dutyledger.h"
#include "forms/support/fields.h"
#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// A cut of the middle of a stretch is set at five minutes, as people would write it.
constexpr qint64 kBreakStep = 5;

std::vector<LedgerStretch> onDays(const DutyOrder &order)
{
    std::vector<LedgerStretch> pieces;
    for (int offset = 0; offset <= 1; ++offset) {
        const qint64 shift = offset * kMinutesOfDay;
        const Stretch part = common({order.hours.from - shift, order.hours.until - shift}, {0, kMinutesOfDay});
        if (part.minutes() > 0)
            pieces.push_back({order.day.addDays(offset), part});
    }
    return pieces;
}

/// The piece at a place without a stretch of it.
void cut(std::vector<LedgerStretch> &pieces, size_t at, const Stretch &gone)
{
    const LedgerStretch whole = pieces[at];
    pieces.erase(pieces.begin() + std::ptrdiff_t(at));
    auto place = pieces.begin() + std::ptrdiff_t(at);
    for (const Stretch &left : without({whole.hours}, {gone}))
        place = pieces.insert(place, {whole.day, left}) + 1;
}

std::vector<LedgerStretch> withoutBreak(const DutyOrder &order, const Numbers &numbers)
{
    std::vector<LedgerStretch> pieces = onDays(order);
    qint64 left = order.rest;
    for (size_t i = 0; i < pieces.size() && left > 0; ++i) {
        const QDate day = pieces[i].day;
        const Stretch noon{numbers.at("overtime.off_day_break_from", day),
                           numbers.at("overtime.off_day_break_until", day)};
        const Stretch at = common(pieces[i].hours, noon);
        const qint64 taken = std::min(left, at.minutes());
        left -= taken;
        if (taken > 0)
            cut(pieces, i, {at.from, at.from + taken});
        if (taken > 0)
            break;
    }
    while (left > 0 && !pieces.empty()) {
        const auto longest =
            std::max_element(pieces.begin(), pieces.end(), [](const LedgerStretch &a, const LedgerStretch &b) {
                return a.hours.minutes() < b.hours.minutes();
            });
        const qint64 taken = std::min(left, longest->hours.minutes());
        const qint64 before = (longest->hours.minutes() - taken) / 2;
        const qint64 from = longest->hours.from + before - before % kBreakStep;
        left -= taken;
        cut(pieces, size_t(longest - pieces.begin()), {from, from + taken});
    }
    return pieces;
}

std::vector<Stretch> hoursOn(const QDate &day, const std::vector<LedgerStretch> &pieces)
{
    std::vector<Stretch> hours;
    for (const LedgerStretch &piece : pieces) {
        if (piece.day == day)
            hours.push_back(piece.hours);
    }
    return hours;
}

/// Which hours become duty and which fall away. What the rules have against it is not looked at here.
DutyShift shiftOf(const DutyOrder &order, Remedy remedy, const std::vector<Stretch> &worked, const Numbers &numbers)
{
    const NumberOn number = numberOn(numbers);
    const auto regular = [&](const QDate &day) {
        return regularHours(day, number, static_cast<int>(numbers.at("duty.day_minutes", day)));
    };
    const std::vector<Stretch> given = regular(order.given);
    DutyShift shift{remedy, order.day, {}, order.given, {}};
    if (given.empty())
        return shift;
    const Stretch band{given.front().from, given.back().until};
    switch (remedy) {
    case Remedy::Exchange:
        shift.added = edgeHours(shared(worked, {band}), minutesOf(given), false);
        shift.removed = edgeHours(given, minutesOf(shift.added), false);
        break;
    case Remedy::FourHours: {
        const qint64 four = number("duty.change_minutes", order.day);
        shift.added = edgeHours(shared(worked, {band}), four, false);
        shift.removed = edgeHours(given, four, order.atEnd);
        break;
    }
    case Remedy::Daikyu:
        shift.added = shared(worked, regular(order.day));
        shift.removed = edgeHours(given, minutesOf(shift.added), false);
        break;
    }
    return shift;
}

void post(std::vector<Posting> &postings, const QString &ledger, StaffId drafter,
          const std::vector<LedgerStretch> &hours)
{
    for (const LedgerStretch &part : hours) {
        postings.push_back(
            {ledger, staffAccount(drafter), part.day, part.hours.minutes(), static_cast<int>(part.hours.from)});
    }
}

} // namespace

std::optional<Remedy> remedyNamed(const QString &code)
{
    if (code == u"exchange"_s)
        return Remedy::Exchange;
    if (code == u"four_hours"_s)
        return Remedy::FourHours;
    if (code == u"daikyu"_s)
        return Remedy::Daikyu;
    return std::nullopt;
}

std::optional<DutyOrder> DutyOrder::read(const QJsonObject &json)
{
    const Fields fields(json);
    const auto day = fields.day("day");
    const auto start = fields.number("start", 0, kMinutesOfDay - 1);
    const auto end = fields.number("end", 0, 2 * kMinutesOfDay);
    const auto rest = fields.number("break", 0, 2 * kMinutesOfDay);
    if (!day || !isPlausible(*day) || !start || !end || *end <= *start || rest.value_or(0) >= *end - *start)
        return std::nullopt;
    const auto remedy = remedyNamed(fields.code("remedy"));
    if (!remedy && fields.code("remedy") != u"pay"_s)
        return std::nullopt;
    const auto given = fields.day("given_day");
    if (remedy && (!given || !isPlausible(*given)))
        return std::nullopt;
    const QString side = fields.code("given_side");
    if (remedy == Remedy::FourHours && side != u"start"_s && side != u"end"_s)
        return std::nullopt;
    return DutyOrder{*day, {*start, *end}, rest.value_or(0), remedy, remedy ? *given : QDate(), side == u"end"_s};
}

OrderedHours orderedHours(const DutyOrder &order, const Numbers &numbers)
{
    OrderedHours result;
    result.worked = withoutBreak(order, numbers);
    if (order.remedy)
        result.shift = shiftOf(order, *order.remedy, hoursOn(order.day, result.worked), numbers);
    for (int offset = 0; offset <= 1; ++offset) {
        const QDate day = order.day.addDays(offset);
        const DayKind kind = numbers.holidays().kind(day);
        std::vector<Stretch> paid = hoursOn(day, result.worked);
        if (offset == 0 && result.shift)
            paid = without(paid, result.shift->added);
        const auto regular =
            regularHours(day, numberOn(numbers), static_cast<int>(numbers.at("duty.day_minutes", day)));
        const std::vector<Stretch> within = shared(paid, regular);
        // A day of duty by the calendar may be this person's day off; the day after the work may not.
        const bool split = kind == DayKind::Holiday || (kind == DayKind::Duty && offset == 1);
        for (const Stretch &part : split ? without(paid, within) : paid)
            result.overtime.push_back({day, part});
        for (const Stretch &part : within) {
            if (kind == DayKind::Holiday)
                result.holiday.push_back({day, part});
        }
    }
    return result;
}

std::vector<Posting> dutyPostings(const DutyOrder &order, StaffId drafter, const Numbers &numbers)
{
    const OrderedHours hours = orderedHours(order, numbers);
    const DutyChanges changes = hours.shift ? changesOf(*hours.shift) : DutyChanges{};
    std::vector<Posting> postings;
    post(postings, u"duty.added.minutes"_s, drafter, changes.added);
    post(postings, u"duty.removed.minutes"_s, drafter, changes.removed);
    post(postings, u"duty.daikyu.minutes"_s, drafter, changes.daikyu);
    post(postings, u"overtime.order.minutes"_s, drafter, hours.overtime);
    post(postings, u"overtime.holiday.order.minutes"_s, drafter, hours.holiday);
    return postings;
}

} // namespace kessai
