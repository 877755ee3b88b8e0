// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/weekend_duty/dutyfault.h"

#include "forms/support/overtimework.h"
#include "forms/support/wording.h"
#include "forms/weekend_duty/dutyorder.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString exchangeSource()
{
    return u"人事院規則15-14 第6条; 条例準則（週休日の振替）"_s;
}

QString daikyuSource()
{
    return u"人事院規則15-14 第17条; 条例準則 第10条（代休日）"_s;
}

QString sourceOf(Remedy remedy)
{
    return remedy == Remedy::Daikyu ? daikyuSource() : exchangeSource();
}

Bilingual dayWithWeekday(const QDate &day)
{
    return fill({u"%1（%2）"_s, u"%1 (%2)"_s}, {dayText(day), weekdayText(day)});
}

/// The day worked is a day off, but not of the sort the remedy is for.
Finding wrongRemedy(const DutyShift &shift, const DutyCalendar &before)
{
    const DutyDay day = before.on(shift.worked);
    if (day.kind == DayKind::Duty)
        return noDayOffFinding(shift.worked, before);
    if (day.kind == DayKind::WeeklyOff) {
        return errorOn("remedy",
                       {u"週休日の勤務に代休日はありません。振替・割振り変更か、手当を選んでください。"_s,
                        u"For a weekly day off there is an exchange or pay, no day off for a holiday."_s},
                       daikyuSource());
    }
    if (shift.remedy == Remedy::Daikyu) {
        return errorOn("remedy",
                       {u"代休日の勤務に、重ねて代休日を指定することはできません。"_s,
                        u"Work on a day given for a holiday earns no further day."_s},
                       daikyuSource());
    }
    return errorOn("remedy",
                   {u"休日（祝日・年末年始）の勤務は振替の対象になりません。代休日か手当を選んでください。"_s,
                    u"A public holiday is not exchanged. Choose a day off for it, or pay."_s},
                   exchangeSource());
}

Finding noDuty(const DutyShift &shift, const DutyCalendar &before)
{
    const Bilingual day = dayWithWeekday(shift.given);
    if (!stretchesOn(shift.given, before.changes().daikyu).empty()) {
        return errorOn(
            "given_day",
            fill({u"%1は、すでに代休日に指定されています。"_s, u"%1 is given for a holiday already."_s}, {day}),
            sourceOf(shift.remedy));
    }
    if (!stretchesOn(shift.given, before.changes().removed).empty()) {
        return errorOn(
            "given_day",
            fill({u"%1は、すでに振替で週休日になっています。"_s, u"%1 is given for another day already."_s}, {day}),
            sourceOf(shift.remedy));
    }
    return errorOn(
        "given_day",
        fill({u"%1は勤務のない日です。勤務日を選んでください。"_s, u"%1 is no working day. Please choose one."_s},
             {day}),
        sourceOf(shift.remedy));
}

Finding notTheWholeDay(const DutyShift &shift, const DutyCalendar &before)
{
    const Bilingual now = spanText(minutesOf(shift.added));
    if (shift.remedy == Remedy::Daikyu) {
        const std::vector<Stretch> hours = before.on(shift.worked).hours;
        return errorOn(
            "end",
            fill({u"代休日を指定できるのは、休日の正規の勤務時間（%1）の全部を勤務するときです（いまは %2）。"_s,
                  u"A day off is given only where the whole of the holiday's regular hours (%1) is worked (now "
                  u"%2)."_s},
                 {hoursText(hours), now}),
            daikyuSource());
    }
    const std::vector<Stretch> hours = before.on(shift.given).hours;
    return errorOn("end",
                   fill({u"1日の振替は、代わりの日と同じ %1の勤務をするときです（%2 の時間帯で、いまは %3）。"_s,
                         u"A whole day is exchanged for %1 of work, as on the day given (between %2; now %3)."_s},
                        {spanText(minutesOf(hours)), hoursText({{hours.front().from, hours.back().until}}), now}),
                   exchangeSource());
}

} // namespace

Bilingual windowText(const DayRange &window)
{
    return fill({u"%1から%2まで"_s, u"%1 to %2"_s}, {dayText(window.first), dayText(window.last)});
}

Bilingual remedyText(Remedy remedy)
{
    switch (remedy) {
    case Remedy::Exchange: return {u"振替"_s, u"exchange"_s};
    case Remedy::FourHours: return {u"割振り変更"_s, u"change of hours"_s};
    case Remedy::Daikyu: return {u"代休日"_s, u"day off for a holiday"_s};
    }
    Q_UNREACHABLE();
}

Finding noDayOffFinding(const QDate &day, const DutyCalendar &before)
{
    if (!stretchesOn(day, before.changes().added).empty()) {
        return errorOn(
            "day",
            fill({u"%1は、すでに振替・代休で勤務日になっています。"_s, u"%1 has been made a day of duty already."_s},
                 {dayWithWeekday(day)}));
    }
    return errorOn("day",
                   fill({u"%1は勤務日です。時間外勤務命令を申請してください。"_s,
                         u"%1 is a working day. Please file an overtime order."_s},
                        {dayWithWeekday(day)}));
}

Finding faultFinding(ShiftFault fault, const DutyShift &shift, const DutyCalendar &before, const NumberOn &numbers)
{
    const QString source = sourceOf(shift.remedy);
    switch (fault) {
    case ShiftFault::NoDayOff: return wrongRemedy(shift, before);
    case ShiftFault::NoExchangeHere:
        return errorOn("remedy",
                       {u"土曜日・日曜日に当たる祝日は振替の対象になりません。手当を選んでください。"_s,
                        u"A holiday at a weekend is not exchanged here. Please choose pay."_s},
                       source);
    case ShiftFault::NoDuty: return noDuty(shift, before);
    case ShiftFault::OutsideWindow:
        return errorOn("given_day",
                       fill({u"%1にできるのは、%2の勤務日です。"_s, u"For the %1 choose a working day from %2."_s},
                            {remedyText(shift.remedy), windowText(remedyWindow(shift.remedy, shift.worked, numbers))}),
                       source);
    case ShiftFault::NotTheWholeDay: return notTheWholeDay(shift, before);
    case ShiftFault::NotFourHours:
        return errorOn("end",
                       fill({u"割振り変更は、ちょうど %1の勤務です（代わりの日の時間帯で、いまは %2）。"_s,
                             u"Exactly %1 are moved (within the hours of the day given; now %2)."_s},
                            {spanText(numbers("duty.change_minutes", shift.worked)), spanText(minutesOf(shift.added))}),
                       source);
    case ShiftFault::FourHourDay:
        return errorOn("given_day",
                       fill({u"%1の勤務時間は %2だけです。%3を超える勤務日から選んでください。"_s,
                             u"%1 has only %2 of duty. Please choose a day with more than %3."_s},
                            {dayText(shift.given), spanText(before.on(shift.given).minutes()),
                             spanText(numbers("duty.change_minutes", shift.worked))}),
                       source);
    case ShiftFault::NotAtTheEdge:
        return errorOn("given_side",
                       fill({u"休む%1は、その日の始業か終業に続く時間にします。"_s,
                             u"The %1 must be the first or the last of that day."_s},
                            {spanText(numbers("duty.change_minutes", shift.worked))}),
                       source);
    case ShiftFault::OutsideBand: {
        const std::vector<Stretch> hours = before.on(shift.given).hours;
        return errorOn("start",
                       fill({u"振り替える勤務は、代わりの日の時間帯（%1）の中にします。"_s,
                             u"The hours exchanged must lie within those of the day given (%1)."_s},
                            {hoursText({{hours.front().from, hours.back().until}})}),
                       source);
    }
    case ShiftFault::TooFewDaysOff:
        return errorOn(
            "given_day",
            fill({u"4週間の週休日が %1日になります。%2日以上残るように、近い日を選んでください。"_s,
                  u"Only %1 days off would be left in four weeks; %2 must be. Please choose a nearer day."_s},
                 {same(QString::number(fewestDaysOff(shift.worked, before.with(changesOf(shift)).days()))),
                  same(QString::number(numbers("duty.four_weeks_days_off", shift.worked)))}),
            source);
    case ShiftFault::TooManyInARow:
        return errorOn("given_day",
                       fill({u"勤務日が %1日続きます。続けられるのは %2日までです。"_s,
                             u"There would be %1 working days in a row; %2 are the most."_s},
                            {same(QString::number(daysInARow(shift.worked, before.with(changesOf(shift)).days()))),
                             same(QString::number(numbers("duty.days_in_a_row", shift.worked)))}),
                       source);
    }
    Q_UNREACHABLE();
}

} // namespace kessai
