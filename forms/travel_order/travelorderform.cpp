// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/travel_order/travelorderform.h"

#include "core/accounting/proofs.h"
#include "forms/support/accounting.h"
#include "forms/support/fields.h"
#include "forms/support/travel.h"
#include "forms/support/voucher.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString kAbsence = u"absence.minutes"_s;

bool funded(const QJsonObject &json)
{
    return Fields(json).code("funded") == u"city"_s;
}

/// What the city is expected to pay: transport, lodging and 宿泊手当.
qint64 costOf(const QJsonObject &json, const Parameters &parameters)
{
    const auto trip = tripIn(json);
    if (!funded(json))
        return 0;
    const qint64 allowance = trip ? nightAllowance(trip->nights(), trip->from, Numbers(parameters)).amount() : 0;
    return yenIn(json, "transport").value_or(0) + yenIn(json, "lodging").value_or(0) + allowance;
}

/// What the traveller gets before they leave (概算払).
std::optional<qint64> advanceOf(const QJsonObject &json)
{
    return funded(json) && Fields(json).flag("advance") ? yenIn(json, "advance_amount") : std::nullopt;
}

} // namespace

TravelOrderForm::TravelOrderForm() : ShippedForm(u"travel_order"_s) {}

QString TravelOrderForm::title(const QJsonObject &json, const Parameters &) const
{
    const auto trip = tripIn(json);
    QStringList parts;
    if (trip) {
        parts.append(trip->days() == 1 ? titleDay(trip->from)
                                       : QString(titleDay(trip->from) + u"〜"_s + titleDay(trip->until)));
    }
    if (const QString where = Fields(json).prose("destination").simplified(); !where.isEmpty())
        parts.append(where);
    return titled(u"旅行命令"_s, parts.isEmpty() ? parts : QStringList{parts.join(u' ')});
}

/// Without 宿泊手当, which follows from the parameters: what somebody wrote down.
std::optional<Yen> TravelOrderForm::amount(const QJsonObject &json) const
{
    const qint64 written = yenIn(json, "transport").value_or(0) + yenIn(json, "lodging").value_or(0);
    return funded(json) && written > 0 ? std::optional(Yen(written)) : std::nullopt;
}

QHash<QString, Bilingual> TravelOrderForm::computed(const QJsonObject &json, const FormContext &context) const
{
    const auto trip = tripIn(json);
    const Bilingual nothing = same(u"—"_s);
    if (!trip)
        return {{u"days"_s, nothing}, {u"allowance"_s, nothing}, {u"estimate"_s, nothing}};
    const Bilingual days = fill(trip->nights() > 0 ? Bilingual{u"%1泊%2日"_s, u"%2 days, %1 nights"_s}
                                                   : Bilingual{u"日帰り"_s, u"One day"_s},
                                {same(QString::number(trip->nights())), same(QString::number(trip->days()))});
    return {{u"days"_s, days},
            {u"allowance"_s,
             funded(json) ? yenText(nightAllowance(trip->nights(), trip->from, Numbers(context.parameters)).amount())
                          : nothing},
            {u"estimate"_s, yenText(costOf(json, context.parameters))}};
}

QJsonObject TravelOrderForm::facts(const QJsonObject &json, const Parameters &parameters) const
{
    return {{u"cost"_s, costOf(json, parameters)}};
}

std::vector<LedgerQuery> TravelOrderForm::questions(const QJsonObject &json, StaffId drafter,
                                                    const Parameters &parameters) const
{
    const auto trip = tripIn(json);
    if (!trip)
        return {};
    const QString account = staffAccount(drafter);
    std::vector<LedgerQuery> questions{{kTravelOrdered, kTravelOrdered, account, trip->from, trip->until, true},
                                       {kAbsence, kAbsence, account, trip->from, trip->until, true}};
    if (const BudgetLine *line = funded(json) ? lineIn(json, "budget_line", parameters) : nullptr) {
        for (LedgerQuery &question : lineQuestions(line->account(), trip->from))
            questions.push_back(std::move(question));
    }
    return questions;
}

std::vector<Finding> TravelOrderForm::check(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Finding> findings = tripFindings(json);
    const auto trip = tripIn(json);
    if (!trip)
        return findings;
    const Numbers numbers(context.parameters);
    if (trip->from < context.today) {
        findings.push_back(warningOn("from",
                                     {u"旅行命令は出発の前に受けます。事後になる理由を書いてください。"_s,
                                      u"A trip is ordered before it begins. Please say why it was not."_s},
                                     u"旅費条例（旅行命令）"_s));
    }
    const auto onTheWay = [&](const QString &ledger) -> std::optional<QDate> {
        for (const LedgerEntry &entry : context.answer(ledger).entries) {
            if (entry.day >= trip->from && entry.day <= trip->until && entry.amount > 0)
                return entry.day;
        }
        return std::nullopt;
    };
    if (onTheWay(kTravelOrdered)) {
        findings.push_back(warningOn(
            "from",
            {u"この期間には、ほかの旅行命令があります。"_s, u"There is another order to travel in these days."_s}));
    }
    if (const auto leave = onTheWay(kAbsence)) {
        findings.push_back(warningOn(
            "from",
            fill({u"%1は休暇を取っています（申請中を含む）。"_s, u"There is leave on %1, or a request for it."_s},
                 {dayText(*leave)})));
    }
    if (!funded(json))
        return findings;
    for (Finding &finding : travelLineFindings(json, context.parameters))
        findings.push_back(std::move(finding));
    for (Finding &finding :
         lineFindings(json, "budget_line", "transport", costOf(json, context.parameters), trip->from, "from", context))
        findings.push_back(std::move(finding));
    for (Finding &finding : lodgingFindings(json, trip->nights(), trip->from, numbers))
        findings.push_back(std::move(finding));
    const auto advance = advanceOf(json);
    if (const qint64 cost = costOf(json, context.parameters); advance && *advance > cost) {
        findings.push_back(errorOn("advance_amount",
                                   fill({u"旅費の見込み（%1）より多くは受けられません。"_s,
                                         u"No more is paid beforehand than it will cost (%1)."_s},
                                        {yenText(cost)}),
                                   u"地方自治法施行令第162条（概算払）"_s));
    }
    if (advance) {
        for (Finding &finding : paymentDayFindings(json, yearOfLine(Fields(json).code("budget_line")), context))
            findings.push_back(std::move(finding));
        if (const auto day = Fields(json).day("payment_on"); day && *day > trip->from) {
            findings.push_back(
                warningOn("payment_on",
                          {u"概算払の支払が出発の後になります。"_s, u"It would be paid after the trip has begun."_s}));
        }
        if (!mayPayTo(json.value(u"payee"_s).toObject().value(u"holderDiffers"_s).toBool(), false)) {
            findings.push_back(errorOn("payee",
                                       {u"口座名義が債権者と異なります。旅費は旅行者本人の口座に支払います。"_s,
                                        u"The account is another person's. Travel is paid to the traveller's own."_s},
                                       u"地方自治法第232条の5第1項"_s));
        }
    }
    return findings;
}

std::vector<Posting> TravelOrderForm::postings(const QJsonObject &json, StaffId drafter,
                                               const Parameters &parameters) const
{
    const auto trip = tripIn(json);
    if (!trip)
        return {};
    std::vector<Posting> postings = dayPostings(kTravelOrdered, *trip, drafter);
    const auto advance = advanceOf(json);
    if (advance)
        postings.push_back({kAdvanceOrdered, staffAccount(drafter), trip->from, *advance});
    const BudgetLine *line = lineIn(json, "budget_line", parameters);
    const auto day = Fields(json).day("payment_on");
    if (advance && line && day && isPlausible(*day))
        postings.push_back({u"budget.payment"_s, line->account(), *day, *advance});
    return postings;
}

std::vector<Insight> TravelOrderForm::insights(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Insight> insights;
    const auto trip = tripIn(json);
    if (!trip || !funded(json))
        return insights;
    if (auto line = lineInsight(costOf(json, context.parameters), context))
        insights.push_back(*std::move(line));
    if (auto lodging = lodgingInsight(json, trip->nights(), trip->from, Numbers(context.parameters)))
        insights.push_back(*std::move(lodging));
    return insights;
}

} // namespace kessai
