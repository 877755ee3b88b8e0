// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sectionsheet.h"

#include "core/office/sections.h"
#include "tests/support/officebuilder.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

const QDate kNovember(2026, 11, 1);
constexpr qint64 kFortyPercent = 40;

SectionSheet sheetOf(SmallOffice &small, const std::vector<AwayMinutes> &away = {})
{
    return makeSectionSheet(*small.office(), small.builder.history(), shippedHolidays(), small.affairs, kNovember, away,
                            kFortyPercent);
}

const SectionSheet::Person &personIn(const SectionSheet &sheet, StaffId who)
{
    return *std::find_if(sheet.people.begin(), sheet.people.end(), [who](const auto &one) { return one.id == who; });
}

} // namespace

TEST(SectionSheet, ListsEverybodyOfTheSectionOnceByRank)
{
    SmallOffice small;
    small.builder.appoint(small.hosaka, small.senior, Holding::Concurrent);

    const SectionSheet sheet = sheetOf(small);

    ASSERT_EQ(sheet.people.size(), 6u);
    EXPECT_EQ(sheet.people[0].id, small.kato);
    EXPECT_EQ(sheet.people[1].id, small.hosaka);
    EXPECT_EQ(sheet.people[1].title, QStringLiteral("総務課 課長補佐"));
    EXPECT_EQ(sheet.people[5].title, QStringLiteral("庶務係 主事"));
}

TEST(SectionSheet, TakesTripsFromWhatIsRegisteredAndLeaveFromTheLedgers)
{
    SmallOffice small;
    OfficeHistory history = small.builder.history();
    Absence trip{small.seki, false, AbsenceKind::Trip};
    history.absences.push_back({trip, QDate(2026, 11, 13), QDate(2026, 11, 17)});
    Absence fromLeave{small.sato, false, AbsenceKind::Leave, true};
    history.absences.push_back({fromLeave, QDate(2026, 11, 10), QDate(2026, 11, 10)});

    const SectionSheet sheet = makeSectionSheet(
        *small.office(), history, shippedHolidays(), small.affairs, kNovember,
        {{small.sato, QDate(2026, 11, 10), 60, 0}, {small.sato, QDate(2026, 11, 10), 0, 45}}, kFortyPercent);

    const auto &seki = personIn(sheet, small.seki);
    EXPECT_EQ(seki.days[12].registered, AbsenceKind::Trip);
    EXPECT_FALSE(seki.days[13].away()) << "nobody is away on a Saturday";
    EXPECT_EQ(seki.days[16].registered, AbsenceKind::Trip);
    const AwayDay &leave = personIn(sheet, small.sato).days[9];
    EXPECT_FALSE(leave.registered) << "an hour's leave is no day";
    EXPECT_EQ(leave.used, 60);
    EXPECT_EQ(leave.reserved, 45);
    EXPECT_FALSE(leave.waits());
}

TEST(SectionSheet, ShowsTripsThatWereOrdered)
{
    SmallOffice small;

    const SectionSheet sheet = sheetOf(small,
                                       {{small.seki, QDate(2026, 11, 13), 0, 0, true},
                                        {small.seki, QDate(2026, 11, 14), 0, 0, true},
                                        {small.sato, QDate(2026, 11, 13), 465, 0, true}});

    const auto &seki = personIn(sheet, small.seki);
    EXPECT_EQ(seki.days[12].registered, AbsenceKind::Trip);
    EXPECT_FALSE(seki.days[13].away()) << "nobody is away on a Saturday";
    EXPECT_FALSE(personIn(sheet, small.sato).days[12].registered) << "on leave after all";
    EXPECT_EQ(sheet.days[12].away, 2);
}

TEST(SectionSheet, MarksADayWhenMoreThanTheShareAreAway)
{
    SmallOffice small;
    const QDate day(2026, 11, 10);
    std::vector<AwayMinutes> away{{small.seki, day, 465, 0}, {small.sato, day, 0, 465}};

    EXPECT_FALSE(sheetOf(small, away).days[9].crowded) << "two of six";
    away.push_back({small.tanaka, day, 60, 0});
    EXPECT_TRUE(sheetOf(small, away).days[9].crowded) << "three of six";
    EXPECT_EQ(sheetOf(small, away).days[9].away, 3);
}

TEST(SectionSheet, OneAloneIsNoCrowd)
{
    SmallOffice small;

    const SectionSheet sheet =
        makeSectionSheet(*small.office(), small.builder.history(), shippedHolidays(), small.budget, kNovember,
                         {{small.zama, QDate(2026, 11, 10), 465, 0}}, kFortyPercent);

    ASSERT_EQ(sheet.people.size(), 2u);
    EXPECT_FALSE(sheet.days[9].crowded);
}

TEST(Sections, AreSeenByThoseWhoWorkInThem)
{
    const SmallOffice small;
    const auto office = small.office();

    EXPECT_EQ(sectionsSeenBy(*office, small.sato), (std::vector<SectionId>{small.affairs, small.clerks}));
    EXPECT_EQ(sectionsSeenBy(*office, small.bando),
              (std::vector<SectionId>{small.general, small.affairs, small.finance}));
    EXPECT_EQ(sectionsSeenBy(*office, small.kato).size(), 8u) << "personnel: all, and what is below their own";
    EXPECT_FALSE(seesSection(*office, small.kato, SectionId(999)));
    EXPECT_EQ(sectionsWithin(*office, small.general),
              (std::vector<SectionId>{small.general, small.affairs, small.clerks, small.finance, small.budget}));
}

} // namespace kessai::test
