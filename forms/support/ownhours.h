// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"

namespace kessai {

class Fields;

// The hours of a day of whoever asks: short-time staff have fewer than others. They stand in the content (field "day_minutes"), so that
// every reader makes the same of it, and are held to what is recorded of the person.

/// What a content says of them; none where it says nothing, as for everybody with the hours of the office.
std::optional<qint64> ownMinutesIn(const Fields &fields);
/// The regular hours of somebody's day: those of the office's shift, or as many from its begin on as they have.
std::vector<Stretch> ownHours(const std::optional<qint64> &ownMinutes, const QDate &day, const Numbers &numbers);
/// An error where a content says otherwise than what is recorded.
std::optional<Finding> ownHoursFinding(const std::optional<qint64> &ownMinutes, const QDate &day,
                                       const FormContext &context, const Numbers &numbers);

} // namespace kessai
