// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/weekend_duty/dutyinsight.h"

#include "forms/support/dutyledger.h"
#include "forms/support/overtimeforecast.h"
#include "forms/support/wording.h"
#include "forms/weekend_duty/dutyfault.h"
#include "forms/weekend_duty/dutyledgers.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFourWeekDays = 28;

Insight said(Bilingual text, bool remarkable = false)
{
    Insight insight;
    insight.text = std::move(text);
    insight.remarkable = remarkable;
    return insight;
}

Insight windowInsight(Remedy remedy, const QDate &worked, const NumberOn &numbers)
{
    const Bilingual window = windowText(remedyWindow(remedy, worked, numbers));
    if (remedy == Remedy::Daikyu)
        return said(
            fill({u"代休日は %1の勤務日から選べます"_s, u"The day off may be a working day from %1"_s}, {window}));
    return said(
        fill({u"振替は %1の勤務日にできます"_s, u"It may be exchanged with a working day from %1"_s}, {window}));
}

/// What a week becomes, and what its hours beyond 38:45 cost.
Insight weekInsight(const QDate &day, const DutyCalendar &after, const NumberOn &numbers)
{
    const QDate sunday = weekOf(day);
    const Bilingual week = fill({u"%1〜%2の週"_s, u"The week %1–%2"_s}, {dayText(sunday), dayText(sunday.addDays(6))});
    const Bilingual duty = spanText(dutyOfWeek(day, after.days()));
    const qint64 premium = premiumOfWeek(day, after, numbers);
    if (premium == 0)
        return said(fill({u"%1の勤務は %2（割増しなし）"_s, u"%1 has %2 of duty (no premium)"_s}, {week, duty}));
    return said(fill({u"%1の勤務は %2。%4を超える最大 %3に %5/100 の手当が付きます（休暇の時間は差し引きます）"_s,
                      u"%1 has %2 of duty; up to %3 beyond %4 are paid at %5/100 (less any leave)"_s},
                     {week, duty, spanText(premium), spanText(numbers("duty.week_minutes", day)),
                      same(QString::number(numbers("overtime.rate_exchange", day)))}),
                true);
}

Insight rowInsight(const QDate &day, const DutyDays &days, const NumberOn &numbers)
{
    const int row = daysInARow(day, days);
    return said(fill({u"この勤務で、勤務日が %1日続きます（%2日まで）"_s,
                      u"With it, %1 working days stand in a row (%2 at most)"_s},
                     {same(QString::number(row)), same(QString::number(numbers("duty.days_in_a_row", day)))}),
                row >= numbers("duty.long_row_days", day));
}

/// The days off of the four weeks around the work, by name, so that nobody has to open a calendar.
Insight fourWeeksInsight(const QDate &day, const DutyDays &days)
{
    const QDate first = weekOf(day).addDays(-7);
    Bilingual off;
    int count = 0;
    for (int n = 0; n < kFourWeekDays; ++n) {
        const QDate one = first.addDays(n);
        if (days(one).kind != DayKind::WeeklyOff)
            continue;
        ++count;
        off.ja += (off.ja.isEmpty() ? QString() : u"、"_s) + QString::number(one.month()) + u'/'
            + QString::number(one.day()) + weekdayText(one).ja;
        off.en += (off.en.isEmpty() ? QString() : u", "_s) + weekdayText(one).en.left(3) + u' ' + dayText(one).en;
    }
    return said(fill({u"%1からの4週間の週休日は %2日（%3）"_s, u"Days off in the four weeks from %1: %2 (%3)"_s},
                     {dayText(first), same(QString::number(count)), off}));
}

void addShift(const DutyShift &shift, const DutyCalendar &before, const Holidays &holidays, const NumberOn &numbers,
              std::vector<Insight> &insights)
{
    insights.push_back(windowInsight(shift.remedy, shift.worked, numbers));
    if (!faultsOf(shift, before, holidays, numbers).empty())
        return;
    const DutyCalendar after = before.with(changesOf(shift));
    insights.push_back(weekInsight(shift.worked, after, numbers));
    if (weekOf(shift.given) != weekOf(shift.worked))
        insights.push_back(weekInsight(shift.given, after, numbers));
    insights.push_back(rowInsight(shift.worked, after.days(), numbers));
    insights.push_back(fourWeeksInsight(shift.worked, after.days()));
}

} // namespace

std::vector<Insight> dutyInsights(const QJsonObject &json, const FormContext &context, const Numbers &numbers)
{
    const auto order = DutyOrder::read(json);
    if (!order)
        return {};
    const NumberOn number = numberOn(numbers);
    const OrderedHours hours = orderedHours(*order, numbers);
    const DutyCalendar before = surroundingsOf(context, numbers).days;
    std::vector<Insight> insights;
    if (hours.shift)
        addShift(*hours.shift, before, numbers.holidays(), number, insights);
    else if (before.on(order->day()).kind == DayKind::WeeklyOff)
        insights.push_back(windowInsight(Remedy::Exchange, order->day(), number));
    if (hours.paidMinutes() > 0) {
        insights.push_back(
            said(fill({u"手当を支給する勤務は %1です"_s, u"%1 of it are paid"_s}, {spanText(hours.paidMinutes())})));
    }
    const auto paid = workPostings(hours.paid, context.drafter, orderLedgers());
    for (const OvertimeForecast &forecast : overtimeForecasts(paid, context, numbers)) {
        if (forecast.raised())
            insights.push_back(insightOf(forecast, numbers));
    }
    if (Fields(json).flag("after"))
        insights.push_back(said({u"事後の命令です"_s, u"Ordered after the fact"_s}, true));
    return insights;
}

} // namespace kessai
