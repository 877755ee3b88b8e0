// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/support/shippedform.h"

namespace kessai {

/// 時間外勤務命令: the order to work outside the regular hours, given before the work begins (domain.md 1.3).
///
/// Postings: ledger "overtime.order.minutes" for 時間外勤務, "overtime.holiday.order.minutes" for the regular hours of a 休日, which do
/// not count into the limits by default; account "staff:<id>", one for each stretch of a calendar day with the minute it begins at.
class OvertimeForm final : public ShippedForm {
public:
    OvertimeForm() : ShippedForm(QStringLiteral("overtime")) {}

    QStringList openChoices() const override { return {QStringLiteral("reason_kind")}; }
    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    QHash<QString, Bilingual> computed(const QJsonObject &fields, const FormContext &context) const override;
    /// "minutes" ordered, "weekly_off" and "holiday" of the day the order begins.
    QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const override;
    std::vector<LedgerQuery> questions(const QJsonObject &fields, StaffId drafter,
                                       const Parameters &parameters) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter,
                                  const Parameters &parameters) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Insight> givenBack(const QJsonObject &fields, const std::vector<Posting> &postings,
                                   const Parameters &parameters) const override;
    std::vector<Finding> checkTakenBack(const std::vector<Posting> &postings,
                                        const FormContext &context) const override;
    std::vector<LedgerQuery> standingQuestions(StaffId who, const QDate &day,
                                               const Parameters &parameters) const override;
    std::vector<Insight> standing(const FormContext &context) const override;
};

} // namespace kessai
