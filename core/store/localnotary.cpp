// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/localnotary.h"

#include "core/base/canonical.h"
#include "core/base/textfold.h"
#include "core/cases/cancellation.h"
#include "core/cases/filing.h"
#include "core/store/reorganisations.h"

#include <algorithm>

namespace kessai {

namespace {

Fail<Error> refusedBy(Refusal refusal, const char *why)
{
    return fail(Error::refused(refusal, QLatin1String(why)));
}

const Assignment *seatOf(const std::vector<Step> &steps, AssignmentRef on)
{
    for (const Step &step : steps) {
        for (const Assignment &assignment : step.assignments) {
            if (step.no == on.step && assignment.no == on.no)
                return &assignment;
        }
    }
    return nullptr;
}

} // namespace

QString searchText(const QString &number, const QString &title, const QString &drafter)
{
    return foldText(number) + QLatin1Char('\n') + foldText(title) + QLatin1Char('\n') + foldText(drafter);
}

LocalNotary::LocalNotary(Database &database, const Clock &clock, StaffId actor)
    : m_database(database), m_clock(clock), m_actor(actor)
{
}

Result<Transaction> LocalNotary::begin()
{
    if (m_database.dialect() == Dialect::Sqlite) {
        if (const Result<> reached = reachDay({m_database, m_clock, m_actor}); !reached)
            return reached.failure();
    }
    return Transaction::begin(m_database);
}

Result<Event> LocalNotary::append(const AppendRequest &request)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    auto recorded = record(request);
    if (!recorded)
        return recorded;
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.failure();
    return recorded;
}

Result<Event> LocalNotary::record(const AppendRequest &request)
{
    const ProposedEvent &event = request.event;
    if (request.requestId.isEmpty() || request.requestId.size() > 100)
        return fail(ErrorCode::Invalid, QStringLiteral("a request needs an id of at most 100 characters"));
    const bool reroutes = std::holds_alternative<Rerouted>(event.body);
    if (const Result<> may = reroutes ? checkAdministers() : Result<>(); !may)
        return may.failure();
    NotaryRows rows(m_database, m_clock.now().day());
    auto before = rows.recorded(request.requestId);
    if (!before)
        return before.failure();
    if (before->has_value()) {
        if ((*before)->caseId == request.caseId && (*before)->capacity.actor == m_actor
            && (*before)->code == codeOf(event.body)
            && (!reroutes || (*before)->payload == canonicalJson(toJson(event.body))))
            return std::move(**before);
        return fail(ErrorCode::AlreadyExists, QStringLiteral("the request id belongs to another act"));
    }
    if (event.capacity.actor != m_actor)
        return fail(ErrorCode::AccessDenied, QStringLiteral("somebody else is named as the actor"));

    const auto locked = rows.lock(request.caseId);
    if (!locked)
        return locked.failure();
    LockedCase file = *locked;
    if (const Result<> readable = reroutes ? checkSubmitted(file) : checkReadable(rows, file); !readable)
        return readable.failure();
    if (file.seq != request.expectedSeq)
        return refusedBy(Refusal::Stale, "the history moved on");
    if (std::holds_alternative<Submitted>(event.body)) {
        if (const Result<> filed = takeFiler(rows, file, event.capacity); !filed)
            return filed.failure();
    }
    if (const Result<> who = reroutes ? checkRerouted(rows, file, event) : checkWho(rows, file, event); !who)
        return who.failure();

    std::optional<NotaryRows::StoredContent> content;
    std::vector<Step> steps = file.steps;
    if (const auto *submitted = std::get_if<Submitted>(&event.body)) {
        auto stored = rows.contentOf(file, submitted->revision);
        if (!stored)
            return stored.failure();
        content = std::move(stored).value();
        if (const Result<> fits = checkSubmission(rows, file, event, content); !fits)
            return fits.failure();
        steps = submitted->route.steps;
    } else if (const auto *extended = std::get_if<Extended>(&event.body)) {
        auto longer = extendedRound(file, *extended);
        if (!longer)
            return longer.failure();
        if (const Result<> there = checkAdded(rows, file, *extended); !there)
            return there.failure();
        steps = std::move(longer).value();
    }
    const Matter matter{file.form, content ? content->amount : file.amount};
    if (const Result<> passed = checkPassed(rows, matter, event.body, steps); !passed)
        return passed.failure();
    if (const Result<> effects = checkEffects(file, event, std::move(steps)); !effects)
        return effects.failure();

    auto stamped = stamp(rows, file, request);
    if (!stamped)
        return stamped;
    if (stamped->payload.size() + stamped->effectsText.size() > kMaxPayloadBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("an act may say a mebibyte"));
    if (const Result<> written = write(rows, file, *stamped, content); !written)
        return written.failure();
    return stamped;
}

/// 代理入力: with its first submission a clerk's draft becomes the case of the colleague it was written for; later ones are that one's own.
Result<> LocalNotary::takeFiler(NotaryRows &rows, LockedCase &file, const Capacity &capacity)
{
    file.filer.reset();
    if (!capacity.principal || file.seq > 0)
        return {};
    const auto files = rows.filesFor(m_actor, *capacity.principal);
    if (!files)
        return files.failure();
    if (file.drafter != m_actor || !*files)
        return refusedBy(Refusal::NotDrafter, "a clerk files for colleagues of their section");
    file.filer = m_actor;
    file.drafter = *capacity.principal;
    return {};
}

/// Whoever files a case for somebody is not asked about it.
Result<> LocalNotary::checkFilerUnasked(NotaryRows &rows, const LockedCase &file, const Step &step)
{
    if (!file.filer || !step.blocks())
        return {};
    for (const Assignment &assignment : step.assignments) {
        const auto *post = std::get_if<PostId>(&assignment.who);
        const auto asked =
            post ? rows.holds(*file.filer, *post) : Result<bool>(std::get<StaffId>(assignment.who) == *file.filer);
        if (!asked)
            return asked.failure();
        if (*asked)
            return refusedBy(Refusal::FilerAsked, "whoever files a case is not asked about it");
    }
    return {};
}

/// Whoever may not read a case learns nothing of it.
Result<> LocalNotary::checkReadable(NotaryRows &rows, const LockedCase &file)
{
    const auto sees = rows.maySee(file, m_actor);
    if (!sees)
        return sees.failure();
    const auto auditor = rows.isAuditor(m_actor);
    if (!auditor)
        return auditor.failure();
    if (*sees || (*auditor && file.seq > 0))
        return {};
    return fail(ErrorCode::NotFound, QStringLiteral("there is no such case"));
}

/// Who acts, and whether they may act like this today.
Result<> LocalNotary::checkWho(NotaryRows &rows, const LockedCase &file, const ProposedEvent &event)
{
    const auto name = rows.nameOf(m_actor);
    if (!name)
        return name.failure();
    if (!name->has_value())
        return refusedBy(Refusal::UnknownStaff, "the actor is not in the office today");
    const Capacity &capacity = event.capacity;

    if (const auto *comment = std::get_if<Commented>(&event.body)) {
        if (file.state == CaseState::Draft)
            return refusedBy(Refusal::WrongState, "a draft has no history to remark on");
        const auto sees = rows.maySee(file, m_actor);
        if (!sees)
            return sees.failure();
        if (!*sees || capacity.post || capacity.principal)
            return refusedBy(Refusal::NotYourTurn, "a remark is everybody's own to whom the case was sent");
        if (comment->text.trimmed().isEmpty())
            return refusedBy(Refusal::ReasonMissing, "the remark says nothing");
        return {};
    }
    if (!actedOn(event.body).empty()) {
        const Result<> turn = checkTurn(file, event);
        return turn ? checkCapacity(rows, file, event) : turn;
    }
    const Result<> own = checkDraftersAct(file, event);
    if (own && std::holds_alternative<Reminded>(event.body)) {
        const auto before = rows.remindedBefore(file.id);
        if (!before)
            return before.failure();
        if (*before)
            return refusedBy(Refusal::RemindedBefore, "the last reminder is too short a time ago");
    }
    return own && std::holds_alternative<Submitted>(event.body) ? checkBasis(rows, file, event) : own;
}

/// Whether the assignments acted on are the actor's, or those of somebody whose dated deputy they are today.
Result<> LocalNotary::checkCapacity(NotaryRows &rows, const LockedCase &file, const ProposedEvent &event)
{
    const Capacity &capacity = event.capacity;
    if (capacity.principal) {
        const auto deputises = rows.deputises(*capacity.principal, m_actor, file.id);
        if (!deputises)
            return deputises.failure();
        if (!*deputises)
            return refusedBy(Refusal::NotYourTurn, "the actor is not that person's deputy today");
    }
    const std::vector<AssignmentRef> acted = actedOn(event.body);
    const Assignment &on = *seatOf(file.steps, acted.front());
    if (mannerOf(event.body) == Manner::Acting)
        return checkStandIn(rows, file, on, capacity);
    if (capacity.principal && on.state == AssignmentState::PostReview)
        return refusedBy(Refusal::NotYourTurn, "what passed somebody over they read themselves");
    const StaffId person = capacity.principal.value_or(m_actor);
    bool first = true;
    for (const AssignmentRef ref : acted) {
        const Assignee &who = seatOf(file.steps, ref)->who;
        // Further steps of the same person may be of other posts of theirs (兼務).
        const auto *post = std::get_if<PostId>(&who);
        const bool named = !first || capacity.post == (post ? std::optional(*post) : std::nullopt);
        first = false;
        const auto theirs = post ? rows.holds(person, *post) : Result<bool>(std::get<StaffId>(who) == person);
        if (!theirs)
            return theirs.failure();
        if (!named || !*theirs)
            return refusedBy(Refusal::NotYourTurn, "somebody else is asked");
    }
    return {};
}

/// 代決: the decider is away, and the actor, who is there, holds the first of the listed posts at which anybody is.
Result<> LocalNotary::checkStandIn(NotaryRows &rows, const LockedCase &file, const Assignment &on,
                                   const Capacity &capacity)
{
    const auto *named = std::get_if<PostId>(&on.who);
    if (!named || capacity.principal || !capacity.post || *capacity.post == *named)
        return refusedBy(Refusal::NoStandIn, "a stand-in acts for a listed post, in person");
    const auto decider = rows.currentPost(*named);
    const auto holds = rows.holds(m_actor, *capacity.post);
    const auto away = rows.absent(m_actor);
    const auto line = rows.lineOf(file);
    if (!decider || !holds || !away || !line)
        return !decider ? decider.failure() : !holds ? holds.failure() : !away ? away.failure() : line.failure();
    const auto attended = rows.attended(*decider, file);
    if (!attended)
        return attended.failure();
    if (!*holds || *away || *attended)
        return refusedBy(Refusal::NoStandIn, "the decider is there, or the actor is no stand-in");
    const auto standIns = rows.standIns(*decider, *line);
    if (!standIns)
        return standIns.failure();
    for (const PostId post : *standIns) {
        if (post == *capacity.post)
            return {};
        const auto there = rows.attended(post, file);
        if (!there)
            return there.failure();
        if (*there)
            break;
    }
    return refusedBy(Refusal::NoStandIn, "another stand-in comes first");
}

/// Whoever is passed over for their absence is away, said so, and has no deputy for such a case; and reviews as everybody in the step must.
Result<> LocalNotary::checkPassed(NotaryRows &rows, const Matter &matter, const EventBody &body,
                                  const std::vector<Step> &steps)
{
    for (const AssignmentRef on : passedIn(body)) {
        const Assignment *seat = seatOf(steps, on);
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const Step &one) { return one.no == on.step; });
        if (!seat || step->kind != StepKind::Review || step->rule != StepRule::All)
            return refusedBy(Refusal::NotYourTurn, "only a review that everybody must give is passed over");
        const auto *post = std::get_if<PostId>(&seat->who);
        const auto holders =
            post ? rows.holders(*post) : Result<std::vector<StaffId>>(std::vector{std::get<StaffId>(seat->who)});
        if (!holders)
            return holders.failure();
        for (const StaffId holder : *holders) {
            const auto passes = rows.passesOver(holder, matter);
            if (!passes)
                return passes.failure();
            if (!*passes)
                return refusedBy(Refusal::NotYourTurn, "nobody is passed over who did not ask for it");
        }
        if (holders->empty())
            return refusedBy(Refusal::NotYourTurn, "an empty chair is not passed over");
    }
    return {};
}

/// Whether everybody a step asks is in the office.
Result<> LocalNotary::checkPresent(NotaryRows &rows, const Step &step)
{
    for (const Assignment &assignment : step.assignments) {
        const auto there = rows.exists(assignment.who);
        if (!there)
            return there.failure();
        if (!*there)
            return refusedBy(Refusal::UnknownStaff, "the route asks somebody who is not in the office");
    }
    return {};
}

/// Whether a step that somebody puts in asks those who could answer, and, where it takes the decision, a superior of the decider.
Result<> LocalNotary::checkAdded(NotaryRows &rows, const LockedCase &file, const Extended &extended)
{
    if (extended.raise) {
        const auto *decider = std::get_if<PostId>(&seatOf(file.steps, extended.on)->who);
        const auto above = decider ? rows.isSuperior(std::get<PostId>(extended.step.assignments.front().who), *decider)
                                   : Result<bool>(false);
        if (!above)
            return above.failure();
        if (!*above)
            return refusedBy(Refusal::NoSuchStep, "the decision goes to a superior of the decider");
    }
    if (const Result<> there = checkPresent(rows, extended.step); !there)
        return there;
    for (const Assignment &assignment : extended.step.assignments) {
        const auto *post = std::get_if<PostId>(&assignment.who);
        const auto holders =
            post ? rows.holders(*post) : Result<std::vector<StaffId>>(std::vector{std::get<StaffId>(assignment.who)});
        if (!holders)
            return holders.failure();
        if (holders->empty())
            return refusedBy(Refusal::EmptyStep, "a step is added for an empty chair");
        const bool own = std::all_of(holders->begin(), holders->end(),
                                     [&](StaffId one) { return one == file.drafter || one == file.filer; });
        if (own && extended.step.kind != StepKind::Circulate)
            return refusedBy(Refusal::OwnCase, "a step is added for the drafter");
    }
    return {};
}

/// A route is resolved from what is in force now, else an old revision of rules or office could be picked that happens to suit. On
/// the stroke of midnight the day before will do.
Result<> LocalNotary::checkBasis(NotaryRows &rows, const LockedCase &file, const ProposedEvent &event)
{
    const RouteBasis &basis = std::get<Submitted>(event.body).basis;
    const QDate today = m_clock.now().day();
    const auto inForce = rows.inForce(file.form, basis.day);
    if (!inForce)
        return inForce.failure();
    const bool fresh =
        basis.day == today || (basis.day.addDays(1) == today && m_clock.now().tokyo().time() < kMidnightGrace);
    if (!fresh || basis.officeRevision != inForce->officeRevision || basis.ruleRevision != inForce->ruleRevision)
        return refusedBy(Refusal::Stale, "the route is not made from the rules and the office of today");
    const auto holds = rows.holds(file.drafter, basis.drafterPost);
    if (!holds)
        return holds.failure();
    if (!*holds || event.capacity.post != basis.drafterPost)
        return refusedBy(Refusal::UnknownStaff, "the drafter does not hold the post they file as");
    return {};
}

Result<> LocalNotary::checkSubmission(NotaryRows &rows, const LockedCase &file, const ProposedEvent &event,
                                      const std::optional<NotaryRows::StoredContent> &content)
{
    const auto &submitted = std::get<Submitted>(event.body);
    const bool again = submitted.revision == file.revision && content && content->sealed;
    const bool next = submitted.revision == file.revision + 1 && content && !content->sealed;
    if (!again && !next)
        return refusedBy(Refusal::ContentInvalid, "there is no such revision to submit");
    const auto &confidential = content->content.confidential;
    if (content->content.digest() != submitted.contentDigest
        || content->content.confidentialDigest != (confidential ? confidential->digest() : QByteArray()))
        return refusedBy(Refusal::ContentInvalid, "the seal is not that of the content");
    const QJsonObject &fields = content->content.fields;
    if (file.seq == 0 && (file.filer || !fields.contains(kCancels))
        && fields.value(kFiledFor)
            != (file.filer ? QJsonValue(file.drafter.value()) : QJsonValue(QJsonValue::Undefined)))
        return refusedBy(Refusal::ContentInvalid, "the content is written for somebody else");
    if (submitted.important != content->content.fields.value(QLatin1String("important")).toBool())
        return refusedBy(Refusal::ContentInvalid, "the content says otherwise of its importance");
    const auto top = rows.atTheTop(submitted.basis.drafterPost);
    if (!top)
        return top.failure();
    if (const Result<> route = checkRoute(submitted.route, *top); !route)
        return route;
    for (const Step &step : submitted.route.steps) {
        if (const Result<> there = checkPresent(rows, step); !there)
            return there;
        if (const Result<> unasked = checkFilerUnasked(rows, file, step); !unasked)
            return unasked;
    }
    if (!submitted.kept.empty()) {
        const auto before = rows.lastSubmission(file);
        if (!before)
            return before.failure();
        if (const Result<> kept = checkKept(file, submitted, *before); !kept)
            return kept;
    }
    // Sums add up what readers do not see, so that a case moves only its drafter's accounts and those of the budget that are theirs to
    // move, and only by quantities that can be. What a cancellation moves is what was moved.
    const bool cancels = fields.contains(kCancels);
    if (const Result<> rests = cancels ? Result<>() : checkReferences(file, fields, submitted.postings); !rests)
        return rests;
    if (const Result<> apart = cancels ? Result<>() : checkApart(rows, file, fields, submitted.postings); !apart)
        return apart;
    if (const Result<> seen = cancels ? Result<>() : checkInspected(rows, fields, submitted.postings); !seen)
        return seen;
    for (const Posting &posting : submitted.postings) {
        const qint64 moved = cancels ? -posting.amount : posting.amount;
        const auto theirs = cancels ? Result<bool>(true) : mayMove(file.drafter, posting);
        if (!theirs)
            return theirs.failure();
        if (!*theirs || moved < 1 || moved > kMaxQuantity)
            return fail(ErrorCode::Invalid, QStringLiteral("a posting on an account that is not the drafter's"));
    }
    if (const Result<> named = cancels ? Result<>() : checkNamed(file, fields, submitted.postings); !named)
        return named;
    return cancels ? checkCancellation(rows, file, submitted, content->content) : Result<>();
}

} // namespace kessai
