// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/workings.h"

#include <algorithm>

namespace kessai {

Workings::Workings(const Case &before, const std::vector<Step> &steps, int round, CaseState state)
    : m_before(before),
      m_steps(steps), m_effects{
                          .state = state, .round = round, .changes = {}, .access = {}, .postings = PostingState::Void}
{
    for (const Step &step : steps) {
        m_first.append(m_states.size());
        for (const Assignment &assignment : step.assignments)
            m_states.append(assignment.state);
    }
}

const Step *Workings::step(int no) const
{
    return no >= 1 && size_t(no) <= m_steps.size() ? &m_steps[size_t(no) - 1] : nullptr;
}

const Assignment *Workings::assignment(AssignmentRef on) const
{
    const Step *at = step(on.step);
    return at && on.no >= 1 && size_t(on.no) <= at->assignments.size() ? &at->assignments[size_t(on.no) - 1] : nullptr;
}

Standing Workings::standing(const Step &step) const
{
    int agreed = 0;
    int objected = 0;
    for (const Assignment &a : step.assignments) {
        const Effects::Change *kept = keptOn({step.no, a.no});
        const AssignmentState now = kept ? kept->to : state({step.no, a.no});
        agreed += agrees(now) ? 1 : 0;
        objected += now == AssignmentState::Objected ? 1 : 0;
    }
    return kessai::standing(int(step.assignments.size()), step.needed, agreed, objected);
}

bool Workings::complete(const Step &step) const
{
    return step.completeAt(standing(step));
}

void Workings::set(AssignmentRef on, AssignmentState to)
{
    AssignmentState &state = m_states[index(on)];
    if (state == to)
        return;
    m_sound = m_sound && mayMove(state, to);
    state = to;
    m_effects.changes.push_back({on, to});
}

void Workings::grant(const Assignee &who)
{
    const auto among = [&who](const std::vector<Assignee> &all) {
        return std::find(all.begin(), all.end(), who) != all.end();
    };
    // The drafter reads their case without a row.
    if (who != Assignee(m_before.drafter) && !among(m_before.access) && !among(m_effects.access))
        m_effects.access.push_back(who);
}

bool Workings::openNext()
{
    bool reached = true; // everything blocking so far is complete
    for (const Step &one : m_steps) {
        layOut(one, reached && (!one.blocks() || !complete(one)));
        reached = reached && (!one.blocks() || complete(one)); // whoever is away may be all that was missing
        if (!reached && m_kept.empty())
            return true;
    }
    return !reached;
}

const Effects::Change *Workings::keptOn(AssignmentRef on) const
{
    const auto kept =
        std::find_if(m_kept.begin(), m_kept.end(), [&](const Effects::Change &mark) { return mark.on == on; });
    return kept == m_kept.end() ? nullptr : &*kept;
}

void Workings::layOut(const Step &step, bool asks)
{
    for (const Assignment &a : step.assignments) {
        const AssignmentRef on{step.no, a.no};
        if (const Effects::Change *kept = keptOn(on))
            set(on, kept->to);
        else if (asks)
            open(on, a.who);
    }
}

void Workings::open(AssignmentRef on, const Assignee &who)
{
    if (state(on) != AssignmentState::Waiting)
        return;
    const bool passed = std::find(m_passed.begin(), m_passed.end(), on) != m_passed.end();
    set(on, passed ? AssignmentState::PostReview : AssignmentState::Open);
    grant(who);
}

void Workings::skipRest(const Step &step)
{
    for (const Assignment &a : step.assignments) {
        const AssignmentState now = state({step.no, a.no});
        if (now == AssignmentState::Open || now == AssignmentState::Waiting)
            set({step.no, a.no}, AssignmentState::Skipped);
    }
}

void Workings::passOverBefore(const Step &step)
{
    for (const Step &one : m_steps) {
        if (one.no >= step.no)
            return;
        if (!one.blocks()) {
            layOut(one, true);
        } else if (!complete(one)) {
            for (const Assignment &a : one.assignments) {
                const AssignmentState now = state({one.no, a.no});
                if (now == AssignmentState::Open || now == AssignmentState::Waiting) {
                    set({one.no, a.no}, AssignmentState::PostReview);
                    grant(a.who);
                }
            }
        }
    }
}

void Workings::voidRest()
{
    for (const Step &one : m_steps) {
        for (const Assignment &a : one.assignments) {
            const AssignmentState now = state({one.no, a.no});
            if (now == AssignmentState::Open || now == AssignmentState::Waiting || now == AssignmentState::PostReview)
                set({one.no, a.no}, AssignmentState::Void);
        }
    }
}

void Workings::rewindTo(const Step &target)
{
    for (const Assignment &a : target.assignments) {
        set({target.no, a.no}, AssignmentState::Open);
        grant(a.who);
    }
    for (const Step &later : m_steps) {
        if (later.no <= target.no)
            continue;
        for (const Assignment &a : later.assignments) {
            if (state({later.no, a.no}) != AssignmentState::Read)
                set({later.no, a.no}, AssignmentState::Waiting);
        }
    }
}

Result<Effects, Refusal> Workings::finish(ActKind act)
{
    if (!m_sound || !mayChange(act, m_before.state, m_effects.state))
        return fail(Refusal::Damaged);
    m_effects.postings = postingStateIn(m_effects.state);
    return std::move(m_effects);
}

} // namespace kessai
