// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkoverlay.h"

#include "tests/ui/inkstage.h"
#include "ui/meetings/inkgeometry.h"
#include "ui/meetings/inklist.h"
#include "ui/meetings/inksample.h"
#include "ui/meetings/inktools.h"
#include "ui/meetings/noteeditor.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QElapsedTimer>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include <cmath>

namespace kessai::test {

namespace {

using Device = PagePointer::Device;

/// A stage on the screen, its page painted once.
struct Shown {
    InkStage stage;
    Shown()
    {
        stage.show();
        stage.grab();
    }
    const std::vector<PlacedInk> &ink() const { return stage.layer.on(InkStage::kPage); }
    NoteEditor *editor() const { return stage.findChild<NoteEditor *>(); }
};

bool isRed(QRgb color)
{
    return qRed(color) > 150 && qGreen(color) < 90 && qBlue(color) < 90;
}

/// How many pixels high the red of a line is at a share of the page's width.
int thickness(const QImage &image, const InkStage &stage, double x)
{
    int count = 0;
    for (int y = stage.at(x, 0.7).y(); y < stage.at(x, 0.9).y(); ++y)
        count += isRed(image.pixel(stage.at(x, 0).x(), y)) ? 1 : 0;
    return count;
}

} // namespace

TEST(InkOverlay, LeavesThePageToTheHand)
{
    Shown shown;

    EXPECT_FALSE(shown.stage.overlay->press(InkStage::kPage, {Device::Mouse, {0.5, 0.5}, 1, {}}));
    EXPECT_TRUE(shown.ink().empty());
}

TEST(InkOverlay, DrawsWithTheMouseWhereItWent)
{
    Shown shown;
    shown.stage.choice.setTool(InkTool::Pen);
    shown.stage.choice.setWidth(3.0F);

    shown.stage.stroke({{0.2, 0.8}, {0.4, 0.8}, {0.6, 0.8}, {0.8, 0.8}});

    ASSERT_EQ(shown.ink().size(), 1U);
    EXPECT_EQ(shown.ink().front().ink.shape.kind, InkKind::Pen);
    const QImage image = shown.stage.grab().toImage();
    EXPECT_TRUE(isRed(image.pixel(shown.stage.at(0.5, 0.8))));
    EXPECT_FALSE(isRed(image.pixel(shown.stage.at(0.5, 0.75))));
}

TEST(InkOverlay, ShowsAStrokeWhileItGrows)
{
    Shown shown;
    shown.stage.choice.setTool(InkTool::Pen);
    shown.stage.overlay->press(InkStage::kPage, {Device::Mouse, {0.2, 0.8}, 1, {}});
    shown.stage.overlay->move({Device::Mouse, {0.5, 0.8}, 1, {}});
    shown.stage.overlay->move({Device::Mouse, {0.8, 0.8}, 1, {}});

    EXPECT_TRUE(isRed(shown.stage.grab().toImage().pixel(shown.stage.at(0.5, 0.8))));
    EXPECT_TRUE(shown.ink().empty()) << "it is a piece once it is finished";
    shown.stage.overlay->release({Device::Mouse, {0.8, 0.8}, 1, {}});
    EXPECT_EQ(shown.ink().size(), 1U);
}

TEST(InkOverlay, DrawsThickerWhereThePenPresses)
{
    Shown shown;
    shown.stage.choice.setTool(InkTool::Pen);
    shown.stage.choice.setWidth(3.0F);
    QList<QPointF> shares;
    QList<qreal> pressures;
    for (int i = 0; i <= 60; ++i) {
        shares.append({0.2 + 0.01 * i, 0.8});
        pressures.append(i / 60.0);
    }

    shown.stage.stroke(shares, Device::Pen, pressures);

    const QImage image = shown.stage.grab().toImage();
    EXPECT_LT(thickness(image, shown.stage, 0.3), thickness(image, shown.stage, 0.75));
    EXPECT_LT(shown.ink().front().ink.shape.points.size(), 20U) << "a straight line, but its pressure is kept";
}

TEST(InkOverlay, TakesFingersForTheHandOnceThereIsAPen)
{
    Shown shown;
    shown.stage.choice.setTool(InkTool::Pen);
    EXPECT_TRUE(shown.stage.overlay->press(InkStage::kPage, {Device::Touch, {0.1, 0.1}, 1, {}}));
    shown.stage.overlay->release({Device::Touch, {0.2, 0.1}, 1, {}});
    shown.stage.stroke({{0.2, 0.8}, {0.4, 0.8}}, Device::Pen);

    EXPECT_FALSE(shown.stage.overlay->press(InkStage::kPage, {Device::Touch, {0.5, 0.5}, 1, {}}));
}

TEST(InkOverlay, RubsOutWithTheOtherEndOfThePen)
{
    Shown shown;
    shown.stage.choice.setTool(InkTool::Pen);
    shown.stage.stroke({{0.2, 0.8}, {0.8, 0.8}}, Device::Pen);

    shown.stage.stroke({{0.5, 0.7}, {0.5, 0.9}}, Device::Eraser);

    EXPECT_TRUE(shown.ink().empty());
    EXPECT_EQ(shown.stage.choice.tool(), InkTool::Pen) << "turned round it writes again";
    shown.stage.layer.undo();
    EXPECT_EQ(shown.ink().size(), 1U);
}

TEST(InkOverlay, HighlightsTheTextFromPointToPoint)
{
    Shown shown;
    shown.stage.choice.setTool(InkTool::Highlight);

    shown.stage.stroke({{0.3, 165.0 / 841.89}, {0.2, 185.0 / 841.89}});

    ASSERT_EQ(shown.ink().size(), 1U);
    EXPECT_EQ(shown.ink().front().ink.shape.places.size(), 2U);
    EXPECT_FALSE(shown.ink().front().ink.shape.text.isEmpty());
}

TEST(InkOverlay, HighlightsAnAreaOfAScan)
{
    Shown shown;
    shown.stage.text = {};
    shown.stage.choice.setTool(InkTool::Highlight);

    shown.stage.stroke({{0.3, 0.3}, {0.6, 0.4}});
    shown.stage.click({0.5, 0.5});

    ASSERT_EQ(shown.ink().size(), 1U) << "a click marks nothing";
    EXPECT_NEAR(shown.ink().front().ink.shape.places.front().width(), 0.3, 0.001);
}

TEST(InkOverlay, WritesANoteWhereItWasPut)
{
    Shown shown;
    shown.stage.choice.setTool(InkTool::Note);
    shown.stage.click({0.6, 0.4});
    ASSERT_TRUE(shown.editor());
    EXPECT_TRUE(shown.ink().empty()) << "nothing was written yet";
    QInputMethodEvent typed;
    typed.setCommitString(QStringLiteral("前年度比を口頭で補足"));
    QCoreApplication::sendEvent(shown.editor(), &typed);

    QTest::keyClick(shown.editor(), Qt::Key_Return, Qt::ControlModifier);

    ASSERT_EQ(shown.ink().size(), 1U);
    EXPECT_EQ(shown.ink().front().ink.shape.text, QStringLiteral("前年度比を口頭で補足"));
    EXPECT_NEAR(shown.ink().front().ink.shape.points.front().x, 0.6, 0.001);
    // A click on it opens it again; what is emptied is gone.
    shown.stage.grab();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    shown.stage.choice.setTool(InkTool::Hand);
    shown.stage.click({0.62, 0.41});
    ASSERT_TRUE(shown.editor());
    shown.editor()->clear();
    shown.stage.overlay->finishNote();
    EXPECT_TRUE(shown.ink().empty());
    shown.stage.layer.undo();
    EXPECT_EQ(shown.ink().size(), 1U);
}

TEST(InkOverlay, KeepsANoteHoweverItIsLeft)
{
    Shown shown;
    shown.stage.overlay->writeNote();
    ASSERT_TRUE(shown.editor());
    shown.editor()->setPlainText(QStringLiteral("やめる"));
    QTest::keyClick(shown.editor(), Qt::Key_Escape);
    ASSERT_EQ(shown.ink().size(), 1U);
    EXPECT_EQ(shown.ink().front().ink.shape.text, QStringLiteral("やめる"));
    shown.stage.layer.undo();
    EXPECT_TRUE(shown.ink().empty()) << "undo takes it back";
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    shown.stage.overlay->writeNote();
    shown.editor()->setPlainText(QStringLiteral("残す"));
    shown.stage.choice.setTool(InkTool::Pen);

    ASSERT_EQ(shown.ink().size(), 1U);
    EXPECT_EQ(shown.ink().front().ink.shape.text, QStringLiteral("残す"));
}

TEST(InkOverlay, MovesANoteOfOnesOwnByItsPaper)
{
    Shown shown;
    const QString mine =
        shown.stage.layer.add(InkStage::kPage, {InkKind::Note, 4, 1, {{0.2F, 0.6F, 1}}, {}, QStringLiteral("動かす")});
    shown.stage.layer.take({otherNote(QStringLiteral("確認済み"), {0.6, 0.6}, kOtherId)});
    shown.stage.grab();

    shown.stage.stroke({{0.21, 0.61}, {0.3, 0.7}, {0.41, 0.81}});
    shown.stage.stroke({{0.61, 0.61}, {0.7, 0.7}});

    EXPECT_NEAR(shown.stage.layer.piece(mine)->ink.shape.points.front().x, 0.4, 0.001);
    EXPECT_FALSE(shown.editor()) << "it was moved, not clicked";
    EXPECT_EQ(shown.stage.layer.piece(kOtherId)->ink.shape.points.front().x, 0.6F);
    shown.stage.layer.undo();
    EXPECT_NEAR(shown.stage.layer.piece(mine)->ink.shape.points.front().x, 0.2, 0.001) << "the way back at once";
}

TEST(InkOverlay, TellsWhoWroteWhatAndWhen)
{
    Shown shown;
    shown.stage.layer.take({otherNote(QStringLiteral("確認済み"), {0.6, 0.6}, kOtherId)});
    shown.stage.grab();

    const QString tip = shown.stage.overlay->tip(InkStage::kPage, {0.62, 0.61});

    EXPECT_TRUE(tip.contains(QStringLiteral("佐藤 花子"))) << qUtf8Printable(tip);
    EXPECT_TRUE(tip.contains(QStringLiteral("9:40"))) << qUtf8Printable(tip);
    EXPECT_TRUE(shown.stage.overlay->tip(InkStage::kPage, {0.1, 0.9}).isEmpty());
}

TEST(InkOverlay, PutsABookmarkAndTakesItAway)
{
    Shown shown;
    shown.stage.overlay->toggleBookmark();
    ASSERT_EQ(shown.ink().size(), 1U);
    EXPECT_EQ(shown.ink().front().ink.shape.kind, InkKind::Bookmark);

    shown.stage.overlay->toggleBookmark();

    EXPECT_TRUE(shown.ink().empty());
}

TEST(InkOverlay, FollowsAFastPenWithinAFrameOnAFullPage)
{
    Shown shown;
    for (int line = 0; line < 150; ++line) {
        InkShape stroke{InkKind::Pen, 0, 1.5F, {}, {}, {}};
        for (int i = 0; i < 60; ++i)
            stroke.points.push_back({0.1F + 0.013F * static_cast<float>(i), 0.05F + 0.006F * static_cast<float>(line),
                                     0.4F + 0.01F * static_cast<float>(i % 30)});
        shown.stage.layer.add(InkStage::kPage, stroke);
    }
    shown.stage.choice.setTool(InkTool::Pen);
    shown.stage.overlay->press(InkStage::kPage, {Device::Pen, {0.2, 0.2}, 0.5, {}});
    QElapsedTimer timer;
    timer.start();
    constexpr int kMoves = 200;
    for (int i = 1; i <= kMoves; ++i) {
        shown.stage.overlay->move({Device::Pen, {0.2 + 0.003 * i, 0.2 + 0.05 * std::sin(i * 0.2)}, 0.5, {}});
        // A view may draw all of itself for every move.
        shown.stage.grab();
    }
    const double each = static_cast<double>(timer.elapsed()) / kMoves;
    shown.stage.overlay->release({Device::Pen, {0.8, 0.2}, 0, {}});

    EXPECT_EQ(shown.ink().size(), 151U);
    // The stage draws its whole text besides; a view draws a picture. Ten frames: for a machine that builds meanwhile.
    EXPECT_LT(each, 160.0);
    RecordProperty("millisecondsAMove", QString::number(each).toStdString());
}

TEST(InkTools, TakesToolsAndColoursByKeyAndClick)
{
    Shown shown;
    InkTools tools(shown.stage.layer, shown.stage.choice);
    tools.show();
    tools.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&tools));
    tools.setFocus(); // letters are for the pages, and for what is beside them here

    tools.findChild<QAction *>(QStringLiteral("inkTool1"))->trigger();
    EXPECT_EQ(shown.stage.choice.tool(), InkTool::Pen);
    QTest::mouseClick(tools.findChild<InkSample *>(QStringLiteral("inkColor1")), Qt::LeftButton);
    QTest::mouseClick(tools.findChild<InkSample *>(QStringLiteral("inkWidth2")), Qt::LeftButton);
    EXPECT_EQ(shown.stage.choice.color(), 1);
    EXPECT_EQ(shown.stage.choice.width(), 3.0F);
    QTest::keyClick(&tools, Qt::Key_M);
    EXPECT_EQ(shown.stage.choice.tool(), InkTool::Marker);
    QTest::keyClick(&tools, Qt::Key_P);
    EXPECT_EQ(shown.stage.choice.color(), 1) << "each tool keeps its own";

    const QSignalSpy notes(&tools, &InkTools::noteRequested);
    QTest::keyClick(&tools, Qt::Key_N);
    EXPECT_EQ(notes.count(), 0);
    QTest::keyClick(&tools, Qt::Key_N);
    EXPECT_EQ(notes.count(), 1);
    const QList<QAbstractButton *> buttons = tools.findChildren<QAbstractButton *>();
    for (const QAbstractButton *const button : buttons)
        EXPECT_FALSE(button->accessibleName().isEmpty() && button->text().isEmpty())
            << qUtf8Printable(button->objectName());
}

TEST(InkOverlay, AClickWithThePenLeavesNothing)
{
    Shown shown;
    shown.stage.choice.setTool(InkTool::Pen);

    shown.stage.click({0.5, 0.5});

    EXPECT_TRUE(shown.stage.layer.all().empty());
}

namespace {

/// How often something is asked to lay itself out while nothing happens.
int layoutsOf(QWidget &widget)
{
    class Counter final : public QObject {
    public:
        bool eventFilter(QObject *, QEvent *event) override
        {
            count += event->type() == QEvent::LayoutRequest ? 1 : 0;
            return false;
        }
        int count = 0;
    } counter;
    widget.installEventFilter(&counter);
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
    return counter.count;
}

} // namespace

TEST(InkTools, TakesTheRoomThereIs)
{
    Shown shown;
    shown.stage.choice.setTool(InkTool::Pen);
    InkTools tools(shown.stage.layer, shown.stage.choice);
    const int all = tools.sizeHint().width();
    const int least = tools.minimumSizeHint().width();
    EXPECT_EQ(tools.widthWithin(all), all);
    EXPECT_LT(tools.widthWithin(all - 1), all);
    EXPECT_EQ(tools.widthWithin(0), least);

    tools.resize(least, 46);
    tools.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&tools));
    EXPECT_FALSE(tools.findChild<InkSample *>(QStringLiteral("inkColor1"))->isVisible());
    EXPECT_LT(layoutsOf(tools), 10) << "it comes to rest";
    QTest::mouseClick(tools.findChild<QToolButton *>(QStringLiteral("inkSampleButton")), Qt::LeftButton);
    auto *const sample = tools.findChild<InkSample *>(QStringLiteral("inkColor1"));
    ASSERT_TRUE(sample->isVisible()) << "below a dab of what is in hand";
    QTest::mouseClick(sample, Qt::LeftButton);
    EXPECT_EQ(shown.stage.choice.color(), 1);
    sample->window()->close();
    tools.resize(all, 46);
    EXPECT_TRUE(sample->isVisible());
}

TEST(InkTools, MovesNothingBelowThePointerWhereOneIsTaken)
{
    Shown shown;
    InkTools tools(shown.stage.layer, shown.stage.choice);
    tools.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&tools));
    const auto *const audience = tools.findChild<QToolButton *>(QStringLiteral("inkAudience"));
    const int all = tools.sizeHint().width();
    for (const int width : {tools.minimumSizeHint().width(), all - 1, all}) {
        SCOPED_TRACE(width);
        shown.stage.choice.setTool(InkTool::Hand);
        tools.resize(width, 46);
        QCoreApplication::processEvents();
        const QRect before = audience->geometry();
        const int wanted = tools.widthWithin(width);
        for (const InkTool tool : {InkTool::Pen, InkTool::Marker, InkTool::Note, InkTool::Eraser}) {
            shown.stage.choice.setTool(tool);
            QCoreApplication::processEvents();

            EXPECT_EQ(audience->geometry(), before);
            EXPECT_EQ(tools.widthWithin(width), wanted) << "nor what stands beside the tools";
        }
    }
}

TEST(InkTools, AlwaysSaysWhoReadsWhatIsWritten)
{
    Shown shown;
    InkTools tools(shown.stage.layer, shown.stage.choice);
    tools.setReaders({{InkStage::kOther, QStringLiteral("佐藤 花子")}, {StaffId(9), QStringLiteral("鈴木 一郎")}});
    const auto *const button = tools.findChild<QToolButton *>(QStringLiteral("inkAudience"));
    EXPECT_EQ(button->text(), QStringLiteral("Only me"));

    tools.findChild<QListWidget *>(QStringLiteral("inkReaders"))->item(0)->setCheckState(Qt::Checked);

    EXPECT_EQ(shown.stage.layer.audience(), InkAudience::Chosen);
    EXPECT_EQ(shown.stage.layer.readers(), std::vector<StaffId>{InkStage::kOther});
    EXPECT_TRUE(button->accessibleName().contains(QStringLiteral("佐藤 花子")));
    tools.findChild<QAction *>(QStringLiteral("inkAudience2"))->trigger();
    EXPECT_EQ(shown.stage.layer.audience(), InkAudience::All);
    EXPECT_EQ(button->text(), QStringLiteral("Everybody"));
    EXPECT_EQ(tools.findChild<QListWidget *>(QStringLiteral("inkReaders"))->item(0)->checkState(), Qt::Unchecked);
}

TEST(InkList, JumpsToWhatWasWrittenAndTakesItAway)
{
    Shown shown;
    InkLayer &layer = shown.stage.layer;
    const QString note =
        layer.add(InkStage::kPage, {InkKind::Note, 4, 1, {{0.2F, 0.6F, 1}}, {}, QStringLiteral("財政課に確認")});
    const QString line = layer.add({1, 3}, strokeOf({{0.1, 0.1}, {0.2, 0.2}}));
    layer.take({otherNote(QStringLiteral("確認済み"), {0.6, 0.6}, kOtherId)});
    InkList list(layer, [](BookPage page) { return QStringLiteral("p%1").arg(page.page + 1); });
    auto *const view = list.findChild<QListView *>(QStringLiteral("inkRows"));
    const QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy chosen(&list, &InkList::pieceChosen);

    ASSERT_EQ(view->model()->rowCount(), 2);
    EXPECT_EQ(view->model()->index(0, 0).data().toString(), QStringLiteral("財政課に確認"));
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.at(0).at(0).toString(), line);
    QTest::keyClick(view, Qt::Key_Delete);
    EXPECT_EQ(view->model()->rowCount(), 1);
    EXPECT_FALSE(layer.piece(line));

    // Its page was taken out; it is put on the page one is at.
    layer.setPapers({{1, 2, {{{std::nullopt, false}}}}});
    list.setCurrentPage([] { return std::optional(BookPage{1, 2}); });
    view->setCurrentIndex(view->model()->index(0, 0));
    list.findChild<QAbstractButton *>(QStringLiteral("settleInk"))->click();
    EXPECT_EQ(layer.piece(note)->at, (BookPage{1, 2}));

    list.findChild<QTabBar *>(QStringLiteral("inkWhose"))->setCurrentIndex(1);
    ASSERT_EQ(view->model()->rowCount(), 1);
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Delete);
    EXPECT_TRUE(layer.piece(kOtherId)) << "only its author takes it away";
}

TEST(InkModel, LeavesRowsThatStayWhereTheyAre)
{
    const FixedClock clock(Instant(1));
    InkLayer layer(StaffId(7), QStringLiteral("山田 太郎"), clock);
    layer.setPapers({{1, 1, {}}});
    const auto mark = [&layer](int page) {
        return layer.add({1, page}, {InkKind::Bookmark, 0, 1, {}, {}, QStringLiteral("しおり")});
    };
    mark(2);
    InkModel model(layer, [](BookPage) { return QString(); });
    const QAbstractItemModelTester tester(&model);
    const QPersistentModelIndex row = model.index(0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    mark(1);
    const QString last = mark(5);
    EXPECT_EQ(row.row(), 1) << "whoever is writing in it goes on";
    layer.remove(last);

    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_TRUE(row.isValid());
    EXPECT_EQ(reset.size(), 0);
}

TEST(InkList, NamesBookmarksAndSharesAfterwards)
{
    Shown shown;
    InkLayer &layer = shown.stage.layer;
    shown.stage.overlay->toggleBookmark();
    InkList list(layer, [](BookPage page) { return QStringLiteral("p%1").arg(page.page + 1); });
    list.show();
    auto *const view = list.findChild<QListView *>(QStringLiteral("inkRows"));
    view->setCurrentIndex(view->model()->index(0, 0));

    EXPECT_TRUE(view->model()->setData(view->currentIndex(), QStringLiteral(" 予算の表 "), Qt::EditRole));
    EXPECT_EQ(shown.ink().front().ink.shape.text, QStringLiteral("予算の表"));
    auto *const menu = list.findChild<QMenu *>(QStringLiteral("shareInkMenu"));
    Q_EMIT menu->aboutToShow();
    EXPECT_FALSE(menu->findChild<QAction *>(QStringLiteral("shareInk1"))) << "nobody is chosen";
    menu->findChild<QAction *>(QStringLiteral("shareInk2"))->trigger();
    EXPECT_EQ(shown.ink().front().ink.audience, InkAudience::All);
    EXPECT_EQ(list.findChild<QToolButton *>(QStringLiteral("shareInk"))->text(), QStringLiteral("Everybody"));

    layer.take({otherNote(QStringLiteral("確認済み"), {0.6, 0.6}, kOtherId)});
    list.findChild<QTabBar *>(QStringLiteral("inkWhose"))->setCurrentIndex(1);
    view->setCurrentIndex(view->model()->index(0, 0));
    EXPECT_FALSE(view->model()->setData(view->currentIndex(), QStringLiteral("別の"), Qt::EditRole));
    EXPECT_FALSE(list.findChild<QToolButton *>(QStringLiteral("shareInk"))->isVisible());
}

TEST(InkList, WritesNoNameOverOneThatCameMeanwhile)
{
    Shown shown;
    InkLayer &layer = shown.stage.layer;
    shown.stage.overlay->toggleBookmark();
    layer.acknowledge(layer.unsent());
    InkList list(layer, [](BookPage page) { return QStringLiteral("p%1").arg(page.page + 1); });
    list.show();
    auto *const view = list.findChild<QListView *>(QStringLiteral("inkRows"));
    view->setCurrentIndex(view->model()->index(0, 0));
    view->edit(view->currentIndex());
    auto *const field = view->findChild<QLineEdit *>();
    ASSERT_TRUE(field);
    field->setText(QStringLiteral("こちら"));
    Ink elsewhere = shown.ink().front().ink;
    ++elsewhere.version;
    elsewhere.shape.text = QStringLiteral("ほか");

    layer.take({elsewhere});
    EXPECT_EQ(field->text(), QStringLiteral("こちら")) << "what is written stays";
    QTest::keyClick(field, Qt::Key_Return);
    QTest::qWait(1);

    QStringList names;
    for (const PlacedInk &placed : shown.ink())
        names += placed.ink.shape.text;
    names.sort();
    EXPECT_EQ(names, (QStringList{QStringLiteral("こちら"), QStringLiteral("ほか")}));
}

} // namespace kessai::test
