// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/travel.h"

#include "forms/support/accounting.h"
#include "forms/support/fields.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString &travelAct()
{
    static const QString source = u"旅費条例（市に確認）; 国家公務員等の旅費に関する法律（2025-04-01から実費・上限）"_s;
    return source;
}

} // namespace

std::optional<Trip> tripIn(const QJsonObject &json)
{
    const Fields fields(json);
    const auto from = fields.day("from");
    const auto until = fields.day("until");
    if (!from || !until || !isPlausible(*from) || !isPlausible(*until) || *until < *from
        || from->daysTo(*until) >= kMostTripDays)
        return std::nullopt;
    return Trip{*from, *until};
}

std::vector<Finding> tripFindings(const QJsonObject &json)
{
    const auto from = Fields(json).day("from");
    const auto until = Fields(json).day("until");
    if (!from || !until || tripIn(json))
        return {};
    if (*until < *from) {
        return {
            errorOn("until", {u"帰着日が出発日より前になっています。"_s, u"The last day lies before the first."_s})};
    }
    return {errorOn("until",
                    fill({u"一度に命じる旅行は%1日までです。"_s, u"One trip has %1 days at most."_s},
                         {same(QString::number(kMostTripDays))}))};
}

Yen lodgingLimit(const QString &area, qint64 nights, const QDate &day, const Numbers &numbers)
{
    return Yen(nights * numbers.at(area == u"tokyo"_s ? "travel.lodging.tokyo_yen" : "travel.lodging.other_yen", day));
}

Yen nightAllowance(qint64 nights, const QDate &day, const Numbers &numbers)
{
    return Yen(nights * numbers.at("travel.night_allowance_yen", day));
}

std::vector<Finding> lodgingFindings(const QJsonObject &json, qint64 nights, const QDate &day, const Numbers &numbers)
{
    const Fields fields(json);
    const auto lodging = yenIn(json, "lodging");
    if (!lodging)
        return {};
    if (nights == 0) {
        return {errorOn("lodging", {u"宿泊のない旅行です。"_s, u"Nobody sleeps away on this trip."_s})};
    }
    const Yen limit = lodgingLimit(fields.code("area"), nights, day, numbers);
    if (Yen(*lodging) <= limit || !fields.prose("over_reason").isEmpty())
        return {};
    return {errorOn("over_reason",
                    fill({u"宿泊費の上限（%1泊で%2）を超えます。やむを得ない理由を書いてください。"_s,
                          u"Beyond the limit of lodging (%2 for %1 nights): please give the reason."_s},
                         {same(QString::number(nights)), yenText(limit.amount())}),
                    travelAct())};
}

std::optional<Insight> lodgingInsight(const QJsonObject &json, qint64 nights, const QDate &day, const Numbers &numbers)
{
    const auto lodging = yenIn(json, "lodging");
    if (!lodging || nights == 0)
        return std::nullopt;
    const qint64 limit = lodgingLimit(Fields(json).code("area"), nights, day, numbers).amount();
    Insight insight;
    insight.text =
        fill({u"宿泊費 %1（%2泊）"_s, u"Lodging %1 (%2 nights)"_s}, {yenText(*lodging), same(QString::number(nights))});
    insight.used = 0;
    insight.added = *lodging;
    insight.limit = limit;
    insight.limitText = fill({u"上限 %1"_s, u"limit %1"_s}, {yenText(limit)});
    insight.remarkable = *lodging > limit;
    return insight;
}

std::vector<Finding> travelLineFindings(const QJsonObject &json, const Parameters &parameters)
{
    const BudgetLine *line = lineIn(json, "budget_line", parameters);
    if (!line || line->item == u"8"_s)
        return {};
    return {errorOn("budget_line", {u"旅費（8節）の科目を選んでください。"_s, u"Choose a line of travel (節 8)."_s},
                    u"地方自治法施行規則 別記（歳出予算に係る節の区分）"_s)};
}

QDate earliestOnTheWayTo(const QDate &day)
{
    return day.addDays(1 - kMostTripDays);
}

std::vector<Posting> dayPostings(const QString &ledger, const Trip &trip, StaffId traveller)
{
    std::vector<Posting> postings;
    for (QDate day = trip.from; day <= trip.until; day = day.addDays(1))
        postings.push_back({ledger, staffAccount(traveller), day, 1});
    return postings;
}

} // namespace kessai
