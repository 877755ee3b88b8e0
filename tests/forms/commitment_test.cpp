// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

using Changes = std::initializer_list<std::pair<QString, QJsonValue>>;

QJsonObject commitment(Changes changes = {})
{
    return with(soundAccounting(u"commitment"_s), changes);
}

/// A purchase of goods, with as many quotations as said.
QJsonObject goods(const char *day, qint64 amount, int quotations, Changes changes = {})
{
    QJsonObject fields = commitment({{u"contract_kind"_s, u"purchase"_s},
                                     {u"committed_on"_s, QLatin1String(day)},
                                     {u"amount"_s, amount},
                                     {u"quote1_by"_s, {}},
                                     {u"quote1"_s, {}},
                                     {u"quote2_by"_s, {}},
                                     {u"quote2"_s, {}}});
    if (FiscalYear::of(QDate::fromString(QLatin1String(day), Qt::ISODate)) == FiscalYear(2025))
        fields.insert(u"budget_line"_s, u"2025:01-02-01-05-0013-12-01"_s);
    for (int no = 1; no <= quotations; ++no) {
        fields.insert(u"quote%1_by"_s.arg(no), no == 1 ? u"株式会社見本"_s : u"見積者%1"_s.arg(no));
        fields.insert(u"quote%1"_s.arg(no), amount);
    }
    return with(fields, changes);
}

/// What the form finds on the day of the commitment, or before, with the budget of the sample section.
QString found(const QJsonObject &fields, const Form &wanted = form("commitment"))
{
    Situation here;
    const QDate day = QDate::fromString(fields.value(u"committed_on"_s).toString(), Qt::ISODate);
    if (day.isValid() && day < here.today)
        here.today = day;
    here.parameters = budgetParameters();
    return summary(here.check(wanted, fields));
}

/// What it finds where so much is left of the line.
QString foundWith(qint64 left, const QJsonObject &fields)
{
    Situation here;
    here.parameters = budgetParameters();
    here.answer(form("commitment"), fields, kBudgetBalance, left);
    return summary(here.check(form("commitment"), fields));
}

} // namespace

TEST(Purchase, AddsUpItsItems)
{
    const Form &wanted = form("commitment");
    Situation here;
    here.parameters = budgetParameters();
    const auto bought = [](Changes changes) {
        return with(goods("2026-11-20", 12'300, 1,
                          {{u"matter"_s, u"purchase"_s},
                           {u"item1_name"_s, u"コピー用紙 A4"_s},
                           {u"item1_quantity"_s, 10},
                           {u"item1_unit"_s, u"箱"_s},
                           {u"item1_price"_s, 1'200},
                           {u"item2_name"_s, u"インク"_s},
                           {u"item2_quantity"_s, 1},
                           {u"item2_price"_s, 300}}),
                    changes);
    };
    const auto proposed = [&](Changes changes) { return wanted.proposal(bought(changes), here.context()); };

    EXPECT_EQ(found(bought({})), QString());
    EXPECT_EQ(proposed({}), (QJsonObject{{u"amount"_s, 12'300}}));
    EXPECT_EQ(found(bought({{u"item2_price"_s, 500}})), u"warning:amount"_s) << "the sum is another";
    EXPECT_EQ(proposed({{u"item2_price"_s, 500}}), (QJsonObject{{u"amount"_s, 12'500}}));
    EXPECT_EQ(found(bought({{u"item2_price"_s, {}}})), u"error:item2_price"_s);
    EXPECT_EQ(found(bought({{u"item2_name"_s, {}}})), u"error:item2_name"_s);
    EXPECT_EQ(found(bought({{u"item2_quantity"_s, 0}})), u"error:item2_quantity"_s);
    EXPECT_EQ(proposed({{u"item2_quantity"_s, {}}}), QJsonObject()) << "not written to its end";
    EXPECT_EQ(found(bought({{u"item1_name"_s, {}}, {u"item1_quantity"_s, {}}, {u"item1_price"_s, {}}})), QString())
        << "what is not shown is not counted";
    EXPECT_EQ(proposed({{u"matter"_s, u"contract"_s}}), QJsonObject());
}

// The ids are those of the test vectors of domain.md 5.6 and 5.2.

TEST(Contract, AcQ1OneQuotationIsEnoughBelowTheLine)
{
    EXPECT_EQ(found(goods("2026-01-15", 299'999, 1)), QString());
    EXPECT_EQ(found(goods("2026-01-15", 299'999, 0)), u"error:quote1_by"_s);
}

TEST(Contract, AcQ2TwoQuotationsFromTheLineOn)
{
    EXPECT_EQ(found(goods("2026-01-15", 300'000, 1)), u"error:quote2_by"_s);
    EXPECT_EQ(found(goods("2026-01-15", 300'000, 2)), QString());
}

TEST(Contract, AcQ4BeyondTheLimitBidsOrGivesAReason)
{
    EXPECT_EQ(found(goods("2026-01-15", 1'500'000, 2)), QString());
    EXPECT_EQ(found(goods("2026-01-15", 1'500'001, 2)), u"error:method"_s);
    EXPECT_EQ(found(goods("2026-01-15", 1'500'001, 0, {{u"method"_s, u"open"_s}, {u"payee"_s, {}}})), QString());
    EXPECT_EQ(found(goods("2026-01-15", 1'500'001, 1, {{u"method"_s, u"reasoned"_s}})),
              u"error:method_ground error:method_reason"_s);
    EXPECT_EQ(
        found(goods("2026-01-15", 1'500'001, 1,
                    {{u"method"_s, u"reasoned"_s}, {u"method_ground"_s, u"2"_s}, {u"method_reason"_s, u"特許"_s}})),
        QString());
}

TEST(Contract, AcQ5OldLinesHoldBeforeJuly2025)
{
    EXPECT_EQ(found(goods("2025-06-30", 250'000, 1)), u"error:quote2_by"_s);
    EXPECT_EQ(found(goods("2025-07-01", 250'000, 1)), QString());
    EXPECT_EQ(found(goods("2025-06-30", 900'000, 2)), u"error:method"_s);
    EXPECT_EQ(found(goods("2025-06-30", 800'000, 2)), QString());
}

TEST(Contract, AcQ7TheKindFollowsTheNatureOfTheWork)
{
    const QJsonObject repair = goods("2026-01-15", 1'800'000, 2, {{u"budget_line"_s, lineKey("10-01")}});

    EXPECT_EQ(found(with(repair, {{u"contract_kind"_s, u"works"_s}, {u"committed_on"_s, u"2026-11-25"_s}})), QString());
    EXPECT_EQ(found(with(repair, {{u"committed_on"_s, u"2026-11-25"_s}})), u"error:method"_s);
}

TEST(Contract, GoesByTheEstimate)
{
    EXPECT_EQ(found(goods("2026-01-15", 1'400'000, 2, {{u"estimate"_s, 1'500'001}})), u"error:method"_s);
    EXPECT_EQ(found(goods("2026-01-15", 1'400'000, 2, {{u"estimate"_s, 1'300'000}})), u"error:amount"_s);
}

TEST(Contract, QuotationsAreWhole)
{
    EXPECT_EQ(found(commitment({{u"quote2_by"_s, {}}})), u"error:quote2_by"_s);
    EXPECT_EQ(found(commitment({{u"quote2"_s, {}}})), u"error:quote2"_s);
    EXPECT_EQ(found(commitment({{u"quote2"_s, 870'000}})), u"warning:amount"_s);
}

TEST(Contract, SomebodyIsOnTheOtherSide)
{
    EXPECT_EQ(found(commitment({{u"payee"_s, {}}})), u"error:payee"_s);
    QJsonObject wrong = payee();
    wrong.insert(u"registration"_s, u"T7123456789021"_s);
    EXPECT_EQ(found(commitment({{u"payee"_s, wrong}})), u"error:payee error:payee"_s);
    wrong.insert(u"kind"_s, u"sole"_s);
    EXPECT_EQ(found(commitment({{u"payee"_s, wrong}})), u"warning:payee"_s);
}

TEST(Contract, IsOneWhereMoneyIsSpentByContract)
{
    const QJsonObject none = commitment({{u"contract_kind"_s, u"none"_s}, {u"method"_s, {}}, {u"paper"_s, {}}});
    const QJsonObject supplies = with(none, {{u"budget_line"_s, lineKey("10-01")}});
    Situation here;
    here.parameters = budgetParameters();
    const auto remarked = [&here](const QJsonObject &fields) {
        const auto insights = form("commitment").insights(fields, here.context());
        return std::any_of(insights.begin(), insights.end(), [](const Insight &one) { return one.remarkable; });
    };

    EXPECT_EQ(found(none), u"error:contract_kind"_s) << "委託料";
    EXPECT_EQ(found(supplies), QString());
    EXPECT_TRUE(remarked(supplies)) << "whoever decides is told";
    here.set(u"contract.asked.12"_s, 0);
    here.parameters = Parameters(here.parameters.rows(), nullptr, budgetParameters().budget());
    EXPECT_FALSE(remarked(none)) << "what is no contract as a rule is nothing to look at";
}

TEST(ContractConclusion, TakesOverWhatWasCommittedForIt)
{
    const Form &contract = form("commitment");
    const QJsonObject fields = commitment(
        {{u"matter"_s, u"contract"_s}, {u"execution"_s, commitmentRef(lineKey("12-01"))}, {u"old_total"_s, 900'000}});
    Situation here;
    here.parameters = budgetParameters();
    here.answer(contract, fields, kBudgetBalance, 0);
    here.answer(contract, fields, kCommitmentAmount, 900'000);
    here.answer(contract, fields, kCommitmentBalance, 900'000);
    const QString line = u"budget:2026:01-02-01-05-0013-12-01"_s;
    const QDate day(2026, 11, 25);

    EXPECT_EQ(summary(here.check(contract, fields)), QString()) << "nothing more is taken of the line";
    EXPECT_EQ(contract.postings(fields, kClerk, budgetParameters()),
              (std::vector<Posting>{{u"budget.commitment"_s, line, day, 880'000},
                                    {u"budget.decrease"_s, line, day, 900'000},
                                    {u"commitment.decrease"_s, u"case:7"_s, day, 900'000}}));
    EXPECT_EQ(contract.proposal(fields, here.context()), (QJsonObject{{u"old_total"_s, 900'000}}));
    EXPECT_EQ(summary(here.check(contract, with(fields, {{u"amount"_s, 900'001}, {u"quote1"_s, 900'001}}))),
              u"error:amount"_s);
    EXPECT_EQ(summary(here.check(contract, with(fields, {{u"old_total"_s, 890'000}}))), u"error:old_total"_s);
    EXPECT_EQ(summary(here.check(contract, with(fields, {{u"execution"_s, commitmentRef(lineKey("14-01"))}}))),
              u"error:budget_line"_s);
    EXPECT_EQ(summary(here.check(contract, with(fields, {{u"payee"_s, {}}, {u"method"_s, u"open"_s}}))),
              u"error:payee"_s)
        << "who won the bid is known by now";
    here.answers.clear();
    here.answer(contract, fields, kCommitmentAmount, 900'000);
    here.answer(contract, fields, kCommitmentBalance, 800'000);
    EXPECT_EQ(summary(here.check(contract, fields)), u"error:execution"_s) << "something is paid of it";
}

TEST(CommitmentChange, IsHeldToTheLimitsOfItsContract)
{
    const Form &change = form("commitment_change");
    QJsonObject ref = commitmentRef(lineKey("12-01"));
    ref.insert(u"contract"_s, u"other/small"_s);
    const auto to = [&](qint64 total, const QString &contract = u"other/small"_s) {
        ref.insert(u"contract"_s, contract);
        return with(soundAccounting(u"commitment_change"_s),
                    {{u"commitment"_s, ref}, {u"old_total"_s, 290'000}, {u"new_total"_s, total}});
    };

    EXPECT_EQ(found(to(299'999), change), QString());
    EXPECT_EQ(found(to(300'000), change), u"warning:new_total"_s) << "two quotations from there on";
    EXPECT_EQ(found(to(1'000'001), change), u"warning:new_total"_s);
    EXPECT_EQ(found(to(1'000'001, u"other/reasoned"_s), change), QString());
    Situation here;
    here.parameters = budgetParameters();
    const auto insights = change.insights(to(5'000'000), here.context());
    EXPECT_TRUE(std::any_of(insights.begin(), insights.end(), [](const Insight &insight) {
        return insight.remarkable && insight.text.ja.contains(u"1,000,000円"_s);
    })) << "whoever decides is told";
}

TEST(CommitmentChange, CountsTheChangesBeforeIt)
{
    const Form &change = form("commitment_change");
    const QJsonObject fields = soundAccounting(u"commitment_change"_s);
    Situation here;
    here.parameters = budgetParameters();
    const QDate day(2026, 9, 1);
    here.list(change, fields, u"commitment.increase"_s, {{day, 5'000, {}, true}, {day, 7'000, {}, false}});
    here.list(change, fields, u"commitment.decrease"_s, {{day, 1'000, {}, true}, {day, -1'000, {}, true}});

    EXPECT_EQ(summary(here.check(change, fields)), u"warning:branch"_s) << "one stands, and one was cancelled";
    EXPECT_EQ(summary(here.check(change, with(fields, {{u"branch"_s, 2}}))), QString());
    EXPECT_EQ(change.proposal(fields, here.context()).value(u"branch"_s), 2);
}

TEST(CommitmentForm, IsCommittedWithinTheYear)
{
    EXPECT_EQ(found(commitment({{u"committed_on"_s, u"2027-03-31"_s}})), QString());
    EXPECT_EQ(found(commitment({{u"committed_on"_s, u"2027-04-01"_s}})), u"error:committed_on"_s);
    EXPECT_EQ(found(commitment({{u"budget_line"_s, u"2026:09-99-01-05-0013-12-01"_s}})), u"error:budget_line"_s);
    EXPECT_EQ(found(commitment({{u"amount"_s, 0}})), u"error:amount"_s);
}

TEST(CommitmentForm, NamesAPayeeWhoMadeNoQuotation)
{
    const QJsonObject quoted = goods("2026-11-25", 310'000, 2);

    EXPECT_EQ(found(quoted), QString());
    EXPECT_EQ(found(with(quoted, {{u"quote1_by"_s, u"甲商店"_s}})), u"warning:payee"_s);
    EXPECT_EQ(found(with(quoted, {{u"quote1_by"_s, u"見本"_s}})), QString()) << "written shorter";
}

TEST(CommitmentForm, IsNotCommittedInAYearThatIsOverWhateverDayIsWritten)
{
    Situation here;
    here.parameters = budgetParameters();
    const QJsonObject fields = commitment({{u"committed_on"_s, u"2027-03-31"_s}});

    here.today = QDate(2027, 3, 31);
    EXPECT_EQ(summary(here.check(form("commitment"), fields)), QString());
    here.today = QDate(2027, 4, 1);
    EXPECT_EQ(summary(here.check(form("commitment"), fields)), u"error:committed_on"_s);
}

TEST(CommitmentForm, Ac1SpendsTheLastYen)
{
    EXPECT_EQ(foundWith(70'000, goods("2026-11-25", 70'000, 1)), QString());
}

TEST(CommitmentForm, Ac2SpendsNotAYenMore)
{
    EXPECT_EQ(foundWith(70'000, goods("2026-11-25", 70'001, 1)), u"error:amount"_s);
}

TEST(CommitmentForm, PostsItsAmountOnItsLine)
{
    EXPECT_EQ(form("commitment").postings(commitment(), kClerk, budgetParameters()),
              (std::vector<Posting>{
                  {u"budget.commitment"_s, u"budget:2026:01-02-01-05-0013-12-01"_s, QDate(2026, 11, 25), 880'000}}));
    EXPECT_TRUE(form("commitment").postings(commitment({{u"amount"_s, 0}}), kClerk, budgetParameters()).empty());
    EXPECT_TRUE(form("commitment").postings(commitment(), kClerk, shippedParameters()).empty());
    EXPECT_EQ(form("commitment").facts(commitment(), budgetParameters()),
              (QJsonObject{{u"act"_s, u"commitment"_s}, {u"item"_s, u"12"_s}, {u"amount"_s, 880'000}}));
}

TEST(CommitmentForm, ShowsWhatIsLeftOfTheLine)
{
    Situation here;
    here.parameters = budgetParameters();
    here.answer(form("commitment"), commitment(), kBudgetBalance, 1'500'000, 100'000);
    here.answer(form("commitment"), commitment(), kBudgetSupply, 2'000'000);

    const auto insights = form("commitment").insights(commitment(), here.context());

    ASSERT_EQ(insights.size(), 1U);
    EXPECT_EQ(insights.front().text.ja, u"予算残額 1,400,000円 → 今回 880,000円 → 差引 520,000円"_s);
    EXPECT_EQ(insights.front().used, 600'000);
    EXPECT_EQ(insights.front().added, 880'000);
    EXPECT_EQ(insights.front().limit, 2'000'000);
    EXPECT_FALSE(insights.front().remarkable);
}

TEST(CommitmentChange, Ac4IsNotLoweredBelowWhatIsPaid)
{
    const Form &change = form("commitment_change");
    const QJsonObject lower = soundAccounting(u"commitment_change"_s);
    Situation here;
    here.parameters = budgetParameters();
    here.answer(change, lower, kCommitmentAmount, 300'000);
    here.answer(change, lower, kCommitmentBalance, 50'000); // 250,000 are paid

    EXPECT_EQ(summary(here.check(change, lower)), QString());
    EXPECT_EQ(change.postings(lower, kClerk, budgetParameters()),
              (std::vector<Posting>{
                  {u"budget.decrease"_s, u"budget:2026:01-02-01-05-0013-12-01"_s, QDate(2026, 11, 24), 40'000},
                  {u"commitment.decrease"_s, u"case:7"_s, QDate(2026, 11, 24), 40'000}}));
    EXPECT_EQ(summary(here.check(change, with(lower, {{u"new_total"_s, 240'000}}))), u"error:new_total"_s);
    EXPECT_EQ(summary(here.check(change, with(lower, {{u"new_total"_s, 250'000}}))), QString());
    EXPECT_EQ(summary(here.check(change, with(lower, {{u"new_total"_s, 300'000}}))), u"error:new_total"_s);
    const QJsonObject wrong = with(lower, {{u"old_total"_s, 310'000}});
    EXPECT_EQ(summary(here.check(change, wrong)), u"error:old_total"_s);
    EXPECT_EQ(change.insights(lower, here.context()).size(), 1U);
    ASSERT_EQ(change.insights(wrong, here.context()).size(), 2U) << "whoever decides is told";
    EXPECT_EQ(change.insights(wrong, here.context())[1].text.ja,
              u"変更前の額が今の負担行為額（300,000円）と異なります"_s);
}

TEST(CommitmentChange, KnowsWhatTheCommitmentIsAbout)
{
    const Form &change = form("commitment_change");
    const QJsonObject fields = soundAccounting(u"commitment_change"_s);
    Situation here;
    here.parameters = budgetParameters();

    EXPECT_EQ(change.proposal(fields, here.context()), QJsonObject());
    here.answer(change, fields, kCommitmentAmount, 300'000);
    EXPECT_EQ(change.proposal(fields, here.context()), (QJsonObject{{u"old_total"_s, 300'000}}));
}

TEST(PaymentOfACommitment, IsOfWhatIsLeftUnlessSomebodySaysOtherwise)
{
    const Form &payment = form("payment");
    const QJsonObject fields = soundAccounting(u"payment"_s);
    Situation here;
    here.parameters = budgetParameters();
    here.attachments = 1;
    here.answer(payment, fields, kCommitmentBalance, 120'000, 20'000);

    EXPECT_EQ(payment.proposal(fields, here.context()), (QJsonObject{{u"amount"_s, 100'000}}));
}

TEST(PaymentOfACommitment, IsNotInspectedByWhoDraftedTheCommitment)
{
    Situation here;
    here.parameters = budgetParameters();
    here.attachments = 1;
    QJsonObject fields = soundAccounting(u"payment"_s);
    fields.insert(u"inspector"_s, fields.value(u"commitment"_s).toObject().value(u"drafter"_s));

    const auto findings = here.check(form("payment"), fields);
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const Finding &one) {
        return one.field == u"inspector"_s && one.text.ja.contains(u"支出負担行為の起票者"_s);
    }));
}

TEST(CommitmentChange, RaisesWithinTheBudget)
{
    const Form &change = form("commitment_change");
    const QJsonObject higher = with(soundAccounting(u"commitment_change"_s), {{u"new_total"_s, 350'000}});
    Situation here;
    here.parameters = budgetParameters();
    here.answer(change, higher, kBudgetBalance, 50'000);

    EXPECT_EQ(summary(here.check(change, higher)), QString());
    EXPECT_EQ(summary(here.check(change, with(higher, {{u"new_total"_s, 350'001}}))), u"error:new_total"_s);
    EXPECT_EQ(change.postings(higher, kClerk, budgetParameters()),
              (std::vector<Posting>{
                  {u"budget.increase"_s, u"budget:2026:01-02-01-05-0013-12-01"_s, QDate(2026, 11, 24), 50'000},
                  {u"commitment.increase"_s, u"case:7"_s, QDate(2026, 11, 24), 50'000}}));
    EXPECT_EQ(change.title(higher, budgetParameters()),
              u"支出負担行為の変更（R8-000123-1 庁舎空調設備保守点検業務）"_s);
    EXPECT_EQ(change.facts(higher, budgetParameters()),
              (QJsonObject{{u"act"_s, u"commitment"_s}, {u"item"_s, u"12"_s}, {u"amount"_s, 350'000}}));
    EXPECT_EQ(found(with(higher, {{u"changed_on"_s, u"2027-04-01"_s}}), change), u"error:changed_on"_s);
    EXPECT_EQ(found(with(higher, {{u"branch"_s, 100}}), change), u"error:branch"_s);
}

TEST(Commitment, IsOfALineInTheDraftersCharge)
{
    OfficeRows rows = sampleRows();
    rows.roles.clear(); // who keeps the budget moves any line
    Situation there;
    there.parameters = budgetParameters();
    there.drafter = kFinanceHead;
    there.office = std::make_shared<const Office>(there.today, 1, rows);

    for (const char *code : {"commitment", "commitment_payment"})
        EXPECT_TRUE(findingOn(there.check(form(code), soundAccounting(QLatin1String(code))), "budget_line")) << code;
    EXPECT_TRUE(findingOn(there.check(form("budget_transfer"), soundAccounting(u"budget_transfer"_s)), "from_line"));
    there.drafter = kClerk;
    EXPECT_FALSE(summary(there.check(form("commitment"), soundAccounting(u"commitment"_s))).contains(u"budget_line"_s));
}

TEST(BudgetTransfer, StaysWithinTheChapterAndThePart)
{
    const Form &transfer = form("budget_transfer");
    const QJsonObject sound = soundAccounting(u"budget_transfer"_s);

    EXPECT_EQ(found(with(sound, {{u"to_line"_s, u"2026:01-03-01-01-0001-12-01"_s}}), transfer), u"error:to_line"_s);
    EXPECT_EQ(found(with(sound, {{u"to_line"_s, u"2026:01-02-02-01-0001-12-01"_s}}), transfer), u"error:to_line"_s);
    EXPECT_EQ(found(with(sound, {{u"to_line"_s, u"2025:01-02-01-05-0013-12-01"_s}}), transfer), u"error:to_line"_s);
    EXPECT_EQ(found(with(sound, {{u"to_line"_s, lineKey("12-01")}}), transfer), u"error:to_line"_s);
    EXPECT_EQ(found(with(sound, {{u"to_line"_s, lineKey("99-01")}}), transfer), u"error:to_line"_s);
    EXPECT_FALSE(found(with(sound, {{u"moved_on"_s, u"12/"_s}}), transfer).contains(u"to_line"_s))
        << "the day is wrong";
    EXPECT_EQ(found(with(sound, {{u"from_line"_s, lineKey("10-01")}}), transfer), u"warning:from_line"_s);
    EXPECT_EQ(transfer.postings(sound, kClerk, budgetParameters()),
              (std::vector<Posting>{
                  {u"budget.transfer.out"_s, u"budget:2026:01-02-01-05-0013-12-01"_s, QDate(2026, 11, 24), 50'000},
                  {u"budget.transfer.in"_s, u"budget:2026:01-02-01-05-0013-17-01"_s, QDate(2026, 11, 24), 50'000}}));
}
