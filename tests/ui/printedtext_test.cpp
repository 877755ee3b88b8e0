// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/printedtext.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

constexpr QSizeF kSheet(595, 842);

/// Letters of 10 points beside each other.
void write(PageText *text, double x, double y, const QString &words)
{
    for (const QChar letter : words) {
        text->folded.append(letter);
        text->boxes.append(QRectF(x, y, 10, 10));
        x += 10;
    }
}

QString withFoot(const QString &foot, double y = 800)
{
    PageText text;
    write(&text, 60, 100, QStringLiteral("予算編成方針123"));
    write(&text, 60, 400, QStringLiteral("42"));
    write(&text, 290, y, foot);
    return textWithoutNumber(text, kSheet);
}

} // namespace

TEST(PrintedText, LeavesOutTheNumberOfThePage)
{
    const QString body = QStringLiteral("予算編成方針12342");
    for (const char16_t *const foot : {u"3", u"-12-", u"3/12", u"p.7", u"第3頁", u"3ページ", u"(4)"})
        EXPECT_EQ(withFoot(QString::fromUtf16(foot)), body);
    PageText head;
    write(&head, 540, 20, QStringLiteral("9"));
    write(&head, 60, 100, QStringLiteral("本文"));
    EXPECT_EQ(textWithoutNumber(head, kSheet), QStringLiteral("本文"));
}

TEST(PrintedText, KeepsFiguresThatSaySomething)
{
    EXPECT_TRUE(withFoot(QStringLiteral("合計3")).endsWith(QStringLiteral("合計3")));
    EXPECT_TRUE(withFoot(QStringLiteral("1,234")).endsWith(QStringLiteral("1,234")));
    EXPECT_TRUE(withFoot(QStringLiteral("12345")).endsWith(QStringLiteral("12345")));
    EXPECT_TRUE(withFoot(QStringLiteral("3"), 500).endsWith(QLatin1Char('3'))) << "in the middle of the page";
    PageText table;
    write(&table, 60, 800, QStringLiteral("17"));
    write(&table, 300, 800, QStringLiteral("18"));
    EXPECT_EQ(textWithoutNumber(table, kSheet), QStringLiteral("1718")) << "the last row of a table";
    PageText above;
    write(&above, 60, 800, QStringLiteral("17"));
    write(&above, 60, 820, QStringLiteral("注記"));
    EXPECT_EQ(textWithoutNumber(above, kSheet), QStringLiteral("17注記"));
}

TEST(PrintedText, OfNothingIsNothing)
{
    EXPECT_EQ(textWithoutNumber({}, kSheet), QString());
    EXPECT_EQ(textWithoutNumber({}, {}), QString());
}

} // namespace kessai::test
