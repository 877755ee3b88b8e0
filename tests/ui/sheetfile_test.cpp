// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/sheetfile.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace kessai::test {

static Sheet sampleSheet()
{
    return {u"課の[予定]"_s,
            {{u"氏名"_s, 10}, {u"時間"_s}, {u"金額"_s}, {u"日"_s}, {u"件"_s}},
            {{u"=HYPERLINK(\"http://x\")"_s, Minutes(2610), Yen(-1'234'567), QDate(2026, 11, 26), qint64(3)},
             {u"髙橋, 花"_s, {}, {}, {}, qint64(0)}}};
}

static QString unpacked(const QByteArray &workbook, const QString &part)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"list.xlsx"_s));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(workbook) == workbook.size());
    file.close();
    QProcess unzip;
    unzip.start(u"unzip"_s, {u"-p"_s, file.fileName(), part});
    EXPECT_TRUE(unzip.waitForFinished());
    EXPECT_EQ(unzip.exitCode(), 0) << unzip.readAllStandardError().toStdString();
    return QString::fromUtf8(unzip.readAllStandardOutput());
}

TEST(SheetFile, CsvIsUtf8BehindAMarkAndNothingInItIsAFormula)
{
    const auto csv = csvOf(sampleSheet(), SheetFormat::CsvUtf8);

    ASSERT_TRUE(csv);
    EXPECT_TRUE(csv->startsWith("\xEF\xBB\xBF"));
    EXPECT_EQ(QString::fromUtf8(csv->mid(3)),
              u"氏名,時間,金額,日,件\r\n"
              "\"'=HYPERLINK(\"\"http://x\"\")\",43:30,-1234567,2026-11-26,3\r\n"
              "\"髙橋, 花\",,,,0\r\n"_s);
}

TEST(SheetFile, OlderSystemsGetCp932OrHearWhichCharacterItLacks)
{
    Sheet sheet = sampleSheet();
    const auto csv = csvOf(sheet, SheetFormat::CsvCp932);
    ASSERT_TRUE(csv);
    EXPECT_TRUE(csv->startsWith("\x8e\x81\x96\xbc,")) << "氏名";
    EXPECT_TRUE(csv->contains("\xfb\xfc\x8b\xb4")) << "髙橋";

    sheet.rows[1][0] = u"10時〜12時"_s;
    EXPECT_TRUE(csvOf(sheet, SheetFormat::CsvCp932)) << "a wave dash has another one that looks the same";

    sheet.rows[1][0] = u"𠮷田 花"_s;
    const auto refused = csvOf(sheet, SheetFormat::CsvCp932);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().row, 3);
    EXPECT_EQ(refused.error().character, u"𠮷"_s);
    const QTemporaryDir folder;
    EXPECT_FALSE(saveSheet(sheet, folder.filePath(u"list.csv"_s), SheetFormat::CsvCp932));
    EXPECT_FALSE(QFile::exists(folder.filePath(u"list.csv"_s))) << "nothing half written";
}

TEST(SheetFile, AWorkbookReckonsWithTimesMoneyAndDaysAndNeverWithWords)
{
    const auto workbook = xlsxOf(sampleSheet());

    ASSERT_TRUE(workbook);
    const QString page = unpacked(*workbook, u"xl/worksheets/sheet1.xml"_s);
    EXPECT_FALSE(page.contains(u"<f>"_s)) << "no formula";
    EXPECT_TRUE(page.contains(u"=HYPERLINK("_s)) << page.toStdString();
    EXPECT_TRUE(page.contains(u"<v>1.8125</v>"_s)) << "43:30 of days";
    EXPECT_TRUE(page.contains(u"<v>-1234567</v>"_s));
    EXPECT_TRUE(page.contains(u"<v>46352</v>"_s)) << "2026-11-26 as spreadsheets count days";
    EXPECT_TRUE(page.contains(u"<autoFilter ref=\"A1:E3\"/>"_s));
    EXPECT_TRUE(page.contains(u"state=\"frozen\""_s));
    EXPECT_TRUE(unpacked(*workbook, u"xl/styles.xml"_s).contains(u"[h]:mm"_s));
    EXPECT_TRUE(unpacked(*workbook, u"xl/workbook.xml"_s).contains(u"name=\"課の 予定\""_s))
        << "what a tab cannot be called";
}

TEST(SheetFile, AFileIsWrittenWholeOrNotAtAll)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list.xlsx"_s);

    ASSERT_TRUE(saveSheet(sampleSheet(), path, SheetFormat::Xlsx));
    EXPECT_GT(QFile(path).size(), 1'000);
    const auto lost = saveSheet(sampleSheet(), folder.filePath(u"nowhere/list.csv"_s), SheetFormat::CsvUtf8);

    ASSERT_FALSE(lost);
    EXPECT_LT(lost.error().row, 0);
}

} // namespace kessai::test
