// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/rulecheck.h"
#include "core/ports/settings.h"

namespace kessai {

/// What a form derives for its rules to compare, with words: asked of contents as different as its choices make them.
std::vector<FieldDefinition> factsOf(const Form &form, const FormDefinition &definition, const Parameters &parameters);

/// The rules by which routes are found, for whoever sets them.
struct RuleBook final {
    std::vector<DecisionTable> tables;                  ///< all revisions
    std::vector<RouteRule> rules;                       ///< all revisions
    std::vector<FormDefinition> forms;                  ///< those in force today that have a route rule
    std::vector<FormDefinition> formsToCome;            ///< their revisions of later days
    QHash<QString, std::vector<FieldDefinition>> facts; ///< what each form derives
    std::shared_ptr<const Office> office;
    std::vector<SettingAct> acts{}; ///< by whom revisions came to be, by name

    /// A form as it is today, or on a day to come.
    const FormDefinition *form(const QString &code, const QDate &day = {}) const;
    /// The words of a rule, which live as long as the book: those of its form on its day, and of the table it leaves the decision to then.
    RuleWords words(const RouteRule &rule) const;
    const DecisionTable *tableOf(const RouteRule &rule) const;
};

} // namespace kessai
