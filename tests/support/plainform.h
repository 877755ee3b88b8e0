// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

#include <QJsonObject>

namespace kessai::test {

/// The least a form must be: it checks and asks nothing, and moves nothing.
class PlainForm final : public Form {
public:
    explicit PlainForm(const QString &code) : m_code(code) {}
    QString code() const override { return m_code; }
    const std::vector<FormDefinition> &definitions() const override { return m_none; }
    QJsonObject defaultRule() const override { return {}; }
    QString title(const QJsonObject &fields, const Parameters &) const override
    {
        return fields.value(QLatin1String("subject")).toString();
    }
    std::vector<Finding> check(const QJsonObject &, const FormContext &) const override { return {}; }

private:
    const QString m_code;
    const std::vector<FormDefinition> m_none;
};

} // namespace kessai::test
