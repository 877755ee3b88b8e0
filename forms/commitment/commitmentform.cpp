// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/commitment/commitmentform.h"

#include "forms/commitment/contractcheck.h"
#include "forms/support/accounting.h"
#include "forms/support/fields.h"
#include "forms/support/shipped.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

const std::vector<FormDefinition> &CommitmentForm::definitions() const
{
    static const std::vector<FormDefinition> definitions{
        shippedDefinition(u":/kessai/forms/commitment/commitment.json"_s, 1)};
    return definitions;
}

QJsonObject CommitmentForm::defaultRule() const
{
    return shippedObject(u":/kessai/forms/commitment/commitment_rule.json"_s);
}

QString CommitmentForm::title(const QJsonObject &json, const Parameters &) const
{
    const QString subject = Fields(json).prose("subject").simplified();
    return subject.isEmpty() ? u"支出負担行為伺"_s : subject;
}

std::optional<Yen> CommitmentForm::amount(const QJsonObject &json) const
{
    const auto amount = yenIn(json, "amount");
    return amount ? std::optional(Yen(*amount)) : std::nullopt;
}

QJsonObject CommitmentForm::facts(const QJsonObject &json, const Parameters &parameters) const
{
    return commitmentFacts(u"commitment"_s, json, "budget_line", "amount", parameters);
}

std::vector<LedgerQuery> CommitmentForm::questions(const QJsonObject &json, StaffId, const Parameters &parameters) const
{
    const BudgetLine *line = lineIn(json, "budget_line", parameters);
    const auto day = Fields(json).day("committed_on");
    return line && day && isPlausible(*day) ? lineQuestions(line->account(), *day) : std::vector<LedgerQuery>();
}

std::vector<Finding> CommitmentForm::check(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Finding> findings = zeroFindings(json, {"amount"});
    for (Finding &finding :
         lineFindings(json, "budget_line", "amount", Fields(json).day("committed_on"), "committed_on", context))
        findings.push_back(std::move(finding));
    if (const auto year = yearOfLine(Fields(json).code("budget_line"))) {
        if (auto over = overFinding(*year, "committed_on", context))
            findings.push_back(*std::move(over));
    }
    for (Finding &finding : contractFindings(json, context))
        findings.push_back(std::move(finding));
    for (Finding &finding : payeeFindings(json))
        findings.push_back(std::move(finding));
    const auto tax = yenIn(json, "tax");
    const auto amount = yenIn(json, "amount");
    if (tax && amount && *tax >= *amount) {
        findings.push_back(
            errorOn("tax", {u"消費税が負担行為額以上になっています。"_s, u"The tax is not less than the amount."_s}));
    }
    return findings;
}

std::vector<Posting> CommitmentForm::postings(const QJsonObject &json, StaffId, const Parameters &parameters) const
{
    return linePostings(u"budget.commitment"_s, json, "committed_on", parameters);
}

std::vector<Insight> CommitmentForm::insights(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Insight> insights;
    const auto amount = yenIn(json, "amount");
    if (!amount)
        return insights;
    if (auto line = lineInsight(*amount, context))
        insights.push_back(*std::move(line));
    if (Fields(json).code("method") == u"reasoned"_s) {
        Insight reasoned;
        reasoned.text = fill(
            {u"随意契約（%1号）。理由を確かめてください"_s, u"Negotiated for a reason (item %1): please check it"_s},
            {same(Fields(json).code("method_ground"))});
        reasoned.remarkable = true;
        insights.push_back(std::move(reasoned));
    }
    return insights;
}

} // namespace kessai
