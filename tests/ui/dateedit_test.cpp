// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/dateedit.h"

#include "ui/formview/timetext.h"
#include "ui/wording.h"

#include <QLabel>
#include <QLineEdit>

#include <gtest/gtest.h>

#include <random>

namespace kessai::test {

namespace {

QString noteOf(const DateEdit &edit)
{
    for (const QLabel *label : edit.findChildren<QLabel *>()) {
        if (!label->isHidden())
            return label->text();
    }
    return {};
}

/// Types into the line and leaves it.
void enter(DateEdit &edit, const QString &text)
{
    auto *line = edit.findChild<QLineEdit *>();
    line->setText(text);
    Q_EMIT line->textEdited(text);
    Q_EMIT line->editingFinished();
}

} // namespace

TEST(DateEdit, WritesWhatWasTypedAsEveryDayIsWritten)
{
    DateEdit edit(QDate(2026, 11, 26));
    for (const char *text :
         {"令和8年11月28日", "r8/11/28", "８．１１．２８", "11/28", "2026-11-28", "８・１１・２８"}) {
        enter(edit, QString::fromUtf8(text));
        EXPECT_EQ(edit.date(), QDate(2026, 11, 28)) << text;
        EXPECT_EQ(edit.text(), dayTextWithWeekday(QDate(2026, 11, 28))) << text;
        EXPECT_EQ(noteOf(edit), QString()) << text;
    }
}

TEST(DateEdit, TellsWhereAnEraHadEnded)
{
    DateEdit edit(QDate(2026, 11, 26));
    const QString typed = QStringLiteral("平成35年4月1日");

    enter(edit, typed);

    EXPECT_EQ(edit.date(), QDate(2023, 4, 1));
    EXPECT_TRUE(noteOf(edit).contains(typed)) << "the text of the contract is kept in sight";
    EXPECT_TRUE(noteOf(edit).contains(longDay(QDate(2023, 4, 1))));
    EXPECT_EQ(edit.findChild<QLineEdit *>()->accessibleDescription(), noteOf(edit));
    Q_EMIT edit.findChild<QLineEdit *>()->editingFinished();
    EXPECT_FALSE(noteOf(edit).isEmpty()) << "it stays while the day does";
    enter(edit, QStringLiteral("8.4.1"));
    EXPECT_EQ(noteOf(edit), QString());
}

TEST(DateEdit, LeavesWhatIsNoDay)
{
    DateEdit edit(QDate(2026, 11, 26));

    enter(edit, QStringLiteral("2/30"));

    EXPECT_EQ(edit.date(), std::nullopt);
    EXPECT_EQ(edit.text(), QStringLiteral("2/30"));
}

TEST(TimeText, IsReadAsPeopleTypeIt)
{
    const std::pair<const char *, int> times[] = {
        {"17:30", 1050},        {"1730", 1050},     {"930", 570},          {"17時30分", 1050},
        {"17時半", 1050},       {"17時", 1020},     {"17", 1020},          {"25:30", 1530},
        {"２５：３０", 1530},   {"１７３０", 1050}, {"17:30〜", 1050},     {"〜20:00", 1200},
        {"～２０：００", 1200}, {" 8 : 30 ", 510},  {"　８時３０分", 510}, {"47:59", 2879}};
    for (const auto &[text, minutes] : times)
        EXPECT_EQ(readTime(QString::fromUtf8(text)), std::optional<qint64>(minutes)) << text;
    for (const char *text : {"", "48:00", "17:60", "-5", "+5", "17:30〜20:00", "午後", "1:2:3", "99999", "٥:٣٠"})
        EXPECT_EQ(readTime(QString::fromUtf8(text)), std::nullopt) << text;
}

TEST(TimeText, ReadsAmountsInDigitsAloneHoweverWide)
{
    const std::pair<const char *, qint64> amounts[] = {{"1000", 1'000},
                                                       {"1,000", 1'000},
                                                       {"１０００", 1'000},
                                                       {"１，０００円", 1'000},
                                                       {"¥1,000", 1'000},
                                                       {"￥１０００", 1'000},
                                                       {" 5 万円", 50'000},
                                                       {"５０万", 500'000},
                                                       {"0", 0},
                                                       {"007", 7}};
    for (const auto &[text, amount] : amounts)
        EXPECT_EQ(readNumber(QString::fromUtf8(text)), std::optional(amount)) << text;
    for (const char *text : {"", "1e3", "1E3", "１ｅ３", "1.5", "１．５", "-1", "−1", "+1", "0x10", "1/2", "万", "inf",
                             "٣", "千", "1234567890123456"})
        EXPECT_EQ(readNumber(QString::fromUtf8(text)), std::nullopt) << text;
}

TEST(TimeText, WhateverIsTypedIsATimeOrNone)
{
    // KESSAI_RUNS makes it longer, KESSAI_SEED another one.
    const int runs = qEnvironmentVariableIsSet("KESSAI_RUNS") ? qEnvironmentVariableIntValue("KESSAI_RUNS") : 20000;
    std::mt19937 dice(unsigned(qEnvironmentVariableIntValue("KESSAI_SEED")));
    const QStringList bits = QStringLiteral("0 1 5 9 17 25 30 59 60 ： : 時 分 半 時間 円 万 ¥ , 〜 ～ １ ７ - + x 😀")
                                 .split(QLatin1Char(' '));
    int understood = 0;
    for (int run = 0; run < runs; ++run) {
        QString text;
        for (auto parts = dice() % 6; parts > 0; --parts)
            text +=
                dice() % 50 == 0 ? QString(QChar(char16_t(dice() % 0x10000))) : bits[qsizetype(dice()) % bits.size()];
        if (const auto minutes = readTime(text)) {
            ++understood;
            ASSERT_TRUE(*minutes >= 0 && *minutes < 48 * 60) << text.toStdString();
            ASSERT_EQ(readTime(writeTime(*minutes)), minutes) << text.toStdString();
        }
        if (const auto minutes = readSpan(text)) {
            ASSERT_EQ(readSpan(writeSpan(*minutes)), minutes) << text.toStdString();
        }
        if (const auto number = readNumber(text)) {
            ASSERT_EQ(readNumber(QString::number(*number)).value_or(*number), *number) << text.toStdString();
        }
    }
    EXPECT_GT(understood, runs / 100);
    EXPECT_EQ(readTime(QString(1'000'000, QLatin1Char('1'))), std::nullopt);
}

} // namespace kessai::test
