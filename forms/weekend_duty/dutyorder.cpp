// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/weekend_duty/dutyorder.h"

#include "forms/support/dutyledger.h"
#include "forms/support/ownhours.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

std::vector<Stretch> hoursOn(const QDate &day, const std::vector<WorkPiece> &pieces)
{
    std::vector<Stretch> hours;
    for (const WorkPiece &piece : pieces) {
        if (piece.day == day)
            hours.push_back(piece.hours);
    }
    return hours;
}

/// Which hours become duty and which fall away. What the rules have against it is not looked at here.
DutyShift shiftOf(const DutyOrder &order, Remedy remedy, const std::vector<Stretch> &worked, const Numbers &numbers)
{
    const NumberOn number = numberOn(numbers);
    const auto regular = [&](const QDate &day) { return ownHours(order.ownMinutes, day, numbers); };
    const std::vector<Stretch> given = regular(order.given);
    DutyShift shift{remedy, order.day(), {}, order.given, {}};
    if (given.empty())
        return shift;
    const Stretch band{given.front().from, given.back().until};
    switch (remedy) {
    case Remedy::Exchange:
        shift.added = edgeHours(shared(worked, {band}), minutesOf(given), false);
        shift.removed = edgeHours(given, minutesOf(shift.added), false);
        break;
    case Remedy::FourHours: {
        const qint64 four = number("duty.change_minutes", order.day());
        shift.added = edgeHours(shared(worked, {band}), four, false);
        shift.removed = edgeHours(given, four, order.atEnd);
        break;
    }
    case Remedy::Daikyu:
        shift.added = shared(worked, regular(order.day()));
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
    const auto span = OvertimeSpan::read(json);
    const auto remedy = remedyNamed(fields.code("remedy"));
    if (!span || (!remedy && fields.code("remedy") != u"pay"_s))
        return std::nullopt;
    const auto given = fields.day("given_day");
    if (remedy && (!given || !isPlausible(*given)))
        return std::nullopt;
    const QString side = fields.code("given_side");
    if (remedy == Remedy::FourHours && side != u"start"_s && side != u"end"_s)
        return std::nullopt;
    return DutyOrder{*span, remedy, remedy ? *given : QDate(), side == u"end"_s, ownMinutesIn(fields)};
}

OrderedHours orderedHours(const DutyOrder &order, const Numbers &numbers)
{
    OrderedHours result{order.span.work(numbers), {}, {}};
    if (order.remedy)
        result.shift = shiftOf(order, *order.remedy, hoursOn(order.day(), result.worked), numbers);
    for (const WorkPiece &piece : result.worked) {
        const bool made = result.shift && piece.day == order.day();
        for (const Stretch &part : made ? without({piece.hours}, result.shift->added) : std::vector{piece.hours})
            result.paid.push_back({piece.day, part, piece.holiday});
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
    for (Posting &posting : workPostings(hours.paid, drafter, orderLedgers()))
        postings.push_back(std::move(posting));
    return postings;
}

} // namespace kessai
