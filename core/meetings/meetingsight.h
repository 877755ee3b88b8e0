// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"

namespace kessai {

/// Who reads a meeting.
struct MeetingViewer final {
    StaffId who{0};
    bool auditor = false;
};

/// How much of a meeting somebody reads.
enum class MeetingSight {
    None,
    Items, ///< those in which a paper is asked from them, in any state, and nothing of who is invited
    Most,  ///< a member, once it was published: all but what is hidden from them
    All,   ///< its secretaries; auditors once it was published
};

/// `whole` is the meeting as it is, folded from all acts; here and below.
MeetingSight sightOf(const Meeting &whole, const MeetingViewer &reader);
bool seesItem(const Meeting &whole, const MeetingViewer &reader, const AgendaItem &item);

/// The acts as a reader gets them. What was done to a paper belongs to the item it is in now: where that is hidden, so is all that went
/// before, and what came out of a hidden item brings its past along. What was dropped is for those who see all, as is from whom something
/// is hidden.
std::vector<MeetingAct> seenActs(const Meeting &whole, const MeetingViewer &reader, std::vector<MeetingAct> acts);

} // namespace kessai
