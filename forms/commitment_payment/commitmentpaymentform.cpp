// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/commitment_payment/commitmentpaymentform.h"

#include "forms/support/fields.h"
#include "forms/support/shipped.h"
#include "forms/support/voucher.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// From what amount on a line of the budget is committed before the contract (class A; domain.md 5.3); none where it never is.
std::optional<qint64> committedFirst(const QJsonObject &json, const Parameters &parameters)
{
    const BudgetLine *line = lineIn(json, "budget_line", parameters);
    const auto day = Fields(json).day("committed_on");
    return line && day ? Numbers(parameters).find(u"commitment.first_yen."_s + line->item, *day) : std::nullopt;
}

/// Whether what is bought of a line is inspected before it is paid (234条の2). Deliveries of a unit-price contract are counted up by the month.
bool isInspected(const QJsonObject &json, const Parameters &parameters)
{
    const BudgetLine *line = lineIn(json, "budget_line", parameters);
    const auto day = Fields(json).day("committed_on");
    return line && day && !Fields(json).flag("unit_price")
        && Numbers(parameters).find(u"inspection.asked."_s + line->item, *day).value_or(0) != 0;
}

} // namespace

const std::vector<FormDefinition> &CommitmentPaymentForm::definitions() const
{
    static const std::vector<FormDefinition> definitions{
        shippedDefinition(u":/kessai/forms/commitment_payment/commitment_payment.json"_s, 1)};
    return definitions;
}

QJsonObject CommitmentPaymentForm::defaultRule() const
{
    return shippedObject(u":/kessai/forms/commitment_payment/commitment_payment_rule.json"_s);
}

QString CommitmentPaymentForm::title(const QJsonObject &json, const Parameters &) const
{
    const QString subject = Fields(json).prose("subject").simplified();
    return subject.isEmpty() ? u"支出負担行為兼支出命令"_s : subject;
}

std::optional<Yen> CommitmentPaymentForm::amount(const QJsonObject &json) const
{
    const auto amount = yenIn(json, "amount");
    return amount ? std::optional(Yen(*amount)) : std::nullopt;
}

std::optional<QDate> CommitmentPaymentForm::paymentTerm(const QJsonObject &json, const Parameters &parameters) const
{
    const Numbers numbers(parameters);
    return paymentTermEnd(json, numbers);
}

QHash<QString, Bilingual> CommitmentPaymentForm::computed(const QJsonObject &json, const FormContext &context) const
{
    return voucherTexts(json, context.parameters);
}

QJsonObject CommitmentPaymentForm::facts(const QJsonObject &json, const Parameters &parameters) const
{
    return commitmentFacts(u"commitment-payment"_s, json, "budget_line", "amount", parameters);
}

std::vector<LedgerQuery> CommitmentPaymentForm::questions(const QJsonObject &json, StaffId,
                                                          const Parameters &parameters) const
{
    const BudgetLine *line = lineIn(json, "budget_line", parameters);
    const auto day = Fields(json).day("committed_on");
    return line && day && isPlausible(*day) ? lineQuestions(line->account(), *day) : std::vector<LedgerQuery>();
}

std::vector<Finding> CommitmentPaymentForm::check(const QJsonObject &json, const FormContext &context) const
{
    const Fields fields(json);
    const auto day = fields.day("committed_on");
    const BudgetLine *line = lineIn(json, "budget_line", context.parameters);
    std::vector<Finding> findings = lineFindings(json, "budget_line", "amount", day, "committed_on", context);
    if (auto other = chargeFinding(json, "budget_line", context))
        findings.push_back(*std::move(other));
    const VoucherBasis basis{.year = yearOfLine(fields.code("budget_line")),
                             .item = line ? line->item : QString(),
                             .inspected = isInspected(json, context.parameters)};
    for (Finding &finding : voucherFindings(json, basis, context))
        findings.push_back(std::move(finding));
    // What is committed when the contract is made is not committed after delivery (事後伺; domain.md 5.3 class A).
    const auto amount = yenIn(json, "amount");
    if (const auto from = committedFirst(json, context.parameters);
        line && amount && from && *amount >= *from && !fields.flag("unit_price")) {
        findings.push_back(errorOn("budget_line",
                                   fill({u"%1は、契約の前に支出負担行為伺が必要です。兼命令では払えません。"_s,
                                         u"%1 needs a commitment before the contract; it cannot be paid this way."_s},
                                        {same(line->name(BudgetLevel::Section))}),
                                   u"財務規則 別表（支出負担行為の整理区分）"_s));
    }
    return findings;
}

std::vector<Posting> CommitmentPaymentForm::postings(const QJsonObject &json, StaffId,
                                                     const Parameters &parameters) const
{
    return linePostings(u"budget.payment"_s, json, "payment_on", parameters);
}

std::vector<Insight> CommitmentPaymentForm::insights(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Insight> insights;
    if (const auto amount = yenIn(json, "amount")) {
        if (auto line = lineInsight(*amount, context))
            insights.push_back(*std::move(line));
    }
    // A tick by which the drafter leaves out the commitment before the contract is one to look at.
    const auto from = committedFirst(json, context.parameters);
    const auto amount = yenIn(json, "amount");
    if (Fields(json).flag("unit_price") && from && amount && *amount >= *from) {
        Insight unit;
        unit.text =
            fill({u"単価契約（%1）による請求として、事前の支出負担行為伺を省いています。契約を確かめてください"_s,
                  u"No commitment went before it, being under the unit-price contract %1: please check that"_s},
                 {same(Fields(json).prose("unit_contract"))});
        unit.remarkable = true;
        insights.push_back(std::move(unit));
    }
    for (Insight &insight : voucherInsights(json, context))
        insights.push_back(std::move(insight));
    return insights;
}

} // namespace kessai
