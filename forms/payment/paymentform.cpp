// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/payment/paymentform.h"

#include "forms/support/fields.h"
#include "forms/support/shipped.h"
#include "forms/support/voucher.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Whether the payee is not the one the commitment is with; a commitment may be with nobody yet (入札).
bool paysAnother(const QJsonObject &json)
{
    const auto commitment = commitmentIn(json);
    const QString payee = json.value(u"payee"_s).toObject().value(u"code"_s).toString();
    return commitment && !commitment->payee.isEmpty() && !payee.isEmpty() && payee != commitment->payee;
}

} // namespace

const std::vector<FormDefinition> &PaymentForm::definitions() const
{
    static const std::vector<FormDefinition> definitions{
        shippedDefinition(u":/kessai/forms/payment/payment.json"_s, 1)};
    return definitions;
}

QJsonObject PaymentForm::defaultRule() const
{
    return shippedObject(u":/kessai/forms/payment/payment_rule.json"_s);
}

QString PaymentForm::title(const QJsonObject &json, const Parameters &) const
{
    const auto commitment = commitmentIn(json);
    return commitment ? titled(u"支出命令"_s, {commitment->number, commitment->title.simplified()}) : u"支出命令"_s;
}

std::optional<Yen> PaymentForm::amount(const QJsonObject &json) const
{
    const auto amount = yenIn(json, "amount");
    return amount ? std::optional(Yen(*amount)) : std::nullopt;
}

std::optional<QDate> PaymentForm::paymentTerm(const QJsonObject &json, const Parameters &parameters) const
{
    const Numbers numbers(parameters);
    return paymentTermEnd(json, numbers);
}

QHash<QString, Bilingual> PaymentForm::computed(const QJsonObject &json, const FormContext &context) const
{
    QHash<QString, Bilingual> texts = voucherTexts(json, context.parameters);
    // Whoever reads a case later, or on paper, finds what is left in the commitment itself.
    const auto left = leftBy(context, kCommitmentBalance);
    const auto amount = yenIn(json, "amount");
    if (!json.contains(u"commitment"_s))
        texts.insert(u"remaining"_s, {u"支出負担行為を選ぶと表示します"_s, u"Shown once a commitment is chosen"_s});
    else if (left) {
        texts.insert(u"remaining"_s,
                     amount ? fill({u"%1 → %2"_s, u"%1 → %2"_s}, {yenText(*left), yenText(*left - *amount)})
                            : yenText(*left));
    }
    return texts;
}

QJsonObject PaymentForm::facts(const QJsonObject &json, const Parameters &) const
{
    QJsonObject facts{{u"act"_s, u"payment"_s}, {u"item"_s, QString()}};
    if (const auto amount = yenIn(json, "amount"))
        facts.insert(u"amount"_s, *amount);
    return facts;
}

std::vector<LedgerQuery> PaymentForm::questions(const QJsonObject &json, StaffId, const Parameters &) const
{
    const auto commitment = commitmentIn(json);
    const auto day = Fields(json).day("payment_on");
    if (!commitment)
        return {};
    return commitmentQuestions(commitment->id,
                               day && isPlausible(*day) ? *day : daysOf(*yearOfLine(commitment->line)).last);
}

std::vector<Finding> PaymentForm::check(const QJsonObject &json, const FormContext &context) const
{
    const auto commitment = commitmentIn(json);
    const BudgetLine *line = commitment ? context.parameters.budget().find(commitment->line) : nullptr;
    const VoucherBasis basis{.year = commitment ? yearOfLine(commitment->line) : std::nullopt,
                             .item = line ? line->item : QString(),
                             .inspected = true};
    std::vector<Finding> findings = voucherFindings(json, basis, context);
    const Staff *drafter = commitment ? context.office.staffByNumber(commitment->drafter) : nullptr;
    const auto inspected = Fields(json).day("inspected_on");
    if (drafter && Fields(json).code("inspector") == drafter->number && inspected
        && Numbers(context.parameters).flag("inspection.apart", *inspected)) {
        findings.push_back(errorOn("inspector",
                                   {u"検収者は、支出負担行為の起票者とも別の職員にしてください。"_s,
                                    u"Whoever drafted the commitment does not inspect what came of it."_s},
                                   u"契約規則（検査員）"_s));
    }
    if (paysAnother(json) && !Fields(json).flag("proxy")) {
        findings.push_back(
            errorOn("payee",
                    {u"支出負担行為の相手方と異なります。受領を委任された人に払うときは、委任状を添付してください。"_s,
                     u"The commitment is with somebody else. Attach the proxy if another may receive the money."_s},
                    u"地方自治法第232条の5第1項; 財務規則（受領委任）"_s));
    }
    const auto amount = yenIn(json, "amount");
    const auto left = leftBy(context, kCommitmentBalance);
    if (!amount || !left)
        return findings;
    if (*amount > *left) {
        findings.push_back(
            errorOn("amount",
                    fill({u"負担行為の残額（%1）を%2超えます。"_s, u"%2 more than is left of the commitment (%1)."_s},
                         {yenText(*left), yenText(*amount - *left)}),
                    u"地方自治法第232条の4第2項"_s));
    } else if (Fields(json).code("instalment") == u"once"_s && *amount < *left) {
        findings.push_back(warningOn(
            "instalment",
            fill({u"払った後に%1残ります。一部の支払ではありませんか。"_s, u"%1 is left after it. Is it not a part?"_s},
                 {yenText(*left - *amount)})));
    } else if (Fields(json).code("instalment") == u"last"_s && *amount < *left) {
        findings.push_back(warningOn(
            "instalment",
            fill({u"払った後に%1残ります。残りは支出負担行為変更伺で減額してください（それまで未払いに残ります）。"_s,
                  u"%1 is left after it. Lower the commitment by that, or it stays among what is unpaid."_s},
                 {yenText(*left - *amount)}),
            u"財務規則（支出負担行為の変更）"_s));
    }
    return findings;
}

/// What is left of the commitment is what most payments are of.
QJsonObject PaymentForm::proposal(const QJsonObject &, const FormContext &context) const
{
    const auto left = leftBy(context, kCommitmentBalance);
    return left && *left > 0 ? QJsonObject{{u"amount"_s, *left}} : QJsonObject();
}

std::vector<Posting> PaymentForm::postings(const QJsonObject &json, StaffId, const Parameters &) const
{
    const auto commitment = commitmentIn(json);
    const auto amount = yenIn(json, "amount");
    const auto day = Fields(json).day("payment_on");
    if (!commitment || !amount || !day || !isPlausible(*day))
        return {};
    return {{u"commitment.paid"_s, commitmentAccount(commitment->id), *day, *amount}};
}

std::vector<Insight> PaymentForm::insights(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Insight> insights;
    const auto amount = yenIn(json, "amount");
    const auto left = leftBy(context, kCommitmentBalance);
    const auto whole = leftBy(context, kCommitmentAmount);
    if (amount && left && whole) {
        Insight paid;
        paid.text =
            fill({u"負担行為の残額 %1 → 今回 %2 → 差引 %3"_s, u"Left of the commitment %1 → this %2 → then %3"_s},
                 {yenText(*left), yenText(*amount), yenText(*left - *amount)});
        paid.used = *whole - *left;
        paid.added = *amount;
        paid.limit = *whole;
        paid.limitText = fill({u"負担行為額 %1"_s, u"%1 committed"_s}, {yenText(*whole)});
        paid.remarkable = *amount > *left;
        paid.tone = Finding::Severity::Error;
        insights.push_back(std::move(paid));
    }
    if (paysAnother(json)) {
        Insight other;
        other.text = Fields(json).flag("proxy")
            ? Bilingual{u"支払先が支出負担行為の相手方と異なります。委任状を確かめてください"_s,
                        u"Pays somebody else than the commitment is with: please check the proxy"_s}
            : Bilingual{u"支払先が支出負担行為の相手方と異なり、委任状もありません"_s,
                        u"Pays somebody else than the commitment is with, and without a proxy"_s};
        other.remarkable = true;
        other.tone = Finding::Severity::Error;
        insights.push_back(std::move(other));
    }
    if (const auto commitment = commitmentIn(json); commitment && commitment->payee.isEmpty()) {
        Insight nobody;
        nobody.text = {u"支出負担行為に相手方（落札者）の記載がありません。契約書・契約締結伺で確かめてください"_s,
                       u"The commitment names nobody to be paid: please check by the contract"_s};
        nobody.remarkable = true;
        nobody.tone = Finding::Severity::Error;
        insights.push_back(std::move(nobody));
    }
    for (Insight &insight : voucherInsights(json, context))
        insights.push_back(std::move(insight));
    return insights;
}

} // namespace kessai
