// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/duty/dutyday.h"

namespace kessai {

/// The parameters shipped as defaults (":/kessai/parameters/defaults.json"), each with the rule it comes from.
const Parameters &shippedParameters();

/// The parameters of an office, with the shipped ones behind them where nobody has written down any of a key: a form is never without a
/// number the program ships, and one that stands in the office is never another program's.
class Numbers final {
public:
    /// `parameters` outlive the numbers.
    explicit Numbers(const Parameters &parameters) : m_parameters(parameters) {}
    explicit Numbers(Parameters &&) = delete;

    /// The value on a day; none when neither the office nor the program has one that early.
    std::optional<qint64> find(const QString &key, const QDate &day) const;
    /// The value on a day; before its first row, the first one. Only for keys that defaults.json has.
    qint64 at(const char *key, const QDate &day) const;
    bool flag(const char *key, const QDate &day) const { return at(key, day) != 0; }
    const Holidays &holidays() const { return m_parameters.holidays(); }

private:
    const Parameters &m_parameters;
};

/// Whether what running cases take counts against what is left of an account of the budget (budget.running_count); the notaries go by it.
bool runningCounts(const Numbers &numbers, const QDate &day);
/// What a question for the balance of an account of the budget says is left on a day.
qint64 leftOf(const LedgerAnswer &balance, const Numbers &numbers, const QDate &day);

/// The numbers as the rules of working time ask for them; `numbers` outlive them.
NumberOn numberOn(const Numbers &numbers);

} // namespace kessai
