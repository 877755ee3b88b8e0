// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/formdefinition.h"
#include "core/meetings/meeting.h"

#include <functional>

namespace kessai {

/// What the minutes of a meeting begin with (会議録): where and when it was, who was there, and what came of each item, in Japanese, for
/// its secretary to go on writing. Items that are hidden from somebody are left out: minutes go to more people than the item did.
/// At most `kMostMinutesText` units; what does not fit is left out with a word that it is.
QString minutesText(const Meeting &meeting, const std::function<QString(StaffId)> &nameOf);
QString minutesTitle(const Meeting &meeting);
/// The draft of a case with them, in the form `definition` of code kMinutesForm.
Content minutesContent(const Meeting &meeting, const FormDefinition &definition,
                       const std::function<QString(StaffId)> &nameOf);

inline constexpr QLatin1String kMinutesForm("draft"); ///< 起案

inline constexpr qsizetype kMostMinutesText = 10'000; ///< what the text of a draft takes (forms/draft/draft.json)

} // namespace kessai
