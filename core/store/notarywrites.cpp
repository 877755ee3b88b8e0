// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "core/cases/cancellation.h"
#include "core/store/localnotary.h"
#include "core/store/reader.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr QLatin1String kCaseId("case_id");

} // namespace

/// Adds to a proposed event what the notary alone knows: names, time, sequence, hash.
Result<Event> LocalNotary::stamp(NotaryRows &rows, const LockedCase &file, const AppendRequest &request)
{
    const Capacity &capacity = request.event.capacity;
    const auto name = rows.nameOf(m_actor);
    if (!name)
        return name.failure();
    QString principalName;
    if (capacity.principal) {
        const auto principal = rows.nameOf(*capacity.principal);
        if (!principal)
            return principal.failure();
        principalName = principal->value_or(QString());
    }
    std::optional<PostId> post = capacity.post;
    if (!post) {
        const auto primary = rows.primaryPost(m_actor);
        if (!primary)
            return primary.failure();
        post = *primary;
    }
    const auto office = rows.stampOf(post);
    if (!office)
        return office.failure();

    // A clock set back must not make a history run backwards.
    const Instant at = file.seq > 0 ? std::max(m_clock.now(), file.changedAt) : m_clock.now();
    Event event{.caseId = file.id,
                .seq = file.seq + 1,
                .capacity = capacity,
                .actorName = name->value_or(QString()),
                .actorTitle = office->title,
                .actorSection = office->section,
                .principalName = principalName,
                .at = at,
                .requestId = request.requestId,
                .code = codeOf(request.event.body),
                .version = kEventVersion,
                .payload = canonicalJson(toJson(request.event.body)),
                .effectsText = canonicalJson(toJson(request.event.effects)),
                .body = request.event.body,
                .effects = request.event.effects,
                .previousHash = file.headHash,
                .hash = {}};
    event.hash = event.computedHash();
    return event;
}

Result<> LocalNotary::write(NotaryRows &rows, const LockedCase &file, const Event &event,
                            const std::optional<NotaryRows::StoredContent> &content)
{
    if (const Result<> written = writeEvent(event); !written)
        return written;
    if (const auto *submitted = std::get_if<Submitted>(&event.body)) {
        if (const Result<> round = writeRound(file, event, *submitted, *content, rows); !round)
            return round;
    } else if (const auto *extended = std::get_if<Extended>(&event.body)) {
        if (const Result<> round = writeExtension(file, event, *extended); !round)
            return round;
    }
    if (const auto *rerouted = std::get_if<Rerouted>(&event.body)) {
        if (const Result<> moved = writeReroute(file, event, *rerouted); !moved)
            return moved;
    }
    if (const Result<> applied = writeEffects(file, event); !applied)
        return applied;
    if (event.effects.state == CaseState::Decided && file.state != CaseState::Decided) {
        if (const Result<> followed = followLeave(file, event); !followed)
            return followed;
    }
    if (event.effects.state != CaseState::Running && !std::holds_alternative<Commented>(event.body)) {
        if (const Result<> settled = settleCancellation(file, event); !settled)
            return settled;
    }
    const auto nowWith = rows.nowWith(file.id, event.effects.round);
    if (!nowWith)
        return nowWith.failure();
    Query move(m_database, QLatin1String("notaryMoveFile"));
    move.bind(kCaseId, file.id)
        .bind(QLatin1String("state"), int(event.effects.state))
        .bind(QLatin1String("round"), event.effects.round)
        .bind(QLatin1String("seq"), event.seq)
        .bindAscii(QLatin1String("head_hash"), event.hash)
        .bind(QLatin1String("posting_state"), int(event.effects.postings))
        .bind(QLatin1String("now_with"), *nowWith)
        .bind(QLatin1String("at"), event.at);
    if (const Result<> moved = move.exec(); !moved)
        return moved;
    if (move.affected() != 1)
        return fail(Error::refused(Refusal::Stale));
    return {};
}

Result<> LocalNotary::writeEvent(const Event &event)
{
    Query insert(m_database, QLatin1String("notaryInsertEvent"));
    insert.bind(kCaseId, event.caseId)
        .bind(QLatin1String("seq"), event.seq)
        .bind(QLatin1String("code"), event.code)
        .bind(QLatin1String("version"), event.version)
        .bind(QLatin1String("actor_id"), event.capacity.actor)
        .bind(QLatin1String("post_id"), event.capacity.post)
        .bind(QLatin1String("principal_id"), event.capacity.principal)
        .bind(QLatin1String("actor_name"), event.actorName)
        .bind(QLatin1String("actor_title"), event.actorTitle)
        .bind(QLatin1String("actor_section"), event.actorSection)
        .bind(QLatin1String("principal_name"), event.principalName)
        .bind(QLatin1String("at"), event.at)
        .bind(QLatin1String("request_id"), event.requestId)
        .bindAscii(QLatin1String("payload"), event.payload)
        .bindAscii(QLatin1String("effects"), event.effectsText)
        .bindAscii(QLatin1String("previous_hash"), event.previousHash)
        .bindAscii(QLatin1String("hash"), event.hash);
    return insert.exec();
}

/// The rows of a new round: steps, assignments, postings, the seal, and what lists show of the content.
Result<> LocalNotary::writeRound(const LockedCase &file, const Event &event, const Submitted &submitted,
                                 const NotaryRows::StoredContent &content, NotaryRows &rows)
{
    const int round = event.effects.round;
    for (const Step &step : submitted.route.steps) {
        if (const Result<> inserted = insertStep(file.id, round, step); !inserted)
            return inserted;
    }
    Query drop(m_database, QLatin1String("notaryDropPostings"));
    if (const Result<> dropped = drop.bind(kCaseId, file.id).exec(); !dropped)
        return dropped;
    Query insertPosting(m_database, QLatin1String("notaryInsertPosting"));
    if (content.content.fields.contains(kCancels)) {
        if (const Result<> begun = beginCancellation(file, content.content); !begun)
            return begun;
    }
    int no = 0;
    for (const Posting &posting : submitted.postings) {
        insertPosting.bind(kCaseId, file.id)
            .bind(QLatin1String("revision"), submitted.revision)
            .bind(QLatin1String("no"), ++no)
            .bind(QLatin1String("ledger"), posting.ledger)
            .bind(QLatin1String("account"), posting.account)
            .bind(QLatin1String("day"), posting.day)
            .bind(QLatin1String("amount"), posting.amount)
            .bind(QLatin1String("starts"), posting.start)
            .bind(QLatin1String("state"), int(event.effects.postings));
        if (const Result<> inserted = insertPosting.exec(); !inserted)
            return inserted;
    }
    if (const Result<> open = checkMonths(file.id); !open)
        return open;
    if (const Result<> enough = checkAccounts(file.id); !enough)
        return enough;

    Query seal(m_database, QLatin1String("notarySeal"));
    seal.bind(kCaseId, file.id).bind(QLatin1String("revision"), submitted.revision);
    if (const Result<> sealed = seal.exec(); !sealed)
        return sealed;
    const QString &drafterName = event.capacity.principal ? event.principalName : event.actorName;
    Query show(m_database, QLatin1String("notarySubmitFile"));
    show.bind(kCaseId, file.id)
        .bind(QLatin1String("title"), content.title)
        .bind(QLatin1String("amount"), content.amount)
        .bind(QLatin1String("urgent"), content.urgent)
        .bind(QLatin1String("important"), submitted.important)
        .bind(QLatin1String("attachments"), qint64(content.content.attachments.size()))
        .bind(QLatin1String("drafter_id"), file.drafter)
        .bind(QLatin1String("filer_id"), file.filer)
        .bind(QLatin1String("drafter_name"), drafterName)
        .bind(QLatin1String("drafter_section"), event.actorSection)
        .bind(QLatin1String("search_text"), searchText(rows.lockedNumber(), content.title, drafterName))
        .bind(QLatin1String("revision"), submitted.revision)
        .bind(QLatin1String("at"), event.at);
    return show.exec();
}

/// A step of a new round, all waiting.
Result<> LocalNotary::insertStep(CaseId id, int round, const Step &step)
{
    Query row(m_database, QLatin1String("notaryInsertStep"));
    row.bind(kCaseId, id)
        .bind(QLatin1String("round"), round)
        .bind(QLatin1String("step_no"), step.no)
        .bind(QLatin1String("kind"), int(step.kind))
        .bind(QLatin1String("rule"), int(step.rule))
        .bind(QLatin1String("needed"), step.needed)
        .bind(QLatin1String("line"), step.line)
        .bind(QLatin1String("objection"), int(step.objection));
    if (const Result<> inserted = row.exec(); !inserted)
        return inserted;
    if (step.assignments.empty())
        return {};
    Query seat(m_database, QLatin1String("notaryInsertSeat"));
    for (const Assignment &assignment : step.assignments) {
        seat.bind(kCaseId, id)
            .bind(QLatin1String("round"), round)
            .bind(QLatin1String("step_no"), step.no)
            .bind(QLatin1String("no"), assignment.no)
            .bind(QLatin1String("party"), toParty(assignment.who))
            .bind(QLatin1String("state"), int(AssignmentState::Waiting))
            .bindNull(QLatin1String("arrived_at"));
        if (const Result<> inserted = seat.exec(); !inserted)
            return inserted;
    }
    return {};
}

/// The rows of a round that an extension begins: the steps and marks so far, and the new step among them.
Result<> LocalNotary::writeExtension(const LockedCase &file, const Event &event, const Extended &extended)
{
    const auto steps = extendedRound(file, extended);
    if (!steps)
        return steps.failure();
    for (const Step &step : *steps) {
        Step row = step;
        if (step.no != extended.step.no)
            row.assignments.clear(); // copied with their marks
        if (const Result<> inserted = insertStep(file.id, event.effects.round, row); !inserted)
            return inserted;
    }
    Query copy(m_database, QLatin1String("notaryCopySeats"));
    copy.bind(kCaseId, file.id).bind(QLatin1String("round"), file.round).bind(QLatin1String("place"), extended.step.no);
    if (const Result<> copied = copy.exec(); !copied)
        return copied;
    Query end(m_database, QLatin1String("notaryVoidRound"));
    return end.bind(kCaseId, file.id).bind(QLatin1String("round"), file.round).exec();
}

/// What is decided makes its drafter absent on the days of which it leaves nothing, whatever it was for.
Result<> LocalNotary::followLeave(const LockedCase &file, const Event &event)
{
    Query follow(m_database, QLatin1String("notaryFollowLeave"));
    follow.bind(kCaseId, file.id).bind(QLatin1String("staff_id"), file.drafter).bind(QLatin1String("at"), event.at);
    return follow.exec();
}

Result<> LocalNotary::writeEffects(const LockedCase &file, const Event &event)
{
    Query moveSeat(m_database, QLatin1String("notaryMoveSeat"));
    const auto *approved = std::get_if<Approved>(&event.body);
    for (const Effects::Change &change : event.effects.changes) {
        const bool decidedFor = approved && approved->manner == Manner::Acting && approved->on == change.on;
        const bool arrives =
            change.to == AssignmentState::Open || (change.to == AssignmentState::PostReview && !decidedFor);
        moveSeat.bind(kCaseId, file.id)
            .bind(QLatin1String("round"), event.effects.round)
            .bind(QLatin1String("step_no"), change.on.step)
            .bind(QLatin1String("no"), change.on.no)
            .bind(QLatin1String("state"), int(change.to))
            .bind(QLatin1String("arrived_at"), arrives ? std::optional(event.at) : std::nullopt);
        if (const Result<> moved = moveSeat.exec(); !moved)
            return moved;
    }
    Query grant(m_database, QLatin1String("notaryInsertAccess"));
    qint64 position = qint64(file.access.size());
    for (const Assignee &who : event.effects.access) {
        grant.bind(kCaseId, file.id)
            .bind(QLatin1String("party"), toParty(who))
            .bind(QLatin1String("position"), ++position);
        if (const Result<> granted = grant.exec(); !granted)
            return granted;
    }
    if (event.effects.postings == file.postingState || std::holds_alternative<Submitted>(event.body))
        return {};
    if (event.effects.postings == PostingState::Used) {
        if (const Result<> open = checkMonths(file.id); !open)
            return open;
        if (const Result<> enough = checkAccounts(file.id); !enough)
            return enough;
    }
    Query movePostings(m_database, QLatin1String("notaryMovePostings"));
    const bool used = event.effects.postings == PostingState::Used;
    movePostings.bind(kCaseId, file.id)
        .bind(QLatin1String("state"), int(event.effects.postings))
        .bind(QLatin1String("used_at"), used ? std::optional(event.at) : std::nullopt);
    return movePostings.exec();
}

/// Nothing is filed or decided of the overtime of a closed month.
Result<> LocalNotary::checkMonths(CaseId id)
{
    Query closed(m_database, QLatin1String("notaryClosedMonth"));
    if (const Result<> run = closed.bind(kCaseId, id).exec(); !run)
        return run;
    const Result<bool> found = closed.next();
    if (!found)
        return found.failure();
    return *found ? Result<>(fail(Error::refused(Refusal::MonthClosed))) : Result<>();
}

} // namespace kessai
