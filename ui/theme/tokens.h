// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace kessai {

/// The looks the application can be painted in.
enum class ThemeKind : quint8 { Light, Dark, HighContrast };

/// The colour roles everything is painted with; no other colour appears in the user interface.
enum class Token : quint8 {
    Background,      ///< behind cards
    Surface,         ///< cards, lists, fields
    SurfaceAlt,      ///< table headers, hover, disabled fields
    Border,          ///< hairlines between things
    BorderStrong,    ///< outlines of controls (3:1 against the surface)
    Text,            ///< what one reads
    Text2,           ///< captions and secondary lines
    Disabled,        ///< what cannot be used now
    Accent,          ///< the active tab, links, current things; readable on surface and background
    Primary,         ///< the one button to press
    PrimaryHover,    ///< the same under the pointer
    OnPrimary,       ///< text and icons on either
    Selection,       ///< the selected row
    OnSelection,     ///< text on it
    OnSelection2,    ///< secondary text on it
    OnSelectionMark, ///< icons and the bar at its left edge
    Focus,           ///< the keyboard's ring, and the ring of the current step
    InfoText,        ///< waiting for approval
    InfoFill,
    SuccessText, ///< decided
    SuccessFill,
    WarnText, ///< under review, returned
    WarnFill,
    DangerText, ///< rejected, urgent, damaged
    DangerFill,
    NeutralText, ///< draft, withdrawn
    NeutralFill,
    Stamp,      ///< vermilion, for stamps only
    MeterUsed,  ///< what is used already
    MeterThis,  ///< what this case would add
    MeterTrack, ///< what is left
    Thumb,      ///< the handle of a scroll bar
};

inline constexpr std::size_t kTokenCount = static_cast<std::size_t>(Token::Thumb) + 1;

/// The colours of one look; there is exactly one constant value for each kind.
class Tokens final {
public:
    /// The constant table of \a kind.
    static const Tokens &of(ThemeKind kind);

    ThemeKind kind() const { return m_kind; }
    /// Whether outlines have to carry what tints carry in the other looks.
    bool highContrast() const { return m_kind == ThemeKind::HighContrast; }
    /// The colour of \a token.
    QColor color(Token token) const { return QColor::fromRgb(m_rgb[static_cast<std::size_t>(token)]); }
    QColor operator[](Token token) const { return color(token); }

private:
    constexpr Tokens(ThemeKind kind, const std::array<QRgb, kTokenCount> &rgb) : m_kind(kind), m_rgb(rgb) {}

    ThemeKind m_kind;
    std::array<QRgb, kTokenCount> m_rgb;
};

/// How much \a over differs from \a under in luminance, 1 to 21 (WCAG 2.1, 1.4.3).
double contrastRatio(const QColor &over, const QColor &under);

/// \a share (0 to 1) of \a over laid upon \a under.
QColor mixed(const QColor &over, const QColor &under, double share);

} // namespace kessai
