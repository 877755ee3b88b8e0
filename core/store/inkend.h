// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/minutes.h"
#include "core/store/database.h"

namespace kessai {

// The end of ink: what a meeting's rules want of private notes once its minutes are decided, in a file or for whoever owns a database.

/// A case as far as it matters whether it has the minutes of a meeting; NotFound where there is none, or, where `drafter` is named, it is not
/// theirs.
Result<MinutesCase> readMinutesCase(Database &database, MeetingId meeting, CaseId minutes,
                                    std::optional<StaffId> drafter = {});
/// The day from which everybody's private ink on a meeting is destroyed; none where it stays, or its minutes are not decided.
Result<std::optional<QDate>> readInkEnd(Database &database, const Meeting &whole);
/// Takes everybody's private ink on a meeting away, in the caller's transaction; how many pieces that were.
Result<qint64> destroyPrivateInk(Database &database, MeetingId meeting, Instant now);

struct EndedInk final {
    int meetings = 0;
    qint64 pieces = 0;
};
/// The same on all meetings whose day has come, for whoever owns a database.
Result<EndedInk> endInk(Database &database, Instant now);

} // namespace kessai
