// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/placeof.h"

#include "core/base/posttitle.h"

namespace kessai {

QString placeOf(const Office &office, StaffId staff)
{
    const auto held = office.primaryPost(staff);
    const Post *post = held ? office.post(office.current(*held)) : nullptr;
    const Section *section = post ? office.section(post->section) : nullptr;
    if (!post)
        return {};
    const bool named = section && section->level != SectionLevel::City;
    return joinTitle(named ? office.sectionLabel(section->id) : QString(), post->title);
}

} // namespace kessai
