// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/support/shippedform.h"

namespace kessai {

/// 旅費精算・復命: reports a trip that was ordered and settles what it cost (domain.md 5.10). A voucher of class B (5.3): what is still to be paid
/// is committed and paid at once, "budget.payment" on the line of 旅費; what was paid beforehand and not needed goes back, "budget.refund". One
/// "duty.travel.settled.days" for each day, so that no day is settled twice, and "travel.advance.settled": exactly what the orders of the trip posted
/// as "travel.advance".
class TravelSettlementForm final : public ShippedForm {
public:
    TravelSettlementForm();

    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    std::optional<Yen> amount(const QJsonObject &fields) const override;
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
