// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/event.h"
#include "core/cases/strictjson.h"

namespace kessai {

namespace {

QJsonObject refToJson(AssignmentRef ref)
{
    return {{QStringLiteral("no"), ref.no}, {QStringLiteral("step"), ref.step}};
}

AssignmentRef refFrom(StrictObject &object)
{
    return {.step = object.count(QStringLiteral("step")), .no = object.count(QStringLiteral("no"))};
}

QJsonArray refsToJson(const std::vector<AssignmentRef> &refs)
{
    QJsonArray array;
    for (const AssignmentRef ref : refs)
        array.append(refToJson(ref));
    return array;
}

std::vector<AssignmentRef> refsMember(StrictObject &parent, const QString &key)
{
    std::vector<AssignmentRef> refs;
    const auto objects = objectsOf(parent.array(key), QStringLiteral("'%1'").arg(key));
    if (!objects) {
        parent.blame(objects.error().detail);
        return refs;
    }
    for (const QJsonObject &json : *objects) {
        StrictObject object(json, QStringLiteral("'%1'").arg(key));
        refs.push_back(refFrom(object));
        if (const Result<> read = object.finish(); !read)
            parent.blame(read.error().detail);
    }
    return refs;
}

QJsonArray numbersToJson(const std::vector<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

std::vector<int> numbersMember(StrictObject &parent, const QString &key)
{
    std::vector<int> numbers;
    for (const QJsonValue value : parent.array(key)) {
        const auto number = wholeNumber(value);
        if (!number || *number < 1 || *number > std::numeric_limits<int>::max())
            parent.blame(QStringLiteral("'%1' holds something that is no step").arg(key));
        else
            numbers.push_back(int(*number));
    }
    return numbers;
}

/// Flags are stored as 0 and 1.
bool flagMember(StrictObject &parent, const QString &key)
{
    return parent.count(key, 0, 1) == 1;
}

Manner mannerMember(StrictObject &parent)
{
    return Manner(parent.count(QStringLiteral("manner"), 0, int(Manner::PullUp)));
}

AssignmentRef refMember(StrictObject &parent, const QString &key)
{
    StrictObject object(parent.object(key), QStringLiteral("'%1'").arg(key));
    const AssignmentRef ref = refFrom(object);
    if (const Result<> read = object.finish(); !read)
        parent.blame(read.error().detail);
    return ref;
}

QJsonObject basisToJson(const RouteBasis &basis)
{
    return {{QStringLiteral("day"), basis.day.toString(Qt::ISODate)},
            {QStringLiteral("drafterPost"), basis.drafterPost.value()},
            {QStringLiteral("officeRevision"), basis.officeRevision},
            {QStringLiteral("ruleRevision"), basis.ruleRevision}};
}

RouteBasis basisMember(StrictObject &parent)
{
    StrictObject object(parent.object(QStringLiteral("basis")), QStringLiteral("'basis'"));
    const RouteBasis basis{.ruleRevision = object.count(QStringLiteral("ruleRevision")),
                           .officeRevision = object.count(QStringLiteral("officeRevision")),
                           .day = object.day(QStringLiteral("day")),
                           .drafterPost = PostId(object.integer(QStringLiteral("drafterPost"), 1))};
    if (const Result<> read = object.finish(); !read)
        parent.blame(read.error().detail);
    return basis;
}

QJsonObject postingToJson(const Posting &posting)
{
    QJsonObject json{{QStringLiteral("account"), posting.account},
                     {QStringLiteral("amount"), posting.amount},
                     {QStringLiteral("day"), posting.day.toString(Qt::ISODate)},
                     {QStringLiteral("ledger"), posting.ledger}};
    if (posting.start)
        json.insert(QStringLiteral("start"), *posting.start);
    return json;
}

std::optional<int> startMember(StrictObject &posting)
{
    const QString key = QStringLiteral("start");
    return posting.has(key) ? std::optional(posting.count(key, 0, kLastMinuteOfDay)) : std::nullopt;
}

std::vector<Posting> postingsMember(StrictObject &parent)
{
    std::vector<Posting> postings;
    const auto objects = objectsOf(parent.array(QStringLiteral("postings")), QStringLiteral("'postings'"));
    if (!objects) {
        parent.blame(objects.error().detail);
        return postings;
    }
    for (const QJsonObject &json : *objects) {
        StrictObject object(json, QStringLiteral("posting"));
        postings.push_back({.ledger = object.filledText(QStringLiteral("ledger")),
                            .account = object.filledText(QStringLiteral("account")),
                            .day = object.day(QStringLiteral("day")),
                            .amount = object.integer(QStringLiteral("amount")),
                            .start = startMember(object)});
        if (const Result<> read = object.finish(); !read)
            parent.blame(read.error().detail);
    }
    return postings;
}

QJsonObject bodyToJson(const Submitted &body)
{
    QJsonArray postings;
    for (const Posting &posting : body.postings)
        postings.append(postingToJson(posting));
    return {{QStringLiteral("basis"), basisToJson(body.basis)},
            {QStringLiteral("comment"), body.comment},
            {QStringLiteral("contentDigest"), QString::fromLatin1(body.contentDigest)},
            {QStringLiteral("important"), int(body.important)},
            {QStringLiteral("kept"), numbersToJson(body.kept)},
            {QStringLiteral("passed"), refsToJson(body.passed)},
            {QStringLiteral("postings"), postings},
            {QStringLiteral("revision"), body.revision},
            {QStringLiteral("route"), toJson(body.route)}};
}

QJsonObject bodyToJson(const Approved &body)
{
    return {{QStringLiteral("also"), refsToJson(body.also)},
            {QStringLiteral("comment"), body.comment},
            {QStringLiteral("manner"), int(body.manner)},
            {QStringLiteral("on"), refToJson(body.on)},
            {QStringLiteral("passed"), refsToJson(body.passed)}};
}

QJsonObject bodyToJson(const Returned &body)
{
    return {{QStringLiteral("manner"), int(body.manner)},
            {QStringLiteral("on"), refToJson(body.on)},
            {QStringLiteral("reason"), body.reason},
            {QStringLiteral("toStep"), body.toStep ? QJsonValue(*body.toStep) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject bodyToJson(const Rejected &body)
{
    return {{QStringLiteral("manner"), int(body.manner)},
            {QStringLiteral("on"), refToJson(body.on)},
            {QStringLiteral("reason"), body.reason}};
}

QJsonObject bodyToJson(const Withdrawn &body)
{
    return {{QStringLiteral("comment"), body.comment}};
}

QJsonObject bodyToJson(const Reminded &body)
{
    return {{QStringLiteral("comment"), body.comment}};
}

QJsonObject bodyToJson(const Cancelled &body)
{
    return {{QStringLiteral("reason"), body.reason}};
}

QJsonObject bodyToJson(const Commented &body)
{
    return {{QStringLiteral("explained"), int(body.explained)}, {QStringLiteral("text"), body.text}};
}

QJsonObject bodyToJson(const Objected &body)
{
    return {{QStringLiteral("on"), refToJson(body.on)},
            {QStringLiteral("passed"), refsToJson(body.passed)},
            {QStringLiteral("reason"), body.reason}};
}

QJsonObject bodyToJson(const Extended &body)
{
    return {{QStringLiteral("on"), refToJson(body.on)},
            {QStringLiteral("raise"), int(body.raise)},
            {QStringLiteral("reason"), body.reason},
            {QStringLiteral("step"), toJson(body.step)}};
}

QJsonObject bodyToJson(const Rerouted &body)
{
    return {{QStringLiteral("post"), body.post.value()},
            {QStringLiteral("reason"), body.reason},
            {QStringLiteral("seat"), refToJson(body.seat)}};
}

Submitted readBody(StrictObject &object, const Submitted *)
{
    const QByteArray digest = object.text(QStringLiteral("contentDigest")).toLatin1();
    auto route = routeFromJson(object.object(QStringLiteral("route")));
    if (!route)
        object.blame(route.error().detail);
    return {.revision = object.count(QStringLiteral("revision")),
            .contentDigest = digest,
            .basis = basisMember(object),
            .route = route ? std::move(route).value() : Route{},
            .postings = postingsMember(object),
            .comment = object.text(QStringLiteral("comment")),
            .important = flagMember(object, QStringLiteral("important")),
            .kept = numbersMember(object, QStringLiteral("kept")),
            .passed = refsMember(object, QStringLiteral("passed"))};
}

Approved readBody(StrictObject &object, const Approved *)
{
    return {.on = refMember(object, QStringLiteral("on")),
            .also = refsMember(object, QStringLiteral("also")),
            .comment = object.text(QStringLiteral("comment")),
            .manner = mannerMember(object),
            .passed = refsMember(object, QStringLiteral("passed"))};
}

Returned readBody(StrictObject &object, const Returned *)
{
    const std::optional<qint64> toStep = object.identityOrNull(QStringLiteral("toStep"));
    if (toStep && *toStep > std::numeric_limits<int>::max())
        object.blame(QStringLiteral("'toStep' is no step"));
    return {.on = refMember(object, QStringLiteral("on")),
            .toStep = toStep ? std::optional(int(*toStep)) : std::nullopt,
            .reason = object.text(QStringLiteral("reason")),
            .manner = mannerMember(object)};
}

Rejected readBody(StrictObject &object, const Rejected *)
{
    return {.on = refMember(object, QStringLiteral("on")),
            .reason = object.text(QStringLiteral("reason")),
            .manner = mannerMember(object)};
}

Withdrawn readBody(StrictObject &object, const Withdrawn *)
{
    return {.comment = object.text(QStringLiteral("comment"))};
}

Cancelled readBody(StrictObject &object, const Cancelled *)
{
    return {.reason = object.text(QStringLiteral("reason"))};
}

Commented readBody(StrictObject &object, const Commented *)
{
    return {.text = object.text(QStringLiteral("text")), .explained = flagMember(object, QStringLiteral("explained"))};
}

Reminded readBody(StrictObject &object, const Reminded *)
{
    return {.comment = object.text(QStringLiteral("comment"))};
}

Objected readBody(StrictObject &object, const Objected *)
{
    return {.on = refMember(object, QStringLiteral("on")),
            .reason = object.text(QStringLiteral("reason")),
            .passed = refsMember(object, QStringLiteral("passed"))};
}

Rerouted readBody(StrictObject &object, const Rerouted *)
{
    return {.seat = refMember(object, QStringLiteral("seat")),
            .post = PostId(object.integer(QStringLiteral("post"), 1)),
            .reason = object.text(QStringLiteral("reason"))};
}

Extended readBody(StrictObject &object, const Extended *)
{
    auto step = stepFromJson(object.object(QStringLiteral("step")));
    if (!step)
        object.blame(step.error().detail);
    return {.on = refMember(object, QStringLiteral("on")),
            .step = step ? std::move(step).value() : Step{1, StepKind::Review, StepRule::All, 1, {}, {}, {}},
            .raise = flagMember(object, QStringLiteral("raise")),
            .reason = object.text(QStringLiteral("reason"))};
}

template <class Body>
Result<EventBody> bodyFromJson(const QString &code, const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("event '%1'").arg(code));
    Body body = readBody(object, static_cast<const Body *>(nullptr));
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    return EventBody(std::move(body));
}

/// The stored codes, in the order of EventBody's alternatives.
const QStringList &eventCodes()
{
    static const QStringList codes = {
        QStringLiteral("submitted"), QStringLiteral("approved"),  QStringLiteral("returned"),
        QStringLiteral("rejected"),  QStringLiteral("withdrawn"), QStringLiteral("cancelled"),
        QStringLiteral("commented"), QStringLiteral("objected"),  QStringLiteral("extended"),
        QStringLiteral("reminded"),  QStringLiteral("rerouted")};
    static_assert(std::variant_size_v<EventBody> == 11);
    return codes;
}

template <size_t At>
Result<EventBody> bodyAt(qsizetype index, const QString &code, const QJsonObject &json)
{
    if constexpr (At == std::variant_size_v<EventBody>) {
        return fail(ErrorCode::Invalid, QStringLiteral("event '%1' is not known").arg(code));
    } else {
        return index == qsizetype(At) ? bodyFromJson<std::variant_alternative_t<At, EventBody>>(code, json)
                                      : bodyAt<At + 1>(index, code, json);
    }
}

} // namespace

QString codeOf(const EventBody &body)
{
    return eventCodes().at(qsizetype(body.index()));
}

QJsonObject toJson(const EventBody &body)
{
    return std::visit([](const auto &b) { return bodyToJson(b); }, body);
}

Result<EventBody> eventBodyFromJson(const QString &code, int version, const QJsonObject &json)
{
    if (version != kEventVersion)
        return fail(ErrorCode::Invalid,
                    QStringLiteral("event '%1' has version %2, known is %3").arg(code).arg(version).arg(kEventVersion));
    return bodyAt<0>(eventCodes().indexOf(code), code, json);
}

QJsonObject toJson(const Effects &effects)
{
    QJsonArray changes;
    for (const Effects::Change &change : effects.changes) {
        changes.append(QJsonObject{{QStringLiteral("no"), change.on.no},
                                   {QStringLiteral("step"), change.on.step},
                                   {QStringLiteral("to"), int(change.to)}});
    }
    QJsonArray access;
    for (const Assignee &who : effects.access)
        access.append(toText(who));
    return {{QStringLiteral("access"), access},
            {QStringLiteral("changes"), changes},
            {QStringLiteral("postings"), int(effects.postings)},
            {QStringLiteral("round"), effects.round},
            {QStringLiteral("state"), int(effects.state)}};
}

Result<Effects> effectsFromJson(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("effects"));
    Effects effects{.state = CaseState(object.count(QStringLiteral("state"), 0, int(CaseState::Cancelled))),
                    .round = object.count(QStringLiteral("round")),
                    .changes = {},
                    .access = {},
                    .postings = PostingState(object.count(QStringLiteral("postings"), 0, int(PostingState::Void)))};
    const auto changes = objectsOf(object.array(QStringLiteral("changes")), QStringLiteral("'changes'"));
    const QJsonArray access = object.array(QStringLiteral("access"));
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    if (!changes)
        return changes.failure();
    for (const QJsonObject &one : *changes) {
        StrictObject change(one, QStringLiteral("effects: change"));
        const AssignmentRef on = refFrom(change);
        const int to = change.count(QStringLiteral("to"), 0, int(AssignmentState::Objected));
        if (const Result<> read = change.finish(); !read)
            return read.failure();
        effects.changes.push_back({on, AssignmentState(to)});
    }
    for (const QJsonValue value : access) {
        const auto who = assigneeFromText(value.toString());
        if (!who)
            return fail(ErrorCode::Invalid, QStringLiteral("effects: '%1' is no assignee").arg(value.toString()));
        effects.access.push_back(*who);
    }
    return effects;
}

} // namespace kessai
