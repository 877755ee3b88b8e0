// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/support/shippedform.h"

namespace kessai {

/// 休暇: annual leave is requested (請求), special leave needs approval (承認); one form files both (domain.md section 2).
/// What goes into which ledger is said at `leavePostings`.
class LeaveForm final : public ShippedForm {
public:
    LeaveForm() : ShippedForm(QStringLiteral("leave")) {}

    /// Names the kind of special leave only where that tells nothing about health, family or a court (domain.md 2.6).
    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    QHash<QString, Bilingual> computed(const QJsonObject &fields, const FormContext &context) const override;
    /// "days" that count, "minutes" of regular hours that fall away.
    QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const override;
    std::vector<LedgerQuery> questions(const QJsonObject &fields, StaffId drafter,
                                       const Parameters &parameters) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter,
                                  const Parameters &parameters) const override;
    std::vector<Posting> onDays(const QJsonObject &fields, const DayRange &days,
                                std::vector<Posting> postings) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Insight> givenBack(const QJsonObject &fields, const std::vector<Posting> &postings,
                                   const Parameters &parameters) const override;
    std::vector<LedgerQuery> standingQuestions(StaffId who, const QDate &day,
                                               const Parameters &parameters) const override;
    std::vector<Insight> standing(const FormContext &context) const override;
};

} // namespace kessai
