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
/// How many assignments of a step must agree before it is complete. A majority is more than half of those who are asked, whether
/// they answer or not; a tie is none (domain.md 8.1 多数決).
enum class StepRule { All = 0, Any = 1, Count = 2, Majority = 3 };
/// What becomes of a consultation once so many objected that it cannot agree any more: the case goes back to its drafter, or goes on
/// and the decider decides over the objection (WF-9).
enum class Objection { Returns = 0, Refers = 1 };

/// The state of one assignment. Circulated papers end as `Read`; `Void` marks what a return, withdrawal or end left unreached.
/// `PostReview` (後閲待ち) marks whom a superior, a stand-in or an absence passed over: they read afterwards and hold nothing up.
enum class AssignmentState {
    Waiting = 0,
    Open = 1,
    Approved = 2,
    Read = 3,
    Returned = 4,
    Rejected = 5,
    Skipped = 6,
    Void = 7,
    PostReview = 8,
    PostReviewed = 9,
    Objected = 10, ///< 合議の不同意
};

/// Whether an assignment in this state counts as agreed: it did agree, or somebody entitled to went on without it.
bool agrees(AssignmentState state);

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
    Added = 7,        ///< somebody on the route asked for this step while the case was running
    Raised = 8,       ///< somebody on the route put the decision before this superior (上位決裁)
    Table = 9, ///< a row of the 専決 table asks; `line` names it with the level that decides by it ("EX-2/department")
    Chosen = 10,   ///< the drafter asked for a higher decision than the table
    Rerouted = 11, ///< an administrator addressed it here, `post` is whose it was; known by the history alone
};
inline constexpr RouteNoteKind kLastRouteNoteKind = RouteNoteKind::Chosen;
struct RouteNote final {
    RouteNoteKind kind;
    QString line;               ///< the rule line it speaks of
    std::optional<PostId> post; ///< the post passed over
    friend bool operator==(const RouteNote &, const RouteNote &) = default;
};

/// Whether a mark of one round can stand in the next: what somebody gave and need not give again.
bool mayBeKept(AssignmentState mark);

/// How a step stands: it is known as early as the outcome is fixed.
enum class Standing { Undecided, Agreed, Failed };
/// The standing of a step that asks `asked` and needs `needed` of them, when so many agreed and objected.
Standing standing(int asked, int needed, int agreed, int objected);
/// How many of `asked` a rule needs; `count` for StepRule::Count.
int neededBy(StepRule rule, int asked, int count);

/// One step of a resolved route.
struct Step final {
    int no; ///< 1-based, the order of work
    StepKind kind;
    StepRule rule;
    int needed;   ///< approvals that complete the step, as `neededBy` says
    QString line; ///< the rule line that made it
    std::vector<Assignment> assignments;
    std::vector<RouteNote> notes;
    Objection objection = Objection::Returns;

    /// 供覧 never blocks (domain.md 8.2 rule 10).
    bool blocks() const { return kind != StepKind::Circulate; }
    /// 回議 and 決裁 are the drafter's own line, in which a superior may act before a lower one (domain.md 8.1 引き上げ承認).
    bool inLine() const { return kind == StepKind::Review || kind == StepKind::Decide; }
    Standing standing() const;
    /// The route goes on behind it: it agreed, or failed and refers the objection to the decider.
    bool complete() const { return completeAt(standing()); }
    bool completeAt(Standing now) const;
    friend bool operator==(const Step &, const Step &) = default;
};

/// Whether a step stands behind the decision: what was ordered is examined there, and nothing else is done with it (地方自治法232条の4).
bool isBehindDecision(const std::vector<Step> &steps, const Step &step);

/// Whether two steps of different rounds ask the same of the same people, so that the marks of one can stand for the other.
bool sameStep(const Step &a, const Step &b);

/// A resolved route: the steps of one round, plus notes on lines that made no step.
struct Route final {
    std::vector<Step> steps;
    std::vector<RouteNote> dropped;
    friend bool operator==(const Route &, const Route &) = default;
};

} // namespace kessai
