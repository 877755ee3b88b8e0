// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/inks.h"

#include <QCoreApplication>

#include <array>

namespace kessai {

namespace {

struct InkEntry {
    QRgb rgb;
    const char *name;
};

/// The order is stored: only append.
constexpr std::array<InkEntry, 8> kInks{{
    {0xFFC6281F, QT_TRANSLATE_NOOP("kessai::Inks", "Red")},
    {0xFF1F57B8, QT_TRANSLATE_NOOP("kessai::Inks", "Blue")},
    {0xFF1C2430, QT_TRANSLATE_NOOP("kessai::Inks", "Black")},
    {0xFF17753F, QT_TRANSLATE_NOOP("kessai::Inks", "Green")},
    {0xFFFFE45C, QT_TRANSLATE_NOOP("kessai::Inks", "Light yellow")},
    {0xFFB5E88A, QT_TRANSLATE_NOOP("kessai::Inks", "Light green")},
    {0xFFFFB3CF, QT_TRANSLATE_NOOP("kessai::Inks", "Light red")},
    {0xFFA5D8FF, QT_TRANSLATE_NOOP("kessai::Inks", "Light blue")},
}};

const InkEntry &entryOf(int ink)
{
    // Ink of a newer program may have a colour that is not known here.
    return kInks[ink >= 0 && ink < static_cast<int>(kInks.size()) ? static_cast<std::size_t>(ink) : 0];
}

} // namespace

QColor inkColor(int ink)
{
    return QColor::fromRgb(entryOf(ink).rgb);
}

QString inkName(int ink)
{
    return QCoreApplication::translate("kessai::Inks", entryOf(ink).name);
}

const QList<int> &penInks()
{
    static const QList<int> inks{0, 1, 2, 3};
    return inks;
}

const QList<int> &markerInks()
{
    static const QList<int> inks{4, 5, 6, 7};
    return inks;
}

QColor noteTextColor()
{
    return QColor::fromRgb(kInks[2].rgb);
}

QColor noteEdgeColor(int ink)
{
    return inkColor(ink).darker(125);
}

} // namespace kessai
