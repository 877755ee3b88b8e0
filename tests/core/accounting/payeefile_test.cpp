// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/payeefile.h"

#include "tests/property/random.h"
#include "tests/support/payees.h"
#include "tests/support/printers.h"

#include <QStringEncoder>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

const QString kHead =
    u"債権者コード,名称,カナ,区分,登録番号,金融機関コード,金融機関名カナ,支店コード,支店名カナ,預金種目,口座番号,口座名義カナ,委任状,有効期限\n"_s;
const QString kCorporation =
    u"12,株式会社協和,カブシキガイシャキョウワ,法人,T7123456789012,0123,ミホン,045,ホンテン,普通,345678,カ）キョウワ,,\n"_s;
const QString kPerson =
    u"13,\"山田, 太郎\",ヤマダ タロウ,個人,,0123,ミホン,45,ホンテン,貯蓄,1,ヤマダ ハナコ,2026-04-01,2027/3/31\n"_s;

} // namespace

TEST(PayeeFile, ReadsBothEncodings)
{
    const QString text = kHead + kCorporation + kPerson;
    QStringEncoder cp932("CP932");
    const QList<QByteArray> files{text.toUtf8(), "\xEF\xBB\xBF" + text.toUtf8(), QByteArray(cp932(text))};
    for (const QByteArray &file : files) {
        const auto payees = readPayeeFile(file);

        ASSERT_TRUE(payees) << qPrintable(payees.error().front().text.en);
        ASSERT_EQ(payees->size(), 2u);
        EXPECT_EQ((*payees)[0], somePayee(u"12"_s));
        EXPECT_EQ((*payees)[1].name, u"山田, 太郎"_s);
        EXPECT_EQ((*payees)[1].account.type, AccountType::Savings);
        EXPECT_EQ((*payees)[1].account.number, u"0000001"_s);
        EXPECT_TRUE((*payees)[1].holderDiffers);
        EXPECT_EQ((*payees)[1].mandateOn, QDate(2026, 4, 1));
        EXPECT_EQ((*payees)[1].validUntil, QDate(2027, 3, 31));
    }
}

TEST(PayeeFile, TellsEveryRowThatIsWrongAndTakesNone)
{
    QString wrongKind = kPerson;
    wrongKind.replace(u"個人"_s, u"会社"_s).replace(u"2027/3/31"_s, u"来年"_s);
    const auto read = readPayeeFile((kHead + kCorporation + u"14,少ない\n"_s + wrongKind + kCorporation).toUtf8());

    ASSERT_FALSE(read);
    QList<int> lines;
    for (const PayeeRowProblem &problem : read.error())
        lines.append(problem.line);
    EXPECT_EQ(lines, (QList<int>{3, 4, 4, 5}));
    EXPECT_TRUE(read.error().back().text.ja.contains(u"2行目"_s)) << "the code stands there already";
}

TEST(PayeeFile, RefusesWhatIsNoSuchFile)
{
    const QList<QByteArray> files{{},
                                  kHead.toUtf8(),
                                  QString(kCorporation + kPerson).toUtf8(),
                                  "\xff\xfe\x81",
                                  QString(kHead + u"\"12"_s).toUtf8(),
                                  QByteArray(kMostPayeeFileBytes + 1, 'a')};
    for (const QByteArray &file : files) {
        const auto read = readPayeeFile(file);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().size(), 1u);
        EXPECT_EQ(read.error().front().line, 0);
    }
}

TEST(PayeeFile, KnowsWhatIsNewAndWhatChanges)
{
    Payee same = somePayee(u"1"_s);
    Payee other = somePayee(u"2"_s);
    same.revision = other.revision = 4;
    Payee moved = somePayee(u"2"_s);
    moved.account.number = u"9999999"_s;

    const PayeeDiff diff = diffOf({somePayee(u"1"_s), moved, somePayee(u"3"_s)}, {same, other});

    EXPECT_EQ(diff.same, 1);
    ASSERT_EQ(diff.changed.size(), 1u);
    EXPECT_EQ(diff.changed.front().after.account.number, u"9999999"_s);
    ASSERT_EQ(diff.added.size(), 1u);
    EXPECT_EQ(diff.added.front().code, u"3"_s);
}

TEST(PayeeFile, ABentFileIsReadOrRefusedAndWhatIsReadMayBeRegistered)
{
    Random random(77);
    const QByteArray file = (kHead + kCorporation + kPerson).toUtf8();
    for (int run = 0; run < 2000; ++run) {
        QByteArray bent = file;
        for (int i = random.between(1, 4); i > 0; --i) {
            const int at = random.below(int(bent.size()));
            if (random.chance(50))
                bent[at] = random.chance(50) ? ",\"\n0"[random.below(4)] : char(random.below(256));
            else
                bent.remove(at, random.between(1, 20));
        }
        if (const auto read = readPayeeFile(bent))
            EXPECT_TRUE(checkChange(ImportPayees{*read, u"a.csv"_s}));
        else
            EXPECT_FALSE(read.error().empty());
    }
}

} // namespace kessai::test
