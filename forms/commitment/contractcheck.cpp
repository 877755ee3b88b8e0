// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/commitment/contractcheck.h"

#include "core/accounting/contractrules.h"
#include "core/base/textfold.h"
#include "forms/support/accounting.h"
#include "forms/support/fields.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostQuotations = 5;

std::optional<ContractMethod> methodOf(const QString &code)
{
    if (code == u"open"_s)
        return ContractMethod::OpenBid;
    if (code == u"designated"_s)
        return ContractMethod::DesignatedBid;
    if (code == u"small"_s)
        return ContractMethod::Small;
    if (code == u"reasoned"_s)
        return ContractMethod::Reasoned;
    return std::nullopt;
}

struct Quotation {
    int no;
    QString by;
    std::optional<qint64> yen;
};

/// What was typed of quotations; half of one is one, so that the other half is asked for.
std::vector<Quotation> quotationsIn(const QJsonObject &json)
{
    std::vector<Quotation> quotations;
    for (int no = 1; no <= kMostQuotations; ++no) {
        const QByteArray key = QByteArrayLiteral("quote") + QByteArray::number(no);
        const QByteArray by = key + QByteArrayLiteral("_by");
        Quotation one{no, Fields(json).prose(by.constData()), yenIn(json, key.constData())};
        if (!one.by.isEmpty() || one.yen)
            quotations.push_back(std::move(one));
    }
    return quotations;
}

std::vector<Finding> quotationFindings(const QJsonObject &json, qint64 amount, int needed)
{
    const QString source = u"契約規則 第23条（見積書の徴取）"_s;
    std::vector<Finding> findings;
    const std::vector<Quotation> quotations = quotationsIn(json);
    for (const Quotation &one : quotations) {
        const QByteArray key = QByteArrayLiteral("quote") + QByteArray::number(one.no);
        if (one.by.isEmpty()) {
            findings.push_back(errorOn(QByteArray(key + QByteArrayLiteral("_by")).constData(),
                                       {u"見積者の名称を書いてください。"_s, u"Say who made the quotation."_s},
                                       source));
        } else if (!one.yen) {
            findings.push_back(errorOn(
                key.constData(), {u"見積額を書いてください。"_s, u"Give the amount of the quotation."_s}, source));
        }
    }
    if (int(quotations.size()) < needed) {
        findings.push_back(errorOn(
            QByteArray(QByteArrayLiteral("quote") + QByteArray::number(quotations.size() + 1) + "_by").constData(),
            fill({u"この契約には%1者以上の見積りが必要です。"_s, u"This contract needs %1 quotations or more."_s},
                 {same(QString::number(needed))}),
            source));
        return findings;
    }
    const bool cheaper = std::any_of(quotations.begin(), quotations.end(),
                                     [amount](const Quotation &one) { return one.yen && *one.yen < amount; });
    if (cheaper) {
        findings.push_back(warningOn("amount",
                                     {u"最も安い見積りより高い額になっています。理由を書いてください。"_s,
                                      u"There is a lower quotation than the amount. Please give the reason."_s},
                                     source));
    }
    return findings;
}

/// Whoever gets the contract is one of those who made a quotation, if anybody did.
std::optional<Finding> strangerFinding(const QJsonObject &json)
{
    const QString name = foldText(json.value(u"payee"_s).toObject().value(u"name"_s).toString());
    const std::vector<Quotation> quotations = quotationsIn(json);
    const bool quoted = std::any_of(quotations.begin(), quotations.end(), [&name](const Quotation &one) {
        const QString by = foldText(one.by);
        return by.isEmpty() || name.contains(by) || by.contains(name);
    });
    if (name.isEmpty() || quotations.empty() || quoted)
        return std::nullopt;
    return warningOn("payee",
                     {u"相手方の見積りがありません。見積者か相手方を確かめてください。"_s,
                      u"There is no quotation of the other side. Please check both."_s},
                     u"契約規則 第23条（見積書の徴取）"_s);
}

} // namespace

std::optional<bool> contractAsked(const QJsonObject &json, const Parameters &parameters)
{
    const BudgetLine *line = lineIn(json, "budget_line", parameters);
    const auto day = Fields(json).day("committed_on");
    const auto asked =
        line && day ? Numbers(parameters).find(u"contract.asked."_s + line->item, *day) : std::optional<qint64>();
    return asked ? std::optional(*asked != 0) : std::nullopt;
}

std::vector<Finding> contractFindings(const QJsonObject &json, const FormContext &context)
{
    const Fields fields(json);
    const Numbers numbers(context.parameters);
    const QString kind = fields.code("contract_kind");
    std::vector<Finding> findings;
    const auto method = methodOf(fields.code("method"));
    const auto amount = yenIn(json, "amount");
    const bool bidding = method == ContractMethod::OpenBid || method == ContractMethod::DesignatedBid;
    const bool contracts = kind != u"none"_s;
    // Whoever wins a bid is not known before; everybody else is.
    if (json.value(u"payee"_s).toObject().isEmpty() && !kind.isEmpty() && (!contracts || (method && !bidding))) {
        findings.push_back(errorOn("payee", {u"相手方（債権者）を選んでください。"_s, u"Choose the other side."_s}));
    }
    if (!contracts && contractAsked(json, context.parameters).value_or(false)) {
        findings.push_back(errorOn("contract_kind",
                                   {u"この節は契約により支出します。契約の種類を選んでください。"_s,
                                    u"What is spent here is spent by contract. Choose what it is about."_s},
                                   u"契約規則; 財務規則 別表（支出負担行為の整理区分）"_s));
    }
    const auto day = fields.day("committed_on");
    if (!contracts || !method || !amount || !day)
        return findings;
    const auto limits = contractLimits(kind, *day, numbers);
    if (!limits)
        return findings;
    const Yen estimate(yenIn(json, "estimate").value_or(*amount));
    if (estimate < Yen(*amount)) {
        findings.push_back(errorOn("amount",
                                   {u"負担行為額が予定価格を超えています。"_s, u"The amount is beyond the estimate."_s},
                                   u"契約規則（予定価格）"_s));
    }
    if (*method == ContractMethod::Small && !mayBeSmall(estimate, *limits)) {
        findings.push_back(errorOn(
            "method",
            fill(
                {u"%1を超えるため、1号の随意契約にはできません。入札か、2号〜9号の理由が必要です。"_s,
                 u"Beyond %1 a contract is not negotiated for its amount: bidding, or a reason of items 2 to 9, is needed."_s},
                {yenText(limits->small.amount())}),
            u"地方自治法施行令第167条の2第1項第1号; 契約規則 第22条"_s));
        return findings;
    }
    for (Finding &finding : quotationFindings(json, *amount, quotationsNeeded(estimate, *method, *limits)))
        findings.push_back(std::move(finding));
    if (auto stranger = strangerFinding(json))
        findings.push_back(*std::move(stranger));
    if (fields.code("paper") == u"omitted"_s && !mayBeSmall(estimate, *limits)) {
        findings.push_back(warningOn("paper",
                                     {u"少額の契約ではありません。契約書を省略してよいか確かめてください。"_s,
                                      u"This is no small contract. Please check whether the paper may be left out."_s},
                                     u"契約規則（契約書の省略）"_s));
    }
    if (const auto until = fields.day("term_until"); until && *until < *day) {
        findings.push_back(errorOn("term_until",
                                   {u"納期・履行期限は負担行為の日以後にしてください。"_s,
                                    u"What is to be done by lies before the day of the contract."_s}));
    }
    return findings;
}

} // namespace kessai
