// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace kessai {

namespace {

constexpr QRgb opaqueRgb(unsigned int rgb)
{
    return 0xff000000U | rgb;
}

// One row a token, in the order of the enumeration: light, dark, high contrast.
constexpr std::array<std::array<unsigned int, 3>, kTokenCount> kTokenColors{{
    {0xF3F5F7, 0x171B21, 0x000000}, // Background
    {0xFFFFFF, 0x1F242C, 0x000000}, // Surface
    {0xF8FAFB, 0x252B34, 0x000000}, // SurfaceAlt
    {0xDCE1E7, 0x363E49, 0xFFFFFF}, // Border
    {0x8792A2, 0x7C8796, 0xFFFFFF}, // BorderStrong
    {0x1C2430, 0xE5E9EF, 0xFFFFFF}, // Text
    {0x566273, 0xA7B1BE, 0xFFFFFF}, // Text2
    {0x9AA4B1, 0x6B7583, 0x3FF23F}, // Disabled
    {0x1F5F9F, 0x8FBFEF, 0xFFFFFF}, // Accent
    {0x1F5F9F, 0x2E6DAF, 0x1AEBFF}, // Primary
    {0x184D82, 0x3A7CC1, 0xFFFF00}, // PrimaryHover
    {0xFFFFFF, 0xFFFFFF, 0x000000}, // OnPrimary
    {0xE3EEF8, 0x29405A, 0x1AEBFF}, // Selection
    {0x1C2430, 0xE5E9EF, 0x000000}, // OnSelection
    {0x566273, 0xB4BDC9, 0x000000}, // OnSelection2
    {0x1F5F9F, 0x8FBFEF, 0x000000}, // OnSelectionMark
    {0x1F5F9F, 0x7FB4EA, 0xFFFF00}, // Focus
    {0x1B5A99, 0x8FBFEF, 0xFFFFFF}, // InfoText
    {0xE3EEF9, 0x22374D, 0x000000}, // InfoFill
    {0x17693F, 0x84D6A8, 0xFFFFFF}, // SuccessText
    {0xE1F3E8, 0x1D382B, 0x000000}, // SuccessFill
    {0x7A4B00, 0xEFC574, 0xFFFFFF}, // WarnText
    {0xFCEFD2, 0x3D321B, 0x000000}, // WarnFill
    {0xA8271F, 0xF3A49D, 0xFFFFFF}, // DangerText
    {0xFBE7E5, 0x452726, 0x000000}, // DangerFill
    {0x4A5565, 0xB9C2CE, 0xFFFFFF}, // NeutralText
    {0xEBEEF2, 0x323A45, 0x000000}, // NeutralFill
    {0xBF3B2B, 0xF0917F, 0xFFFF00}, // Stamp
    {0x1F5F9F, 0x7FB4EA, 0x1AEBFF}, // MeterUsed
    {0xB97400, 0xEFC574, 0xFFFF00}, // MeterThis
    {0xEBEEF2, 0x323A45, 0x000000}, // MeterTrack
    {0xC3CBD5, 0x4A5462, 0xFFFFFF}, // Thumb
}};

constexpr std::array<QRgb, kTokenCount> tokenColumn(std::size_t kind)
{
    std::array<QRgb, kTokenCount> rgb{};
    for (std::size_t i = 0; i < kTokenCount; ++i)
        rgb[i] = opaqueRgb(kTokenColors[i][kind]);
    return rgb;
}

double linearChannel(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linearChannel(color.red()) + 0.7152 * linearChannel(color.green())
        + 0.0722 * linearChannel(color.blue());
}

} // namespace

const Tokens &Tokens::of(ThemeKind kind)
{
    static constexpr Tokens light(ThemeKind::Light, tokenColumn(0));
    static constexpr Tokens dark(ThemeKind::Dark, tokenColumn(1));
    static constexpr Tokens highContrast(ThemeKind::HighContrast, tokenColumn(2));
    switch (kind) {
    case ThemeKind::Light: return light;
    case ThemeKind::Dark: return dark;
    case ThemeKind::HighContrast: return highContrast;
    }
    Q_UNREACHABLE();
}

double contrastRatio(const QColor &over, const QColor &under)
{
    const double a = luminance(over);
    const double b = luminance(under);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1.0 - share))); };
    return QColor(channel(over.red(), under.red()), channel(over.green(), under.green()),
                  channel(over.blue(), under.blue()));
}

} // namespace kessai
