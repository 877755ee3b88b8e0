// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/shippedform.h"

#include "forms/support/shipped.h"

namespace kessai {

ShippedForm::ShippedForm(const QString &code)
    : m_code(code), m_definitions{shippedDefinition(file(QStringLiteral("%1.json")), 1)}
{
}

QJsonObject ShippedForm::defaultRule() const
{
    return shippedObject(file(QStringLiteral("%1_rule.json")));
}

QString ShippedForm::file(const QString &name) const
{
    return QStringLiteral(":/kessai/forms/%1/").arg(m_code) + name.arg(m_code);
}

} // namespace kessai
