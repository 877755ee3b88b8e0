// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/support/shippedform.h"

namespace kessai {

/// 戻入・更正・精算 of an order that was paid (core/cases/paidref.h).
///
/// 戻入: what was paid by mistake, too much, or was left of an advance comes back to the line it was paid from (地方自治法施行令159条), or to its
/// commitment, to be paid again: "payment.returned" on the order, "budget.refund" or "commitment.refund" by the day it is due. 更正: what was
/// paid from another line of the year than it should have been is taken from the right one, "budget.corrected", and given back to the wrong
/// one. 精算 of 資金前渡, 概算払 and 前金払 (施行令161条 to 163条): "payment.settled", with what comes back of it. Nothing of it once the books of
/// the year are closed: what comes in then is revenue of the new one (施行令160条). The notaries hold to all of it.
class RefundForm final : public ShippedForm {
public:
    RefundForm();
    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    std::optional<Yen> amount(const QJsonObject &fields) const override;
    QHash<QString, Bilingual> computed(const QJsonObject &fields, const FormContext &context) const override;
    QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const override;
    std::vector<LedgerQuery> questions(const QJsonObject &fields, StaffId drafter,
                                       const Parameters &parameters) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
    QJsonObject proposal(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter,
                                  const Parameters &parameters) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
};

} // namespace kessai
