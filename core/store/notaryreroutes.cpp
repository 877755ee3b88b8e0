// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/localnotary.h"
#include "core/store/officequeries.h"
#include "core/store/presence.h"
#include "core/store/roundstate.h"
#include "core/store/undone.h"

#include <algorithm>

// What the notary in this program sees to where an administrator addresses what waits to another post.

namespace kessai {

namespace {

using People = std::vector<StaffId>;

Fail<Error> refusedReroute(Refusal refusal, const char *why)
{
    return fail(Error::refused(refusal, QLatin1String(why)));
}

bool filed(const LockedCase &file, StaffId one)
{
    return one == file.drafter || one == file.filer;
}

/// Leaves out who is asked at another seat of the step, and, of money, who is still to be asked to examine what they would order here, or to order
/// what they would examine.
Result<> leaveOutAsked(NotaryRows &rows, const LockedCase &file, AssignmentRef seat, People &people)
{
    const Step &step = file.steps[size_t(seat.step) - 1];
    for (const Step &other : file.steps) {
        const bool apart = file.examinesMoney
            && (step.kind == StepKind::Examine ? isLine(other) : isLine(step) && other.kind == StepKind::Examine);
        for (const Assignment &one : other.assignments) {
            const bool beside = other.no == step.no && one.no != seat.no;
            const bool comes = one.state == AssignmentState::Open || one.state == AssignmentState::Waiting;
            if (!beside && !(apart && comes))
                continue;
            const auto asked = rows.answering(one.who);
            if (!asked)
                return asked.failure();
            std::erase_if(people, [&](StaffId person) {
                return std::find(asked->begin(), asked->end(), person) != asked->end();
            });
        }
    }
    return {};
}

/// The post itself, or the one its work went to; none where there is no such post today.
Result<std::optional<PostId>> presentPost(NotaryRows &rows, std::optional<PostId> post)
{
    if (!post)
        return post;
    const auto now = rows.currentPost(*post);
    const auto there = now ? rows.exists(*now) : Result<bool>(now.failure());
    if (!there)
        return there.failure();
    return *there ? std::optional(*now) : std::nullopt;
}

/// Where what is addressed may go: from the post that has it, or was given last to the person who has it, and up the drafter's line.
struct Place final {
    bool known = false;     ///< where it is
    bool above = false;     ///< the target leads the section of where it is, or one above it
    bool beside = false;    ///< the target is in the same 課
    bool ranks = false;     ///< in no lower a rank
    bool upTheLine = false; ///< the target leads the drafter's section, or one above it
    bool atTheTop = false;  ///< the target belongs to no section but the city itself
};

Result<Place> placeOf(NotaryRows &rows, const LockedCase &file, const Assignee &who, PostId to)
{
    const auto *post = std::get_if<PostId>(&who);
    const auto named = post ? Result<std::optional<PostId>>(*post) : rows.lastPost(std::get<StaffId>(who));
    const auto was = named ? presentPost(rows, *named) : named;
    const auto filedAs = rows.lineOf(file);
    const auto line = filedAs ? presentPost(rows, *filedAs) : Result<std::optional<PostId>>(filedAs.failure());
    if (!was || !line)
        return !was ? was.failure() : line.failure();
    const auto above = *was ? rows.isSuperior(to, **was) : Result<bool>(false);
    const auto beside = *was ? rows.sameWholeSection(to, **was) : Result<bool>(false);
    const auto ranks = *was ? rows.ranksAtLeast(to, **was) : Result<bool>(false);
    const auto up = *line ? rows.isSuperior(to, **line) : Result<bool>(false);
    const auto top = rows.atTheTop(to);
    for (const Result<bool> *one : {&above, &beside, &ranks, &up, &top}) {
        if (!*one)
            return one->failure();
    }
    return Place{was->has_value(), *above, *beside, *ranks, *up, *top};
}

bool fits(const Place &place, StepKind kind)
{
    switch (kind) {
    case StepKind::Review: return place.above || place.upTheLine || (place.beside && place.ranks);
    case StepKind::Consult: return place.known ? place.above || place.beside : place.upTheLine;
    case StepKind::Examine: return place.beside;
    case StepKind::Decide: return place.known ? place.above : place.upTheLine && place.atTheTop;
    case StepKind::Circulate: break;
    }
    return false;
}

} // namespace

/// It is for administrators, who cannot read the case.
Result<> LocalNotary::checkAdministers()
{
    const auto rights = readRights({m_database, m_clock, m_actor});
    if (!rights)
        return rights.failure();
    return rights->administrator
        ? Result<>()
        : Result<>(fail(ErrorCode::AccessDenied, QStringLiteral("this is for administrators")));
}

/// Of what is no case yet nobody learns anything.
Result<> LocalNotary::checkSubmitted(const LockedCase &file)
{
    return file.seq > 0 ? Result<>() : Result<>(fail(ErrorCode::NotFound, QStringLiteral("there is no such case")));
}

/// Whether the actor is asked somewhere or may come to be: by a post they hold or come to hold, as a deputy named for whatever cases and days, or, of a
/// decision, in its decider's place.
Result<bool> LocalNotary::mayBeAsked(NotaryRows &rows, const LockedCase &file, const Step &step, const Assignee &who)
{
    const auto *post = std::get_if<PostId>(&who);
    const auto people = post ? rows.holders(*post) : Result<People>(People{std::get<StaffId>(who)});
    if (!people)
        return people.failure();
    for (const StaffId one : *people) {
        const auto theirs = one == m_actor ? Result<bool>(true) : rows.isEverDeputy(m_actor, one);
        if (!theirs || *theirs)
            return theirs;
    }
    const auto comes = post ? rows.comesToHold(m_actor, *post) : Result<bool>(false);
    if (!comes || *comes || !post || step.kind != StepKind::Decide)
        return comes;
    const auto decider = rows.currentPost(*post);
    const auto line = rows.lineOf(file);
    if (!decider || !line)
        return !decider ? decider.failure() : line.failure();
    const auto standIns = rows.standIns(*decider, *line);
    if (!standIns)
        return standIns.failure();
    for (const PostId one : *standIns) {
        const auto stands = rows.holds(m_actor, one);
        if (!stands || *stands)
            return stands;
    }
    return false;
}

/// Whoever has a part in a case, had one or may get one leaves its route to others.
Result<> LocalNotary::checkNoPart(NotaryRows &rows, const LockedCase &file)
{
    const auto content = rows.contentOf(file, file.revision);
    const auto acted = rows.actedIn(file.id, m_actor);
    if (!content || !acted)
        return !content ? content.failure() : acted.failure();
    const auto inspected = *content ? rows.inspectors((*content)->content.fields) : Result<People>(People{});
    if (!inspected)
        return inspected.failure();
    bool part = *acted || std::find(inspected->begin(), inspected->end(), m_actor) != inspected->end();
    for (const Step &step : file.steps) {
        for (const Assignment &assignment : step.assignments) {
            const auto asked = part ? Result<bool>(true) : mayBeAsked(rows, file, step, assignment.who);
            if (!asked)
                return asked.failure();
            part = *asked;
        }
    }
    return part
        ? Result<>(refusedReroute(Refusal::PartTaken, "whoever has a part in a case leaves its route to others"))
        : Result<>();
}

/// Whether somebody could act on it at the other post who has no other part in the case, and whether it belongs there.
Result<> LocalNotary::checkTarget(NotaryRows &rows, const LockedCase &file, const Rerouted &rerouted)
{
    const Step &step = file.steps[size_t(rerouted.seat.step) - 1];
    const auto there = rows.exists(rerouted.post);
    if (!there)
        return there.failure();
    if (!*there)
        return refusedReroute(Refusal::UnknownStaff, "there is no such post today");
    const auto own = mayBeAsked(rows, file, step, rerouted.post);
    if (!own)
        return own.failure();
    if (*own)
        return refusedReroute(Refusal::SelfAppointed, "nobody addresses a case to themselves");
    const auto holders = rows.holders(rerouted.post);
    if (!holders)
        return holders.failure();
    if (holders->empty())
        return refusedReroute(Refusal::EmptyStep, "the chair is empty");
    if (std::all_of(holders->begin(), holders->end(), [&](StaffId one) { return filed(file, one); }))
        return refusedReroute(Refusal::OwnCase, "it would wait for the drafter");
    const Presence presence(rows, file, m_actor);
    auto people = presence.able(step, rerouted.post);
    const Result<> left = people ? leaveOutAsked(rows, file, rerouted.seat, *people) : Result<>(people.failure());
    if (!left)
        return left;
    if (people->empty())
        return refusedReroute(Refusal::PartTaken, "whoever is there has another part in the case");
    const auto acts = presence.anyThere(*people);
    if (!acts)
        return acts.failure();
    if (!*acts)
        return refusedReroute(Refusal::EmptyStep, "whoever could act there is away");
    const auto place = placeOf(rows, file, step.assignments[size_t(rerouted.seat.no) - 1].who, rerouted.post);
    if (!place)
        return place.failure();
    if (!fits(*place, step.kind))
        return refusedReroute(step.kind == StepKind::Decide ? Refusal::NoDecider : Refusal::NoSuchStep,
                              "it does not belong there");
    return {};
}

Result<> LocalNotary::checkRerouted(NotaryRows &rows, const LockedCase &file, const ProposedEvent &event)
{
    const auto name = rows.nameOf(m_actor);
    if (!name)
        return name.failure();
    if (!name->has_value())
        return refusedReroute(Refusal::UnknownStaff, "the actor is not in the office today");
    if (const Result<> act = checkReroute(file, event); !act)
        return act;
    if (const Result<> apart = checkNoPart(rows, file); !apart)
        return apart;
    const auto &body = std::get<Rerouted>(event.body);
    if (const Result<> target = checkTarget(rows, file, body); !target)
        return target;
    const Step &step = file.steps[size_t(body.seat.step) - 1];
    const auto now = Presence(rows, file, m_actor).attended(step, step.assignments[size_t(body.seat.no) - 1].who);
    const auto attended =
        now && !*now ? attendedBefore(m_database, rows, file, body.seat, m_actor, m_clock.now().day()) : now;
    if (!attended)
        return attended.failure();
    return *attended ? Result<>(refusedReroute(Refusal::Attended, "somebody is there to act on it")) : Result<>();
}

Result<> LocalNotary::writeReroute(const LockedCase &file, const Event &event, const Rerouted &rerouted)
{
    Query seat(m_database, QLatin1String("notaryReroute"));
    return seat.bind(QLatin1String("case_id"), file.id)
        .bind(QLatin1String("round"), file.round)
        .bind(QLatin1String("step_no"), rerouted.seat.step)
        .bind(QLatin1String("no"), rerouted.seat.no)
        .bind(QLatin1String("party"), toParty(rerouted.post))
        .bind(QLatin1String("arrived_at"), event.at)
        .exec();
}

} // namespace kessai
