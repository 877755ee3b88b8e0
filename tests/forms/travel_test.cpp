// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

const QString kOrdered = u"duty.travel.days"_s;
const QString kSettled = u"duty.travel.settled.days"_s;
const QString kAdvance = u"travel.advance"_s;
const QString kAdvanceSettled = u"travel.advance.settled"_s;

QJsonObject order()
{
    return soundAccounting(u"travel_order"_s);
}

QJsonObject settlement()
{
    return soundAccounting(u"travel_settlement"_s);
}

/// The order with so much to be paid beforehand.
QJsonObject beforehand(qint64 yen)
{
    return with(order(),
                {{u"advance"_s, true},
                 {u"advance_amount"_s, yen},
                 {u"payee"_s, with(payee(u"staff"_s), {{u"name"_s, u"鈴木　太郎"_s}})},
                 {u"payment_on"_s, u"2026-12-01"_s},
                 {u"pay_method"_s, u"estimate"_s}});
}

std::vector<LedgerEntry> yen(int november, qint64 amount, bool used = true)
{
    return {{QDate(2026, 11, november), amount, std::nullopt, used}};
}

std::vector<LedgerEntry> days(std::initializer_list<int> november, bool used = true)
{
    std::vector<LedgerEntry> entries;
    for (const int day : november)
        entries.push_back({QDate(2026, 11, day), 1, std::nullopt, used});
    return entries;
}

/// Where the trip of the settlement was ordered and its receipts are there.
Situation ordered()
{
    Situation here;
    here.parameters = budgetParameters();
    here.attachments = 1;
    here.list(form("travel_settlement"), settlement(), kOrdered, days({19, 20}));
    return here;
}

/// The same with 40,000 yen that were paid beforehand.
Situation back()
{
    Situation here = ordered();
    here.list(form("travel_settlement"), settlement(), kAdvance, yen(19, 40'000));
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

TEST(TravelOrder, PostsWhatIsPaidBeforehand)
{
    const QJsonObject before = beforehand(40'000);
    const QJsonObject unfunded = with(before, {{u"funded"_s, u"other"_s}});

    const std::vector<Posting> postings = form("travel_order").postings(before, kClerk, budgetParameters());
    ASSERT_EQ(postings.size(), 4U);
    EXPECT_EQ(postings[2], (Posting{kAdvance, u"staff:6"_s, QDate(2026, 12, 3), 40'000}));
    EXPECT_EQ(postings[3], (Posting{u"budget.payment"_s, u"budget:"_s + lineKey("08-01"), QDate(2026, 12, 1), 40'000}))
        << "an order of payment, which the accounting section pays once";
    EXPECT_EQ(form("travel_order").postings(unfunded, kClerk, budgetParameters()).size(), 2U);
}

TEST(TravelOrder, IsHeldToTheLineWithAllItCosts)
{
    Situation here;
    here.parameters = budgetParameters();
    here.answer(form("travel_order"), order(), u"budget.balance"_s, 52'399);
    Situation enough;
    enough.parameters = budgetParameters();
    enough.answer(form("travel_order"), order(), u"budget.balance"_s, 52'400);

    EXPECT_EQ(summary(here.check(form("travel_order"), order())), u"error:transport"_s);
    EXPECT_EQ(summary(enough.check(form("travel_order"), order())), QString());
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
    EXPECT_EQ(found(beforehand(52'400)), QString());
    EXPECT_EQ(found(beforehand(52'401)), u"error:advance_amount"_s);
    EXPECT_EQ(found(with(beforehand(52'400), {{u"payment_on"_s, u"2026-12-04"_s}})), u"warning:payment_on"_s);
    EXPECT_EQ(found(with(beforehand(52'400), {{u"payment_on"_s, u"2026-11-28"_s}})), u"error:payment_on"_s)
        << "a Saturday";
    EXPECT_EQ(found(with(beforehand(52'400), {{u"payee"_s, {}}})), u"error:payee"_s);
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

    ASSERT_EQ(postings.size(), 5U);
    EXPECT_EQ(postings[4], (Posting{u"payment.settled"_s, u"case:8"_s, QDate(2026, 12, 10), 40'000}));
    EXPECT_EQ(postings[0], (Posting{kSettled, u"staff:6"_s, QDate(2026, 11, 19), 1}));
    EXPECT_EQ(postings[2], (Posting{kAdvanceSettled, u"staff:6"_s, QDate(2026, 11, 19), 40'000}));
    EXPECT_EQ(postings[3],
              (Posting{u"budget.payment"_s, u"budget:"_s + lineKey("08-01"), QDate(2026, 12, 10), 12'400}));
    EXPECT_EQ(settled(with(settlement(), {{u"amount"_s, 12'401}})), u"error:amount"_s);
    EXPECT_EQ(settled(with(settlement(), {{u"amount"_s, QJsonValue::Undefined}})), u"error:amount"_s);
}

TEST(TravelSettlement, TakesBackWhatWasPaidTooMuch)
{
    const QJsonObject less = with(settlement(),
                                  {{u"advance_order"_s, paidTrip(60'000)},
                                   {u"advance"_s, 60'000},
                                   {u"amount"_s, QJsonValue::Undefined},
                                   {u"returned"_s, 7'600}});

    Situation much = ordered();
    much.list(form("travel_settlement"), settlement(), kAdvance, yen(19, 60'000));

    EXPECT_EQ(summary(much.check(form("travel_settlement"), less)), QString());
    const std::vector<Posting> postings = form("travel_settlement").postings(less, kClerk, budgetParameters());
    EXPECT_EQ(postings.at(postings.size() - 2),
              (Posting{u"payment.returned"_s, u"case:8"_s, QDate(2026, 12, 10), 7'600}))
        << "no more than was paid";
    EXPECT_EQ(postings.back(),
              (Posting{u"budget.refund"_s, u"budget:"_s + lineKey("08-01"), QDate(2026, 12, 10), 7'600}));
    EXPECT_EQ(summary(much.check(form("travel_settlement"), with(less, {{u"returned"_s, QJsonValue::Undefined}}))),
              u"error:returned"_s);
    EXPECT_EQ(form("travel_settlement").computed(less, back().context()).value(u"difference"_s).ja, u"7,600円を返納"_s);
}

TEST(TravelSettlement, IsOfATripThatWasOrderedAndNotSettledYet)
{
    Situation nobody = back();
    nobody.answers.erase(nobody.answers.begin());
    Situation half = back();
    half.answers.erase(half.answers.begin());
    half.list(form("travel_settlement"), settlement(), kOrdered, days({19}));
    Situation undecided = back();
    undecided.answers.erase(undecided.answers.begin());
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

TEST(TravelSettlement, TakesOffExactlyWhatTheOrderPaidBeforehand)
{
    const QJsonObject whole = with(
        settlement(),
        {{u"advance_order"_s, QJsonValue::Undefined}, {u"advance"_s, QJsonValue::Undefined}, {u"amount"_s, 52'400}});
    Situation settledBefore = back();
    settledBefore.list(form("travel_settlement"), settlement(), kAdvanceSettled, yen(19, 40'000, false));
    Situation undecided = ordered();
    undecided.list(form("travel_settlement"), settlement(), kAdvance, yen(19, 40'000, false));

    EXPECT_EQ(settled(whole), u"error:advance"_s) << "paid twice";
    EXPECT_EQ(summary(ordered().check(form("travel_settlement"), settlement())), u"error:advance"_s);
    EXPECT_EQ(summary(ordered().check(form("travel_settlement"), whole)), QString());
    EXPECT_EQ(summary(settledBefore.check(form("travel_settlement"), whole)), QString());
    EXPECT_EQ(summary(undecided.check(form("travel_settlement"), whole)), QString());
    EXPECT_EQ(
        form("travel_settlement").proposal(whole, back().context()),
        (QJsonObject{
            {u"advance"_s, 40'000}, {u"allowance"_s, 2'400}, {u"amount"_s, 52'400}, {u"returned"_s, QJsonValue()}}));
    const auto insights = form("travel_settlement").insights(whole, back().context());
    EXPECT_TRUE(std::any_of(insights.begin(), insights.end(), [](const Insight &one) {
        return one.remarkable && one.text.ja == u"概算払の額が旅行命令（40,000円）と一致しません"_s;
    }));
}

TEST(TravelSettlement, RestsOnAnOrderThatWasPaid)
{
    EXPECT_EQ(settled(with(settlement(), {{u"advance_order"_s, {}}})), u"error:advance_order"_s) << "ordered, not paid";
    EXPECT_EQ(settled(with(settlement(), {{u"advance_order"_s, paidTrip(40'001)}})), u"error:advance_order"_s);
    EXPECT_EQ(settled(with(settlement(), {{u"advance_order"_s, paidTrip(39'999)}})), u"error:advance_order"_s)
        << "the rest was never paid";
    for (const auto &[key, to] : {std::pair(u"drafter"_s, u"1005"_s), std::pair(u"method"_s, u"transfer"_s)})
        EXPECT_EQ(settled(with(settlement(), {{u"advance_order"_s, with(paidTrip(40'000), {{key, to}})}})),
                  u"error:advance_order"_s)
            << "somebody else's, or no advance";
    const QJsonObject other = with(paidTrip(40'000), {{u"line"_s, u"2026:01-02-01-05-0099-08-01"_s}});
    EXPECT_EQ(settled(with(settlement(),
                           {{u"advance_order"_s, other},
                            {u"transport"_s, 20'000},
                            {u"amount"_s, QJsonValue::Undefined},
                            {u"returned"_s, 3'600}})),
              u"error:budget_line"_s)
        << "it goes back where it came from";
}

TEST(TravelSettlement, OwesWhatWasPaidForADayThatWasLeftOut)
{
    const QJsonObject late = with(settlement(),
                                  {{u"from"_s, u"2026-11-20"_s},
                                   {u"lodging"_s, QJsonValue::Undefined},
                                   {u"nights"_s, QJsonValue::Undefined},
                                   {u"allowance"_s, QJsonValue::Undefined},
                                   {u"advance"_s, QJsonValue::Undefined},
                                   {u"amount"_s, 36'000}});

    EXPECT_EQ(settled(late), u"error:advance"_s);
    EXPECT_EQ(
        settled(with(late, {{u"advance"_s, 40'000}, {u"amount"_s, QJsonValue::Undefined}, {u"returned"_s, 4'000}})),
        QString());
}

TEST(TravelSettlement, IsPaidLikeAnyVoucher)
{
    Situation may = back();
    may.today = QDate(2027, 6, 1);
    const QJsonObject other = with(settlement().value(u"payee"_s).toObject(), {{u"name"_s, u"山田 太郎"_s}});
    const QJsonObject elsewhere = with(settlement().value(u"payee"_s).toObject(), {{u"holderDiffers"_s, true}});

    EXPECT_TRUE(summary(may.check(form("travel_settlement"), with(settlement(), {{u"payment_on"_s, u"2027-06-01"_s}})))
                    .contains(u"error:payment_on"_s))
        << "the money of 2026 is paid until the end of May";
    EXPECT_EQ(settled(with(settlement(), {{u"payee"_s, elsewhere}})), u"error:payee"_s);
    EXPECT_EQ(settled(with(settlement(), {{u"payee"_s, other}})), u"warning:payee"_s);
    const auto insights =
        form("travel_settlement").insights(with(settlement(), {{u"payee"_s, other}}), back().context());
    EXPECT_TRUE(std::any_of(insights.begin(), insights.end(), [](const Insight &one) {
        return one.remarkable && one.text.ja == u"債権者が旅行者本人（職員）ではありません。"_s;
    }));
}

TEST(TravelSettlement, AsksForNightsAndTakesALocalTrainWithoutReceipt)
{
    Situation bare = back();
    bare.attachments = 0;
    const QJsonObject local = with(settlement(),
                                   {{u"lodging"_s, QJsonValue::Undefined},
                                    {u"nights"_s, QJsonValue::Undefined},
                                    {u"allowance"_s, QJsonValue::Undefined},
                                    {u"transport"_s, 41'000},
                                    {u"amount"_s, 1'000}});

    EXPECT_EQ(
        settled(with(
            settlement(),
            {{u"nights"_s, QJsonValue::Undefined}, {u"allowance"_s, QJsonValue::Undefined}, {u"amount"_s, 10'000}})),
        u"error:nights"_s);
    EXPECT_EQ(summary(bare.check(form("travel_settlement"), local)), u"warning:transport"_s);
}

TEST(TravelSettlement, IsDecidedByTheWholeOfItsCost)
{
    const QJsonObject facts = form("travel_settlement").facts(settlement(), budgetParameters());

    EXPECT_EQ(facts, (QJsonObject{{u"act"_s, u"commitment-payment"_s}, {u"item"_s, u"8"_s}, {u"amount"_s, 52'400}}));
}
