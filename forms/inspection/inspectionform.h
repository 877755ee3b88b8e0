// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

namespace kessai {

/// 検査調書: whoever inspected what was delivered or done says what they found (地方自治法234条の2); its drafter is the inspector.
class InspectionForm final : public Form {
public:
    QString code() const override { return QStringLiteral("inspection"); }
    const std::vector<FormDefinition> &definitions() const override;
    QJsonObject defaultRule() const override;
    QString title(const QJsonObject &fields, const Parameters &parameters) const override;
    QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
};

} // namespace kessai
