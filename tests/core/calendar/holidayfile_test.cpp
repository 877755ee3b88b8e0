// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holidayfile.h"

#include "tests/core/calendar/officialfile.h"
#include "tests/support/printers.h"

#include <QFile>

#include <gtest/gtest.h>

#include <random>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSampleFrom = 1980;
constexpr int kSampleUntil = 2028;

const QByteArray kOfficialHead = u"国民の祝日・休日月日,国民の祝日・休日名称\n"_s.toUtf8();

QByteArray officialSample()
{
    QFile file(QStringLiteral(KESSAI_SOURCE_DIR "/tests/core/calendar/syukujitsu.csv"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

std::vector<OfficialDay> daysByLaw(int from, int until)
{
    std::vector<OfficialDay> days;
    for (int year = from; year <= until; ++year) {
        for (const StatutoryHoliday &one : statutoryHolidays(year))
            days.push_back({one.day, one.name});
    }
    return days;
}

} // namespace

TEST(HolidayFile, SampleIsTheLawInTheOfficialShape)
{
    const QByteArray expected = officialFile(kSampleFrom, kSampleUntil);
    if (qEnvironmentVariableIsSet("KESSAI_WRITE_HOLIDAYS")) {
        QFile file(QStringLiteral(KESSAI_SOURCE_DIR "/tests/core/calendar/syukujitsu.csv"));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(expected);
    }

    EXPECT_EQ(officialSample(), expected) << "KESSAI_WRITE_HOLIDAYS=1 writes it again";
    EXPECT_TRUE(officialSample().startsWith("\x8d\x91\x96\xaf")) << "国民 in CP932";
}

TEST(HolidayFile, IsReadInBothEncodingsAndWithBothLineEnds)
{
    const auto expected = daysByLaw(kSampleFrom, kSampleUntil);
    const auto read = readHolidayFile(officialSample());
    ASSERT_TRUE(read.ok()) << read.error().text.en.toStdString();
    EXPECT_EQ(read->days, expected);

    for (const char *encoding : {"CP932", "UTF-8"}) {
        for (const char *lineEnd : {"\r\n", "\n"}) {
            const QByteArray file = officialFile(2024, 2026, encoding, lineEnd);
            for (const QByteArray &same : {file, QByteArray(file.chopped(qsizetype(strlen(lineEnd))))}) {
                const auto again = readHolidayFile(same);
                ASSERT_TRUE(again.ok()) << encoding << again.error().text.en.toStdString();
                EXPECT_EQ(again->days, daysByLaw(2024, 2026));
            }
        }
    }
    const auto marked = readHolidayFile("\xEF\xBB\xBF" + officialFile(2024, 2026, "UTF-8"));
    ASSERT_TRUE(marked.ok());
    EXPECT_EQ(marked->days, daysByLaw(2024, 2026));
}

struct Broken {
    const char *name;
    QByteArray file;
    int line;
};

class BrokenHolidayFile : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenHolidayFile, IsRefusedWholeWithTheLineAndWhatToDo)
{
    const auto read = readHolidayFile(GetParam().file);

    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().line, GetParam().line) << read.error().text.ja.toStdString();
    EXPECT_TRUE(read.error().text.ja.endsWith(u"ください。"_s)) << read.error().text.ja.toStdString();
    EXPECT_EQ(read.error().text.ja.startsWith(u"%1行目: "_s.arg(GetParam().line)), GetParam().line > 0);
    EXPECT_FALSE(read.error().text.en.isEmpty());
}

namespace {

QByteArray belowHead(const char *lines)
{
    return kOfficialHead + lines;
}

QByteArray replaced(const char *from, const QByteArray &to)
{
    QByteArray file = officialFile(2024, 2026, "UTF-8", "\n");
    EXPECT_TRUE(file.contains(from)) << from;
    return file.replace(from, to);
}

} // namespace

INSTANTIATE_TEST_SUITE_P(
    Each, BrokenHolidayFile,
    ::testing::Values(
        Broken{"empty", {}, 1}, Broken{"headOnly", kOfficialHead, 0},
        Broken{"anotherHead", "日付,名称\n2026/1/1,元日\n", 1}, Broken{"noHead", "2026/1/1,元日\n", 1},
        Broken{"oldHead", "平成29年,,平成30年\n", 1}, Broken{"padded", replaced("2024/1/1,", "2024/01/01,"), 2},
        Broken{"dashes", replaced("2024/1/1,", "2024-1-1,"), 2}, Broken{"era", replaced("2024/1/1,", "R6/1/1,"), 2},
        Broken{"fullWidth", replaced("2024/1/1,", "２０２４/1/1,"), 2},
        Broken{"noSuchDay", replaced("2024/2/11,", "2024/2/30,"), 4},
        Broken{"month13", replaced("2024/2/11,", "2024/13/11,"), 4},
        Broken{"noName", replaced("2024/1/8,成人の日", "2024/1/8,"), 3},
        Broken{"threeColumns", replaced("成人の日\n2024/2/11", "成人の日,x\n2024/2/11"), 3},
        Broken{"quoted", replaced("2024/1/8,成人の日", "2024/1/8,\"成人の日\""), 3},
        Broken{"blankName", replaced("2024/1/8,成人の日", "2024/1/8, 成人の日"), 3},
        Broken{"control", replaced("2024/1/8,成人の日", "2024/1/8,成人\x01の日"), 3},
        Broken{"blankLine", replaced("2024/1/8,", "\n2024/1/8,"), 3},
        Broken{"longName", replaced("2024/1/8,成人の日", QByteArray("2024/1/8,").append(QByteArray(101, 'x'))), 3},
        Broken{"twice", replaced("2024/2/11,", "2024/1/8,休日\n2024/2/11,"), 4},
        Broken{"order", replaced("2024/2/23,", "2024/1/9,"), 6},
        Broken{"wrongMonday", replaced("2024/1/8,", "2024/1/9,"), 3},
        Broken{"substituteOnSunday", replaced("2024/2/12,休日", "2024/2/18,休日"), 5},
        Broken{"century", belowHead("1500/1/1,元日\n"), 2}, Broken{"tooLate", belowHead("2999/1/1,元日\n"), 2},
        Broken{"startsLate", belowHead("2026/1/12,成人の日\n"), 2},
        Broken{"gap",
               kOfficialHead + officialFile(2024, 2024, "UTF-8", "\n").mid(kOfficialHead.size())
                   + officialFile(2026, 2026, "UTF-8", "\n").mid(kOfficialHead.size()),
               23},
        Broken{"cutOff", officialFile(2024, 2026).left(53), 0},
        Broken{"cutAfterALine", belowHead("2026/1/1,元日\n2026/1/12,成人の日\n"), 3},
        Broken{"latin", "\xff\xfe\xfd\xfc", 0},
        Broken{"utf16", QByteArray(reinterpret_cast<const char *>(u"国民"), 4), 0},
        Broken{"nul", replaced("成人の日\n2024/2/11", QByteArray("成人の日").append('\0').append("\n2024/2/11")), 3},
        Broken{"huge", QByteArray(kMostHolidayFileBytes + 1, 'x'), 0},
        Broken{"manyLines", kOfficialHead + QByteArray("2026/1/1,x\n").repeated(6000), 0}),
    [](const auto &broken) { return std::string(broken.param.name); });

TEST(HolidayFile, WhateverComesIsReadWholeOrRefused)
{
    // KESSAI_RUNS makes it longer, KESSAI_SEED another one.
    const int runs = qEnvironmentVariableIsSet("KESSAI_RUNS") ? qEnvironmentVariableIntValue("KESSAI_RUNS") : 4000;
    std::mt19937 dice(unsigned(qEnvironmentVariableIntValue("KESSAI_SEED")));
    const auto below = [&dice](qsizetype n) { return qsizetype(dice() % size_t(std::max<qsizetype>(n, 1))); };
    const QByteArrayList corpus = {officialFile(2024, 2026),
                                   officialFile(2024, 2026, "UTF-8", "\n"),
                                   officialFile(2019, 2021),
                                   kOfficialHead,
                                   "\xEF\xBB\xBF" + kOfficialHead + "2026/1/1,元日\n",
                                   QByteArray(300, '\n')};
    const QByteArrayList bits = {"\r\n", ",",  "/",  "2026/1/1,元日\n", "\x81", "\xff", QByteArray(1, '\0'), "\"",
                                 "休日", "１", "-0", "\xEF\xBB\xBF"};
    int accepted = 0;
    for (int run = 0; run < runs; ++run) {
        QByteArray file = corpus[below(corpus.size())];
        for (qsizetype times = below(4); times >= 0; --times) {
            switch (below(5)) {
            case 0: file.truncate(below(file.size())); break;
            case 1: file.insert(below(file.size()), bits[below(bits.size())]); break;
            case 2: file.remove(below(file.size()), 1 + below(20)); break;
            case 3:
                if (!file.isEmpty())
                    file[below(file.size())] = char(below(256));
                break;
            case 4: break; // as it is
            }
        }
        const auto read = readHolidayFile(file);
        if (!read.ok()) {
            ASSERT_FALSE(read.error().text.ja.isEmpty());
            continue;
        }
        ++accepted;
        ASSERT_TRUE(checkChange(*read, Holidays(), QDate(2026, 11, 25)).ok());
        ASSERT_TRUE(std::is_sorted(read->days.begin(), read->days.end(),
                                   [](const OfficialDay &a, const OfficialDay &b) { return a.day <= b.day; }));
    }
    EXPECT_GT(accepted, runs / 100);
    EXPECT_LT(accepted, runs * 3 / 4);
}

} // namespace kessai::test
