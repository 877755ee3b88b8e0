// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/support/shippedform.h"

namespace kessai {

/// 週休日・休日勤務命令: the order to work on a day off and what is given for it (domain.md 1.8): another day off for a 週休日 (振替),
/// four hours of another day, a 代休日 for a 休日, or pay.
///
/// Postings: see `dutyPostings`.
class WeekendDutyForm final : public ShippedForm {
public:
    WeekendDutyForm() : ShippedForm(QStringLiteral("weekend_duty")) {}

    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    QHash<QString, Bilingual> computed(const QJsonObject &fields, const FormContext &context) const override;
    /// "minutes" ordered; "paid_minutes" of them that nothing else is given for; "holiday" where the day is a 休日.
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
};

} // namespace kessai
