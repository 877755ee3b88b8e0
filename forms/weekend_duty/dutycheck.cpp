// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/weekend_duty/dutycheck.h"

#include "forms/support/dutyledger.h"
#include "forms/support/fields.h"
#include "forms/support/overtimeforecast.h"
#include "forms/support/ownhours.h"
#include "forms/support/restriction.h"
#include "forms/support/wording.h"
#include "forms/weekend_duty/dutyfault.h"
#include "forms/weekend_duty/dutyledgers.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using DutyFindings = std::vector<Finding>;

/// What is given for the work is settled before it: the hours of a day are changed for days to come only.
void checkBeforehand(const DutyOrder &order, const FormContext &context, DutyFindings &findings)
{
    if (!order.remedy)
        return;
    const bool daikyu = *order.remedy == Remedy::Daikyu;
    // A 代休日 is designated before the holiday itself (OT-F5); an exchange at the latest when the work begins.
    if (daikyu ? order.day() <= context.today : order.day() < context.today) {
        findings.push_back(errorOn(
            "remedy",
            daikyu
                ? Bilingual{u"代休日は、勤務する休日の前日までに指定します。当日からは手当の支給になります。"_s,
                            u"A day off for a holiday is designated before the holiday. From that day on the work is "
                            u"paid."_s}
                : Bilingual{u"振替や割振り変更は、勤務する日より前に命じます。過ぎた日の勤務は、手当の支給を選んでください。"_s,
                            u"An exchange is ordered before the day of work. For a day that has passed, please choose pay."_s},
            daikyu ? u"人事院規則15-14 第17条; 条例準則 第10条"_s : u"人事院規則15-14 第6条; 条例準則"_s));
    }
    if (order.given < context.today) {
        findings.push_back(errorOn(
            "given_day", {u"過ぎた日は、代わりに休む日にできません。"_s, u"A day that has passed cannot be given."_s}));
    }
}

void checkFaults(const DutyOrder &order, const DutyShift &shift, const DutySurroundings &around, const Numbers &numbers,
                 DutyFindings &findings)
{
    for (const ShiftFault fault : faultsOf(shift, around.days, numbers.holidays(), numberOn(numbers)))
        findings.push_back(faultFinding(fault, shift, around.days, numberOn(numbers)));
    const qint64 whole = around.days.on(shift.given).minutes();
    const bool couldBeWhole = *order.remedy == Remedy::FourHours && whole > 0
        && order.span.minutes() >= whole; // prefer the whole day (domain.md 1.8)
    if (couldBeWhole) {
        findings.push_back(warningOn("remedy",
                                     {u"1日の振替ができる時間数です。先に1日の振替を検討してください。"_s,
                                      u"The work is long enough for a whole day. Please consider that first."_s},
                                     u"人事院規則15-14 第6条の運用; 条例準則"_s));
    }
}

/// Without a remedy the day still has to be a day off of this person.
void checkPaid(const DutyOrder &order, const FormContext &context, const DutySurroundings &around,
               const Numbers &numbers, DutyFindings &findings)
{
    const DutyDay day = around.days.on(order.day());
    if (day.kind == DayKind::Duty) {
        findings.push_back(noDayOffFinding(order.day(), around.days));
        return;
    }
    if (context.office.workTerms(context.drafter).managerial) {
        findings.push_back(warningOn("remedy",
                                     {u"管理職手当を受ける職員です。時間外・休日勤務手当は支給されません。"_s,
                                      u"Staff with a manager's allowance get no pay for overtime or holidays."_s},
                                     u"給与条例準則（管理職員特別勤務手当）"_s));
    } else if (day.kind == DayKind::WeeklyOff
               && order.span.minutes() >= numbers.at("duty.change_minutes", order.day())) {
        findings.push_back(warningOn("remedy",
                                     {u"週休日の勤務です。手当の前に、振替ができないか確かめてください。"_s,
                                      u"This is a weekly day off. Before pay, please see whether another day can be "
                                      u"given."_s},
                                     u"時間外勤務実施要領（週休日の振替の優先）"_s));
    } else if (!stretchesOn(order.day(), around.days.changes().daikyu).empty()) {
        findings.push_back(
            warningOn("day",
                      {u"この日は代休日です。代休日の変更ができないか確かめてください。"_s,
                       u"This day was given for a holiday. Please see whether another can be given."_s}));
    }
}

/// Minutes that are ordered already, or lie in the regular hours of the next day; leave and orders on the day given.
void checkOverlaps(const DutyOrder &order, const OrderedHours &hours, const DutySurroundings &around,
                   DutyFindings &findings)
{
    for (const WorkPiece &piece : hours.worked) {
        if (const auto twice = shared({piece.hours}, stretchesOn(piece.day, around.ordered)); !twice.empty()) {
            findings.push_back(errorOn(
                piece.day == order.day() ? "start" : "end",
                fill({u"%1の %2には、すでに別の勤務命令があります。"_s, u"There is another order for %2 on %1."_s},
                     {dayText(piece.day), hoursText(twice)})));
            break;
        }
    }
    std::vector<WorkPiece> nextDay = hours.worked;
    std::erase_if(nextDay, [&](const WorkPiece &piece) { return piece.day == order.day(); });
    for (Finding &finding : regularHoursFindings(order.day(), nextDay, around.days, "start", "end"))
        findings.push_back(std::move(finding));
    if (!hours.shift)
        return;
    const QDate given = hours.shift->given;
    if (const auto leave = shared(hours.shift->removed, stretchesOn(given, around.absences)); !leave.empty()) {
        findings.push_back(errorOn("given_day",
                                   fill({u"%1には休暇（%2）があります。休暇を取り消すか、別の日を選んでください。"_s,
                                         u"There is leave on %1 (%2). Cancel it, or choose another day."_s},
                                        {dayText(given), hoursText(leave)})));
    }
    if (const auto orders = stretchesOn(given, around.ordered); !orders.empty() && given != order.day()) {
        findings.push_back(
            warningOn("given_day",
                      fill({u"%1には時間外勤務の命令（%2）があります。取消しが要らないか確かめてください。"_s,
                            u"There is overtime ordered on %1 (%2). Please see whether it still holds."_s},
                           {dayText(given), hoursText(orders)})));
    }
}

void checkDutyLength(const DutyOrder &order, const Numbers &numbers, DutyFindings &findings)
{
    const qint64 most = numbers.at("overtime.span_max_minutes", order.day());
    if (order.span.hours.minutes() > most) {
        findings.push_back(errorOn("end",
                                   fill({u"1件の命令は %1までです。日を分けて申請してください。"_s,
                                         u"One order covers at most %1. Please file one for each day."_s},
                                        {spanText(most)})));
    }
}

} // namespace

std::vector<Finding> checkDuty(const QJsonObject &json, const FormContext &context, const Numbers &numbers)
{
    const Fields fields(json);
    DutyFindings findings;
    if (const auto day = fields.day("day"))
        findings = checkTimeliness(*day, fields.flag("after"), context.today, orderLateWording(), numbers);
    for (Finding &finding : spanFindings(fields))
        findings.push_back(std::move(finding));

    const auto order = DutyOrder::read(json);
    if (!order)
        return findings;
    // Nothing is given for work that is over; that it would have to be filed after the fact is no use to know then.
    if (order->remedy && order->day() < context.today)
        std::erase_if(findings, [](const Finding &finding) { return finding.field == u"after"_s; });
    const OrderedHours hours = orderedHours(*order, numbers);
    const DutySurroundings around = surroundingsOf(context, numbers);
    checkDutyLength(*order, numbers, findings);
    // Four hours of duty need no break, and may run over noon (OT-F7).
    const bool justFour = order->remedy == Remedy::FourHours
        && order->span.hours.minutes() <= numbers.at("duty.change_minutes", order->day());
    for (Finding &finding : justFour ? std::vector<Finding>{} : breakFindings(order->span, numbers))
        findings.push_back(std::move(finding));
    checkBeforehand(*order, context, findings);
    auto others = hours.shift ? ownHoursFinding(order->ownMinutes, order->day(), context, numbers) : std::nullopt;
    if (others)
        findings.push_back(*std::move(others)); // what falls away would be somebody else's hours
    else if (hours.shift)
        checkFaults(*order, *hours.shift, around, numbers, findings);
    else
        checkPaid(*order, context, around, numbers, findings);
    checkOverlaps(*order, hours, around, findings);
    const auto paid = workPostings(hours.paid, context.drafter, orderLedgers());
    for (Finding &finding : restrictionFindings(fields.code("restriction"), paid, context, numbers))
        findings.push_back(std::move(finding));
    for (Finding &warning : limitWarnings(overtimeForecasts(paid, context, numbers), numbers))
        findings.push_back(std::move(warning));
    return findings;
}

} // namespace kessai
