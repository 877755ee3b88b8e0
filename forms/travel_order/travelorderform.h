// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/support/shippedform.h"

namespace kessai {

/// 旅行命令: sends somebody on a business trip, before it begins (domain.md 5.10). Posts one "duty.travel.days" for each of its days, on which the
/// traveller is on duty, elsewhere, and what is paid beforehand as "travel.advance" on the first. What it costs is only estimated here; money is committed by 兼命令 where it is paid beforehand, and by the
/// settlement.
class TravelOrderForm final : public ShippedForm {
public:
    TravelOrderForm();

    QStringList openChoices() const override { return {QStringLiteral("means")}; }
    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    std::optional<Yen> amount(const QJsonObject &fields) const override;
    QHash<QString, Bilingual> computed(const QJsonObject &fields, const FormContext &context) const override;
    /// "cost": what the city will pay; 0 where it pays nothing.
    QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const override;
    std::vector<LedgerQuery> questions(const QJsonObject &fields, StaffId drafter,
                                       const Parameters &parameters) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter,
                                  const Parameters &parameters) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
};

} // namespace kessai
