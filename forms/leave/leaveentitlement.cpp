// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leaveentitlement.h"

#include "forms/leave/leaveledger.h"
#include "forms/leave/leavetext.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

Bilingual joined(const Bilingual &a, const Bilingual &b)
{
    if (a.ja.isEmpty() || b.ja.isEmpty())
        return a.ja.isEmpty() ? b : a;
    return {a.ja + u"。"_s + b.ja, a.en + u". "_s + b.en};
}

Bilingual figure(std::optional<qint64> number)
{
    return same(QString::number(number.value_or(0)));
}

Bilingual limitText(const SpecialLeave &special, const QDate &day, const Numbers &numbers)
{
    const auto limit = specialNumber(special, "limit_days", day, numbers);
    if (!limit)
        return {};
    const auto pattern = [&special]() -> Bilingual {
        switch (special.limit) {
        case SpecialLeave::Limit::None: return {};
        case SpecialLeave::Limit::PerYear: return {u"1年に%1まで"_s, u"Up to %1 a year"_s};
        case SpecialLeave::Limit::PerEvent: return {u"1回の事由に%1まで"_s, u"Up to %1 for one occasion"_s};
        case SpecialLeave::Limit::PerRequest: return {u"1回に%1まで"_s, u"Up to %1 at a time"_s};
        }
        Q_UNREACHABLE();
    };
    Bilingual text = fill(pattern(), {dayCount(*limit)});
    const auto raised = specialNumber(special, "extended_limit_days", day, numbers);
    if (raised && !special.extended.ja.isEmpty()) {
        text = fill({u"%1（%2は%3まで）"_s, u"%1 (%3 %2)"_s}, {text, special.extended, dayCount(*raised)});
    }
    return text;
}

Bilingual termText(const SpecialLeave &special, const QDate &day, const Numbers &numbers)
{
    const auto count = [&](const std::optional<WindowEdge> &edge, bool extended) {
        return edge ? edge->count(special.prefix(), extended, day, numbers) : std::nullopt;
    };
    return fill(special.term,
                {figure(count(special.opens, false)), figure(count(special.closes, false)),
                 figure(count(special.opens, true))});
}

Bilingual evidenceText(const SpecialLeave &special)
{
    switch (special.evidence) {
    case SpecialLeave::Evidence::None: return {};
    case SpecialLeave::Evidence::Always: return fill({u"証明書類：%1"_s, u"Evidence: %1"_s}, {special.evidenceText});
    case SpecialLeave::Evidence::First:
        return fill({u"証明書類（初めてのとき）：%1"_s, u"Evidence (the first time): %1"_s}, {special.evidenceText});
    case SpecialLeave::Evidence::OnRequest:
        return fill({u"証明書類（求められたとき）：%1"_s, u"Evidence (if asked for): %1"_s}, {special.evidenceText});
    }
    Q_UNREACHABLE();
}

Bilingual specialText(const Fields &fields, const QDate &day, const Numbers &numbers)
{
    const SpecialLeave *special = specialLeave(fields.code("special_kind"));
    if (!special)
        return {};
    Bilingual text = joined(termText(*special, day, numbers), limitText(*special, day, numbers));
    const auto first = specialNumber(*special, "window_from", day, numbers);
    const auto last = specialNumber(*special, "window_until", day, numbers);
    if (first && last)
        text = joined(text, fill({u"%1から%2まで"_s, u"From %1 to %2"_s}, {seasonDay(*first), seasonDay(*last)}));
    const LeaveWindow window = special->window(fields, fields.flag("extended"), day, numbers);
    if (window.known())
        text = joined(text, fill({u"取れる期間：%1"_s, u"To be taken %1"_s}, {windowText(window, day)}));
    return joined(text, evidenceText(*special));
}

Bilingual sickText(const Fields &fields, const QDate &day, const Numbers &numbers)
{
    const QString kind = fields.code("sick_kind");
    if (kind == u"on_duty"_s) {
        return {u"必要と認められる期間。証明書類：医師の診断書"_s,
                u"The time that is necessary. Evidence: a medical certificate"_s};
    }
    const char *limit = kind == u"long"_s ? "leave.sick.long_limit_days" : "leave.sick.limit_days";
    return fill({u"引き続き%1まで（休日を含む）。引き続き%2以上のときは証明書類：医師の診断書"_s,
                 u"Up to %1 in a row, holidays included. From %2 on, evidence: a medical certificate"_s},
                {dayCount(numbers.at(limit, day)), dayCount(numbers.at("leave.sick.certificate_from_days", day))});
}

Bilingual partialText(const Fields &fields, const QDate &day, const Numbers &numbers)
{
    const Bilingual age = fill({u"小学校に入るまで"_s, u"Until the child enters school"_s}, {});
    if (fields.code("partial_type") == u"second"_s) {
        const qint64 minutes = numbers.find(u"leave.partial.second.year_minutes"_s, day).value_or(0);
        return fill({u"%1、1年度に%2まで（1時間単位）"_s, u"%1, up to %2 a fiscal year, by hours"_s},
                    {age, spanText(minutes)});
    }
    return fill({u"%1、1日に%2まで（%3単位）。保育時間を取る日はその時間を差し引きます"_s,
                 u"%1, up to %2 a day in units of %3, less nursing time of the day"_s},
                {age, spanText(numbers.at("leave.partial.first.day_limit_minutes", day)),
                 spanText(numbers.at("leave.partial.first.unit_minutes", day))});
}

} // namespace

Bilingual entitlementText(const QJsonObject &json, const QDate &day, const Numbers &numbers)
{
    const Fields fields(json);
    const QString kind = fields.code("kind");
    const auto days = [&](const char *key) { return figure(numbers.at(key, day)); };
    const auto span = [&](const char *key) { return spanText(numbers.at(key, day)); };
    if (kind == u"special"_s)
        return specialText(fields, day, numbers);
    if (kind == u"sick"_s)
        return sickText(fields, day, numbers);
    if (kind == u"partial"_s)
        return partialText(fields, day, numbers);
    if (kind == u"care"_s) {
        return fill({u"同じ方の同じ状態について、指定期間は%1回、合わせて%2か月まで。時間では1日に%3まで。"
                     u"証明書類：要介護者の状態等申出書"_s,
                     u"For one person in one state of need, %1 periods of %2 months in all; by hours up to %3 a day. "
                     u"Evidence: the statement of the care needed"_s},
                    {days("leave.care.periods"), days("leave.care.months"), span("leave.care.day_limit_minutes")});
    }
    if (kind == u"care_time"_s) {
        return fill(
            {u"同じ方の同じ状態について、連続する%1年の間、1日に%2まで（%3単位）。証明書類：要介護者の状態等申出書"_s,
             u"For one person in one state of need, within %1 years, up to %2 a day in units of %3. Evidence: "
             u"the statement of the care needed"_s},
            {days("leave.care_time.years"), span("leave.care_time.day_limit_minutes"),
             span("leave.care_time.unit_minutes")});
    }
    if (kind == u"union"_s) {
        return fill({u"登録された職員団体の業務のとき、1年に%1日まで（無給）"_s,
                     u"For the work of a registered staff association, up to %1 days a year, unpaid"_s},
                    {days("leave.union.limit_days")});
    }
    return {};
}

} // namespace kessai
