// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leavestanding.h"

#include "forms/leave/annualgrant.h"
#include "forms/leave/annualstock.h"
#include "forms/leave/leavespan.h"
#include "forms/leave/specialleave.h"
#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> numberOf(const SpecialLeave &special, const char *name, const QDate &day, const Numbers &numbers)
{
    return numbers.find(u"leave.special."_s + special.code + u'.' + QLatin1String(name), day);
}

/// The kinds with a number of days a year that are taken within a window of the year.
std::vector<const SpecialLeave *> windowed(const QDate &day, const Numbers &numbers)
{
    std::vector<const SpecialLeave *> kinds;
    for (const SpecialLeave &special : specialLeaves()) {
        if (special.limit == SpecialLeave::Limit::PerYear && numberOf(special, "window_until", day, numbers)
            && numberOf(special, "limit_days", day, numbers))
            kinds.push_back(&special);
    }
    return kinds;
}

QString specialLedger(const SpecialLeave &special)
{
    return u"leave.special."_s + special.code + u".minutes"_s;
}

Insight annualStanding(const AnnualStock &stock)
{
    Insight insight;
    insight.text = fill({u"年次有給休暇 残り %1"_s, u"Annual leave: %1 left"_s}, {stock.left().text()});
    insight.used = std::max<qint64>(0, stock.left().minutes()); // the bar shows what its words say: what is left
    insight.limit = (stock.granted + stock.carried).minutes();
    insight.limitText = stock.carried.zero() ? fill({u"付与 %1"_s, u"granted %1"_s}, {stock.granted.text()})
                                             : fill({u"付与 %1・繰越し %2"_s, u"granted %1, carried over %2"_s},
                                                    {stock.granted.text(), stock.carried.text()});
    insight.remarkable = stock.left().negative();
    return insight;
}

} // namespace

std::vector<LedgerQuery> leaveStandingQuestions(StaffId who, const QDate &day, const Numbers &numbers)
{
    const QString account = staffAccount(who);
    const QDate first = leaveYearStart(day, numberOn(numbers));
    const QDate last = first.addYears(1).addDays(-1);
    // As far back as a request asks: the newest opening may be older than what is carried over.
    const qint64 years = std::clamp<qint64>(numbers.at("leave.annual.look_back_years", day), 0, 100);
    const QDate since = first.addYears(-static_cast<int>(years) - 1);
    const QDate upTo = first.addYears(2).addDays(-1); // whose year it is, is known only later
    std::vector<LedgerQuery> questions;
    for (const char *ledger : {"leave.annual.minutes", "leave.annual.half_days", "leave.annual.carried.minutes",
                               "leave.annual.carried.half_days"})
        questions.push_back({QLatin1String(ledger), QLatin1String(ledger), account, since, upTo, true});
    for (const SpecialLeave *special : windowed(day, numbers))
        questions.push_back({special->code, specialLedger(*special), account, first, last});
    return questions;
}

std::vector<Insight> leaveStanding(const FormContext &context, const Numbers &numbers)
{
    const WorkTerms &terms = context.office.workTerms(context.drafter);
    const QDate first = annualYearStart(context.today, terms, numberOn(numbers));
    const AnnualEntries entries{context.answer(u"leave.annual.minutes"_s).entries,
                                context.answer(u"leave.annual.half_days"_s).entries,
                                context.answer(u"leave.annual.carried.minutes"_s).entries,
                                context.answer(u"leave.annual.carried.half_days"_s).entries};
    const AnnualStock stock = annualStock(first, terms, entries, numbers);
    std::vector<Insight> insights{annualStanding(stock)};
    const LeaveAmount none = LeaveAmount::days(0, stock.dayMinutes);
    if (const LeaveAmount lost = stock.left() - carriedOver(stock, numbers); lost > none) {
        Insight lapses;
        lapses.text = fill({u"このうち %1は翌年に繰り越せません（%2まで）"_s,
                            u"%1 of it cannot be carried over and lapses after %2"_s},
                           {lost.text(), dayText(first.addYears(1).addDays(-1))});
        insights.push_back(lapses);
    }
    for (const SpecialLeave *special : windowed(context.today, numbers)) {
        const qint64 day = leaveDayMinutes(terms.dayMinutes, context.today, numbers);
        const qint64 limit = *numberOf(*special, "limit_days", context.today, numbers) * day;
        const LedgerAnswer taken = context.answer(special->code);
        const qint64 until = *numberOf(*special, "window_until", context.today, numbers);
        const QDate last(context.today.year(), int(until / 100), int(until % 100));
        if (context.today > last)
            continue; // what was not taken has lapsed
        Insight insight;
        const qint64 used = taken.used + taken.reserved;
        insight.text = fill({u"%1休暇 残り %2"_s, u"%1: %2 left"_s},
                            {special->name, LeaveAmount::of(limit - used, 0, day).text()});
        insight.used = used;
        insight.limit = limit;
        insight.limitText = fill({u"%1まで"_s, u"until %1"_s}, {dayText(last)});
        insights.push_back(insight);
    }
    return insights;
}

} // namespace kessai
