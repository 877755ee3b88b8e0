// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

namespace kessai {

/// 支出負担行為伺: leave for the contract or other act that causes a payment (地方自治法232条の3). Puts its amount as "budget.commitment"
/// into the account of its budget line; later cases pay and change it on the account "case:<id>". A contract (契約締結伺) that concludes a decided
/// commitment (執行伺) takes over what that one holds: it gives back "budget.decrease" and takes "commitment.decrease" of it, names the payee,
/// and is the commitment that is paid of.
class CommitmentForm final : public Form {
public:
    QString code() const override { return QStringLiteral("commitment"); }
    const std::vector<FormDefinition> &definitions() const override;
    QJsonObject defaultRule() const override;
    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    std::optional<Yen> amount(const QJsonObject &fields) const override;
    QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const override;
    std::vector<LedgerQuery> questions(const QJsonObject &fields, StaffId drafter,
                                       const Parameters &parameters) const override;
    QJsonObject proposal(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter,
                                  const Parameters &parameters) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
};

} // namespace kessai
