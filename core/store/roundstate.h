// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/invariants.h"

namespace kessai {

// How a step stands by the states of its assignments, in the notary's own words; shared by its checks.

bool circulates(const Step &step);
/// 回議 and 決裁: the drafter's own line.
bool isLine(const Step &step);
bool enoughAgreed(const Step &step);
/// So many objected that the step cannot agree any more.
bool cannotAgree(const Step &step);
/// The round goes on behind the step.
bool isDone(const Step &step);
/// Behind the decision only examinations of what it orders block.
bool isBehindOrder(const std::vector<Step> &steps, const Step &step);
bool among(const std::vector<AssignmentRef> &refs, AssignmentRef on);
Assignment *seatIn(std::vector<Step> &steps, AssignmentRef on);
const Step *stepIn(const std::vector<Step> &steps, int number);
/// The step of the round so far that asks the same of the same people as one of a round to come.
const Step *earlierStep(const LockedCase &file, const Step &step);
/// What stands on an assignment of such a step if its marks are kept: what somebody gave, and where that is enough, that nobody else
/// is asked.
std::optional<AssignmentState> keptMark(const LockedCase &file, const Step &step, int no);

Fail<Error> no(Refusal refusal);
Fail<Error> falseEffects(const char *why);

} // namespace kessai
