// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/inkstage.h"
#include "ui/meetings/inklayer.h"

#include <gtest/gtest.h>

namespace kessai::test {

inline constexpr StaffId kMe{7};
inline constexpr StaffId kOther{8};
inline constexpr BookPage kFirst{1, 0};

/// Somebody at a paper of five pages.
struct Writing {
    FixedClock clock{Instant(1'000'000)};
    InkLayer layer{kMe, QStringLiteral("山田 太郎"), clock};

    Writing() { layer.setPapers({{1, 1, {}}}); }

    QString line(BookPage page, double y = 0.5) { return layer.add(page, strokeOf({{0.1, y}, {0.9, y}})); }
    QString shown()
    {
        const QString id = line(kFirst);
        layer.share(id, InkAudience::All);
        layer.acknowledge(layer.unsent());
        return id;
    }
    const Ink &only()
    {
        const std::vector<PlacedInk> &there = layer.on(kFirst);
        EXPECT_EQ(there.size(), 1U);
        return there.front().ink;
    }
};

/// What the office has of a piece: another version than it was made of.
inline Ink storedAs(Ink ink, int version, float width)
{
    ink.version = version;
    ink.shape.width = width;
    ink.base.reset();
    ink.tried.clear();
    return ink;
}

} // namespace kessai::test
