// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/era.h"

#include "tests/support/printers.h"

#include <QStringList>

#include <gtest/gtest.h>

#include <random>

namespace kessai::test {

struct EraCase {
    const char *id;
    QDate day;
    const char *text;
    const char *prefix;
};

class EraDate : public ::testing::TestWithParam<EraCase> {};

TEST_P(EraDate, IsWrittenAsTheTableSays)
{
    const EraCase &c = GetParam();

    EXPECT_EQ(eraDate(c.day), QString::fromUtf8(c.text)) << c.id;
    EXPECT_EQ(fiscalYearPrefix(c.day), QString::fromUtf8(c.prefix)) << c.id;
}

INSTANTIATE_TEST_SUITE_P(Domain, EraDate,
                         ::testing::Values(EraCase{"ER-1", QDate(2019, 4, 30), "平成31年4月30日", "R1"},
                                           EraCase{"ER-2", QDate(2019, 5, 1), "令和元年5月1日", "R1"},
                                           EraCase{"ER-4", QDate(1989, 1, 7), "昭和64年1月7日", "S63"},
                                           EraCase{"ER-4", QDate(1989, 1, 8), "平成元年1月8日", "S63"},
                                           EraCase{"ER-5", QDate(1926, 12, 24), "大正15年12月24日", "S1"},
                                           EraCase{"ER-5", QDate(1926, 12, 25), "昭和元年12月25日", "S1"},
                                           EraCase{"ER-7", QDate(2027, 3, 31), "令和9年3月31日", "R8"},
                                           EraCase{"ER-7", QDate(2027, 4, 1), "令和9年4月1日", "R9"},
                                           EraCase{"today", QDate(2026, 11, 22), "令和8年11月22日", "R8"},
                                           EraCase{"older", QDate(1900, 2, 3), "1900年2月3日", "1899"}));

TEST(Era, WritesWeekdayAndStamp)
{
    EXPECT_EQ(eraDateWithWeekday(QDate(2026, 11, 22)), QStringLiteral("令和8年11月22日（日）"));
    EXPECT_EQ(eraDateWithWeekday(QDate(2026, 11, 23)), QStringLiteral("令和8年11月23日（月）"));
    EXPECT_EQ(stampDate(QDate(2026, 11, 22)), QStringLiteral("8.11.22"));
    EXPECT_EQ(stampDate(QDate(2019, 5, 1)), QStringLiteral("1.5.1"));
}

struct Typed {
    const char *text;
    QDate meant;
};

class ParseDate : public ::testing::TestWithParam<Typed> {};

TEST_P(ParseDate, UnderstandsWhatPeopleType)
{
    const auto read = parseDate(QString::fromUtf8(GetParam().text));

    ASSERT_TRUE(read) << GetParam().text;
    EXPECT_EQ(*read, GetParam().meant) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Accepted, ParseDate,
    ::testing::Values(Typed{"令和8年4月1日", QDate(2026, 4, 1)}, Typed{"R8.4.1", QDate(2026, 4, 1)},
                      Typed{"r8.4.1", QDate(2026, 4, 1)}, Typed{"2026/4/1", QDate(2026, 4, 1)},
                      Typed{"2026-04-01", QDate(2026, 4, 1)}, Typed{"2026年4月1日", QDate(2026, 4, 1)},
                      Typed{"8.4.1", QDate(2026, 4, 1)}, Typed{"８．４．１", QDate(2026, 4, 1)},
                      Typed{"令和８年１１月２２日", QDate(2026, 11, 22)}, Typed{"Ｒ８／４／１", QDate(2026, 4, 1)},
                      Typed{"令和元年5月1日", QDate(2019, 5, 1)}, Typed{"R元.5.1", QDate(2019, 5, 1)},
                      Typed{"R1.5.1", QDate(2019, 5, 1)}, Typed{"平31.4.30", QDate(2019, 4, 30)},
                      Typed{"H31/5/1", QDate(2019, 5, 1)}, Typed{"平成35年4月1日", QDate(2023, 4, 1)},
                      Typed{"昭和64年1月7日", QDate(1989, 1, 7)}, Typed{" 令和 8年 4月 1日 ", QDate(2026, 4, 1)},
                      Typed{"㋿8年4月1日", QDate(2026, 4, 1)}, Typed{"R081122", QDate(2026, 11, 22)},
                      Typed{"r8/4/1", QDate(2026, 4, 1)}, Typed{"20260401", QDate(2026, 4, 1)},
                      Typed{"８－４－１", QDate(2026, 4, 1)}, Typed{"８。４。１", QDate(2026, 4, 1)},
                      Typed{"８・４・１", QDate(2026, 4, 1)}, Typed{"2026−4−1", QDate(2026, 4, 1)},
                      Typed{"令和8年4月1日（水）", QDate(2026, 4, 1)}, Typed{"Wed 2026-04-01", QDate(2026, 4, 1)},
                      Typed{"令和　８年　４月　１日", QDate(2026, 4, 1)}, Typed{"R8.2.28", QDate(2026, 2, 28)},
                      Typed{"大正15年12月24日", QDate(1926, 12, 24)}));

class NoDate : public ::testing::TestWithParam<const char *> {};

TEST_P(NoDate, IsRefused)
{
    EXPECT_EQ(parseDate(QString::fromUtf8(GetParam())), std::nullopt) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Refused, NoDate,
                         ::testing::Values("", " ", "8", "令和8年", "令和8年4月", "令和8年13月1日", "令和8年2月30日",
                                           "2026-4", "2026/4/1/1", "X8.4.1", "令和0年4月1日", "明治45年7月29日",
                                           "平成元年1月7日", "昭和元年12月24日", "今日", "R8.4.1x", "-8.4.1",
                                           "令和8年4月1日（水）まで", "20264.1.1", "R8..1", "4/1", "20260431",
                                           "令和8年4月1日（x）", "8.4.-1", "٨.٤.١"));

TEST(Era, ER_8_TellsWhatWasTypedPastItsEra)
{
    EXPECT_EQ(readDate(QStringLiteral("平成35年4月1日")), (TypedDate{QDate(2023, 4, 1), true}));
    EXPECT_EQ(eraDate(QDate(2023, 4, 1)), QStringLiteral("令和5年4月1日"));
    EXPECT_EQ(readDate(QStringLiteral("H31/5/1")), (TypedDate{QDate(2019, 5, 1), true}));
    EXPECT_EQ(readDate(QStringLiteral("平31.4.30")), (TypedDate{QDate(2019, 4, 30), false}));
    EXPECT_EQ(readDate(QStringLiteral("昭和64年1月8日")), (TypedDate{QDate(1989, 1, 8), true}));
    EXPECT_EQ(readDate(QStringLiteral("2019/5/1")), (TypedDate{QDate(2019, 5, 1), false}));
    EXPECT_EQ(readDate(QStringLiteral("平成99年12月31日")), (TypedDate{QDate(2087, 12, 31), true}));
}

TEST(Era, ReadsMonthAndDayAsTheNearestThatIsNotLongPast)
{
    const QDate today(2026, 11, 26);

    EXPECT_EQ(readDate(QStringLiteral("11/28"), today)->day, QDate(2026, 11, 28));
    EXPECT_EQ(readDate(QStringLiteral("６月１日"), today)->day, QDate(2026, 6, 1));
    EXPECT_EQ(readDate(QStringLiteral("4.1"), today)->day, QDate(2027, 4, 1));
    EXPECT_EQ(readDate(QStringLiteral("2/30"), today), std::nullopt);
}

TEST(Era, ReadsADayAloneAsTheNearestOfThatNumber)
{
    const QDate today(2026, 11, 26);

    EXPECT_EQ(readDate(QStringLiteral("30"), today)->day, QDate(2026, 11, 30));
    EXPECT_EQ(readDate(QStringLiteral("２５日"), today)->day, QDate(2026, 11, 25));
    EXPECT_EQ(readDate(QStringLiteral("3"), today)->day, QDate(2026, 12, 3));
    EXPECT_EQ(readDate(QStringLiteral("31"), today)->day, QDate(2026, 10, 31)) << "November has none";
    EXPECT_EQ(readDate(QStringLiteral("32"), today), std::nullopt);
    EXPECT_EQ(readDate(QStringLiteral("30")), std::nullopt) << "near to what?";
}

TEST(ReadDate, TakesWhatCanOnlyBePastForADayUntilToday)
{
    const QDate today(2026, 11, 26);
    const auto past = [&](const char *text) { return readDate(QLatin1String(text), today, Meant::Past)->day; };

    EXPECT_EQ(past("9"), QDate(2026, 11, 9)) << "the nearest would be in December";
    EXPECT_EQ(past("26"), today);
    EXPECT_EQ(past("27"), QDate(2026, 10, 27));
    EXPECT_EQ(past("31"), QDate(2026, 10, 31));
    EXPECT_EQ(past("11/30"), QDate(2025, 11, 30));
    EXPECT_EQ(past("4/1"), QDate(2026, 4, 1));
    EXPECT_EQ(past("R8.12.3"), QDate(2026, 12, 3)) << "what is said in full is meant";
}

TEST(Era, WritesYearsAndShortDates)
{
    EXPECT_EQ(eraYears(2026), QStringLiteral("令和8年"));
    EXPECT_EQ(eraYears(2019), QStringLiteral("平成31年・令和元年"));
    EXPECT_EQ(eraYears(1900), QStringLiteral("1900年"));
    EXPECT_EQ(shortEraDate(QDate(2019, 5, 1)), QStringLiteral("R1.5.1"));
    EXPECT_EQ(shortEraDate(QDate(2019, 4, 30)), QStringLiteral("H31.4.30"));
    EXPECT_EQ(shortEraDate(QDate(1900, 2, 3)), QStringLiteral("1900.2.3"));
}

TEST(Era, WhateverIsTypedIsADayOrNone)
{
    // KESSAI_RUNS makes it longer, KESSAI_SEED another one.
    const int runs = qEnvironmentVariableIsSet("KESSAI_RUNS") ? qEnvironmentVariableIntValue("KESSAI_RUNS") : 20000;
    std::mt19937 dice(unsigned(qEnvironmentVariableIntValue("KESSAI_SEED")));
    const QStringList bits = QStringLiteral("令和 平成 昭和 大正 令 平 R r H S T 元 0 1 2 4 8 9 12 31 35 64 99 2026 ８ "
                                            "１２ 年 月 日 . / - ． ／ － 。 ・ − ー （水） ( )"
                                            " ㋿ 髙 x 😀")
                                 .split(QLatin1Char(' '));
    const QStringList corpus = {QStringLiteral("令和8年4月1日（水）"),
                                QStringLiteral("R元.5.1"),
                                QStringLiteral("平成35年4月1日"),
                                QStringLiteral("２０２６／４／１"),
                                QStringLiteral("20260401"),
                                QStringLiteral("11/28"),
                                QStringLiteral("S640107"),
                                QStringLiteral("8.4.1")};
    int understood = 0;
    for (int run = 0; run < runs; ++run) {
        QString text = corpus[qsizetype(dice()) % corpus.size()];
        for (unsigned changes = dice() % 4; changes > 0; --changes) {
            const qsizetype at = qsizetype(dice()) % (text.size() + 1);
            const QString bit =
                dice() % 20 == 0 ? QString(QChar(char16_t(dice() % 0x10000))) : bits[qsizetype(dice()) % bits.size()];
            text.replace(at, qsizetype(dice() % 3), bit);
        }
        const auto read = readDate(text, QDate(2026, 11, 26));
        if (!read)
            continue;
        ++understood;
        ASSERT_TRUE(read->day.isValid()) << text.toStdString();
        ASSERT_EQ(parseDate(eraDate(read->day)).value_or(read->day), read->day) << text.toStdString();
    }
    EXPECT_GT(understood, runs / 5);
    EXPECT_LT(understood, runs * 9 / 10);
    EXPECT_EQ(readDate(QString(1'000'000, QLatin1Char('8'))), std::nullopt);
}

TEST(Era, ReadsBackEveryDayItWrites)
{
    for (QDate day(1912, 7, 30); day < QDate(2100, 1, 1); day = day.addDays(17)) {
        const auto read = parseDate(eraDate(day));
        ASSERT_TRUE(read) << eraDate(day).toStdString();
        ASSERT_EQ(*read, day);
    }
}

} // namespace kessai::test
