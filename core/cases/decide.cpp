// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/authority.h"
#include "core/cases/effects.h"
#include "core/cases/engine.h"
#include "core/cases/extension.h"
#include "core/cases/reroute.h"
#include "core/cases/statetable.h"

#include <algorithm>

namespace kessai {

namespace {

/// Turns one command of one actor into an event, or says why not. What the record alone can tell, effectsOf refuses; here is
/// what needs the office: who somebody is on that day, and for whom they may act.
class Decision final {
public:
    Decision(const Case &before, StaffId actor, const Office &office)
        : m_before(before), m_actor(actor), m_office(office)
    {
    }

    Result<ProposedEvent, Refusal> operator()(const Submit &command) const
    {
        const RouteBasis &basis = command.basis;
        const StaffId drafter = m_before.drafter;
        const bool filed = m_actor != drafter && m_before.seq == 0;
        if (filed) {
            if (const auto problem = filingProblem(command.route))
                return fail(*problem);
        }
        if ((m_actor == drafter || filed) && mayHappen(ActKind::Submit, m_before.state)) {
            // On the stroke of midnight a route of the day before is still the one its drafter saw.
            const bool fresh = basis.day == m_office.day() || basis.day.addDays(1) == m_office.day();
            if (!fresh || basis.officeRevision != m_office.revision())
                return fail(Refusal::Stale);
            if (!m_office.holds(drafter, basis.drafterPost))
                return fail(Refusal::UnknownStaff);
        }
        const Post *own = m_office.post(basis.drafterPost);
        const bool blocks = std::any_of(command.route.steps.begin(), command.route.steps.end(),
                                        [](const Step &step) { return step.blocks(); });
        // Only those at the very top tell others instead of asking somebody (domain.md 8.2 rule 2).
        if (!blocks && (!own || m_office.section(own->section)->level != SectionLevel::City))
            return fail(Refusal::NoDecider);
        return propose({m_actor, basis.drafterPost, filed ? std::optional(drafter) : std::nullopt},
                       Submitted{.revision = command.revision,
                                 .contentDigest = command.contentDigest,
                                 .basis = basis,
                                 .route = command.route,
                                 .postings = command.postings,
                                 .comment = command.comment,
                                 .important = command.important,
                                 .kept = command.kept,
                                 .passed = passedOverIn(command.route.steps, m_before.matter, m_office)});
    }
    Result<ProposedEvent, Refusal> operator()(const Approve &command) const
    {
        const auto turn = turnFor(command.on, ActKind::Approve, command.manner);
        if (!turn)
            return fail(turn.error());
        return propose(turn->capacity,
                       Approved{.on = turn->on,
                                .also = following(*turn),
                                .comment = command.comment,
                                .manner = command.manner,
                                .passed = passedOverIn(m_before.steps, m_before.matter, m_office)});
    }
    Result<ProposedEvent, Refusal> operator()(const Return &command) const
    {
        const auto turn =
            turnFor(command.on, command.toStep ? ActKind::ReturnToStep : ActKind::ReturnToDrafter, command.manner);
        if (!turn)
            return fail(turn.error());
        return propose(
            turn->capacity,
            Returned{.on = turn->on, .toStep = command.toStep, .reason = command.reason, .manner = command.manner});
    }
    Result<ProposedEvent, Refusal> operator()(const Reject &command) const
    {
        const auto turn = turnFor(command.on, ActKind::Reject, command.manner);
        if (!turn)
            return fail(turn.error());
        return propose(turn->capacity, Rejected{.on = turn->on, .reason = command.reason, .manner = command.manner});
    }
    Result<ProposedEvent, Refusal> operator()(const Object &command) const
    {
        const auto turn = turnFor(command.on, ActKind::Object);
        if (!turn)
            return fail(turn.error());
        return propose(turn->capacity,
                       Objected{.on = turn->on,
                                .reason = command.reason,
                                .passed = passedOverIn(m_before.steps, m_before.matter, m_office)});
    }
    Result<ProposedEvent, Refusal> operator()(const AddStep &command) const { return extend(command); }
    Result<ProposedEvent, Refusal> operator()(const Raise &command) const { return extend(command); }
    Result<ProposedEvent, Refusal> operator()(const Withdraw &command) const
    {
        return propose(onlyMyself(), Withdrawn{.comment = command.comment});
    }

    Result<ProposedEvent, Refusal> operator()(const Cancel &command) const
    {
        return propose(onlyMyself(), Cancelled{.reason = command.reason});
    }

    Result<ProposedEvent, Refusal> operator()(const Comment &command) const
    {
        if (mayHappen(ActKind::Comment, m_before.state) && !mayRead(m_before, m_actor, m_office))
            return fail(Refusal::NotYourTurn);
        return propose(onlyMyself(), Commented{.text = command.text, .explained = command.explained});
    }
    Result<ProposedEvent, Refusal> operator()(const Remind &command) const
    {
        auto event = propose(onlyMyself(), Reminded{.comment = command.comment});
        if (event && m_before.reminded && m_before.reminded->addDays(command.pauseDays) > m_office.day())
            return fail(Refusal::RemindedBefore);
        return event;
    }
    Result<ProposedEvent, Refusal> operator()(const Reroute &command) const
    {
        const Rerouted act{.seat = command.seat, .post = command.post, .reason = command.reason};
        auto event = propose(onlyMyself(), act);
        if (event) {
            if (const auto problem = rerouteProblem(m_before, act, m_actor, m_office))
                return fail(*problem);
        }
        return event;
    }

private:
    Capacity onlyMyself() const { return {m_actor, std::nullopt, std::nullopt}; }

    Result<ProposedEvent, Refusal> propose(const Capacity &capacity, EventBody body) const
    {
        return proposeEvent(m_before, capacity, std::move(body));
    }
    /// What keeps the actor from filing for the drafter: whoever is asked about a case has not filed it.
    std::optional<Refusal> filingProblem(const Route &route) const
    {
        if (!m_office.filesFor(m_actor, m_before.drafter))
            return Refusal::NotDrafter;
        for (const Step &step : route.steps) {
            for (const Assignment &assignment : step.assignments) {
                const auto *post = std::get_if<PostId>(&assignment.who);
                if (step.blocks()
                    && (post ? m_office.holds(m_actor, *post) : std::get<StaffId>(assignment.who) == m_actor))
                    return Refusal::FilerAsked;
            }
        }
        return std::nullopt;
    }
    template <class Command>
    Result<ProposedEvent, Refusal> extend(const Command &command) const
    {
        const auto turn = turnFor(std::nullopt, ActKind::Extend);
        if (!turn)
            return fail(turn.error());
        auto extended = extensionBy(m_before, *turn, command, m_office);
        if (!extended)
            return fail(extended.error());
        return propose(turn->capacity, std::move(extended).value());
    }

    /// The assignment an act is on, named or found, and the capacity in which the actor acts on it.
    Result<Turn, Refusal> turnFor(const std::optional<AssignmentRef> &on, ActKind act,
                                  Manner manner = Manner::Own) const
    {
        if (on)
            return namedTurn(*on, manner);
        return manner == Manner::Own ? foundTurn(act) : turnOutOfOrder(manner);
    }
    Result<Turn, Refusal> namedTurn(AssignmentRef on, Manner manner) const
    {
        const Assignment *assignment = m_before.assignment(on);
        const Step *step = m_before.step(on.step);
        if (assignment) {
            if (step->blocks() && m_before.filedBy(m_actor))
                return fail(Refusal::OwnCase);
            if (parted(*step, *assignment))
                return fail(Refusal::PartTaken);
            if (const auto capacity = capacityIn(manner, m_before, *step, *assignment, m_actor, m_office))
                return Turn{on, *capacity, manner};
        }
        if (m_before.state != CaseState::Running)
            return fail(refusalIn(m_before.state));
        return fail(manner == Manner::Acting ? Refusal::NoStandIn : Refusal::NotYourTurn);
    }
    /// The first open assignment that is the actor's; what waits only to be read comes last.
    Result<Turn, Refusal> foundTurn(ActKind act) const
    {
        const std::vector<Turn> turns = turnsOf(m_before, m_actor, m_office);
        for (const Turn &turn : turns) {
            if (m_before.step(turn.on.step)->blocks() && m_before.assignment(turn.on)->state == AssignmentState::Open)
                return turn;
        }
        if (act == ActKind::Approve && !turns.empty())
            return turns.front();
        if (m_before.state != CaseState::Running)
            return fail(refusalIn(m_before.state));
        if (m_before.filedBy(m_actor))
            return fail(Refusal::OwnCase);
        if (const Step *now = m_before.currentStep(); now && parted(*now, now->assignments.front()))
            return fail(Refusal::PartTaken);
        return fail(wasMine() ? Refusal::AlreadyActed : Refusal::NotYourTurn);
    }
    Result<Turn, Refusal> turnOutOfOrder(Manner manner) const
    {
        const std::vector<Turn> turns = turnsOutOfOrder(m_before, m_actor, m_office, manner);
        if (!turns.empty())
            return turns.front();
        if (m_before.state != CaseState::Running)
            return fail(refusalIn(m_before.state));
        if (m_before.filedBy(m_actor))
            return fail(Refusal::OwnCase);
        if (manner == Manner::Acting)
            return fail(m_before.important || m_before.contested() ? Refusal::DeciderOnly : Refusal::NoStandIn);
        return fail(standsBehind() ? Refusal::OthersFirst : Refusal::NotYourTurn);
    }
    /// Whether the actor would act on what is theirs, had they not taken another part in the case.
    bool parted(const Step &step, const Assignment &assignment) const
    {
        return assignment.state != AssignmentState::PostReview && m_before.tookOtherPart(m_actor, step.kind)
            && std::any_of(step.assignments.begin(), step.assignments.end(), [&](const Assignment &one) {
                   return capacityFor(one.who, m_actor, m_office, m_before.matter).has_value();
               });
    }
    /// Whether a step of the line that has not opened is the actor's, so that only consultations keep them from it.
    bool standsBehind() const
    {
        for (const Step &step : m_before.steps) {
            for (const Assignment &assignment : step.assignments) {
                if (step.inLine() && assignment.state == AssignmentState::Waiting
                    && capacityOn(m_before, step, assignment, m_actor, m_office))
                    return true;
            }
        }
        return false;
    }
    /// Whether something the actor could have acted on has been dealt with: somebody was faster, or they did it themselves.
    bool wasMine() const
    {
        for (const Step &step : m_before.steps) {
            for (const Assignment &assignment : step.assignments) {
                const bool done = agrees(assignment.state) || assignment.state == AssignmentState::Skipped
                    || assignment.state == AssignmentState::Objected;
                if (done && capacityOn(m_before, step, assignment, m_actor, m_office))
                    return true;
            }
        }
        return false;
    }

    /// Later steps of the line that the same person holds alone in the same capacity: approved by the same act (WF-11).
    std::vector<AssignmentRef> following(const Turn &turn) const
    {
        std::vector<AssignmentRef> also;
        const Step &acted = *m_before.step(turn.on.step);
        int agreed = 1;
        for (const Assignment &assignment : acted.assignments)
            agreed += agrees(assignment.state) ? 1 : 0;
        // Who only reads afterwards, because an absence passed them over, does not act on the next step by it.
        const bool reads = m_before.assignment(turn.on)->state == AssignmentState::PostReview;
        if (turn.manner != Manner::Own || reads || acted.kind != StepKind::Review || agreed < acted.needed)
            return also;
        const std::vector<AssignmentRef> passed = passedOverIn(m_before.steps, m_before.matter, m_office);
        for (const Step &step : m_before.steps) {
            if (step.no <= acted.no || !step.blocks())
                continue;
            const bool over = std::all_of(step.assignments.begin(), step.assignments.end(), [&](const Assignment &a) {
                const AssignmentRef one{step.no, a.no};
                return agrees(a.state) || std::find(passed.begin(), passed.end(), one) != passed.end();
            });
            if (step.complete() || over)
                continue;
            const AssignmentRef on{step.no, step.assignments.front().no};
            const auto &[actor, post, principal] = turn.capacity;
            const bool parted = m_before.tookOtherPart(actor, step.kind)
                || (principal && m_before.tookOtherPart(*principal, step.kind));
            if (!step.inLine() || step.assignments.size() != 1 || parted
                || !fallsTo(step.assignments.front().who, turn.capacity, m_office))
                break;
            also.push_back(on);
        }
        return also;
    }

    const Case &m_before;
    const StaffId m_actor;
    const Office &m_office;
};

} // namespace

Result<ProposedEvent, Refusal> decide(const Case &before, const Command &command, StaffId actor, const Office &office)
{
    if (!office.staff(actor))
        return fail(Refusal::UnknownStaff);
    return std::visit(Decision(before, actor, office), command);
}

} // namespace kessai
