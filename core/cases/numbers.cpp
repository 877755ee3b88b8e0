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

NumberOn numberOn(const Numbers &numbers)
{
    return [&numbers](const char *key, const QDate &day) { return numbers.at(key, day); };
}

bool runningCounts(const Numbers &numbers, const QDate &day)
{
    return numbers.flag("budget.running_count", day);
}

qint64 leftOf(const LedgerAnswer &balance, const Numbers &numbers, const QDate &day)
{
    return balance.used - (runningCounts(numbers, day) ? balance.reserved : 0);
}

} // namespace kessai
