// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deadlines.h"

#include <gtest/gtest.h>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

Instant at(int month, int day, int hour = 10)
{
    return Instant::fromTokyo(QDate(2026, month, day), QTime(hour, 0));
}

Parameters threeDays()
{
    return Parameters({{u"deadline.review_days"_s, QDate(2020, 4, 1), 3, {}},
                       {u"deadline.review_days"_s, QDate(2026, 12, 1), 1, {}},
                       {u"deadline.decide_days"_s, QDate(2026, 12, 1), 2, {}},
                       {u"deadline.returned_days"_s, QDate(2020, 4, 1), 5, {}},
                       {u"deadline.returned_days"_s, QDate(2026, 12, 10), 7, {}},
                       {u"reminder.pause_days"_s, QDate(2020, 4, 1), 1, {}}});
}

} // namespace

TEST(Deadlines, CountWorkingDaysFromTheDayAfter)
{
    const Parameters parameters = threeDays();
    const Deadlines deadlines(parameters, shippedHolidays());

    EXPECT_EQ(deadlines.due(StepKind::Review, at(11, 16)), QDate(2026, 11, 19));
    // Over a weekend and the 23rd, a public holiday.
    EXPECT_EQ(deadlines.due(StepKind::Review, at(11, 19, 23)), QDate(2026, 11, 25));
    // By the number in force on the day it arrived.
    EXPECT_EQ(deadlines.due(StepKind::Review, at(12, 1)), QDate(2026, 12, 2));
    EXPECT_EQ(deadlines.resume(at(11, 16)), QDate(2026, 11, 24));
    EXPECT_EQ(deadlines.resume(at(12, 9)), QDate(2026, 12, 16)) << "a longer one is for what comes then";
}

TEST(Deadlines, NeverCallTheNewerLateBeforeTheOlder)
{
    const Parameters parameters = threeDays();
    const Deadlines deadlines(parameters, shippedHolidays());

    EXPECT_EQ(deadlines.due(StepKind::Review, at(11, 30)), QDate(2026, 12, 2));
    EXPECT_EQ(deadlines.due(StepKind::Review, at(11, 26)), QDate(2026, 12, 1)) << "had its three days before";
    // What lay there when a number came into force has its days from then on.
    EXPECT_EQ(deadlines.due(StepKind::Decide, at(10, 1)), QDate(2026, 12, 3));
}

TEST(Deadlines, AreNoneWithoutANumber)
{
    const Parameters parameters = threeDays();
    const Deadlines deadlines(parameters, shippedHolidays());

    EXPECT_EQ(deadlines.due(StepKind::Consult, at(11, 16)), std::nullopt);
    EXPECT_EQ(deadlines.lateOn(QDate(2026, 11, 25)).consult, Instant(0));
    EXPECT_EQ(deadlines.lateOn(QDate(2019, 1, 7)).review, Instant(0));
    EXPECT_EQ(deadlines.reminderPause(QDate(2026, 11, 25)), 1);
    EXPECT_EQ(deadlines.reminderPause(QDate(2019, 1, 7)), 0);
}

TEST(Deadlines, TurnedRoundSayTheSame)
{
    const Parameters parameters = threeDays();
    const Deadlines deadlines(parameters, shippedHolidays());

    // Over the days on which the numbers change, one to fewer and one to more, and over the one on which there first is one.
    for (QDate today(2026, 11, 2); today < QDate(2026, 12, 28); today = today.addDays(1)) {
        const LateBefore late = deadlines.lateOn(today);
        for (QDate day = today.addDays(-20); day <= today; day = day.addDays(1)) {
            const Instant asked = Instant::fromTokyo(day, QTime(23, 59));
            const std::string when =
                qPrintable(u"%1, %2"_s.arg(today.toString(Qt::ISODate), day.toString(Qt::ISODate)));
            EXPECT_EQ(*deadlines.due(StepKind::Review, asked) < today, asked < late.review) << when;
            EXPECT_EQ(*deadlines.due(StepKind::Decide, asked) < today, asked < late.decide) << when;
            EXPECT_EQ(*deadlines.resume(asked) < today, asked < late.returned) << when;
        }
    }
}
