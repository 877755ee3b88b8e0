// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/bankkana.h"

#include "tests/property/random.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

struct Written final {
    QString name;
    QString kana;
};

class BankKanaOf : public testing::TestWithParam<Written> {};

} // namespace

TEST_P(BankKanaOf, IsAsBanksWriteIt)
{
    const auto kana = toBankKana(GetParam().name);

    ASSERT_TRUE(kana) << qPrintable(kana.error().character);
    EXPECT_EQ(*kana, GetParam().kana);
    EXPECT_TRUE(isBankKana(*kana));
    EXPECT_EQ(*toBankKana(*kana), *kana) << "what is written so stays so";
}

INSTANTIATE_TEST_SUITE_P(
    Names, BankKanaOf,
    testing::Values(Written{u"株式会社キョウワ"_s, u"ｶ)ｷﾖｳﾜ"_s}, // AC-Z3
                    Written{u"カブシキガイシャ　キョウワ"_s, u"ｶ)ｷﾖｳﾜ"_s}, Written{u"㈱キョウワ"_s, u"ｶ)ｷﾖｳﾜ"_s},
                    Written{u"（株）きょうわ"_s, u"ｶ)ｷﾖｳﾜ"_s}, Written{u"キョウワ 株式会社"_s, u"ｷﾖｳﾜ(ｶ"_s},
                    Written{u"キョウワ有限会社ミナト営業所"_s, u"ｷﾖｳﾜ(ﾕ)ﾐﾅﾄ(ｴｲ"_s},
                    Written{u"医療法人社団アオバカイ"_s, u"ｲ)ｱｵﾊﾞｶｲ"_s},
                    Written{u"トクテイヒエイリカツドウホウジン　ヒダマリ"_s, u"ﾄｸﾋ)ﾋﾀﾞﾏﾘ"_s},
                    Written{u"カサオカ漁業協同組合"_s, u"ｶｻｵｶｷﾞﾖｷﾖｳ"_s},
                    Written{u"パーク・サービス"_s, u"ﾊﾟ-ｸ.ｻ-ﾋﾞｽ"_s}, Written{u"ヴィラ　abc－１２"_s, u"ｳﾞｲﾗ ABC-12"_s},
                    Written{u"ヲノ ヱミ"_s, u"ｵﾉ ｴﾐ"_s}, Written{u"ﾔﾏﾀﾞ  ﾀﾛｳ"_s, u"ﾔﾏﾀﾞ ﾀﾛｳ"_s},
                    Written{u""_s, u""_s}));

TEST(BankKana, NamesTheCharacterBanksDoNotTake)
{
    EXPECT_EQ(toBankKana(u"株式会社協和"_s).error().character, u"協"_s);
    EXPECT_EQ(toBankKana(u"アサヒ&カンパニー"_s).error().character, u"&"_s);
    EXPECT_EQ(toBankKana(u"カ,ブ"_s).error().character, u","_s);
    EXPECT_EQ(toBankKana(u"ア𠮷"_s).error().character, u"𠮷"_s) << "two code units, one character";
    EXPECT_FALSE(isBankKana(u"ｱｲｯ")) << "small";
    EXPECT_FALSE(isBankKana(u"ｱｰ"));
    EXPECT_FALSE(isBankKana(u"Ab"));
}

TEST(BankKana, WritesAnyTextRightOrSaysWhatIsWrong)
{
    const std::vector<QString> parts{u"株式会社"_s, u"カイジョウ"_s, u"レンゴウ"_s, u"カイ"_s,   u"海上火災保険"_s,
                                     u"(医)"_s,     u"ガ"_s,         u"ﾊﾟ"_s,       u" "_s,      u"　"_s,
                                     u"ー"_s,       u"ａ"_s,         u"9"_s,        u"・"_s,     u"゛"_s,
                                     u"市"_s,       u"ッ"_s,         u"㈲"_s,       u"\u200b"_s, u"営業所"_s};
    Random random(20261126);
    for (int run = 0; run < 3000; ++run) {
        QString text;
        for (int i = random.below(8); i > 0; --i)
            text += random.chance(90) ? random.oneOf(parts) : QString(QChar(char16_t(random.below(0xFFFF))));
        const auto kana = toBankKana(text);
        if (!kana) {
            EXPECT_FALSE(kana.error().character.isEmpty());
            continue;
        }
        EXPECT_TRUE(isBankKana(*kana)) << qPrintable(text);
        EXPECT_EQ(*toBankKana(*kana), *kana) << qPrintable(text);
    }
}

} // namespace kessai::test
