// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/numbers.h"

#include "forms/catalog.h"

namespace kessai {

std::optional<qint64> Numbers::find(const QString &key, const QDate &day) const
{
    if (const auto own = m_parameters.value(key, day))
        return own;
    return shippedParameters().value(key, day);
}

qint64 Numbers::at(const char *key, const QDate &day) const
{
    const QString name = QLatin1String(key);
    if (const auto value = find(name, day))
        return *value;
    const Parameters::Row *first = nullptr;
    for (const Parameters::Row &row : shippedParameters().rows()) {
        if (row.key == name && (!first || row.from < first->from))
            first = &row;
    }
    Q_ASSERT_X(first, "Numbers", key);
    return first ? first->value : 0;
}

} // namespace kessai
