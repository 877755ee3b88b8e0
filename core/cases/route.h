// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace kessai {

/// What a step asks of people: 回議, 合議, 審査, 決裁, 供覧 (domain.md 8.1).
enum class StepKind { Review = 0, Consult = 1, Examine = 2, Decide = 3, Circulate = 4 };
/// How many assignments of a step must agree before it is complete.
enum class StepRule { All = 0, Any = 1, Count = 2 };

/// The state of one assignment. Circulated papers end as `Read`; `Void` marks what a return, withdrawal or end left unreached.
enum class AssignmentState {
    Waiting = 0,
    Open = 1,
    Approved = 2,
    Read = 3,
    Returned = 4,
    Rejected = 5,
    Skipped = 6,
    Void = 7,
};

/// Whom an assignment is addressed to: a post, rarely a person.
using Assignee = std::variant<PostId, StaffId>;

struct Assignment final {
    int no; ///< 1-based within the step
    Assignee who;
    AssignmentState state = AssignmentState::Waiting;
    friend bool operator==(const Assignment &, const Assignment &) = default;
};

/// Why resolution put a step where it is, beyond the rule line itself; shown to people as "why is this my route".
enum class RouteNoteKind {
    OwnPost = 0,      ///< the drafter holds the post the line names; the next superior was taken
    Vacant = 1,       ///< the post is vacant; the superior was taken
    NoSuchLevel = 2,  ///< the drafter's line has no section of that level; the step falls away
    BelowDrafter = 3, ///< a review below the drafter's own post falls away
    SameAsNext = 4,   ///< the same post stands later on the route; the earlier step falls away
    OnlyHolder = 5,   ///< the drafter is the only holder; the superior was taken
    NotNamed = 6,     ///< the field the line asks names nobody; the step falls away
};
struct RouteNote final {
    RouteNoteKind kind;
    QString line;               ///< the rule line it speaks of
    std::optional<PostId> post; ///< the post passed over
    friend bool operator==(const RouteNote &, const RouteNote &) = default;
};

/// One step of a resolved route.
struct Step final {
    int no; ///< 1-based, the order of work
    StepKind kind;
    StepRule rule;
    int needed;   ///< approvals that complete the step: all = count of assignments, any = 1
    QString line; ///< the rule line that made it
    std::vector<Assignment> assignments;
    std::vector<RouteNote> notes;

    /// 供覧 never blocks (domain.md 8.2 rule 10).
    bool blocks() const { return kind != StepKind::Circulate; }
    /// As many approvals as needed are there.
    bool complete() const;
    friend bool operator==(const Step &, const Step &) = default;
};

/// A resolved route: the steps of one round, plus notes on lines that made no step.
struct Route final {
    std::vector<Step> steps;
    std::vector<RouteNote> dropped;
    friend bool operator==(const Route &, const Route &) = default;
};

} // namespace kessai
