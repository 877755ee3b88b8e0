// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/reroute.h"

#include "core/cases/authority.h"
#include "core/cases/engine.h"

#include <algorithm>

namespace kessai {

namespace {

/// Whether somebody is asked where a post is: as its holder, or as the deputy of one, whatever for.
bool isAsked(StaffId staff, const Assignee &who, const Office &office)
{
    const auto *post = std::get_if<PostId>(&who);
    const auto theirs = [&](StaffId one) { return post ? office.holds(one, *post) : std::get<StaffId>(who) == one; };
    const std::vector<StaffId> &principals = office.principalsOf(staff);
    const std::vector<Deputyship> &limited = office.limitedDeputyships(staff);
    return theirs(staff) || std::any_of(principals.begin(), principals.end(), theirs)
        || std::any_of(limited.begin(), limited.end(), [&](const Deputyship &one) { return theirs(one.principal); });
}

bool isAbove(PostId post, PostId of, const Office &office)
{
    std::optional<PostId> above = office.superiorOf(office.current(of));
    for (size_t hops = 0; above && hops <= office.posts().size(); ++hops) {
        if (*above == post)
            return true;
        above = office.superiorOf(*above);
    }
    return false;
}

bool sameSection(PostId a, PostId b, const Office &office)
{
    const Post *one = office.post(a);
    const Post *other = office.post(office.current(b));
    return one && other && one->section == other->section;
}

} // namespace

std::optional<Refusal> rerouteProblem(const Case &c, const Rerouted &act, StaffId actor, const Office &office)
{
    for (const Step &step : c.steps) {
        for (const Assignment &assignment : step.assignments) {
            if (isAsked(actor, assignment.who, office))
                return Refusal::PartTaken;
        }
    }
    if (!office.post(act.post))
        return Refusal::UnknownStaff;
    if (isAsked(actor, act.post, office))
        return Refusal::SelfAppointed;
    const std::vector<StaffId> &holders = office.holders(act.post);
    if (holders.empty())
        return Refusal::EmptyStep;
    if (std::all_of(holders.begin(), holders.end(), [&](StaffId one) { return c.filedBy(one); }))
        return Refusal::OwnCase;
    const StepKind kind = c.step(act.seat.step)->kind;
    if (std::all_of(holders.begin(), holders.end(),
                    [&](StaffId one) { return c.filedBy(one) || c.tookOtherPart(one, kind); }))
        return Refusal::PartTaken;
    const auto *was = std::get_if<PostId>(&c.assignment(act.seat)->who);
    if (kind == StepKind::Decide && !(was && isAbove(act.post, *was, office)))
        return Refusal::NoDecider;
    if (kind == StepKind::Examine && !(was && sameSection(act.post, *was, office)))
        return Refusal::NoSuchStep;
    // What is consulted is a section; whoever answers for it is in it or above it.
    if (kind == StepKind::Consult && was && !sameSection(act.post, *was, office) && !isAbove(act.post, *was, office))
        return Refusal::NoSuchStep;
    return std::nullopt;
}

std::vector<PostId> postsToReroute(const Case &c, AssignmentRef seat, StaffId actor, const Office &office)
{
    std::vector<PostId> posts;
    for (const Post &post : office.posts()) {
        const Rerouted act{seat, post.id, QStringLiteral("?")};
        if (effectsOf(c, {actor, std::nullopt, std::nullopt}, act) && !rerouteProblem(c, act, actor, office))
            posts.push_back(post.id);
    }
    return posts;
}

} // namespace kessai
