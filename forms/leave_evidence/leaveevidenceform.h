// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/support/shippedform.h"

namespace kessai {

/// 証明書類の後日提出 (domain.md 2.6): what a leave was filed without is handed in as a case of its own. Ledger "evidence.received", account
/// "staff:<id>", one on the first day of the leave; the leave itself has put one into "evidence.due" there.
class LeaveEvidenceForm final : public ShippedForm {
public:
    LeaveEvidenceForm() : ShippedForm(QStringLiteral("leave_evidence")) {}

    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    QHash<QString, Bilingual> computed(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<LedgerQuery> questions(const QJsonObject &fields, StaffId drafter,
                                       const Parameters &parameters) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter,
                                  const Parameters &parameters) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<LedgerQuery> standingQuestions(StaffId who, const QDate &day,
                                               const Parameters &parameters) const override;
    /// The papers that are still awaited, the earliest first.
    std::vector<Insight> standing(const FormContext &context) const override;
};

} // namespace kessai
