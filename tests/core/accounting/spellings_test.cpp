// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/spellings.h"

#include "core/accounting/returnreasons.h"
#include "core/base/textfold.h"

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

/// Whether one of the spellings stands in a text, as it is looked for.
bool stands(const QStringList &spellings, const QString &text)
{
    const QString folded = foldText(text);
    return std::any_of(spellings.begin(), spellings.end(),
                       [&](const QString &one) { return folded.contains(foldText(one)); });
}

} // namespace

TEST(Spellings, FindAnAmountAsPapersWriteIt)
{
    for (const QString &text : {u"合計 ¥1,234,567 円"_s, u"１，２３４，５６７円"_s, u"金1234567円也"_s})
        EXPECT_TRUE(stands(spellingsOf(Yen(1'234'567)), text)) << text.toStdString();
    EXPECT_FALSE(stands(spellingsOf(Yen(1'234'567)), u"1,234,576"_s));
    EXPECT_EQ(spellingsOf(Yen(980)), QStringList{u"980"_s});
}

TEST(Spellings, FindADayAsPapersWriteIt)
{
    const QStringList spellings = spellingsOf(QDate(2026, 11, 5));
    for (const QString &text : {u"令和8年11月5日"_s, u"令和　８年１１月　５日"_s, u"R8.11.5"_s, u"2026年11月5日"_s,
                                u"2026/11/05"_s, u"2026/11/5"_s, u"2026-11-05"_s, u"発行日 8.11.5"_s})
        EXPECT_TRUE(stands(spellings, text)) << text.toStdString();
    EXPECT_FALSE(stands(spellings, u"令和8年11月15日"_s));
    EXPECT_TRUE(stands(spellingsOf(QDate(2019, 6, 1)), u"令和元年6月1日"_s));
    EXPECT_TRUE(stands(spellingsOf(QDate(2019, 6, 1)), u"令和1年6月1日"_s));
    EXPECT_TRUE(spellingsOf(QDate()).isEmpty());
}

TEST(Spellings, FindANameWithoutTheFormOfTheCompany)
{
    const QStringList spellings = spellingsOf(u"株式会社見本設備工業"_s);
    EXPECT_EQ(spellings.front(), u"株式会社見本設備工業"_s);
    EXPECT_TRUE(stands(spellings, u"㈱見本設備工業"_s));
    EXPECT_TRUE(stands(spellings, u"株式会社 見本設備工業 御中"_s));
    EXPECT_EQ(spellingsOf(u"山田 太郎"_s), QStringList{u"山田 太郎"_s});
    EXPECT_TRUE(spellingsOf(u" "_s).isEmpty());
}

TEST(ReturnReasons, AreOfferedByTheDayAndEndWithTheOther)
{
    const auto faults = voucherFaultsOn(QDate(2026, 11, 26));
    ASSERT_GE(faults.size(), 8u);
    EXPECT_EQ(faults.back().code, u"other"_s);
    for (const VoucherFault &fault : faults)
        EXPECT_FALSE(fault.words.en.isEmpty() || fault.source.isEmpty()) << fault.code.toStdString();
    const auto before = voucherFaultsOn(QDate(2023, 9, 30));
    EXPECT_EQ(before.size(), faults.size() - 1) << "no qualified invoices yet";
}

TEST(ReturnReasons, AreKnownAgainInWhatWasWritten)
{
    for (const VoucherFault &fault : voucherFaultsOn(QDate(2026, 11, 26))) {
        EXPECT_EQ(voucherFaultIn(returnReason(fault, {}))->code, fault.code) << "and none begins another";
        EXPECT_EQ(voucherFaultIn(returnReason(fault, u" 請求書は9,800円 "_s))->code, fault.code);
    }
    EXPECT_EQ(returnReason(voucherFaultsOn(QDate(2026, 11, 26)).front(), u" あ "_s).right(2), u"：あ"_s);
    EXPECT_FALSE(voucherFaultIn(u"印影が薄い"_s));
}

TEST(ReturnReasons, NoCodeIsGivenOutTwiceAndJapaneseAloneIsEnough)
{
    FaultList now{QDate(2027, 4, 1), voucherFaultsOn(QDate(2026, 11, 26))};
    FaultList before = now;
    before.faults.insert(before.faults.begin(),
                         {u"own_1"_s, {u"写真がない"_s, u"No photograph"_s}, {}, {}, u"市の運用"_s});

    EXPECT_EQ(freeFaultCode(now, {}), u"own_1"_s);
    EXPECT_EQ(freeFaultCode(now, {before}), u"own_2"_s) << "what was returned for it is told apart";
    now.faults.insert(now.faults.begin(), {u"own_2"_s, {u"納品書がない"_s, {}}, {}, {}, u"市の運用"_s});
    EXPECT_FALSE(problemsIn(now).empty());
    EXPECT_TRUE(problemsIn(inBothLanguages(now)).empty());
    EXPECT_EQ(inBothLanguages(now).faults.front().words.en, u"納品書がない"_s);
    now.faults.front().words.en = u"  "_s;
    EXPECT_TRUE(problemsIn(inBothLanguages(now)).empty()) << "blanks are no English";
    now.faults.front().words.en = QString(101, u'x');
    ASSERT_EQ(problemsIn(inBothLanguages(now)).size(), 1U);
    EXPECT_TRUE(problemsIn(inBothLanguages(now)).front().ja.contains(u"英語"_s)) << "the one that is wrong";
}

TEST(Spellings, KnowAmountsOfAPaperByHowTheyAreWritten)
{
    const QString text = u"請求書 No. 2026-1127 TEL 0865-12-3456\n単価 8,800 数量 4 小計 35,200円\n合計 "
                         u"￥１１３，４００－ 口座 1234567\n"
                         u"令和8年11月27日 送料 500 円 0.5 1,234.5"_s;

    EXPECT_EQ(amountsIn(text), (std::vector<qint64>{113'400, 35'200, 8'800, 500}));
    EXPECT_TRUE(amountsIn(u"2026-11-27 1234567"_s).empty());
}

} // namespace kessai::test
