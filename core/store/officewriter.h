// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/office/specialright.h"
#include "core/ports/officestore.h"
#include "core/store/database.h"

namespace kessai {

class Query;

/// All a new office begins with.
struct OfficeFounding final {
    Configuration configuration;
    std::vector<BudgetEntry> budget; ///< what the lines of the configuration have
    std::vector<SpecialRight> rights;
    QString madeBy;
    QString reason;
};

/// Writes a new office into an empty, migrated database in one transaction; AlreadyExists where there is an office. Rows come back
/// in the order of their ids, whatever order they have here: whoever goes on to file cases must read the configuration again.
Result<> writeOffice(Database &database, const OfficeFounding &founding, Instant now);

/// Binds whose deputy somebody is, and on what.
void bindDeputyship(Query &insert, const Deputyship &deputyship);

// Rows as they are, with the revision each names; in the caller's transaction.
/// Forms do not say themselves in which revision of the office they came to be.
Result<> writeForms(Database &database, const std::vector<FormDefinition> &forms, const std::vector<RouteRule> &rules,
                    int formsAddedIn = 1);
Result<> writeTables(Database &database, const std::vector<DecisionTable> &tables);
Result<> writeFaults(Database &database, const std::vector<FaultList> &lists);
Result<> writeParameters(Database &database, const std::vector<Parameters::Row> &rows);

/// Units, posts, staff, appointments, successions and roles as they are; in the caller's transaction.
Result<> writeOrganisation(Database &database, const OfficeHistory &rows);

/// Adds something a new office says of itself (Configuration::info), under a key it does not have yet.
Result<> writeOfficeInfo(Database &database, const QString &key, const QString &value);

} // namespace kessai
