// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/carecheck.h"

#include "forms/leave/leaveledger.h"
#include "forms/support/wording.h"

#include <algorithm>
#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

bool overlaps(const CarePeriod &a, const CarePeriod &b)
{
    return a.from <= b.until && b.from <= a.until;
}

void checkPeriods(const LeaveSpan &span, const FormContext &context, const Numbers &numbers, LeaveFindings &findings)
{
    const CarePeriod &own = *span.carePeriod;
    std::vector<CarePeriod> periods = carePeriods(context.answer(u"periods"_s).entries);
    if (std::find(periods.begin(), periods.end(), own) == periods.end()) {
        const auto other = std::find_if(periods.begin(), periods.end(),
                                        [&own](const CarePeriod &period) { return overlaps(period, own); });
        if (other != periods.end()) {
            findings.push_back(errorOn("period_from",
                                       fill({u"指定期間が、すでにある指定期間（%1〜%2）と重なっています。"_s,
                                             u"The period overlaps one that is designated already (%1–%2)."_s},
                                            {dayText(other->from), dayText(other->until)}),
                                       leaveSource(span)));
            return;
        }
        periods.push_back(own);
    }
    const qint64 most = numbers.at("leave.care.periods", span.from);
    const qint64 months = numbers.at("leave.care.months", span.from);
    if (static_cast<qint64>(periods.size()) > most) {
        findings.push_back(
            errorOn("period_from",
                    fill({u"指定期間は、同じ方の同じ状態について %1回までです。"_s,
                          u"At most %1 periods can be designated for one person in one state of need."_s},
                         {same(QString::number(most))}),
                    leaveSource(span)));
    } else if (const CareLength length = CareLength::of(periods); !length.within(months)) {
        findings.push_back(
            errorOn("period_until",
                    fill({u"指定期間は合わせて %1か月までです（この申請を含めて %2か月と%3日）。"_s,
                          u"The periods add up to %1 months at most (%2 months and %3 days with this)."_s},
                         {same(QString::number(months)), same(QString::number(length.months)),
                          same(QString::number(length.days))}),
                    leaveSource(span)));
    }
    if (span.from < own.from || span.until > own.until) {
        findings.push_back(errorOn(span.from < own.from ? "from" : "until",
                                   {u"指定期間の中で申請してください。"_s, u"Please stay within the period."_s},
                                   leaveSource(span)));
    }
}

void checkCareYears(const LeaveSpan &span, const FormContext &context, const Numbers &numbers, LeaveFindings &findings)
{
    std::map<QDate, qint64> days;
    for (const LedgerEntry &entry : context.answer(u"care time"_s).entries)
        days[entry.day] += entry.amount;
    std::erase_if(days, [](const auto &day) { return day.second <= 0; });
    const QDate first = days.empty() ? span.from : std::min(days.begin()->first, span.from);
    const qint64 years = numbers.at("leave.care_time.years", span.from);
    const QDate last = first.addYears(static_cast<int>(std::clamp<qint64>(years, 0, 100))).addDays(-1);
    if (span.until > last) {
        findings.push_back(
            errorOn("until",
                    fill({u"介護時間は、初めて取った日から連続する %1年（%2年%3まで）です。"_s,
                          u"Care time is taken within %1 years of its first day (until %3 %2)."_s},
                         {same(QString::number(years)), same(QString::number(last.year())), dayText(last)}),
                    leaveSource(span)));
    }
    for (const CarePeriod &period : carePeriods(context.answer(u"periods"_s).entries)) {
        if (!overlaps(period, {span.from, span.until}))
            continue;
        findings.push_back(errorOn("from",
                                   fill({u"介護休暇の指定期間（%1〜%2）には取れません。"_s,
                                         u"It is not taken in a period of care leave (%1–%2)."_s},
                                        {dayText(period.from), dayText(period.until)}),
                                   leaveSource(span)));
        return;
    }
}

/// Hours at the beginning or at the end of the day, where the office asks for that.
void checkEdges(const LeaveSpan &span, const char *key, const Numbers &numbers, LeaveFindings &findings)
{
    const Shift shift = Shift::on(span.from, numbers);
    if (span.unit != LeaveUnit::Hours || !numbers.flag(key, span.from) || span.hours.from <= shift.morning.from
        || span.hours.until >= shift.afternoon.until)
        return;
    findings.push_back(errorOn("start",
                               {u"始業の時刻から続くか、終業の時刻まで続く時間にしてください。"_s,
                                u"The hours must begin with the day or last until its end."_s},
                               leaveSource(span)));
}

/// Minutes a day, less what others of the kind and the leaves that answers list take of them.
void checkDaily(const LeaveSpan &span, const char *key, const std::vector<const char *> &less,
                const FormContext &context, const Numbers &numbers, LeaveFindings &findings)
{
    if (span.unit != LeaveUnit::Hours)
        return;
    const qint64 limit = numbers.at(key, span.from);
    for (const QDate &day : span.countedDays(numbers)) {
        qint64 taken = minutesOn(day, context, "daily");
        for (const char *other : less)
            taken += minutesOn(day, context, other);
        const qint64 rest = std::max<qint64>(0, limit - taken);
        if (span.regularMinutes(numbers) <= rest)
            continue;
        const Bilingual pattern = rest == limit
            ? Bilingual{u"1日に %1までです。"_s, u"It is limited to %1 a day."_s}
            : Bilingual{u"1日に %1までです。%2は、ほかの時間を差し引いて %3まで取れます。"_s,
                        u"It is limited to %1 a day; on %2 other hours leave %3 of it."_s};
        findings.push_back(
            errorOn("end", fill(pattern, {spanText(limit), dayText(day), spanText(rest)}), leaveSource(span)));
        return;
    }
}

/// 介護時間 and 部分休業 share the hours of a day, where the office has it so.
std::vector<const char *> otherHours(const LeaveSpan &span, const Numbers &numbers)
{
    return numbers.flag("leave.care_time.partial_reduces", span.from) ? std::vector{"other hours"}
                                                                      : std::vector<const char *>{};
}

void checkPartial(const LeaveSpan &span, const Fields &fields, const FormContext &context, const Numbers &numbers,
                  LeaveFindings &findings)
{
    const bool second = span.partial == PartialKind::Second;
    if (second && !numbers.find(u"leave.partial.second.year_minutes"_s, span.from)) {
        findings.push_back(errorOn("partial_type",
                                   {u"第2号の部分休業は、この日にはまだありません。"_s,
                                    u"Partial leave of type 2 does not exist yet on this day."_s},
                                   leaveSource(span)));
    }
    const WindowEdge school{{u"birth_day"_s}, u"child_until_age"_s, WindowEdge::Unit::SchoolYears};
    const auto last = school.day(u"leave.partial."_s, fields, false, span.from, numbers);
    if (last && span.until > *last) {
        findings.push_back(errorOn("until",
                                   fill({u"小学校に入るまで（%1年%2まで）です。"_s,
                                         u"It is taken until the child enters school (until %2 %1)."_s},
                                        {same(QString::number(last->year())), dayText(*last)}),
                                   leaveSource(span)));
    }
    if (const LedgerAnswer other = context.answer(u"other type"_s); other.used + other.reserved > 0) {
        findings.push_back(
            warningOn("partial_type",
                      {u"この年度はもう一方の型の部分休業があります。型の変更は特別の事情があるときに限ります。"_s,
                       u"There is partial leave of the other type in this year. The type changes only "
                       u"for special reasons."_s},
                      leaveSource(span)));
    }
    if (!second) {
        std::vector<const char *> less = otherHours(span, numbers);
        if (numbers.flag("leave.partial.nursing_reduces", span.from))
            less.push_back("nursing");
        checkDaily(span, "leave.partial.first.day_limit_minutes", less, context, numbers, findings);
    }
}

} // namespace

void checkCare(const LeaveSpan &span, const Fields &fields, const FormContext &context, const Numbers &numbers,
               LeaveFindings &findings)
{
    switch (span.kind) {
    case LeaveKind::Care:
        checkPeriods(span, context, numbers, findings);
        checkEdges(span, "leave.care.at_edges", numbers, findings);
        checkDaily(span, "leave.care.day_limit_minutes", {}, context, numbers, findings);
        return;
    case LeaveKind::CareTime:
        checkCareYears(span, context, numbers, findings);
        checkEdges(span, "leave.care_time.at_edges", numbers, findings);
        checkDaily(span, "leave.care_time.day_limit_minutes", otherHours(span, numbers), context, numbers, findings);
        return;
    case LeaveKind::Partial: checkPartial(span, fields, context, numbers, findings); return;
    case LeaveKind::Annual:
    case LeaveKind::Sick:
    case LeaveKind::Special:
    case LeaveKind::Union: return;
    }
    Q_UNREACHABLE();
}

} // namespace kessai
