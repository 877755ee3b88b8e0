// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/support/shippedform.h"

namespace kessai {

/// 時間外勤務実績: what was worked of what was ordered, reported for one day and confirmed by whoever ordered it (domain.md 1.3).
///
/// Postings: ledger "overtime.minutes" for 時間外勤務, "overtime.holiday.minutes" for the regular hours of a 休日; account "staff:<id>", one
/// for each stretch of a calendar day with the minute it begins at; what goes on past midnight is of the next day.
class OvertimeResultForm final : public ShippedForm {
public:
    OvertimeResultForm() : ShippedForm(QStringLiteral("overtime_result")) {}

    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    QHash<QString, Bilingual> computed(const QJsonObject &fields, const FormContext &context) const override;
    /// "minutes" worked, "weekly_off" and "holiday" of the day.
    QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const override;
    std::vector<LedgerQuery> questions(const QJsonObject &fields, StaffId drafter,
                                       const Parameters &parameters) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter,
                                  const Parameters &parameters) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Insight> givenBack(const QJsonObject &fields, const std::vector<Posting> &postings,
                                   const Parameters &parameters) const override;
    /// The hours that were ordered for the day, without their breaks.
    QJsonObject proposal(const QJsonObject &fields, const FormContext &context) const override;
};

} // namespace kessai
