// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/budget_transfer/budgettransferform.h"

#include "forms/support/accounting.h"
#include "forms/support/fields.h"
#include "forms/support/shipped.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The code of a line down to a level: "01-02" is its 款.
QString codeDownTo(const BudgetLine &line, BudgetLevel level)
{
    return line.code.section(u'-', 0, int(level));
}

} // namespace

const std::vector<FormDefinition> &BudgetTransferForm::definitions() const
{
    static const std::vector<FormDefinition> definitions{
        shippedDefinition(u":/kessai/forms/budget_transfer/budget_transfer.json"_s, 1)};
    return definitions;
}

QJsonObject BudgetTransferForm::defaultRule() const
{
    return shippedObject(u":/kessai/forms/budget_transfer/budget_transfer_rule.json"_s);
}

QString BudgetTransferForm::title(const QJsonObject &json, const Parameters &parameters) const
{
    const BudgetLine *from = lineIn(json, "from_line", parameters);
    const BudgetLine *to = lineIn(json, "to_line", parameters);
    if (!from || !to)
        return u"予算の流用"_s;
    return titled(u"予算の流用"_s, {from->label() + u" → "_s + to->label()});
}

std::optional<Yen> BudgetTransferForm::amount(const QJsonObject &json) const
{
    const auto amount = yenIn(json, "amount");
    return amount ? std::optional(Yen(*amount)) : std::nullopt;
}

QJsonObject BudgetTransferForm::facts(const QJsonObject &json, const Parameters &) const
{
    QJsonObject facts{{u"act"_s, u"transfer"_s}, {u"item"_s, QString()}};
    if (const auto amount = yenIn(json, "amount"))
        facts.insert(u"amount"_s, *amount);
    return facts;
}

std::vector<LedgerQuery> BudgetTransferForm::questions(const QJsonObject &json, StaffId,
                                                       const Parameters &parameters) const
{
    const BudgetLine *from = lineIn(json, "from_line", parameters);
    const auto day = Fields(json).day("moved_on");
    return from && day && isPlausible(*day) ? lineQuestions(from->account(), *day) : std::vector<LedgerQuery>();
}

std::vector<Finding> BudgetTransferForm::check(const QJsonObject &json, const FormContext &context) const
{
    const auto day = Fields(json).day("moved_on");
    std::vector<Finding> findings = zeroFindings(json, {"amount"});
    if (auto other = chargeFinding(json, "from_line", context))
        findings.push_back(*std::move(other));
    for (Finding &finding : lineFindings(json, "from_line", "amount", day, "moved_on", context))
        findings.push_back(std::move(finding));
    if (const auto year = yearOfLine(Fields(json).code("from_line"))) {
        if (auto over = overFinding(*year, "moved_on", context))
            findings.push_back(*std::move(over));
    }
    const BudgetLine *from = lineIn(json, "from_line", context.parameters);
    const BudgetLine *to = lineIn(json, "to_line", context.parameters);
    if (!from || !to || !day) {
        if (from && !to && yearOfLine(Fields(json).code("to_line"))) {
            findings.push_back(errorOn("to_line",
                                       {u"この予算科目は予算書にありません。選び直してください。"_s,
                                        u"There is no such line of the budget. Please choose again."_s}));
        }
        return findings;
    }
    const Numbers numbers(context.parameters);
    if (from->key() == to->key()) {
        findings.push_back(errorOn("to_line", {u"流用元と同じ科目です。"_s, u"That is the line it comes from."_s}));
    } else if (from->year != to->year) {
        findings.push_back(errorOn(
            "to_line", {u"年度の異なる科目へは流用できません。"_s, u"Nothing is transferred to another fiscal year."_s},
            u"地方自治法第208条第2項"_s));
    } else if (codeDownTo(*from, BudgetLevel::Chapter) != codeDownTo(*to, BudgetLevel::Chapter)) {
        findings.push_back(
            errorOn("to_line", {u"款の間の流用はできません。"_s, u"Nothing is transferred between chapters (款)."_s},
                    u"地方自治法第220条第2項"_s));
    } else if (codeDownTo(*from, BudgetLevel::Part) != codeDownTo(*to, BudgetLevel::Part)
               && !numbers.flag("transfer.between_parts", *day)) {
        findings.push_back(errorOn("to_line",
                                   {u"項の間の流用は、予算で定めたときだけできます。"_s,
                                    u"Between parts (項) something is transferred only where the budget says so."_s},
                                   u"地方自治法第220条第2項ただし書"_s));
    }
    for (const auto &[field, line] : {std::pair{"from_line", from}, std::pair{"to_line", to}}) {
        if (numbers.find(u"transfer.restricted."_s + line->item, *day).value_or(0) == 0)
            continue;
        findings.push_back(
            warningOn(field,
                      fill({u"%1は流用が制限される節です。流用できるか、財政課の合議で確かめます。"_s,
                            u"Transfers of %1 are restricted. The finance section sees whether this one may be."_s},
                           {same(line->name(BudgetLevel::Section))}),
                      u"予算規則（流用の制限）"_s));
    }
    return findings;
}

std::vector<Posting> BudgetTransferForm::postings(const QJsonObject &json, StaffId, const Parameters &parameters) const
{
    const BudgetLine *from = lineIn(json, "from_line", parameters);
    const BudgetLine *to = lineIn(json, "to_line", parameters);
    const auto amount = yenIn(json, "amount");
    const auto day = Fields(json).day("moved_on");
    if (!from || !to || from->key() == to->key() || !amount || !day || !isPlausible(*day))
        return {};
    return {{u"budget.transfer.out"_s, from->account(), *day, *amount},
            {u"budget.transfer.in"_s, to->account(), *day, *amount}};
}

std::vector<Insight> BudgetTransferForm::insights(const QJsonObject &json, const FormContext &context) const
{
    const auto amount = yenIn(json, "amount");
    auto line = amount ? lineInsight(*amount, context) : std::nullopt;
    return line ? std::vector<Insight>{*std::move(line)} : std::vector<Insight>();
}

} // namespace kessai
