// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/posttitle.h"

#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

TEST(PostTitle, SharesTheWordASectionEndsWithAndATitleBeginsWith)
{
    EXPECT_EQ(joinTitle(QStringLiteral("総務課"), QStringLiteral("課長")), QStringLiteral("総務課長"));
    EXPECT_EQ(joinTitle(QStringLiteral("総務課 庶務係"), QStringLiteral("係長"), u" "),
              QStringLiteral("総務課 庶務係長"));
    EXPECT_EQ(joinTitle(QStringLiteral("総務課"), QStringLiteral("課")), QStringLiteral("総務課課"))
        << "a title of one character would vanish";
}

TEST(PostTitle, StandsBesideTheSectionOtherwise)
{
    EXPECT_EQ(joinTitle(QStringLiteral("庶務係"), QStringLiteral("主事")), QStringLiteral("庶務係主事"));
    EXPECT_EQ(joinTitle(QStringLiteral("総務課 庶務係"), QStringLiteral("主事"), u" "),
              QStringLiteral("総務課 庶務係 主事"));
    EXPECT_EQ(joinTitle({}, QStringLiteral("市長"), u" "), QStringLiteral("市長"));
    EXPECT_EQ(joinTitle(QStringLiteral("総務課"), {}), QStringLiteral("総務課"));
}

} // namespace kessai::test
