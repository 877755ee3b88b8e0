// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisiontable.h"
#include "core/cases/rule.h"
#include "tests/property/random.h"

#include <memory>

namespace kessai::test {

/// A made-up office on a working day and after a reorganisation the day after: any tree of levels, vacant posts, posts with
/// several holders, concurrent and acting holders, deputies who are drafters, sections without a head, stand-ins, abolished posts.
/// People come and go within the day: each day is there several times, with others away.
struct World final {
    std::vector<std::shared_ptr<const Office>> today; ///< nobody is away in the first
    std::vector<std::shared_ptr<const Office>> tomorrow;
};
World makeWorld(Random &random);

/// A rule with the 専決 table it leaves its decision to, where it does.
struct Regulation final {
    RouteRule rule;
    std::optional<DecisionTable> table;

    const DecisionTable *tableIfAny() const { return table ? &*table : nullptr; }
    Result<Route, Refusal> resolve(const Office &office, StaffId drafter, PostId post, const QJsonObject &fields) const
    {
        return resolveRoute(rule, office, drafter, post, fields, tableIfAny());
    }
};

/// A rule that could stand in the settings: any kinds, rules, selectors, conditions and ends of objections, a decision last, by a table
/// or by itself, or last but for examinations of it.
Regulation makeRegulation(Random &random, const Office &office);

/// What a case may be about, some of which is within the limits of deputies.
Matter makeMatter(Random &random);

/// Contents the rule's conditions and fields, and its table, look at.
QJsonObject makeFields(Random &random, const Office &office);

} // namespace kessai::test
