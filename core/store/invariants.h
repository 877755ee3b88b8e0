// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/event.h"

namespace kessai {

/// A case as its rows show it to the notary, the row being locked.
struct LockedCase final {
    CaseId id;
    StaffId drafter;
    std::optional<StaffId> filer; ///< who filed the current round for the drafter
    QString form;
    CaseState state;
    int round;
    int seq;
    int revision;
    PostingState postingState;
    QByteArray headHash;
    Instant changedAt;
    std::vector<Step> steps; ///< of the current round
    bool important = false;
    std::vector<qint64> access;          ///< parties that may read it
    std::vector<StaffId> ordered = {};   ///< of money that is examined: who acted in its line
    std::vector<StaffId> examined = {};  ///< and who examined it
    std::vector<StaffId> inspected = {}; ///< and who inspected what it pays
    std::optional<qint64> amount = {};   ///< of the current round, yen
    bool examinesMoney = false;          ///< money of the budget, and a step that examines it
    bool moved = false;                  ///< something but remarks and the submission happened in this round
};

// The lock: what the notary knows of an act, in its own words and without the engine (design.md). It knows nothing of forms,
// amounts or rules, and nothing of who holds which post, which LocalNotary asks the tables.

/// Whether the drafter's own act is one, and in a state that allows it.
Result<> checkDraftersAct(const LockedCase &file, const ProposedEvent &event);

/// Whether the assignment acted on is there, open, of a kind that allows the act, and not one of an own case.
Result<> checkTurn(const LockedCase &file, const ProposedEvent &event);

/// Whether a seat can be addressed to another post at all: it is open, of a blocking step that does not ask that post already.
Result<> checkReroute(const LockedCase &file, const ProposedEvent &event);
/// Whether somebody has a part in the case that keeps them from such a step.
bool tookOtherPart(const LockedCase &file, const Step &step, StaffId staff);

/// Whether a route can begin a round: numbered, waiting, asking somebody at every step, decided by one step behind which only examinations
/// block, or, where `atTheTop`, only telling others.
Result<> checkRoute(const Route &route, bool atTheTop);
/// Whether a step is one: somebody is asked, and as many have to agree as its rule says.
Result<> checkStep(const Step &step);
/// Whether the steps whose marks a submission keeps are on the last route as they are on the new one; a decision is kept only of the content
/// and the postings submitted `before`.
Result<> checkKept(const LockedCase &file, const Submitted &submitted, const std::optional<Submitted> &before);
/// The steps of the round an extension begins, with the marks so far; NoSuchStep where the route would not get longer, or longer in a
/// place where it may not.
Result<std::vector<Step>> extendedRound(const LockedCase &file, const Extended &extended);
/// Whether a consultation of the round failed, so that nobody decides in the decider's place.
bool disputed(const std::vector<Step> &steps);

/// Whether the effects are those of such an act: nothing decided changes, nothing opens before what blocks it is complete, the case is
/// decided exactly when nothing blocking is open, and those who are asked may read. `steps` are those of the round acted in.
Result<> checkEffects(const LockedCase &file, const ProposedEvent &event, std::vector<Step> steps);

/// The assignments of the current round an act is on; empty for acts on the case as a whole.
std::vector<AssignmentRef> actedOn(const EventBody &body);
/// In what manner an act is done.
Manner mannerOf(const EventBody &body);

} // namespace kessai
