// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/presence.h"

#include <algorithm>

namespace kessai {

Result<Presence::People> Presence::able(const Step &step, const Assignee &who) const
{
    auto people = m_rows.answering(who);
    if (people)
        std::erase_if(*people, [&](StaffId one) { return filed(one) || tookOtherPart(m_case, step, one); });
    return people;
}

Result<bool> Presence::anyThere(const People &people) const
{
    for (const StaffId one : people) {
        const auto away = m_rows.awayForLong(one, m_reader);
        if (!away)
            return away;
        const auto acts = *away ? m_rows.hasDeputy(one, {m_case.form, m_case.amount}, m_reader) : Result<bool>(true);
        if (!acts || *acts)
            return acts;
    }
    return false;
}

Result<bool> Presence::attended(const Step &step, const Assignee &who) const
{
    const auto people = able(step, who);
    const auto any = people ? anyThere(*people) : Result<bool>(people.failure());
    const auto *post = std::get_if<PostId>(&who);
    if (!any || *any || !post || step.kind != StepKind::Decide)
        return any;
    return standInThere(step, *post);
}

/// Who holds a post, is there and filed nothing of the case.
Result<Presence::People> Presence::there(PostId post) const
{
    const auto holders = m_rows.holders(post);
    if (!holders)
        return holders;
    People people;
    for (const StaffId one : *holders) {
        const auto away = m_rows.awayForLong(one, m_reader);
        if (!away)
            return away.failure();
        if (!*away && !filed(one))
            people.push_back(one);
    }
    return people;
}

/// 代決: nobody decides in the place of somebody who is there, nor what is important or disputed; and the first of the listed posts at which anybody is
/// there does.
Result<bool> Presence::standInThere(const Step &step, PostId named) const
{
    if (m_case.important || disputed(m_case.steps))
        return false;
    const auto decider = m_rows.currentPost(named);
    const auto own = decider ? there(*decider) : Result<People>(decider.failure());
    const auto line = m_rows.lineOf(m_case);
    if (!own || !line)
        return !own ? own.failure() : line.failure();
    if (!own->empty())
        return false;
    const auto listed = m_rows.standIns(*decider, *line, m_reader);
    if (!listed)
        return listed.failure();
    for (const PostId post : *listed) {
        const auto people = there(post);
        if (!people)
            return people.failure();
        if (!people->empty())
            return std::any_of(people->begin(), people->end(),
                               [&](StaffId one) { return !tookOtherPart(m_case, step, one); });
    }
    return false;
}

} // namespace kessai
