// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/payeequeries.h"
#include "tests/store/testoffice.h"
#include "tests/support/payees.h"

// Payees and their accounts, the same on every database. 芝 and 志賀 hold the role "accounting".

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class PayeeContract : public OnBothDatabases {
protected:
    PayeeStore &at(StaffId who) { return office.as(who).payees(); }
    Result<> enter(const Payee &payee, StaffId who)
    {
        return at(who).changePayees(RegisterPayee{payee, u"債権者登録票"_s});
    }
    Result<> enter(const Payee &payee) { return enter(payee, people.shiba); }
    QStringList found(const QString &typed, StaffId who)
    {
        QStringList codes;
        const auto payees = at(who).find(typed);
        EXPECT_TRUE(fine(payees));
        for (const PayeeRef &payee : payees ? *payees : std::vector<PayeeRef>())
            codes << payee.code;
        return codes;
    }
    QStringList found(const QString &typed) { return found(typed, people.sato); }
    QStringList listed(const QString &typed, const QString &after = {}, int most = kMostPayeesListed)
    {
        QStringList codes;
        const auto payees = at(people.shiba).registered(typed, after, most);
        EXPECT_TRUE(fine(payees));
        for (const PayeeRevision &one : payees ? *payees : std::vector<PayeeRevision>())
            codes << one.payee.code;
        return codes;
    }
    static Payee named(const QString &code, const QString &name, const QString &kana)
    {
        Payee payee = somePayee(code);
        payee.name = name;
        payee.kana = kana;
        return payee;
    }
};
KESSAI_ON_BOTH_DATABASES(PayeeContract);

} // namespace

TEST_P(PayeeContract, KeepsEveryRevisionWithWhoAndWhy)
{
    Payee payee = somePayee(u"12"_s);
    ASSERT_TRUE(fine(enter(payee)));
    payee.revision = 1;
    payee.account.number = u"7654321"_s;
    payee.holderDiffers = true;
    payee.mandateOn = QDate(2026, 11, 1);
    payee.validUntil = QDate(2027, 3, 31);
    office.wait();
    ASSERT_TRUE(fine(at(people.shiga).changePayees(RegisterPayee{payee, u"口座変更届"_s})));

    const auto revisions = at(people.shiba).payeeRevisions(u"12"_s);

    ASSERT_TRUE(fine(revisions));
    ASSERT_EQ(revisions->size(), 2u);
    payee.revision = 2;
    EXPECT_EQ(revisions->front().payee, payee);
    EXPECT_EQ(revisions->front().reason, u"口座変更届"_s);
    EXPECT_EQ(revisions->front().madeBy, u"志賀 凛"_s);
    EXPECT_GT(revisions->front().madeAt.microseconds(), 0);
    Payee first = somePayee(u"12"_s);
    first.revision = 1;
    EXPECT_EQ(revisions->back().payee, first) << "as it was";
    EXPECT_TRUE(at(people.shiba).payeeRevisions(u"13"_s)->empty());
}

TEST_P(PayeeContract, IsRegisteredByTheAccountingSectionAlone)
{
    for (const StaffId who : {people.sato, people.ichikawa, people.kaita, people.zaizen, people.shindo}) {
        EXPECT_TRUE(failed(enter(somePayee(u"12"_s), who), ErrorCode::AccessDenied));
        EXPECT_TRUE(
            failed(at(who).changePayees(ImportPayees{{somePayee(u"12"_s)}, u"a.csv"_s}), ErrorCode::AccessDenied));
    }
    EXPECT_TRUE(failed(office.owner().payees().changePayees(RegisterPayee{somePayee(u"12"_s), u"x"_s}),
                       ErrorCode::AccessDenied));

    EXPECT_EQ(listed({}), QStringList());
}

TEST_P(PayeeContract, TellsNobodyElseAnAccount)
{
    ASSERT_TRUE(fine(enter(somePayee(u"12"_s))));

    for (const StaffId who : {people.sato, people.ichikawa, people.kaita, people.shindo}) {
        EXPECT_TRUE(failed(at(who).registered({}, {}, 10), ErrorCode::AccessDenied));
        EXPECT_TRUE(failed(at(who).payeeRevisions(u"12"_s), ErrorCode::AccessDenied));
    }
    const auto hits = at(people.sato).find(u"キョウワ"_s);
    ASSERT_TRUE(fine(hits));
    ASSERT_EQ(hits->size(), 1u);
    Payee known = somePayee(u"12"_s);
    known.revision = 1;
    EXPECT_EQ(hits->front(), PayeeRef::of(known));
    EXPECT_EQ(hits->front().account, u"…5678"_s);
    EXPECT_EQ(office.owner().payees().registered({}, {}, 10)->size(), 1u)
        << "whoever owns the database reads all of it";
}

TEST_P(PayeeContract, IsFoundByAllTypedWordsAsOfToday)
{
    ASSERT_TRUE(fine(enter(named(u"1"_s, u"協和設備"_s, u"キョウワセツビ"_s))));
    ASSERT_TRUE(fine(enter(named(u"2"_s, u"㈱大協和"_s, u"ダイキョウワ"_s))));
    Payee over = named(u"3"_s, u"協和商店"_s, u"キョウワショウテン"_s);
    over.validUntil = SmallOffice::today().addDays(-1);
    ASSERT_TRUE(fine(enter(over)));
    Payee last = named(u"4"_s, u"協和食堂"_s, u"キョウワショクドウ"_s);
    last.validUntil = office.configuration().notBefore(office.clock().now()).day();
    ASSERT_TRUE(fine(enter(last)));

    EXPECT_EQ(found(u"協和"_s), (QStringList{u"4"_s, u"1"_s, u"2"_s})) << "those that begin so first, by reading";
    EXPECT_EQ(found(u"きょうわ　設備"_s), QStringList{u"1"_s});
    EXPECT_EQ(found(u"2"_s).first(), u"2"_s) << "the code itself before what contains it";
    EXPECT_EQ(found(u"協和 工業"_s), QStringList());
    EXPECT_EQ(found(u"％"_s), QStringList());
    EXPECT_EQ(found(u"'\"\\"_s), QStringList());
    EXPECT_EQ(found({}), QStringList()) << "nobody leafs through all of them";
    EXPECT_EQ(listed(u"協和"_s), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s})) << "the list knows those that ended";
}

TEST_P(PayeeContract, FindsNoMoreThanTwenty)
{
    std::vector<Payee> many;
    for (int i = 100; i < 130; ++i)
        many.push_back(somePayee(QString::number(i)));
    ASSERT_TRUE(fine(at(people.shiba).changePayees(ImportPayees{many, u"saiken.csv"_s})));

    EXPECT_EQ(found(u"協和"_s).size(), kMostPayeesFound);
    EXPECT_EQ(listed({}, {}, 2), (QStringList{u"100"_s, u"101"_s}));
    EXPECT_EQ(listed({}, u"101"_s, 2), (QStringList{u"102"_s, u"103"_s}));
    EXPECT_EQ(listed({}, {}, 0), QStringList());
    EXPECT_EQ(listed({}).size(), 30);
}

TEST_P(PayeeContract, NobodyOverwritesWhatSomebodyElseJustChanged)
{
    Payee payee = somePayee(u"12"_s);
    ASSERT_TRUE(fine(enter(payee)));
    EXPECT_TRUE(failed(enter(payee), ErrorCode::AlreadyExists)) << "the code is taken";
    payee.revision = 1;
    EXPECT_TRUE(failed(enter(payee), ErrorCode::AlreadyExists)) << "nothing would change";
    payee.name = u"株式会社協和商会"_s;
    ASSERT_TRUE(fine(enter(payee)));
    payee.name = u"株式会社協和物産"_s;
    EXPECT_TRUE(refused(enter(payee, people.shiga), Refusal::Stale));
    Payee other = somePayee(u"13"_s);
    other.revision = 1;
    EXPECT_TRUE(failed(enter(other), ErrorCode::NotFound));
}

TEST_P(PayeeContract, IsFoundAmongAllOfACityAtOnce)
{
    std::vector<Payee> many;
    for (int i = 1; i <= 5000; ++i)
        many.push_back(named(QString::number(i), u"商店%1号"_s.arg(i), u"ショウテン"_s));
    ASSERT_TRUE(fine(at(people.shiba).changePayees(ImportPayees{many, u"saiken.csv"_s})));

    EXPECT_EQ(found(u"商店4321号"_s), QStringList{u"4321"_s});
    EXPECT_EQ(at(people.shiba).allPayees()->size(), many.size()) << "page by page, none twice and none left out";
}

TEST_P(PayeeContract, ImportsAllOrNothing)
{
    ASSERT_TRUE(fine(enter(somePayee(u"1"_s))));
    ASSERT_TRUE(fine(enter(somePayee(u"2"_s))));
    Payee moved = somePayee(u"2"_s);
    moved.account.bank = u"0999"_s;
    Payee wrong = somePayee(u"4"_s);
    wrong.account.bank = u"99"_s;
    const std::vector<Payee> good{somePayee(u"1"_s), moved, somePayee(u"3"_s)};
    std::vector<Payee> bad = good;
    bad.push_back(wrong);

    EXPECT_TRUE(failed(at(people.shiba).changePayees(ImportPayees{bad, u"a.csv"_s}), ErrorCode::Invalid));
    EXPECT_EQ(listed({}).size(), 2);
    ASSERT_TRUE(fine(at(people.shiba).changePayees(ImportPayees{good, u"a.csv"_s})));
    EXPECT_EQ(listed({}), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    EXPECT_EQ(at(people.shiba).payeeRevisions(u"1"_s)->size(), 1u) << "as it was";
    EXPECT_EQ(at(people.shiba).payeeRevisions(u"2"_s)->front().payee.account.bank, u"0999"_s);
    EXPECT_TRUE(failed(at(people.shiba).changePayees(ImportPayees{good, u"a.csv"_s}), ErrorCode::AlreadyExists));
}

TEST_P(PayeeContract, NeedsAReasonAndSenseEvenPastTheForm)
{
    EXPECT_TRUE(
        refused(at(people.shiba).changePayees(RegisterPayee{somePayee(u"12"_s), u" "_s}), Refusal::ReasonMissing));
    const std::vector<void (*)(Payee &)> bends{
        [](Payee &p) { p.code = u"x"_s; },
        [](Payee &p) { p.name = u"\n"_s; },
        [](Payee &p) { p.registration = u"T7123456789021"_s; }, // AC-I4
        [](Payee &p) { p.account.number = u"1"_s; },
        [](Payee &p) { p.account.holder = u"キョウワ"_s; },
        [](Payee &p) { p.account.holder = QString(31, u'ｱ'); },
        [](Payee &p) { p.account.bank = u"12"_s; },
        [](Payee &p) { p.holderDiffers = true; }, // AC-S5
        [](Payee &p) { p.mandateOn = QDate(2026, 4, 1); },
    };
    for (size_t i = 0; i < bends.size(); ++i) {
        Payee payee = somePayee(u"12"_s);
        bends[i](payee);
        EXPECT_TRUE(failed(enter(payee), ErrorCode::Invalid)) << i;
    }
    Payee sole = somePayee(u"12"_s);
    sole.kind = PayeeKind::Sole;
    sole.registration = u"T7123456789021"_s;
    EXPECT_TRUE(fine(enter(sole))) << "for them the check digit is not confirmed";
}

TEST_P(PayeeContract, TheOwnerImportsAsNobodyOfTheOffice)
{
    const auto database = office.ownersDatabase();
    ASSERT_TRUE(fine(database));
    ASSERT_TRUE(fine(writePayees(**database, ImportPayees{{somePayee(u"1"_s)}, u"saiken.csv"_s}, std::nullopt,
                                 u"kessai-admin"_s, office.clock().now())));

    const auto revisions = at(people.shiba).payeeRevisions(u"1"_s);
    ASSERT_EQ(revisions->size(), 1u);
    EXPECT_EQ(revisions->front().madeBy, u"kessai-admin"_s);
    EXPECT_EQ(found(u"協和"_s), QStringList{u"1"_s});
}

} // namespace kessai::test
