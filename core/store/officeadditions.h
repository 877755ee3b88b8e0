// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/officestore.h"
#include "core/store/database.h"

namespace kessai {

// What whoever owns the database adds to an office that is at work. Each addition is a revision of the office, so that cases that
// were submitted before stay as they were judged.

/// A new revision; its number. Within a transaction.
Result<int> addRevision(Database &database, const Configuration &configuration, const QString &madeBy,
                        const QString &reason, Instant now);

/// 専決 tables, each in force from its day; one of the same day is good instead of the one before it. Within a transaction.
Result<> addTables(Database &database, const Configuration &configuration, const std::vector<DecisionTable> &tables,
                   const QString &madeBy, const QString &reason, Instant now);

/// Route rules, in the same way; each is of a form that has one.
Result<> addRules(Database &database, const Configuration &configuration, const std::vector<RouteRule> &rules,
                  const QString &madeBy, const QString &reason, Instant now);

/// What a program brings along.
struct Shipped final {
    Parameters parameters;
    std::vector<FormDefinition> forms;
    std::vector<RouteRule> rules; ///< one for each of the forms
};

/// Writes down what an office does not have of it, and what the law says of the public holidays of the years around today, so that
/// another program, which brings other numbers or another law, changes nothing of what was decided. What is there already is the
/// office's own and stays. How many rows were written.
Result<int> addShipped(Database &database, const Configuration &configuration, const Shipped &shipped, Instant now);

} // namespace kessai
