// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/office/office.h"

namespace kessai {

// The commands: what somebody wants to do with a case.

/// Submits or resubmits: begins a new round with a route resolved from `basis`.
struct Submit final {
    int revision;
    QByteArray contentDigest;
    RouteBasis basis;
    Route route;
    std::vector<Posting> postings;
    QString comment;
};
struct Approve final {
    std::optional<AssignmentRef> on; ///< none = the first open assignment that is the actor's, circulations last
    QString comment;
};
struct Return final {
    std::optional<AssignmentRef> on;
    std::optional<int> toStep; ///< none = to the drafter
    QString reason;
};
struct Reject final {
    std::optional<AssignmentRef> on;
    QString reason;
};
/// 引戻し: the drafter takes the case back before anybody acted in this round.
struct Withdraw final {
    QString comment;
};
/// 取下げ: the drafter gives the case up before it is decided.
struct Cancel final {
    QString reason;
};
struct Comment final {
    QString text;
};

using Command = std::variant<Submit, Approve, Return, Reject, Withdraw, Cancel, Comment>;

/// Decides what an act does: pure. Returns the event with its effects, or why it is refused (domain.md section 8).
///
/// - Approve completes a step once `needed` assignments agreed; the rest become Skipped; the next blocking step opens, and
///   circulations before it open with it. When no blocking step is left, the case is Decided and its postings used.
///   Where the actor also holds the next Review or Decide step of one assignment, both are approved by the one act (WF-11).
/// - Return to the drafter makes the case Returned and its open and waiting assignments Void; to an earlier step reopens that
///   step and sets those after it Waiting. - Reject ends it; a consulted section may only return. - Withdraw only while no
///   assignment of the round was acted on (WF-8). - Cancel until decided. - Circulated papers may be read after the decision.
/// - Nobody acts on an assignment of a case they drafted, not even as deputy; circulations excepted.
/// - An actor may act on an assignment bound to them, to a post they hold on `office.day()`, or to one held by a principal they
///   deputise for that day (both names are recorded); own posts go before deputyships.
Result<ProposedEvent, Refusal> decide(const Case &before, const Command &command, StaffId actor, const Office &office);

/// The effects an event has on a case: shared by decide and fold, so that the two cannot differ.
Result<Effects, Refusal> effectsOf(const Case &before, const Capacity &capacity, const EventBody &body);

/// Every open assignment the actor may act on today, in route order, with the capacity in which they would.
struct Turn final {
    AssignmentRef on;
    Capacity capacity;
    friend bool operator==(const Turn &, const Turn &) = default;
};
std::vector<Turn> turnsOf(const Case &c, StaffId actor, const Office &office);

/// Which acts are open to somebody right now, so that the window offers exactly those.
struct AllowedActs final {
    bool approve = false;
    bool read = false; ///< the open assignment is a circulation: the act is 確認
    bool returnToDrafter = false;
    std::vector<int> returnToSteps;
    bool reject = false;
    bool withdraw = false;
    bool cancel = false;
    bool edit = false; ///< returned or withdrawn: may be corrected and resubmitted
    bool comment = false;
    friend bool operator==(const AllowedActs &, const AllowedActs &) = default;
};
AllowedActs allowedActs(const Case &c, StaffId actor, const Office &office);

} // namespace kessai
