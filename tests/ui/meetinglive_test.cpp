// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetinglive.h"

#include "tests/ui/meetinglivetest.h"
#include "ui/meetings/inkchoice.h"
#include "ui/meetings/inklayer.h"
#include "ui/meetings/liveline.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/membermenu.h"
#include "ui/tray/casespage.h"
#include "ui/widgets/quietbanner.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai::test {

TEST_F(MeetingLiveTest, OffersNothingBeforeItBegins)
{
    readAs(kato);

    EXPECT_FALSE(part<QWidget>(u"liveLine"_s)->isVisible());
    EXPECT_FALSE(part<QToolButton>(u"conductButton"_s)->isVisible());
    EXPECT_FALSE(seat().isRunning());
}

TEST_F(MeetingLiveTest, FollowsUntilAPageIsTurnedByOneself)
{
    begin();
    ASSERT_TRUE(live(kato, ShowPlace{{1, 1, 1, std::nullopt}}));
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isPresented(); }));
    EXPECT_EQ(view().currentPage(), (BookPage{1, 0})) << "nobody is taken along unasked";
    EXPECT_TRUE(words().contains(u"2/2"_s)) << words().toStdString();

    QTest::keyClick(&view().pageArea(), Qt::Key_F);
    EXPECT_TRUE(seat().isFollowing());
    EXPECT_EQ(view().currentPage(), (BookPage{1, 1}));
    ASSERT_TRUE(live(kato, ShowPlace{{2, 1, 0, std::nullopt}}));
    EXPECT_TRUE(isAt({2, 0}));
    QTest::keyClick(&view().pageArea(), Qt::Key_Home);
    EXPECT_FALSE(seat().isFollowing());
    ASSERT_TRUE(live(kato, ShowPlace{{2, 1, 1, std::nullopt}}));
    ASSERT_TRUE(wait([&] { return seat().live().place.page == 1; }));
    EXPECT_EQ(view().currentPage(), (BookPage{1, 0})) << "it stays where one went";

    EXPECT_EQ(part<QToolButton>(u"followButton"_s)->text(), LiveLine::tr("Back to the presenter"));
    part<QToolButton>(u"followButton"_s)->click();
    EXPECT_EQ(view().currentPage(), (BookPage{2, 1}));
}

TEST_F(MeetingLiveTest, KeepsAFollowersPlaceOnThePageWhileOnlyThePointerMoves)
{
    begin();
    ASSERT_TRUE(live(kato, ShowPlace{{1, 1, 1, std::nullopt}}));
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isPresented(); }));
    seat().follow();
    view().pageArea().setZoomPercent(300);
    view().pageArea().verticalScrollBar()->setValue(view().pageArea().verticalScrollBar()->value() + 40);
    const int before = view().pageArea().verticalScrollBar()->value();

    ASSERT_TRUE(live(kato, ShowPlace{{1, 1, 1, QPointF(0.5, 0.5)}}));
    ASSERT_TRUE(wait([&] { return seat().live().place.pointer.has_value(); }));

    EXPECT_EQ(view().pageArea().verticalScrollBar()->value(), before);
    EXPECT_TRUE(seat().isFollowing());
}

TEST_F(MeetingLiveTest, CallsEverybodyOnceAndLetsThemGoBack)
{
    begin();
    ASSERT_TRUE(live(kato, ShowPlace{{2, 1, 1, std::nullopt}}));
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isPresented(); }));
    EXPECT_FALSE(isOffered(u"callAll"_s)) << "for secretaries";

    ASSERT_TRUE(live(sato, CallAll()));
    EXPECT_TRUE(isAt({2, 1}));
    EXPECT_TRUE(isOffered(u"liveBack"_s));
    ASSERT_TRUE(live(sato, CallAll()));
    ASSERT_TRUE(wait([&] { return seat().live().called == 2; })) << "and once more, while they are there";
    part<QToolButton>(u"liveBack"_s)->click();

    EXPECT_EQ(view().currentPage(), (BookPage{1, 0}));
    EXPECT_FALSE(seat().isFollowing());
    EXPECT_FALSE(isOffered(u"liveBack"_s));
    ASSERT_TRUE(live(kato, ShowPlace{{2, 1, 0, std::nullopt}}));
    ASSERT_TRUE(wait([&] { return seat().live().place.page == 0; }));
    EXPECT_EQ(view().currentPage(), (BookPage{1, 0})) << "once is once";
}

TEST_F(MeetingLiveTest, CallsEverybodyAtTheSecondPress)
{
    begin();
    readAs(sato);
    ASSERT_TRUE(wait([&] { return isOffered(u"callAll"_s); }));

    part<QToolButton>(u"callAll"_s)->click();
    settle();
    EXPECT_EQ(liveNow(suzuki).called, 0) << "one stray click calls nobody";
    part<QToolButton>(u"callAll"_s)->click();

    EXPECT_TRUE(wait([&] { return liveNow(suzuki).called == 1; }));
    EXPECT_EQ(words(), LiveLine::tr("Everybody is called to the presenter's page."));
}

TEST_F(MeetingLiveTest, ScrollsWithThePresenterWithinAPage)
{
    begin();
    ASSERT_TRUE(live(kato, ShowPlace{{1, 1, 1, std::nullopt, 0.5}}));
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isPresented(); }));
    view().pageArea().setZoomPercent(300);
    seat().follow();
    EXPECT_NEAR(view().scrolledShare(), 0.5, 0.01);
    ASSERT_TRUE(live(kato, ShowPlace{{1, 1, 1, std::nullopt, 1}}));
    EXPECT_TRUE(wait([&] { return view().scrolledShare() > 0.99; }));
    EXPECT_TRUE(seat().isFollowing());
    EXPECT_EQ(view().currentPage(), (BookPage{1, 1}));
    ASSERT_TRUE(live(kato, ShowPlace{{2, 1, 0, std::nullopt, 0}}));
    EXPECT_TRUE(isAt({2, 0}));
    EXPECT_NEAR(view().scrolledShare(), 0, 0.01);
    readAs(kato);
    EXPECT_TRUE(isAt({2, 0})) << "whoever presents and comes back takes nobody to the beginning";
    EXPECT_EQ(liveNow(suzuki).place.paper, 2);
}

TEST_F(MeetingLiveTest, TellsHowFarDownThePageWhoPresentsIs)
{
    readAs(sato);
    pressTwice(u"beginMeeting"_s);
    ASSERT_TRUE(wait([&] { return seat().isPresenting() && liveNow(suzuki).place.paper == 1; }));
    view().pageArea().setZoomPercent(300);
    const qint64 before = liveNow(suzuki).mark;
    auto *bar = view().pageArea().verticalScrollBar();
    for (int i = 0; i <= 100; ++i)
        bar->setValue(bar->maximum() * i / 100);
    ASSERT_TRUE(wait([&] { return liveNow(suzuki).place.scrolled > 0.99; }));
    EXPECT_EQ(liveNow(suzuki).place.page, 0);
    EXPECT_LE(liveNow(suzuki).mark - before, 2) << "the last of many places";
}

TEST_F(MeetingLiveTest, StaysOnTheContentOfAPaperThatIsReplaced)
{
    const auto pages = [](std::initializer_list<const char *> texts) {
        std::vector<PaperPage> made;
        for (const char *text : texts) {
            const QString folded = QString::fromUtf8(text);
            made.push_back({printText(pagePrint(folded, {}, 0, 0)), folded});
        }
        return made;
    };
    PutPaper older = paperPut(3, 2);
    older.pages = pages({"表紙", "令和九年度の予算編成方針", "庁舎の空調設備の更新"});
    ASSERT_TRUE(meet(office, sato, m_id, older));
    begin();
    readAs(suzuki, 7);
    ASSERT_TRUE(wait([&] { return seat().isPresented(); }));
    view().showPage({3, 1});
    ASSERT_TRUE(live(kato, ShowPlace{{3, 1, 1, std::nullopt}}));
    seat().follow();

    PutPaper newer = paperPut(3, 2, 2);
    newer.pages = pages({"表紙", "あらたに入った目次", "令和九年度の予算編成方針"});
    ASSERT_TRUE(meet(office, sato, m_id, newer));

    EXPECT_TRUE(isAt({3, 2})) << "where it is now";
    EXPECT_TRUE(seat().isFollowing()) << "nobody turned a page";
    view().showPage({3, 1});
    PutPaper without = paperPut(3, 2, 3);
    without.pages = pages({"表紙", "令和九年度の予算編成方針"});
    ASSERT_TRUE(meet(office, sato, m_id, without));
    EXPECT_TRUE(isAt({3, 0})) << "it is there no more: the one before it";
    EXPECT_TRUE(part<QuietBanner>(u"readerBanner"_s)
                    ->text()
                    .contains(MeetingReader::tr("The page you read is not in it any more; this is the one before.")));
}

TEST_F(MeetingLiveTest, LeavesThePagesTheirRoom)
{
    begin();
    there(suzuki);
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isPresented(); }));
    auto *room = m_window->meetings()->parentWidget()->parentWidget()->parentWidget();
    auto *outer = qobject_cast<QAbstractScrollArea *>(room);
    ASSERT_TRUE(outer) << "what scrolls where a page has too little room";
    const auto fits = [&] {
        return outer->horizontalScrollBar()->maximum() == 0 && outer->verticalScrollBar()->maximum() == 0;
    };
    for (const QSize size : {QSize(911, 512), QSize(1024, 600), QSize(1366, 768), QSize(911, 512)}) {
        m_window->resize(size);
        settle();
        EXPECT_GE(view().pageArea().height(), size.height() * 6 / 10) << size.width();
        EXPECT_TRUE(fits()) << size.width();
    }
    const int width = view().pageArea().width();

    part<QToolButton>(u"conductButton"_s)->click();
    settle();
    EXPECT_TRUE(part<QWidget>(u"conductPane"_s)->isVisible());
    EXPECT_EQ(view().pageArea().width(), width) << "it lies over the page";
    QTest::keyClick(part<QTabBar>(u"conductTabs"_s), Qt::Key_F7);
    EXPECT_FALSE(part<QWidget>(u"conductPane"_s)->isVisible());
    EXPECT_TRUE(view().pageArea().hasFocus());
    ASSERT_TRUE(meet(office, kato, m_id,
                     OpenVote{now().seq + 1, 1, u"原案のとおり、来年度から三か年で行うことでよいか"_s, true}));
    ASSERT_TRUE(wait([&] { return part<QWidget>(u"voteLine"_s)->isVisible(); }));
    part<QPushButton>(u"voteYes"_s)->click();
    ASSERT_TRUE(wait([&] { return part<QPushButton>(u"voteYes"_s)->isChecked(); }));
    settle();
    EXPECT_TRUE(fits());
    EXPECT_LT(part<QPushButton>(u"voteAbstain"_s)->mapTo(m_window, QPoint(0, 0)).x() + 20, m_window->width());
}

TEST_F(MeetingLiveTest, EscPutsDownWhatIsInTheHandBeforeItLeaves)
{
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isPresented(); }));
    m_window->resize(911, 512);
    settle();
    QWidget *pages = &view().pageArea();
    part<QToolButton>(u"notesButton"_s)->click();
    QTest::keyClick(pages, Qt::Key_P);
    view().startSearch(u"予算"_s);
    reader().panes().addPane();
    const auto esc = [&] { QTest::keyClick(&view().pageArea(), Qt::Key_Escape); };

    esc();
    EXPECT_EQ(reader().ink().choice().tool(), InkTool::Hand);
    esc();
    EXPECT_FALSE(part<QWidget>(u"inkList"_s)->isVisible());
    esc();
    EXPECT_EQ(reader().panes().paneCount(), 1);
    esc();
    EXPECT_FALSE(view().endSearch()) << "it is closed already";
    EXPECT_TRUE(reader().isVisible()) << "pressed quickly once more it means the same";
    EXPECT_TRUE(wait([&] {
        esc();
        return !reader().isVisible();
    }));
}

TEST_F(MeetingLiveTest, OffersToShowWhatWasWrittenJustBefore)
{
    begin();
    readAs(suzuki);
    InkLayer &layer = *reader().ink().layer();
    layer.add({1, 1}, {InkKind::Pen, 0, 3, {{0.2F, 0.25F, 1}, {0.8F, 0.25F, 1}}, {}, {}});
    auto *banner = part<QuietBanner>(u"readerBanner"_s);

    layer.setAudience(InkAudience::All);
    ASSERT_TRUE(banner->isVisible());
    EXPECT_TRUE(banner->text().contains(u"2/2"_s)) << "it says which: " << banner->text().toStdString();
    EXPECT_EQ(layer.all().front().ink.audience, InkAudience::Private) << "and is not asked for";
    find<QPushButton>(*banner, u"bannerAction"_s)->click();

    ASSERT_EQ(layer.all().size(), 1U);
    EXPECT_EQ(layer.all().front().ink.audience, InkAudience::All);
    EXPECT_FALSE(banner->isVisible());
    layer.setAudience(InkAudience::Private);
    EXPECT_FALSE(banner->isVisible());

    layer.add({1, 1}, {InkKind::Pen, 0, 3, {{0.2F, 0.5F, 1}, {0.8F, 0.5F, 1}}, {}, {}});
    layer.setAudience(InkAudience::All);
    ASSERT_TRUE(banner->isVisible());
    layer.setAudience(InkAudience::Private);
    EXPECT_FALSE(banner->isVisible()) << "nobody else reads it now";
    reader().ink().shareFresh();
    EXPECT_EQ(std::ranges::count(layer.all(), InkAudience::All, [](const PlacedInk &one) { return one.ink.audience; }),
              1);
}

TEST_F(MeetingLiveTest, SaysWhatIsMissingWhileTheLineIsCut)
{
    begin();
    ASSERT_TRUE(live(kato, ShowPlace{{1, 1, 1, std::nullopt}}));
    readAs(sato);
    ASSERT_TRUE(wait([&] { return seat().isPresented(); }));
    part<QPushButton>(u"editMeeting"_s)->click();
    settle();
    office.cut();
    part<QAbstractButton>(u"readBook"_s)->click();

    ASSERT_TRUE(wait([&] { return seat().isCutOff(); }));
    EXPECT_TRUE(part<QWidget>(u"liveLine"_s)->isVisible());
    EXPECT_FALSE(words().isEmpty());
    office.mend();
    EXPECT_TRUE(wait([&] { return seat().isPresented(); })) << "by itself";
    EXPECT_TRUE(words().contains(u"2/2"_s));
}

TEST_F(MeetingLiveTest, ShowsOthersThePageOfWhoPresentsAndWhereTheyPoint)
{
    readAs(sato);
    ASSERT_TRUE(isOffered(u"beginMeeting"_s));
    pressTwice(u"beginMeeting"_s);
    ASSERT_TRUE(wait([&] { return seat().isPresenting(); }));
    ASSERT_TRUE(wait([&] { return liveNow(suzuki).place.paper == 1; })) << "where one is when one begins";

    QTest::keyClick(&view().pageArea(), Qt::Key_End);
    ASSERT_TRUE(wait([&] { return liveNow(suzuki).place == LivePlace{2, 1, 1, std::nullopt}; }));
    QTest::keyClick(&view().pageArea(), Qt::Key_T);
    EXPECT_TRUE(part<QToolButton>(u"pointButton"_s)->isChecked());
    seat().point(QPointF(0.25, 0.5));
    ASSERT_TRUE(wait([&] { return liveNow(suzuki).place.pointer == QPointF(0.25, 0.5); }));
    QTest::keyClick(&view().pageArea(), Qt::Key_P);
    EXPECT_FALSE(part<QToolButton>(u"pointButton"_s)->isChecked()) << "who writes does not point";

    auto *menu = part<QToolButton>(u"handOver"_s)->menu();
    Q_EMIT menu->aboutToShow();
    ASSERT_EQ(menu->findChild<QListWidget *>(u"memberChoice"_s)->count(), 2) << "not oneself";
    Q_EMIT qobject_cast<MemberMenu *>(menu)->chosen(suzuki);
    EXPECT_TRUE(wait([&] { return seat().isPresented(); }));
    EXPECT_EQ(liveNow(kato).presenter, suzuki);
}

TEST_F(MeetingLiveTest, SendsOnlyTheLastOfManyPages)
{
    readAs(sato);
    pressTwice(u"beginMeeting"_s);
    ASSERT_TRUE(wait([&] { return seat().isPresenting() && liveNow(suzuki).place.paper == 1; }));
    const qint64 before = liveNow(suzuki).mark;

    for (int i = 0; i < 50; ++i)
        seat().showPage(1 + i % 2, 1, (i / 2) % 2);
    ASSERT_TRUE(wait([&] { return liveNow(suzuki).place == LivePlace{2, 1, 0, std::nullopt}; }));

    EXPECT_LE(liveNow(suzuki).mark - before, 3);
}

TEST_F(MeetingLiveTest, AMemberSaysThatTheyAreThereAsksToSpeakAndVotes)
{
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return isOffered(u"noteMyself"_s); }));
    part<QToolButton>(u"noteMyself"_s)->click();
    ASSERT_TRUE(wait([&] { return now().isThere(suzuki); }));
    EXPECT_TRUE(wait([&] { return !isOffered(u"noteMyself"_s); }));

    QTest::keyClick(&view().pageArea(), Qt::Key_R);
    ASSERT_TRUE(wait([&] { return liveNow(kato).speakers.size() == 1; }));
    QTest::keyClick(&view().pageArea(), Qt::Key_R);
    ASSERT_TRUE(wait([&] { return liveNow(kato).speakers.empty(); }));

    EXPECT_FALSE(part<QWidget>(u"voteLine"_s)->isVisible());
    ASSERT_TRUE(meet(office, kato, m_id, OpenVote{now().seq + 1, 1, u"原案のとおりでよいか"_s, true}));
    ASSERT_TRUE(wait([&] { return part<QWidget>(u"voteLine"_s)->isVisible(); }));
    EXPECT_EQ(part<QLabel>(u"voteQuestion"_s)->text(), u"原案のとおりでよいか"_s);
    part<QPushButton>(u"voteYes"_s)->click();
    ASSERT_TRUE(wait([&] { return part<QPushButton>(u"voteYes"_s)->isChecked(); }));
    part<QPushButton>(u"voteNo"_s)->click();
    ASSERT_TRUE(wait([&] { return liveNow(suzuki).myBallot == BallotChoice::No; }));
    part<QPushButton>(u"voteNo"_s)->setFocus();
    ASSERT_TRUE(meet(office, sato, m_id, CloseVote{now().openVote()->id}));
    EXPECT_TRUE(wait([&] { return !part<QPushButton>(u"voteNo"_s)->isVisible(); }));
    EXPECT_TRUE(part<QLabel>(u"voteNote"_s)->isVisible()) << "what came of it";
    EXPECT_TRUE(view().pageArea().hasFocus()) << "one goes on reading";
    EXPECT_EQ(now().votes.back().no, 1);
}

TEST_F(MeetingLiveTest, SaysOfTheLineThatItIsBrokenOnlyWhileItIs)
{
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isPresented(); }));
    auto *banner = part<QuietBanner>(u"readerBanner"_s);

    office.cut();
    QTest::keyClick(&view().pageArea(), Qt::Key_R);
    ASSERT_TRUE(wait([&] { return banner->isVisible(); }));
    office.mend();
    session->refresh();

    EXPECT_TRUE(wait([&] { return !banner->isVisible(); }));
}

TEST_F(MeetingLiveTest, ASecretaryNotesAttendanceByOneKeyEach)
{
    begin();
    readAs(sato);
    ASSERT_TRUE(wait([&] { return part<QWidget>(u"conductPane"_s)->isVisible(); }));
    auto *list = part<QListView>(u"attendanceList"_s);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));

    QTest::keyClick(list, Qt::Key_1);
    QTest::keyClick(list, Qt::Key_2);
    ASSERT_TRUE(wait([&] { return now().attendance.size() == 2; }));
    EXPECT_TRUE(now().isThere(sato));
    EXPECT_EQ(now().attendance.at(kato).state, AttendanceState::Late);
    EXPECT_GE(now().attendance.at(kato).minute, 0);
    auto *all = part<QPushButton>(u"allPresent"_s);
    ASSERT_TRUE(wait([&] { return all->isVisible(); }));
    all->click();
    ASSERT_TRUE(wait([&] { return now().isThere(suzuki); }));
    EXPECT_EQ(now().attendance.at(kato).state, AttendanceState::Late) << "what was noted stays";
}

TEST_F(MeetingLiveTest, WhoConductsGivesTheFloorInTheOrderAsked)
{
    begin();
    ASSERT_TRUE(live(suzuki, AskToSpeak{true}));
    ASSERT_TRUE(live(sato, AskToSpeak{true}));
    readAs(kato);
    ASSERT_TRUE(wait([&] { return seat().live().speakers.size() == 2; }));
    openTab(1);

    part<QPushButton>(u"nextSpeaker"_s)->click();
    ASSERT_TRUE(wait([&] { return liveNow(kato).speakers.front().began != Instant(0); }));
    EXPECT_EQ(liveNow(kato).speakers.front().who, suzuki);
    ASSERT_TRUE(wait([&] { return !part<QLabel>(u"speakingTime"_s)->text().isEmpty(); }));
    part<QPushButton>(u"nextSpeaker"_s)->click();
    ASSERT_TRUE(wait([&] { return liveNow(kato).speakers.size() == 1; }));
    EXPECT_EQ(liveNow(kato).speakers.front().who, sato);
    ASSERT_TRUE(wait([&] { return !part<QPushButton>(u"nextSpeaker"_s)->isEnabled(); }));
    part<QPushButton>(u"endSpeaking"_s)->click();
    EXPECT_TRUE(wait([&] { return liveNow(kato).speakers.empty(); }));
}

TEST_F(MeetingLiveTest, TheChairPutsAQuestionToTheVote)
{
    begin();
    there(kato);
    there(suzuki);
    readAs(kato);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    openTab(2);

    part<QLineEdit>(u"voteText"_s)->setText(u"原案のとおりでよいか"_s);
    part<QAbstractButton>(u"voteByName"_s)->setChecked(true);
    part<QLineEdit>(u"voteText"_s)->setFocus();
    QTest::keyClick(part<QLineEdit>(u"voteText"_s), Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return now().openVote() != nullptr; }));
    EXPECT_TRUE(now().openVote()->byName);
    ASSERT_TRUE(live(suzuki, CastBallot{now().openVote()->id, BallotChoice::Yes}));
    const QString missing = session->info().office->staff(kato)->name();
    ASSERT_TRUE(wait([&] {
        const auto *still = part<QLabel>(u"votesMissing"_s);
        return still->isVisible() && still->text().contains(missing);
    }));
    EXPECT_TRUE(part<QWidget>(u"openVoteCard"_s)->hasFocus()) << "no key pressed next does anything";
    part<QPushButton>(u"closeVote"_s)->setFocus();
    part<QPushButton>(u"closeVote"_s)->click();
    settle();
    EXPECT_TRUE(now().openVote()) << "somebody has not voted: it is asked in the button";
    part<QPushButton>(u"closeVote"_s)->click();
    ASSERT_TRUE(wait([&] { return !now().openVote(); }));
    EXPECT_TRUE(wait([&] { return part<QLineEdit>(u"voteText"_s)->hasFocus(); })) << "for the next question";

    EXPECT_EQ(now().votes.front().yes, 1);
    EXPECT_TRUE(wait([&] { return m_window->meetings()->findChild<QWidget *>(u"pastVote"_s) != nullptr; }));
}

TEST_F(MeetingLiveTest, TheChairCallsOffAVoteThatWasAMistake)
{
    begin();
    there(kato);
    there(suzuki);
    readAs(kato);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    openTab(2);
    ASSERT_TRUE(meet(office, kato, m_id, OpenVote{now().seq + 1, 1, u"二つ目の議題の問い"_s, true}));
    ASSERT_TRUE(live(suzuki, CastBallot{now().openVote()->id, BallotChoice::Yes}));
    auto *off = part<QPushButton>(u"callOffVote"_s);
    ASSERT_TRUE(wait([&] { return off->isVisible(); }));

    off->click();
    settle();
    EXPECT_TRUE(now().openVote()) << "it is asked in the button";
    const int first = now().openVote()->id;
    ASSERT_TRUE(meet(office, sato, m_id, CloseVote{first}));
    ASSERT_TRUE(meet(office, sato, m_id, OpenVote{now().seq + 1, 1, u"三つ目の問い"_s, true}));
    ASSERT_TRUE(wait([&] {
        return part<QLabel>(u"votesCast"_s)->isVisible() && m_window->meetings()->reader()->isVisible()
            && !off->text().contains(u"again"_s);
    })) << "what was asked was of another vote";
    off->click();
    settle();
    EXPECT_TRUE(now().openVote());
    off->click();

    ASSERT_TRUE(wait([&] { return !now().openVote(); }));
    EXPECT_FALSE(now().votes.front().calledOff);
    EXPECT_TRUE(now().votes.back().calledOff);
    EXPECT_TRUE(wait([&] { return m_window->meetings()->findChild<QWidget *>(u"pastVote"_s) != nullptr; }));
    EXPECT_TRUE(wait([&] { return part<QLabel>(u"voteNote"_s)->text().contains(u"called off"_s); }))
        << "whoever was asked reads it";
    EXPECT_TRUE(part<QLineEdit>(u"voteText"_s)->isVisible());
}

TEST_F(MeetingLiveTest, WhatIsAskedOfSomebodyIsInTheirTrayUntilItIsDone)
{
    begin();
    readAs(sato);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    openTab(3);
    part<QLineEdit>(u"outcomeText"_s)->setText(u"原案のとおり決定"_s);
    part<QPushButton>(u"recordOutcome"_s)->click();
    ASSERT_TRUE(wait([&] { return now().resolutions.size() == 1; }));
    part<QComboBox>(u"outcomeKind"_s)->setCurrentIndex(1);
    part<QLineEdit>(u"outcomeText"_s)->setText(u"見積書を取り直す"_s);
    part<QPushButton>(u"recordOutcome"_s)->click();
    EXPECT_TRUE(part<QLabel>(u"outcomeTrouble"_s)->isVisible()) << "nobody was chosen";
    auto *owner = part<QComboBox>(u"actionOwner"_s);
    owner->setCurrentIndex(owner->findData(people.zushi.value()));
    part<QPushButton>(u"recordOutcome"_s)->click();
    ASSERT_TRUE(wait([&] { return now().actions.size() == 1; }));
    EXPECT_EQ(now().actions.front().owner, people.zushi);

    auto &tray = make<OfficePage>(signIn(people.zushi)); // who was not invited
    show(tray);
    settle();
    auto *strip = find<QWidget>(*tray.cases(), u"actionStrip"_s);
    ASSERT_TRUE(wait([&] { return strip->isVisible(); }));
    find<QPushButton>(*strip, u"actionToggle"_s)->click();
    type(find<QLineEdit>(*strip, u"actionNote"_s), u"2社から取り直しました"_s);
    find<QPushButton>(*strip, u"actionDone"_s)->click();
    ASSERT_TRUE(wait([&] { return now().actions.front().isDone(); }));
    EXPECT_EQ(now().actions.front().note, u"2社から取り直しました"_s);
    ASSERT_TRUE(wait([&] { return strip->findChild<QPushButton *>(u"actionAgain"_s) != nullptr; }));
    find<QPushButton>(*strip, u"actionToggle"_s)->click();
    EXPECT_FALSE(strip->isVisible()) << "nothing is left";
}

TEST_F(MeetingLiveTest, EndsAndDraftsItsMinutes)
{
    begin();
    ASSERT_TRUE(meet(office, kato, m_id, Resolve{now().seq + 1, 1, u"原案のとおり決定"_s}));
    readAs(sato);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));

    part<QPushButton>(u"endMeeting"_s)->click();
    EXPECT_EQ(now().state, MeetingState::Running) << "asked first";
    EXPECT_TRUE(part<QPushButton>(u"endLater"_s)->hasFocus()) << "and a key pressed once more ends nothing";
    part<QPushButton>(u"endNow"_s)->setFocus();
    part<QPushButton>(u"endNow"_s)->click();
    ASSERT_TRUE(wait([&] { return now().state == MeetingState::Closed; }));
    EXPECT_TRUE(wait([&] { return !part<QWidget>(u"liveLine"_s)->isVisible(); }));
    EXPECT_TRUE(part<QWidget>(u"conductPane"_s)->isVisible()) << "what came of it";
    EXPECT_TRUE(part<QTabBar>(u"conductTabs"_s)->hasFocus());
}

} // namespace kessai::test
