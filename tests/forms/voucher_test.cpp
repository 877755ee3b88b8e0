// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

using Changes = std::initializer_list<std::pair<QString, QJsonValue>>;

QJsonObject payment(Changes changes = {})
{
    return with(soundAccounting(u"payment"_s), changes);
}

QString found(const QJsonObject &fields, const char *code = "payment", const QDate &today = {2026, 11, 24})
{
    Situation here;
    here.today = today;
    here.parameters = budgetParameters();
    here.attachments = 1;
    return summary(here.check(form(code), fields));
}

QString computed(const QJsonObject &fields, const char *key)
{
    Situation here;
    here.parameters = budgetParameters();
    here.attachments = 1;
    return form("payment").computed(fields, here.context()).value(QLatin1String(key)).ja;
}

} // namespace

// The ids are those of the test vectors of domain.md 5.2, 5.7, 5.8 and 5.11.

TEST(PaymentForm, Ac5PaysTheOldYearUntilTheEndOfMay)
{
    const QJsonObject old = payment({{u"commitment"_s, commitmentRef(u"2025:01-02-01-05-0013-12-01"_s)},
                                     {u"received_on"_s, u"2026-04-10"_s},
                                     {u"inspected_on"_s, u"2026-03-31"_s},
                                     {u"payment_on"_s, u"2026-05-08"_s}});
    const QDate april(2026, 4, 10);

    EXPECT_EQ(found(old, "payment", april), QString());
    EXPECT_EQ(found(with(old, {{u"payment_on"_s, u"2026-05-29"_s}}), "payment", april), u"warning:payment_on"_s);
    EXPECT_EQ(found(with(old, {{u"payment_on"_s, u"2026-06-01"_s}}), "payment", april), u"error:payment_on"_s);
    EXPECT_EQ(found(with(old, {{u"inspected_on"_s, u"2026-04-01"_s}}), "payment", april), u"error:inspected_on"_s);
}

TEST(PaymentForm, AcT1AndAcT3ProposeTheLastDay)
{
    EXPECT_EQ(computed(payment(), "due"), u"令和8年12月10日（木）"_s);
    EXPECT_EQ(computed(payment({{u"received_on"_s, u"2026-12-01"_s}}), "due"),
              u"令和8年12月31日（木）（閉庁日のため 12月28日まで）"_s);
    EXPECT_EQ(found(payment({{u"payment_on"_s, u"2026-12-11"_s}})), u"warning:payment_on"_s);
    EXPECT_EQ(found(payment({{u"payment_on"_s, u"2026-11-29"_s}})), u"error:payment_on"_s);
    EXPECT_EQ(found(payment({{u"payment_on"_s, u"2026-11-23"_s}})), u"error:payment_on"_s);
}

TEST(PaymentForm, AcT4HasFifteenDaysWhereNothingWasWritten)
{
    EXPECT_EQ(computed(payment({{u"terms"_s, u"unwritten"_s}}), "due"), u"令和8年11月25日（水）"_s);
    EXPECT_EQ(computed(payment({{u"terms"_s, u"works"_s}}), "due"),
              u"令和8年12月20日（日）（閉庁日のため 12月18日まで）"_s);
}

TEST(PaymentForm, AcI7TakesTheTaxOfEachRate)
{
    const QJsonObject food = payment({{u"amount"_s, 14'865},
                                      {u"net_reduced"_s, 3'579},
                                      {u"tax_reduced"_s, 286},
                                      {u"net_standard"_s, 10'000},
                                      {u"tax_standard"_s, 1'000}});

    EXPECT_EQ(found(food), QString());
    EXPECT_EQ(found(with(food, {{u"tax_reduced"_s, 287}, {u"amount"_s, 14'866}})), QString());
    EXPECT_EQ(found(with(food, {{u"tax_reduced"_s, 288}, {u"amount"_s, 14'867}})), u"error:tax_reduced"_s);
    EXPECT_EQ(found(with(food, {{u"amount"_s, 14'866}})), u"error:amount"_s);
}

TEST(PaymentForm, AcS1AndAcS2AskWhoStandsBehindAnInvoice)
{
    const QJsonObject unsealed = payment({{u"invoice"_s, u"unsealed"_s},
                                          {u"issuer_responsible"_s, u"山本太郎"_s},
                                          {u"issuer_contact"_s, u"山本太郎"_s},
                                          {u"issuer_tel"_s, u"0865-00-0000"_s}});

    EXPECT_EQ(found(unsealed), QString());
    EXPECT_EQ(found(with(unsealed, {{u"issuer_tel"_s, {}}})), u"error:issuer_tel"_s);
    EXPECT_EQ(found(with(unsealed, {{u"issuer_responsible"_s, {}}})), u"error:issuer_responsible"_s);
}

TEST(PaymentForm, AcS5PaysToAnotherPersonsAccountWithAProxyOnly)
{
    QJsonObject other = payee();
    other.insert(u"holderDiffers"_s, true);

    EXPECT_EQ(found(payment({{u"payee"_s, other}})), u"error:proxy"_s);
    EXPECT_EQ(found(payment({{u"payee"_s, other}, {u"proxy"_s, true}})), QString());
}

TEST(PaymentForm, AcS5PaysSomebodyElseThanWasCommittedToWithAProxyOnly)
{
    const auto told = [](const QJsonObject &fields) {
        Situation here;
        here.parameters = budgetParameters();
        here.attachments = 1;
        return form("payment").insights(fields, here.context()).front().text.ja;
    };
    QJsonObject other = payee();
    other.insert(u"code"_s, u"000999"_s);
    QJsonObject open = commitmentRef(lineKey("12-01")); // nobody was known yet
    open.remove(u"payee"_s);

    EXPECT_EQ(found(payment({{u"payee"_s, other}})), u"error:payee"_s);
    EXPECT_EQ(told(payment({{u"payee"_s, other}})), u"支払先が支出負担行為の相手方と異なり、委任状もありません"_s);
    EXPECT_EQ(found(payment({{u"payee"_s, other}, {u"proxy"_s, true}})), QString());
    EXPECT_EQ(told(payment({{u"payee"_s, other}, {u"proxy"_s, true}})),
              u"支払先が支出負担行為の相手方と異なります。委任状を確かめてください"_s);
    EXPECT_EQ(found(payment({{u"payee"_s, other}, {u"commitment"_s, open}})), QString());
}

TEST(PaymentForm, WarnsWhereTheSectionHeadInspected)
{
    QJsonObject commitment = commitmentRef(u"2026:01-02-01-05-0013-12-01"_s);
    commitment.insert(u"drafter"_s, u"1001"_s);
    EXPECT_EQ(found(payment({{u"commitment"_s, commitment}, {u"inspector"_s, u"1004"_s}})), u"warning:inspector"_s);
}

TEST(PaymentForm, CountsWhatRunsUnlessTheOfficeSaysOtherwise)
{
    Situation here;
    here.parameters = budgetParameters();
    here.attachments = 1;
    here.answer(form("payment"), payment(), kCommitmentBalance, 150'000, 50'000); // 110,000 are to be paid
    EXPECT_EQ(summary(here.check(form("payment"), payment())), u"error:amount"_s);

    here.set(u"budget.running_count"_s, 0);

    EXPECT_EQ(summary(here.check(form("payment"), payment())), QString());
}

TEST(PaymentForm, IsPaidAfterSomebodyElseInspected)
{
    EXPECT_EQ(found(payment({{u"inspected_on"_s, {}}})), u"error:inspected_on"_s);
    EXPECT_EQ(found(payment({{u"inspected_on"_s, {}}, {u"pay_method"_s, u"prepaid"_s}})), QString());
    EXPECT_EQ(found(payment({{u"inspector"_s, u"1006"_s}})), u"error:inspector"_s);
    EXPECT_EQ(found(payment({{u"inspector"_s, {}}})), u"error:inspector"_s);
    EXPECT_EQ(found(payment({{u"completed_on"_s, u"2026-11-10"_s}})), u"error:inspected_on"_s);
    EXPECT_EQ(found(payment({{u"inspected_on"_s, u"2026-11-25"_s}})), u"error:inspected_on"_s);
    // Eleven days after it was reported done are one too many; the day is taken off the term.
    EXPECT_EQ(computed(payment({{u"completed_on"_s, u"2026-10-29"_s}}), "due"), u"令和8年12月9日（水）"_s);
}

TEST(PaymentForm, WithholdsFromFees)
{
    const QJsonObject fee = payment({{u"payee"_s, payee(u"person"_s)}, {u"withholding_base"_s, 100'000}});

    EXPECT_EQ(found(with(fee, {{u"withheld"_s, 10'210}})), QString());
    EXPECT_EQ(found(with(fee, {{u"withheld"_s, 10'211}})), u"error:withheld"_s);
    EXPECT_EQ(found(fee), u"error:withheld"_s);
    EXPECT_EQ(found(with(fee, {{u"withheld"_s, 10'210}, {u"payee"_s, payee()}})), u"warning:withholding_base"_s);
    EXPECT_EQ(found(payment({{u"withholding_base"_s, 110'001}})), u"error:withholding_base"_s);
    EXPECT_EQ(computed(with(fee, {{u"withheld"_s, 10'210}}), "net"), u"99,790円"_s);
}

TEST(PaymentForm, PaysNoMoreThanIsLeftOfTheCommitment)
{
    Situation here;
    here.parameters = budgetParameters();
    here.attachments = 1;
    here.answer(form("payment"), payment(), kCommitmentBalance, 110'000);
    here.answer(form("payment"), payment(), kCommitmentAmount, 300'000);

    EXPECT_EQ(summary(here.check(form("payment"), payment())), QString());
    EXPECT_EQ(summary(here.check(form("payment"), payment({{u"amount"_s, 110'001}}))), u"error:amount"_s);
    EXPECT_EQ(summary(here.check(form("payment"), payment({{u"amount"_s, 100'000}, {u"instalment"_s, u"once"_s}}))),
              u"warning:instalment"_s);
    EXPECT_EQ(form("payment").postings(payment(), kClerk, budgetParameters()),
              (std::vector<Posting>{{u"commitment.paid"_s, u"case:7"_s, QDate(2026, 12, 10), 110'000}}));
    const auto insights = form("payment").insights(payment(), here.context());
    ASSERT_EQ(insights.size(), 2U);
    EXPECT_EQ(insights[0].text.ja, u"負担行為の残額 110,000円 → 今回 110,000円 → 差引 0円"_s);
    EXPECT_EQ(insights[0].used, 190'000);
    EXPECT_EQ(insights[1].text.ja, u"支払期限 12月10日まで あと16日"_s);
    EXPECT_EQ(form("payment").title(payment(), budgetParameters()),
              u"支出命令（R8-000123 庁舎空調設備保守点検業務）"_s);
    EXPECT_EQ(form("payment").computed(payment(), here.context()).value(u"remaining"_s).ja, u"110,000円 → 0円"_s);
    Situation later;
    later.parameters = budgetParameters();
    EXPECT_EQ(form("payment").computed(payment(), later.context()).value(u"remaining"_s), Bilingual())
        << "nobody asks any more, and an explanation is no value";
}

TEST(CommitmentPayment, RefusesWhatNeedsACommitmentFirst)
{
    const QJsonObject bill = soundAccounting(u"commitment_payment"_s);
    const auto on = [&bill](const char *line, qint64 amount, bool unitPrice = false) {
        QJsonObject fields = with(bill, {{u"budget_line"_s, lineKey(line)}, {u"amount"_s, amount}});
        if (unitPrice)
            fields = with(fields, {{u"unit_price"_s, true}, {u"unit_contract"_s, u"R8-000045"_s}});
        return found(fields, "commitment_payment");
    };

    EXPECT_EQ(on("12-01", 1'000), u"error:budget_line"_s);
    EXPECT_EQ(on("14-01", 1'000), u"error:budget_line"_s);
    EXPECT_EQ(on("17-01", 1'000), u"error:budget_line"_s);
    EXPECT_EQ(on("10-01", 99'999), QString());
    EXPECT_EQ(on("10-01", 100'000), u"error:budget_line"_s);
    EXPECT_EQ(on("10-01", 100'000, true), QString());
    EXPECT_EQ(on("10-05", 9'000'000), QString());
    EXPECT_EQ(found(with(bill, {{u"committed_on"_s, u"2027-04-01"_s}}), "commitment_payment"), u"error:committed_on"_s);
    EXPECT_EQ(form("commitment_payment").postings(bill, kClerk, budgetParameters()),
              (std::vector<Posting>{
                  {u"budget.payment"_s, u"budget:2026:01-02-01-05-0013-10-05"_s, QDate(2026, 12, 10), 110'000}}));
}

TEST(CommitmentPayment, IsFiledAnewWhileItsYearIsSettled)
{
    // What was decided in March without the examination is cancelled and filed anew in April (docs/payments.md).
    const QJsonObject anew = with(soundAccounting(u"commitment_payment"_s),
                                  {{u"committed_on"_s, u"2027-03-31"_s},
                                   {u"received_on"_s, u"2027-04-05"_s},
                                   {u"completed_on"_s, u"2027-03-30"_s},
                                   {u"inspected_on"_s, u"2027-03-31"_s},
                                   {u"payment_on"_s, u"2027-04-20"_s}});
    const QDate april(2027, 4, 12);

    EXPECT_EQ(found(anew, "commitment_payment", april), QString());
    EXPECT_EQ(found(with(anew, {{u"committed_on"_s, u"2027-04-12"_s}}), "commitment_payment", april),
              u"error:committed_on"_s);
    EXPECT_EQ(found(with(anew, {{u"payment_on"_s, u"2027-06-01"_s}}), "commitment_payment", april),
              u"error:payment_on"_s);
}

TEST(CommitmentPayment, NamesTheUnitPriceContractAndTellsWhoDecides)
{
    const Form &paid = form("commitment_payment");
    const QJsonObject bill =
        with(soundAccounting(u"commitment_payment"_s), {{u"budget_line"_s, lineKey("10-01")}, {u"unit_price"_s, true}});
    Situation here;
    here.parameters = budgetParameters();
    here.attachments = 1;
    const auto told = [&](const QJsonObject &fields) {
        const auto insights = paid.insights(with(fields, {{u"unit_contract"_s, u"R8-000045"_s}}), here.context());
        return std::any_of(insights.begin(), insights.end(), [](const Insight &insight) {
            return insight.remarkable && insight.text.ja.contains(u"R8-000045"_s);
        });
    };

    EXPECT_EQ(summary(here.check(paid, bill)), u"error:unit_contract"_s);
    EXPECT_TRUE(told(bill)) << "110,000 yen of 需用費 would need a commitment";
    EXPECT_FALSE(told(with(bill, {{u"amount"_s, 99'999}}))) << "the tick leaves nothing out";
}

TEST(CommitmentPayment, IsInspectedWhereGoodsAreBought)
{
    const QJsonObject bill = with(soundAccounting(u"commitment_payment"_s),
                                  {{u"amount"_s, 99'999}, {u"inspected_on"_s, {}}, {u"inspector"_s, {}}});
    const QJsonObject goods = with(bill, {{u"budget_line"_s, lineKey("10-01")}});

    EXPECT_EQ(found(bill, "commitment_payment"), QString()) << "electricity";
    EXPECT_EQ(found(goods, "commitment_payment"), u"error:inspected_on"_s);
    EXPECT_EQ(found(with(goods, {{u"unit_price"_s, true}, {u"unit_contract"_s, u"R8-000045"_s}}), "commitment_payment"),
              QString())
        << "what is delivered all the month is counted up";
}

TEST(PaymentForm, HasItsPaper)
{
    Situation here;
    here.parameters = budgetParameters();
    const auto summed = [&here](const QJsonObject &fields) { return summary(here.check(form("payment"), fields)); };

    EXPECT_EQ(summed(payment()), u"error:invoice"_s);
    EXPECT_EQ(summed(payment({{u"proxy"_s, true}})), u"error:proxy"_s);
    EXPECT_EQ(summed(payment({{u"invoice"_s, u"none"_s}, {u"received_on"_s, {}}, {u"terms"_s, {}}})), QString());
    here.set(u"payment.paper"_s, 0);
    EXPECT_EQ(summed(payment()), QString());
}

TEST(PaymentForm, SaysWhatTheLastPartLeaves)
{
    Situation here;
    here.parameters = budgetParameters();
    here.attachments = 1;
    here.answer(form("payment"), payment(), kCommitmentBalance, 110'001);

    EXPECT_EQ(summary(here.check(form("payment"), payment({{u"instalment"_s, u"last"_s}}))), u"warning:instalment"_s);
    EXPECT_EQ(summary(here.check(form("payment"), payment({{u"instalment"_s, u"last"_s}, {u"amount"_s, 110'001}}))),
              QString());
}

TEST(Inspection, IsMadeBySomebodyElseThanWhoCommitted)
{
    const QJsonObject sound = soundAccounting(u"inspection"_s);
    Situation head;
    head.drafter = kSectionHead; // who drafted the commitment
    head.parameters = budgetParameters();

    EXPECT_EQ(summary(head.check(form("inspection"), sound)), u"error:commitment"_s);
    EXPECT_EQ(found(with(sound, {{u"completed_on"_s, u"2026-11-25"_s}}), "inspection"), u"error:inspected_on"_s);
    EXPECT_EQ(found(with(sound, {{u"completed_on"_s, u"2026-11-09"_s}}), "inspection"), u"warning:inspected_on"_s);
    EXPECT_EQ(found(with(sound, {{u"completed_on"_s, u"2026-11-10"_s}}), "inspection"), QString());
    EXPECT_EQ(found(with(sound, {{u"result"_s, u"failed"_s}}), "inspection"), u"error:redo_until"_s);
}

TEST(Assessment, SaysUntilWhenToRemind)
{
    const QJsonObject sound = soundAccounting(u"assessment"_s);

    EXPECT_EQ(form("assessment").computed(sound, Situation().context()).value(u"reminder_on"_s).ja,
              u"令和9年1月4日（月）"_s);
    EXPECT_EQ(found(with(sound, {{u"assessed_on"_s, u"2027-04-01"_s}, {u"due_on"_s, u"2027-05-01"_s}}), "assessment"),
              u"error:assessed_on"_s);
    EXPECT_EQ(found(with(sound, {{u"due_on"_s, u"2026-11-23"_s}}), "assessment"), u"error:due_on"_s);
}

TEST(PaymentForm, SaysWhenItsDayHasPassed)
{
    Situation here;
    here.parameters = budgetParameters();
    here.attachments = 1;
    const auto said = [&here](const QDate &today) {
        here.today = today;
        QStringList texts;
        for (const Insight &insight :
             form("payment").insights(payment({{u"payment_on"_s, u"2026-12-10"_s}}), here.context())) {
            if (insight.tone == Finding::Severity::Error && insight.remarkable)
                texts += insight.text.ja;
        }
        return texts;
    };

    EXPECT_EQ(said({2026, 12, 10}), QStringList());
    EXPECT_EQ(said({2026, 12, 11}),
              (QStringList{u"支払期限（12月10日）を過ぎています"_s, u"支払予定日（12月10日）を過ぎています"_s}));
}
