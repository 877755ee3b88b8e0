// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

namespace kessai {

/// 起案: a general draft asking for a decision (伺い), with its classification, retention and disclosure (domain.md section 6).
/// It puts nothing into a ledger.
class DraftForm final : public Form {
public:
    QString code() const override { return QStringLiteral("draft"); }
    const std::vector<FormDefinition> &definitions() const override;
    QJsonObject defaultRule() const override;
    /// The subject.
    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    std::optional<Yen> amount(const QJsonObject &fields) const override;
    /// "decider_rank" of the decision class chosen (1 section head … 4 mayor), "amount" of 0 where none is given: the rule
    /// compares both with the limits of 専決, so a drafter can go higher than the amount asks for, never lower.
    QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
};

} // namespace kessai
