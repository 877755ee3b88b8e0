// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"
#include "ui/pdf/pagecache.h"
#include "ui/pdf/pagelayout.h"
#include "ui/pdf/renderprotocol.h"
#include "ui/pdf/textindex.h"

#include <QRandomGenerator>

#include <gtest/gtest.h>

namespace kessai {

namespace {

PageLayout::Arrangement fitted(ZoomMode mode, QSize viewport, int quarterTurns = 0)
{
    PageLayout::Arrangement arrangement;
    arrangement.mode = mode;
    arrangement.viewport = viewport;
    arrangement.quarterTurns = quarterTurns;
    arrangement.gap = 10;
    return arrangement;
}

PageText textOf(const QString &folded)
{
    PageText text{folded, {}};
    for (qsizetype i = 0; i < folded.size(); ++i)
        text.boxes.append(QRectF(static_cast<double>(i % 10) * 10, static_cast<double>(i / 10) * 20, 10, 12));
    return text;
}

PageRequest whole(int page, int width, int height)
{
    return {page, 0, QSize(width, height), QRect(0, 0, width, height)};
}

QImage imageFor(const PageRequest &request)
{
    QImage image(request.clip.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

} // namespace

TEST(PdfPageLayout, FitsEachPageToTheWidth)
{
    PageLayout layout;
    layout.setPages({QSizeF(595, 842), QSizeF(842, 595)});

    layout.arrange(fitted(ZoomMode::FitWidth, QSize(1000, 700)));

    EXPECT_EQ(layout.pageRect(0).left(), 10);
    EXPECT_EQ(layout.pageRect(0).width(), 980);
    EXPECT_EQ(layout.pageRect(1).width(), 980);
    EXPECT_EQ(layout.pageRect(1).top(), layout.pageRect(0).bottom() + 11);
    EXPECT_EQ(layout.contents().height(), layout.pageRect(1).bottom() + 11);
}

TEST(PdfPageLayout, FitsWholePagesAndTurnedOnes)
{
    PageLayout layout;
    layout.setPages({QSizeF(600, 800)});

    layout.arrange(fitted(ZoomMode::FitPage, QSize(1000, 420), 1));

    EXPECT_EQ(layout.pageRect(0).height(), 400);
    EXPECT_EQ(layout.pageRect(0).width(), 533);
}

TEST(PdfPageLayout, FitsTheWholePageWhereItCanBeReadSo)
{
    PageLayout layout;
    layout.setPages({QSizeF(600, 800)});
    PageLayout::Arrangement large = fitted(ZoomMode::Readable, QSize(1000, 820));
    large.leastReadable = 1;
    PageLayout::Arrangement small = large;
    small.viewport = QSize(920, 500);

    layout.arrange(large);
    EXPECT_EQ(layout.pageRect(0).height(), 800);
    layout.arrange(small);

    EXPECT_EQ(layout.pageRect(0).width(), 900) << "as wide as the view";
    EXPECT_GT(layout.contents().height(), 1'200);
}

TEST(PdfPageLayout, LeavesRoomAbovePages)
{
    PageLayout layout;
    layout.setPages(QList<QSizeF>(2, QSizeF(600, 800)));
    PageLayout::Arrangement arrangement = fitted(ZoomMode::FitPage, QSize(1000, 840));
    arrangement.head = 20;

    layout.arrange(arrangement);
    EXPECT_EQ(layout.pageRect(0), QRect(200, 30, 600, 800));
    EXPECT_EQ(layout.pageRect(1).top(), layout.pageRect(0).bottom() + 31);
    EXPECT_EQ(layout.pagesBetween(0, layout.pageRect(1).top() - 10), (std::pair<int, int>(0, 1)))
        << "what is above it is seen before the page";
    arrangement.flow = PageFlow::Single;
    layout.arrange(arrangement);

    EXPECT_EQ(layout.pageRect(1), QRect(200, 30, 600, 800));
}

TEST(PdfPageLayout, FindsThePageAtAHeight)
{
    PageLayout layout;
    layout.setPages(QList<QSizeF>(100, QSizeF(100, 100)));
    PageLayout::Arrangement arrangement = fitted(ZoomMode::Fixed, QSize(300, 300));
    arrangement.scale = 1;

    layout.arrange(arrangement);

    EXPECT_EQ(layout.pageAt(0), 0);
    EXPECT_EQ(layout.pageAt(109), 0);
    EXPECT_EQ(layout.pageAt(112), 1);
    EXPECT_EQ(layout.pageAt(1'000'000), 99);
    EXPECT_EQ(layout.pagesBetween(0, 299), (std::pair<int, int>(0, 2)));
    EXPECT_EQ(layout.pagesBetween(10, 115), (std::pair<int, int>(0, 0)));
}

TEST(PdfPageLayout, AnchorsSurviveAnotherZoom)
{
    PageLayout layout;
    layout.setPages(QList<QSizeF>(10, QSizeF(500, 700)));
    layout.arrange(fitted(ZoomMode::FitWidth, QSize(700, 500)));
    const QPoint before = layout.pageRect(4).center();
    const PageAnchor anchor = layout.anchorAt(before);

    layout.arrange(fitted(ZoomMode::FitPage, QSize(700, 500)));

    EXPECT_EQ(anchor.page, 4);
    EXPECT_LE((layout.positionOf(anchor) - layout.pageRect(4).center()).manhattanLength(), 2);
}

TEST(PdfPageLayout, TurnsBoxesWithThePage)
{
    PageLayout layout;
    layout.setPages({QSizeF(200, 100)});
    const QRectF corner(0, 0, 20, 10);
    QList<QRectF> turned;

    for (int quarterTurns = 0; quarterTurns < 4; ++quarterTurns) {
        PageLayout::Arrangement arrangement = fitted(ZoomMode::Fixed, QSize(10, 10), quarterTurns);
        arrangement.scale = 2;
        layout.arrange(arrangement);
        turned.append(layout.mapFromPage(0, corner).translated(-layout.pageRect(0).topLeft()));
    }

    EXPECT_EQ(turned.at(0), QRectF(0, 0, 40, 20));
    EXPECT_EQ(turned.at(1), QRectF(180, 0, 20, 40));
    EXPECT_EQ(turned.at(2), QRectF(360, 180, 40, 20));
    EXPECT_EQ(turned.at(3), QRectF(0, 360, 20, 40));
}

TEST(PdfPageLayout, ShowsOnePageOrTwoAtATime)
{
    PageLayout layout;
    layout.setPages(QList<QSizeF>(7, QSizeF(600, 800)), {0, 3});
    PageLayout::Arrangement arrangement = fitted(ZoomMode::FitPage, QSize(1400, 820));
    arrangement.flow = PageFlow::Facing;

    layout.arrange(arrangement);
    layout.showRowOf(1);

    EXPECT_EQ(layout.rowOf(0), (std::pair<int, int>(0, 1)));
    EXPECT_EQ(layout.rowOf(2), (std::pair<int, int>(2, 2))) << "the next part begins a row";
    EXPECT_EQ(layout.rowOf(4), (std::pair<int, int>(3, 4)));
    EXPECT_EQ(layout.rowOf(6), (std::pair<int, int>(5, 6)));
    EXPECT_EQ(layout.pagesBetween(0, 800), (std::pair<int, int>(0, 1)));
    EXPECT_EQ(layout.pageRect(0).height(), 800);
    EXPECT_EQ(layout.pageRect(1).left(), layout.pageRect(0).right() + 11);
    EXPECT_EQ(layout.pageRect(0).left(), 1400 - 1 - layout.pageRect(1).right());
    EXPECT_EQ(layout.contents(), QSize(1400, 820)) << "no row needs scrolling";
    EXPECT_EQ(layout.pageUnder(layout.pageRect(1).center()), std::optional(1));
    EXPECT_EQ(layout.pageUnder({5, 5}), std::nullopt);

    arrangement.flow = PageFlow::Single;
    arrangement.mode = ZoomMode::FitWidth;
    layout.arrange(arrangement);
    layout.showRowOf(6);
    EXPECT_EQ(layout.pagesBetween(0, 10), (std::pair<int, int>(6, 6)));
    EXPECT_EQ(layout.pageRect(6).width(), 1380);
    EXPECT_EQ(layout.contents().height(), layout.pageRect(6).height() + 20);
}

TEST(PdfPageLayout, MapsSharesOfATurnedPage)
{
    PageLayout layout;
    layout.setPages({QSizeF(200, 100)});
    QList<QPointF> places;

    for (int quarterTurns = 0; quarterTurns < 4; ++quarterTurns) {
        PageLayout::Arrangement arrangement = fitted(ZoomMode::Fixed, QSize(10, 10), quarterTurns);
        arrangement.scale = 1;
        layout.arrange(arrangement);
        places.append(layout.transformOf(0).map(QPointF(0.1, 0.2)) - layout.pageRect(0).topLeft());
    }

    EXPECT_EQ(places, QList<QPointF>({{20, 20}, {80, 20}, {180, 80}, {20, 180}}));
}

TEST(PdfPageLayout, KeepsGiantDocumentsWithinTheNumbers)
{
    PageLayout layout;
    layout.setPages(QList<QSizeF>(renderwire::kMaxPages, QSizeF(1, renderwire::kMaxPagePoints)));
    PageLayout::Arrangement arrangement = fitted(ZoomMode::Fixed, QSize(800, 600));
    arrangement.scale = 20;

    layout.arrange(arrangement);

    EXPECT_GT(layout.contents().height(), 0);
    EXPECT_LE(layout.contents().height(), 1'100'000'000);
    EXPECT_GE(layout.pageRect(renderwire::kMaxPages - 1).width(), 1);
}

TEST(PdfTextIndex, FindsEveryHitOfAPage)
{
    TextIndex index;
    index.addPage(0, textOf(QStringLiteral("会計課は会計課")));
    index.addPage(1, textOf(QStringLiteral("総務課")));

    EXPECT_EQ(index.find(0, QStringLiteral("会計課")).size(), 2);
    EXPECT_EQ(index.find(1, QStringLiteral("会計課")).size(), 0);
    EXPECT_EQ(index.find(2, QStringLiteral("会計課")).size(), 0);
    EXPECT_TRUE(index.find(0, {}).isEmpty());
}

TEST(PdfTextIndex, ShowsWhatStandsAroundAMatchAsItIsWritten)
{
    TextIndex index;
    PageText text;
    text.plain = QStringLiteral("市の財政の見通しと、公共施設の見直 しについて（ＡＢＣ）");
    text.folded = foldText(QString(text.plain).remove(u' '));
    text.boxes.resize(text.folded.size());
    ASSERT_TRUE(index.addPage(3, text));

    EXPECT_EQ(index.around(3, foldText(QStringLiteral("見直し"))),
              QStringLiteral("…、公共施設の見直 しについて（ＡＢＣ）"))
        << "though a line ends within it";
    EXPECT_EQ(index.around(3, foldText(QStringLiteral("abc"))), QStringLiteral("…しについて（ＡＢＣ）"));
    EXPECT_EQ(index.around(3, foldText(QStringLiteral("市の"))), QString(text.plain).simplified());
    EXPECT_EQ(index.around(3, foldText(QStringLiteral("庁舎"))), QString());
    EXPECT_EQ(index.around(4, foldText(QStringLiteral("市"))), QString());
}

TEST(PdfTextIndex, FindsFiguresThatStandByThemselves)
{
    TextIndex index;
    PageText text = textOf(QStringLiteral("1,234"));
    index.addPage(0, text);
    text = textOf(QStringLiteral("51,2341"));
    index.addPage(1, text);
    // The same units, the first and the last of them in columns of their own.
    text.boxes.first().translate(-40, 0);
    text.boxes.last().translate(40, 0);
    index.addPage(2, text);
    index.addPage(3, textOf(QStringLiteral("¥1,234円")));
    index.addPage(4, textOf(QStringLiteral("1,234,567")));

    QList<qsizetype> found;
    for (int page = 0; page < 5; ++page)
        found.append(index.findWhole(page, QStringLiteral("1,234")).size());

    EXPECT_EQ(found, (QList<qsizetype>{1, 0, 1, 1, 0}));
    EXPECT_EQ(index.find(1, QStringLiteral("1,234")).size(), 1) << "a search finds any part";
    index.addPage(5, textOf(QStringLiteral("51,234")));
    EXPECT_EQ(index.findWhole(5, QStringLiteral("1,234")).size(), 0);
    EXPECT_EQ(index.findWhole(5, QStringLiteral("1,234"), true).size(), 1) << "the last digits";
}

TEST(PdfTextIndex, KnowsBesideWhichWordAValueStands)
{
    TextIndex index;
    PageText text = textOf(QStringLiteral("8.11.5納品8.11.5検収8.11.5日付8.11.5"));
    const auto place = [&text](qsizetype from, qsizetype count, double x, double y) {
        for (qsizetype i = 0; i < count; ++i)
            text.boxes[from + i] = QRectF(x + double(i) * 10, y, 10, 12);
    };
    place(0, 6, 300, 0);   // the day of the paper
    place(6, 8, 0, 40);    // 納品 8.11.5
    place(14, 2, 0, 80);   // 検収, a wide gap,
    place(16, 6, 200, 80); // 8.11.5
    place(22, 2, 300, 120);
    place(24, 6, 290, 136); // below the head of its column
    index.addPage(0, text);
    const QList<TextHit> hits = index.find(0, QStringLiteral("8.11.5"));
    ASSERT_EQ(hits.size(), 4);

    const auto beside = [&](const QString &word) {
        QList<qsizetype> found;
        for (qsizetype i = 0; i < hits.size(); ++i) {
            if (index.distance(hits.at(i), word))
                found.append(i);
        }
        return found;
    };

    EXPECT_EQ(beside(QStringLiteral("納品")), (QList<qsizetype>{1}));
    EXPECT_EQ(beside(QStringLiteral("検収")), (QList<qsizetype>{2}));
    EXPECT_EQ(beside(QStringLiteral("日付")), (QList<qsizetype>{3}));
    EXPECT_EQ(beside(QStringLiteral("請求")), QList<qsizetype>());
}

TEST(PdfTextIndex, GivesABoxForEachLine)
{
    TextIndex index;
    index.addPage(0, textOf(QStringLiteral("一二三四五六七八会計課")));

    const QList<TextHit> hits = index.find(0, QStringLiteral("会計課"));

    ASSERT_EQ(hits.size(), 1);
    EXPECT_EQ(hits.first().boxes, (QList<QRectF>{QRectF(80, 0, 20, 12), QRectF(0, 20, 10, 12)}));
}

TEST(PdfTextIndex, GivesBackWhatItHasOfAPage)
{
    TextIndex index;
    const PageText text{QStringLiteral("予算"), {QRectF(10, 20, 8, 9), QRectF(18, 20, 8, 9)}};

    ASSERT_TRUE(index.addPage(3, text));

    EXPECT_EQ(index.pageText(3), text);
    EXPECT_EQ(index.pageText(4), PageText());
}

TEST(PdfTextIndex, CountsPagesThatDoNotFitAsRead)
{
    TextIndex index;
    PageText large;
    large.folded = QString(TextIndex::kMaxUnits + 1, QLatin1Char('a'));
    large.boxes = QList<QRectF>(large.folded.size());

    EXPECT_FALSE(index.addPage(0, large));

    EXPECT_TRUE(index.hasPage(0));
    EXPECT_FALSE(index.isComplete());
    EXPECT_FALSE(index.hasText());
}

TEST(PdfPageCache, ForgetsTheOldestBeyondItsSize)
{
    PageCache cache;
    for (int page = 0; page < 10; ++page)
        cache.insert(whole(page, 2500, 2000), imageFor(whole(page, 2500, 2000)));

    EXPECT_FALSE(cache.contains(whole(0, 2500, 2000)));
    EXPECT_TRUE(cache.contains(whole(9, 2500, 2000)));
}

TEST(PdfPageCache, KeepsThumbnailsApart)
{
    PageCache cache;
    cache.insert(whole(0, 110, 156), imageFor(whole(0, 110, 156)));
    for (int page = 0; page < 10; ++page)
        cache.insert(whole(page, 2500, 2000), imageFor(whole(page, 2500, 2000)));

    EXPECT_EQ(cache.nearest(0, 0, QSize(900, 1200)).size(), QSize(110, 156));
    EXPECT_EQ(cache.nearest(9, 0, QSize(900, 1200)).size(), QSize(2500, 2000));
    EXPECT_TRUE(cache.nearest(9, 1, QSize(900, 1200)).isNull());
}

TEST(PdfProtocol, BringsEveryMessageBack)
{
    using namespace renderwire;
    const OpenRequest open{QStringLiteral("application/pdf"), QStringLiteral("決裁")};
    const PageRequest page{3, 1, QSize(800, 600), QRect(10, 20, 30, 40)};
    OpenReply opened;
    opened.info.pageSizes = {QSizeF(595, 842), QSizeF(0, 0)};
    opened.info.outline = {{QStringLiteral("第1章"), 0, 0}, {QStringLiteral("第2章"), 1, 1}};
    opened.info.mayCopy = false;
    const PageReply drawn{RenderFailure::None, QSize(30, 40)};
    const TextReply text{RenderFailure::None, textOf(QStringLiteral("会計課"))};
    const FrameHeader header{7, Verb::Text, 12, 34};

    EXPECT_EQ(decodeOpenRequest(encode(open)), open);
    EXPECT_EQ(decodePageRequest(encode(page)), page);
    EXPECT_EQ(decodeTextRequest(encodeTextRequest(5)), 5);
    EXPECT_EQ(decodeOpenReply(encode(opened)), opened);
    EXPECT_EQ(decodePageReply(encode(drawn)), drawn);
    EXPECT_EQ(decodeTextReply(encode(text)), text);
    EXPECT_EQ(decodeHeader(encodeHeader(header)), header);
}

TEST(PdfProtocol, RefusesTruncatedAndOverlongMessages)
{
    using namespace renderwire;
    OpenReply opened;
    opened.info.pageSizes = {QSizeF(595, 842)};
    opened.info.outline = {{QStringLiteral("第1章"), 0, 0}};
    const QByteArray openBytes = encode(opened);
    const QByteArray textBytes = encode(TextReply{RenderFailure::None, textOf(QStringLiteral("会計課"))});

    for (qsizetype size = 0; size < openBytes.size(); ++size)
        EXPECT_FALSE(decodeOpenReply(openBytes.left(size))) << size;
    for (qsizetype size = 0; size < textBytes.size(); ++size)
        EXPECT_FALSE(decodeTextReply(textBytes.left(size))) << size;
    EXPECT_FALSE(decodeOpenReply(openBytes + 'x'));
    EXPECT_FALSE(decodeTextReply(textBytes + 'x'));
}

TEST(PdfProtocol, RefusesWhatCannotBe)
{
    using namespace renderwire;
    OpenReply outside;
    outside.info.pageSizes = {QSizeF(595, 842)};
    outside.info.outline = {{QStringLiteral("第9章"), 9, 0}};
    OpenReply endless;
    endless.info.pageSizes = {QSizeF(595, std::numeric_limits<double>::infinity())};
    TextReply uneven{RenderFailure::None, textOf(QStringLiteral("会計課"))};
    uneven.text.boxes.removeLast();
    FrameHeader large{1, Verb::Page, 0, 0xFFFFFFFF};

    EXPECT_FALSE(decodeOpenReply(encode(outside)));
    EXPECT_FALSE(decodeOpenReply(encode(endless)));
    EXPECT_FALSE(decodeTextReply(encode(uneven)));
    EXPECT_FALSE(decodeHeader(encodeHeader(large)));
    EXPECT_FALSE(isAnswerable({0, 0, QSize(100, 100), QRect(50, 50, 51, 10)}));
    EXPECT_FALSE(isAnswerable({0, 4, QSize(100, 100), QRect(0, 0, 10, 10)}));
    EXPECT_FALSE(isAnswerable({-1, 0, QSize(100, 100), QRect(0, 0, 10, 10)}));
    EXPECT_FALSE(isAnswerable({0, 0, QSize(10'000, 10'000), QRect(0, 0, 10'000, 10'000)}));
    EXPECT_TRUE(isAnswerable({0, 0, QSize(10'000, 10'000), QRect(0, 0, 5'000, 10'000)}));
}

TEST(PdfProtocol, SurvivesRandomBytes)
{
    using namespace renderwire;
    QRandomGenerator random(42);
    const QByteArray good = encode(TextReply{RenderFailure::None, textOf(QStringLiteral("会計課において行う"))});

    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = good;
        for (int i = 0; i < 4; ++i)
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
        const std::optional<TextReply> text = decodeTextReply(bytes);
        EXPECT_TRUE(!text || text->text.boxes.size() == text->text.folded.size());
        const std::optional<OpenReply> opened = decodeOpenReply(bytes);
        EXPECT_TRUE(!opened || opened->info.pageSizes.size() <= kMaxPages);
        decodePageReply(bytes);
        decodePageRequest(bytes);
        decodeOpenRequest(bytes);
    }
}

} // namespace kessai
