// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/cases/statetable.h"

#include <QVarLengthArray>

namespace kessai {

/// One act at work on a copy of the assignments' states: every change goes through here, is checked against the table of
/// moves and is written down in its order. Keeps references to the case and the steps it works on.
class Workings final {
public:
    Workings(const Case &before, const std::vector<Step> &steps, int round, CaseState state);

    const Step *step(int no) const;
    const Assignment *assignment(AssignmentRef on) const;
    /// The state of an assignment that is there, as it stands after the changes so far.
    AssignmentState state(AssignmentRef on) const { return m_states[index(on)]; }
    /// How a step stands, what is kept of it included.
    Standing standing(const Step &step) const;
    bool complete(const Step &step) const;

    /// Reviews that are passed over instead of opened (Submitted::passed), where they come to be opened at all.
    void passOver(const std::vector<AssignmentRef> &reviews) { m_passed = reviews; }
    /// Marks that stand from the round before; set by the next `openNext`.
    void keep(AssignmentRef on, AssignmentState mark) { m_kept.push_back({on, mark}); }

    void set(AssignmentRef on, AssignmentState to);
    /// Lets somebody read the case from now on, unless they may already.
    void grant(const Assignee &who);
    /// Opens the first blocking step that is not complete, and the circulations before it. False when none is left: decided.
    bool openNext();
    /// Ends a step whose outcome is fixed: whoever was still asked need not answer.
    void skipRest(const Step &step);
    /// Passes over everybody who has not acted in the reviews before a step; circulations among them open.
    void passOverBefore(const Step &step);
    /// Ends the round: what was not reached becomes void.
    void voidRest();
    /// Puts the case back before an earlier step. What circulated and was read stays read: the content is the same.
    void rewindTo(const Step &target);
    void become(CaseState state) { m_effects.state = state; }

    /// The effects of the act, if the tables allow every change they make.
    Result<Effects, Refusal> finish(ActKind act);

private:
    qsizetype index(AssignmentRef on) const { return m_first[on.step - 1] + on.no - 1; }
    const Effects::Change *keptOn(AssignmentRef on) const;
    /// Marks what is kept of a step and, where it is its turn, asks everybody else; in their order, which is that of the effects.
    void layOut(const Step &step, bool asks);
    void open(AssignmentRef on, const Assignee &who);

    const Case &m_before;
    const std::vector<Step> &m_steps;
    QVarLengthArray<AssignmentState, 32> m_states;
    QVarLengthArray<qsizetype, 16> m_first; ///< where in m_states the assignments of each step begin
    std::vector<AssignmentRef> m_passed;
    std::vector<Effects::Change> m_kept;
    Effects m_effects;
    bool m_sound = true;
};

} // namespace kessai
