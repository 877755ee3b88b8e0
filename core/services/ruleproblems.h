// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/rulebook.h"

namespace kessai {

/// The rules of an office as they are on a day, with the forms that have one, in the office of the day or another that was built already.
RuleBook ruleBookOf(const Configuration &configuration, const FormCatalog &catalog, const QDate &day,
                    std::shared_ptr<const Office> office = nullptr);

/// What has to be put right before a rule can be in force from its day on, or had better be known: what is wrong with it (core/cases/rulecheck.h),
/// and units from which nobody would be found who were found by the rule before. NotFound for a form that has no rule.
Result<std::vector<RuleProblem>> ruleProblems(const Configuration &configuration, const FormCatalog &catalog,
                                              const RouteRule &rule, const QDate &today);

} // namespace kessai
