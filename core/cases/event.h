// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cases/posting.h"
#include "core/cases/route.h"

#include <QJsonObject>

#include <variant>

namespace kessai {

enum class CaseState {
    Draft = 0,     ///< 下書き: has no history yet
    Running = 1,   ///< 回議中
    Returned = 2,  ///< 差戻し: with the drafter, may be resubmitted
    Withdrawn = 3, ///< 引戻し: taken back before anybody acted, may be resubmitted
    Decided = 4,   ///< 決裁済
    Rejected = 5,  ///< 否決
    Cancelled = 6, ///< 取下げ
};

/// Points at one assignment of the current round.
struct AssignmentRef final {
    int step;
    int no;
    friend bool operator==(const AssignmentRef &, const AssignmentRef &) = default;
};

/// What a route was resolved from; readers resolve it again from these and compare.
struct RouteBasis final {
    int ruleRevision;
    int officeRevision;
    QDate day;
    PostId drafterPost;
    friend bool operator==(const RouteBasis &, const RouteBasis &) = default;
};

// The events. Each has a stored code and version; a version this program does not know is an error.

/// In what manner an assignment is acted on (domain.md 8.1); own turns include those of a dated deputy.
enum class Manner {
    Own = 0,
    Acting = 1, ///< 代決: the decider is absent and a listed stand-in decides; the decider reads afterwards
    PullUp =
        2, ///< 引上げ: somebody later in the line acts before it was their turn; who was passed over reads afterwards
};

/// A round begins: the content revision with its seal, the route, and the postings of the content.
struct Submitted final {
    int revision;
    QByteArray contentDigest;
    RouteBasis basis;
    Route route; ///< as resolved, all assignments Waiting
    std::vector<Posting> postings;
    QString comment;
    bool important = false; ///< 重要: nobody decides it in the decider's place (WF-3)
    std::vector<int> kept =
        {}; ///< steps whose marks of the last round stand, because nothing they were set on has changed
    std::vector<AssignmentRef> passed = {}; ///< reviews of those who are absent, passed over until they read (後閲)
    friend bool operator==(const Submitted &, const Submitted &) = default;
};
/// An assignment agreed (or, circulating or passed over, took note). `also` are later steps the same person holds in the same line
/// (兼務, WF-11). Pulling up needs a reason, which is the comment.
struct Approved final {
    AssignmentRef on;
    std::vector<AssignmentRef> also;
    QString comment;
    Manner manner = Manner::Own;
    std::vector<AssignmentRef> passed = {}; ///< as in Submitted
    friend bool operator==(const Approved &, const Approved &) = default;
};
/// Sent back with a reason: to the drafter, or to an earlier step.
struct Returned final {
    AssignmentRef on;
    std::optional<int> toStep; ///< none = to the drafter
    QString reason;
    Manner manner = Manner::Own;
    friend bool operator==(const Returned &, const Returned &) = default;
};
struct Rejected final {
    AssignmentRef on;
    QString reason;
    Manner manner = Manner::Own;
    friend bool operator==(const Rejected &, const Rejected &) = default;
};
struct Withdrawn final {
    QString comment;
    friend bool operator==(const Withdrawn &, const Withdrawn &) = default;
};
struct Cancelled final {
    QString reason;
    friend bool operator==(const Cancelled &, const Cancelled &) = default;
};
/// A remark. `explained` marks that the case was explained to the readers in person (持ち回り).
struct Commented final {
    QString text;
    bool explained = false;
    friend bool operator==(const Commented &, const Commented &) = default;
};
/// 催促: the drafter asks whomever the case waits for to see to it. Nothing follows from it by itself (domain.md 8.2 rule 11).
struct Reminded final {
    QString comment;
    friend bool operator==(const Reminded &, const Reminded &) = default;
};
/// A consulted post does not agree. Once the consultation cannot agree any more the case goes back or on, as the step says.
struct Objected final {
    AssignmentRef on;
    QString reason;
    std::vector<AssignmentRef> passed = {}; ///< as in Submitted
    friend bool operator==(const Objected &, const Objected &) = default;
};
/// Somebody whose turn it is lengthens the route, never shortens it: a new round of the same content begins in which everything
/// done so far stands. Either another step is put in, or the decision goes to a superior (上位決裁) and the decider so far reviews.
struct Extended final {
    AssignmentRef on;
    Step step;          ///< as it will stand at its number, all assignments Waiting
    bool raise = false; ///< the new step decides, the step acted on becomes a review
    QString reason;
    friend bool operator==(const Extended &, const Extended &) = default;
};

/// 宛先替え: what waits and cannot go on where it is is addressed to another post by an administrator, who has no part in the case. The step stays what
/// it is: its kind, the line of the rule that made it, and what it is about.
struct Rerouted final {
    AssignmentRef seat; ///< open, of a blocking step
    PostId post;
    QString reason;
    friend bool operator==(const Rerouted &, const Rerouted &) = default;
};

using EventBody = std::variant<Submitted, Approved, Returned, Rejected, Withdrawn, Cancelled, Commented, Objected,
                               Extended, Reminded, Rerouted>;

/// What an event changes in the projections, applied mechanically by the store and checked by the notary.
struct Effects final {
    struct Change {
        AssignmentRef on;
        AssignmentState to;
        friend bool operator==(const Change &, const Change &) = default;
    };
    CaseState state;
    int round;
    std::vector<Change> changes;  ///< in the given order; on Submitted the new round's steps exist first, all Waiting
    std::vector<Assignee> access; ///< who may read the case from now on
    PostingState postings;        ///< the state of the current revision's postings after the event
    friend bool operator==(const Effects &, const Effects &) = default;
};

/// Who acts, and in which capacity; the notary checks it and freezes names beside it.
struct Capacity final {
    StaffId actor;
    std::optional<PostId> post;       ///< the post acted for; none for the drafter's own acts on a person-bound step
    std::optional<StaffId> principal; ///< whom the actor deputises for, if so
    friend bool operator==(const Capacity &, const Capacity &) = default;
};

/// An event as the engine proposes it: everything but what the notary stamps (time, sequence, names, hash).
struct ProposedEvent final {
    Capacity capacity;
    EventBody body;
    Effects effects;
    friend bool operator==(const ProposedEvent &, const ProposedEvent &) = default;
};

/// An event as recorded.
struct Event final {
    CaseId caseId;
    int seq; ///< 1-based, without gaps
    Capacity capacity;
    QString actorName;     ///< frozen at the act: "鈴木 健一"
    QString actorTitle;    ///< title of the post acted for, or of the primary post
    QString actorSection;  ///< stamp label of that post's section
    QString principalName; ///< empty unless deputising
    Instant at;
    QString requestId; ///< the client's unique id of the act
    QString code;      ///< stored code of the body: "submitted", ...
    int version;
    QByteArray payload;     ///< canonical JSON of the body, exactly as stored
    QByteArray effectsText; ///< canonical JSON of the effects, exactly as stored
    EventBody body;
    Effects effects;
    QByteArray previousHash; ///< hex; empty string for the first event
    QByteArray hash;         ///< hex

    /// The hash this event must have: SHA-256 over previous hash and every recorded field, see the definition.
    QByteArray computedHash() const;
    friend bool operator==(const Event &, const Event &) = default;
};

// Codes and text forms (core/cases/eventcodec.cpp).
//
// Enums are stored as their numbers, days as "2026-11-22", none as null; every member is always there, no other is:
//   effects    {"access":["post:12"],"changes":[{"no":1,"step":1,"to":1}],"postings":0,"round":1,"state":1}
//   submitted  {"basis":{"day":"..","drafterPost":12,"officeRevision":1,"ruleRevision":1},"comment":"","contentDigest":"<hex>",
//               "important":0,"kept":[2],"passed":[<ref>],
//               "postings":[{"account":"..","amount":90,"day":"..","ledger":".."}],"revision":1,"route":{..}}
//   route      {"dropped":[<note>],"steps":[<step>]}
//   step       {"assignments":["post:12","staff:7"],"kind":0,"line":"OT-1","needed":1,"no":1,
//               "notes":[{"kind":1,"line":"OT-1","post":12}],"objection":0,"rule":0}   (assignments are numbered 1.. in their order)
//   approved   {"also":[{"no":1,"step":3}],"comment":"","manner":0,"on":{"no":1,"step":2},"passed":[<ref>]}
//   returned   {"manner":0,"on":{..},"reason":"..","toStep":null}      rejected {"manner":0,"on":{..},"reason":".."}
//   withdrawn  {"comment":""}    cancelled {"reason":".."}    commented {"explained":0,"text":".."}
//   reminded   {"comment":""}
//   rerouted   {"post":12,"reason":"..","seat":{..}}
//   objected   {"on":{..},"passed":[<ref>],"reason":".."}     extended {"on":{..},"raise":0,"reason":"..","step":{<step>}}

/// Whom an act says it passes over (後閲); nobody where it opens nothing.
std::vector<AssignmentRef> passedIn(const EventBody &body);

/// Version of payloads this program writes; it reads exactly the versions it knows.
inline constexpr int kEventVersion = 1;
QString codeOf(const EventBody &body);
QJsonObject toJson(const EventBody &body);
Result<EventBody> eventBodyFromJson(const QString &code, int version, const QJsonObject &json);
QJsonObject toJson(const Effects &effects);
Result<Effects> effectsFromJson(const QJsonObject &json);
QJsonObject toJson(const Route &route);
QJsonObject toJson(const Step &step);
Result<Step> stepFromJson(const QJsonObject &json);
Result<Route> routeFromJson(const QJsonObject &json);
/// The reference text of an assignee: "post:12", "staff:34".
QString toText(const Assignee &who);
std::optional<Assignee> assigneeFromText(const QString &text);

} // namespace kessai
