// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

namespace kessai {

/// 支出負担行為兼支出命令: commits and orders payment at once, where the act is recorded when payment is decided or the invoice comes
/// (domain.md 5.3, classes B and C). Puts "budget.payment" of the day of payment into the account
/// of its budget line.
class CommitmentPaymentForm final : public Form {
public:
    QString code() const override { return QStringLiteral("commitment_payment"); }
    const std::vector<FormDefinition> &definitions() const override;
    QJsonObject defaultRule() const override;
    QStringList openChoices() const override { return {QStringLiteral("received_via")}; }
    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    std::optional<Yen> amount(const QJsonObject &fields) const override;
    std::optional<QDate> paymentTerm(const QJsonObject &fields, const Parameters &parameters) const override;
    QHash<QString, Bilingual> computed(const QJsonObject &fields, const FormContext &context) const override;
    QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const override;
    std::vector<LedgerQuery> questions(const QJsonObject &fields, StaffId drafter,
                                       const Parameters &parameters) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter,
                                  const Parameters &parameters) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
};

} // namespace kessai
