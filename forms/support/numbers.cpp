// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/numbers.h"

#include "forms/catalog.h"

namespace kessai {

std::optional<qint64> Numbers::find(const QString &key, const QDate &day) const
{
    const Parameters &source = m_parameters.earliest(key) ? m_parameters : shippedParameters();
    return source.value(key, day);
}

qint64 Numbers::at(const char *key, const QDate &day) const
{
    const QString name = QLatin1String(key);
    if (const auto value = find(name, day))
        return *value;
    const Parameters::Row *own = m_parameters.earliest(name);
    const Parameters::Row *first = own ? own : shippedParameters().earliest(name);
    Q_ASSERT_X(first, "Numbers", key);
    return first ? first->value : 0;
}

} // namespace kessai
