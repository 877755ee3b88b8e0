// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/rulecheck.h"

namespace kessai {

/// The choices of a field a condition names.
QStringList choicesNamed(const Condition &when, const QString &key);

/// What the next revision of a form takes away from the rules of its route that are in force while it is: a field they compare, or a choice they name,
/// without which a step would be left out and nobody would know. `ever` is all revisions of forms there are.
std::vector<Bilingual> lostFor(const std::vector<RouteRule> &rules, const FormDefinition &next,
                               const std::vector<FormDefinition> &ever);

/// The same from the other side: what a rule goes by, in force from a day on until the next one of `rules`, that a revision of its form to come does
/// not have any more. What the form of that day itself does not have is for problemsIn to say.
std::vector<RuleProblem> lostLater(const RouteRule &rule, const std::vector<RouteRule> &rules,
                                   const std::vector<FormDefinition> &ever, const QDate &day);

} // namespace kessai
