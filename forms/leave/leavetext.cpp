// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leavetext.h"

#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

Bilingual dayWithYear(const QDate &day, const QDate &about)
{
    if (day.year() == about.year())
        return dayText(day);
    return fill({u"%1年%2"_s, u"%2 %1"_s}, {same(QString::number(day.year())), dayText(day)});
}

/// What the stock of a year is made of, and how much of what is left was carried over.
Bilingual stockText(const AnnualStock &stock, const Numbers &numbers)
{
    Bilingual text = fill({u"付与 %1日"_s, u"Granted: %1 days"_s}, {same(QString::number(stock.grantDays))});
    if (!stock.carried.zero()) {
        text = fill(stock.carried.negative()
                        ? Bilingual{u"%1、うち登録前の使用 %2"_s, u"%1, of them used before registration: %2"_s}
                        : Bilingual{u"%1、繰越し %2"_s, u"%1, carried over: %2"_s},
                    {text, stock.carried.text()});
    }
    if (const LeaveAmount carried = stock.carriedLeft(numbers); !carried.zero()) {
        text = fill({u"%1（いまの残りのうち繰越しは %2）"_s, u"%1 (of what is left now, %2 were carried over)"_s},
                    {text, carried.text()});
    }
    return text;
}

/// Short, for it stands over a meter in one line.
Insight annualInsight(const AnnualBalance &balance, bool namesYear, const Numbers &numbers)
{
    const AnnualStock &stock = balance.stock;
    const bool shortOf = balance.left().negative();
    Insight insight;
    insight.text = shortOf
        ? fill({u"年次有給休暇が %1 足りません（残り %2）"_s, u"Annual leave falls short by %1 (left: %2)"_s},
               {balance.left().text(), stock.left().text()})
        : fill({u"年次有給休暇の残り %1 → %2"_s, u"Annual leave left: %1 → %2"_s},
               {stock.left().text(), balance.left().text()});
    if (namesYear) {
        insight.text =
            fill({u"%1年：%2"_s, u"%1: %2"_s}, {same(QString::number(stock.yearStart.year())), insight.text});
    }
    // The bar shows what its words say: what is left afterwards, and what of it this takes.
    const qint64 before = std::max<qint64>(0, stock.left().minutes());
    insight.used = std::clamp<qint64>(balance.left().minutes(), 0, before);
    insight.added = before - *insight.used;
    insight.limit = (stock.granted + stock.carried).minutes();
    insight.limitText = stockText(stock, numbers);
    insight.remarkable = shortOf;
    insight.tone = stock.known ? Finding::Severity::Error : Finding::Severity::Warning;
    return insight;
}

Insight plainly(Bilingual text)
{
    Insight insight;
    insight.text = std::move(text);
    return insight;
}

/// How far somebody is from the five days a year, towards the end of it.
std::optional<Insight> fiveDaysInsight(const AnnualBalance &balance, const FormContext &context, const Numbers &numbers)
{
    const QDate year = balance.stock.yearStart;
    const qint64 months = std::clamp<qint64>(numbers.at("leave.annual.five_days_notice_months", year), 0, 12);
    const qint64 wanted = numbers.at("leave.annual.five_days", year);
    const QDate from = year.addYears(1).addMonths(-static_cast<int>(months));
    if (context.today < from || balance.stock.grantDays < 2 * wanted || balance.halfDaysTaken >= 2 * wanted)
        return std::nullopt;
    const bool binding = context.office.workTerms(context.drafter).publicCorp;
    const QString taken = balance.halfDaysTaken % 2 == 0 ? QString::number(balance.halfDaysTaken / 2)
                                                         : QString::number(balance.halfDaysTaken / 2) + u".5"_s;
    Insight insight;
    insight.text = fill(
        binding
            ? Bilingual{u"年%1日は取得させる義務があります（労働基準法39条7項）。この申請を含めて %2日です（時間単位を除く）"_s,
                        u"%1 days a year must be taken (Labour Standards Act, article 39 (7)); %2 with this request, "
                        u"hours not counted"_s}
            : Bilingual{u"年%1日の取得の目標に対し、この申請を含めて %2日です（時間単位を除く）"_s,
                        u"The aim is %1 days a year; %2 with this request, hours not counted"_s},
        {same(QString::number(wanted)), same(taken)});
    insight.remarkable = binding;
    return insight;
}

Insight limitInsight(const LimitUse &use)
{
    const auto amount = [&use](qint64 minutes) { return LeaveAmount::of(minutes, 0, use.dayMinutes).text(); };
    const auto limitWords = [&use]() -> Bilingual {
        switch (use.per) {
        case LimitUse::Per::Year: return {u"1年に %1"_s, u"%1 a year"_s};
        case LimitUse::Per::Event: return {u"1回の事由に %1"_s, u"%1 for one occasion"_s};
        case LimitUse::Per::Request: return {u"1回に %1"_s, u"%1 at a time"_s};
        }
        Q_UNREACHABLE();
    };
    Insight insight;
    insight.text =
        fill({u"%1：%2 / %3 になります"_s, u"%1: %2 of %3"_s}, {use.name, amount(use.total()), amount(use.limit)});
    insight.used = use.before;
    insight.added = use.added;
    insight.limit = use.limit;
    insight.limitText = fill(limitWords(), {amount(use.limit)});
    insight.remarkable = use.total() > use.limit;
    insight.tone = Finding::Severity::Error;
    return insight;
}

Insight sickInsight(const LeaveSpan &span, const SickRun &run, const Numbers &numbers)
{
    const qint64 limit = sickLimit(span, numbers);
    Insight insight;
    insight.text = fill({u"病気休暇 通算 %1（%2から、%3まで）"_s, u"Sick leave in a row: %1 (since %2, at most %3)"_s},
                        {dayCount(run.total()), dayText(run.since), dayCount(limit)});
    insight.used = run.before;
    insight.added = run.days;
    insight.limit = limit;
    insight.limitText = fill({u"引き続き %1まで"_s, u"%1 in a row at most"_s}, {dayCount(limit)});
    insight.remarkable = run.total() > limit;
    insight.tone = Finding::Severity::Error;
    return insight;
}

Insight careInsight(const LeaveSpan &span, const FormContext &context, const Numbers &numbers)
{
    std::vector<CarePeriod> periods = carePeriods(context.answer(u"periods"_s).entries);
    if (std::find(periods.begin(), periods.end(), *span.carePeriod) == periods.end())
        periods.push_back(*span.carePeriod);
    const CareLength length = CareLength::of(periods);
    const auto number = [](auto count) { return same(QString::number(count)); };
    Insight insight;
    insight.text =
        fill({u"介護休暇の指定期間は、この申請を含めて %1回、合わせて %2か月と%3日（%4回・%5か月まで）"_s,
              u"Periods of care leave with this request: %1, %2 months and %3 days (at most %4 and %5 months)"_s},
             {number(periods.size()), number(length.months), number(length.days),
              number(numbers.at("leave.care.periods", span.from)), number(numbers.at("leave.care.months", span.from))});
    return insight;
}

} // namespace

Bilingual dayCount(qint64 days)
{
    const QString number = QString::number(days);
    return {number + u"日"_s, number + (days == 1 ? u" day"_s : u" days"_s)};
}

Bilingual seasonDay(qint64 monthAndDay)
{
    return dayText(QDate(2000, static_cast<int>(monthAndDay / 100), static_cast<int>(monthAndDay % 100)));
}

Bilingual windowText(const LeaveWindow &window, const QDate &about)
{
    if (window.first && window.last) {
        return fill({u"%1から%2まで"_s, u"from %1 to %2"_s},
                    {dayWithYear(*window.first, about), dayWithYear(*window.last, about)});
    }
    if (window.first)
        return fill({u"%1から"_s, u"from %1"_s}, {dayWithYear(*window.first, about)});
    return window.last ? fill({u"%1まで"_s, u"until %1"_s}, {dayWithYear(*window.last, about)}) : Bilingual();
}

Bilingual leaveLength(const LeaveSpan &span, const Numbers &numbers)
{
    const qint64 count = static_cast<qint64>(span.countedDays(numbers).size());
    switch (span.unit) {
    case LeaveUnit::Day:
        return span.calendar() ? fill({u"%1（休日を含む）"_s, u"%1 (holidays included)"_s}, {dayCount(count)})
                               : dayCount(count);
    case LeaveUnit::Morning: return {u"半日（午前）"_s, u"half a day (morning)"_s};
    case LeaveUnit::Afternoon: return {u"半日（午後）"_s, u"half a day (afternoon)"_s};
    case LeaveUnit::Hours: {
        const Bilingual hours = spanText(span.regularMinutes(numbers));
        return span.from == span.until ? hours : fill({u"1日 %1、%2"_s, u"%1 a day, %2"_s}, {hours, dayCount(count)});
    }
    }
    Q_UNREACHABLE();
}

QString leaveWhen(const LeaveSpan &span, const Numbers &numbers)
{
    const QString days = span.from == span.until ? dayText(span.from).ja
                                                 : QString(dayText(span.from).ja + u"〜"_s + dayText(span.until).ja);
    switch (span.unit) {
    case LeaveUnit::Day: return days + u' ' + dayCount(static_cast<qint64>(span.countedDays(numbers).size())).ja;
    case LeaveUnit::Morning: return days + u" 午前"_s;
    case LeaveUnit::Afternoon: return days + u" 午後"_s;
    case LeaveUnit::Hours:
        return days + u' ' + clockText(span.hours.from) + u"〜"_s + clockText(span.hours.until) + u' '
            + leaveLength(span, numbers).ja;
    }
    Q_UNREACHABLE();
}

std::vector<Insight> leaveInsights(const LeaveSpan &span, const FormContext &context, const Numbers &numbers)
{
    std::vector<Insight> insights;
    const auto balances = annualBalances(span, context, numbers);
    for (const AnnualBalance &balance : balances) {
        insights.push_back(annualInsight(balance, balances.size() > 1, numbers));
        if (balances.size() == 1)
            insights.push_back(plainly(stockText(balance.stock, numbers)));
        if (auto fiveDays = fiveDaysInsight(balance, context, numbers))
            insights.push_back(*std::move(fiveDays));
    }
    for (const LimitUse &use : limitUses(span, context, numbers))
        insights.push_back(limitInsight(use));
    if (const auto run = sickRunOf(span, context, numbers))
        insights.push_back(sickInsight(span, *run, numbers));
    if (span.carePeriod)
        insights.push_back(careInsight(span, context, numbers));
    return insights;
}

} // namespace kessai
