// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/officesnapshots.h"

#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

TEST(OfficeSnapshots, CutsEachOnce)
{
    const SmallOffice small;
    const OfficeHistory history = small.builder.history();
    OfficeSnapshots offices(history);
    const QDate day = SmallOffice::today();

    const auto first = offices.at(day, 1);

    EXPECT_EQ(first->day(), day);
    EXPECT_EQ(first->revision(), 1);
    EXPECT_TRUE(first->holds(small.kato, small.manager));
    EXPECT_EQ(offices.at(day, 1), first);
    EXPECT_NE(offices.at(day.addDays(1), 1), first);
    EXPECT_NE(offices.at(day, 2), first);
    EXPECT_EQ(offices.at(day, 1), first);
    offices.clear();
    EXPECT_NE(offices.at(day, 1), first);
}

TEST(OfficeSnapshots, KeepsTheFewUsedLast)
{
    const SmallOffice small;
    const OfficeHistory history = small.builder.history();
    OfficeSnapshots offices(history);
    const QDate day = SmallOffice::today();
    const auto often = offices.at(day, 1);
    const std::weak_ptr<const Office> once = offices.at(day.addDays(1), 1);

    for (int i = 2; i < 100; ++i) {
        offices.at(day.addDays(i), 1);
        EXPECT_EQ(offices.at(day, 1), often);
    }

    EXPECT_TRUE(once.expired());
}

} // namespace kessai::test
