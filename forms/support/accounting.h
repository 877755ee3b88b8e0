// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/contractrules.h"
#include "core/accounting/paymentterms.h"
#include "core/accounting/withholding.h"
#include "core/cases/caseref.h"
#include "core/cases/form.h"
#include "core/cases/numbers.h"

namespace kessai {

// What the forms of accounting read and say in common.

/// The largest amount of one case.
inline constexpr qint64 kMostYen = 999'999'999'999;

/// "1,234円" / "¥1,234".
Bilingual yenText(qint64 yen);
/// An amount somebody typed: whole yen above nothing.
std::optional<qint64> yenIn(const QJsonObject &fields, const char *key);

/// The line of the budget a field names; none where there is no such line.
const BudgetLine *lineIn(const QJsonObject &fields, const char *key, const Parameters &parameters);
/// The year of a line by its key alone; none where it is no key.
std::optional<FiscalYear> yearOfLine(const QString &key);
/// The account of a line by its key: "budget:2026:01-..".
QString accountOfLine(const QString &key);
std::optional<CaseRef> commitmentIn(const QJsonObject &fields);

/// Of "works", "purchase", "lease" or "other"; none of anything else.
std::optional<ContractLimits> contractLimits(const QString &kind, const QDate &day, const Numbers &numbers);
/// Of "goods", "works" or "unwritten"; none of anything else.
std::optional<PaymentTerms> paymentTerms(const QString &terms, const QDate &day, const Numbers &numbers);
WithholdingRates withholdingRates(const QDate &day, const Numbers &numbers);

/// Asks how a line stands and what it has to spend.
std::vector<LedgerQuery> lineQuestions(const QString &account, const QDate &day);
/// Asks what a commitment is about by now and what is left to pay of it.
std::vector<LedgerQuery> commitmentQuestions(CaseId commitment, const QDate &day);
/// What a question of these was answered with, what running cases take of it taken off where that counts; none where nobody asked.
std::optional<qint64> leftBy(const FormContext &context, QLatin1String ledger);

/// The facts "act", "item" and "amount" of what is spent of a line; what does not say how much is within no limit but the highest.
QJsonObject commitmentFacts(const QString &act, const QJsonObject &fields, const char *lineField,
                            const char *amountField, const Parameters &parameters);
/// The amount in a ledger of the line ("budget.commitment", "budget.payment") on a day.
std::vector<Posting> linePostings(const QString &ledger, const QJsonObject &fields, const char *dayField,
                                  const Parameters &parameters);

/// That a line is in the charge of another section than the drafter's, by the rule the notaries hold takings of it to; none for those who keep the
/// budget.
std::optional<Finding> chargeFinding(const QJsonObject &json, const char *lineField, const FormContext &context);

/// Amounts that are nothing.
std::vector<Finding> zeroFindings(const QJsonObject &fields, std::initializer_list<const char *> amountFields);
/// The registration number of the payee: an error for corporations, a warning for others (AC-I4).
std::vector<Finding> payeeFindings(const QJsonObject &fields);
/// The budget line exists, is of the year of the day, and has what is taken (AC-1, AC-2).
std::vector<Finding> lineFindings(const QJsonObject &fields, const char *lineField, const char *amountField,
                                  const std::optional<QDate> &day, const char *dayField, const FormContext &context);
/// The same of a sum that is made of several fields, of which one is named.
std::vector<Finding> lineFindings(const QJsonObject &fields, const char *lineField, const char *amountField,
                                  std::optional<qint64> amount, const std::optional<QDate> &day, const char *dayField,
                                  const FormContext &context);
/// Nothing more is committed, moved or assessed in a year that is over, whatever day is written on it; none where it is not.
std::optional<Finding> overFinding(FiscalYear year, const char *dayField, const FormContext &context);
/// "予算残額 430,000円 → 360,000円", with a meter.
std::optional<Insight> lineInsight(qint64 amount, const FormContext &context);

} // namespace kessai
