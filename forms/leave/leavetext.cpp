// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leavetext.h"

#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

Bilingual dayCount(qint64 days)
{
    const QString number = QString::number(days);
    return {number + u"日"_s, number + (days == 1 ? u" day"_s : u" days"_s)};
}

Bilingual joined(const Bilingual &a, const Bilingual &b)
{
    return a.ja.isEmpty() ? b : Bilingual{a.ja + u"。"_s + b.ja, a.en + u". "_s + b.en};
}

Bilingual limitText(const SpecialLeave &special, const QDate &day, const Numbers &numbers)
{
    const auto limit = specialNumber(special, "limit_days", day, numbers);
    if (special.limit == SpecialLeave::Limit::None || !limit)
        return {};
    const Bilingual plain = special.limit == SpecialLeave::Limit::PerYear
        ? Bilingual{u"1年に%1まで"_s, u"Up to %1 a year"_s}
        : Bilingual{u"1回に%1まで"_s, u"Up to %1 at a time"_s};
    Bilingual text = fill(plain, {dayCount(*limit)});
    const auto raised = specialNumber(special, "extended_limit_days", day, numbers);
    if (raised && !special.extended.ja.isEmpty()) {
        text = fill({u"%1（%2は%3まで）"_s, u"%1 (%3 %2)"_s}, {text, special.extended, dayCount(*raised)});
    }
    return text;
}

} // namespace

Bilingual leaveLength(const LeaveSpan &span, const Numbers &numbers)
{
    switch (span.unit) {
    case LeaveUnit::Day: {
        const Bilingual days = dayCount(static_cast<qint64>(span.countedDays(numbers).size()));
        return span.calendar() ? fill({u"%1（休日を含む）"_s, u"%1 (holidays included)"_s}, {days}) : days;
    }
    case LeaveUnit::Morning: return {u"半日（午前）"_s, u"half a day (morning)"_s};
    case LeaveUnit::Afternoon: return {u"半日（午後）"_s, u"half a day (afternoon)"_s};
    case LeaveUnit::Hours: return spanText(span.regularMinutes(numbers));
    }
    Q_UNREACHABLE();
}

QString leaveWhen(const LeaveSpan &span, const Numbers &numbers)
{
    const QString from = dayText(span.from).ja;
    switch (span.unit) {
    case LeaveUnit::Day: {
        const QString days = dayCount(static_cast<qint64>(span.countedDays(numbers).size())).ja;
        if (span.from == span.until)
            return from + u' ' + days;
        return from + u"〜"_s + dayText(span.until).ja + u' ' + days;
    }
    case LeaveUnit::Morning: return from + u" 午前"_s;
    case LeaveUnit::Afternoon: return from + u" 午後"_s;
    case LeaveUnit::Hours:
        return from + u' ' + clockText(span.hours.from) + u"〜"_s + clockText(span.hours.until) + u' '
            + leaveLength(span, numbers).ja;
    }
    Q_UNREACHABLE();
}

Bilingual entitlementText(const SpecialLeave &special, const QDate &day, const Numbers &numbers)
{
    Bilingual text = special.term;
    if (const Bilingual limit = limitText(special, day, numbers); !limit.ja.isEmpty())
        text = joined(text, limit);
    const auto first = specialNumber(special, "window_from", day, numbers);
    const auto last = specialNumber(special, "window_until", day, numbers);
    if (first && last) {
        const auto edge = [](qint64 monthDay) {
            return dayText(QDate(2000, static_cast<int>(monthDay / 100), static_cast<int>(monthDay % 100)));
        };
        text = joined(text, fill({u"%1から%2まで"_s, u"From %1 to %2"_s}, {edge(*first), edge(*last)}));
    }
    switch (special.evidence) {
    case SpecialLeave::Evidence::None: return text;
    case SpecialLeave::Evidence::Always:
        return joined(text, fill({u"証明書類：%1"_s, u"Evidence: %1"_s}, {special.evidenceText}));
    case SpecialLeave::Evidence::First:
        return joined(
            text,
            fill({u"証明書類（初めてのとき）：%1"_s, u"Evidence (the first time): %1"_s}, {special.evidenceText}));
    case SpecialLeave::Evidence::OnRequest:
        return joined(
            text,
            fill({u"証明書類（求められたとき）：%1"_s, u"Evidence (if asked for): %1"_s}, {special.evidenceText}));
    }
    Q_UNREACHABLE();
}

Insight annualInsight(const AnnualBalance &balance, bool namesYear)
{
    const Bilingual granted = same(QString::number(balance.grantDays));
    const bool shortOf = balance.left().negative();
    Insight insight;
    insight.text = shortOf
        ? fill({u"年次有給休暇が %1 足りなくなります（付与 %2日）"_s,
                u"Annual leave falls short by %1 (granted: %2 days)"_s},
               {balance.left().text(), granted})
        : fill({u"年次有給休暇の残りは %1 になります（付与 %2日）"_s, u"Annual leave left: %1 (granted: %2 days)"_s},
               {balance.left().text(), granted});
    if (namesYear) {
        insight.text =
            fill({u"%1年%2からの1年：%3"_s, u"Year from %2 %1: %3"_s},
                 {same(QString::number(balance.yearStart.year())), monthText(balance.yearStart), insight.text});
    }
    insight.used = balance.before.minutes();
    insight.added = balance.added.minutes();
    insight.limit = balance.granted.minutes();
    insight.limitText = fill({u"付与 %1日"_s, u"Granted: %1 days"_s}, {granted});
    insight.remarkable = shortOf;
    insight.tone = Finding::Severity::Warning;
    return insight;
}

Insight specialInsight(const SpecialLeave &special, const SpecialUse &use)
{
    const auto amount = [&use](qint64 minutes) { return LeaveAmount::of(minutes, 0, use.dayMinutes).text(); };
    Insight insight;
    insight.text =
        fill({u"%1：%2 / %3 になります"_s, u"%1: %2 of %3"_s}, {special.name, amount(use.total()), amount(use.limit)});
    insight.used = use.before;
    insight.added = use.added;
    insight.limit = use.limit;
    insight.limitText = use.yearStart.isValid() ? fill({u"1年に %1"_s, u"%1 a year"_s}, {amount(use.limit)})
                                                : fill({u"1回に %1"_s, u"%1 at a time"_s}, {amount(use.limit)});
    insight.remarkable = use.total() > use.limit;
    insight.tone = Finding::Severity::Error;
    return insight;
}

} // namespace kessai
