// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/support/shippedform.h"

namespace kessai {

/// 起案: a general draft asking for a decision (伺い), with its classification, retention and disclosure (domain.md section 6).
/// It puts nothing into a ledger.
class DraftForm final : public ShippedForm {
public:
    DraftForm() : ShippedForm(QStringLiteral("draft")) {}

    /// The subject.
    QStringList openChoices() const override
    {
        return {QStringLiteral("retention"), QStringLiteral("disclosure_reason")};
    }
    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    std::optional<Yen> amount(const QJsonObject &fields) const override;
    /// "act", "item" and "amount", by which the 専決 table decides (domain.md 5.4). A draft that spends nothing has the amount 0.
    QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
};

} // namespace kessai
