// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/sections.h"

#include <algorithm>

namespace kessai {

namespace {

bool liesWithin(const Office &office, SectionId section, SectionId top)
{
    for (const Section *here = office.section(section); here;
         here = here->parent ? office.section(*here->parent) : nullptr) {
        if (here->id == top)
            return true;
    }
    return false;
}

/// The parts of the office somebody belongs to: the 課 of each of their posts, or the section itself above the 課.
std::vector<SectionId> partsOf(const Office &office, StaffId staff)
{
    std::vector<SectionId> parts;
    for (const PostId id : office.postsOf(staff)) {
        if (const Post *post = office.post(id))
            parts.push_back(office.ancestor(post->section, SectionLevel::Section).value_or(post->section));
    }
    return parts;
}

} // namespace

bool holdsRole(const Office &office, StaffId staff, const QString &role)
{
    const std::vector<PostId> posts = office.postsWithRole(role);
    return std::any_of(posts.begin(), posts.end(), [&](PostId post) { return office.holds(staff, post); });
}

std::vector<SectionId> sectionsWithin(const Office &office, SectionId top)
{
    std::vector<SectionId> within;
    for (const Section &section : office.sections()) {
        if (liesWithin(office, section.id, top))
            within.push_back(section.id);
    }
    return within;
}

std::vector<StaffId> membersOf(const Office &office, SectionId top)
{
    struct Member {
        StaffId id;
        int rank;
        QString kana;
    };
    std::vector<Member> members;
    for (const Staff &staff : office.allStaff()) {
        std::optional<int> rank;
        for (const PostId id : office.postsOf(staff.id)) {
            const Post *post = office.post(id);
            if (post && liesWithin(office, post->section, top))
                rank = std::max(rank.value_or(post->rank), post->rank);
        }
        if (rank)
            members.push_back({staff.id, *rank, staff.kana});
    }
    std::stable_sort(members.begin(), members.end(), [](const Member &a, const Member &b) {
        return std::tuple(-a.rank, a.kana, a.id) < std::tuple(-b.rank, b.kana, b.id);
    });
    std::vector<StaffId> ids;
    for (const Member &member : members)
        ids.push_back(member.id);
    return ids;
}

bool seesSection(const Office &office, StaffId staff, SectionId section)
{
    if (!office.section(section))
        return false;
    if (holdsRole(office, staff, kPersonnelRole))
        return true;
    const std::vector<SectionId> parts = partsOf(office, staff);
    return std::any_of(parts.begin(), parts.end(), [&](SectionId part) { return liesWithin(office, section, part); });
}

std::vector<SectionId> sectionsInCharge(const Office &office, StaffId staff)
{
    const std::vector<SectionId> parts = partsOf(office, staff);
    const std::vector<PostId> posts = office.postsOf(staff);
    std::vector<SectionId> charge;
    for (const Section &section : office.sections()) {
        const bool below = std::any_of(parts.begin(), parts.end(),
                                       [&](SectionId part) { return liesWithin(office, section.id, part); });
        const bool above = std::any_of(posts.begin(), posts.end(), [&](PostId id) {
            const Post *post = office.post(id);
            return post && liesWithin(office, post->section, section.id);
        });
        if (below || above)
            charge.push_back(section.id);
    }
    return charge;
}

bool keepsBudget(const Office &office, StaffId staff)
{
    const std::vector<SectionId> parts = partsOf(office, staff);
    for (const QString &role : {QString(kFinanceRole), QString(kAccountingRole)}) {
        for (const PostId id : office.postsWithRole(role)) {
            const Post *post = office.post(id);
            if (post && std::any_of(parts.begin(), parts.end(), [&](SectionId part) {
                    return liesWithin(office, post->section, part);
                }))
                return true;
        }
    }
    return false;
}

std::vector<SectionId> sectionsSeenBy(const Office &office, StaffId staff)
{
    const std::vector<SectionId> parts = partsOf(office, staff);
    std::vector<SectionId> seen;
    for (const Section &section : office.sections()) {
        const bool own = std::any_of(parts.begin(), parts.end(), [&](SectionId part) {
            const Section *top = office.section(part);
            return top && top->level == SectionLevel::Section && liesWithin(office, section.id, part);
        });
        if ((own || section.level <= SectionLevel::Section) && seesSection(office, staff, section.id))
            seen.push_back(section.id);
    }
    return seen;
}

} // namespace kessai
