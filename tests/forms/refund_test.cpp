// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

using Changes = std::initializer_list<std::pair<QString, QJsonValue>>;

QJsonObject refund(Changes changes = {})
{
    return with(soundAccounting(u"refund"_s), changes);
}

QString found(const QJsonObject &fields, const QDate &today = {2026, 11, 24}, qint64 left = 110'000)
{
    Situation here;
    here.today = today;
    here.parameters = budgetParameters();
    here.answer(form("refund"), fields, kCommitmentBalance, left);
    return summary(here.check(form("refund"), fields));
}

QString ledgersOf(const QJsonObject &fields)
{
    QStringList all;
    for (const Posting &one : form("refund").postings(fields, kClerk, budgetParameters()))
        all << one.ledger + u' ' + one.account + u' ' + QString::number(one.amount);
    return all.join(u'\n');
}

QJsonObject order(const QString &method, bool committed = true)
{
    QJsonObject ref = paidRef(lineKey("12-01"));
    ref.insert(u"method"_s, method);
    if (!committed)
        ref.remove(u"commitment"_s);
    return ref;
}

} // namespace

// 地方自治法施行令159条 to 163条; domain.md 5.2 and 5.10.

TEST(RefundForm, GivesBackToTheLineOrToTheCommitment)
{
    const QString line = u"budget:"_s + lineKey("12-01");
    EXPECT_EQ(found(refund()), QString());
    EXPECT_EQ(ledgersOf(refund()), u"payment.returned case:9 20000\nbudget.refund "_s + line + u" 20000"_s);
    EXPECT_EQ(ledgersOf(refund({{u"again"_s, true}})),
              u"payment.returned case:9 20000\ncommitment.refund case:7 20000"_s);
    EXPECT_EQ(found(refund({{u"again"_s, true}, {u"voucher"_s, order(u"transfer"_s, false)}})), u"error:again"_s);
    EXPECT_EQ(form("refund").title(refund(), budgetParameters()),
              u"戻入（R8-000150 支出命令（R8-000123 保守点検））"_s);
}

TEST(RefundForm, GivesBackNoMoreThanWasPaidAndIsLeft)
{
    EXPECT_EQ(found(refund({{u"amount"_s, 110'001}})), u"error:amount"_s);
    EXPECT_EQ(found(refund({{u"amount"_s, 110'000}})), QString());
    EXPECT_EQ(found(refund({{u"amount"_s, 90'001}}), {2026, 11, 24}, 90'000), u"error:amount"_s);
    EXPECT_EQ(found(refund({{u"amount"_s, {}}})), u"error:amount"_s);
}

TEST(RefundForm, IsDueBackOnADayBeforeTheBooksAreClosed)
{
    EXPECT_EQ(found(refund({{u"return_by"_s, {}}})), u"error:return_by"_s);
    EXPECT_EQ(found(refund({{u"return_by"_s, u"2026-11-23"_s}})), u"error:return_by"_s);
    EXPECT_EQ(found(refund({{u"debtor"_s, {}}})), u"error:debtor"_s) << "whom the notice is for";
    EXPECT_EQ(found(refund({{u"return_by"_s, u"2027-05-31"_s}})), QString());
    EXPECT_EQ(found(refund({{u"return_by"_s, u"2027-06-01"_s}})), u"error:return_by"_s);
    EXPECT_EQ(found(refund({{u"return_by"_s, u"2027-06-10"_s}}), {2027, 6, 1}), u"error:voucher error:return_by"_s);
}

TEST(RefundForm, ProposesTheTermOfTheNotice)
{
    Situation here;
    here.parameters = budgetParameters();
    here.today = {2026, 11, 27}; // fifteen days later is a Saturday
    EXPECT_EQ(form("refund").proposal(refund(), here.context()), (QJsonObject{{u"return_by"_s, u"2026-12-14"_s}}));
    EXPECT_EQ(form("refund").proposal(refund({{u"kind"_s, u"correct"_s}}), here.context()), QJsonObject());
}

TEST(RefundForm, CorrectsToAnotherLineOfTheYear)
{
    const auto correcting = [](const QString &line) {
        return refund({{u"kind"_s, u"correct"_s},
                       {u"to_line"_s, line},
                       {u"corrected_on"_s, u"2026-11-24"_s},
                       {u"debtor"_s, {}},
                       {u"return_by"_s, {}}});
    };
    EXPECT_EQ(found(correcting(lineKey("17-01"))), QString());
    EXPECT_EQ(ledgersOf(correcting(lineKey("17-01"))),
              u"payment.returned case:9 20000\nbudget.refund budget:"_s + lineKey("12-01")
                  + u" 20000\nbudget.corrected budget:"_s + lineKey("17-01") + u" 20000"_s);
    EXPECT_EQ(found(correcting(lineKey("12-01"))), u"error:to_line"_s);
    EXPECT_EQ(found(correcting(u"2025:01-02-01-05-0013-12-01"_s)), u"error:to_line"_s);
    EXPECT_EQ(found(with(correcting(lineKey("17-01")), {{u"corrected_on"_s, u"2026-11-25"_s}})),
              u"error:corrected_on"_s);
}

TEST(RefundForm, SettlesWhatWasPaidBeforehand)
{
    const QJsonObject settled = refund({{u"kind"_s, u"settle"_s}, {u"voucher"_s, order(u"estimate"_s)}});
    const QJsonObject spent = with(settled, {{u"amount"_s, {}}, {u"debtor"_s, {}}, {u"return_by"_s, {}}});

    EXPECT_EQ(found(settled), QString());
    EXPECT_EQ(ledgersOf(settled),
              u"payment.settled case:9 110000\npayment.returned case:9 20000\nbudget.refund budget:"_s
                  + lineKey("12-01") + u" 20000"_s);
    EXPECT_EQ(found(spent), QString()) << "nothing is left of it";
    EXPECT_EQ(ledgersOf(spent), u"payment.settled case:9 110000"_s);
    EXPECT_EQ(found(spent, {2027, 6, 1}), QString()) << "no money moves after the books are closed";
    EXPECT_EQ(found(settled, {2027, 6, 1}), u"error:voucher error:return_by"_s);
    EXPECT_EQ(found(refund({{u"kind"_s, u"settle"_s}})), u"error:kind"_s) << "it was not paid beforehand";
}

TEST(RefundForm, ShowsWhatIsLeftOfWhatWasPaid)
{
    Situation here;
    here.parameters = budgetParameters();
    here.answer(form("refund"), refund(), kCommitmentBalance, 90'000);
    const auto insights = form("refund").insights(refund(), here.context());
    ASSERT_EQ(insights.size(), 1U);
    EXPECT_EQ(insights[0].used, 20'000);
    EXPECT_EQ(insights[0].added, 20'000);
    EXPECT_EQ(insights[0].limit, 110'000);
    EXPECT_FALSE(insights[0].remarkable);
}
