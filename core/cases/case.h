// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/event.h"
#include "core/office/office.h"

namespace kessai {

/// The state of a case as its history gives it. Never stored as truth: projections are compared with it.
struct Case final {
    CaseId id;
    StaffId drafter;
    CaseState state = CaseState::Draft;
    int round = 0;    ///< 0 = never submitted
    int seq = 0;      ///< of the last event
    int revision = 0; ///< content revision of the current round
    bool important = false;
    std::optional<QDate> reminded{}; ///< the day of the last reminder
    bool moved = false;              ///< an assignment of the current round was acted on: too late to withdraw (WF-8)
    QByteArray contentDigest;
    std::optional<RouteBasis> basis;
    std::optional<StaffId> filer{};      ///< who filed the current round for the drafter (代理入力)
    std::vector<Step> steps;             ///< of the current round
    std::vector<std::vector<Step>> past; ///< steps of earlier rounds, oldest first
    std::vector<Posting> postings;
    PostingState postingState = PostingState::Void;
    std::vector<Assignee>
        access; ///< without duplicates, in order of granting; the drafter always reads and is not listed
    QByteArray headHash;
    /// What the current round is about: no part of the history, but found with it by whoever reads the case.
    Matter matter{};
    /// Who inspected what it pays, by its content: found with it like the matter.
    std::optional<StaffId> inspector = {};
    std::vector<StaffId> ordered = {};  ///< who acted in its line, reviewing or deciding, in any round
    std::vector<StaffId> examined = {}; ///< who acted on an examination of it, in any round
    std::vector<StaffId> acted = {};    ///< who acted in it or was acted for; remarks and reroutes are no acts

    const Assignment *assignment(AssignmentRef ref) const;
    const Step *step(int no) const;
    /// Whether somebody filed the case, for themselves or for a colleague: they are not asked about it (domain.md 8.2 rule 2).
    bool filedBy(StaffId staff) const { return staff == drafter || staff == filer; }
    /// The drafter, and who filed it for them.
    std::vector<StaffId> filers() const { return filer ? std::vector{drafter, *filer} : std::vector{drafter}; }
    /// Whether it spends or moves money of the budget.
    bool movesMoney() const;
    /// Whether somebody may not act on a step of the kind because of what they did before: of money, whoever reviews or decides does not
    /// examine, whoever examines does neither (地方自治法232条の4: 命令と審査の分離; domain.md 5.1), and whoever inspected what is paid
    /// neither decides nor examines (234条の2; domain.md 5.5).
    bool tookOtherPart(StaffId staff, StepKind kind) const;
    /// A consultation of the current round failed: the decision is the decider's own (domain.md 8.1 limits of 代決).
    bool contested() const;
    /// The lowest blocking step that is not complete; none when nothing blocking is open.
    const Step *currentStep() const;
    /// 命令済・審査中: the decision was given, and an examination behind it is still to be made.
    bool awaitsExamination() const;
    friend bool operator==(const Case &, const Case &) = default;
};

/// Steps and projections as the database shows them, to be compared with the fold.
struct Projection final {
    CaseState state;
    int round;
    int seq;
    int revision;
    QByteArray headHash;
    std::vector<std::vector<Step>> rounds; ///< all rounds, oldest first; notes are not projected
    std::vector<Assignee> access;
    std::vector<Posting> postings; ///< of the current revision
    PostingState postingState;
    bool ordered = false; ///< as Case::awaitsExamination
    /// What no history can give and the values above cannot show (gaps in numbering, an arrival at another time); empty = nothing.
    QString fault{};
    friend bool operator==(const Projection &, const Projection &) = default;
};

/// The projection a case must have: what the store shows is compared with it.
Projection projectionOf(const Case &c);

/// A case before its first event.
Case newCase(CaseId id, StaffId drafter);

/// Applies a recorded event: pure. Refuses (as an error, not an assertion) what the table of allowed state changes does not
/// contain, sequence gaps, and effects that are not the ones this event has: the history must be one the engine could have made.
Result<Case> fold(Case before, const Event &event);

/// Folds a whole history, checking the hash chain on the way.
Result<Case> replay(CaseId id, StaffId drafter, const std::vector<Event> &history);

} // namespace kessai
