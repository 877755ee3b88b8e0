// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/comp_time/timeoffcheck.h"

#include "forms/support/dutyledger.h"
#include "forms/support/fields.h"
#include "forms/support/overtimework.h"
#include "forms/support/ownhours.h"
#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using TimeOffFindings = std::vector<Finding>;

QString timeOffSource()
{
    return u"人事院規則15-14 第16条の3; 条例準則（時間外勤務代休時間）"_s;
}

/// Whether the day has just the hours the unit is made of; nothing more is said of it otherwise.
bool checkTimeOffDay(const TimeOffRequest &request, const DutyDay &day, const Numbers &numbers,
                     TimeOffFindings &findings)
{
    const Bilingual name = fill({u"%1（%2）"_s, u"%1 (%2)"_s}, {dayText(request.day), weekdayText(request.day)});
    if (day.kind != DayKind::Duty) {
        findings.push_back(errorOn("day",
                                   fill({u"%1は勤務のない日（週休日・休日・代休日）です。勤務日を選んでください。"_s,
                                         u"%1 is no working day. Please choose one."_s},
                                        {name}),
                                   timeOffSource()));
        return false;
    }
    const auto own = unitHours(request.unit, day.hours, numbers.at("compensation.unit_minutes", request.day));
    if (own != regularUnit(request, numbers)) {
        findings.push_back(errorOn("unit",
                                   fill({u"%1の勤務時間（%2）には、この単位の時間がありません。"_s,
                                         u"The hours of %1 (%2) do not have this unit."_s},
                                        {dayText(request.day), hoursText(day.hours)}),
                                   timeOffSource()));
        return false;
    }
    return true;
}

void checkStock(const TimeOffRequest &request, const FormContext &context, const Numbers &numbers,
                TimeOffFindings &findings)
{
    const EarnedMonth month = earnedMonth(request.month, context, numbers);
    if (request.minutes > month.left()) {
        findings.push_back(errorOn(
            "minutes",
            fill({u"%1の代休時間の残りは %2です（確認済みの実績で %3、取得済み・申請中 %4）。"_s,
                  u"%1 has %2 of time off left (%3 by confirmed results, %4 taken)."_s},
                 {monthText(request.month), spanText(month.left()), spanText(month.earned), spanText(month.taken)}),
            timeOffSource()));
    }
    if (!compensationWindow(request.month, numberOn(numbers)).contains(request.day)) {
        findings.push_back(
            errorOn("source",
                    fill({u"%1の分は、この日には取れません。"_s, u"Time off for %1 cannot be taken on this day."_s},
                         {monthText(request.month)}),
                    timeOffSource()));
    }
}

/// The unit is made up of time off and whole hours of annual leave, which is filed as leave.
void checkFilling(const TimeOffRequest &request, const FormContext &context, const Numbers &numbers,
                  TimeOffFindings &findings)
{
    const qint64 unit = minutesOf(regularUnit(request, numbers));
    const TimeOff parts = timeOffOf(request, numbers);
    const qint64 step = std::max<qint64>(1, numbers.at("leave.annual.hour_unit_minutes", request.day));
    const qint64 leave = minutesOf(parts.leave);
    if (request.minutes > unit) {
        findings.push_back(errorOn(
            "minutes", fill({u"この単位で取れるのは %1までです。"_s, u"This unit has only %1."_s}, {spanText(unit)}),
            timeOffSource()));
        return;
    }
    if (leave % step != 0) {
        findings.push_back(errorOn("minutes",
                                   fill({u"年次有給休暇で補う時間が %1になります。%2単位になるようにしてください。"_s,
                                         u"Annual leave would have to fill up %1; please make it whole units of %2."_s},
                                        {spanText(leave), spanText(step)}),
                                   timeOffSource()));
        return;
    }
    const auto absences = stretchesOn(request.day, stretchesIn(context.answer(u"absence"_s)));
    const auto taken = stretchesOn(request.day, stretchesIn(context.answer(u"compensated"_s)));
    for (const auto &others : {absences, taken}) {
        if (const auto twice = shared(parts.compensated, others); !twice.empty()) {
            findings.push_back(errorOn("day",
                                       fill({u"%1の %2には、すでに休暇や代休時間があります。"_s,
                                             u"On %1, %2 is taken as leave or time off already."_s},
                                            {dayText(request.day), hoursText(twice)}),
                                       timeOffSource()));
            return;
        }
    }
    const LedgerAnswer annual = context.answer(u"annual"_s);
    const bool filed = without(parts.leave, absences).empty() && annual.used + annual.reserved >= leave;
    if (leave > 0 && !filed) {
        findings.push_back(errorOn("minutes",
                                   fill({u"残りの %1は、先に年次有給休暇（時間単位）を申請してください。"_s,
                                         u"For the rest (%1), please file annual leave by hours first."_s},
                                        {hoursText(parts.leave)}),
                                   timeOffSource()));
    }
}

} // namespace

std::vector<Finding> checkTimeOff(const QJsonObject &json, const FormContext &context, const Numbers &numbers)
{
    TimeOffFindings findings;
    const auto day = Fields(json).day("day");
    if (day && *day < context.today) {
        findings.push_back(errorOn("day",
                                   {u"過ぎた日は指定できません。代休時間は前もって指定します。"_s,
                                    u"The day has passed. Time off is designated beforehand."_s},
                                   timeOffSource()));
    }
    if (day && context.today.daysTo(*day) > numbers.at("filing.window_days", context.today)) {
        findings.push_back(errorOn("day",
                                   {u"今日から離れすぎた日です。年月日を確かめてください。"_s,
                                    u"This day is too far from today. Please check the date."_s}));
    }
    const auto request = TimeOffRequest::read(json);
    if (!request || !findings.empty())
        return findings;
    checkStock(*request, context, numbers, findings);
    if (auto others = ownHoursFinding(request->ownMinutes, request->day, context, numbers))
        findings.push_back(*std::move(others)); // the unit would be made of somebody else's hours
    else if (checkTimeOffDay(*request, dutyCalendar(context, numbers).on(request->day), numbers, findings))
        checkFilling(*request, context, numbers, findings);
    return findings;
}

} // namespace kessai
