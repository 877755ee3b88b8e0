// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/payee.h"

#include "tests/support/payees.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

#include <functional>

namespace kessai::test {

using namespace Qt::StringLiterals;

TEST(Payee, IsTidiedAsItIsKept)
{
    Payee payee = somePayee(u"12"_s);
    payee.name = u"  株式会社キョウワ "_s;
    payee.account.number = u"１２３４５"_s;
    payee.account.branch = u"45"_s;
    payee.account.holder = u"カブシキガイシャキョウワ"_s;
    payee.registration = u"t7123456789012 "_s;
    payee.mandateOn = QDate(2026, 4, 1);

    const Payee kept = tidied(payee);

    EXPECT_EQ(kept.name, u"株式会社キョウワ"_s);
    EXPECT_EQ(kept.account.number, u"0012345"_s); // AC-Z1
    EXPECT_EQ(kept.account.branch, u"045"_s);
    EXPECT_EQ(kept.account.holder, u"ｶ)ｷﾖｳﾜ"_s);
    EXPECT_EQ(kept.registration, u"T7123456789012"_s);
    EXPECT_FALSE(kept.mandateOn.isValid()) << "the account is the payee's own";
    EXPECT_EQ(tidied(kept), kept);
    EXPECT_TRUE(problemsOf(kept).empty());
}

TEST(Payee, SaysWhatIsWrongFieldByField)
{
    struct Bend final {
        std::function<void(Payee &)> bend;
        PayeeField field;
    };
    const std::vector<Bend> bends{
        {[](Payee &p) { p.code = u"12a"_s; }, PayeeField::Code},
        {[](Payee &p) { p.code = u"12345678901"_s; }, PayeeField::Code},
        {[](Payee &p) { p.name = u" "_s; }, PayeeField::Name},
        {[](Payee &p) { p.kana = u"協和"_s; }, PayeeField::Kana},
        {[](Payee &p) { p.registration = u"T123"_s; }, PayeeField::Registration},
        {[](Payee &p) { p.account.bank = u"12345"_s; }, PayeeField::Bank},
        {[](Payee &p) { p.account.branch = u"4x"_s; }, PayeeField::Branch},
        {[](Payee &p) { p.account.bankName = u"見本銀行"_s; }, PayeeField::BankName},
        {[](Payee &p) { p.account.branchName = QString(16, u'ア'); }, PayeeField::BranchName},
        {[](Payee &p) { p.account.number = u"12345678"_s; }, PayeeField::AccountNumber},
        {[](Payee &p) { p.account.number.clear(); }, PayeeField::AccountNumber},
        {[](Payee &p) { p.account.holder.clear(); }, PayeeField::Holder},
        {[](Payee &p) { p.account.holder = QString(16, u'ガ'); }, PayeeField::Holder}, // marks count
        {[](Payee &p) { p.holderDiffers = true; }, PayeeField::Mandate},               // AC-S5
    };
    for (size_t i = 0; i < bends.size(); ++i) {
        Payee payee = somePayee(u"12"_s);
        bends[i].bend(payee);

        const auto problems = problemsOf(tidied(payee));

        ASSERT_EQ(problems.size(), 1u) << i;
        EXPECT_EQ(problems.front().field, bends[i].field) << i;
        EXPECT_FALSE(checkChange(RegisterPayee{tidied(payee), u"口座変更届"_s})) << i;
    }
}

TEST(Payee, AChangeHasAReasonAndAnImportEachPayeeOnce)
{
    const Payee payee = somePayee(u"12"_s);

    EXPECT_TRUE(checkChange(RegisterPayee{payee, u"口座変更届"_s}));
    EXPECT_EQ(checkChange(RegisterPayee{payee, u" "_s}).error().refusal, Refusal::ReasonMissing);
    EXPECT_FALSE(checkChange(ImportPayees{{payee, payee}, u"saiken.csv"_s}));
    EXPECT_FALSE(checkChange(ImportPayees{{}, u"saiken.csv"_s}));
    EXPECT_TRUE(checkChange(ImportPayees{{payee, somePayee(u"13"_s)}, u"saiken.csv"_s}));
}

TEST(Payee, ACaseKeepsNoMoreThanEverybodyMayKnow)
{
    Payee payee = somePayee(u"12"_s);
    payee.revision = 3;

    const QJsonObject kept = PayeeRef::of(payee).toJson();

    EXPECT_EQ(kept.value(u"account"_s), u"…5678"_s);
    EXPECT_EQ(kept.keys(),
              (QStringList{u"account"_s, u"code"_s, u"holderDiffers"_s, u"kind"_s, u"name"_s, u"registration"_s,
                           u"revision"_s}));
    EXPECT_EQ(PayeeRef::fromJson(kept), PayeeRef::of(payee));
}

TEST(Payee, TakesNoOtherShapeForOne)
{
    const QJsonObject sound = PayeeRef::of([] {
                                  Payee payee = somePayee(u"12"_s);
                                  payee.revision = 1;
                                  return payee;
                              }())
                                  .toJson();
    EXPECT_TRUE(PayeeRef::fromJson(sound));
    EXPECT_FALSE(PayeeRef::fromJson({}));
    EXPECT_FALSE(PayeeRef::fromJson(u"12"_s));
    for (const QString &key : sound.keys()) {
        QJsonObject less = sound;
        less.remove(key);
        EXPECT_FALSE(PayeeRef::fromJson(less)) << qPrintable(key);
        for (const QJsonValue &wrong : {QJsonValue(), QJsonValue(-1), QJsonValue(1.5), QJsonValue(u"x\n"_s)}) {
            QJsonObject bent = sound;
            bent[key] = wrong;
            EXPECT_FALSE(PayeeRef::fromJson(bent)) << qPrintable(key);
        }
    }
    QJsonObject more = sound;
    more[u"account"_s] = u"12345678"_s;
    EXPECT_FALSE(PayeeRef::fromJson(more)) << "no whole account in a case";
    more = sound;
    more[u"bank"_s] = u"0123"_s;
    EXPECT_FALSE(PayeeRef::fromJson(more));
}

TEST(Payee, IsFoundByNameReadingCodeAndRegistration)
{
    const QString words = payeeWords(somePayee(u"0000012"_s));
    for (const QString &typed : {u"協和"_s, u"ｷｮｳﾜ"_s, u"きょうわ"_s, u"0000012"_s, u"t7123456789012"_s})
        EXPECT_TRUE(words.contains(payeeQuery(typed))) << qPrintable(typed);
    EXPECT_EQ(payeeQuery(u" 協和　 キョウワ "_s).count(u' '), 1) << "two words";
    EXPECT_EQ(payeeQuery(u"　"_s), u""_s);
}

} // namespace kessai::test
