// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

namespace kessai {

/// A form whose definition and default rule are the files "<code>.json" and "<code>_rule.json" of its folder.
class ShippedForm : public Form {
public:
    QString code() const final { return m_code; }
    const std::vector<FormDefinition> &definitions() const final { return m_definitions; }
    QJsonObject defaultRule() const final;

protected:
    explicit ShippedForm(const QString &code);

private:
    QString file(const QString &name) const;

    QString m_code;
    std::vector<FormDefinition> m_definitions;
};

} // namespace kessai
