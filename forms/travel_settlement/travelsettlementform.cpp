// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/travel_settlement/travelsettlementform.h"

#include "core/accounting/proofs.h"
#include "core/cases/paidref.h"
#include "forms/support/accounting.h"
#include "forms/support/fields.h"
#include "forms/support/travel.h"
#include "forms/support/voucher.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

qint64 yenOr0(const QJsonObject &json, const char *key)
{
    return yenIn(json, key).value_or(0);
}

qint64 nightsIn(const QJsonObject &json)
{
    return Fields(json).number("nights", 0, kMostTripDays - 1).value_or(0);
}

/// What the trip cost.
qint64 totalOf(const QJsonObject &json)
{
    return yenOr0(json, "transport") + yenOr0(json, "lodging") + yenOr0(json, "allowance") + yenOr0(json, "other");
}

/// What is still to be paid; less than nothing where something goes back.
qint64 differenceOf(const QJsonObject &json)
{
    return totalOf(json) - yenOr0(json, "advance");
}

Bilingual differenceText(qint64 difference)
{
    if (difference == 0)
        return {u"過不足なし"_s, u"Even"_s};
    return difference > 0 ? fill({u"%1を支給"_s, u"%1 is paid"_s}, {yenText(difference)})
                          : fill({u"%1を返納"_s, u"%1 is given back"_s}, {yenText(-difference)});
}

qint64 sumOn(const LedgerAnswer &answer, const QDate &day, bool reserved)
{
    qint64 sum = 0;
    for (const LedgerEntry &entry : answer.entries)
        sum += entry.day == day && (entry.used || reserved) ? entry.amount : 0;
    return sum;
}

/// What was paid beforehand for the days this settlement is about and is not settled yet: that of the trip, and of the days away that lead up to
/// it, so that it does not get lost where somebody left later than ordered. None where it is not known who travelled.
qint64 advanceDue(const Trip &trip, const FormContext &context)
{
    const LedgerAnswer &ordered = context.answer(kTravelOrdered);
    QDate first = trip.from;
    while (first > earliestOnTheWayTo(trip.from) && sumOn(ordered, first.addDays(-1), false) > 0)
        first = first.addDays(-1);
    qint64 due = 0;
    for (QDate day = first; day <= trip.until; day = day.addDays(1))
        due += sumOn(context.answer(kAdvanceOrdered), day, false) - sumOn(context.answer(kAdvanceSettled), day, true);
    return due;
}

/// The order whose 概算払 was paid and is settled by this.
std::optional<PaidRef> paidOrderIn(const QJsonObject &json)
{
    return paidRefIn(json.value(u"advance_order"_s));
}

/// What was paid beforehand was so by an order that stands in the list of those that were paid.
std::optional<Finding> orderFinding(const QJsonObject &json, const FormContext &context)
{
    const QString source = u"地方自治法施行令第162条（概算払の精算）"_s;
    const auto order = paidOrderIn(json);
    const qint64 advance = yenOr0(json, "advance");
    if (advance > 0 && json.value(u"advance_order"_s).toObject().isEmpty()) {
        return errorOn(
            "advance_order",
            {u"概算払が支払われた旅行命令を選んでください。一覧にないものは、まだ支払われていません（支払を待って精算します）。"_s,
             u"Choose the order that was paid. What is not in the list is not paid yet: wait for it."_s},
            source);
    }
    const Staff *traveller = context.office.staff(context.drafter);
    if (order && (!traveller || order->drafter != traveller->number || order->method != u"estimate"_s)) {
        return errorOn("advance_order",
                       {u"旅行者本人の旅行命令（概算払）ではありません。"_s,
                        u"That is no order by which the traveller was paid beforehand."_s},
                       source);
    }
    if (order && order->amount != advance) {
        return errorOn("advance_order",
                       fill({u"この旅行命令の概算払は%1です。旅行命令ごとに精算してください。"_s,
                             u"This order paid %1 beforehand. Settle each order by itself."_s},
                            {yenText(order->amount)}),
                       source);
    }
    if (order && yenIn(json, "returned") && order->line != Fields(json).code("budget_line")) {
        return errorOn("budget_line",
                       {u"返納は概算払を支払った科目に戻ります。旅行命令と同じ科目にしてください。"_s,
                        u"What is given back goes to the line it was paid from: take that of the order."_s},
                       u"地方自治法施行令第159条"_s);
    }
    return std::nullopt;
}

/// Whether the payee is whoever files, as far as the master of payees says it: a member of staff of their name.
bool paysTraveller(const QJsonObject &json, const FormContext &context)
{
    const QJsonObject payee = json.value(u"payee"_s).toObject();
    const Staff *traveller = context.office.staff(context.drafter);
    const auto bare = [](QString name) { return name.remove(u' ').remove(u'\u3000'); };
    return traveller && payee.value(u"kind"_s).toString() == u"staff"_s
        && bare(payee.value(u"name"_s).toString()) == bare(traveller->name());
}

Bilingual paysSomebodyElse()
{
    return {u"債権者が旅行者本人（職員）ではありません。"_s, u"The payee is not the traveller."_s};
}

} // namespace

TravelSettlementForm::TravelSettlementForm() : ShippedForm(u"travel_settlement"_s) {}

QString TravelSettlementForm::title(const QJsonObject &json, const Parameters &) const
{
    const auto trip = tripIn(json);
    QStringList parts;
    if (trip)
        parts.append(titleDay(trip->from));
    if (const QString where = Fields(json).prose("destination").simplified(); !where.isEmpty())
        parts.append(where);
    return titled(u"旅費精算"_s, parts.isEmpty() ? parts : QStringList{parts.join(u' ')});
}

std::optional<Yen> TravelSettlementForm::amount(const QJsonObject &json) const
{
    const auto amount = yenIn(json, "amount");
    return amount ? std::optional(Yen(*amount)) : std::nullopt;
}

QHash<QString, Bilingual> TravelSettlementForm::computed(const QJsonObject &json, const FormContext &) const
{
    return {{u"total"_s, yenText(totalOf(json))}, {u"difference"_s, differenceText(differenceOf(json))}};
}

QJsonObject TravelSettlementForm::facts(const QJsonObject &json, const Parameters &parameters) const
{
    // Whoever decides, decides on the whole trip, whatever was paid of it beforehand.
    QJsonObject facts = commitmentFacts(u"commitment-payment"_s, json, "budget_line", "amount", parameters);
    facts.insert(u"amount"_s, totalOf(json));
    return facts;
}

std::vector<LedgerQuery> TravelSettlementForm::questions(const QJsonObject &json, StaffId drafter,
                                                         const Parameters &parameters) const
{
    const auto trip = tripIn(json);
    if (!trip)
        return {};
    std::vector<LedgerQuery> questions;
    const QDate since = earliestOnTheWayTo(trip->from);
    for (const QLatin1String ledger : {kTravelOrdered, kTravelSettled, kAdvanceOrdered, kAdvanceSettled})
        questions.push_back({ledger, ledger, staffAccount(drafter), since, trip->until, true});
    const BudgetLine *line = lineIn(json, "budget_line", parameters);
    const auto day = Fields(json).day("committed_on");
    if (line && day && isPlausible(*day)) {
        for (LedgerQuery &question : lineQuestions(line->account(), *day))
            questions.push_back(std::move(question));
    }
    return questions;
}

std::vector<Finding> TravelSettlementForm::check(const QJsonObject &json, const FormContext &context) const
{
    const Fields fields(json);
    const Numbers numbers(context.parameters);
    std::vector<Finding> findings = zeroFindings(json, {"amount", "returned", "advance"});
    for (Finding &finding : tripFindings(json))
        findings.push_back(std::move(finding));
    for (Finding &finding : travelLineFindings(json, context.parameters))
        findings.push_back(std::move(finding));
    for (Finding &finding :
         lineFindings(json, "budget_line", "amount", fields.day("committed_on"), "committed_on", context))
        findings.push_back(std::move(finding));
    const qint64 difference = differenceOf(json);
    if (yenOr0(json, "amount") - yenOr0(json, "returned") != difference
        || (yenIn(json, "amount") && yenIn(json, "returned"))) {
        findings.push_back(
            errorOn(difference < 0 ? "returned" : "amount",
                    fill({u"旅費の計から概算払を引くと、%1です。"_s, u"Total less what was paid beforehand: %1."_s},
                         {differenceText(difference)}),
                    u"地方自治法施行令第162条（概算払の精算）"_s));
    }
    // A local train gives no receipt.
    if (totalOf(json) > 0 && context.attachmentCount == 0) {
        Finding receipts = errorOn("transport",
                                   {u"実費を確かめる領収書などを添付してください。"_s,
                                    u"Please attach the receipts that show what it cost."_s},
                                   u"旅費条例（旅費の請求手続）"_s);
        if (yenOr0(json, "lodging") == 0 && yenOr0(json, "other") == 0)
            receipts.severity = Finding::Severity::Warning;
        findings.push_back(std::move(receipts));
    }
    if (const QJsonObject payee = json.value(u"payee"_s).toObject(); !payee.isEmpty()) {
        if (!mayPayTo(payee.value(u"holderDiffers"_s).toBool(), false)) {
            findings.push_back(errorOn("payee",
                                       {u"口座名義が債権者と異なります。旅費は旅行者本人の口座に支払います。"_s,
                                        u"The account is another person's. Travel is paid to the traveller's own."_s},
                                       u"地方自治法第232条の5第1項"_s));
        } else if (!paysTraveller(json, context)) {
            findings.push_back(warningOn("payee", paysSomebodyElse(), u"地方自治法第232条の5第1項"_s));
        }
    }
    for (Finding &finding : paymentDayFindings(json, yearOfLine(fields.code("budget_line")), context))
        findings.push_back(std::move(finding));
    const auto trip = tripIn(json);
    if (!trip)
        return findings;
    const qint64 nights = nightsIn(json);
    if (nights > trip->nights()) {
        findings.push_back(
            errorOn("nights",
                    fill({u"この日程で泊まれるのは%1泊までです。"_s, u"The trip has %1 nights at most."_s},
                         {same(QString::number(trip->nights()))})));
    }
    if (nights == 0 && trip->nights() > 0 && yenIn(json, "lodging")) {
        findings.push_back(errorOn("nights", {u"泊数を書いてください。"_s, u"Please give the number of nights."_s}));
    } else {
        for (Finding &finding : lodgingFindings(json, nights, trip->from, numbers))
            findings.push_back(std::move(finding));
    }
    const qint64 most = nightAllowance(nights, trip->from, numbers).amount();
    if (yenOr0(json, "allowance") > most) {
        findings.push_back(
            errorOn("allowance",
                    fill({u"%1泊の宿泊手当は%2までです。"_s, u"The allowance for %1 nights is %2 at most."_s},
                         {same(QString::number(nights)), yenText(most)}),
                    u"旅費条例（宿泊手当。国は2025-04-01から1夜2,400円）"_s));
    }
    if (trip->until > context.today) {
        findings.push_back(
            errorOn("until", {u"帰着の後に精算してください。"_s, u"A trip is settled after it is over."_s}));
    } else if (trip->until.daysTo(context.today) > numbers.at("travel.settle_days", trip->until)) {
        findings.push_back(
            warningOn("until",
                      fill({u"帰着の日から%1日以内に精算します。遅れた理由を復命に書いてください。"_s,
                            u"A trip is settled within %1 days. Please say in the report why it is late."_s},
                           {same(QString::number(numbers.at("travel.settle_days", trip->until)))}),
                      u"旅費条例（精算の期間）"_s));
    }
    for (QDate day = trip->from; day <= trip->until; day = day.addDays(1)) {
        if (sumOn(context.answer(kTravelOrdered), day, false) <= 0) {
            findings.push_back(errorOn(
                "from",
                fill({u"%1の旅行命令（決裁済み）がありません。"_s, u"No trip was ordered for %1."_s}, {dayText(day)}),
                u"旅費条例（旅行命令によらない旅費は支給しない）"_s));
            break;
        }
        if (sumOn(context.answer(kTravelSettled), day, true) >= sumOn(context.answer(kTravelOrdered), day, false)) {
            findings.push_back(errorOn("from",
                                       fill({u"%1の旅費はすでに精算されています（申請中を含む）。"_s,
                                             u"%1 is settled already, or being settled."_s},
                                            {dayText(day)})));
            break;
        }
    }
    if (const qint64 due = advanceDue(*trip, context); due != yenOr0(json, "advance")) {
        findings.push_back(errorOn("advance",
                                   fill({u"この旅行の概算払（精算前）は、旅行命令では%1です。"_s,
                                         u"By the orders, %1 was paid beforehand and is not settled yet."_s},
                                        {yenText(due)}),
                                   u"地方自治法施行令第162条（概算払の精算）"_s));
    } else if (auto unpaid = orderFinding(json, context)) {
        findings.push_back(*std::move(unpaid));
    }
    return findings;
}

QJsonObject TravelSettlementForm::proposal(const QJsonObject &json, const FormContext &context) const
{
    const auto trip = tripIn(json);
    if (!trip)
        return {};
    const auto yenOrNothing = [](qint64 yen) { return yen > 0 ? QJsonValue(yen) : QJsonValue(); };
    const qint64 nights = nightsIn(json);
    const qint64 allowance = nightAllowance(nights, trip->from, Numbers(context.parameters)).amount();
    QJsonObject proposed{{u"advance"_s, yenOrNothing(advanceDue(*trip, context))},
                         {u"allowance"_s, yenOrNothing(allowance)}};
    // What it comes to is known once somebody has written what it cost.
    const bool costs = yenIn(json, "transport") || yenIn(json, "lodging");
    const qint64 difference = costs ? differenceOf(json) : 0;
    proposed.insert(u"amount"_s, yenOrNothing(difference));
    proposed.insert(u"returned"_s, yenOrNothing(-difference));
    return proposed;
}

std::vector<Posting> TravelSettlementForm::postings(const QJsonObject &json, StaffId drafter,
                                                    const Parameters &parameters) const
{
    const auto trip = tripIn(json);
    std::vector<Posting> postings = trip ? dayPostings(kTravelSettled, *trip, drafter) : std::vector<Posting>();
    if (const auto advance = yenIn(json, "advance"); trip && advance)
        postings.push_back({kAdvanceSettled, staffAccount(drafter), trip->from, *advance});
    const BudgetLine *line = lineIn(json, "budget_line", parameters);
    const auto day = Fields(json).day("payment_on");
    if (!line || !day || !isPlausible(*day))
        return postings;
    if (const auto amount = yenIn(json, "amount"))
        postings.push_back({u"budget.payment"_s, line->account(), *day, *amount});
    const auto order = paidOrderIn(json);
    if (!order)
        return postings;
    postings.push_back({u"payment.settled"_s, commitmentAccount(order->id), *day, order->amount});
    if (const auto returned = yenIn(json, "returned"); returned && !yenIn(json, "amount")) {
        postings.push_back({u"payment.returned"_s, commitmentAccount(order->id), *day, *returned});
        postings.push_back({u"budget.refund"_s, accountOfLine(order->line), *day, *returned});
    }
    return postings;
}

std::vector<Insight> TravelSettlementForm::insights(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Insight> insights;
    Insight cost;
    cost.text = fill({u"旅費 %1、概算払 %2：%3"_s, u"Cost %1, paid beforehand %2: %3"_s},
                     {yenText(totalOf(json)), yenText(yenOr0(json, "advance")), differenceText(differenceOf(json))});
    insights.push_back(std::move(cost));
    if (const auto amount = yenIn(json, "amount")) {
        if (auto line = lineInsight(*amount, context))
            insights.push_back(*std::move(line));
    }
    if (!json.value(u"payee"_s).toObject().isEmpty() && !paysTraveller(json, context)) {
        Insight payee;
        payee.text = paysSomebodyElse();
        payee.remarkable = true;
        insights.push_back(std::move(payee));
    }
    const auto trip = tripIn(json);
    if (!trip)
        return insights;
    if (const qint64 due = advanceDue(*trip, context); due != yenOr0(json, "advance")) {
        Insight advance;
        advance.text =
            fill({u"概算払の額が旅行命令（%1）と一致しません"_s, u"Not what the orders paid beforehand (%1)"_s},
                 {yenText(due)});
        advance.remarkable = true;
        advance.tone = Finding::Severity::Error;
        insights.push_back(std::move(advance));
    }
    if (auto lodging = lodgingInsight(json, nightsIn(json), trip->from, Numbers(context.parameters)))
        insights.push_back(*std::move(lodging));
    return insights;
}

} // namespace kessai
