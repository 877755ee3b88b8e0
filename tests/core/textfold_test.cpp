// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"

#include <QString>

#include <gtest/gtest.h>

namespace {

using kessai::FoldedText;
using kessai::foldText;
using kessai::foldTextWithOrigins;

struct SameWord {
    const char16_t *written;
    const char16_t *searched;
};

class TextFoldSame : public ::testing::TestWithParam<SameWord> {};

TEST_P(TextFoldSame, ComparesEqual)
{
    const QString written = QString::fromUtf16(GetParam().written);
    const QString searched = QString::fromUtf16(GetParam().searched);

    EXPECT_EQ(foldText(written).toStdString(), foldText(searched).toStdString());
    EXPECT_FALSE(foldText(written).isEmpty());
}

INSTANTIATE_TEST_SUITE_P(Japanese, TextFoldSame,
                         ::testing::Values(SameWord{u"ﾃﾞｼﾞﾀﾙ", u"デジタル"}, SameWord{u"デジタル", u"でじたる"},
                                           SameWord{u"ﾃ\u309Bｼ\uFF9Eﾀﾙ", u"でじたる"}, SameWord{u"は\u309Aん", u"パン"},
                                           SameWord{u"ヴァ", u"ゔぁ"}, SameWord{u"令和７年", u"令和7年"},
                                           SameWord{u"ＰＤＦ", u"pdf"}, SameWord{u"㈱北浜", u"(株)北浜"},
                                           SameWord{u"①", u"1"}, SameWord{u"㍻", u"平成"},
                                           SameWord{u"会計\n課", u"会計課"}, SameWord{u"会　計 課", u"会計課"},
                                           SameWord{u"会\u200B計\u00AD課\uFEFF", u"会計課"}));

INSTANTIATE_TEST_SUITE_P(Radicals, TextFoldSame,
                         ::testing::Values(SameWord{u"課⻑", u"課長"}, SameWord{u"⾏政⼿続", u"行政手続"},
                                           SameWord{u"市⺠課", u"市民課"}, SameWord{u"⻄⽇本", u"西日本"},
                                           SameWord{u"⻘森‧⻩", u"青森・黄"}));

INSTANTIATE_TEST_SUITE_P(Names, TextFoldSame,
                         ::testing::Values(SameWord{u"髙橋", u"高橋"}, SameWord{u"山﨑", u"山崎"},
                                           SameWord{u"渡邊", u"渡辺"}, SameWord{u"渡邉", u"渡辺"},
                                           SameWord{u"𠮷田", u"吉田"}, SameWord{u"齋藤", u"斎藤"},
                                           SameWord{u"辻\U000E0100", u"辻"}, SameWord{u"神\uFE00", u"神"},
                                           SameWord{u"\uFA19社", u"神社"}, SameWord{u"霞ヶ関", u"霞ケ関"}));

INSTANTIATE_TEST_SUITE_P(Signs, TextFoldSame,
                         ::testing::Values(SameWord{u"0865－69－2121", u"0865-69-2121"},
                                           SameWord{u"0865−69‐2121", u"0865-69-2121"},
                                           SameWord{u"9時〜17時", u"9時～17時"},
                                           SameWord{u"データ･センター", u"データ・センター"},
                                           SameWord{u"Cafe\u0301", u"CAFÉ"}));

TEST(TextFold, KeepsWordsApartThatReadersKeepApart)
{
    EXPECT_NE(foldText(u"会計課"), foldText(u"会計係"));
    EXPECT_NE(foldText(u"は"), foldText(u"ば"));
    EXPECT_NE(foldText(u"つ"), foldText(u"っ"));
    EXPECT_NE(foldText(u"一"), foldText(u"ー"));
}

TEST(TextFold, IsIdempotent)
{
    const QString once = foldText(u"㈱ﾃﾞｼﾞﾀﾙ 髙橋⻑　霞ヶ関〜①‧Straße ヷ ㌔ ǅ İ");

    EXPECT_EQ(foldText(once).toStdString(), once.toStdString());
}

TEST(TextFold, NamesTheSourceOfEveryUnit)
{
    //                0123 4567
    const FoldedText folded = foldTextWithOrigins(u"㈱ ﾃﾞ𠮷課");

    EXPECT_EQ(folded.text.toStdString(), QStringView(u"(株)で吉課").toString().toStdString());
    EXPECT_EQ(folded.origins, (QList<qsizetype>{0, 0, 0, 2, 4, 6}));
}

TEST(TextFold, SurvivesBrokenSurrogatesAndLoneMarks)
{
    const char16_t broken[] = {0xD83D, u'a', 0xDC00, 0x3099, 0xD800, 0};

    const FoldedText folded = foldTextWithOrigins(QStringView(broken, 5));

    EXPECT_EQ(folded.text.size(), folded.origins.size());
    EXPECT_TRUE(folded.text.contains(QLatin1Char('a')));
    EXPECT_TRUE(foldText(u"").isEmpty());
    EXPECT_TRUE(foldText(u" \u3000\t\n").isEmpty());
}

} // namespace
