// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "core/cases/engine.h"
#include "core/cases/extension.h"
#include "core/cases/statetable.h"

#include <algorithm>

namespace kessai {

namespace {

Fail<Error> damaged(const Event &event, const QString &what)
{
    return fail(ErrorCode::Damaged,
                QStringLiteral("case %1, event %2: %3").arg(event.caseId.value()).arg(event.seq).arg(what));
}

/// What becomes of the case besides its assignments' states.
struct Apply {
    Case &c;
    const QDate day;
    const Capacity &capacity;

    void operator()(const Submitted &body) const
    {
        if (c.round > 0)
            c.past.push_back(std::move(c.steps));
        c.steps = body.route.steps;
        c.revision = body.revision;
        c.important = body.important;
        c.contentDigest = body.contentDigest;
        c.basis = body.basis;
        c.filer = capacity.principal ? std::optional(capacity.actor) : std::nullopt;
        c.postings = body.postings;
        c.moved = false;
    }
    void operator()(const Approved &) const { c.moved = true; }
    void operator()(const Returned &) const { c.moved = true; }
    void operator()(const Rejected &) const { c.moved = true; }
    void operator()(const Withdrawn &) const {}
    void operator()(const Cancelled &) const {}
    void operator()(const Commented &) const {}
    void operator()(const Objected &) const { c.moved = true; }
    void operator()(const Reminded &) const { c.reminded = day; }
    void operator()(const Rerouted &body) const
    {
        Step &step = c.steps[size_t(body.seat.step) - 1];
        Assignee &who = step.assignments[size_t(body.seat.no) - 1].who;
        const auto *post = std::get_if<PostId>(&who);
        // It speaks of one seat: its number stands in place of the line.
        step.notes.push_back(
            {RouteNoteKind::Rerouted, QString::number(body.seat.no), post ? std::optional(*post) : std::nullopt});
        who = body.post;
    }
    void operator()(const Extended &body) const
    {
        c.moved = true;
        std::vector<Step> extended = extendedSteps(c.steps, body).value_or(c.steps);
        // What was asked in the round so far is asked in the new one.
        for (Step &step : c.steps) {
            for (Assignment &assignment : step.assignments) {
                if (mayMove(assignment.state, AssignmentState::Void))
                    assignment.state = AssignmentState::Void;
            }
        }
        c.past.push_back(std::move(c.steps));
        c.steps = std::move(extended);
    }
};

/// Remembers who took which part in the case, whether for themselves or for somebody else.
void rememberPart(Case &c, const Event &event)
{
    if (!std::holds_alternative<Commented>(event.body) && !std::holds_alternative<Rerouted>(event.body)) {
        for (const StaffId one : {event.capacity.actor, event.capacity.principal.value_or(event.capacity.actor)}) {
            if (std::find(c.acted.begin(), c.acted.end(), one) == c.acted.end())
                c.acted.push_back(one);
        }
    }
    std::visit(
        [&](const auto &body) {
            if constexpr (requires { body.on; }) {
                const Step *step = c.step(body.on.step);
                if (!step || !(step->inLine() || step->kind == StepKind::Examine))
                    return;
                std::vector<StaffId> &part = step->kind == StepKind::Examine ? c.examined : c.ordered;
                part.push_back(event.capacity.actor);
                if (event.capacity.principal)
                    part.push_back(*event.capacity.principal);
            }
        },
        event.body);
}

} // namespace

Result<Case> fold(Case before, const Event &event)
{
    if (event.caseId != before.id)
        return damaged(event, QStringLiteral("belongs to another case than %1").arg(before.id.value()));
    if (event.seq != before.seq + 1)
        return damaged(event, QStringLiteral("expected event %1").arg(before.seq + 1));
    if (event.previousHash != before.headHash)
        return damaged(event, QStringLiteral("does not continue the chain"));
    if (event.version != kEventVersion || event.code != codeOf(event.body))
        return damaged(event, QStringLiteral("is recorded as '%1' version %2").arg(event.code).arg(event.version));

    const Result<Effects, Refusal> effects = effectsOf(before, event.capacity, event.body);
    if (!effects)
        return damaged(event, QStringLiteral("cannot have happened: ") + toCode(effects.error()));
    if (*effects != event.effects)
        return damaged(event, QStringLiteral("recorded effects are not those of the act"));

    Case after = std::move(before);
    rememberPart(after, event);
    std::visit(Apply{after, event.at.day(), event.capacity}, event.body);
    after.state = effects->state;
    after.round = effects->round;
    after.seq = event.seq;
    after.postingState = effects->postings;
    after.headHash = event.hash;
    for (const Effects::Change &change : effects->changes) {
        Step &step = after.steps[size_t(change.on.step) - 1];
        step.assignments[size_t(change.on.no) - 1].state = change.to;
    }
    after.access.insert(after.access.end(), effects->access.begin(), effects->access.end());
    return after;
}

Result<Case> replay(CaseId id, StaffId drafter, const std::vector<Event> &history)
{
    Case state = newCase(id, drafter);
    for (const Event &event : history) {
        if (event.hash != event.computedHash())
            return damaged(event, QStringLiteral("hash is not that of the record"));
        if (event.payload != canonicalJson(toJson(event.body))
            || event.effectsText != canonicalJson(toJson(event.effects)))
            return damaged(event, QStringLiteral("text is not that of the act"));
        Result<Case> next = fold(std::move(state), event);
        if (!next)
            return next;
        state = std::move(next).value();
    }
    return state;
}

} // namespace kessai
