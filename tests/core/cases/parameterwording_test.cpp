// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/parameterwording.h"

#include "core/cases/numbers.h"
#include "core/ports/settings.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

TEST(ParameterWording, HasANameAndAUnitForEveryShippedNumber)
{
    QStringList names;
    for (const Parameters::Row &row : shippedParameters().rows()) {
        EXPECT_TRUE(isWorded(row.key)) << qPrintable(row.key);
        const ParameterWord word = parameterWord(row.key);
        EXPECT_TRUE(isPossible(word, row.value)) << qPrintable(row.key) << " " << row.value;
        EXPECT_FALSE(word.name.ja.contains(u'%') || word.name.en.contains(u'%')) << qPrintable(word.name.ja);
        EXPECT_FALSE(word.group.ja.isEmpty() || word.group.en.isEmpty()) << qPrintable(row.key);
        for (const Bilingual &text : {word.name, parameterText(word, row.value)})
            EXPECT_FALSE(text.ja.isEmpty() || text.en.isEmpty()) << qPrintable(row.key);
        if (word.unit != ParameterUnit::Choice) {
            EXPECT_FALSE(parameterRange(word).ja.isEmpty()) << qPrintable(row.key);
        }
        const QString called = word.group.ja + word.name.ja + row.key;
        if (!names.contains(called))
            names.append(called);
    }
    QStringList spoken;
    for (const ParameterWord &word : parameterWords([] {
             QStringList keys;
             for (const Parameters::Row &row : shippedParameters().rows())
                 keys.append(row.key);
             keys.removeDuplicates();
             return keys;
         }()))
        spoken.append(word.group.ja + word.name.ja);
    const qsizetype all = spoken.size();
    EXPECT_EQ(spoken.removeDuplicates(), 0) << "two of " << all << " are called the same";
}

TEST(ParameterWording, WritesValuesWithTheirUnits)
{
    const auto text = [](const char *key, qint64 value) {
        return parameterText(parameterWord(QLatin1String(key)), value).ja;
    };

    EXPECT_EQ(text("overtime.limit_month_minutes", 2700), u"45時間"_s);
    EXPECT_EQ(text("duty.day_minutes", 465), u"7時間45分"_s);
    EXPECT_EQ(text("duty.afternoon_until", 1035), u"17:15"_s);
    EXPECT_EQ(text("travel.lodging.tokyo_yen", 21'000), u"21,000円"_s);
    EXPECT_EQ(text("leave.annual.grant_days", 20), u"20日"_s);
    EXPECT_EQ(text("leave.special.SP16.window_from", 701), u"7月1日"_s);
    EXPECT_EQ(text("withholding.base_rate", 1021), u"10.21%"_s);
    EXPECT_EQ(text("overtime.limit_month_exclusive", 1), u"未満"_s);
    EXPECT_EQ(text("leave.year_start_month", 1), u"1月"_s);
    EXPECT_EQ(parameterWord(u"leave.special.SP05.limit_days"_s).name.ja, u"結婚：日数"_s);
    EXPECT_EQ(parameterWord(u"leave.annual.fiscal_year_staff.4.2"_s).name.ja,
              u"付与日数（週4日勤務、勤続2年目の区分）"_s);
    EXPECT_EQ(parameterWord(u"leave.annual.fiscal_year_staff.from_appointment"_s).name.ja, u"付与する日"_s);
}

TEST(ParameterWording, KnowsWhatANumberCanBe)
{
    const ParameterWord window = parameterWord(u"leave.special.SP16.window_from"_s);
    EXPECT_TRUE(isPossible(window, 229));
    EXPECT_FALSE(isPossible(window, 230));
    EXPECT_FALSE(isPossible(window, 1301));
    EXPECT_FALSE(isPossible(parameterWord(u"payment.paper"_s), 2));
    EXPECT_FALSE(isPossible(parameterWord(u"overtime.order_unit_minutes"_s), 0)) << "nothing is divided by it";
    EXPECT_FALSE(isPossible(parameterWord(u"registrations.day_limit"_s), kLeastDayLimit - 1));
    EXPECT_EQ(parameterWord(u"something.new"_s).name.ja, u"something.new"_s);
    EXPECT_TRUE(isPossible(parameterWord(u"something.new"_s), 12));
}

TEST(ParameterWording, SaysWhatIsWrongWithChangesOfNumbers)
{
    const QDate day(2027, 4, 1);
    const auto problems = [](const std::vector<Parameters::Row> &rows) {
        return problemsIn(rows, shippedParameters());
    };

    EXPECT_TRUE(problems({{u"overtime.limit_month_minutes"_s, day, 2400, u"規則の改正"_s}}).empty());
    const auto large = problems({{u"overtime.notice_percent"_s, day, 101, u"市の運用"_s}});
    ASSERT_EQ(large.size(), 1U);
    EXPECT_EQ(large[0].ja,
              u"時間外勤務の上限「上限に近いことを知らせる割合」は、1%から100%までの範囲で書いてください。"_s);
    EXPECT_EQ(problems({{u"overtime.notice_percent"_s, day, 90, u" "_s}}).size(), 1U) << "without a source";
    const auto order = problems({{u"duty.morning_from"_s, day, 800, u"条例の改正"_s}});
    ASSERT_EQ(order.size(), 1U);
    EXPECT_TRUE(order[0].ja.contains(u"午前の終わり"_s)) << qPrintable(order[0].ja);
    EXPECT_TRUE(problems({{u"duty.morning_from"_s, day, 540, u"条例の改正"_s},
                          {u"duty.morning_until"_s, day, 750, u"条例の改正"_s}})
                    .empty());
}

TEST(ParameterWording, LooksAlsoAtTheDaysThatAreToCome)
{
    std::vector<Parameters::Row> known = shippedParameters().rows();
    known.push_back({u"duty.morning_until"_s, QDate(2027, 10, 1), 520, u"条例の改正"_s, 1});
    const Parameters numbers(known);

    EXPECT_TRUE(problemsIn({{u"duty.morning_from"_s, QDate(2027, 4, 1), 515, u"条例の改正"_s}}, numbers).empty());
    EXPECT_EQ(problemsIn({{u"duty.morning_from"_s, QDate(2027, 4, 1), 540, u"条例の改正"_s}}, numbers).size(), 1U)
        << "sound until October";
}

} // namespace kessai::test
