// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

namespace kessai {

/// 支出命令: orders a payment, in full or in part, of a decided commitment (地方自治法232条の4). Puts "commitment.paid" into the
/// account of the commitment.
class PaymentForm final : public Form {
public:
    QString code() const override { return QStringLiteral("payment"); }
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
    QJsonObject proposal(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
};

} // namespace kessai
