// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/office/office.h"

namespace kessai {

// The commands: what somebody wants to do with a case.

/// Submits or resubmits: begins a new round with a route resolved from `basis`. `kept` is what `keptSteps` gives; a decision is kept only of
/// the same content with the same postings (地方自治法232条の4: 命令 is of this debt and this amount).
struct Submit final {
    int revision;
    QByteArray contentDigest;
    RouteBasis basis;
    Route route;
    std::vector<Posting> postings;
    QString comment;
    bool important = false;
    std::vector<int> kept = {};
};
/// Approves, reads or reads afterwards. In the manner of Acting it is a 代決, of PullUp a 引上げ with the comment as its reason.
struct Approve final {
    std::optional<AssignmentRef>
        on; ///< none = the first that is the actor's in this manner, what is only to be read last
    QString comment{};
    Manner manner = Manner::Own;
};
struct Return final {
    std::optional<AssignmentRef> on;
    std::optional<int> toStep; ///< none = to the drafter
    QString reason;
    Manner manner = Manner::Own;
};
struct Reject final {
    std::optional<AssignmentRef> on;
    QString reason;
    Manner manner = Manner::Own;
};
/// 不同意: a consulted post does not agree.
struct Object final {
    std::optional<AssignmentRef> on;
    QString reason;
};
/// Puts another step into the route: somebody to review, consult or inform, before the actor's own step or directly after it.
struct AddStep final {
    StepKind kind = StepKind::Review;
    StepRule rule = StepRule::All;
    std::vector<Assignee> who;
    bool before = false; ///< they are asked first, and the actor after them
    QString reason;
};
/// 上位決裁へ: the decider puts the decision before their superior and reviews.
struct Raise final {
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
    bool explained = false; ///< the case was explained to the readers in person
};
/// 催促: the drafter reminds whomever the case waits for.
struct Remind final {
    QString comment;
    int pauseDays =
        0; ///< as many days after a reminder the next is refused; the office's parameter reminder.pause_days
};
/// 宛先替え: an administrator addresses what waits to another post. Who is an administrator the notary knows.
struct Reroute final {
    AssignmentRef seat;
    PostId post;
    QString reason;
};
using Command =
    std::variant<Submit, Approve, Return, Reject, Object, AddStep, Raise, Withdraw, Cancel, Comment, Remind, Reroute>;

/// Decides what an act does: pure. Returns the event with its effects, or why it is refused (domain.md section 8).
///
/// - Approve completes a step as soon as its outcome is fixed (all, any, n of m, majority); the rest become Skipped; the next blocking
///   step opens, and circulations before it open with it. When no blocking step is left, the case is Decided and its postings used:
///   with the decision, or, where what it orders is examined, with the last examination behind it (地方自治法232条の4).
///   Where the actor also holds the next Review or Decide step of one assignment, both are approved by the one act (WF-11).
/// - A review of somebody absent who said so is passed over when it opens; they read afterwards and hold nothing up (rule 5).
/// - Approve in the manner of Acting (代決): while nobody who holds the deciding post is there, the first listed stand-in who is
///   decides, unless the case is important or a consultation failed (WF-2, WF-3); the decider reads afterwards.
/// - In the manner of PullUp (引上げ), with a reason: somebody later in the line acts before reviews that were not given; those are
///   passed over. Consultations and examinations are not (WF-5).
/// - Object: a consultation that cannot agree any more returns the case, or refers it to the decider, as its step says (WF-9).
/// - Return to the drafter makes the case Returned and its open and waiting assignments Void; to an earlier step reopens that
///   step and sets those after it Waiting. - Reject ends it; a consulted section may only return or object,
///   and whoever examines what was ordered only return. - Withdraw only while
///   no assignment of the round was acted on (WF-8). - Cancel until decided. What was ordered and is being examined goes neither way: its
///   examiner returns it, or a cancellation undoes it (会計規則: 命令の取消しは命令権者の行為). Both are open to whoever filed the round for the drafter,
///   too: a slip of theirs is theirs to undo. - Papers may be read after the decision.
/// - Remind is the drafter's while the case runs, and changes nothing: no step is ever approved by time (rule 11).
/// - Reroute is for what is open in a blocking step and waits for nobody who is there, and for whoever has no part in the case and gets none by it. A
///   decision goes to a superior of its decider alone, a review up the line or to a post of its section that is not below, a consultation stays in its
///   section or goes up, an examination stays in its own, and nothing goes where nobody could act on it.
/// - AddStep and Raise begin a new round of the same content in which everything done stands; a route gets longer, never shorter, and
///   not behind its decision.
/// - Nobody acts on an assignment of a case they drafted, not even as deputy; circulations excepted.
/// - An actor may act on an assignment bound to them, to a post they hold on `office.day()`, or to one held by a principal they
///   deputise for that day (both names are recorded); own posts go before deputyships. Nobody reads afterwards for somebody else.
Result<ProposedEvent, Refusal> decide(const Case &before, const Command &command, StaffId actor, const Office &office);

/// The effects an event has on a case: shared by decide and fold, so that the two cannot differ.
Result<Effects, Refusal> effectsOf(const Case &before, const Capacity &capacity, const EventBody &body);

/// An assignment somebody may act on today, with the capacity and the manner in which they would.
struct Turn final {
    AssignmentRef on;
    Capacity capacity;
    Manner manner = Manner::Own;
    friend bool operator==(const Turn &, const Turn &) = default;
};
/// Everything that waits for the actor: open assignments and what they are to read afterwards, in route order.
std::vector<Turn> turnsOf(const Case &c, StaffId actor, const Office &office);
/// What does not wait for the actor but what they may do out of turn, in the manner of Acting or PullUp, in route order.
std::vector<Turn> turnsOutOfOrder(const Case &c, StaffId actor, const Office &office, Manner manner);

/// Which acts are open to somebody right now, so that the window offers exactly those.
struct AllowedActs final {
    bool approve = false;
    bool read = false;       ///< the open assignment is a circulation: the act is 確認
    bool postReview = false; ///< 後閲: somebody went on without the actor, who is to read it
    bool object = false;
    bool returnToDrafter = false;
    std::vector<int> returnToSteps;
    bool reject = false;
    bool standIn = false; ///< 代決
    bool pullUp = false;  ///< 引上げ: approve, return to the drafter or reject out of turn
    bool addStep = false;
    bool addBefore = false; ///< a step may also be put in before the actor's own
    bool raise = false;
    bool withdraw = false;
    bool cancel = false;
    bool edit = false; ///< returned or withdrawn: may be corrected and resubmitted
    bool comment = false;
    bool remind = false; ///< 催促
    friend bool operator==(const AllowedActs &, const AllowedActs &) = default;
};
AllowedActs allowedActs(const Case &c, StaffId actor, const Office &office);

} // namespace kessai
