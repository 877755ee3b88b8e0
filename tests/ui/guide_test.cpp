// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/guideview.h"
#include "ui/shell/guidewindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

/// The guide as it is shipped.
GuideBook shipped()
{
    return GuideBook::read(QDir(QStringLiteral(KESSAI_SOURCE_DIR "/docs")));
}

} // namespace

TEST(GuideBook, HasEveryPageThatIsShippedAndEveryPictureItShows)
{
    const GuideBook book = shipped();
    ASSERT_EQ(book.pages().value(0), GuideBook::startPage());
    for (const QString &page : book.folder().entryList({u"*.md"_s}, QDir::Files))
        EXPECT_TRUE(book.pages().contains(page)) << qPrintable(page);
    static const QRegularExpression link(u"\\]\\(([^)]+)\\)"_s);
    int pictures = 0;
    for (const QString &page : book.pages()) {
        for (auto it = link.globalMatch(book.textOf(page)); it.hasNext();) {
            const QString target = it.next().captured(1);
            const QString file = target.section(u'#', 0, 0);
            pictures += file.endsWith(u".png"_s) ? 1 : 0;
            EXPECT_TRUE(QFile::exists(book.folder().filePath(file))) << qPrintable(page + u": "_s + target);
            if (target.contains(u'#')) {
                EXPECT_EQ(book.section(file, target.section(u'#', 1))->heading, target.section(u'#', 1))
                    << qPrintable(page);
            }
        }
    }
    EXPECT_GT(pictures, 8);
}

TEST(GuideBook, WritesAboutEveryPlace)
{
    const GuideBook book = shipped();
    for (const char *place : {"tray",
                              "late",
                              "absences",
                              "month",
                              "section",
                              "posts",
                              "holidays",
                              "budget",
                              "examination",
                              "payments",
                              "unpaid",
                              "withheld",
                              "new:commitment",
                              "new:commitment_payment",
                              "new:commitment_change",
                              "new:inspection",
                              "new:payment",
                              "new:refund",
                              "new:budget_transfer",
                              "new:assessment",
                              "payees",
                              "meetings",
                              "work",
                              "settings:decisions",
                              "settings:bench",
                              "settings:forms",
                              "settings:faults",
                              "settings:parameters",
                              "settings:organisation",
                              "settings:acts",
                              "acts",
                              "settings:health",
                              "settings:other",
                              "new:leave",
                              ""}) {
        const QString where = GuideBook::about(QLatin1String(place));
        const QString heading = where.section(u'#', 1);
        const GuideSection *section = book.section(where.section(u'#', 0, 0), heading);
        ASSERT_NE(section, nullptr) << place;
        EXPECT_TRUE(heading.isEmpty() || section->heading == heading) << place << qPrintable(where);
    }
    EXPECT_EQ(GuideBook::about(u"payments"_s), u"payments.md"_s);
    EXPECT_EQ(GuideBook::about(u"settings:other"_s), u"administration.md"_s);
}

TEST(GuideBook, IsFoundByWordsHoweverTheyAreTyped)
{
    const GuideBook book = shipped();
    const auto found = book.find(u"ﾃｽﾄﾍﾞﾝﾁ"_s);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front()->heading, u"テストベンチ"_s) << "a heading goes before what only mentions it";
    EXPECT_TRUE(book.find(u"バックアップ zzzz"_s).empty());
    EXPECT_TRUE(book.find(u"  "_s).empty());
}

class GuideTest : public ::testing::Test {
protected:
    static void settle()
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    Theme theme{*qApp};
};

TEST_F(GuideTest, ShowsPagesFindsThemAndGoesBack)
{
    GuideWindow window(shipped());
    window.open(u"operation.md#健康状態"_s);
    settle();
    auto *view = window.findChild<GuideView *>();
    auto *contents = window.findChild<NavigationList *>(u"guideContents"_s);
    auto *search = window.findChild<SearchField *>(u"guideSearch"_s);
    ASSERT_TRUE(view && contents && search);
    EXPECT_TRUE(view->toPlainText().contains(u"kessai-admin health"_s));
    for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || block.text() != u"健康状態"_s)
            continue;
        const qreal top = view->document()->documentLayout()->blockBoundingRect(block).top();
        EXPECT_GT(top, 50);
        EXPECT_NEAR(top, view->verticalScrollBar()->value(), 20) << "it is at the heading";
    }
    EXPECT_EQ(contents->currentId(), u"operation.md#健康状態"_s);

    // A link of a page
    window.open(u"guide.md"_s);
    Q_EMIT view->anchorClicked(QUrl(u"payments.md"_s));
    EXPECT_EQ(window.shown(), u"payments.md"_s);
    window.findChild<QToolButton *>(u"guideBack"_s)->click();
    EXPECT_EQ(window.shown(), u"guide.md"_s);
    window.findChild<QToolButton *>(u"guideBack"_s)->click();
    EXPECT_EQ(window.shown(), u"operation.md#健康状態"_s);

    // Found by words
    Q_EMIT search->searchRequested(u"アンカー"_s);
    EXPECT_TRUE(contents->has(u"operation.md#検証とアンカー"_s));
    EXPECT_FALSE(contents->has(u"payees.md"_s));
    Q_EMIT contents->placeChosen(u"operation.md#検証とアンカー"_s);
    EXPECT_EQ(window.shown(), u"operation.md#検証とアンカー"_s);

    // Nothing outside of the guide
    Q_EMIT view->anchorClicked(QUrl(u"https://example.invalid/"_s));
    Q_EMIT view->anchorClicked(QUrl(u"../README.md"_s));
    EXPECT_TRUE(view->toPlainText().contains(u"kessai-admin"_s));
}

TEST_F(GuideTest, PicturesAreNoWiderThanTheText)
{
    GuideWindow window(shipped());
    for (const int width : {1040, 760}) {
        window.resize(width, 600);
        window.open(u"guide.md"_s);
        settle();
        auto *view = window.findChild<GuideView *>();
        EXPECT_LE(view->document()->size().width(), view->viewport()->width() + 1.0) << width;
        EXPECT_EQ(view->horizontalScrollBar()->maximum(), 0) << width;
    }
}

TEST_F(GuideTest, WithoutAGuideItSaysSo)
{
    GuideWindow window(GuideBook::read(QDir(u"/nowhere"_s)));
    window.open(u"guide.md"_s);
    EXPECT_TRUE(window.shown().isEmpty());
}

} // namespace kessai::test
