// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace kessai {

/// The size of body text in points at 100 %.
inline constexpr double kBasePointSize = 10.5;

/// What a text is for; sizes and weights follow from it.
enum class TextRole : quint8 {
    Body,        ///< 10.5 pt
    BodyStrong,  ///< 10.5 pt bold: unread lines, the name of a field in a summary
    PageTitle,   ///< 13.5 pt semi-bold
    CardTitle,   ///< 12 pt semi-bold
    TableHeader, ///< 9.5 pt
    Chip,        ///< 9.5 pt
    Caption,     ///< 9 pt: secondary lines
    Small,       ///< 8.5 pt: the smallest there is
    Amount,      ///< 13 pt bold
};

/// \a base brought to the size and weight of \a role; \a base is taken to be body text.
QFont scaled(const QFont &base, TextRole role);

/// The application's font in \a role.
QFont fontFor(TextRole role);

/// How much larger body text is in logical pixels than at 100 % on a 96 dpi screen; own painting grows with it.
qreal textScale();

/// \a pixels grown with the text, rounded.
int grown(int pixels);

/// Measures of the look in logical pixels.
namespace metric {
inline constexpr int kNavigationWidth = 216;
inline constexpr int kRailWidth = 64; ///< five characters below an icon
inline constexpr int kTopBarHeight = 60;
inline constexpr int kStatusBarHeight = 28;
inline constexpr int kPreviewWidth = 430;
inline constexpr int kCardRadius = 8;
inline constexpr int kControlRadius = 6;
inline constexpr int kPageMargin = 12;
inline constexpr int kCardPadding = 20;
inline constexpr int kGap = 8;
inline constexpr int kFieldGap = 12;
inline constexpr int kRowHeight = 44;
inline constexpr int kCompactRowHeight = 32;
inline constexpr int kControlHeight = 34;
inline constexpr int kIconSize = 18;
inline constexpr int kActButtonWidth = 150;
inline constexpr int kWindowMinWidth = 880; ///< a laptop of 1366×768 at 150 % has 910×512
inline constexpr int kWindowMinHeight = 460;
} // namespace metric

} // namespace kessai
