// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/dutyledger.h"

#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

TEST(DutyLedger, MakesTheDraftersDaysOfTheAnswers)
{
    const QDate saturday(2026, 11, 14);
    const QDate wednesday(2026, 11, 11);
    Situation here;
    here.answers = {{u"duty.added"_s, 465, 0, {{saturday, 210, 510, true}, {saturday, 255, 780, true}}},
                    {u"duty.removed"_s, 465, 0, {{wednesday, 210, 510, true}, {wednesday, 255, 780, true}}}};
    const Numbers numbers(here.parameters);

    const FormContext context = here.context();
    const DutyCalendar days = dutyCalendar(context, numbers);

    EXPECT_EQ(days.on(saturday).minutes(), 465);
    EXPECT_EQ(days.on(wednesday), DutyDay{});
    QStringList ledgers;
    for (const LedgerQuery &question : dutyQuestions(kClerk, wednesday, saturday)) {
        EXPECT_TRUE(question.entries);
        ledgers += question.ledger;
    }
    EXPECT_EQ(ledgers.join(u' '), u"duty.added.minutes duty.removed.minutes duty.daikyu.minutes"_s);
}

TEST(DutyLedger, TakesBackWhatWasCancelledAndLeavesOutWhatHasNoBegin)
{
    const QDate day(2026, 11, 14);
    const LedgerAnswer answer{
        u"x"_s, 0, 0, {{day, 240, 540, true}, {day, -240, 540, true}, {day, 465, std::nullopt, true}}};

    EXPECT_EQ(stretchesIn(answer), (std::vector<LedgerStretch>{{day, {540, 780}, false}, {day, {540, 780}, true}}));
    EXPECT_TRUE(stretchesOn(day, stretchesIn(answer)).empty());
}
