// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pdfsamples.h"
#include "tests/ui/readingtest.h"
#include "tests/ui/turnwatch.h"
#include "ui/meetings/bookside.h"
#include "ui/pdf/pagethumbnails.h"
#include "ui/widgets/quietbanner.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QMetaEnum>
#include <QScrollBar>
#include <QTreeWidget>
#include <QWheelEvent>

namespace kessai {

TEST_F(ReadingTest, TurnsPageByPageInEveryWay)
{
    open(sample::japaneseBook(3, 4));
    EXPECT_EQ(pages().flow(), PageFlow::Single);
    EXPECT_EQ(pages().verticalScrollBar()->maximum(), 0) << "a page is wholly in sight";

    press(Qt::Key_Space);
    EXPECT_EQ(page(), 1);
    press(Qt::Key_Right);
    EXPECT_EQ(page(), 2);
    press(Qt::Key_Down);
    EXPECT_EQ(page(), 3);
    press(Qt::Key_PageDown);
    EXPECT_EQ(view->currentPage(), std::optional(BookPage{2, 0}));
    press(Qt::Key_Space, Qt::ShiftModifier);
    EXPECT_EQ(page(), 3);
    press(Qt::Key_End);
    EXPECT_EQ(page(), 11);
    press(Qt::Key_Right);
    EXPECT_EQ(page(), 11) << "the book ends there";
    press(Qt::Key_Home);
    EXPECT_EQ(page(), 0);

    QTest::mouseClick(find<QAbstractButton>("edgeNext"), Qt::LeftButton);
    EXPECT_EQ(page(), 1);
    QTest::mouseClick(find<QAbstractButton>("edgePrevious"), Qt::LeftButton);
    EXPECT_EQ(page(), 0);
    EXPECT_FALSE(find<QAbstractButton>("edgePrevious")->isVisible()) << "there is nothing before";

    QWidget *const viewport = pages().viewport();
    QTest::mouseClick(viewport, Qt::LeftButton, {}, {viewport->width() - 8, 90});
    EXPECT_EQ(page(), 1) << "by a tap on the edge";
    QWheelEvent wheel(QPointF(200, 200), viewport->mapToGlobal(QPointF(200, 200)), {}, {0, -120}, {}, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(viewport, &wheel);
    EXPECT_EQ(page(), 2);
}

TEST_F(ReadingTest, TurnsByFingersAndZoomsWithTwo)
{
    open(sample::japaneseBook(2, 3), {600, 700}); // within the offscreen screen: nobody touches beyond it
    QWidget *const viewport = pages().viewport();

    QTest::touchEvent(viewport, finger.get()).press(0, {400, 300}, viewport);
    QTest::touchEvent(viewport, finger.get()).move(0, {250, 310}, viewport);
    QTest::touchEvent(viewport, finger.get()).release(0, {200, 310}, viewport);
    EXPECT_EQ(page(), 1);
    QTest::touchEvent(viewport, finger.get()).press(0, {200, 300}, viewport);
    QTest::touchEvent(viewport, finger.get()).release(0, {400, 300}, viewport);
    EXPECT_EQ(page(), 0);
    QTest::touchEvent(viewport, finger.get()).press(0, {viewport->width() - 10, 300}, viewport);
    QTest::touchEvent(viewport, finger.get()).release(0, {viewport->width() - 10, 300}, viewport);
    EXPECT_EQ(page(), 1) << "by a tap on the edge";

    const int before = pages().zoomPercent();
    QTest::touchEvent(viewport, finger.get()).press(0, {300, 300}, viewport);
    QTest::touchEvent(viewport, finger.get()).move(0, {300, 300}, viewport).press(1, {400, 300}, viewport);
    QTest::touchEvent(viewport, finger.get()).move(0, {300, 300}, viewport).move(1, {405, 300}, viewport);
    QTest::touchEvent(viewport, finger.get()).move(0, {300, 300}, viewport).move(1, {500, 300}, viewport);
    QTest::touchEvent(viewport, finger.get()).release(0, {300, 300}, viewport).release(1, {500, 300}, viewport);
    EXPECT_GT(pages().zoomPercent(), before * 3 / 2);
    EXPECT_EQ(page(), 1) << "that is no swipe";
}

TEST_F(ReadingTest, LaysTwoPagesSideBySide)
{
    open(sample::japaneseBook(2, 3));

    press(Qt::Key_5, Qt::ControlModifier);
    settle();

    const QRectF left = pages().mapToViewport(0, QRectF(0, 0, 595, 842));
    const QRectF right = pages().mapToViewport(1, QRectF(0, 0, 595, 842));
    EXPECT_GT(right.left(), left.right());
    EXPECT_TRUE(QRectF(pages().viewport()->rect()).contains(left.united(right)));
    press(Qt::Key_Space);
    EXPECT_EQ(page(), 2);
    press(Qt::Key_Space);
    EXPECT_EQ(page(), 3) << "the next paper begins at the left";
    press(Qt::Key_3, Qt::ControlModifier);
    EXPECT_EQ(pages().flow(), PageFlow::Continuous);
    EXPECT_EQ(page(), 3);
    EXPECT_GT(pages().verticalScrollBar()->maximum(), 0);
    EXPECT_FALSE(find<QAbstractButton>("edgeNext")->isVisible());
}

TEST_F(ReadingTest, ScrollsThroughAWidePageBeforeItTurns)
{
    open(sample::japaneseBook(1, 3));
    press(Qt::Key_1, Qt::ControlModifier);
    const QScrollBar *const bar = pages().verticalScrollBar();
    ASSERT_GT(bar->maximum(), 0);

    int presses = 0;
    for (; page() == 0 && presses < 10; ++presses)
        press(Qt::Key_Space);

    EXPECT_GT(presses, 1);
    EXPECT_EQ(page(), 1);
    EXPECT_EQ(bar->value(), 0) << "at the top of the next";
    press(Qt::Key_PageUp);
    EXPECT_EQ(page(), 0);
    EXPECT_EQ(bar->value(), bar->maximum()) << "and back at the end of the one before";
    const int end = bar->maximum();
    pages().setFootRoom(60); // something lies over the lower edge
    ASSERT_GT(bar->maximum(), end);
    press(Qt::Key_End);
    for (int back = 0; page() > 0 && back < 100; ++back)
        press(Qt::Key_PageUp);
    ASSERT_EQ(page(), 0);
    EXPECT_EQ(bar->value(), end) << "and not into the room below it";
}

TEST_F(ReadingTest, GoesBackAndForthBetweenJumps)
{
    open(sample::japaneseBook(3, 4));
    EXPECT_FALSE(find<QAction>("back")->isEnabled());
    auto *const contents = find<QTreeWidget>("bookContents");
    ASSERT_EQ(contents->topLevelItemCount(), 2);
    EXPECT_EQ(contents->topLevelItem(1)->text(0), QStringLiteral("議題2 令和9年度の予算"));
    EXPECT_EQ(contents->topLevelItem(0)->child(1)->text(0), QStringLiteral("資料1-2 予算編成方針 その2"));

    Q_EMIT contents->itemClicked(contents->topLevelItem(1)->child(0), 0);
    EXPECT_EQ(page(), 8);
    press(Qt::Key_Space);
    auto *const field = find<QLineEdit>("pageField");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("6"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(page(), 5);

    press(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(page(), 9);
    press(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(page(), 0);
    press(Qt::Key_Right, Qt::AltModifier);
    press(Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(page(), 5);
    EXPECT_FALSE(find<QAction>("forward")->isEnabled());
}

TEST_F(ReadingTest, LeadsIntoThePapersByTheirOwnContents)
{
    const QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>";
    const QByteArray outlined = sample::rawPdf(
        {"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>", page, page,
         page, "<</Type/Outlines/First 7 0 R/Last 9 0 R/Count 3>>",
         "<</Title(Means)/Parent 6 0 R/Next 9 0 R/First 8 0 R/Last 8 0 R/Count 1/Dest[3 0 R/Fit]>>",
         "<</Title(Rooms)/Parent 7 0 R/Dest[4 0 R/Fit]>>", "<</Title(Ends)/Parent 6 0 R/Prev 7 0 R/Dest[5 0 R/Fit]>>"});
    Book book = sample::japaneseBook(1, 2);
    book.papers.push_back(sample::bookPaper(2, 1, outlined, 3));
    open(book);
    QTreeWidgetItem *const item = find<QTreeWidget>("bookContents")->topLevelItem(0);

    view->showPage({2, 0});
    settle();

    ASSERT_EQ(item->child(1)->childCount(), 2);
    QTreeWidgetItem *const rooms = item->child(1)->child(0)->child(0);
    ASSERT_NE(rooms, nullptr);
    EXPECT_EQ(rooms->text(0), QStringLiteral("Rooms"));
    Q_EMIT find<QTreeWidget>("bookContents")->itemActivated(rooms, 0);
    EXPECT_EQ(view->currentPage(), std::optional(BookPage{2, 1}));
    EXPECT_EQ(find<QTreeWidget>("bookContents")->currentItem(), item->child(1)) << "the line of the paper one reads";
}

TEST_F(ReadingTest, SearchesAllPapersAndListsWhatItFound)
{
    open(sample::japaneseBook(3, 4));
    view->showPage({2, 1});
    auto *const side = view->findChild<BookSide *>();
    side->setCurrentIndex(0);

    press(Qt::Key_F, Qt::ControlModifier);
    type(QStringLiteral("会計課"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return presenter.hits().size() == 12; }, kReadingPatience));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !presenter.isSearching(); }, kReadingPatience));

    EXPECT_EQ(page(), 5) << "the next one from where one is";
    EXPECT_EQ(find<QLabel>("documentSearchResult")->text(), QStringLiteral("6 / 12"));
    auto *const found = find<QTreeWidget>("bookHits");
    ASSERT_TRUE(QTest::qWaitFor(
        [found] { return found->topLevelItemCount() == 3 && found->topLevelItem(2)->childCount() == 4; },
        kReadingPatience));
    EXPECT_TRUE(found->isVisible());
    EXPECT_EQ(found->topLevelItem(2)->text(0), QStringLiteral("資料2-3 予算編成方針 その3"));
    const QStringList hit4 = found->topLevelItem(2)->child(3)->text(0).split(u'\n');
    ASSERT_EQ(hit4.size(), 2);
    EXPECT_EQ(hit4[0], QStringLiteral("Page 4: 1 hit(s)"));
    EXPECT_TRUE(QString(hit4[1]).remove(u' ').contains(QStringLiteral("会計課"))) << "and what stands around it";
    press(Qt::Key_F3);
    EXPECT_EQ(page(), 6);
    found->setCurrentItem(found->topLevelItem(2)->child(3));
    EXPECT_EQ(page(), 11);
    press(Qt::Key_F3);
    EXPECT_EQ(page(), 0);
    press(Qt::Key_F3, Qt::ShiftModifier);
    EXPECT_EQ(page(), 11);

    const TextHit hit = presenter.hits().last();
    settle();
    const QRectF box = pages().mapToViewport(hit.page, hit.boxes.first());
    EXPECT_LT(seen().pixelColor(box.topLeft().toPoint()).blue(), 200) << "the hit is not marked";

    QTest::keyClick(find<QLineEdit>("documentSearch"), Qt::Key_Escape); // once, with words in it
    EXPECT_TRUE(presenter.hits().isEmpty());
    EXPECT_FALSE(found->isVisible());
    EXPECT_EQ(side->currentIndex(), 0) << "what was in front before";
}

TEST_F(ReadingTest, AsksWhatLiesOverThePagesFirst)
{
    open(sample::japaneseBook(2, 2));
    NotedOverlay ink;
    view->addOverlay(ink);
    QWidget *const viewport = pages().viewport();
    view->showPage({2, 0});
    settle();
    EXPECT_EQ(seen().pixelColor(place(2, 0.05, 0.05)), QColor(Qt::red));

    QTest::mousePress(viewport, Qt::LeftButton, {}, place(2, 0.25, 0.75));
    QTest::mouseMove(viewport, place(2, 0.5, 0.5));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, place(2, 0.5, 0.5));
    EXPECT_EQ(ink.pressed, (BookPage{2, 0}));
    ASSERT_EQ(ink.noted.size(), 3);
    EXPECT_NEAR(ink.noted[0].share.x(), 0.25, 0.01);
    EXPECT_NEAR(ink.noted[0].share.y(), 0.75, 0.01);
    EXPECT_NEAR(ink.noted[1].share.x(), 0.5, 0.01);
    EXPECT_EQ(ink.releases, 1);

    press(Qt::Key_R, Qt::ControlModifier);
    settle();
    const QPoint turned = pages().mapToViewport(2, QRectF(0.25 * 595, 0.75 * 842, 0, 0)).topLeft().toPoint();
    pen(QEvent::TabletPress, turned, 0.25);
    pen(QEvent::TabletMove, QPointF(-500, -500), 0.5);
    pen(QEvent::TabletRelease, turned, 0);
    ASSERT_EQ(ink.noted.size(), 3);
    EXPECT_NEAR(ink.noted[0].share.x(), 0.25, 0.01) << "as it lies in the file";
    EXPECT_NEAR(ink.noted[0].share.y(), 0.75, 0.01);
    EXPECT_EQ(ink.noted[0].device, PagePointer::Device::Pen);
    EXPECT_NEAR(ink.noted[0].pressure, 0.25, 0.001);
    EXPECT_TRUE(ink.noted[1].share.x() < 0 || ink.noted[1].share.y() > 1) << "a stroke may leave the page";
    pen(QEvent::TabletPress, turned, 1, QPointingDevice::PointerType::Eraser);
    EXPECT_EQ(ink.noted[0].device, PagePointer::Device::Eraser);
    pen(QEvent::TabletRelease, turned, 0, QPointingDevice::PointerType::Eraser);

    QTest::qWait(700); // the pen is put away
    QTest::touchEvent(viewport, finger.get()).press(0, turned, viewport);
    QTest::touchEvent(viewport, finger.get()).move(0, turned - QPoint(90, 0), viewport);
    QTest::touchEvent(viewport, finger.get()).release(0, turned - QPoint(150, 0), viewport);
    EXPECT_EQ(ink.noted[0].device, PagePointer::Device::Touch);
    EXPECT_EQ(page(), 2) << "it was a stroke, no swipe";

    ink.takes = false;
    QTest::touchEvent(viewport, finger.get()).press(0, turned, viewport);
    QTest::touchEvent(viewport, finger.get()).release(0, turned - QPoint(150, 0), viewport);
    EXPECT_EQ(page(), 3);
    view->removeOverlay(ink);
    EXPECT_NE(seen().pixelColor(place(3, 0.05, 0.05)), QColor(Qt::red));
}

TEST_F(ReadingTest, TakesTheHandThatHoldsThePenForNothing)
{
    open(sample::japaneseBook(1, 3), {600, 700});
    NotedOverlay ink;
    view->addOverlay(ink);
    QWidget *const viewport = pages().viewport();

    pen(QEvent::TabletPress, {300, 300}, 0.5);
    QTest::touchEvent(viewport, finger.get()).press(0, {400, 400}, viewport);
    QTest::touchEvent(viewport, finger.get()).move(0, {250, 400}, viewport);
    QTest::touchEvent(viewport, finger.get()).release(0, {200, 400}, viewport);
    pen(QEvent::TabletRelease, {310, 310}, 0);
    EXPECT_EQ(ink.noted.size(), 2);
    EXPECT_EQ(page(), 0);

    // The hand came down before the pen: what it drew until then ends, and the pen draws.
    QTest::qWait(700);
    QTest::touchEvent(viewport, finger.get()).press(0, {400, 400}, viewport);
    EXPECT_EQ(ink.noted[0].device, PagePointer::Device::Touch);
    pen(QEvent::TabletPress, {300, 300}, 0.5);
    EXPECT_EQ(ink.releases, 2);
    EXPECT_EQ(ink.noted[0].device, PagePointer::Device::Pen);
    QTest::touchEvent(viewport, finger.get()).move(0, {250, 400}, viewport);
    QTest::touchEvent(viewport, finger.get()).release(0, {200, 400}, viewport);
    EXPECT_EQ(ink.noted.size(), 1);
    EXPECT_EQ(page(), 0);
    pen(QEvent::TabletRelease, {310, 310}, 0);
}

TEST_F(ReadingTest, StampsPagesAndNamesTheReader)
{
    Book book;
    book.papers = {sample::bookPaper(1, 1, sample::plainPdf({595, 842}, "1 1 1 rg 0 0 595 842 re f"), 1)};
    open(book);
    const auto dark = [this](double left, double top, double right, double bottom) {
        const QImage image = seen();
        int count = 0;
        for (int x = place(0, left, 0).x(); x < place(0, right, 0).x(); ++x) {
            for (int y = place(0, 0, top).y(); y < place(0, 0, bottom).y(); ++y)
                count += image.pixelColor(x, y).lightness() < 245 ? 1 : 0;
        }
        return count;
    };
    EXPECT_EQ(dark(0.01, 0.01, 0.99, 0.99), 0) << "nothing is covered";
    const QImage image = seen();
    int written = 0;
    for (int x = place(0, 0.5, 0).x(); x < place(0, 1, 0).x(); ++x) {
        for (int y = 0; y < place(0, 0, 0).y(); ++y)
            written += image.pixelColor(x, y).lightness() < 160 ? 1 : 0;
    }
    EXPECT_GT(written, 60) << "the stamp above the page, at its right";

    view->setWatermark(QStringLiteral("総務課 佐藤 美咲"));
    EXPECT_GT(dark(0.1, 0.2, 0.9, 0.9), 500);
}

TEST_F(ReadingTest, ShowsSmallPagesAsWideAsTheWindow)
{
    presenter.setBook(sample::japaneseBook(1, 2));
    view = std::make_unique<BookView>(presenter);
    view->setSideShown(false);
    view->resize(900, 460);
    view->show();
    settle();
    EXPECT_GT(pages().zoomPercent(), 100);
    pages().setFocus();
    press(Qt::Key_Space);
    EXPECT_EQ(page(), 0) << "there is more of it below";
    press(Qt::Key_End);
    EXPECT_EQ(page(), 1);

    view->resize(900, 1'000);
    settle();

    EXPECT_EQ(pages().verticalScrollBar()->maximum(), 0) << "now the whole page can be read";
}

TEST_F(ReadingTest, FollowsLinksWithinAndAsksBeforeItLeadsOut)
{
    Book book;
    book.papers = {sample::bookPaper(1, 1, sample::japanesePdf(1), 1), sample::bookPaper(2, 1, sample::linkedPdf(), 2)};
    open(book);
    view->showPage({2, 0});
    ASSERT_TRUE(QTest::qWaitFor([this] { return presenter.linksOf(1).size() == 3; }, kReadingPatience));
    Opener opener;
    QDesktopServices::setUrlHandler(QStringLiteral("https"), &opener, "open");
    auto *const banner = find<QuietBanner>("bookBanner");
    const auto click = [this](double x, double y) {
        QTest::mouseClick(pages().viewport(), Qt::LeftButton, {}, place(1, x, y));
    };

    click(0.25, 0.25);
    EXPECT_EQ(view->currentPage(), std::optional(BookPage{2, 1})) << "a page of the same paper";
    press(Qt::Key_Left, Qt::AltModifier);
    ASSERT_EQ(page(), 1) << "and back from there";
    click(0.75, 0.25);
    EXPECT_TRUE(opener.opened.isEmpty());
    ASSERT_TRUE(banner->isVisible());
    EXPECT_TRUE(banner->text().contains(QStringLiteral("https://www.city.example/kaigi")));
    banner->actionTriggered();
    EXPECT_EQ(opener.opened, QList<QUrl>{QUrl(QStringLiteral("https://www.city.example/kaigi"))});
    click(0.5, 0.75);
    EXPECT_EQ(banner->kind(), BannerKind::Warning) << "no file of this computer";
    EXPECT_EQ(opener.opened.size(), 1);
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

TEST_F(ReadingTest, HasOnesBookmarksInItsContents)
{
    open(sample::japaneseBook(2, 3));

    view->setMarks({{{2, 1}, QStringLiteral("確認すること")}, {{9, 0}, {}}});

    const auto *const contents = find<QTreeWidget>("bookContents");
    ASSERT_EQ(contents->topLevelItem(0)->childCount(), 1) << "of papers that are there";
    const QTreeWidgetItem *const line = contents->topLevelItem(0)->child(0);
    EXPECT_TRUE(line->text(0).startsWith(QStringLiteral("確認すること")));
    Q_EMIT const_cast<QTreeWidget *>(contents)->itemClicked(const_cast<QTreeWidgetItem *>(line), 0);
    EXPECT_EQ(view->currentPage(), std::optional(BookPage{2, 1}));
    view->setMarks({});
    EXPECT_NE(contents->topLevelItem(0)->text(0), QStringLiteral("Bookmarks"));
}

TEST_F(ReadingTest, StaysOnItsPageWhenTheBookChanges)
{
    Book book = sample::japaneseBook(3, 4);
    open(book);
    view->showPage({3, 2});

    book.papers.insert(book.papers.begin() + 1, sample::bookPaper(9, 1, sample::japanesePdf(2), 2));
    book.papers[1].late = true;
    presenter.setBook(book);
    settle();

    EXPECT_EQ(view->currentPage(), std::optional(BookPage{3, 2}));
    EXPECT_EQ(page(), 12);
    EXPECT_TRUE(QTest::qWaitFor([this] { return !presenter.isWaiting(); }, kReadingPatience));
    EXPECT_EQ(find<QLabel>("pageCount")->text(), QStringLiteral("/ 14"));
    EXPECT_EQ(find<QTreeWidget>("bookContents")->topLevelItem(0)->child(1)->text(0),
              QStringLiteral("資料1-9 (added late) 予算編成方針 その9"));

    book.papers.pop_back();
    presenter.setBook(book);
    EXPECT_EQ(page(), 0) << "its paper is gone";
    presenter.setBook({});
    EXPECT_FALSE(view->currentPage());
    EXPECT_FALSE(pages().isVisible());
}

TEST_F(ReadingTest, NeverKeepsTheWindowFromItsEvents)
{
    open(sample::japaneseBook(10, 30));
    const test::TurnWatch watch;

    for (int page = 0; page < 300; page += 17) {
        view->showPage(presenter.numbers().pageOf(page));
        settle();
    }
    view->startSearch(QStringLiteral("会計課"));
    EXPECT_TRUE(QTest::qWaitFor([this] { return !presenter.isSearching(); }, kReadingPatience));
    QTest::qWait(200);

    EXPECT_EQ(presenter.hits().size(), 300);
    EXPECT_LT(watch.longest(), test::TurnWatch::kLongest);
}

TEST_F(ReadingTest, NamesEverythingThatTakesTheFocus)
{
    open(sample::japaneseBook(2, 2), {1366, 768});
    press(Qt::Key_F, Qt::ControlModifier);
    type(QStringLiteral("会計課"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return presenter.hits().size() == 4; }, kReadingPatience));
    const QAbstractItemModelTester tester(find<PageThumbnails>("pageThumbnails")->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);

    QSet<QWidget *> stops;
    const QList<QWidget *> widgets = view->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || !widget->isEnabled() || (widget->focusPolicy() & Qt::TabFocus) == 0
            || widget->focusProxy())
            continue;
        stops.insert(widget);
        QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(spoken, nullptr);
        EXPECT_FALSE(spoken->text(QAccessible::Name).trimmed().isEmpty())
            << widget->metaObject()->className() << ' ' << qPrintable(widget->objectName());
    }
    EXPECT_EQ(pages().accessibleName(), QStringLiteral("Pages of 第12回 庁議"));
    EXPECT_EQ(pages().accessibleDescription(), QStringLiteral("資料1-1  1/2, Page 1 of 4"));

    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        QSet<const QWidget *> met;
        for (qsizetype i = 0; i < 2 * stops.size(); ++i) {
            met.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), key);
        }
        for (const QWidget *stop : stops)
            EXPECT_TRUE(met.contains(stop)) << QMetaEnum::fromType<Qt::Key>().valueToKey(key) << " never comes to "
                                            << qPrintable(stop->objectName());
    }
}

} // namespace kessai
