// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/office/office.h"

namespace kessai {

/// In which capacity somebody may act on what is addressed to `who`: as themselves or for a post they hold, before as the
/// deputy of somebody, who may be one for such cases only. None when in no capacity. Says nothing about own cases.
std::optional<Capacity> capacityFor(const Assignee &who, StaffId actor, const Office &office, const Matter &matter);

/// The same, with the rule that nobody acts on a step of the case they filed, nor anybody in their place (domain.md 8.2 rule 2);
/// circulated papers excepted.
std::optional<Capacity> capacityOn(const Case &c, const Step &step, const Assignment &assignment, StaffId actor,
                                   const Office &office);

/// In which capacity somebody may act on an assignment in a manner: Own is capacityOn, PullUp the same out of turn; Acting needs a
/// listed post of theirs, everybody before it and the decider being away (domain.md 8.1 代決). What the record itself says
/// against it (states, importance) is for effectsOf.
std::optional<Capacity> capacityIn(Manner manner, const Case &c, const Step &step, const Assignment &assignment,
                                   StaffId actor, const Office &office);
/// The reviews of a route that pass over whoever is asked about such a case, should they come to be opened: those who are absent said so.
std::vector<AssignmentRef> passedOverIn(const std::vector<Step> &steps, const Matter &matter, const Office &office);
/// Whether a step after the one just approved falls to the same person in the same capacity, for 兼務 (WF-11).
bool fallsTo(const Assignee &who, const Capacity &capacity, const Office &office);

/// Whether somebody may read the case as its access list stands: as the drafter, by person, post or deputyship, or in a decider's place.
bool mayRead(const Case &c, StaffId reader, const Office &office);

} // namespace kessai
