// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/ruletext.h"

namespace kessai {

/// Something a clerk has to put right in a route rule, or had better know of.
struct RuleProblem final {
    Bilingual text;
    bool blocks = true;         ///< until it is put right the rule cannot be used
    std::optional<size_t> line; ///< which line of the rule it is about
    friend bool operator==(const RuleProblem &, const RuleProblem &) = default;
};

/// How long a text of a rule may be, in characters; a number has at most 15 digits.
inline constexpr qsizetype kLongestRuleText = 300;
/// Whether no text in what is to be kept is longer, and no number larger or broken, than the doors take.
bool ruleValuesFit(const QJsonValue &value);

/// What is wrong with a rule in an office: all that programs refuse to read, fields, posts and roles that are not there or that nobody
/// holds, lines that never hold, contents for which no line decides, and several that decide at once. Whom the rule `before` asked already and
/// who is not there any more is worth a word only.
std::vector<RuleProblem> problemsIn(const RouteRule &rule, const RuleWords &words, const RouteRule *before = nullptr);

/// Contents that are as different as the conditions of a rule can tell apart, by the fields they compare; none where there would be too many,
/// which problemsIn says.
std::vector<QJsonObject> toldApartBy(const RouteRule &rule, const RuleWords &words);

/// Why nobody is asked by a selector, whoever the drafter is: there is no such post, or nobody holds it. Nothing where somebody is, or where
/// that depends on the case. `name` is what it is called.
std::optional<Bilingual> nobodyFor(const Selector &who, const Office &office, const Bilingual &name);

} // namespace kessai
