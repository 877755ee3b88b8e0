// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ink on the pages of a real book, as a view of it shows them.
#include "tests/ui/booksamples.h"
#include "ui/meetings/bookarea.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/inkchoice.h"
#include "ui/meetings/inkoverlay.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QTest>
#include <QToolTip>

#include <gtest/gtest.h>

namespace kessai {

namespace {

constexpr int kInkPatience = 60'000;

bool isWrittenRed(QRgb color)
{
    return qRed(color) > 150 && qGreen(color) < 90 && qBlue(color) < 90;
}

/// Somebody at a book with a pen in hand.
class InkOnBook : public ::testing::Test {
protected:
    void SetUp() override
    {
        presenter.setBook(sample::japaneseBook(2, 2));
        view.resize(900, 700);
        first = presenter.numbers().pageOf(0);
        layer.setPapers({{first.paper, 1, {}}});
        overlay = new InkOverlay(
            layer, choice,
            {[this](BookPage) { return presenter.layoutSize(0); }, {}, [this] { return view.currentPage(); }},
            *view.pageArea().viewport());
        view.addOverlay(*overlay);
        view.show();
        view.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&view));
        // Longer than the window, so that it is scrolled.
        view.setFlow(PageFlow::Continuous);
        view.pageArea().setZoomMode(ZoomMode::FitWidth);
        QTest::qWait(150);
        ASSERT_TRUE(QTest::qWaitFor([this] { return !presenter.isWaiting(); }, kInkPatience));
        view.grab();
    }
    void TearDown() override { view.pageArea().removeOverlay(*overlay); }

    /// Where a share of the first page is in the viewport.
    QPoint at(double x, double y)
    {
        const QSizeF points = presenter.layoutSize(0);
        return view.pageArea()
            .mapToViewport(0, QRectF(x * points.width(), y * points.height(), 0, 0))
            .topLeft()
            .toPoint();
    }
    void stroke(const QList<QPointF> &shares)
    {
        QWidget *const viewport = view.pageArea().viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, at(shares.first().x(), shares.first().y()));
        for (const QPointF &share : shares)
            QTest::mouseMove(viewport, at(share.x(), share.y()));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, at(shares.last().x(), shares.last().y()));
    }
    QImage shown() { return view.pageArea().viewport()->grab().toImage(); }

    FixedClock clock{Instant::fromTokyo(QDate(2026, 11, 26), QTime(13, 5))};
    InkLayer layer{StaffId(7), QStringLiteral("山田 太郎"), clock};
    InkChoice choice;
    BookPresenter presenter;
    BookView view{presenter};
    InkOverlay *overlay = nullptr;
    BookPage first;
};

} // namespace

TEST_F(InkOnBook, IsWhereThePointerWroteItAndMovesWithThePage)
{
    choice.setTool(InkTool::Pen);
    choice.setWidth(3.0F);
    stroke({{0.2, 0.25}, {0.5, 0.25}, {0.8, 0.25}});

    const std::vector<PlacedInk> there = layer.on(first);
    ASSERT_EQ(there.size(), 1U);
    EXPECT_NEAR(there.front().ink.shape.points.front().x, 0.2, 0.01);
    EXPECT_NEAR(there.front().ink.shape.points.back().x, 0.8, 0.01);
    EXPECT_NEAR(there.front().ink.shape.points.back().y, 0.25, 0.01);
    EXPECT_TRUE(isWrittenRed(shown().pixel(at(0.5, 0.25))));
    const QPoint before = at(0.5, 0.25);
    view.pageArea().verticalScrollBar()->setValue(view.pageArea().verticalScrollBar()->value() + 60);
    EXPECT_NE(at(0.5, 0.25), before);
    EXPECT_TRUE(isWrittenRed(shown().pixel(at(0.5, 0.25))));
    EXPECT_FALSE(isWrittenRed(shown().pixel(before)));
}

TEST_F(InkOnBook, LeavesThePageToTheHandThatTurnsIt)
{
    const int value = view.pageArea().verticalScrollBar()->value();
    stroke({{0.5, 0.5}, {0.5, 0.4}, {0.5, 0.3}});

    EXPECT_TRUE(layer.on(first).empty());
    EXPECT_NE(view.pageArea().verticalScrollBar()->value(), value) << "it was dragged";
}

TEST_F(InkOnBook, IsWholeWhenTheBookChangesUnderThePen)
{
    choice.setTool(InkTool::Pen);
    QWidget *const viewport = view.pageArea().viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, at(0.2, 0.25));
    QTest::mouseMove(viewport, at(0.5, 0.25));

    // A paper comes before it, and this one is replaced by a shorter one.
    Book book = sample::japaneseBook(3, 1);
    std::swap(book.papers.at(0), book.papers.at(2));
    presenter.setBook(book);
    QTest::mouseMove(viewport, QPoint(450, 600));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(450, 600));

    ASSERT_EQ(layer.on(first).size(), 1U);
    const std::vector<InkPoint> points = layer.on(first).front().ink.shape.points;
    EXPECT_NEAR(points.back().x, 0.5, 0.01);
    EXPECT_NEAR(points.back().y, 0.25, 0.01) << "nothing of what came after";
    EXPECT_EQ(layer.unsent().size(), 1U) << "it is on its way";
}

TEST_F(InkOnBook, IsGivenUpOnAPaperThatIsTakenAwayUnderThePen)
{
    choice.setTool(InkTool::Pen);
    QWidget *const viewport = view.pageArea().viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, at(0.2, 0.25));
    QTest::mouseMove(viewport, at(0.5, 0.25));

    presenter.setBook({});
    QTest::mouseMove(viewport, QPoint(450, 300));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(450, 300));

    EXPECT_TRUE(layer.all().empty());
    layer.add(first, {InkKind::Pen, 0, 3, {{0.2F, 0.25F, 1}, {0.8F, 0.25F, 1}}, {}, {}});
    EXPECT_EQ(layer.unsent().size(), 1U) << "the step it was is over";
}

TEST_F(InkOnBook, TellsWhoWroteItWhereTheMouseRests)
{
    layer.add(first, {InkKind::Pen, 0, 3, {{0.2F, 0.25F, 1}, {0.8F, 0.25F, 1}}, {}, {}});
    view.grab();
    QWidget *const viewport = view.pageArea().viewport();
    const auto rest = [&](QPoint place) {
        QHelpEvent help(QEvent::ToolTip, place, viewport->mapToGlobal(place));
        QCoreApplication::sendEvent(viewport, &help);
    };

    rest(at(0.5, 0.25));
    EXPECT_TRUE(QToolTip::text().contains(QStringLiteral("山田 太郎"))) << qUtf8Printable(QToolTip::text());
    rest(at(0.5, 0.35));
    EXPECT_TRUE(QTest::qWaitFor([] { return !QToolTip::isVisible(); }));
}

} // namespace kessai
