// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/overtimeforecast.h"

#include "core/duty/overtimedays.h"
#include "forms/support/dutyledger.h"
#include "forms/support/wording.h"

#include <algorithm>
#include <set>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

enum class Counted { ForLimits, All };

/// Says of every month of the period, with overtime or without, whether it was one of 他律的 work.
void placeMonths(OvertimeMonths &months, const FormContext &context, const Numbers &numbers)
{
    const auto post = context.office.primaryPost(context.drafter);
    const bool busyNow = post && context.office.busy(context.office.post(*post)->section);
    const QDate now = monthOf(context.today);
    const QDate first = months.empty() ? now : std::min(now, months.begin()->first);
    const QDate last = months.empty() ? now : std::max(now, months.rbegin()->first);
    for (QDate month = limitYearOf(first, numberOn(numbers)); month <= last; month = month.addMonths(1)) {
        months[month].busy = context.history && month <= now
            ? context.history->busyIn(context.drafter, month, context.office.revision())
            : busyNow;
    }
}

OvertimeDays daysOf(const std::vector<Posting> &own, const FormContext &context, const Numbers &numbers,
                    Counted counted)
{
    OvertimeDays days;
    for (const WorkLedgers &ledgers : {orderLedgers(), resultLedgers()}) {
        const bool worked = ledgers.overtime == resultLedgers().overtime;
        for (const QString &ledger : {ledgers.overtime, ledgers.holiday}) {
            const auto counts = [&](const QDate &day) {
                return counted == Counted::All || ledger == ledgers.overtime
                    || numbers.flag("overtime.limit_counts_holiday_in_hours", day);
            };
            for (const LedgerEntry &entry : context.answer(ledger).entries)
                days.add({entry.day, entry.start, entry.amount, worked, entry.used, counts(entry.day)});
            for (const Posting &posting : own) {
                if (posting.ledger == ledger)
                    days.add({posting.day, posting.start, posting.amount, worked, false, counts(posting.day)});
            }
        }
    }
    return days;
}

OvertimeMonths placed(const std::map<QDate, qint64> &days, const FormContext &context, const Numbers &numbers)
{
    OvertimeMonths months;
    for (const auto &[day, minutes] : days)
        months[monthOf(day)].minutes += minutes;
    placeMonths(months, context, numbers);
    return months;
}

OvertimeMonths monthsOf(const std::vector<Posting> &own, const FormContext &context, const Numbers &numbers,
                        Counted counted)
{
    return placed(daysOf(own, context, numbers, counted).minutes(), context, numbers);
}

std::set<QDate> touchedMonths(const std::vector<Posting> &own)
{
    std::set<QDate> months;
    for (const Posting &posting : own)
        months.insert(monthOf(posting.day));
    return months;
}

bool isOfYear(LimitRule rule)
{
    return rule == LimitRule::Year360 || rule == LimitRule::Year720 || rule == LimitRule::SixMonths45;
}

/// What a period had reached in other months than those the state was made of.
qint64 reachedIn(const OvertimeMonths &months, const LimitState &state, const Numbers &numbers)
{
    qint64 sum = 0;
    for (int i = 0; i < state.months; ++i) {
        const auto found = months.find(state.first.addMonths(i));
        const qint64 minutes = found == months.end() ? 0 : found->second.minutes;
        if (state.rule != LimitRule::SixMonths45)
            sum += minutes;
        else if (minutes > numbers.at("overtime.limit_month_minutes", state.first))
            ++sum;
    }
    return sum;
}

/// "10月", "4月からの1年", "8月から10月までの3か月平均".
Bilingual periodText(const LimitState &state)
{
    const Bilingual first = monthText(state.first);
    switch (state.rule) {
    case LimitRule::Month45:
    case LimitRule::Month100: return first;
    case LimitRule::Mean80:
        return fill({u"%1から%2までの%3か月平均"_s, u"the mean of the %3 months from %1 to %2"_s},
                    {first, monthText(state.first.addMonths(state.months - 1)), same(QString::number(state.months))});
    case LimitRule::AfterMove30: return fill({u"異動後の%1から"_s, u"the time since the move in %1"_s}, {first});
    case LimitRule::Year360:
    case LimitRule::Year720:
    case LimitRule::SixMonths45: return fill({u"%1からの1年"_s, u"the year from %1"_s}, {first});
    }
    Q_UNREACHABLE();
}

/// Minutes of the whole period, or of a month in the mean; a part of a minute counts up, for it is past the limit as well.
Bilingual amountText(const LimitState &state, qint64 minutes)
{
    const qint64 parts = state.rule == LimitRule::Mean80 ? state.months : 1;
    return spanText((minutes + parts - 1) / parts);
}

Bilingual limitWords(const LimitState &state)
{
    const Bilingual span = amountText(state, state.limit);
    return state.exclusive ? Bilingual{span.ja + u"未満"_s, u"less than "_s + span.en}
                           : Bilingual{span.ja + u"以内"_s, u"up to "_s + span.en};
}

Bilingual capitalised(Bilingual text)
{
    if (!text.en.isEmpty())
        text.en.replace(0, 1, text.en.at(0).toUpper());
    return text;
}

} // namespace

std::vector<LedgerQuery> forecastQuestions(const std::vector<Posting> &own, StaffId staff, const Numbers &numbers)
{
    if (own.empty())
        return {};
    const NumberOn number = numberOn(numbers);
    const auto [first, last] =
        std::minmax_element(own.begin(), own.end(), [](const Posting &a, const Posting &b) { return a.day < b.day; });
    // A night that begins on the day before belongs there.
    const QDate from = limitsSince(first->day, number).addDays(-1);
    const QDate until = limitYearOf(last->day, number).addYears(1).addDays(-1);
    std::vector<LedgerQuery> questions;
    for (const WorkLedgers &ledgers : {orderLedgers(), resultLedgers()}) {
        for (const QString &ledger : {ledgers.overtime, ledgers.holiday})
            questions.push_back({ledger, ledger, staffAccount(staff), from, until, true});
    }
    return questions;
}

OvertimeMonths overtimeMonths(const std::vector<Posting> &own, const FormContext &context, const Numbers &numbers)
{
    return monthsOf(own, context, numbers, Counted::ForLimits);
}

OvertimeMonths countedOvertime(const FormContext &context, const Numbers &numbers)
{
    return placed(daysOf({}, context, numbers, Counted::ForLimits).counted(context.closed), context, numbers);
}

std::vector<OvertimeForecast> overtimeForecasts(const std::vector<Posting> &own, const FormContext &context,
                                                const Numbers &numbers)
{
    const NumberOn number = numberOn(numbers);
    const OvertimeMonths before = overtimeMonths({}, context, numbers);
    const OvertimeMonths after = overtimeMonths(own, context, numbers);
    std::vector<OvertimeForecast> forecasts;
    const auto add = [&](const QDate &month, bool ofYear) {
        for (const LimitState &state : limitsOf(month, after, number)) {
            if (isOfYear(state.rule) == ofYear)
                forecasts.push_back({state, reachedIn(before, state, numbers)});
        }
    };
    // A year is full of what is already ordered for its later months, so it is asked for as of the last of them.
    std::map<QDate, QDate> years;
    for (const QDate &month : touchedMonths(own)) {
        add(month, false);
        QDate &last = years[limitYearOf(month, number)];
        for (const auto &[other, minutes] : after) {
            if (limitYearOf(other, number) == limitYearOf(month, number))
                last = other;
        }
    }
    for (const auto &[first, last] : years) {
        if (last.isValid())
            add(last, true);
    }
    return forecasts;
}

Insight insightOf(const OvertimeForecast &forecast, const Numbers &numbers)
{
    const LimitState &state = forecast.state;
    const bool months = state.rule == LimitRule::SixMonths45;
    Insight insight;
    if (months) {
        insight.text = fill(
            {u"%1で%2を超える月は %3 / %4か月 の見込みです"_s, u"In %1, months above %2 are expected to be %3 of %4"_s},
            {periodText(state), spanText(numbers.at("overtime.limit_month_minutes", state.first)),
             same(QString::number(state.reached)), same(QString::number(state.limit))});
        insight.limitText = fill({u"上限 %1か月"_s, u"Limit: %1 months"_s}, {same(QString::number(state.limit))});
    } else {
        insight.text =
            capitalised(fill({u"%1は %2 / %3 の見込みです"_s, u"%1 is expected to reach %2 of %3"_s},
                             {periodText(state), amountText(state, state.reached), amountText(state, state.limit)}));
        insight.limitText = fill({u"上限 %1"_s, u"Limit: %1"_s},
                                 {state.exclusive ? limitWords(state) : amountText(state, state.limit)});
    }
    insight.used = std::min(forecast.before, state.reached);
    insight.added = state.reached - *insight.used;
    insight.limit = state.limit;
    insight.remarkable = !state.allowed() || state.near(numbers.at("overtime.notice_percent", state.first));
    insight.tone = state.allowed() ? Finding::Severity::Warning : Finding::Severity::Error;
    return insight;
}

std::vector<Finding> limitWarnings(const std::vector<OvertimeForecast> &forecasts, const Numbers &numbers)
{
    std::vector<Finding> warnings;
    for (const OvertimeForecast &forecast : forecasts) {
        const LimitState &state = forecast.state;
        if (state.allowed() || !forecast.raised())
            continue;
        const Bilingual text = state.rule == LimitRule::SixMonths45
            ? fill({u"%1で%2を超える月が、この命令を含めて %3か月になります（上限 %4か月）。"_s,
                    u"In %1, %3 months exceed %2 with this order (limit: %4)."_s},
                   {periodText(state), spanText(numbers.at("overtime.limit_month_minutes", state.first)),
                    same(QString::number(state.reached)), same(QString::number(state.limit))})
            : fill({u"%1の時間外勤務が上限（%2）を超えます。この命令を含めて %3です。"_s,
                    u"Overtime in %1 exceeds the limit (%2): %3 with this order."_s},
                   {periodText(state), limitWords(state), amountText(state, state.reached)});
        warnings.push_back(
            warningOn("", text, u"人事院規則15-14 第16条の2の2; 条例準則（%1）"_s.arg(codeOf(state.rule))));
    }
    return warnings;
}

std::optional<Insight> interviewInsight(const std::vector<Posting> &own, const FormContext &context,
                                        const Numbers &numbers)
{
    const NumberOn number = numberOn(numbers);
    const OvertimeMonths before = monthsOf({}, context, numbers, Counted::All);
    const OvertimeMonths after = monthsOf(own, context, numbers, Counted::All);
    for (const QDate &month : touchedMonths(own)) {
        const Interview needed = interviewFor(month, after, number);
        if (needed == Interview::None || needed == interviewFor(month, before, number))
            continue;
        Insight insight;
        insight.remarkable = true;
        insight.tone = needed == Interview::Required ? Finding::Severity::Error : Finding::Severity::Warning;
        insight.text = needed == Interview::Required
            ? fill({u"%1は、申出がなくても医師の面接指導の対象になります"_s,
                    u"In %1 a doctor's interview becomes due without a request"_s},
                   {monthText(month)})
            : fill({u"%1は、申し出れば医師の面接指導を受けられる時間数になります"_s,
                    u"In %1 a doctor's interview can be requested"_s},
                   {monthText(month)});
        return insight;
    }
    return std::nullopt;
}

} // namespace kessai
