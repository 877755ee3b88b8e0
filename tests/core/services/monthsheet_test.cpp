// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/monthsheet.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

const QString kAccount = QStringLiteral("staff:7");

OwnPosting posting(qint64 id, const char *ledger, const QDate &day, qint64 amount, std::optional<int> start = {},
                   bool used = true)
{
    return {CaseId(id),
            QStringLiteral("leave"),
            QStringLiteral("休暇"),
            used ? CaseState::Decided : CaseState::Running,
            {QLatin1String(ledger), kAccount, day, amount, start},
            used};
}

const QDate kTenth(2026, 11, 10);

} // namespace

TEST(MonthSheet, IsDrawnInWholeWeeksFromSunday)
{
    // November 2026 begins on a Sunday and ends on a Monday
    EXPECT_EQ(firstShown(kTenth), QDate(2026, 11, 1));
    EXPECT_EQ(lastShown(kTenth), QDate(2026, 12, 5));
    // February 2026 is four whole weeks
    EXPECT_EQ(firstShown(QDate(2026, 2, 14)), QDate(2026, 2, 1));
    EXPECT_EQ(lastShown(QDate(2026, 2, 14)), QDate(2026, 2, 28));
    // August 2026 begins on a Saturday
    EXPECT_EQ(firstShown(QDate(2026, 8, 31)), QDate(2026, 7, 26));
    EXPECT_EQ(lastShown(QDate(2026, 8, 31)), QDate(2026, 9, 5));
}

TEST(MonthSheet, PutsTheStretchesOfACaseTogether)
{
    const auto items =
        dayItems({posting(1, "absence.minutes", kTenth, 255, 780), posting(1, "absence.minutes", kTenth, 210, 510),
                  posting(1, "leave.annual.minutes", kTenth, 465)});

    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].mark, DayMark::Leave);
    EXPECT_EQ(items[0].leave, QStringLiteral("annual"));
    EXPECT_EQ(items[0].minutes, 465);
    EXPECT_EQ(items[0].start, std::optional(510));
}

TEST(MonthSheet, TellsTheKindOfALeaveByItsOwnLedgerOnly)
{
    const auto items = dayItems(
        {posting(1, "absence.minutes", kTenth, 60, 510), posting(2, "absence.minutes", kTenth, 60, 600),
         posting(2, "leave.special.SP06.minutes", kTenth, 60), posting(1, "leave.sick.days", kTenth.addDays(1), 1)});

    ASSERT_EQ(items.size(), 2u);
    EXPECT_EQ(items[0].leave, QString());
    EXPECT_EQ(items[1].leave, QStringLiteral("special"));
}

TEST(MonthSheet, ShowsEachDayOfATripButNotThatItIsSettled)
{
    const auto items =
        dayItems({posting(1, "duty.travel.days", kTenth, 1), posting(1, "duty.travel.days", kTenth.addDays(1), 1),
                  posting(2, "duty.travel.settled.days", kTenth, 1)});

    ASSERT_EQ(items.size(), 2u);
    EXPECT_EQ(items[0].mark, DayMark::Travel);
    EXPECT_EQ(items[1].day, kTenth.addDays(1));
}

TEST(MonthSheet, LeavesOutWhatADecidedCancellationTookBack)
{
    const std::vector<OwnPosting> taken{posting(1, "overtime.order.minutes", kTenth, 150, 1050),
                                        posting(2, "overtime.order.minutes", kTenth, 60, 1290),
                                        posting(3, "overtime.order.minutes", kTenth, -150, 1050)};

    const auto items = dayItems(taken);

    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].id, CaseId(2));
    // one that still waits takes nothing back
    std::vector<OwnPosting> waiting = taken;
    waiting[2].used = false;
    const auto asked = dayItems(waiting);
    ASSERT_EQ(asked.size(), 2u);
    EXPECT_TRUE(asked[0].cancelling) << "but says that it is asked for";
    EXPECT_FALSE(asked[1].cancelling);
}

TEST(MonthSheet, TakesBackOneOfTwoThatAreAlike)
{
    const auto items =
        dayItems({posting(1, "absence.minutes", kTenth, 60, 510), posting(2, "absence.minutes", kTenth, 60, 510),
                  posting(3, "absence.minutes", kTenth, -60, 510)});

    EXPECT_EQ(items.size(), 1u);
}

TEST(MonthSheet, AnswersAsTheLedgersDo)
{
    const std::vector<OwnPosting> postings{posting(1, "leave.annual.minutes", kTenth, 465),
                                           posting(2, "leave.annual.minutes", kTenth.addDays(1), 60, {}, false),
                                           posting(3, "leave.annual.minutes", kTenth, -465, {}, false),
                                           posting(4, "leave.annual.minutes", kTenth.addDays(40), 465),
                                           posting(5, "absence.minutes", kTenth, 465)};
    const LedgerQuery sum{QStringLiteral("a"), QStringLiteral("leave.annual.minutes"), kAccount, QDate(2026, 11, 1),
                          QDate(2026, 11, 30)};
    LedgerQuery entries = sum;
    entries.entries = true;
    LedgerQuery others = sum;
    others.account = QStringLiteral("staff:8");

    const auto answers = answersFrom(postings, {sum, entries, others});

    ASSERT_EQ(answers.size(), 3u);
    EXPECT_EQ(answers[0].used, 465);
    EXPECT_EQ(answers[0].reserved, 60) << "what is given back counts once it is decided";
    EXPECT_TRUE(answers[0].entries.empty());
    EXPECT_EQ(answers[1].entries.size(), 2u);
    EXPECT_EQ(answers[2].used, 0);
}

} // namespace kessai::test
