// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/rule.h"

namespace kessai {

/// What stands for a value until somebody says which; a rule that has it cannot be used.
inline const QString kNoValueYet = QStringLiteral("-");

/// One row of a condition as an editor shows it: a field compared in one way with a value, or what is nested deeper and stays as it is.
struct ConditionRow final {
    QJsonObject json;

    /// Whether it is one field, one comparison and one value; what is not is kept and read only.
    bool plain() const;
    QString field() const { return json.value(QLatin1String("field")).toString(); }
    /// "eq", "ne", "lt", "le", "gt", "ge" or "in"; only of a plain row.
    QString comparison() const;
    QJsonValue value() const { return json.value(comparison()); }
    static ConditionRow of(const QString &field, const QString &comparison, const QJsonValue &value);
    friend bool operator==(const ConditionRow &, const ConditionRow &) = default;
};

/// A condition as rows of which all hold (かつ), or any does (または). What is made of rows again is what they were made of.
struct ConditionRows final {
    bool any = false;
    std::vector<ConditionRow> rows{};

    static ConditionRows of(const Condition &condition);
    /// Invalid where a row is none that a rule can have.
    Result<Condition> condition() const;
    friend bool operator==(const ConditionRows &, const ConditionRows &) = default;
};

} // namespace kessai
