// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/meterbar.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QImage>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

class WidgetsTest : public ::testing::Test {
protected:
    void SetUp() override { theme.apply({ThemeChoice::Light, FontChoice::Standard, 100}); }
    void TearDown() override { theme.apply({ThemeChoice::Light, FontChoice::Standard, 100}); }

    Theme theme{*qApp};
};

std::vector<NavGroup> samplePlaces()
{
    return {
        {u"決裁"_s,
         {{u"tray"_s, u"inbox"_s, u"承認待ち"_s, BadgeKind::Attention, 12}, {u"own"_s, u"send"_s, u"自分の申請"_s}}},
        {u"管理"_s, {{u"settings"_s, u"settings"_s, u"設定"_s}}}};
}

} // namespace

TEST_F(WidgetsTest, RowsGrowWithTheTextButNotWithoutNeed)
{
    EXPECT_EQ(rowHeight(), 44);
    EXPECT_EQ(rowHeight(true), 32);

    theme.apply({ThemeChoice::Light, FontChoice::Standard, 150});

    EXPECT_GE(rowHeight(), 60);
    EXPECT_GE(rowHeight(true), 44);
}

TEST_F(WidgetsTest, ChipsAreAsHighAsTheLookSaysAndWideEnoughForTheirWord)
{
    const ChipLook look = chipLook(ChipState::Returned);
    const QSize size = chipSize(look);

    EXPECT_EQ(size.height(), 24);
    EXPECT_GT(size.width(), QFontMetrics(fontFor(TextRole::Chip)).horizontalAdvance(look.word) + 14);
}

TEST_F(WidgetsTest, AChipStaysWithinItsCellAndTurnsToTheSurfaceOnASelectedRow)
{
    QImage image(300, 44, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::magenta);
    QPainter painter(&image);

    const QRectF narrow = paintChip(painter, QRectF(0, 0, 50, 44), chipLook(ChipState::Decided));
    const QRectF selected = paintChip(painter, QRectF(100, 0, 200, 44), chipLook(ChipState::Decided), true);
    painter.end();

    EXPECT_LE(narrow.right(), 50);
    EXPECT_EQ(image.pixelColor(60, 22), QColor(Qt::magenta));
    EXPECT_EQ(image.pixelColor(5, 22), tokens()[Token::SuccessFill]);
    EXPECT_EQ(image.pixelColor(int(selected.x()) + 5, 22), tokens()[Token::Surface]);
}

TEST_F(WidgetsTest, BadgesStopCountingAtAThousand)
{
    EXPECT_EQ(badgeText(0), QString());
    EXPECT_EQ(badgeText(-3), QString());
    EXPECT_EQ(badgeText(7), u"7"_s);
    EXPECT_EQ(badgeText(999), u"999"_s);
    EXPECT_EQ(badgeText(1000), u"999+"_s);
    EXPECT_TRUE(badgeSize(0, BadgeKind::Attention).isEmpty());
    EXPECT_TRUE(badgeSize(5, BadgeKind::None).isEmpty());
    EXPECT_GT(badgeSize(1000, BadgeKind::Information).width(), badgeSize(5, BadgeKind::Information).width());
}

TEST_F(WidgetsTest, NavigationWalksOverHeadingsAndTellsOnlyOfTheUser)
{
    NavigationList list;
    QSignalSpy spy(&list, &NavigationList::placeChosen);
    list.setGroups(samplePlaces());
    const QAbstractItemModelTester tester(list.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    list.resize(list.width(), 400);
    list.show();
    EXPECT_EQ(list.currentId(), u"tray"_s);
    EXPECT_EQ(spy.count(), 0);

    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Down);

    EXPECT_EQ(list.currentId(), u"settings"_s);
    ASSERT_EQ(spy.count(), 2);
    EXPECT_EQ(spy.last().first().toString(), u"settings"_s);

    list.setCurrentId(u"own"_s);
    list.setCurrentId(u"nowhere"_s);
    EXPECT_EQ(list.currentId(), u"own"_s);
    EXPECT_EQ(spy.count(), 2);

    list.setGroups(samplePlaces());
    EXPECT_EQ(list.currentId(), u"own"_s) << "the place is kept";
    EXPECT_EQ(spy.count(), 2);
}

TEST_F(WidgetsTest, WhatFoldsShowsItsPlacesWhenSomebodyOpensIt)
{
    NavigationList list;
    std::vector<NavGroup> groups = samplePlaces();
    groups[1].folds = true;
    groups[1].items[0].badge = BadgeKind::Attention;
    list.setGroups(groups);
    const QAbstractItemModelTester tester(list.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    list.resize(list.width(), 400);
    list.show();
    list.setCount(u"settings"_s, 3);
    const QModelIndex heading = list.model()->index(3, 0);
    EXPECT_TRUE(list.has(u"settings"_s));
    EXPECT_TRUE(list.placeRect(u"settings"_s).isEmpty());
    EXPECT_TRUE(heading.data(Qt::AccessibleTextRole).toString().contains(u'3')) << "what it hides is counted";

    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(heading).center());
    EXPECT_FALSE(list.placeRect(u"settings"_s).isEmpty());
    EXPECT_EQ(list.currentId(), u"tray"_s) << "a heading is no place";
    QTest::keyClick(&list, Qt::Key_Space);
    EXPECT_TRUE(list.placeRect(u"settings"_s).isEmpty());

    list.setCurrentId(u"settings"_s);
    EXPECT_FALSE(list.placeRect(u"settings"_s).isEmpty()) << "where one is can be seen";
    list.setGroups(groups);
    EXPECT_FALSE(list.placeRect(u"settings"_s).isEmpty()) << "and stays so";
    EXPECT_EQ(list.currentId(), u"settings"_s);
}

TEST_F(WidgetsTest, NavigationSpeaksItsCounts)
{
    NavigationList list;
    list.setGroups(samplePlaces());
    const QModelIndex tray = list.model()->index(1, 0);
    EXPECT_TRUE(tray.data(Qt::AccessibleTextRole).toString().contains(u"12"_s));

    list.setCount(u"tray"_s, 0);
    EXPECT_EQ(tray.data(Qt::AccessibleTextRole).toString(), u"承認待ち"_s);

    list.setRail(true);
    EXPECT_EQ(list.width(), 64);
    EXPECT_EQ(tray.data(Qt::ToolTipRole).toString(), u"承認待ち"_s);
    list.setRail(false);
    EXPECT_EQ(list.width(), 216);
}

TEST_F(WidgetsTest, ARailLeadsByItsArrowsToWhatIsOutOfSight)
{
    NavigationList list;
    list.setGroups(samplePlaces());
    list.setRail(true);
    list.resize(list.width(), 120);
    list.show();
    QCoreApplication::processEvents();
    QScrollBar *bar = list.verticalScrollBar();
    ASSERT_GT(bar->maximum(), 0);
    QSignalSpy chosen(&list, &NavigationList::placeChosen);
    const QImage before = list.viewport()->grab().toImage();

    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, {32, list.viewport()->height() - 4});
    EXPECT_GT(bar->value(), 0);
    EXPECT_EQ(chosen.count(), 0) << "an arrow is no place";
    EXPECT_NE(list.viewport()->grab().toImage(), before);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, {32, 4});
    EXPECT_EQ(bar->value(), 0);
    list.setRail(false);
}

TEST_F(WidgetsTest, AnArrowOfARailIsForTheLeftButtonAndKeepsThePress)
{
    NavigationList list;
    list.setGroups(samplePlaces());
    list.setRail(true);
    list.resize(list.width(), 400);
    list.show();
    QCoreApplication::processEvents();
    list.resize(list.width(), list.placeRect(u"own"_s).bottom() + 1);
    QCoreApplication::processEvents();
    QScrollBar *bar = list.verticalScrollBar();
    const QPoint arrow(32, list.viewport()->height() - 4);
    list.setCurrentId(u"own"_s);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.placeRect(u"own"_s).center());
    bar->setValue(0);
    ASSERT_TRUE(list.placeRect(u"own"_s).contains(arrow)) << "it lies below the arrow";
    const int place = bar->value();
    QSignalSpy chosen(&list, &NavigationList::placeChosen);

    QTest::mouseClick(list.viewport(), Qt::RightButton, {}, arrow);
    EXPECT_EQ(bar->value(), place);
    QTest::mousePress(list.viewport(), Qt::LeftButton, {}, arrow);
    EXPECT_GT(bar->value(), place);
    QTest::mouseMove(list.viewport(), arrow - QPoint(0, 40));
    bar->setValue(place);
    QTest::mouseRelease(list.viewport(), Qt::LeftButton, {}, arrow);

    EXPECT_EQ(chosen.count(), 0) << "what lies below an arrow was not pressed";
    list.setRail(false);
}

TEST_F(WidgetsTest, ABannerSaysActsAndGoes)
{
    QWidget page;
    QuietBanner banner(&page);
    page.show();
    EXPECT_FALSE(banner.isVisible());
    QSignalSpy acted(&banner, &QuietBanner::actionTriggered);
    QSignalSpy closed(&banner, &QuietBanner::closed);

    banner.say(BannerKind::Error, u"つながりません"_s, u"もう一度"_s);

    EXPECT_TRUE(banner.isVisible());
    EXPECT_EQ(banner.text(), u"つながりません"_s);
    EXPECT_EQ(banner.accessibleName(), u"つながりません"_s);
    QTest::mouseClick(banner.findChild<QPushButton *>(u"bannerAction"_s), Qt::LeftButton);
    EXPECT_EQ(acted.count(), 1);
    EXPECT_TRUE(banner.isVisible()) << "the cause may still be there";
    QTest::mouseClick(banner.findChild<QToolButton *>(u"bannerClose"_s), Qt::LeftButton);
    EXPECT_EQ(closed.count(), 1);
    EXPECT_FALSE(banner.isVisible());

    banner.say(BannerKind::Warning, u"古い内容です"_s, {}, false);
    QTest::keyClick(&banner, Qt::Key_Escape);
    EXPECT_TRUE(banner.isVisible()) << "it cannot be closed";
}

TEST_F(WidgetsTest, AnUndoIsOfferedOnceAndLapses)
{
    UndoLine line;
    line.show();
    QSignalSpy undone(&line, &UndoLine::undoRequested);
    QSignalSpy lapsed(&line, &UndoLine::offerLapsed);

    line.offer(u"1件を承認しました"_s, u"元に戻す"_s);
    EXPECT_TRUE(line.canUndo());
    QTest::mouseClick(line.findChild<QPushButton *>(u"undo"_s), Qt::LeftButton);
    EXPECT_EQ(undone.count(), 1);
    EXPECT_FALSE(line.canUndo());

    line.offer(u"1件"_s, u"元に戻す"_s, 20);
    EXPECT_TRUE(QTest::qWaitFor([&] { return lapsed.count() == 1; }, 2000));
    line.offer(u"1件"_s, u"元に戻す"_s);
    line.say(u"2件"_s);
    EXPECT_EQ(lapsed.count(), 2) << "the next thing said ends the offer";
    EXPECT_EQ(line.text(), u"2件"_s);
    EXPECT_EQ(undone.count(), 1);
}

TEST_F(WidgetsTest, SearchWaitsForTypingToRestAndForTheInputMethod)
{
    SearchField field;
    field.setPause(30);
    field.show();
    QSignalSpy spy(&field, &SearchField::searchRequested);

    QInputMethodEvent preedit(u"きゅうか"_s, {});
    QCoreApplication::sendEvent(&field, &preedit);
    QTest::qWait(80);
    EXPECT_EQ(spy.count(), 0) << "nothing is decided yet";
    QInputMethodEvent commit;
    commit.setCommitString(u"休暇"_s);
    QCoreApplication::sendEvent(&field, &commit);
    EXPECT_TRUE(QTest::qWaitFor([&] { return spy.count() == 1; }, 2000));
    EXPECT_EQ(spy.last().first().toString(), u"休暇"_s);

    QTest::keyClick(&field, Qt::Key_Return);
    EXPECT_EQ(spy.count(), 1) << "the same text is not told twice";
    QTest::keyClick(&field, Qt::Key_Escape);
    ASSERT_EQ(spy.count(), 2);
    EXPECT_EQ(spy.last().first().toString(), QString());
    for (const QToolButton *button : field.findChildren<QToolButton *>())
        EXPECT_FALSE(button->accessibleName().isEmpty());
}

TEST_F(WidgetsTest, AMeterKnowsWhenItIsOver)
{
    MeterBar meter;
    meter.setView({1110, 180, 2700, u"今月 18時間30分"_s, u"この申請 3時間"_s, u"上限 45時間"_s, {}});
    EXPECT_FALSE(meter.isOver());
    EXPECT_TRUE(meter.accessibleName().contains(u"上限 45時間"_s));
    const int height = meter.sizeHint().height();

    meter.setView({2700, 0, 2700, {}, {}, {}, {}});
    EXPECT_FALSE(meter.isOver()) << "the limit itself is allowed";
    meter.setView({2700, 1, 2700, {}, {}, {}, u"上限を1分超えます"_s});
    EXPECT_TRUE(meter.isOver());
    EXPECT_GT(meter.sizeHint().height(), height);
    meter.setView({0, 100, {}, {}, {}, {}, {}});
    EXPECT_FALSE(meter.isOver());
    meter.resize(300, 40);
    meter.setView({0, 0, 0, {}, {}, {}, {}});
    meter.grab(); // no quantity, no limit: nothing to divide by

    const QString figures = u"残額 21,555,600円 → 今回 3,592,600円 → 差引 17,963,000円"_s;
    meter.show();
    meter.resize(600, 40);
    meter.setView({100, 10, 200, figures, {}, {}, {}});
    const int one = meter.sizeHint().height();
    meter.resize(220, 40);
    EXPECT_GT(meter.sizeHint().height(), one) << "what is left then has a line of its own";
}

TEST_F(WidgetsTest, AnElidedLabelStaysNarrowAndNeverLosesItsText)
{
    const QString text = u"庁舎空調設備 保守点検業務委託料 第3四半期分"_s;
    ElidedLabel label(text, TextRole::CardTitle);

    EXPECT_LT(label.minimumSizeHint().width(), 80);
    EXPECT_EQ(label.text(), text);
    EXPECT_GT(label.sizeHint().width(), 200);
}

TEST_F(WidgetsTest, AFlowBreaksLinesAndSkipsWhatIsHidden)
{
    QWidget page;
    auto *flow = new FlowLayout(&page);
    std::vector<QWidget *> boxes;
    for (int i = 0; i < 4; ++i) {
        auto *box = new QWidget;
        box->setFixedSize(100, 20);
        flow->addWidget(box);
        boxes.push_back(box);
    }
    const int oneLine = flow->heightForWidth(1000);
    const int twoLines = flow->heightForWidth(250);

    EXPECT_EQ(oneLine, 20);
    EXPECT_EQ(twoLines, 20 + flow->spacing() + 20);
    page.show();
    boxes[0]->hide();
    boxes[1]->hide();
    EXPECT_EQ(flow->heightForWidth(250), 20);
}

TEST_F(WidgetsTest, ALoadingLineAppearsOnlyForSlowAnswers)
{
    LoadingLine line;
    line.resize(400, line.height());
    line.show();
    const auto painted = [&line] {
        QImage image(line.size(), QImage::Format_ARGB32);
        image.fill(Qt::magenta);
        line.render(&image, {}, {}, QWidget::RenderFlags());
        return image.pixelColor(200, 0) != QColor(Qt::magenta) || image.pixelColor(10, 0) != QColor(Qt::magenta);
    };

    line.setLoading(true);
    EXPECT_FALSE(painted());
    EXPECT_TRUE(QTest::qWaitFor(painted, 3000));
    line.setLoading(false);
    EXPECT_FALSE(painted());
}

TEST_F(WidgetsTest, AnEmptyStateSaysWhatToDo)
{
    EmptyState empty;
    QSignalSpy spy(&empty, &EmptyState::buttonClicked);
    empty.setContents(u"inbox"_s, u"承認を待つ案件はありません"_s, u"届くとここに出ます"_s, u"決裁済みを見る"_s);
    empty.show();

    EXPECT_EQ(empty.accessibleName(), u"承認を待つ案件はありません"_s);
    auto *button = empty.findChild<QPushButton *>(u"emptyStateButton"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(spy.count(), 1);
    empty.setContents(u"inbox"_s, u"ありません"_s, {});
    EXPECT_FALSE(button->isVisible());
}

TEST_F(WidgetsTest, ACardIsNamedByItsTitle)
{
    Card card;
    card.setTitle(u"承認経路"_s, u"所属から自動で決まりました"_s);

    EXPECT_EQ(card.accessibleName(), u"承認経路"_s);
}

TEST(RowTable, GoesToItsEndsAndPastTheNamesOfGroups)
{
    QStandardItemModel model(4, 2);
    QTableView table;
    dressRows(table, u"rows"_s, u"Rows"_s, 32);
    table.setModel(&model);
    table.setSpan(0, 0, 1, 2);
    table.selectRow(2);

    QTest::keyClick(&table, Qt::Key_End);
    EXPECT_EQ(table.currentIndex().row(), 3);
    QTest::keyClick(&table, Qt::Key_Home);
    EXPECT_EQ(table.currentIndex().row(), 1) << "the first is the name of a group";
}

TEST(SearchableBox, OpensItsListBySpaceAndBeginsWithWhatMayBeChosen)
{
    QComboBox box;
    box.addItem(u"選択…"_s, QString());
    addEntry(box, u"山田 太郎"_s, u"1"_s, u"やまだ たろう"_s);
    addEntry(box, u"小山 大介"_s, u"2"_s, u"おやま だいすけ"_s);
    makeSearchable(box, u"検収者"_s);
    box.show();
    box.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&box));
    box.setFocus(Qt::TabFocusReason);
    box.lineEdit()->selectAll();
    QCoreApplication::processEvents();

    QTest::keyClick(box.lineEdit(), Qt::Key_Space);
    ASSERT_TRUE(QTest::qWaitFor([&] { return box.view()->isVisible(); }));
    EXPECT_FALSE(box.completer()->popup()->isVisible());
    QTest::keyClick(box.view(), Qt::Key_Down);
    QTest::keyClick(box.view(), Qt::Key_Return);
    QCoreApplication::processEvents();

    EXPECT_EQ(box.currentIndex(), 1);
    EXPECT_EQ(box.currentText(), u"山田 太郎"_s);
    EXPECT_FALSE(isUnsettled(box));
}

/// Who is meant by name comes before who is found by something behind it.
TEST(SearchableBox, SuggestsWhatBeginsWithTheWordsFirstAndChoosesIt)
{
    QComboBox box;
    box.addItem(u"選択…"_s, QString());
    addEntry(box, u"総務部長（役割 財政）"_s, u"1"_s);
    addEntry(box, u"企画財政部長"_s, u"2"_s);
    addEntry(box, u"財政課長"_s, u"3"_s);
    makeSearchable(box, u"宛先"_s);
    box.show();
    box.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&box));
    box.setFocus(Qt::TabFocusReason);
    QCoreApplication::processEvents();
    box.lineEdit()->clear();

    QInputMethodEvent typed;
    typed.setCommitString(u"財政"_s);
    QCoreApplication::sendEvent(box.lineEdit(), &typed);

    const QAbstractItemView *popup = box.completer()->popup();
    ASSERT_TRUE(QTest::qWaitFor([&] { return popup->isVisible(); }));
    QStringList offered;
    for (int row = 0; row < popup->model()->rowCount(); ++row)
        offered.append(popup->model()->index(row, 0).data().toString());
    EXPECT_EQ(offered, (QStringList{u"財政課長"_s, u"企画財政部長"_s, u"総務部長（役割 財政）"_s}));

    QSignalSpy activated(&box, &QComboBox::activated);
    QTest::keyClick(box.completer()->popup(), Qt::Key_Down);
    QTest::keyClick(box.completer()->popup(), Qt::Key_Return);
    QCoreApplication::processEvents();
    EXPECT_EQ(box.currentData(), u"3"_s) << "the one that was pointed at, not the one in its place in the list";
    EXPECT_EQ(activated.count(), 1);
    EXPECT_FALSE(isUnsettled(box));
}

TEST(SearchableBox, EndsWithDotsWhereItsTextGoesOn)
{
    QWidget page;
    QComboBox box(&page);
    QLineEdit other(&page);
    other.setGeometry(0, 100, 80, 30);
    addEntry(box, QString(), QString());
    addEntry(box, u"吉田 浩二（デジタル戦略課 情報システム係主任）"_s, u"1"_s);
    makeSearchable(box, u"起案者"_s);
    box.setGeometry(0, 0, 120, 30);
    box.setCurrentIndex(1);
    page.show();
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    other.setFocus();
    const auto *dots = box.findChild<QLabel *>(u"endDots"_s);
    ASSERT_NE(dots, nullptr);

    EXPECT_TRUE(QTest::qWaitFor([&] { return dots->isVisible(); }));
    EXPECT_EQ(box.toolTip(), box.currentText());
    box.setFocus();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !dots->isVisible(); })) << "whoever writes sees what they write";
    other.setFocus();
    box.resize(900, 30);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !dots->isVisible() && box.toolTip().isEmpty(); }));
}

TEST(WrappedText, HasTheLinesItNeeds)
{
    const QWidget view;

    EXPECT_EQ(WrappedText::more(view, u"短い"_s, 300), 0);
    const int two = WrappedText::more(view, u"01-02-01-01-0010-10-01"_s, 110);
    EXPECT_GT(two, 0) << "also within a code";
    EXPECT_GE(WrappedText::more(view, u"01-02-01-01-0010-10-01　一般管理事業 需用費（消耗品費）"_s, 110), two);
}

} // namespace kessai
