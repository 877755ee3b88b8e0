// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/bookpanes.h"

#include "tests/ui/readingtest.h"

#include <QAction>
#include <QPointer>
#include <QSignalSpy>

namespace kessai {

TEST_F(ReadingTest, FillsTheScreenAndComesBack)
{
    auto *const around = new QWidget;
    presenter.setBook(sample::japaneseBook(1, 2));
    BookPanes panes(presenter, around);
    panes.setGeometry(0, 0, 900, 600);
    around->resize(900, 600);
    around->show();
    around->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(around));
    BookView &pane = panes.current();
    panes.setFocus();
    EXPECT_TRUE(pane.pageArea().hasFocus()) << "the keys are for the pages";

    QTest::keyClick(&pane.pageArea(), Qt::Key_F11);
    EXPECT_TRUE(pane.isFullScreen());
    EXPECT_FALSE(pane.findChild<QWidget *>(QStringLiteral("pageField"))->isVisible());
    EXPECT_FALSE(pane.findChild<QWidget *>(QStringLiteral("bookSide"))->isVisible());
    EXPECT_TRUE(pane.findChild<QWidget *>(QStringLiteral("leaveFullScreen"))->isVisible()) << "it says how";
    QTest::keyClick(&pane.pageArea(), Qt::Key_Right);
    EXPECT_EQ(pane.pageArea().currentPage(), 1);
    QTest::keyClick(&pane.pageArea(), Qt::Key_Escape);
    EXPECT_FALSE(pane.isFullScreen());
    EXPECT_FALSE(pane.findChild<QWidget *>(QStringLiteral("leaveFullScreen"))->isVisible());
    EXPECT_FALSE(pane.isWindow());
    EXPECT_TRUE(pane.isVisible());
    EXPECT_EQ(pane.size(), panes.size()) << "it is back in its place";
    EXPECT_TRUE(pane.findChild<QWidget *>(QStringLiteral("pageField"))->isVisible());
    panes.setParent(nullptr);
    delete around;
}

TEST_F(ReadingTest, LaysUpToFourPapersSideBySide)
{
    presenter.setBook(sample::japaneseBook(5, 2));
    BookPanes panes(presenter);
    NotedOverlay ink;
    panes.addOverlay(ink);
    panes.setWatermark(QStringLiteral("佐藤"));
    panes.resize(1366, 700);
    panes.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panes));
    QSignalSpy turned(&panes, &BookPanes::pageChanged);

    for (int i = 0; i < 5; ++i)
        panes.addPane();
    settle();

    ASSERT_EQ(panes.paneCount(), BookPanes::kMostPanes);
    for (int i = 0; i < 4; ++i) {
        EXPECT_EQ(panes.views().at(i)->currentPage(), std::optional(BookPage{i + 1, 0}));
        EXPECT_GT(panes.views().at(i)->width(), 300);
        const QRectF paper = panes.views().at(i)->pageArea().mapToViewport(2 * i, QRectF(0, 0, 595, 842));
        const QImage seen = panes.views().at(i)->pageArea().viewport()->grab().toImage();
        EXPECT_EQ(seen.pixelColor((paper.topLeft() + QPointF(3, 3)).toPoint()), QColor(Qt::red)) << i;
    }
    EXPECT_EQ(&panes.current(), panes.views().at(3));
    panes.views().at(1)->pageArea().setFocus();
    EXPECT_EQ(&panes.current(), panes.views().at(1));
    EXPECT_EQ(turned.last().first().value<BookPage>(), (BookPage{2, 0}));

    panes.closePane(*panes.views().at(1));
    EXPECT_EQ(panes.paneCount(), 3);
    EXPECT_EQ(&panes.current(), panes.views().at(0));
    while (panes.paneCount() > 1)
        panes.closePane(*panes.views().at(0));
    panes.closePane(*panes.views().at(0));
    EXPECT_EQ(panes.paneCount(), 1) << "one stays";
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

TEST_F(ReadingTest, OpensAWindowForAnotherScreen)
{
    presenter.setBook(sample::japaneseBook(2, 2));
    BookPanes panes(presenter);
    panes.resize(1000, 700);
    panes.show();
    panes.current().showPage({2, 1});

    panes.current().findChild<QAction *>(QStringLiteral("openWindow"))->trigger();

    ASSERT_EQ(panes.views().size(), 2);
    BookView *const window = panes.views().last();
    EXPECT_TRUE(window->isWindow());
    EXPECT_TRUE(window->isVisible());
    EXPECT_EQ(window->currentPage(), std::optional(BookPage{2, 1}));
    EXPECT_EQ(window->windowTitle(), QStringLiteral("第12回 庁議"));
    EXPECT_EQ(panes.paneCount(), 1);
    window->close();
    EXPECT_EQ(panes.views().size(), 1);
    panes.openWindow();
    panes.close();
    EXPECT_EQ(panes.views().size(), 1) << "nothing stays on the other screen";
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

TEST_F(ReadingTest, TakesAlongViewsThatWereJustClosed)
{
    presenter.setBook(sample::japaneseBook(2, 2));
    auto panes = std::make_unique<BookPanes>(presenter);
    panes->resize(1366, 700);
    panes->show();
    panes->addPane();
    settle();
    const QPointer<BookView> beside(&panes->current());
    panes->closePane(*beside);
    ASSERT_TRUE(beside) << "it goes when the loop turns";

    panes.reset();

    EXPECT_FALSE(beside) << "and reads no book that is gone";
}

TEST_F(ReadingTest, LeavesNothingOfABookThatIsPutAway)
{
    presenter.setBook(sample::japaneseBook(2, 2));
    BookPanes panes(presenter);
    panes.resize(1000, 700);
    panes.show();
    panes.current().showPage({2, 1});
    panes.openWindow();
    panes.addPane();
    panes.current().startSearch(QStringLiteral("行政"));
    ASSERT_EQ(panes.views().size(), 3);

    panes.putAway();
    presenter.setBook(sample::japaneseBook(2, 2));

    ASSERT_EQ(panes.views().size(), 1);
    EXPECT_EQ(&panes.current(), panes.views().first());
    EXPECT_FALSE(presenter.isSearching());
    EXPECT_FALSE(panes.current().findChild<QAction *>(QStringLiteral("back"))->isEnabled());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace kessai
