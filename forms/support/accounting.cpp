// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/accounting.h"

#include "core/accounting/registrationnumber.h"
#include "core/office/sections.h"
#include "forms/support/fields.h"
#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString grouped(qint64 number)
{
    QString digits = QString::number(qAbs(number));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, u',');
    return number < 0 ? QString(u'-' + digits) : digits;
}

} // namespace

Bilingual yenText(qint64 yen)
{
    return {grouped(yen) + u'円', u'¥' + grouped(yen)};
}

std::optional<qint64> yenIn(const QJsonObject &fields, const char *key)
{
    return Fields(fields).number(key, 1, kMostYen);
}

const BudgetLine *lineIn(const QJsonObject &fields, const char *key, const Parameters &parameters)
{
    return parameters.budget().find(Fields(fields).code(key));
}

std::optional<FiscalYear> yearOfLine(const QString &key)
{
    if (!isBudgetKey(key))
        return std::nullopt;
    return FiscalYear(key.section(u':', 0, 0).toInt());
}

QString accountOfLine(const QString &key)
{
    return kBudgetAccount + key;
}

std::optional<CaseRef> commitmentIn(const QJsonObject &fields)
{
    return caseRefIn(fields.value(QLatin1String("commitment")));
}

std::optional<ContractLimits> contractLimits(const QString &kind, const QDate &day, const Numbers &numbers)
{
    const auto small = numbers.find(u"contract.%1.small_yen"_s.arg(kind), day);
    const auto single = numbers.find(u"contract.%1.single_yen"_s.arg(kind), day);
    if (!small || !single)
        return std::nullopt;
    return ContractLimits{Yen(*small), Yen(*single)};
}

std::optional<PaymentTerms> paymentTerms(const QString &terms, const QDate &day, const Numbers &numbers)
{
    const auto inspect = numbers.find(u"inspection.%1_days"_s.arg(terms), day);
    const auto pay = numbers.find(u"payment.%1_days"_s.arg(terms), day);
    if (!inspect || !pay)
        return std::nullopt;
    return PaymentTerms{int(*inspect), int(*pay)};
}

WithholdingRates withholdingRates(const QDate &day, const Numbers &numbers)
{
    return {int(numbers.at("withholding.base_rate", day)), int(numbers.at("withholding.beyond_rate", day)),
            Yen(numbers.at("withholding.step_yen", day))};
}

std::vector<LedgerQuery> lineQuestions(const QString &account, const QDate &day)
{
    std::vector<LedgerQuery> questions;
    for (const QLatin1String ledger : {kBudgetBalance, kBudgetSupply})
        questions.push_back({ledger, ledger, account, day, day});
    return questions;
}

std::vector<LedgerQuery> commitmentQuestions(CaseId commitment, const QDate &day)
{
    std::vector<LedgerQuery> questions;
    for (const QLatin1String ledger : {kCommitmentBalance, kCommitmentAmount})
        questions.push_back({ledger, ledger, commitmentAccount(commitment), day, day});
    return questions;
}

std::optional<qint64> leftBy(const FormContext &context, QLatin1String ledger)
{
    for (const LedgerAnswer &answer : context.answers) {
        if (answer.name == ledger)
            return leftOf(answer, Numbers(context.parameters), context.today);
    }
    return std::nullopt;
}

QJsonObject commitmentFacts(const QString &act, const QJsonObject &fields, const char *lineField,
                            const char *amountField, const Parameters &parameters)
{
    const BudgetLine *line = lineIn(fields, lineField, parameters);
    QJsonObject facts{{u"act"_s, act}, {u"item"_s, line ? line->item : QString()}};
    if (const auto amount = yenIn(fields, amountField))
        facts.insert(u"amount"_s, *amount);
    return facts;
}

std::vector<Posting> linePostings(const QString &ledger, const QJsonObject &fields, const char *dayField,
                                  const Parameters &parameters)
{
    const BudgetLine *line = lineIn(fields, "budget_line", parameters);
    const auto amount = yenIn(fields, "amount");
    const auto day = Fields(fields).day(dayField);
    if (!line || !amount || !day || !isPlausible(*day))
        return {};
    return {{ledger, line->account(), *day, *amount}};
}

std::vector<Finding> zeroFindings(const QJsonObject &fields, std::initializer_list<const char *> amountFields)
{
    std::vector<Finding> findings;
    for (const char *key : amountFields) {
        if (Fields(fields).number(key, 0, 0)) {
            findings.push_back(
                errorOn(key, {u"1円以上の額を書いてください。"_s, u"Give an amount of one yen or more."_s}));
        }
    }
    return findings;
}

std::vector<Finding> payeeFindings(const QJsonObject &fields)
{
    const QJsonObject payee = fields.value(u"payee"_s).toObject();
    const QString number = payee.value(u"registration"_s).toString();
    if (number.isEmpty())
        return {};
    const Bilingual wrong{u"適格請求書の登録番号の検査数字が合いません。番号を確かめてください。"_s,
                          u"The check digit of the registration number is wrong. Please check the number."_s};
    const QString source = u"消費税法第57条の2; 法人番号の検査数字"_s;
    switch (registrationFault(number)) {
    case RegistrationFault::None: return {};
    case RegistrationFault::Form:
        return {errorOn(
            "payee", {u"登録番号は「T」と13桁の数字です。"_s, u"A registration number is T and 13 digits."_s}, source)};
    case RegistrationFault::CheckDigit: break;
    }
    // For those who are no corporation the rule of the check digit is not confirmed.
    return {payee.value(u"kind"_s) == u"corporation"_s ? errorOn("payee", wrong, source)
                                                       : warningOn("payee", wrong, source)};
}

std::vector<Finding> lineFindings(const QJsonObject &json, const char *lineField, const char *amountField,
                                  const std::optional<QDate> &day, const char *dayField, const FormContext &context)
{
    return lineFindings(json, lineField, amountField, yenIn(json, amountField), day, dayField, context);
}

std::vector<Finding> lineFindings(const QJsonObject &json, const char *lineField, const char *amountField,
                                  std::optional<qint64> amount, const std::optional<QDate> &day, const char *dayField,
                                  const FormContext &context)
{
    const QString key = Fields(json).code(lineField);
    const auto year = yearOfLine(key);
    if (!year)
        return {};
    if (!context.parameters.budget().find(key)) {
        return {errorOn(lineField,
                        {u"この予算科目は予算書にありません。選び直してください。"_s,
                         u"There is no such line of the budget. Please choose again."_s})};
    }
    std::vector<Finding> findings;
    if (day && !mayCommit(*year, *day)) {
        findings.push_back(errorOn(
            dayField,
            fill({u"%1の予算の日付は、その年度の3月31日までです。出納整理期間に負担行為はできません。"_s,
                  u"What is committed of %1 is dated within the year; nothing is committed while it is settled."_s},
                 {{fiscalYearText(*year), u"fiscal year "_s + QString::number(year->startYear())}}),
            u"地方自治法第208条・第235条の5"_s));
    }
    const auto left = leftBy(context, kBudgetBalance);
    if (amount && left && *amount > *left) {
        findings.push_back(
            errorOn(amountField,
                    fill({u"予算残額（%1）を%2超えます。"_s, u"%2 more than is left of the line (%1)."_s},
                         {yenText(*left), yenText(*amount - *left)}),
                    u"財務規則（予算差引）"_s));
    }
    return findings;
}

std::optional<Finding> chargeFinding(const QJsonObject &json, const char *lineField, const FormContext &context)
{
    const BudgetLine *line = context.parameters.budget().find(Fields(json).code(lineField));
    if (!line || keepsBudget(context.office, context.drafter))
        return std::nullopt;
    const auto charge = sectionsInCharge(context.office, context.drafter);
    if (std::find(charge.begin(), charge.end(), line->section) != charge.end())
        return std::nullopt;
    const Section *section = context.office.section(line->section);
    return errorOn(lineField,
                   fill({u"%1の所管の科目です。所管の課の職員が起案します。"_s,
                         u"The line is in the charge of %1, whose staff drafts what takes of it."_s},
                        {same(section ? section->name : u"—"_s)}),
                   u"財務規則（予算の執行）"_s);
}

std::optional<Finding> overFinding(FiscalYear year, const char *dayField, const FormContext &context)
{
    if (context.today <= daysOf(year).last)
        return std::nullopt;
    return errorOn(dayField,
                   fill({u"%1は3月31日で終わりました。その後に負担行為・変更・流用・調定はできません。"_s,
                         u"%1 is over: nothing more is committed, changed, moved or assessed in it."_s},
                        {{fiscalYearText(year), u"Fiscal year "_s + QString::number(year.startYear())}}),
                   u"地方自治法第208条・第235条の5"_s);
}

std::optional<Insight> lineInsight(qint64 amount, const FormContext &context)
{
    const auto left = leftBy(context, kBudgetBalance);
    const auto supply = leftBy(context, kBudgetSupply);
    if (!left || !supply)
        return std::nullopt;
    Insight insight;
    insight.text = fill({u"予算残額 %1 → 今回 %2 → 差引 %3"_s, u"Left of the line %1 → this %2 → then %3"_s},
                        {yenText(*left), yenText(amount), yenText(*left - amount)});
    insight.used = *supply - *left;
    insight.added = amount;
    insight.limit = *supply;
    insight.limitText = fill({u"執行可能額 %1"_s, u"%1 to spend"_s}, {yenText(*supply)});
    insight.remarkable = amount > *left;
    insight.tone = Finding::Severity::Error;
    return insight;
}

} // namespace kessai
