// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/calendar/holidays.h"
#include "core/office/office.h"
#include "core/ports/meetingstore.h"

#include <functional>

namespace kessai {

class Notary;

/// Holds the meetings of resources/sample/meetings.json around a day, as their secretaries and members did: agenda, papers (one hidden, one
/// late, one replaced, some awaited), ink, what came of those that were held, and one that runs. `minutes` is the form in which minutes are
/// drafted. The clock is at the day again when it is done. Answers how many
/// cases it drafted.
Result<int> holdSampleMeetings(const Office &office, const Holidays &holidays, FixedClock &clock,
                               const FormDefinition &minutes, const std::function<Notary &(StaffId)> &notaryOf);

} // namespace kessai
