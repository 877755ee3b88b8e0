// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

TEST(Csv, ReadsCellsAndKnowsTheLineOfEachRow)
{
    const auto rows = readCsv(u"a, b ,c\r\n\r\n,,\n1,\"2, \"\"two\"\"\",\"3\nlines\"\n4,5,6"_s);

    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 3u);
    EXPECT_EQ((*rows)[0], (CsvRow{1, {u"a"_s, u"b"_s, u"c"_s}}));
    EXPECT_EQ((*rows)[1], (CsvRow{4, {u"1"_s, u"2, \"two\""_s, u"3\nlines"_s}}));
    EXPECT_EQ((*rows)[2], (CsvRow{6, {u"4"_s, u"5"_s, u"6"_s}})) << "a line end within a cell counts";
}

TEST(Csv, KeepsEmptyCellsAndTheLastOne)
{
    const auto rows = readCsv(u"a,,\n"_s);

    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->front().cells, (QStringList{u"a"_s, u""_s, u""_s}));
    EXPECT_TRUE(readCsv(u""_s)->empty());
}

TEST(Csv, RefusesQuotesThatDoNotFit)
{
    for (const QString &text : {u"\"a"_s, u"a\"b\",c"_s, u"\"a\"b,c"_s})
        EXPECT_FALSE(readCsv(text)) << qPrintable(text);
}

TEST(Csv, WritesNothingThatASpreadsheetTakesForAFormula)
{
    for (const QString &text : {QStringLiteral("+1"), QStringLiteral("-1"), QStringLiteral("@x"), QStringLiteral("＝1"),
                                QStringLiteral("\tx")})
        EXPECT_TRUE(csvField(text).startsWith(QLatin1Char('\''))) << text.toStdString();
    EXPECT_EQ(csvField(QStringLiteral("山田-花子")), QStringLiteral("山田-花子"));
    EXPECT_EQ(csvField(QStringLiteral("総務課, \"庶務係\"")), QStringLiteral("\"総務課, \"\"庶務係\"\"\""));
}

} // namespace kessai::test
