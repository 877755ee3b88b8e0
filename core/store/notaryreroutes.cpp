// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/localnotary.h"
#include "core/store/officequeries.h"

#include <algorithm>

// What the notary in this program sees to where an administrator addresses what waits to another post.

namespace kessai {

namespace {

Fail<Error> refusedReroute(Refusal refusal, const char *why)
{
    return fail(Error::refused(refusal, QLatin1String(why)));
}

} // namespace

/// It is for administrators, who cannot read the case; of one that is no case yet nobody learns anything.
Result<> LocalNotary::checkAdministers(const LockedCase &file)
{
    const auto rights = readRights({m_database, m_clock, m_actor});
    if (!rights)
        return rights.failure();
    if (!rights->administrator)
        return fail(ErrorCode::AccessDenied, QStringLiteral("this is for administrators"));
    return file.seq > 0 ? Result<>() : Result<>(fail(ErrorCode::NotFound, QStringLiteral("there is no such case")));
}

/// Whether the actor is asked somewhere, for themselves or as the deputy of somebody.
Result<bool> LocalNotary::isAsked(NotaryRows &rows, const LockedCase &file, const Assignee &who)
{
    const auto *post = std::get_if<PostId>(&who);
    const auto people = post ? rows.holders(*post) : Result<std::vector<StaffId>>(std::vector{std::get<StaffId>(who)});
    if (!people)
        return people.failure();
    for (const StaffId one : *people) {
        const auto theirs = one == m_actor ? Result<bool>(true) : rows.deputises(one, m_actor, file.id);
        if (!theirs || *theirs)
            return theirs;
    }
    return false;
}

/// Whether somebody could act on it at the other post who has no other part in the case.
Result<> LocalNotary::checkAnswerable(NotaryRows &rows, const LockedCase &file, const Step &step, PostId post)
{
    const auto there = rows.exists(post);
    if (!there)
        return there.failure();
    if (!*there)
        return refusedReroute(Refusal::UnknownStaff, "there is no such post today");
    const auto own = isAsked(rows, file, post);
    if (!own)
        return own.failure();
    if (*own)
        return refusedReroute(Refusal::SelfAppointed, "nobody addresses a case to themselves");
    const auto holders = rows.holders(post);
    if (!holders)
        return holders.failure();
    if (holders->empty())
        return refusedReroute(Refusal::EmptyStep, "the chair is empty");
    const auto filed = [&](StaffId one) { return one == file.drafter || one == file.filer; };
    if (std::all_of(holders->begin(), holders->end(), filed))
        return refusedReroute(Refusal::OwnCase, "it would wait for the drafter");
    if (std::all_of(holders->begin(), holders->end(),
                    [&](StaffId one) { return filed(one) || tookOtherPart(file, step, one); }))
        return refusedReroute(Refusal::PartTaken, "whoever is there has another part in the case");
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
    for (const Step &step : file.steps) {
        for (const Assignment &assignment : step.assignments) {
            const auto asked = isAsked(rows, file, assignment.who);
            if (!asked)
                return asked.failure();
            if (*asked)
                return refusedReroute(Refusal::PartTaken,
                                      "whoever has a part in a case leaves its route to another one");
        }
    }
    const auto &body = std::get<Rerouted>(event.body);
    const Step &step = file.steps[size_t(body.seat.step) - 1];
    if (const Result<> answered = checkAnswerable(rows, file, step, body.post); !answered)
        return answered;
    const auto *was = std::get_if<PostId>(&step.assignments[size_t(body.seat.no) - 1].who);
    if (step.kind == StepKind::Review || !was)
        return {};
    const auto above = rows.isSuperior(body.post, *was);
    const auto beside = rows.sameSection(body.post, *was);
    if (!above || !beside)
        return !above ? above.failure() : beside.failure();
    if (step.kind == StepKind::Decide && !*above)
        return refusedReroute(Refusal::NoDecider, "a decision goes to a superior of its decider");
    if ((step.kind == StepKind::Examine && !*beside) || (step.kind == StepKind::Consult && !*beside && !*above))
        return refusedReroute(Refusal::NoSuchStep,
                              "an examination stays in its section, a consultation in it or above");
    return {};
}

Result<> LocalNotary::writeReroute(const LockedCase &file, const Rerouted &rerouted)
{
    Query seat(m_database, QLatin1String("notaryReroute"));
    return seat.bind(QLatin1String("case_id"), file.id)
        .bind(QLatin1String("round"), file.round)
        .bind(QLatin1String("step_no"), rerouted.seat.step)
        .bind(QLatin1String("no"), rerouted.seat.no)
        .bind(QLatin1String("party"), toParty(rerouted.post))
        .exec();
}

} // namespace kessai
