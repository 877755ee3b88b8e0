// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/numbers.h"

#include "core/base/shippedfile.h"

namespace kessai {

const Parameters &shippedParameters()
{
    static const Parameters parameters = [] {
        auto read = Parameters::fromJson(shippedFile(QStringLiteral(":/kessai/parameters/defaults.json")));
        if (!read)
            qFatal("defaults.json: %s", qPrintable(read.error().detail));
        return std::move(read).value();
    }();
    return parameters;
}

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

NumberOn numberOn(const Numbers &numbers)
{
    return [&numbers](const char *key, const QDate &day) { return numbers.at(key, day); };
}

} // namespace kessai
