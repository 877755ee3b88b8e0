// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/wording.h"

#include "tests/forms/situation.h"

using namespace kessai;
using namespace Qt::StringLiterals;

TEST(Wording, WritesSpansWithoutPartsThatAreZero)
{
    EXPECT_EQ(spanText(0), (Bilingual{u"0分"_s, u"0 min"_s}));
    EXPECT_EQ(spanText(45), (Bilingual{u"45分"_s, u"45 min"_s}));
    EXPECT_EQ(spanText(180), (Bilingual{u"3時間"_s, u"3 h"_s}));
    EXPECT_EQ(spanText(2610), (Bilingual{u"43時間30分"_s, u"43 h 30 min"_s}));
}

TEST(Wording, CountsHoursOnPastMidnight)
{
    EXPECT_EQ(clockText(540), u"9:00"_s);
    EXPECT_EQ(clockText(1530), u"25:30"_s);
}

TEST(Wording, NamesDaysAndMonths)
{
    const QDate saturday(2026, 11, 28);

    EXPECT_EQ(titleDay(saturday), u"11月28日・土"_s);
    EXPECT_EQ(dayText(saturday), (Bilingual{u"11月28日"_s, u"28 Nov"_s}));
    EXPECT_EQ(monthText(QDate(2026, 9, 1)), (Bilingual{u"9月"_s, u"September"_s}));
    EXPECT_EQ(weekdayText(QDate(2026, 11, 29)), (Bilingual{u"日"_s, u"Sunday"_s}));
    EXPECT_EQ(weekdayText(QDate(2026, 11, 30)), (Bilingual{u"月"_s, u"Monday"_s}));
}

TEST(Wording, FillsPlacesOnceAndLeavesPercentSignsOfValues)
{
    const Bilingual filled = fill({u"%1と%2"_s, u"%2 and %1, 80% of %3"_s}, {{u"%2"_s, u"%2"_s}, {u"乙"_s, u"B"_s}});

    EXPECT_EQ(filled, (Bilingual{u"%2と乙"_s, u"B and %2, 80% of %3"_s}));
}
