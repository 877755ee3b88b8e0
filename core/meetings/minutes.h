// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/formdefinition.h"
#include "core/meetings/meeting.h"

#include <functional>

namespace kessai {

/// What the minutes of a meeting begin with (会議録): where and when it was, who was there, and what came of each item, in Japanese, for
/// its secretary to go on writing. Of an item that is hidden from somebody they say no more than that: minutes go to more people than it did.
/// At most `kMostMinutesText` units; what does not fit is left out with a word that it is.
QString minutesText(const Meeting &meeting, const std::function<QString(StaffId)> &nameOf);
QString minutesTitle(const Meeting &meeting);
/// The draft of a case with them, in the form `definition` of code kMinutesForm.
Content minutesContent(const Meeting &meeting, const FormDefinition &definition,
                       const std::function<QString(StaffId)> &nameOf);

inline constexpr QLatin1String kMinutesForm("draft"); ///< 起案

/// A case, as far as it matters whether it has a meeting's minutes.
struct MinutesCase final {
    QString form;
    QString title;
    Instant submittedAt{0}; ///< 0 of a draft
    Instant decidedAt{0};   ///< 0 where it is not decided, or not any more
    bool elsewhere = false; ///< it has another meeting's
};

/// Whether a case may have the minutes of a meeting: one of the form kMinutesForm that names the meeting and its day, was not submitted
/// before that was over, and has no other meeting's. Invalid otherwise. The notaries hold the same (migration 0035).
Result<> checkMinutes(const Meeting &held, const MinutesCase &minutes);

/// The day from which everybody's private ink is destroyed; none where the rules of the meeting keep it, or its minutes are not decided.
std::optional<QDate> inkEndOf(const Meeting &held, const MinutesCase &minutes);

inline constexpr qsizetype kMostMinutesTitle = 100;   ///< UTF-16 units its subject takes
inline constexpr qsizetype kMostMinutesText = 10'000; ///< what the text of a draft takes (forms/draft/draft.json)

} // namespace kessai
