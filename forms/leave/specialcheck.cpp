// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/specialcheck.h"

#include "forms/leave/bereavement.h"
#include "forms/leave/leaveledger.h"
#include "forms/leave/leavetext.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The months and days of every year in which a leave is taken (夏季).
void checkSeason(const LeaveSpan &span, const Numbers &numbers, LeaveFindings &findings)
{
    const auto first = specialNumber(*span.special, "window_from", span.from, numbers);
    const auto last = specialNumber(*span.special, "window_until", span.from, numbers);
    if (!first || !last)
        return;
    for (const QDate &day : span.countedDays(numbers)) {
        const qint64 at = day.month() * 100 + day.day();
        if (*first <= at && at <= *last)
            continue;
        findings.push_back(errorOn(day == span.from ? "from" : "until",
                                   fill({u"「%1」を取れるのは %2から%3までです。"_s, u"“%1” is taken from %2 to %3."_s},
                                        {span.special->name, seasonDay(*first), seasonDay(*last)}),
                                   leaveSource(span)));
        return;
    }
}

/// The days around an event in which a leave is taken.
void checkWindow(const LeaveSpan &span, const Numbers &numbers, LeaveFindings &findings)
{
    for (const QDate &day : span.countedDays(numbers)) {
        if (span.window.holds(day))
            continue;
        findings.push_back(errorOn(day == span.from ? "from" : "until",
                                   fill({u"「%1」を取れるのは %2です。"_s, u"“%1” is taken %2."_s},
                                        {span.special->name, windowText(span.window, span.from)}),
                                   leaveSource(span)));
        return;
    }
}

void checkBereavement(const LeaveSpan &span, const Fields &fields, const FormContext &context, const Numbers &numbers,
                      LeaveFindings &findings)
{
    if (span.special->code != kBereavement)
        return;
    const qint64 farthest = numbers.at("leave.bereavement.travel_max_days", span.from);
    if (const auto travel = fields.number("travel_days", -kMinutesOfDay, kMinutesOfDay);
        travel && (*travel < 0 || *travel > farthest)) {
        findings.push_back(errorOn("travel_days",
                                   fill({u"往復の日数は 0日から%1日までです。"_s, u"The way takes 0 to %1 days."_s},
                                        {same(QString::number(farthest))}),
                                   leaveSource(span)));
        return;
    }
    const auto most = bereavementDays(fields, span.from, numbers);
    const qint64 own = span.from.daysTo(span.until) + 1;
    const qint64 before = daysOfDeath(context);
    const qint64 days = before == 0 ? own : own + before + runAround(span, context, numbers).value_or(0);
    if (!most || days <= *most)
        return;
    const Bilingual pattern = before == 0
        ? Bilingual{u"この続柄では連続する %1日まで（%2まで）です。この申請は%3日です。"_s,
                    u"For this relation it is at most %1 days in a row (until %2); this is %3 days."_s}
        : Bilingual{u"この続柄では連続する %1日までです。すでにある忌引と合わせて%3日になります。"_s,
                    u"For this relation it is at most %1 days in a row; with what there is already it would be %3."_s};
    findings.push_back(errorOn(
        "until",
        fill(pattern,
             {same(QString::number(*most)), dayText(span.from.addDays(*most - 1)), same(QString::number(days))}),
        u"人事院規則15-14 別表第2"_s));
}

/// The days of one occasion follow one another, whether one request asks for them or two.
void checkRun(const LeaveSpan &span, const FormContext &context, const Numbers &numbers, LeaveFindings &findings)
{
    const auto uses = limitUses(span, context, numbers);
    const bool others = daysOfDeath(context) > 0 || (!uses.empty() && uses.front().before > 0);
    if (!others || runAround(span, context, numbers))
        return;
    findings.push_back(errorOn("from",
                               fill({u"「%1」は引き続いた日に取ります。すでにある日に続く日にしてください。"_s,
                                     u"“%1” is taken on days in a row. Please continue the days there are."_s},
                                    {span.special->name}),
                               leaveSource(span)));
}

} // namespace

std::optional<qint64> bereavementDays(const Fields &fields, const QDate &day, const Numbers &numbers)
{
    const Bereavement *relation = bereavement(fields.code("relation"));
    if (!relation)
        return std::nullopt;
    const qint64 farthest = numbers.at("leave.bereavement.travel_max_days", day);
    return relation->days(fields.flag("household"), fields.flag("succession"), day, numbers)
        + fields.number("travel_days", 0, farthest).value_or(0);
}

void checkSpecial(const LeaveSpan &span, const Fields &fields, const FormContext &context, const Numbers &numbers,
                  LeaveFindings &findings)
{
    checkSeason(span, numbers, findings);
    checkWindow(span, numbers, findings);
    checkBereavement(span, fields, context, numbers, findings);
    checkRun(span, context, numbers, findings);
    const auto daily = specialNumber(*span.special, "day_limit_minutes", span.from, numbers);
    if (!daily || span.unit != LeaveUnit::Hours)
        return;
    for (const QDate &day : span.countedDays(numbers)) {
        if (minutesOn(day, context, "daily") + span.regularMinutes(numbers) <= *daily)
            continue;
        findings.push_back(errorOn("end",
                                   fill({u"「%1」は1日に%2までです。"_s, u"“%1” is limited to %2 a day."_s},
                                        {span.special->name, spanText(*daily)}),
                                   leaveSource(span)));
        return;
    }
}

void checkLimits(const LeaveSpan &span, const FormContext &context, const Numbers &numbers, LeaveFindings &findings)
{
    const auto pattern = [](LimitUse::Per per) -> Bilingual {
        switch (per) {
        case LimitUse::Per::Year:
            return {u"「%1」は1年に%2までです。この申請を含めて%3になります。"_s,
                    u"“%1” is limited to %2 a year; with this request it would be %3."_s};
        case LimitUse::Per::Event:
            return {u"「%1」は1回の事由に%2までです。この申請を含めて%3になります。"_s,
                    u"“%1” is limited to %2 for one occasion; with this request it would be %3."_s};
        case LimitUse::Per::Request:
            return {u"「%1」は1回に%2までです。この申請は%3です。"_s,
                    u"“%1” is limited to %2 at a time; this request is for %3."_s};
        }
        Q_UNREACHABLE();
    };
    for (const LimitUse &use : limitUses(span, context, numbers)) {
        if (use.total() <= use.limit)
            continue;
        findings.push_back(errorOn("until",
                                   fill(pattern(use.per),
                                        {use.name, LeaveAmount::of(use.limit, 0, use.dayMinutes).text(),
                                         LeaveAmount::of(use.total(), 0, use.dayMinutes).text()}),
                                   leaveSource(span)));
    }
}

} // namespace kessai
