// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/bereavement.h"
#include "forms/leave/careperiods.h"
#include "forms/leave/sickrun.h"
#include "tests/forms/situation.h"

#include <QJsonArray>

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

const Numbers &shippedNumbers()
{
    static const Numbers shipped(shippedParameters());
    return shipped;
}

std::vector<LedgerEntry> sickFrom(QDate day, int days)
{
    std::vector<LedgerEntry> entries;
    for (int i = 0; i < days; ++i)
        entries.push_back({.day = day.addDays(i), .amount = 1, .start = {}, .used = true});
    return entries;
}

bool always(const QDate &)
{
    return true;
}

SickRun runOf(const std::vector<LedgerEntry> &before, const QDate &from, const QDate &until)
{
    return sickRun(before, from, until, always, shippedNumbers());
}

} // namespace

TEST(SickRun, LV_S1_CountsNinetyDaysByTheCalendar)
{
    const QDate first(2026, 9, 1);
    const SickRun run = runOf({}, first, QDate(2026, 11, 29));

    EXPECT_EQ(run.total(), 90);
    EXPECT_EQ(run.lastWithin(90, first), QDate(2026, 11, 29));
}

TEST(SickRun, LV_S3_GoesOnAfterNineteenWorkingDays)
{
    // 60 days until Friday 30 October; 19 working days after it end on 30 November (3 and 23 November are holidays).
    const auto before = sickFrom(QDate(2026, 9, 1), 60);
    const QDate back(2026, 12, 1);
    ASSERT_EQ(before.back().day, QDate(2026, 10, 30));
    ASSERT_EQ(shippedHolidays().dutyDayAfter(before.back().day, 19), QDate(2026, 11, 30));

    const SickRun run = runOf(before, back, back);

    EXPECT_EQ(run.before, 60);
    EXPECT_EQ(run.since, QDate(2026, 9, 1));
    EXPECT_EQ(run.lastWithin(90, back), back.addDays(29)) << "only 30 days are left";
}

TEST(SickRun, LV_S4_StartsAnewAfterTwentyWorkingDays)
{
    const auto before = sickFrom(QDate(2026, 9, 1), 60);
    const QDate back(2026, 12, 2);

    const SickRun run = runOf(before, back, back);

    EXPECT_EQ(run.total(), 1);
    EXPECT_EQ(run.since, back);
}

TEST(SickRun, DaysOfOtherLeaveAreNoWorkingDays)
{
    const auto before = sickFrom(QDate(2026, 9, 1), 60);
    const QDate onLeave(2026, 11, 12);
    const QDate back(2026, 12, 2);

    const SickRun run = sickRun(
        before, back, back, [&onLeave](const QDate &day) { return day != onLeave; }, shippedNumbers());

    EXPECT_EQ(run.before, 60) << "19 of the 20 days were worked";
}

TEST(SickRun, ShortRunsAreNotJoined)
{
    const QDate back(2026, 9, 14);

    EXPECT_EQ(runOf(sickFrom(QDate(2026, 9, 1), 7), back, back).total(), 1);
    EXPECT_EQ(runOf(sickFrom(QDate(2026, 9, 1), 8), back, back).total(), 9);
}

TEST(SickRun, AWeekendBetweenTwoDaysIsPartOfIt)
{
    // Friday and Monday.
    const SickRun run = runOf(sickFrom(QDate(2026, 9, 4), 1), QDate(2026, 9, 7), QDate(2026, 9, 7));

    EXPECT_EQ(run.total(), 4);
    EXPECT_EQ(run.since, QDate(2026, 9, 4));
}

TEST(SickRun, CountsADayOnceAndNotAfterItIsGivenBack)
{
    auto entries = sickFrom(QDate(2026, 9, 1), 3);
    entries.push_back({.day = QDate(2026, 9, 2), .amount = 1, .start = {}, .used = false});
    EXPECT_EQ(runOf(entries, QDate(2026, 9, 4), QDate(2026, 9, 4)).total(), 4);

    entries = sickFrom(QDate(2026, 9, 3), 1);
    entries.push_back({.day = QDate(2026, 9, 3), .amount = -1, .start = {}, .used = true});
    EXPECT_EQ(runOf(entries, QDate(2026, 9, 4), QDate(2026, 9, 4)).total(), 1);
}

TEST(Bereavement, GrantsTheDaysOfTheTable)
{
    const QDate day(2026, 11, 20);
    const auto days = [&day](const char *relation, bool household = false, bool succession = false) {
        const Bereavement *row = bereavement(QLatin1String(relation));
        return row ? row->days(household, succession, day, shippedNumbers()) : -1;
    };

    EXPECT_EQ(days("parent"), 7) << "LV-B1";
    EXPECT_EQ(days("parent", true, true), 7);
    EXPECT_EQ(days("spouse_parent"), 3) << "LV-B2";
    EXPECT_EQ(days("spouse_parent", true), 7);
    EXPECT_EQ(days("cousin"), -1) << "LV-B4";
    EXPECT_EQ(days("spouse_sibling", true), 3) << "LV-B5";
    EXPECT_EQ(days("spouse_sibling"), 1);
    EXPECT_EQ(days("grandparent"), 3);
    EXPECT_EQ(days("grandparent", true), 3) << "one livelihood does not matter here";
    EXPECT_EQ(days("grandparent", false, true), 7);
    EXPECT_EQ(days("uncle_aunt", false, true), 7);
    EXPECT_EQ(days("child_spouse", true), 5);
}

TEST(Bereavement, EveryRelationHasItsDays)
{
    ASSERT_EQ(bereavements().size(), 16U);
    for (const Bereavement &row : bereavements()) {
        const QString key = u"leave.bereavement."_s + row.code;
        const QDate day(2026, 1, 1);
        EXPECT_TRUE(shippedParameters().value(key + u".days"_s, day)) << qPrintable(row.code);
        EXPECT_EQ(shippedParameters().value(key + u".raised_days"_s, day).has_value(),
                  row.raised != Bereavement::Raised::Never)
            << qPrintable(row.code);
    }
}

TEST(Bereavement, RefusesATableItDoesNotUnderstand)
{
    const QJsonObject good{{u"code"_s, u"x"_s},
                           {u"name"_s, QJsonObject{{u"ja"_s, u"甲"_s}, {u"en"_s, u"A"_s}}},
                           {u"raised"_s, u"household"_s}};
    const auto reads = [](const QJsonArray &rows) { return bereavementsFromJson({{u"relations"_s, rows}}).ok(); };

    EXPECT_TRUE(reads({good}));
    EXPECT_FALSE(reads({good, good}));
    EXPECT_FALSE(reads({with(good, {{u"code"_s, u""_s}})}));
    EXPECT_FALSE(reads({with(good, {{u"raised"_s, u"often"_s}})}));
    EXPECT_FALSE(reads({with(good, {{u"name"_s, QJsonValue::Undefined}})}));
}

TEST(CarePeriods, LV_C1_ThreePeriodsOfSixMonthsAreAllowed)
{
    // 1 month, 4 months, 1 month.
    const std::vector<CarePeriod> periods{{QDate(2026, 4, 1), QDate(2026, 4, 30)},
                                          {QDate(2026, 6, 15), QDate(2026, 10, 14)},
                                          {QDate(2027, 2, 1), QDate(2027, 2, 28)}};

    EXPECT_EQ(CareLength::of(periods), (CareLength{6, 0}));
    EXPECT_TRUE(CareLength::of(periods).within(6));
}

TEST(CarePeriods, ThirtyDaysAreAMonth)
{
    const CareLength length = CareLength::of({{QDate(2026, 4, 1), QDate(2026, 4, 20)},
                                              {QDate(2026, 5, 1), QDate(2026, 5, 11)},
                                              {QDate(2026, 6, 1), QDate(2026, 10, 31)}});

    EXPECT_EQ(length, (CareLength{6, 1}));
    EXPECT_FALSE(length.within(6));
}

TEST(CarePeriods, EveryRequestInAPeriodNamesTheSameOne)
{
    const QDate first(2026, 4, 1);
    const std::vector<LedgerEntry> entries{{.day = first, .amount = 30}, {.day = first, .amount = 30}};

    EXPECT_EQ(carePeriods(entries), (std::vector<CarePeriod>{{first, QDate(2026, 4, 30)}}));

    const std::vector<LedgerEntry> cancelled{{.day = first, .amount = 30}, {.day = first, .amount = -30}};
    EXPECT_TRUE(carePeriods(cancelled).empty());
}
