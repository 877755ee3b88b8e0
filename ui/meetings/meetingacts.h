// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/meetings/meeting.h"

#include <QStringList>

namespace kessai {

/// What is new in a change (number 0) gets the next number of the meeting.
MeetingChange numbered(MeetingChange change, const Meeting &meeting);

/// The meeting without what a DropItem or DropPaper names.
Meeting without(Meeting meeting, const MeetingChange &drop);

/// Whether a change that was made looking at one state of a meeting says the same to a later one: what it is about is as it was.
bool stillHolds(const MeetingChange &change, const Meeting &seen, const Meeting &now);

/// Whether a change makes no sense without one before it that failed: the numbers of a moved item go together, files do not.
bool dependsOn(const MeetingChange &change, const MeetingChange &failed);

/// What a change is about, in the user's words: “the file of “Budget””.
QString changeText(const MeetingChange &change, const Meeting &meeting);
/// Why something was not done to a meeting, in the user's words.
QString meetingErrorText(const Error &error);
/// A sentence that says which were not done; nothing of none.
QString notDoneText(const QStringList &changes);

} // namespace kessai
