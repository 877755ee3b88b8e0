// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

const QString kOrdered = u"duty.travel.days"_s;
const QString kSettled = u"duty.travel.settled.days"_s;

QJsonObject order()
{
    return soundAccounting(u"travel_order"_s);
}

QJsonObject settlement()
{
    return soundAccounting(u"travel_settlement"_s);
}

std::vector<LedgerEntry> days(std::initializer_list<int> november, bool used = true)
{
    std::vector<LedgerEntry> entries;
    for (const int day : november)
        entries.push_back({QDate(2026, 11, day), 1, std::nullopt, used});
    return entries;
}

/// Where the trip of the settlement was ordered and its receipts are there.
Situation back()
{
    Situation here;
    here.parameters = budgetParameters();
    here.attachments = 1;
    here.list(form("travel_settlement"), settlement(), kOrdered, days({19, 20}));
    return here;
}

QString settled(const QJsonObject &fields)
{
    return summary(back().check(form("travel_settlement"), fields));
}

} // namespace

TEST(TravelOrder, SaysWhatTheTripWillCost)
{
    Situation here;
    here.parameters = budgetParameters();

    const auto texts = form("travel_order").computed(order(), here.context());

    EXPECT_EQ(texts.value(u"days"_s).ja, u"1泊2日"_s);
    EXPECT_EQ(texts.value(u"allowance"_s).ja, u"2,400円"_s);
    EXPECT_EQ(texts.value(u"estimate"_s).ja, u"52,400円"_s);
    EXPECT_EQ(form("travel_order").facts(order(), here.parameters), (QJsonObject{{u"cost"_s, 52'400}}));
    EXPECT_EQ(form("travel_order").title(order(), here.parameters),
              u"旅行命令（12月3日・木〜12月4日・金 東京都千代田区）"_s);
}

TEST(TravelOrder, PostsEachDayOfTheTrip)
{
    const std::vector<Posting> expected{{kOrdered, u"staff:6"_s, QDate(2026, 12, 3), 1},
                                        {kOrdered, u"staff:6"_s, QDate(2026, 12, 4), 1}};

    EXPECT_EQ(form("travel_order").postings(order(), kClerk, budgetParameters()), expected);
}

TEST(TravelOrder, AsksWhyLodgingIsBeyondTheLimitOfItsDay)
{
    Situation here;
    here.parameters = budgetParameters();
    const auto found = [&](const QJsonObject &fields) { return summary(here.check(form("travel_order"), fields)); };

    EXPECT_EQ(found(with(order(), {{u"lodging"_s, 21'000}})), QString()) << "Tokyo since April 2026";
    EXPECT_EQ(found(with(order(), {{u"lodging"_s, 21'001}})), u"error:over_reason"_s);
    EXPECT_EQ(found(with(order(), {{u"lodging"_s, 21'001}, {u"over_reason"_s, u"会場周辺に空室がないため"_s}})),
              QString());
    EXPECT_EQ(found(with(order(), {{u"area"_s, u"other"_s}, {u"lodging"_s, 13'001}})), u"error:over_reason"_s);
    EXPECT_EQ(found(with(order(), {{u"until"_s, u"2026-12-03"_s}})), u"error:lodging"_s);
}

TEST(TravelOrder, IsGivenBeforeTheTripAndFromALineOfTravel)
{
    Situation here;
    here.parameters = budgetParameters();
    const auto found = [&](const QJsonObject &fields) { return summary(here.check(form("travel_order"), fields)); };

    EXPECT_EQ(found(with(order(), {{u"from"_s, u"2026-11-20"_s}, {u"until"_s, u"2026-11-21"_s}})), u"warning:from"_s);
    EXPECT_EQ(found(with(order(), {{u"until"_s, u"2026-12-02"_s}})), u"error:until"_s);
    EXPECT_EQ(found(with(order(), {{u"budget_line"_s, lineKey("10-01")}})), u"error:budget_line"_s);
    EXPECT_EQ(found(with(order(), {{u"advance"_s, true}, {u"advance_amount"_s, 52'400}})), QString());
    EXPECT_EQ(found(with(order(), {{u"advance"_s, true}, {u"advance_amount"_s, 52'401}})), u"error:advance_amount"_s);
    EXPECT_EQ(found(with(order(), {{u"funded"_s, u"none"_s}, {u"budget_line"_s, QJsonValue::Undefined}})), QString());
}

TEST(TravelOrder, SeesLeaveAndOtherTripsOfItsDays)
{
    Situation away;
    away.parameters = budgetParameters();
    away.list(form("travel_order"), order(), u"absence.minutes"_s, {{QDate(2026, 12, 4), 465, 510, true}});
    Situation busy;
    busy.parameters = budgetParameters();
    busy.list(form("travel_order"), order(), kOrdered, {{QDate(2026, 12, 3), 1, std::nullopt, false}});

    EXPECT_EQ(summary(away.check(form("travel_order"), order())), u"warning:from"_s);
    EXPECT_EQ(summary(busy.check(form("travel_order"), order())), u"warning:from"_s);
}

TEST(TravelSettlement, PaysWhatIsMoreThanWasPaidBeforehand)
{
    EXPECT_EQ(settled(settlement()), QString());
    const std::vector<Posting> postings = form("travel_settlement").postings(settlement(), kClerk, budgetParameters());

    ASSERT_EQ(postings.size(), 3U);
    EXPECT_EQ(postings[0], (Posting{kSettled, u"staff:6"_s, QDate(2026, 11, 19), 1}));
    EXPECT_EQ(postings[2],
              (Posting{u"budget.payment"_s, u"budget:"_s + lineKey("08-01"), QDate(2026, 12, 10), 12'400}));
    EXPECT_EQ(settled(with(settlement(), {{u"amount"_s, 12'401}})), u"error:amount"_s);
    EXPECT_EQ(settled(with(settlement(), {{u"amount"_s, QJsonValue::Undefined}})), u"error:amount"_s);
}

TEST(TravelSettlement, TakesBackWhatWasPaidTooMuch)
{
    const QJsonObject less =
        with(settlement(), {{u"advance"_s, 60'000}, {u"amount"_s, QJsonValue::Undefined}, {u"returned"_s, 7'600}});

    EXPECT_EQ(settled(less), QString());
    EXPECT_EQ(form("travel_settlement").postings(less, kClerk, budgetParameters()).back(),
              (Posting{u"budget.refund"_s, u"budget:"_s + lineKey("08-01"), QDate(2026, 12, 10), 7'600}));
    EXPECT_EQ(settled(with(less, {{u"returned"_s, QJsonValue::Undefined}})), u"error:returned"_s);
    EXPECT_EQ(form("travel_settlement").computed(less, back().context()).value(u"difference"_s).ja, u"7,600円を返納"_s);
}

TEST(TravelSettlement, IsOfATripThatWasOrderedAndNotSettledYet)
{
    Situation nobody = back();
    nobody.answers.clear();
    Situation half = back();
    half.answers.clear();
    half.list(form("travel_settlement"), settlement(), kOrdered, days({19}));
    Situation undecided = back();
    undecided.answers.clear();
    undecided.list(form("travel_settlement"), settlement(), kOrdered, days({19, 20}, false));
    Situation twice = back();
    twice.list(form("travel_settlement"), settlement(), kSettled, days({20}, false));

    for (const Situation &here : {nobody, half, undecided, twice})
        EXPECT_EQ(summary(here.check(form("travel_settlement"), settlement())), u"error:from"_s);
}

TEST(TravelSettlement, ShowsWhatWasPaidAndComesAfterTheTrip)
{
    Situation bare = back();
    bare.attachments = 0;
    Situation late = back();
    late.today = QDate(2026, 12, 7);
    Situation early = back();
    early.today = QDate(2026, 11, 19);

    EXPECT_EQ(summary(bare.check(form("travel_settlement"), settlement())), u"error:transport"_s);
    EXPECT_EQ(summary(late.check(form("travel_settlement"), settlement())), u"warning:until"_s);
    EXPECT_EQ(summary(early.check(form("travel_settlement"), settlement())), u"error:until"_s);
    EXPECT_EQ(settled(with(settlement(), {{u"nights"_s, 2}})), u"error:nights"_s);
    EXPECT_EQ(settled(with(settlement(), {{u"allowance"_s, 2'500}, {u"amount"_s, 12'500}})), u"error:allowance"_s);
    EXPECT_EQ(settled(with(settlement(), {{u"payment_on"_s, u"2026-12-12"_s}})), u"error:payment_on"_s) << "a Saturday";
    EXPECT_EQ(settled(with(settlement(), {{u"payment_on"_s, u"2026-11-20"_s}})), u"error:payment_on"_s);
    EXPECT_EQ(settled(with(settlement(), {{u"committed_on"_s, u"2027-04-01"_s}})), u"error:committed_on"_s);
}

TEST(TravelSettlement, IsDecidedByTheWholeOfItsCost)
{
    const QJsonObject facts = form("travel_settlement").facts(settlement(), budgetParameters());

    EXPECT_EQ(facts, (QJsonObject{{u"act"_s, u"commitment-payment"_s}, {u"item"_s, u"8"_s}, {u"amount"_s, 52'400}}));
}
