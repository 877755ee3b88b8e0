// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/commitment/commitmentform.h"

#include "forms/commitment/contractcheck.h"
#include "forms/support/accounting.h"
#include "forms/support/fields.h"
#include "forms/support/shipped.h"
#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The decided commitment (執行伺) whose money a contract takes over, with what it is about by now.
struct Execution {
    CaseRef commitment;
    qint64 whole;
};

std::optional<CaseRef> executionIn(const QJsonObject &json)
{
    return Fields(json).code("matter") == u"contract"_s ? caseRefIn(json.value(u"execution"_s)) : std::nullopt;
}

std::optional<Execution> takenOver(const QJsonObject &json)
{
    const auto commitment = executionIn(json);
    const auto whole = Fields(json).number("old_total", 1, kMostYen);
    return commitment && whole ? std::optional(Execution{*commitment, *whole}) : std::nullopt;
}

/// What a content takes of its line besides what is committed there for it.
std::optional<qint64> newlyTaken(const QJsonObject &json)
{
    const auto amount = yenIn(json, "amount");
    const auto before = takenOver(json);
    return amount && before ? std::optional(std::max<qint64>(0, *amount - before->whole)) : amount;
}

constexpr int kMostItems = 5; ///< lines that commitment.json has and its paper has room for; no rule says how many
constexpr qint64 kMostOfOne =
    999'999; ///< pieces of an item, against slips of the keyboard; no rule says how many. itemFinding() names it

/// A line of what is bought.
struct Item {
    int no;
    bool named;
    bool counted; ///< a quantity is written, whatever it is
    std::optional<qint64> quantity;
    std::optional<qint64> price; ///< nothing is one, of what comes free

    bool whole() const { return named && quantity && price; }
};

QByteArray itemKey(int no, const char *part)
{
    return QByteArrayLiteral("item") + QByteArray::number(no) + '_' + part;
}

/// What was typed of items that are bought; a part of a line is one, so that the rest is asked for.
std::vector<Item> itemsIn(const QJsonObject &json)
{
    std::vector<Item> items;
    const Fields fields(json);
    if (fields.code("matter") != u"purchase"_s)
        return items;
    for (int no = 1; no <= kMostItems; ++no) {
        const QByteArray quantity = itemKey(no, "quantity");
        const Item one{no, !fields.prose(itemKey(no, "name").constData()).isEmpty(),
                       json.value(QLatin1String(quantity)).isDouble(),
                       fields.number(quantity.constData(), 1, kMostOfOne),
                       fields.number(itemKey(no, "price").constData(), 0, kMostYen)};
        if (one.named || one.counted || one.price)
            items.push_back(one);
    }
    return items;
}

/// What the lines come to that are written to their end.
qint64 sumOf(const std::vector<Item> &items)
{
    qint64 sum = 0;
    for (const Item &one : items)
        sum += one.whole() ? *one.quantity * *one.price : 0;
    return sum;
}

/// What is wrong with a line; a gap before it is one as well.
std::optional<Finding> itemFinding(const Item &one, bool follows)
{
    const QString source = u"財務規則（物品の購入）"_s;
    if (one.counted && !one.quantity) {
        return errorOn(itemKey(one.no, "quantity").constData(),
                       {u"数量は1から999,999までです。"_s, u"A quantity is between 1 and 999,999."_s}, source);
    }
    const char *missing = !one.named ? "name" : !one.quantity ? "quantity" : !one.price ? "price" : nullptr;
    if (missing) {
        return errorOn(
            itemKey(one.no, missing).constData(),
            {u"品名・数量・単価をそろえて書いてください。"_s, u"Write the item, how many and the price of one."_s},
            source);
    }
    if (!follows) {
        return errorOn(itemKey(one.no, "name").constData(),
                       {u"内訳は、上の行から詰めて書いてください。"_s, u"Leave no empty line above an item."_s},
                       source);
    }
    return std::nullopt;
}

std::vector<Finding> itemFindings(const QJsonObject &json)
{
    const QString source = u"財務規則（物品の購入）"_s;
    const std::vector<Item> items = itemsIn(json);
    std::vector<Finding> findings;
    int next = 1;
    for (const Item &one : items) {
        if (auto finding = itemFinding(one, one.no == next))
            findings.push_back(*std::move(finding));
        next = one.no + 1;
    }
    const bool whole = std::ranges::all_of(items, &Item::whole);
    const qint64 sum = sumOf(items);
    const auto amount = yenIn(json, "amount");
    if (whole && sum > kMostYen) {
        findings.push_back(errorOn("amount",
                                   fill({u"内訳の合計が%1を超えています。数量と単価を確かめてください。"_s,
                                         u"The items come to more than %1. Please check quantities and prices."_s},
                                        {yenText(kMostYen)}),
                                   source));
    } else if (whole && sum > 0 && amount && sum != *amount) {
        findings.push_back(warningOn(
            "amount",
            fill({u"内訳の合計は%1です。負担行為額と違います。"_s, u"The items come to %1, which is not the amount."_s},
                 {yenText(sum)}),
            source));
    }
    return findings;
}

std::vector<Finding> executionFindings(const QJsonObject &json, const FormContext &context)
{
    const QString source = u"財務規則（支出負担行為の変更）; 契約規則（契約の締結）"_s;
    std::vector<Finding> findings;
    const Fields fields(json);
    const auto commitment = executionIn(json);
    if (fields.code("matter") == u"contract"_s && fields.code("contract_kind") != u"none"_s
        && json.value(u"payee"_s).toObject().isEmpty()) {
        findings.push_back(errorOn("payee",
                                   {u"契約の相手方（落札者）を選んでください。支払はこの相手方にします。"_s,
                                    u"Choose whom the contract is with; whoever that is gets paid."_s},
                                   u"地方自治法第232条の5第1項"_s));
    }
    if (!commitment)
        return findings;
    if (commitment->line != fields.code("budget_line")) {
        findings.push_back(
            errorOn("budget_line",
                    {u"執行伺と同じ予算科目にしてください。"_s, u"It is on the line of the commitment it concludes."_s},
                    source));
    }
    const auto whole = leftBy(context, kCommitmentAmount);
    const auto left = leftBy(context, kCommitmentBalance);
    const auto before = takenOver(json);
    if (whole && (!before || before->whole != *whole)) {
        findings.push_back(
            errorOn("old_total", fill({u"執行伺の額は%1です。"_s, u"The commitment is about %1."_s}, {yenText(*whole)}),
                    source));
    } else if (whole && left && *left < *whole) {
        findings.push_back(errorOn("execution",
                                   {u"この執行伺からはすでに支払われています。契約を別にすることはできません。"_s,
                                    u"Something is paid of it already, so that no contract takes it over."_s},
                                   source));
    }
    if (!commitment->contract.isEmpty() && commitment->contract != contractIn(json)) {
        findings.push_back(warningOn("method",
                                     {u"契約の種類・方法が執行伺と異なります。"_s,
                                      u"Kind or method of the contract is not that of the commitment."_s},
                                     source));
    }
    return findings;
}

} // namespace

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
    if (!line || !day || !isPlausible(*day))
        return {};
    std::vector<LedgerQuery> questions = lineQuestions(line->account(), *day);
    if (const auto commitment = executionIn(json)) {
        for (LedgerQuery &question : commitmentQuestions(commitment->id, *day))
            questions.push_back(std::move(question));
    }
    return questions;
}

QJsonObject CommitmentForm::proposal(const QJsonObject &json, const FormContext &context) const
{
    // While a line is being written the others count, so that the amount does not come and go.
    if (const qint64 sum = sumOf(itemsIn(json)); sum > 0 && sum <= kMostYen)
        return {{u"amount"_s, sum}};
    const auto whole = executionIn(json) ? leftBy(context, kCommitmentAmount) : std::nullopt;
    return whole ? QJsonObject{{u"old_total"_s, *whole}} : QJsonObject();
}

std::vector<Finding> CommitmentForm::check(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Finding> findings = zeroFindings(json, {"amount"});
    if (auto other = chargeFinding(json, "budget_line", context))
        findings.push_back(*std::move(other));
    for (Finding &finding : lineFindings(json, "budget_line", "amount", newlyTaken(json),
                                         Fields(json).day("committed_on"), "committed_on", context))
        findings.push_back(std::move(finding));
    for (Finding &finding : executionFindings(json, context))
        findings.push_back(std::move(finding));
    if (const auto year = yearOfLine(Fields(json).code("budget_line"))) {
        if (auto over = overFinding(*year, "committed_on", context))
            findings.push_back(*std::move(over));
    }
    for (Finding &finding : itemFindings(json))
        findings.push_back(std::move(finding));
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
    std::vector<Posting> postings = linePostings(u"budget.commitment"_s, json, "committed_on", parameters);
    if (const auto before = takenOver(json); before && !postings.empty()) {
        // What was committed before is given back with it, so that the line is not taken from twice.
        const QDate day = postings.front().day;
        postings.push_back({u"budget.decrease"_s, postings.front().account, day, before->whole});
        postings.push_back({u"commitment.decrease"_s, commitmentAccount(before->commitment.id), day, before->whole});
    }
    return postings;
}

std::vector<Insight> CommitmentForm::insights(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Insight> insights;
    const auto amount = yenIn(json, "amount");
    if (!amount)
        return insights;
    if (auto line = lineInsight(newlyTaken(json).value_or(*amount), context))
        insights.push_back(*std::move(line));
    if (const auto before = takenOver(json)) {
        Insight over;
        over.text = fill({u"執行伺 %1 の%2を引き継ぎ、%3で契約します"_s, u"Takes over %2 of %1, by a contract of %3"_s},
                         {same(before->commitment.number), yenText(before->whole), yenText(*amount)});
        insights.push_back(std::move(over));
    }
    if (Fields(json).code("method") == u"reasoned"_s && !Fields(json).code("method_ground").isEmpty()) {
        Insight reasoned;
        reasoned.text = fill(
            {u"随意契約（%1号）。理由を確かめてください"_s, u"Negotiated for a reason (item %1): please check it"_s},
            {same(Fields(json).code("method_ground"))});
        reasoned.remarkable = true;
        insights.push_back(std::move(reasoned));
    }
    if (Fields(json).code("contract_kind") == u"none"_s && !contractAsked(json, context.parameters)) {
        Insight none;
        none.text = {
            u"契約によらない支出とされています。契約方法・見積りの定めが働かないことを確かめてください"_s,
            u"Said to be spent without a contract, so that no rule of methods and quotations applies: please check"_s};
        none.remarkable = true;
        insights.push_back(std::move(none));
    }
    return insights;
}

} // namespace kessai
