// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

namespace kessai {

/// 調定: settles who owes the city what, and by when (地方自治法231条).
class AssessmentForm final : public Form {
public:
    QString code() const override { return QStringLiteral("assessment"); }
    const std::vector<FormDefinition> &definitions() const override;
    QJsonObject defaultRule() const override;
    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    std::optional<Yen> amount(const QJsonObject &fields) const override;
    QHash<QString, Bilingual> computed(const QJsonObject &fields, const FormContext &context) const override;
    QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
};

} // namespace kessai
