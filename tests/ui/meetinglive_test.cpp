// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetinglive.h"

#include "tests/core/meetings/meetingchanges.h"
#include "tests/support/meetingoffice.h"
#include "tests/ui/officetest.h"
#include "ui/meetings/bookarea.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/liveline.h"
#include "ui/meetings/meetingreader.h"
#include "ui/meetings/meetingspage.h"
#include "ui/meetings/membermenu.h"
#include "ui/shell/officepage.h"
#include "ui/tray/casespage.h"
#include "ui/widgets/quietbanner.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kessai::test {

/// A meeting that runs, in the window of one of its people; what the others do happens behind it. Sato prepares it, Kato is in the chair,
/// Suzuki is a member.
class MeetingLiveTest : public OfficeTest {
protected:
    void SetUp() override
    {
        OfficeTest::SetUp();
        PlanMeeting plan = planned();
        plan.day = SmallOffice::today();
        m_id = meet(office, sato, std::nullopt, plan)->id;
        EXPECT_TRUE(meet(office, sato, m_id, agendaItem(1)));
        EXPECT_TRUE(meet(office, sato, m_id, agendaItem(2, u"庁舎の改修について"_s)));
        EXPECT_TRUE(meet(office, sato, m_id, paperPut(1, 1)));
        EXPECT_TRUE(meet(office, sato, m_id, paperPut(2, 2)));
        EXPECT_TRUE(meet(office, sato, m_id,
                         InviteMembers{{{sato, MeetingRole::Secretary, {}},
                                        {kato, MeetingRole::Chair, {}},
                                        {suzuki, MeetingRole::Member, {}}}}));
        EXPECT_TRUE(meet(office, sato, m_id, SetState{MeetingState::Published}));
    }
    void begin()
    {
        ASSERT_TRUE(meet(office, sato, m_id, SetState{MeetingState::Running}));
        ASSERT_TRUE(live(sato, SetPresenter{kato}));
    }
    Result<LiveMeeting> live(StaffId who, const LiveChange &change)
    {
        return meetingDesk(office, who)->changeLive(m_id, change);
    }
    LiveMeeting liveNow(StaffId who) { return meetingDesk(office, who)->live(m_id).value(); }
    void there(StaffId who)
    {
        ASSERT_TRUE(meet(office, who, m_id, NoteAttendance{{{who, AttendanceState::Present, -1}}}));
    }
    Meeting now() { return meetingOf(office, sato, m_id).value(); }
    void readAs(StaffId who)
    {
        m_window = &make<OfficePage>(signIn(who));
        show(*m_window);
        m_window->goTo(u"meetings"_s);
        settle();
        QTest::keyClick(part<QTableView>(u"meetingTable"_s), Qt::Key_Return);
        settle();
        ASSERT_TRUE(wait([&] { return reader().isVisible() && reader().book().pageCount() == 4; }));
    }
    template <class W>
    W *part(const QString &name)
    {
        return find<W>(*m_window->meetings(), name);
    }
    bool isOffered(const QString &name) { return part<QToolButton>(name)->isVisible(); }
    void openTab(int tab) { part<QTabBar>(u"conductTabs"_s)->setCurrentIndex(tab); }
    MeetingReader &reader() { return *m_window->meetings()->reader(); }
    LiveSeat &seat() { return reader().live().seat(); }
    BookView &view() { return reader().panes().current(); }
    bool isAt(BookPage page)
    {
        return wait([&] { return view().currentPage() == page; });
    }
    QString words() { return part<QLabel>(u"liveWords"_s)->text(); }

    MeetingId m_id{0};
    OfficePage *m_window = nullptr;
};

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

TEST_F(MeetingLiveTest, ShowsOthersThePageOfWhoPresentsAndWhereTheyPoint)
{
    readAs(sato);
    ASSERT_TRUE(isOffered(u"beginMeeting"_s));
    part<QToolButton>(u"beginMeeting"_s)->click();
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
    part<QToolButton>(u"beginMeeting"_s)->click();
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
    ASSERT_TRUE(meet(office, sato, m_id, CloseVote{now().openVote()->id}));
    EXPECT_TRUE(wait([&] { return !part<QPushButton>(u"voteNo"_s)->isVisible(); }));
    EXPECT_TRUE(part<QLabel>(u"voteNote"_s)->isVisible()) << "what came of it";
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
    QTest::keyClick(part<QLineEdit>(u"voteText"_s), Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return now().openVote() != nullptr; }));
    EXPECT_TRUE(now().openVote()->byName);
    ASSERT_TRUE(live(suzuki, CastBallot{now().openVote()->id, BallotChoice::Yes}));
    const QString missing = session->info().office->staff(kato)->name();
    ASSERT_TRUE(wait([&] {
        const auto *still = part<QLabel>(u"votesMissing"_s);
        return still->isVisible() && still->text().contains(missing);
    }));
    part<QPushButton>(u"closeVote"_s)->click();
    ASSERT_TRUE(wait([&] { return !now().openVote(); }));

    EXPECT_EQ(now().votes.front().yes, 1);
    EXPECT_TRUE(wait([&] { return m_window->meetings()->findChild<QWidget *>(u"pastVote"_s) != nullptr; }));
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
    part<QPushButton>(u"endNow"_s)->click();
    ASSERT_TRUE(wait([&] { return now().state == MeetingState::Closed; }));
    EXPECT_TRUE(wait([&] { return !part<QWidget>(u"liveLine"_s)->isVisible(); }));
    EXPECT_TRUE(part<QWidget>(u"conductPane"_s)->isVisible()) << "what came of it";
}

} // namespace kessai::test
